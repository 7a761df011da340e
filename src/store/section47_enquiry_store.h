// Rows of section 47 enquiries and of what was done in them.
#pragma once

#include "core/section47_enquiry.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Section47Enquiry> {
    static constexpr std::string_view name = "section47_enquiry";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::Section47Enquiry>> columns();
};

template <>
struct kith::store::Table<kith::core::EnquiryStep> {
    static constexpr std::string_view name = "enquiry_step";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 2;  // 2: who interprets
    static constexpr int keys = 1;
    static std::span<const Column<core::EnquiryStep>> columns();
};
