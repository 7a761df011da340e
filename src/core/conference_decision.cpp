// The decision for each child, and all that the chair still needs before signing a conference off.
#include <fmt/format.h>

#include <algorithm>

#include "core/conference_steps.h"

namespace kith::core {

static bool takes_part(const ConferenceChild& child) {
    return is_blank(child.stopped_why);
}

static bool is_there(const ConferenceInvitation& invitation) {
    return invitation.came == CameToConference::came || invitation.came == CameToConference::by_link;
}

static Result<void> check_decision(const ConferenceChild& child, ConferenceDecision decision) {
    bool first = is_first(child.kind);
    if (first && (decision == ConferenceDecision::plan_continues || decision == ConferenceDecision::plan_ended))
        return refuse(Because::invalid, "decision",
                      "This child has no plan yet: choose a plan, help as a child in need, or no plan.");
    if (!first && decision == ConferenceDecision::plan_made)
        return refuse(Because::invalid, "decision", "This child is already on a plan: it continues or it ends.");
    return {};
}

Result<ConferenceChild> decide_conference_child(ConferenceChild child, const DecideConferenceChild& command,
                                                const Conference& conference, const Actor& actor) {
    if (conference.state != ConferenceState::held)
        return refuse(Because::conflict, "decision",
                      conference.state == ConferenceState::decided
                          ? "The chair has signed this conference off. A change needs an early review."
                          : "Record first that the conference was held.");
    if (actor.id != conference.chair)
        return refuse(Because::forbidden, "", "The chair records the decisions of the conference.");
    TRY(check_decision(child, command.decision));
    child.decision = command.decision;
    bool plan = has_plan_after(command.decision);
    child.category = plan ? command.category : std::nullopt;
    child.threshold = command.threshold;
    child.dissent = command.dissent;
    child.child_view = command.child_view;
    child.child_view_missing = command.child_view_missing;
    bool ends = child.kind == ConferenceKind::review && !plan;
    child.plan_end = ends ? command.plan_end : std::nullopt;
    child.outline = command.outline;
    child.accountable_worker = command.accountable_worker;
    child.first_core_group_on = command.first_core_group_on;
    child.review_on = plan ? command.review_on : std::nullopt;
    return child;
}

static void add_missing_reports(MissingList& list, const ConferenceRecord& record) {
    for (const ConferenceReport& report : record.reports) {
        list.fact(report.received_on || !is_blank(report.not_received_why), "reports",
                  fmt::format("Say when the report of {} came in, or why it did not.", report.asked_of));
        if (!report.received_on) continue;
        for (const ConferenceInvitation& adult : record.invitations) {
            if (adult.invited_as != InvitedAs::parent_or_carer || adult.person.is_nil()) continue;
            bool said = std::ranges::any_of(record.shared, [&](const ReportShared& row) {
                return row.report == report.id && row.adult == adult.person;
            });
            list.fact(said, "shared",
                      fmt::format("Say when {} was given the report of {}, or why not.", adult.name, report.asked_of));
        }
    }
}

static void add_missing_people(MissingList& list, const ConferenceRecord& record) {
    for (const ConferenceInvitation& row : record.invitations) {
        if (!is_blank(row.not_invited_why)) continue;
        list.fact(row.came != CameToConference::not_known, "came", fmt::format("Say whether {} came.", row.name));
        bool must_speak =
            row.invited_as == InvitedAs::parent_or_carer ||
            (is_there(row) && (row.invited_as == InvitedAs::professional || row.invited_as == InvitedAs::child));
        if (must_speak)
            list.either(row.said, row.said_nothing_why, "said",
                        fmt::format("Record what {} told the conference, or why nothing.", row.name));
    }
}

static void add_missing_plan(MissingList& list, const ConferenceChild& child, const ConferenceRecord& record,
                             const ConferenceLimits& limits, const std::string& field, std::string_view who) {
    list.fact(child.category.has_value(), field, fmt::format("Choose the one category of {}'s plan.", who));
    list.fact(!child.accountable_worker.is_nil(), field,
              fmt::format("Name the social worker accountable for {}.", who));
    list.text(child.outline, field, fmt::format("Write the outline of {}'s plan, and what happens if it fails.", who));
    const ReviewLimit& limit = is_first(child.kind) ? limits.first_review : limits.next_review;
    Date day = london_date(record.conference.starts_at);
    list.fact(child.review_on && *child.review_on > day && *child.review_on <= limit.last_day, field,
              fmt::format("Book {}'s review on or before {}. The last working day is {}.", who,
                          long_date(limit.last_day), weekday_and_date(limit.last_working)));
    if (child.decision != ConferenceDecision::plan_made) return;
    bool in_time = child.first_core_group_on && *child.first_core_group_on >= day &&
                   *child.first_core_group_on <= limits.core_group_by;
    list.fact(in_time, field,
              fmt::format("Give the date of {}'s first core group, on or before {}.", who,
                          weekday_and_date(limits.core_group_by)));
    std::vector<CoreGroupMember> members;
    std::ranges::copy_if(record.core_group, std::back_inserter(members),
                         [&](const CoreGroupMember& member) { return member.plan == child.plan; });
    for (const Missing& each : missing_from(members))
        list.fact(false, field, fmt::format("For {}: {}", who, each.sentence));
}

static void add_missing_child(MissingList& list, const ConferenceRecord& record, const ConferenceLimits& limits,
                              std::size_t at) {
    const ConferenceChild& child = record.children[at];
    std::string field = fmt::format("child_{}", at + 1);
    std::string who = called(record.names, at);
    list.fact(child.decision.has_value(), field, fmt::format("Record the decision for {}.", who));
    list.text(child.threshold, field,
              fmt::format("Say why {} is, or is not, at continuing risk of significant harm.", who));
    list.either(child.child_view, child.child_view_missing, field,
                fmt::format("Record the view of {}, or why it is not known.", who));
    if (!child.decision) return;
    if (has_plan_after(*child.decision)) add_missing_plan(list, child, record, limits, field, who);
    if (child.kind == ConferenceKind::review && !has_plan_after(*child.decision))
        list.fact(child.plan_end.has_value(), field, fmt::format("Give the reason why the plan of {} ends.", who));
}

std::vector<Missing> missing_from(const ConferenceRecord& record, const ConferenceLimits& limits) {
    MissingList list;
    add_missing_people(list, record);
    add_missing_reports(list, record);
    for (std::size_t i = 0; i < record.children.size(); ++i)
        if (takes_part(record.children[i])) add_missing_child(list, record, limits, i);
    return list.take();
}

Result<Conference> sign_off_conference(const ConferenceRecord& record, const ConferenceLimits& limits,
                                       const Actor& actor, Instant now) {
    if (record.conference.state != ConferenceState::held)
        return refuse(Because::conflict, "",
                      "Only a conference that was held, and is not signed off yet, can be signed off.");
    if (actor.id != record.conference.chair)
        return refuse(Because::forbidden, "", "Only the chair signs a conference off.");
    TRY(refuse_if_any(missing_from(record, limits)));
    Conference conference = record.conference;
    conference.state = ConferenceState::decided;
    conference.decided_at = now;
    ++conference.version;
    return conference;
}

}  // namespace kith::core
