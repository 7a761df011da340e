#include "returns/ssd/child_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace kith::returns::ssd {

namespace {

std::string digits(const RawId& id) {
    std::string text = to_text(id);
    std::erase(text, '-');
    return text;
}

template <class IdType>
Cell known(const std::vector<IdType>& all, IdType id) {
    if (!std::ranges::binary_search(all, id)) return std::nullopt;
    return to_text(id);
}

}  // namespace

std::string joined_key(const RawId& row, const RawId& whose) {
    return digits(row) + digits(whose).substr(16);
}

ChildInExtract::ChildInExtract(const RecordOfChild& of_child, const Extract& of_run)
    : record(of_child), history(of_child.history), extract(of_run), person(person_key(of_child.history.child, of_run)) {
    for (const core::Referral& each : history.referrals)
        if (within(core::timescale_starts(each), each.closed_on)) referrals_.push_back(&each);
    for (const core::ProtectionPlanOfChild& each : history.protection_plans)
        if (within(each.plan.started_on, each.plan.ended_on)) protection_plans_.push_back(&each);
}

bool ChildInExtract::within(Date from, std::optional<Date> until) const {
    return from <= extract.run_on && (!until || *until >= extract.first());
}

std::string ChildInExtract::key(const RawId& row, core::PersonId owner) const {
    return owner == history.child.id ? to_text(row) : joined_key(row, history.child.id);
}

Cell ChildInExtract::referral(core::ReferralId id) const {
    for (const core::Referral* each : referrals_)
        if (each->id == id) return key(each->id, each->child);
    return std::nullopt;
}

Cell ChildInExtract::referral_on(Date day) const {
    const core::Referral* latest = nullptr;
    for (const core::Referral* each : referrals_) {
        bool open = core::timescale_starts(*each) <= day && (!each->closed_on || *each->closed_on >= day);
        if (!open || (each->decision && core::ends_at_once(*each->decision))) continue;
        if (!latest || each->received_at >= latest->received_at) latest = each;
    }
    return latest ? Cell(key(latest->id, latest->child)) : std::nullopt;
}

Cell ChildInExtract::referral(core::ReferralId id, Date otherwise_on) const {
    Cell named = referral(id);
    return named ? named : referral_on(otherwise_on);
}

Cell ChildInExtract::protection_plan(core::ProtectionPlanId id) const {
    for (const core::ProtectionPlanOfChild* each : protection_plans_)
        if (each->plan.id == id) return key(each->plan.id, each->plan.child);
    return std::nullopt;
}

Cell ChildInExtract::enquiry(core::Section47EnquiryId id) const {
    for (const core::Section47Enquiry& each : history.enquiries)
        if (each.id == id && is_reported(*this, each)) return key(each.id, each.child);
    return std::nullopt;
}

Cell ChildInExtract::first_conference(core::ConferenceId id) const {
    for (const core::ConferenceOfChild& each : history.conferences)
        if (each.conference.id == id && is_reported_first(*this, each)) return key(each.part.id, each.part.child);
    return std::nullopt;
}

Cell ChildInExtract::staff(core::StaffId id) const {
    return known(extract.staff, id);
}

Cell ChildInExtract::team(core::TeamId id) const {
    return known(extract.teams, id);
}

std::optional<bool> seen_or_not(core::ChildSeen seen) {
    if (seen == core::ChildSeen::not_recorded || seen == core::ChildSeen::not_born) return std::nullopt;
    return core::was_seen(seen);
}

std::size_t child_rows(const RecordOfChild& record, const Extract& extract, Rows rows) {
    ChildInExtract child(record, extract);
    std::vector<Row> work;
    auto keep = [&](const Row& row) { work.push_back(row); };
    contact_rows(child, keep);
    referral_rows(child, keep);
    assessment_rows(child, keep);
    need_plan_rows(child, keep);
    enquiry_rows(child, keep);
    conference_rows(child, keep);
    protection_plan_rows(child, keep);
    pre_proceedings_rows(child, keep);
    involvement_rows(child, keep);
    if (work.empty()) return 0;
    std::size_t left_out = person_rows(child, rows);
    for (const Row& row : work)
        rows(row);
    return left_out;
}

}  // namespace kith::returns::ssd
