#include "core/child_history.h"

#include <algorithm>

#include "core/missing.h"

namespace kith::core {

bool was_held(const ConferenceOfChild& each) {
    bool held = each.conference.state == ConferenceState::held || each.conference.state == ConferenceState::decided;
    return held && is_blank(each.part.stopped_why);
}

Date day_of(const ConferenceOfChild& each) {
    return london_date(each.conference.starts_at);
}

/// Puts the first one's rows that are `shared` before the second one's own.
template <class Row, class Shared>
static void inherit(std::vector<Row>& own, const std::vector<Row>& of_first, Shared shared) {
    std::vector<Row> all;
    std::copy_if(of_first.begin(), of_first.end(), std::back_inserter(all), std::move(shared));
    all.insert(all.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    own = std::move(all);
}

static bool is_copied(const ProtectionPlan& of_first, const std::vector<ProtectionPlanOfChild>& own) {
    return std::ranges::any_of(own, [&](const ProtectionPlanOfChild& each) {
        return each.plan.inherited_from == of_first.child && each.plan.started_on == of_first.started_on;
    });
}

static bool is_copied(const Section47Enquiry& of_first, const std::vector<Section47Enquiry>& own) {
    return std::ranges::any_of(own, [&](const Section47Enquiry& each) {
        return each.started_on == of_first.started_on && each.discussion == of_first.discussion;
    });
}

static bool is_copied(const Referral& of_first, const std::vector<Referral>& own) {
    return std::ranges::any_of(own, [&](const Referral& each) {
        return each.received_at == of_first.received_at && each.contact == of_first.contact;
    });
}

static bool is_copied(const NeedPlan& of_first, const std::vector<NeedPlan>& own) {
    return std::ranges::any_of(own, [&](const NeedPlan& each) {
        return each.decided_on == of_first.decided_on && each.assessment == of_first.assessment;
    });
}

static bool is_copied(const PreProceedings& of_first, const std::vector<PreProceedingsOfChild>& own) {
    return std::ranges::any_of(
        own, [&](const PreProceedingsOfChild& each) { return each.pre_proceedings.decided_on == of_first.decided_on; });
}

/// A review of the first one's plan before they were two was a review of the second one's.
static void review_own_plans(std::vector<ConferenceOfChild>& conferences,
                             const std::vector<ProtectionPlanOfChild>& of_first,
                             const std::vector<ProtectionPlanOfChild>& own) {
    for (ConferenceOfChild& conference : conferences)
        for (const ProtectionPlanOfChild& first : of_first)
            for (const ProtectionPlanOfChild& second : own)
                if (conference.part.plan == first.plan.id && second.plan.inherited_from == first.plan.child &&
                    second.plan.started_on == first.plan.started_on)
                    conference.part.plan = second.plan.id;
}

ChildHistory with_inherited(ChildHistory second, const ChildHistory& first, const InheritedHistory& inherited) {
    const Instant until = inherited.until;
    const Date last = london_date(until);
    auto own_plans = second.protection_plans;
    inherit(second.referrals, first.referrals, [&, own = second.referrals](const Referral& each) {
        return each.received_at <= until && !is_copied(each, own);
    });
    inherit(second.closures, first.closures, [&](const Closure& each) {
        return std::ranges::find(second.referrals, each.referral, &Referral::id) != second.referrals.end();
    });
    inherit(second.assessments, first.assessments, [&](const AssessmentOfChild& each) {
        return each.assessment.started_on <= last &&
               std::ranges::none_of(second.assessments, [&](const AssessmentOfChild& own) {
                   return own.assessment.id == each.assessment.id;
               });
    });
    inherit(second.need_plans, first.need_plans, [&, own = second.need_plans](const NeedPlan& each) {
        return each.decided_on <= last && !is_copied(each, own);
    });
    inherit(second.conferences, first.conferences, [&](const ConferenceOfChild& each) {
        return each.conference.starts_at <= until &&
               std::ranges::none_of(second.conferences, [&](const ConferenceOfChild& own) {
                   return own.conference.id == each.conference.id;
               });
    });
    inherit(second.enquiries, first.enquiries, [&, own = second.enquiries](const Section47Enquiry& each) {
        return each.started_on <= last && !is_copied(each, own);
    });
    inherit(second.protection_plans, first.protection_plans, [&](const ProtectionPlanOfChild& each) {
        return each.plan.started_on <= last && !is_copied(each.plan, own_plans);
    });
    inherit(second.pre_proceedings, first.pre_proceedings,
            [&, own = second.pre_proceedings](const PreProceedingsOfChild& each) {
                return each.pre_proceedings.decided_on <= last && !is_copied(each.pre_proceedings, own);
            });
    review_own_plans(second.conferences, first.protection_plans, own_plans);
    return second;
}

}  // namespace kith::core
