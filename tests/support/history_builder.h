// Histories of a child for tests, in the order in which things happen:
//
//     HistoryBuilder().referred("2026-05-06").assessed("2026-05-07", "2026-06-20").closed("2026-09-01")
//
// A day is written 2026-05-06; an empty one has not come. Each kind of work belongs to the last referral, enquiry or
// plan before it.
#pragma once

#include <string_view>

#include "core/child_history.h"

namespace kith::test {

class HistoryBuilder {
  public:
    HistoryBuilder() {
        it.child.id = id<core::PersonId>();
        it.child.given_name = "Amara";
        it.child.sex = core::Sex::female;
        it.child.date_of_birth = day("2016-02-03");
        it.child.disabilities = {core::Disability::none};
        it.child.ethnicity = "WBRI";
    }

    HistoryBuilder& referred(std::string_view on, core::ReferralDecision decision = core::ReferralDecision::assessment,
                             int hour = 10) {
        core::Referral row;
        row.id = id<core::ReferralId>();
        row.received_at = from_london(day(on), std::chrono::hours(hour));
        row.source = core::ReferralSource::school;
        row.decision = decision;
        row.state = core::ReferralState::open;
        row.need = core::PrimaryNeed::abuse_or_neglect;
        if (core::ends_at_once(decision)) {
            row.closed_on = day(on);
            row.state = core::ReferralState::closed;
        }
        it.referrals.push_back(row);
        return *this;
    }
    HistoryBuilder& closed(std::string_view on, core::ClosureReason reason = core::ClosureReason::no_longer_in_need) {
        core::Referral& referral = it.referrals.back();
        referral.state = core::ReferralState::closed;
        referral.closed_on = day(on);
        core::Closure row;
        row.referral = referral.id;
        row.reason = reason;
        row.closes_on = day(on);
        row.state = core::ClosureState::authorised;
        it.closures.push_back(row);
        return *this;
    }
    HistoryBuilder& assessed(std::string_view from, std::string_view authorised = "",
                             std::vector<std::string> factors = {"16A"}) {
        core::AssessmentOfChild row;
        row.assessment.id = id<core::AssessmentId>();
        row.assessment.started_on = day(from);
        if (!authorised.empty()) {
            row.assessment.state = core::AssessmentState::authorised;
            row.assessment.signed_off_at = noon(authorised);
        }
        if (!it.referrals.empty()) row.part.referral = it.referrals.back().id;
        row.part.factors = std::move(factors);
        it.assessments.push_back(row);
        return *this;
    }
    HistoryBuilder& helped(std::string_view met, std::string_view ended = "") {
        core::NeedPlan row;
        row.met_on = maybe(met);
        row.decided_on = day(met.empty() ? "2026-05-06" : met);
        row.ended_on = maybe(ended);
        it.need_plans.push_back(row);
        return *this;
    }
    HistoryBuilder& enquired(std::string_view from) {
        core::Section47Enquiry row;
        row.id = id<core::Section47EnquiryId>();
        row.started_on = day(from);
        it.enquiries.push_back(row);
        return *this;
    }
    HistoryBuilder& endorsed(std::string_view on, core::AfterEnquiry leads_to = core::AfterEnquiry::manager_decides) {
        core::Section47Enquiry& row = it.enquiries.back();
        row.state = core::EnquiryState::ended;
        row.endorsed_at = noon(on);
        row.leads_to = leads_to;
        return *this;
    }
    HistoryBuilder& conferred(std::string_view on, core::ConferenceKind kind = core::ConferenceKind::initial) {
        core::ConferenceOfChild row;
        row.conference.starts_at = noon(on);
        row.conference.state = core::ConferenceState::decided;
        row.part.kind = kind;
        if (kind == core::ConferenceKind::initial) row.part.enquiry = it.enquiries.back().id;
        if (kind == core::ConferenceKind::review) row.part.plan = it.protection_plans.back().plan.id;
        it.conferences.push_back(row);
        return *this;
    }
    HistoryBuilder& protected_from(std::string_view from, std::string_view until = "",
                                   core::AbuseCategory category = core::AbuseCategory::neglect) {
        core::ProtectionPlanOfChild row;
        row.plan.id = id<core::ProtectionPlanId>();
        row.plan.child = it.child.id;
        row.plan.started_on = day(from);
        row.plan.ended_on = maybe(until);
        row.plan.category = category;
        row.categories.push_back({.category = category, .from = day(from)});
        it.protection_plans.push_back(row);
        return *this;
    }
    HistoryBuilder& under(std::string_view from, core::AbuseCategory category) {
        it.protection_plans.back().plan.category = category;
        it.protection_plans.back().categories.push_back({.category = category, .from = day(from)});
        return *this;
    }

    HistoryBuilder& before_court(std::string_view decided, std::string_view letter = "") {
        core::PreProceedingsOfChild row;
        row.pre_proceedings.id = id<core::PreProceedingsId>();
        row.pre_proceedings.child = it.child.id;
        row.pre_proceedings.decided_on = day(decided);
        row.pre_proceedings.letter_sent_on = maybe(letter);
        if (!letter.empty()) row.pre_proceedings.meeting_offered = core::Answer::yes;
        it.pre_proceedings.push_back(row);
        return *this;
    }
    HistoryBuilder& met_parents(std::string_view on) {
        it.pre_proceedings.back().meetings.push_back({.held_on = day(on), .lawyer_came = core::Answer::yes});
        return *this;
    }
    HistoryBuilder& decided_for_court(std::string_view on, std::string_view applied) {
        core::PreProceedings& row = it.pre_proceedings.back().pre_proceedings;
        row.state = core::PreProceedingsState::ended;
        row.end = core::PreProceedingsEnd::care_proceedings;
        row.ended_on = day(on);
        row.applied_on = row.court_letter_on = maybe(applied);
        return *this;
    }

    static Date day(std::string_view iso) { return *parse_date(iso); }
    static std::optional<Date> maybe(std::string_view iso) { return parse_date(iso); }
    static Instant noon(std::string_view iso) { return from_london(day(iso), std::chrono::hours(12)); }

    core::ChildHistory it;

  private:
    template <class IdType>
    IdType id() {
        return IdType(ids_());
    }
    IdSource ids_ = counting_ids(1);
};

}  // namespace kith::test
