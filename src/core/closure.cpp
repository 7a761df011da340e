#include "core/closure.h"

#include <fmt/format.h>

#include <algorithm>

namespace kith::core {

static bool is_after_assessment(ClosureReason reason) {
    return reason == ClosureReason::assessed_no_further_action || reason == ClosureReason::assessed_to_early_help;
}

static bool is_gentle(ClosureReason reason) {
    return reason == ClosureReason::pregnancy_ended || reason == ClosureReason::died;
}

static bool only_assessed(const WhatHappened& happened) {
    return happened.assessments_authorised > 0 && happened.section47_enquiries == 0 && happened.conferences_held == 0 &&
           happened.need_plans == 0 && happened.protection_plans == 0;
}

std::vector<ClosureReason> possible_reasons(const WhatHappened& happened) {
    std::vector<ClosureReason> reasons;
    for (ClosureReason reason : all_values<ClosureReason>())
        if (!is_after_assessment(reason) || only_assessed(happened)) reasons.push_back(reason);
    return reasons;
}

static Result<void> check_reason(ClosureReason reason, const WhatHappened& happened) {
    if (!is_after_assessment(reason) || only_assessed(happened)) return {};
    if (happened.section47_enquiries > 0)
        return refuse(
            Because::invalid, "reason",
            "A section 47 enquiry was started, so this is not \"closed after assessment\". Choose \"no longer "
            "in need\" and say in your own words how it ended.");
    if (happened.assessments_authorised == 0)
        return refuse(Because::invalid, "reason", "No assessment has been authorised. Choose another reason.");
    return refuse(
        Because::invalid, "reason",
        "The child had a plan or a conference, so this is not \"closed after assessment\". Choose \"no longer "
        "in need\" and say in your own words how it ended.");
}

Result<Closure> propose_closure(const ProposeClosure& command, const WhatHappened& happened, Date referred_on,
                                const Actor& actor, Instant now) {
    TRY(check_reason(command.reason, happened));
    if (command.closes_on < referred_on)
        return refuse(Because::invalid, "closes_on",
                      fmt::format("It cannot close before the referral of {}.", long_date(referred_on)));
    if (command.closes_on > london_date(now))
        return refuse(Because::invalid, "closes_on", "The day of closing is still to come.");
    Closure closure;
    closure.id = command.id;
    closure.child = command.child;
    closure.referral = command.referral;
    closure.reason = command.reason;
    closure.closes_on = command.closes_on;
    closure.why = command.why;
    closure.family_view = command.family_view;
    closure.family_view_missing_why = command.family_view_missing_why;
    closure.child_view = command.child_view;
    closure.child_view_missing_why = command.child_view_missing_why;
    closure.services_that_stay = command.services_that_stay;
    closure.how_to_come_back = command.how_to_come_back;
    closure.proposed_by = actor.id;
    closure.proposed_at = now;
    return closure;
}

std::vector<Missing> missing_for_closure(const Closure& closure, const WhatHappened& happened) {
    if (is_gentle(closure.reason)) return {};
    MissingList missing;
    missing.fact(happened.assessments_open == 0, "reason", "Authorise the assessment that is open, or stop it.");
    missing.fact(happened.section47_enquiries_open == 0, "reason", "Finish the section 47 enquiry that is open.");
    missing.fact(happened.conferences_open == 0, "reason", "Hold or cancel the conference that is called.");
    missing.fact(happened.protection_plans_open == 0, "reason",
                 "End the child protection plan at a review conference.");
    missing.fact(happened.need_plans_open == 0, "reason", "End the child in need plan, after a review.");
    missing.fact(happened.pre_proceedings_open == 0, "reason",
                 "End pre-proceedings, with the decision or what happened.");
    missing.text(closure.why, "why", "Say why it closes, in words for the family.");
    missing.either(closure.family_view, closure.family_view_missing_why, "family_view",
                   "Write the family's view of closing, or why it could not be had.");
    missing.either(closure.child_view, closure.child_view_missing_why, "child_view",
                   "Write the child's view of closing, or why it could not be had.");
    missing.text(closure.services_that_stay, "services_that_stay",
                 "Name the services that stay with the family, or write \"none\".");
    missing.text(closure.how_to_come_back, "how_to_come_back", "Say how the family can come back for help.");
    return missing.take();
}

static Result<void> check_manager(const Closure& closure, const std::string& reasons, const Actor& actor) {
    TRY(require(actor, Act::authorise_closure));
    if (closure.state != ClosureState::proposed) return refuse(Because::conflict, "", "This has already been decided.");
    TRY(require_another_person(actor, closure.proposed_by));
    if (is_blank(reasons)) return refuse(Because::invalid, "reasons", "Give your reasons.");
    return {};
}

Result<Closure> authorise_closure(Closure closure, const WhatHappened& happened, const std::string& reasons,
                                  const Actor& actor, Instant now) {
    TRY(check_manager(closure, reasons, actor));
    TRY(check_reason(closure.reason, happened));
    TRY(refuse_if_any(missing_for_closure(closure, happened)));
    closure.state = ClosureState::authorised;
    closure.decided_by = actor.id;
    closure.decided_at = now;
    closure.decision_reasons = reasons;
    ++closure.version;
    return closure;
}

Result<Closure> return_closure(Closure closure, const std::string& reasons, const Actor& actor, Instant now) {
    TRY(check_manager(closure, reasons, actor));
    closure.state = ClosureState::returned;
    closure.decided_by = actor.id;
    closure.decided_at = now;
    closure.decision_reasons = reasons;
    ++closure.version;
    return closure;
}

Result<Closure> close_gently(ClosureId id, PersonId child, ReferralId referral, ClosureReason reason, Date on,
                             const Actor& actor, Instant now) {
    if (!is_gentle(reason))
        return refuse(Because::invalid, "reason", "This way of closing is only for a lost pregnancy or a death.");
    if (on > london_date(now)) return refuse(Because::invalid, "on", "That day is still to come.");
    Closure closure;
    closure.id = id;
    closure.child = child;
    closure.referral = referral;
    closure.reason = reason;
    closure.closes_on = on;
    closure.proposed_by = actor.id;
    closure.proposed_at = now;
    closure.state = ClosureState::authorised;
    closure.decided_by = actor.id;
    closure.decided_at = now;
    return closure;
}

bool owes_letter(ClosureReason reason) {
    return !is_gentle(reason);
}

std::string_view says(ClosureReason reason) {
    switch (reason) {
        case ClosureReason::adopted:
            return "Adopted";
        case ClosureReason::died:
            return "Died";
        case ClosureReason::child_arrangements_order:
            return "Child arrangements order";
        case ClosureReason::special_guardianship_order:
            return "Special guardianship order";
        case ClosureReason::moved_to_other_authority:
            return "Moved to another authority";
        case ClosureReason::moved_to_adult_services:
            return "Moved to adult services";
        case ClosureReason::no_longer_in_need:
            return "No longer in need, or services ended for another reason";
        case ClosureReason::assessed_no_further_action:
            return "Closed after assessment, no further action";
        case ClosureReason::assessed_to_early_help:
            return "Closed after assessment, to early help";
        case ClosureReason::pregnancy_ended:
            return "The pregnancy ended";
    }
    return "";
}

std::string_view says(ClosureState state) {
    switch (state) {
        case ClosureState::proposed:
            return "With the manager";
        case ClosureState::returned:
            return "Returned to the worker";
        case ClosureState::authorised:
            return "Closed";
    }
    return "";
}

}  // namespace kith::core
