// The rows of one child, by subject: each function in the file that is named after it. Internal to returns/ssd.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "returns/ssd/rows.h"

namespace kith::returns::ssd {

/// A child, and what can be referred to.
class ChildInExtract {
  public:
    ChildInExtract(const RecordOfChild& of_child, const Extract& of_run);

    const RecordOfChild& record;
    const core::ChildHistory& history;
    const Extract& extract;
    const std::string person;  ///< the child's key

    /// Whether it lasted into the six years, and had begun.
    bool within(Date from, std::optional<Date> until) const;
    bool within(Date on) const { return within(on, on); }

    /// The key of a row that belongs to `owner`. A twin's history has rows of the other twin: those get keys of their
    /// own.
    std::string key(const RawId& row, core::PersonId owner) const;

    std::span<const core::Referral* const> referrals() const { return referrals_; }
    Cell referral(core::ReferralId id) const;
    /// The latest that was open on the day.
    Cell referral_on(Date day) const;
    Cell referral(core::ReferralId id, Date otherwise_on) const;

    std::span<const core::ProtectionPlanOfChild* const> protection_plans() const { return protection_plans_; }
    Cell protection_plan(core::ProtectionPlanId id) const;
    Cell enquiry(core::Section47EnquiryId id) const;
    /// The first conference that this one is, where it is reported.
    Cell first_conference(core::ConferenceId id) const;

    Cell staff(core::StaffId id) const;
    Cell team(core::TeamId id) const;

  private:
    std::vector<const core::Referral*> referrals_;
    std::vector<const core::ProtectionPlanOfChild*> protection_plans_;
};

bool is_reported(const ChildInExtract& child, const core::Section47Enquiry& enquiry);
bool is_reported_first(const ChildInExtract& child, const core::ConferenceOfChild& conference);

/// Nothing where none was worked out.
std::optional<Date> due_of(const core::ConferenceOfChild& conference);

/// Nothing where it was not recorded, and before the birth.
std::optional<bool> seen_or_not(core::ChildSeen seen);

/// Two ids in one key of 48 characters.
std::string joined_key(const RawId& row, const RawId& whose);

void contact_rows(const ChildInExtract& child, Rows rows);
void referral_rows(const ChildInExtract& child, Rows rows);
void assessment_rows(const ChildInExtract& child, Rows rows);
void need_plan_rows(const ChildInExtract& child, Rows rows);
void enquiry_rows(const ChildInExtract& child, Rows rows);
void conference_rows(const ChildInExtract& child, Rows rows);
void protection_plan_rows(const ChildInExtract& child, Rows rows);
void pre_proceedings_rows(const ChildInExtract& child, Rows rows);
void involvement_rows(const ChildInExtract& child, Rows rows);

/// The people themselves, where the child is in scope. Returns how many places were left out.
std::size_t person_rows(const ChildInExtract& child, Rows rows);

}  // namespace kith::returns::ssd
