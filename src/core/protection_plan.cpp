#include "core/protection_plan.h"

#include <fmt/format.h>

#include <algorithm>

namespace kith::core {

bool is_running(const ProtectionPlan& plan) {
    return !plan.ended_on;
}

static Result<void> require_running(const ProtectionPlan& plan) {
    if (is_running(plan)) return {};
    return refuse(Because::conflict, "", fmt::format("This plan ended on {}.", long_date(*plan.ended_on)));
}

static Result<void> check_review_date(Date booked, Date held_on, const ReviewLimit& limit) {
    if (booked <= held_on)
        return refuse(Because::invalid, "review_booked", "The review is after the day of this conference.");
    if (booked > limit.last_day)
        return refuse(Because::invalid, "review_booked",
                      fmt::format("The review must be on or before {}. The last working day that can be booked is {}.",
                                  long_date(limit.last_day), weekday_and_date(limit.last_working)));
    return {};
}

Result<ProtectionPlan> make_protection_plan(const MakeProtectionPlan& command,
                                            std::span<const ProtectionPlan> of_the_child) {
    if (auto running = std::ranges::find_if(of_the_child, is_running); running != of_the_child.end())
        return refuse(Because::conflict, "decision",
                      fmt::format("This child has had a child protection plan since {}. Record a review of it instead.",
                                  long_date(running->started_on)));
    TRY(check_review_date(command.review_booked, command.held_on, command.review));
    ProtectionPlan plan;
    plan.id = command.id;
    plan.child = command.child;
    plan.started_on = command.held_on;
    plan.conference = command.conference;
    plan.category = command.category;
    plan.accountable_worker = command.accountable_worker;
    plan.team = command.team;
    plan.reviewed_on = command.held_on;
    plan.review_by = command.review.last_day;
    plan.review_booked = command.review_booked;
    return plan;
}

Result<void> check_no_need_plan(Date protection_starts, std::optional<Date> need_plan_started,
                                std::optional<Date> need_plan_ended) {
    bool overlaps = need_plan_started && (!need_plan_ended || *need_plan_ended > protection_starts);
    if (!overlaps) return {};
    return refuse(Because::conflict, "need_plan",
                  fmt::format("The child in need plan of {} must end on {}, when the child protection plan starts.",
                              long_date(*need_plan_started), long_date(protection_starts)));
}

Result<ProtectionPlan> write_plan(ProtectionPlan plan, const PlanText& text) {
    TRY(require_running(plan));
    if (text.visit_every_days < 1)
        return refuse(Because::invalid, "visit_every_days", "Say how many working days there may be between visits.");
    plan.already_helps = text.already_helps;
    plan.contingency = text.contingency;
    plan.family_view = text.family_view;
    plan.child_view = text.child_view;
    plan.child_view_missing = text.child_view_missing;
    plan.visit_every_days = text.visit_every_days;
    plan.visited_by = text.visited_by;
    ++plan.version;
    return plan;
}

Result<ProtectionPlan> continue_plan(ProtectionPlan plan, const ReviewPlan& command) {
    TRY(require_running(plan));
    if (command.held_on <= plan.reviewed_on)
        return refuse(Because::invalid, "held_on",
                      fmt::format("The last conference about this plan was on {}: the review must be after it.",
                                  long_date(plan.reviewed_on)));
    TRY(check_review_date(command.review_booked, command.held_on, command.next));
    plan.category = command.category;
    plan.last_review = command.conference;
    plan.reviewed_on = command.held_on;
    plan.review_by = command.next.last_day;
    plan.review_booked = command.review_booked;
    ++plan.version;
    return plan;
}

bool needs_conference(PlanEnd end) {
    return end == PlanEnd::no_longer_at_continuing_risk;
}

static bool may_end_on_its_first_day(PlanEnd end) {
    return end == PlanEnd::died || end == PlanEnd::pregnancy_ended;
}

Result<ProtectionPlan> end_plan(ProtectionPlan plan, const EndPlan& command) {
    TRY(require_running(plan));
    if (needs_conference(command.end) && command.conference.is_nil())
        return refuse(Because::invalid, "end",
                      "Only a review conference can decide that the child is no longer at continuing risk. Book an "
                      "early review.");
    if (command.on < plan.started_on) return refuse(Because::invalid, "on", "The plan cannot end before it started.");
    if (command.on == plan.started_on && !may_end_on_its_first_day(command.end))
        return refuse(Because::invalid, "on", "A plan cannot start and end on the same day. Check both dates.");
    if (is_blank(command.why)) return refuse(Because::invalid, "end_why", "Give the reasons why the plan ends.");
    plan.ended_on = command.on;
    plan.end = command.end;
    plan.end_why = command.why;
    if (!command.conference.is_nil()) {
        plan.last_review = command.conference;
        plan.reviewed_on = command.on;
    }
    ++plan.version;
    return plan;
}

Result<PlanAction> look_at_action(PlanAction action, ActionStatus status, std::string_view note, Date on) {
    bool explain = status == ActionStatus::not_done || status == ActionStatus::no_longer_needed;
    if (explain && is_blank(note))
        return refuse(Because::invalid, "note", fmt::format("Say why \"{}\" was not done.", action.what));
    action.status = status;
    action.note = note;
    action.looked_at_on = on;
    return action;
}

Result<ProtectionVisit> record_visit(const ProtectionPlan& plan, ProtectionVisit visit, const Actor& actor,
                                     Instant now) {
    if (visit.visited_at > now) return refuse(Because::invalid, "visited_at", "Record a visit once it has been made.");
    if (!counts(visit) && is_blank(visit.why_not))
        return refuse(Because::invalid, "why_not", "Say why nobody was seen.");
    visit.plan = plan.id;
    visit.child = plan.child;
    if (visit.by.is_nil()) visit.by = actor.id;
    return visit;
}

static void add_missing_changes(MissingList& list, std::span<const PlanChange> changes,
                                std::span<const PlanAction> actions) {
    list.fact(!changes.empty(), "changes", "Say what must change for the child to be safe.");
    for (const PlanChange& change : changes) {
        std::string field = fmt::format("change_{}", change.position);
        list.text(change.must_change, field, fmt::format("Say what must change, number {}.", change.position));
        list.text(change.how_we_will_know, field,
                  fmt::format("Say how everyone will know that change {} has happened.", change.position));
        list.fact(change.by.has_value(), field, fmt::format("Give a date for change {}.", change.position));
        bool somebody = std::ranges::any_of(actions, [&](const PlanAction& action) {
            return action.change == change.id && !is_blank(action.who) && !is_blank(action.what);
        });
        list.fact(somebody, field, fmt::format("Say who does what to bring about change {}.", change.position));
    }
}

std::vector<Missing> missing_from(const ProtectionPlan& plan, std::span<const PlanChange> changes,
                                  std::span<const PlanAction> actions) {
    MissingList list;
    add_missing_changes(list, changes, actions);
    list.text(plan.visited_by, "visited_by", "Say who visits the child and what the visits are for.");
    list.text(plan.already_helps, "already_helps", "Say what already helps, or \"none known\".");
    list.text(plan.contingency, "contingency", "Say what happens if the plan does not work.");
    list.either(plan.child_view, plan.child_view_missing, "child_view",
                "Record what the child thinks of the plan, or why that is not known.");
    list.text(plan.family_view, "family_view", "Record how far the family agrees with the plan, in their words.");
    list.fact(!plan.accountable_worker.is_nil(), "accountable_worker", "Name the accountable social worker.");
    return list.take();
}

ReviewLimit review_limit(const Due& due) {
    return {due.date, due.book_by};
}

Date next_visit_by(const ProtectionPlan& plan, std::optional<Date> last_seen, const WorkingDays& days) {
    Date from = last_seen ? std::max(*last_seen, plan.started_on) : plan.started_on;
    return days.due(from, plan.visit_every_days);
}

std::string question_about_review(Date booked, const ReviewLimit& limit, const WorkingDays& days) {
    if (booked > limit.last_day)
        return fmt::format("{} is after the limit of {}. The last working day that can be booked is {}.",
                           weekday_and_date(booked), long_date(limit.last_day), weekday_and_date(limit.last_working));
    if (!days.is_working_day(booked))
        return fmt::format("{} is not a working day. Is that right? The last working day that can be booked is {}.",
                           weekday_and_date(booked), weekday_and_date(limit.last_working));
    return "";
}

std::string_view says(AbuseCategory category) {
    switch (category) {
        case AbuseCategory::neglect:
            return "Neglect";
        case AbuseCategory::physical_abuse:
            return "Physical abuse";
        case AbuseCategory::sexual_abuse:
            return "Sexual abuse";
        case AbuseCategory::emotional_abuse:
            return "Emotional abuse";
    }
    return "";
}

std::string_view says(PlanEnd end) {
    switch (end) {
        case PlanEnd::no_longer_at_continuing_risk:
            return "No longer at continuing risk of significant harm";
        case PlanEnd::moved_and_transferred:
            return "Moved, and the new authority has held its conference";
        case PlanEnd::reached_18:
            return "Reached 18";
        case PlanEnd::died:
            return "Died";
        case PlanEnd::left_the_country:
            return "Left the United Kingdom for good";
        case PlanEnd::pregnancy_ended:
            return "The pregnancy ended";
    }
    return "";
}

std::string_view says(ActionStatus status) {
    switch (status) {
        case ActionStatus::to_do:
            return "To do";
        case ActionStatus::under_way:
            return "Under way";
        case ActionStatus::done:
            return "Done";
        case ActionStatus::not_done:
            return "Not done";
        case ActionStatus::no_longer_needed:
            return "No longer needed";
    }
    return "";
}

}  // namespace kith::core
