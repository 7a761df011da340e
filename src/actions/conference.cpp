#include "actions/conference.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/authority.h"
#include "actions/conference_rows.h"
#include "actions/people.h"
#include "actions/step.h"
#include "actions/step_duties.h"
#include "store/conference_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/protection_plan_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

Result<ConferenceRecord> load_conference(store::Reader& reader, ConferenceId id) {
    auto conference = reader.find<Conference>(id);
    if (!conference) return no_such_record();
    ConferenceRecord record;
    record.conference = *conference;
    record.children = reader.list<ConferenceChild>("WHERE conference = $1 ORDER BY id", id);
    record.invitations = reader.list<ConferenceInvitation>("WHERE conference = $1 ORDER BY invited_as, name, id", id);
    record.reports = reader.list<ConferenceReport>("WHERE conference = $1 ORDER BY asked_on, id", id);
    record.shared = reader.list<ReportShared>("WHERE conference = $1 ORDER BY id", id);
    for (const ConferenceChild& child : record.children) {
        record.names.push_back(name_of(reader, child.child));
        if (child.plan.is_nil()) continue;
        for (CoreGroupMember& member : reader.list<CoreGroupMember>("WHERE plan = $1 ORDER BY name, id", child.plan))
            record.core_group.push_back(std::move(member));
    }
    return record;
}

Result<ConferenceRecord> conference_for(Work& work, Act act, ConferenceId id) {
    TRY(require(work.actor, act));
    ConferenceRecord record = TRY(load_conference(work.store, id));
    for (const ConferenceChild& row : record.children)
        if (auto child = work.store.find<Person>(row.child);
            child && may_for_child(work.actor, act, allocation_of(work.store, *child)))
            return record;
    return no_such_record();
}

TimelineEntry conference_entry(Work& work, const Conference& conference, PersonId child, const ChangeKind& kind,
                               Instant at, std::string title, std::string text) {
    return timeline_entry(
        work, {child, at, RecordKind::conference, conference.id, kind.name, std::move(title), std::move(text)});
}

static std::vector<std::string> names_of_free(store::Reader& reader, const std::vector<ChairTie>& ties) {
    std::vector<std::string> names;
    for (const Staff& each : staff_who_may(reader, Act::chair_conference))
        if (each.role == Role::conference_chair && chair_standing(ties, each.id) == ChairStanding::independent)
            names.push_back(each.name);
    return names;
}

Result<Conference> name_chair(Work& work, const NameConferenceChair& command) {
    bool head = may(work.actor.role, Act::chair_conference);
    ConferenceRecord record =
        TRY(conference_for(work, head ? Act::chair_conference : Act::arrange_conference, command.conference));
    auto chair = work.store.find<Staff>(command.chair.chair);
    if (!chair || chair->disabled_at || !may(chair->role, Act::chair_conference))
        return refuse(Because::invalid, "chair", "Choose a chair from the list.");
    std::vector<ChairTie> ties = chair_ties(work.store, record.children);
    if (command.relative == Answer::yes) ties.push_back({chair->id, Involvement::relative, ""});
    Conference conference = TRY(core::name_chair(std::move(record.conference), command.chair, ties,
                                                 names_of_free(work.store, ties), work.actor));
    std::vector<TimelineEntry> entries;
    for (const ConferenceChild& row : record.children)
        entries.push_back(conference_entry(work, conference, row.child, happened::conference_chair_named, work.now,
                                           fmt::format("{} chairs the conference", chair->name),
                                           conference.chair_override_why + conference.declaration_accepted));
    work.store.save(happened::conference_chair_named, conference.id, conference, entries);
    return conference;
}

std::string mark_of_attendance(const Conference& conference) {
    return mark_of({word(conference.attendance), conference.attendance_why});
}

Result<Conference> arrange_attendance(Work& work, ConferenceId id, Attendance attendance, std::string why,
                                      const SeenMark& seen) {
    ConferenceRecord record = TRY(conference_for(work, Act::arrange_conference, id));
    Conference conference = record.conference;
    if (seen && *seen != mark_of_attendance(conference)) return changed_meanwhile();
    conference.attendance = attendance;
    conference.attendance_why = std::move(why);
    ++conference.version;
    work.store.save(happened::conference_arranged, id, conference);
    return conference;
}

Result<ConferenceInvitation> invite(Work& work, ConferenceId id, ConferenceInvitation invitation) {
    ConferenceRecord record = TRY(conference_for(work, Act::arrange_conference, id));
    invitation = TRY(core::invite(std::move(invitation), record.conference));
    invitation.id = work.new_id<decltype(invitation.id)>();
    work.store.save(happened::conference_arranged, id, invitation);
    return invitation;
}

Result<Conference> send_invitations(Work& work, ConferenceId id) {
    ConferenceRecord record = TRY(conference_for(work, Act::arrange_conference, id));
    Conference conference = TRY(core::send_invitations(record, work.now));
    std::vector<TimelineEntry> entries;
    for (const ConferenceChild& row : record.children)
        entries.push_back(conference_entry(work, conference, row.child, happened::conference_invitations_sent, work.now,
                                           "Invitations to the conference sent"));
    work.store.save(happened::conference_invitations_sent, id, conference, entries);
    return conference;
}

Result<ConferenceReport> ask_for_report(Work& work, ConferenceId id, ConferenceReport report) {
    ConferenceRecord record = TRY(conference_for(work, Act::arrange_conference, id));
    if (is_blank(report.asked_of)) return refuse(Because::invalid, "asked_of", "Say whom the report is asked of.");
    report.id = work.new_id<decltype(report.id)>();
    report.conference = id;
    report.asked_on = work.today;
    report.due_on = work.service.days.due_before(london_date(record.conference.starts_at), 3);
    work.store.save(happened::conference_report_recorded, id, report);
    return report;
}

static bool every_report_is_settled(const ConferenceRecord& record) {
    return std::ranges::all_of(record.reports, [&](const ConferenceReport& report) {
        if (!report.received_on) return !is_blank(report.not_received_why);
        return std::ranges::all_of(record.invitations, [&](const ConferenceInvitation& adult) {
            if (adult.invited_as != InvitedAs::parent_or_carer || adult.person.is_nil()) return true;
            return std::ranges::any_of(record.shared, [&](const ReportShared& each) {
                return each.report == report.id && each.adult == adult.person;
            });
        });
    });
}

static void reports_settled(StepDuties& duties, const ConferenceRecord& record, Date on) {
    for (const ConferenceChild& row : record.children)
        duties.happened(Event::conference_reports_shared,
                        {RecordKind::conference, record.conference.id, row.child, {}, {}}, {on, {}});
}

Result<ConferenceReport> receive_report(Work& work, ConferenceId id, ConferenceReport report) {
    ConferenceRecord record = TRY(conference_for(work, Act::arrange_conference, id));
    auto row = std::ranges::find(record.reports, report.id, &ConferenceReport::id);
    if (row == record.reports.end()) return no_such_record();
    if (row->received_on || !is_blank(row->not_received_why)) return changed_meanwhile();
    if (!report.received_on && is_blank(report.not_received_why))
        return refuse(Because::invalid, "received_on", "Say when the report came in, or why it did not.");
    if (report.received_on && *report.received_on > work.today)
        return refuse(Because::invalid, "received_on", "The day the report came in cannot be in the future.");
    row->received_on = report.received_on;
    row->strengths = report.strengths;
    row->concerns = report.concerns;
    row->not_received_why = report.not_received_why;
    StepDuties duties(work);
    if (every_report_is_settled(record)) reports_settled(duties, record, work.today);
    work.store.save(happened::conference_report_recorded, id, *row, duties.rows());
    return *row;
}

Result<ReportShared> share_report(Work& work, ConferenceId id, ReportShared shared) {
    ConferenceRecord record = TRY(conference_for(work, Act::arrange_conference, id));
    auto report = std::ranges::find(record.reports, shared.report, &ConferenceReport::id);
    if (report == record.reports.end()) return no_such_record();
    if (shared.shared_on && *shared.shared_on > work.today)
        return refuse(Because::invalid, "shared_on", "The day the report was shared cannot be in the future.");
    shared = TRY(core::share_report(std::move(shared), *report));
    shared.id = work.new_id<decltype(shared.id)>();
    record.shared.push_back(shared);
    StepDuties duties(work);
    if (every_report_is_settled(record)) reports_settled(duties, record, shared.shared_on.value_or(work.today));
    work.store.save(happened::conference_report_recorded, id, shared, duties.rows());
    return shared;
}

static void add_what_is_owed(store::Reader& reader, ConferenceView& view) {
    for (const OpenDuty& each :
         reader.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", view.record.conference.id)) {
        if (each.duty == Duty::share_conference_reports) view.reports_owed = true;
        if (each.duty == Duty::send_conference_decision) view.decision_owed = true;
        if (each.duty == Duty::send_conference_minutes) view.minutes_due = each.due;
    }
}

Result<ConferenceView> conference(const Service& service, store::Reader& reader, const Actor& actor, ConferenceId id) {
    ConferenceView view;
    view.record = TRY(load_conference(reader, id));
    bool mine = view.record.conference.chair == actor.id;
    for (const ConferenceChild& row : view.record.children) {
        auto child = reader.find<Person>(row.child);
        if (!child) return no_such_record();
        mine = mine || may_for_child(actor, Act::read_child, allocation_of(reader, *child));
        view.children.push_back(std::move(*child));
    }
    if (!mine) return no_such_record();
    for (const ReportShared& each : view.record.shared)
        view.shared_with.push_back(name_of(reader, each.adult));
    view.chair_name = staff_name(reader, view.record.conference.chair);
    view.minutes_by = staff_name(reader, view.record.conference.minutes_by);
    view.limits = limits_after(service, london_date(view.record.conference.starts_at));
    view.before_inviting = missing_before_inviting(view.record);
    view.missing = missing_from(view.record, view.limits);
    view.questions = questions_about_date(view.record.conference, view.record.children, service.days);
    view.chairs = staff_who_may(reader, Act::chair_conference);
    view.ties = chair_ties(reader, view.record.children);
    add_what_is_owed(reader, view);
    return view;
}

}  // namespace kith::actions
