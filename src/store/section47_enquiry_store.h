// Rows of section 47 enquiries and of what was done in them.
#pragma once

#include "core/section47_enquiry.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Section47Enquiry> {
    static constexpr std::string_view name = "section47_enquiry";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns =
        std::tuple{column("id", &core::Section47Enquiry::id),
                   column("version", &core::Section47Enquiry::version),
                   column("child", &core::Section47Enquiry::child),
                   column("start", &core::Section47Enquiry::start),
                   column("started_on", &core::Section47Enquiry::started_on),
                   column("discussion", &core::Section47Enquiry::discussion),
                   column("discussed_on", &core::Section47Enquiry::discussed_on),
                   column("lead", &core::Section47Enquiry::lead),
                   column("team", &core::Section47Enquiry::team),
                   column("state", &core::Section47Enquiry::state),
                   column("seen_on", &core::Section47Enquiry::seen_on),
                   column("seen_alone", &core::Section47Enquiry::seen_alone),
                   column("not_seen_why", &core::Section47Enquiry::not_seen_why),
                   column("not_seen_alone_why", &core::Section47Enquiry::not_seen_alone_why),
                   column("wishes", &core::Section47Enquiry::wishes),
                   column("wishes_missing_why", &core::Section47Enquiry::wishes_missing_why),
                   column("access_refused", &core::Section47Enquiry::access_refused),
                   column("access_refused_done", &core::Section47Enquiry::access_refused_done),
                   column("medical", &core::Section47Enquiry::medical),
                   column("medical_notes", &core::Section47Enquiry::medical_notes),
                   column("analysis", &core::Section47Enquiry::analysis),
                   column("outcome", &core::Section47Enquiry::outcome),
                   column("reasons", &core::Section47Enquiry::reasons),
                   column("dissent", &core::Section47Enquiry::dissent),
                   column("proposed_by", &core::Section47Enquiry::proposed_by),
                   column("proposed_at", &core::Section47Enquiry::proposed_at),
                   column("returned_why", &core::Section47Enquiry::returned_why),
                   column("endorsed_by", &core::Section47Enquiry::endorsed_by),
                   column("endorsed_at", &core::Section47Enquiry::endorsed_at),
                   column("endorsement", &core::Section47Enquiry::endorsement),
                   column("leads_to", &core::Section47Enquiry::leads_to),
                   column("stopped_why", &core::Section47Enquiry::stopped_why)};
};

template <>
struct kith::store::Table<kith::core::EnquiryStep> {
    static constexpr std::string_view name = "enquiry_step";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns =
        std::tuple{column("id", &core::EnquiryStep::id),        column("enquiry", &core::EnquiryStep::enquiry),
                   column("kind", &core::EnquiryStep::kind),    column("happened_at", &core::EnquiryStep::happened_at),
                   column("by_staff", &core::EnquiryStep::by),  column("with_whom", &core::EnquiryStep::with_whom),
                   column("learnt", &core::EnquiryStep::learnt)};
};
