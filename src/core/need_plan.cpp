#include "core/need_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace kith::core {

Result<NeedPlan> start_need_plan(const StartNeedPlan& command, std::span<const NeedPlan> of_child, Instant now) {
    if (std::ranges::any_of(of_child, [](const NeedPlan& each) { return each.state != NeedPlanState::ended; }))
        return refuse(Because::conflict, "child", "This child already has a child in need plan. Change that one.");
    if (command.decided_on > london_date(now))
        return refuse(Because::invalid, "decided_on", "The day of the decision is still to come.");
    NeedPlan plan;
    plan.id = command.id;
    plan.child = command.child;
    plan.referral = command.referral;
    plan.assessment = command.assessment;
    plan.worker = command.worker;
    plan.team = command.team;
    plan.decided_on = command.decided_on;
    return plan;
}

static Result<void> check_not_ended(const NeedPlan& plan) {
    if (plan.state != NeedPlanState::ended) return {};
    return refuse(
        Because::conflict, "",
        fmt::format("This plan ended on {}. Start another one if help is needed again.", long_date(*plan.ended_on)));
}

Result<NeedPlan> record_planning_meeting(NeedPlan plan, const RecordPlanningMeeting& command, Instant now) {
    TRY(check_not_ended(plan));
    if (command.met_on > london_date(now))
        return refuse(Because::invalid, "met_on", "The meeting is still to come: record it when it has been held.");
    if (command.met_on < plan.decided_on)
        return refuse(Because::invalid, "met_on",
                      fmt::format("The meeting cannot be before the decision of {}.", long_date(plan.decided_on)));
    if (command.next_review && *command.next_review <= command.met_on)
        return refuse(Because::invalid, "next_review", "The next review comes after the meeting.");
    plan.met_on = command.met_on;
    plan.already_helps = command.already_helps;
    plan.family_wants = command.family_wants;
    plan.child_wants = command.child_wants;
    plan.child_wants_missing_why = command.child_wants_missing_why;
    plan.worries = command.worries;
    plan.if_things_go_wrong = command.if_things_go_wrong;
    plan.next_review = command.next_review;
    plan.state = NeedPlanState::active;
    ++plan.version;
    return plan;
}

Result<NeedPlanMember> record_agreement(const NeedPlan& plan, NeedPlanMember member, Instant now) {
    TRY(check_not_ended(plan));
    if (member.person.is_nil() && is_blank(member.name))
        return refuse(Because::invalid, "name", "Say who this is: a family member, or a professional by name.");
    if (member.answered_on && *member.answered_on > london_date(now))
        return refuse(Because::invalid, "answered_on", "The day of the answer is still to come.");
    member.plan = plan.id;
    return member;
}

Result<NeedPlanAction> agree_action(const NeedPlan& plan, NeedPlanAction action) {
    TRY(check_not_ended(plan));
    MissingList missing;
    missing.text(action.outcome, "outcome", "Say what will be better for the child.");
    missing.text(action.action, "action", "Say what is done.");
    missing.text(action.owner, "owner", "Say who does it, by name.");
    missing.fact(action.by.has_value(), "by", "Say by when.");
    TRY(refuse_if_any(missing.take()));
    action.plan = plan.id;
    return action;
}

Result<NeedPlanAction> settle_action(const NeedPlan& plan, NeedPlanAction action, ActionState state, Date on,
                                     std::string progress, Instant now) {
    TRY(check_not_ended(plan));
    if (on > london_date(now)) return refuse(Because::invalid, "on", "That day is still to come.");
    bool needs_words = state == ActionState::changed || state == ActionState::dropped;
    bool again = action.state != ActionState::to_do && action.state != state;
    if (again && is_blank(progress))
        return refuse(Because::invalid, "progress",
                      fmt::format("It stands as \"{}\". Say why that has changed.", says(action.state)));
    if (needs_words && is_blank(progress))
        return refuse(Because::invalid, "progress", "Say what changed and why, as the family would recognise it.");
    action.state = state;
    action.settled_on = state == ActionState::to_do ? std::nullopt : std::optional(on);
    action.progress = std::move(progress);
    return action;
}

static Result<void> check_review(const NeedPlan& plan, const NeedPlanReview& review, Instant now) {
    TRY(check_not_ended(plan));
    if (!plan.met_on)
        return refuse(Because::conflict, "held_on", "Record the planning meeting first: there is no plan to review.");
    if (review.held_on < *plan.met_on || review.held_on > london_date(now))
        return refuse(Because::invalid, "held_on", "The review was held between the planning meeting and today.");
    MissingList missing;
    missing.either(review.family_view, review.family_view_missing_why, "family_view",
                   "Write the family's view in their words, or why it could not be had.");
    missing.either(review.child_view, review.child_view_missing_why, "child_view",
                   "Write the child's view, or why it could not be had.");
    missing.text(review.progress, "progress", "Say what is better, what is not, and what still worries.");
    missing.fact(review.decision == NeedReviewDecision::continues || !is_blank(review.reasons), "reasons",
                 "Give the reasons for this decision.");
    missing.fact(review.decision != NeedReviewDecision::continues || review.next_review.has_value(), "next_review",
                 "Set the day of the next review.");
    TRY(refuse_if_any(missing.take()));
    if (review.next_review && *review.next_review <= review.held_on)
        return refuse(Because::invalid, "next_review", "The next review comes after this one.");
    return {};
}

Result<NeedPlanReviewed> review_need_plan(NeedPlan plan, NeedPlanReview review, const Actor& actor, Instant now) {
    TRY(check_review(plan, review, now));
    review.plan = plan.id;
    review.recorded_by = actor.id;
    plan.next_review = review.decision == NeedReviewDecision::ends ? std::nullopt : review.next_review;
    ++plan.version;
    return NeedPlanReviewed{plan, review};
}

Result<NeedPlanVisit> record_visit(const NeedPlan& plan, NeedPlanVisit visit, const Actor& actor, Instant now) {
    if (visit.visited_on > london_date(now))
        return refuse(Because::invalid, "visited_on", "The day of the visit is still to come.");
    if (visit.seen == ChildSeen::not_recorded)
        return refuse(Because::invalid, "seen", "Say whether the child was seen, and alone or observed.");
    if (visit.seen == ChildSeen::not_born && visit.parents_seen == Answer::not_known)
        return refuse(Because::invalid, "parents_seen", "Say whether the parents who expect the baby were seen.");
    if (visit.seen == ChildSeen::not_born && visit.parents_seen == Answer::no && is_blank(visit.not_seen_why))
        return refuse(Because::invalid, "not_seen_why", "Say why the parents were not seen.");
    if (visit.seen == ChildSeen::not_seen && is_blank(visit.not_seen_why))
        return refuse(Because::invalid, "not_seen_why", "Say why the child was not seen.");
    visit.plan = plan.id;
    if (visit.visited_by.is_nil()) visit.visited_by = actor.id;
    return visit;
}

bool counts(const NeedPlanVisit& visit) {
    return was_seen(visit.seen) || (visit.seen == ChildSeen::not_born && visit.parents_seen == Answer::yes);
}

std::string_view who_was_seen(const NeedPlanVisit& visit) {
    if (visit.seen != ChildSeen::not_born || visit.parents_seen == Answer::not_known) return says(visit.seen);
    return visit.parents_seen == Answer::yes ? "The parents who expect the baby were seen"
                                             : "The parents who expect the baby were not seen";
}

bool was_seen(ChildSeen seen) {
    return seen == ChildSeen::seen_alone || seen == ChildSeen::seen_with_others || seen == ChildSeen::observed;
}

Result<NeedPlan> end_need_plan(NeedPlan plan, std::span<const NeedPlanReview> reviews, const EndNeedPlan& command,
                               Instant now) {
    TRY(check_not_ended(plan));
    if (command.ended_on < plan.decided_on || command.ended_on > london_date(now))
        return refuse(Because::invalid, "ended_on", "The plan ends between the day it was decided and today.");
    bool agreed = std::ranges::any_of(
        reviews, [](const NeedPlanReview& each) { return each.decision == NeedReviewDecision::ends; });
    if (command.end == NeedPlanEnd::no_longer_needed && !agreed)
        return refuse(Because::conflict, "end",
                      "Hold a review with the family first: it is the review that decides that help is not needed.");
    if (command.end == NeedPlanEnd::other && is_blank(command.why))
        return refuse(Because::invalid, "why", "Say why the plan ends.");
    plan.state = NeedPlanState::ended;
    plan.ended_on = command.ended_on;
    plan.end = command.end;
    plan.ended_why = command.why;
    plan.next_review.reset();
    ++plan.version;
    return plan;
}

std::vector<Missing> missing_from_plan(const NeedPlan& plan, std::span<const NeedPlanMember> members,
                                       std::span<const NeedPlanAction> actions) {
    MissingList missing;
    missing.fact(plan.met_on.has_value(), "met_on", "Hold the planning meeting and record it.");
    missing.text(plan.already_helps, "already_helps", "Write what already helps.");
    missing.text(plan.family_wants, "family_wants", "Write what the family wants, in its own words.");
    missing.either(plan.child_wants, plan.child_wants_missing_why, "child_wants",
                   "Write what the child wants, or why it could not be had.");
    missing.fact(!actions.empty(), "actions", "Agree at least one thing that somebody does, by a day.");
    missing.fact(std::ranges::any_of(members, [](const NeedPlanMember& each) { return !each.person.is_nil(); }),
                 "members", "Record who of the family agrees, and who does not.");
    missing.fact(plan.next_review.has_value(), "next_review", "Set the day of the next review.");
    return missing.take();
}

std::string_view says(NeedPlanState state) {
    switch (state) {
        case NeedPlanState::being_planned:
            return "Planning meeting still to come";
        case NeedPlanState::active:
            return "Active";
        case NeedPlanState::ended:
            return "Ended";
    }
    return "";
}

std::string_view says(NeedPlanEnd end) {
    switch (end) {
        case NeedPlanEnd::no_longer_needed:
            return "Everyone decided that help is no longer needed";
        case NeedPlanEnd::family_ended_agreement:
            return "The family ended its agreement";
        case NeedPlanEnd::child_protection_plan:
            return "A child protection plan began";
        case NeedPlanEnd::looked_after:
            return "The child is looked after";
        case NeedPlanEnd::moved_away:
            return "Moved to another authority";
        case NeedPlanEnd::turned_18:
            return "Turned 18";
        case NeedPlanEnd::died:
            return "Died";
        case NeedPlanEnd::pregnancy_ended:
            return "The pregnancy ended";
        case NeedPlanEnd::other:
            return "Another reason";
    }
    return "";
}

std::string_view says(Agreement agreement) {
    switch (agreement) {
        case Agreement::not_asked:
            return "Not asked yet";
        case Agreement::agrees:
            return "Agrees";
        case Agreement::agrees_in_part:
            return "Agrees in part";
        case Agreement::declines:
            return "Declines";
    }
    return "";
}

std::string_view says(ActionState state) {
    switch (state) {
        case ActionState::to_do:
            return "To do";
        case ActionState::done:
            return "Done";
        case ActionState::changed:
            return "Changed";
        case ActionState::dropped:
            return "Dropped";
    }
    return "";
}

std::string_view says(NeedReviewDecision decision) {
    switch (decision) {
        case NeedReviewDecision::continues:
            return "The plan goes on";
        case NeedReviewDecision::ends:
            return "The plan is no longer needed";
        case NeedReviewDecision::step_up:
            return "More is needed: strategy discussion";
    }
    return "";
}

}  // namespace kith::core
