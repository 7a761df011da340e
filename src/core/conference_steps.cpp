#include "core/conference_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kith::core {

static bool takes_part(const ConferenceChild& child) {
    return is_blank(child.stopped_why);
}

static bool is_there(const ConferenceInvitation& invitation) {
    return invitation.came == CameToConference::came || invitation.came == CameToConference::by_link;
}

bool is_first(ConferenceKind kind) {
    return kind != ConferenceKind::review;
}

bool has_plan_after(ConferenceDecision decision) {
    return decision == ConferenceDecision::plan_made || decision == ConferenceDecision::plan_continues;
}

static Result<void> require_called(const Conference& conference) {
    if (conference.state == ConferenceState::called) return {};
    return refuse(Because::conflict, "",
                  fmt::format("This conference is no longer being arranged: {}.", says(conference.state)));
}

static Result<void> check_kind(const ConferenceChild& child, std::span<const ProtectionPlan> plans) {
    bool on_plan = std::ranges::any_of(
        plans, [&](const ProtectionPlan& plan) { return plan.child == child.child && is_running(plan); });
    if (on_plan && is_first(child.kind))
        return refuse(Because::conflict, "children",
                      "This child is already on a child protection plan: book an early review, never a second initial "
                      "conference.");
    if (!on_plan && !is_first(child.kind))
        return refuse(Because::conflict, "children",
                      "This child has no child protection plan to review: book an initial or transfer-in conference.");
    return {};
}

Result<Conference> call_conference(Conference conference, std::span<const ConferenceChild> children,
                                   std::span<const ProtectionPlan> of_the_children, const Actor& actor) {
    if (children.empty())
        return refuse(Because::invalid, "children", "Choose the children whom the conference is about.");
    std::set<PersonId> seen;
    for (const ConferenceChild& child : children) {
        if (!seen.insert(child.child).second)
            return refuse(Because::invalid, "children",
                          "Each child is on the conference once. Take the second one off.");
        TRY(check_kind(child, of_the_children));
    }
    conference.state = ConferenceState::called;
    if (conference.team.is_nil()) conference.team = actor.team;
    return conference;
}

std::vector<Missing> questions_about_date(const Conference& conference, std::span<const ConferenceChild> children,
                                          const WorkingDays& days) {
    Date day = london_date(conference.starts_at);
    MissingList list;
    if (!days.is_working_day(day))
        list.fact(false, "starts_at", fmt::format("{} is not a working day. Is that right?", weekday_and_date(day)));
    auto earliest = std::ranges::min_element(children, {}, &ConferenceChild::due);
    if (earliest != children.end() && day > earliest->due && is_blank(conference.late_why))
        list.fact(false, "late_why",
                  fmt::format("It was due on {}. Book it sooner, or say why it is late.", long_date(earliest->due)));
    return list.take();
}

static Result<void> check_chair(const NameChair& command, std::span<const ChairTie> ties,
                                std::span<const std::string> free, const Actor& actor) {
    bool head = may(actor.role, Act::decide_on_chair) && actor.id != command.chair;
    std::string why = ties_in_words(ties, command.chair);
    switch (chair_standing(ties, command.chair)) {
        case ChairStanding::independent:
            return {};
        case ChairStanding::must_declare:
            if (!is_blank(command.declares) && head && !is_blank(command.declaration_accepted)) return {};
            return refuse(
                Because::invalid, "chair",
                fmt::format("This chair {}. The chair declares that, and a head of service says why it does "
                            "not matter. Or choose somebody who is free: {}.",
                            why, free.empty() ? "nobody is just now" : fmt::format("{}", fmt::join(free, ", "))));
        case ChairStanding::blocked:
            if (head && !is_blank(command.override_why)) return {};
            return refuse(
                Because::conflict, "chair",
                fmt::format("This chair is not independent: {}. Free chairs: {}. A head of service can decide "
                            "otherwise and give the reason. The date of the conference stays.",
                            why, free.empty() ? "none" : fmt::format("{}", fmt::join(free, ", "))));
    }
    return {};
}

Result<Conference> name_chair(Conference conference, const NameChair& command, std::span<const ChairTie> ties,
                              std::span<const std::string> free, const Actor& actor) {
    TRY(require_called(conference));
    TRY(check_chair(command, ties, free, actor));
    auto standing = chair_standing(ties, command.chair);
    conference.chair = command.chair;
    conference.chair_declares = command.declares;
    bool declared = standing == ChairStanding::must_declare;
    conference.declaration_by = declared ? actor.id : StaffId{};
    conference.declaration_accepted = declared ? command.declaration_accepted : "";
    bool overridden = standing == ChairStanding::blocked;
    conference.chair_override_by = overridden ? actor.id : StaffId{};
    conference.chair_override_why = overridden ? command.override_why : "";
    ++conference.version;
    return conference;
}

Result<ConferenceInvitation> invite(ConferenceInvitation invitation, const Conference& conference) {
    TRY(require_called(conference));
    if (is_blank(invitation.name)) return refuse(Because::invalid, "name", "Give the name of the person to invite.");
    bool relative_interprets = invitation.invited_as == InvitedAs::interpreter && !invitation.person.is_nil();
    if (relative_interprets && is_blank(invitation.relative_interprets_why))
        return refuse(Because::invalid, "invited_as",
                      "A member of the family does not interpret. Book an interpreter. In an emergency, say why nobody "
                      "else can; a child, or the person the worry is about, never does.");
    invitation.conference = conference.id;
    return invitation;
}

static bool has_invited(const ConferenceRecord& record, InvitedAs as) {
    return std::ranges::any_of(record.invitations, [&](const auto& row) { return row.invited_as == as; });
}

std::vector<Missing> missing_before_inviting(const ConferenceRecord& record) {
    const Conference& conference = record.conference;
    MissingList list;
    list.fact(!conference.chair.is_nil(), "chair", "Name the chair.");
    list.fact(conference.attendance != Attendance::undecided, "attendance",
              "Decide whether all adults can be in one room, before invitations go out.");
    if (conference.attendance == Attendance::separately || conference.attendance == Attendance::by_link)
        list.text(conference.attendance_why, "attendance_why", "Say who must not meet whom, and how that is kept so.");
    list.fact(has_invited(record, InvitedAs::parent_or_carer), "invitations",
              "Put each parent or carer on the list. Whoever is left out stands on it too, with the reason.");
    list.fact(has_invited(record, InvitedAs::child), "invitations",
              "Put the child on the list. If the child is left out, write the reason and who speaks for them.");
    list.fact(has_invited(record, InvitedAs::professional), "invitations", "Put the professionals on the list.");
    for (const ConferenceInvitation& row : record.invitations)
        if (row.invited_as == InvitedAs::parent_or_carer && is_blank(row.not_invited_why))
            list.text(
                row.adjustments, "adjustments",
                fmt::format("Ask {} what would make it easier to take part, or write \"asked, none\".", row.name));
    return list.take();
}

Result<Conference> send_invitations(const ConferenceRecord& record, Instant now) {
    TRY(require_called(record.conference));
    TRY(refuse_if_any(missing_before_inviting(record)));
    Conference conference = record.conference;
    conference.invited_at = now;
    ++conference.version;
    return conference;
}

Result<SentOut> send_decision(SentOut sent, const ConferenceRecord& record, Date today) {
    if (record.conference.state != ConferenceState::decided)
        return refuse(Because::conflict, "", "The chair has not signed the decision off yet: it is sent after that.");
    if (sent.on > today) return refuse(Because::invalid, "sent", "The day it was sent cannot be in the future.");
    if (sent.on < london_date(record.conference.starts_at))
        return refuse(Because::invalid, "sent", "Nothing of it can be sent before the conference.");
    if (is_blank(sent.to)) return refuse(Because::invalid, "sent_to", "Say who got it.");
    if (is_blank(sent.how)) return refuse(Because::invalid, "sent_how", "Say how it was sent.");
    return sent;
}

Result<ConferenceRecord> write_minutes(ConferenceRecord record, const WriteMinutes& minutes, StaffId by, Instant now) {
    Conference& conference = record.conference;
    if (conference.state != ConferenceState::held && conference.state != ConferenceState::decided)
        return refuse(Because::conflict, "", "Minutes are written once the conference was held.");
    if (conference.minutes_sent_on)
        return refuse(Because::conflict, "",
                      "These minutes went out on " + long_date(*conference.minutes_sent_on) +
                          ": what people hold in their hands stands. Say at the next conference what was wrong.");
    conference.minutes = minutes.about_all;
    conference.minutes_by = by;
    conference.minutes_written_at = now;
    ++conference.version;
    for (ConferenceChild& child : record.children)
        for (const WriteMinutes::AboutOne& each : minutes.about_one)
            if (each.row == child.id) child.minutes = each.text;
    if (!has_minutes(record)) return refuse(Because::invalid, "minutes", "Write what was said.");
    return record;
}

bool has_minutes(const ConferenceRecord& record) {
    return !is_blank(record.conference.minutes) ||
           std::ranges::any_of(record.children, [](const auto& child) { return !is_blank(child.minutes); });
}

Result<Conference> send_minutes(const ConferenceRecord& record, const SentOut& sent, Date today) {
    if (!has_minutes(record))
        return refuse(Because::conflict, "", "Write the minutes first: they are sent after that.");
    SentOut checked = TRY(send_decision(sent, record, today));
    Conference conference = record.conference;
    conference.minutes_sent_on = checked.on;
    conference.minutes_sent_to = checked.to;
    conference.minutes_sent_how = checked.how;
    ++conference.version;
    return conference;
}

Result<ReportShared> share_report(ReportShared shared, const ConferenceReport& report) {
    if (shared.shared_on && !report.received_on)
        return refuse(Because::conflict, "shared_on",
                      fmt::format("The report of {} has not come in yet.", report.asked_of));
    if (shared.shared_on && *shared.shared_on < *report.received_on)
        return refuse(
            Because::invalid, "shared_on",
            fmt::format("The report came in on {}: it was not shared before that.", long_date(*report.received_on)));
    if (shared.shared_on && is_blank(shared.how))
        return refuse(Because::invalid, "how", "Say how the report was given: by hand, read aloud, by post.");
    if (!shared.shared_on && is_blank(shared.not_shared_why))
        return refuse(Because::invalid, "not_shared_why", "Say when the report was shared, or why it was not.");
    shared.report = report.id;
    shared.conference = report.conference;
    return shared;
}

int agencies_present(std::span<const ConferenceInvitation> invitations) {
    std::set<std::string_view> agencies;
    for (const ConferenceInvitation& row : invitations)
        if (row.invited_as == InvitedAs::professional && is_there(row) && !is_blank(row.agency))
            agencies.insert(row.agency);
    return static_cast<int>(agencies.size());
}

int quorum_under(const LocalPolicy& policy, Date day) {
    bool set = policy.conference_quorum && policy.from <= day;
    return set ? *policy.conference_quorum : usual_quorum;
}

static std::vector<Missing> missing_to_hold(const HoldConference& command, int agencies) {
    MissingList list;
    bool met = command.met_parents_at && *command.met_parents_at <= command.held_at;
    list.fact(met || !is_blank(command.not_met_why), "met_parents_at",
              "Say when the chair met the parents before the conference, or why not.");
    if (met) list.text(command.met_parents_who, "met_parents_who", "Say whom the chair met.");
    if (agencies < command.quorum) {
        list.text(command.not_quorate_why, "not_quorate_why",
                  fmt::format("Only {} of at least {} agencies were there. Give the reasons for going ahead, or record "
                              "that it did not proceed.",
                              agencies, command.quorum));
        list.text(command.early_review_considered, "early_review_considered",
                  "Say whether an early review is needed, because it went ahead with few agencies.");
    }
    return list.take();
}

Result<Conference> hold_conference(Conference conference, std::span<const ConferenceInvitation> invitations,
                                   const HoldConference& command, const Actor& actor, Instant now) {
    TRY(require_called(conference));
    if (command.held_at > now) return refuse(Because::invalid, "held_at", "Record a conference once it has been held.");
    if (conference.chair.is_nil()) return refuse(Because::invalid, "chair", "Name the chair first.");
    if (actor.id != conference.chair)
        return refuse(Because::forbidden, "",
                      "The chair records that the conference was held. Ask them, or name another.");
    TRY(refuse_if_any(missing_to_hold(command, agencies_present(invitations))));
    conference.state = ConferenceState::held;
    conference.starts_at = command.held_at;
    conference.met_parents_at = command.met_parents_at;
    conference.met_parents_who = command.met_parents_who;
    conference.not_met_why = command.not_met_why;
    conference.not_quorate_why = command.not_quorate_why;
    conference.early_review_considered = command.early_review_considered;
    ++conference.version;
    return conference;
}

static std::vector<Missing> missing_to_put_off(const ConferenceRecord& record, const DoNotProceed& command,
                                               std::span<const InterimSafetyPlan> running, Instant now) {
    MissingList list;
    list.text(command.why, "why", "Say why the conference does not proceed.");
    list.fact(command.next_starts_at > now, "next_starts_at", "Give the new date. The date it was due on stands.");
    for (std::size_t i = 0; i < record.children.size(); ++i) {
        const ConferenceChild& child = record.children[i];
        if (!takes_part(child)) continue;
        bool safe = std::ranges::any_of(running, [&](const InterimSafetyPlan& plan) {
            return plan.child == child.child && !plan.ended_at && missing_from(plan).empty();
        });
        list.fact(
            safe || child.kind == ConferenceKind::review, "safety_plan",
            fmt::format("Make an interim safety plan for {}, to last until the new date.", called(record.names, i)));
    }
    return list.take();
}

Result<PutOff> do_not_proceed(const ConferenceRecord& record, const DoNotProceed& command,
                              std::span<const InterimSafetyPlan> running, const IdSource& new_id, Instant now) {
    TRY(require_called(record.conference));
    TRY(refuse_if_any(missing_to_put_off(record, command, running, now)));
    PutOff put_off{record.conference, record.conference, {}};
    put_off.adjourned.state = ConferenceState::did_not_proceed;
    put_off.adjourned.did_not_proceed_why = command.why;
    put_off.adjourned.reconvened_as = command.next;
    ++put_off.adjourned.version;
    put_off.next.id = command.next;
    put_off.next.version = 1;
    put_off.next.starts_at = command.next_starts_at;
    put_off.next.instead_of = record.conference.id;
    put_off.next.late_why = command.why;
    put_off.next.invited_at.reset();
    for (ConferenceChild child : record.children) {
        if (!takes_part(child)) continue;
        child.id = decltype(child.id)(new_id());
        child.conference = command.next;
        put_off.children.push_back(std::move(child));
    }
    return put_off;
}

ConferenceChild stop_for_child(ConferenceChild child, std::string_view why) {
    child.stopped_why = why;
    return child;
}

Conference cancel_if_empty(Conference conference, std::span<const ConferenceChild> children) {
    bool over = conference.state != ConferenceState::called;
    if (over || std::ranges::any_of(children, takes_part)) return conference;
    conference.state = ConferenceState::cancelled;
    ++conference.version;
    return conference;
}

}  // namespace kith::core
