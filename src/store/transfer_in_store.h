// Rows of transfers in.
#pragma once

#include "core/transfer_in.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::TransferIn> {
    static constexpr std::string_view name = "transfer_in";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::TransferIn>> columns();
};
