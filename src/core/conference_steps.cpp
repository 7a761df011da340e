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
    bool head = actor.role == Role::head_of_service && actor.id != command.chair;
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
              "Put each parent or carer on the list, or on it with the reason for leaving them out.");
    list.fact(has_invited(record, InvitedAs::child), "invitations",
              "Put the child on the list, or on it with the reason for leaving them out, and who speaks for them.");
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

static std::vector<Missing> missing_to_hold(const HoldConference& command, int agencies) {
    MissingList list;
    bool met = command.met_parents_at && *command.met_parents_at <= command.held_at;
    list.fact(met || !is_blank(command.not_met_why), "met_parents_at",
              "Say when the chair met the parents before the conference, or why not.");
    if (met) list.text(command.met_parents_who, "met_parents_who", "Say whom the chair met.");
    if (agencies < quorum) {
        list.text(command.not_quorate_why, "not_quorate_why",
                  fmt::format("Only {} of at least {} agencies were there. Give the reasons for going ahead, or record "
                              "that it did not proceed.",
                              agencies, quorum));
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
        list.fact(safe || child.kind == ConferenceKind::review, "safety_plan",
                  fmt::format("Make an interim safety plan for child {}, to last until the new date.", i + 1));
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
    std::string who = fmt::format("child {}", at + 1);
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
