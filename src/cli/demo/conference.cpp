#include "cli/demo/conference.h"

#include <algorithm>

#include "actions/conference.h"
#include "store/conference_store.h"
#include "store/person_store.h"
#include "store/process_store.h"

namespace kith::cli {

using namespace core;

struct Professional {
    std::string_view name;
    std::string_view agency;
    std::string_view role;
};

/// Who sees these children every week: a school's safeguarding lead has nothing to say of a baby who is not born.
static Professional who_sees_them(const Family& family, Date today) {
    bool born = false;
    for (const Person& child : family.children) {
        if (child.stage == Stage::unborn) continue;
        born = true;
        if (!child.date_of_birth || today - *child.date_of_birth >= std::chrono::days(4 * 365))
            return {"Ted Lowfield", "Education", "Safeguarding lead"};
    }
    if (born) return {"Bea Quillfeather", "Early years", "Nursery manager"};
    return {"Gwen Tarrowby", "Midwifery", "Community midwife"};
}

/// As whoever arranges does it: each parent is asked what helps, and where one may be afraid of the other they come
/// apart, before anything is sent.
static Result<void> send_invitations(actions::Work& work, const Case& open, ConferenceId id) {
    auto people = work.store.list<ConferenceInvitation>("WHERE conference = $1 ORDER BY id", id);
    for (ConferenceInvitation& each : people)
        if (each.invited_as == InvitedAs::parent_or_carer)
            each.adjustments = "A break when it gets too much, and somebody to sit beside.";
    TRY(actions::record_people(work, id, people));
    bool apart = open.worry.factor.starts_with('3') && open.family.adults.size() > 1;
    TRY(actions::arrange_attendance(work, id, apart ? Attendance::separately : Attendance::together,
                                    apart ? "The parents come one after the other, by different doors." : ""));
    TRY(actions::send_invitations(work, id));
    return {};
}

static bool is_late(actions::Work& work, const Family& family, Date on) {
    return std::ranges::any_of(family.children, [&](const Person& child) {
        auto owed = work.store.list<OpenDuty>(
            "WHERE child = $1 AND closed_at IS NULL AND duty IN ('hold_initial_conference', "
            "'hold_transfer_in_conference', 'hold_first_review_conference', 'hold_review_conference') ORDER BY due, id",
            child.id);
        return !owed.empty() && owed.front().due < on;
    });
}

static Result<ConferenceId> call(actions::Work& work, const Case& open, Date on, const Actor& chair,
                                 Answer transferred_in) {
    actions::CallConference command{{},
                                    from_london(on, std::chrono::hours(10)),
                                    "Civic centre, room 4",
                                    is_late(work, open.family, on) ? "The first date that everybody could come." : ""};
    for (const Person& child : open.family.children)
        command.children.push_back({child.id, transferred_in});
    Conference called = TRY(actions::call_conference(work, command));
    for (auto [name, agency, role] : {Professional{"Joan Birchwood", "Health visiting", "Health visitor"},
                                      who_sees_them(open.family, work.today)}) {
        ConferenceInvitation row;
        row.name = name;
        row.agency = agency;
        row.role = role;
        TRY(actions::invite(work, called.id, row));
    }
    TRY(actions::name_chair(work, {called.id, {.chair = chair.id}, Answer::no}));
    if (!open.family.adults.empty()) TRY(send_invitations(work, open, called.id));
    return called.id;
}

/// The worker's own report, asked for, written and gone through with each adult of the family two days before.
static Result<void> share_reports(actions::Work& work, const Case& open, ConferenceId id) {
    ConferenceReport report;
    report.asked_of = open.desk.worker.name;
    report.agency = "Children's social care";
    report = TRY(actions::ask_for_report(work, id, report));
    report.received_on = work.today;
    report.strengths = "They turn up, and they love each other.";
    report.concerns = open.worry.worry;
    TRY(actions::receive_report(work, id, report));
    for (const Adult& adult : open.family.adults) {
        ReportShared shared;
        shared.report = report.id;
        shared.adult = adult.person.id;
        shared.shared_on = work.today;
        shared.how = "Read through together at home.";
        TRY(actions::share_report(work, id, shared));
    }
    return {};
}

static std::string said_by(const ConferenceInvitation& who) {
    if (who.invited_as == InvitedAs::child) return "\"I want it to be quiet at night.\" The advocate read it out.";
    if (who.invited_as == InvitedAs::parent_or_carer) return "\"I know it has to change and I want help to do it.\"";
    return "What they have seen since the last time, good and bad.";
}

static Result<void> hold(actions::Work& work, ConferenceId id) {
    auto people = work.store.list<ConferenceInvitation>("WHERE conference = $1 ORDER BY id", id);
    for (ConferenceInvitation& each : people) {
        if (!is_blank(each.not_invited_why)) continue;
        each.came = each.invited_as == InvitedAs::child ? CameToConference::did_not_come : CameToConference::came;
        each.said = said_by(each);
    }
    TRY(actions::record_people(work, id, people));
    HoldConference command{
        .held_at = work.now, .met_parents_at = work.now - std::chrono::minutes(40), .met_parents_who = "The parents"};
    TRY(actions::hold_conference(work, id, command));
    return {};
}

static DecideConferenceChild decision_for(actions::Work& work, const Case& open, ConferenceDecision decision,
                                          AbuseCategory category, Date core_group_on, Date review_on, PersonId child) {
    DecideConferenceChild made;
    made.decision = decision;
    made.threshold = decision == ConferenceDecision::plan_ended
                         ? "Nothing new for three months, and the changes have held."
                         : "Agencies agree on what has happened and what may happen.";
    if (is_unborn(work.store, child))
        made.child_view_missing = "Not born yet.";
    else
        made.child_view = "\"I want us to be together and nobody to shout.\"";
    if (decision == ConferenceDecision::plan_ended) made.plan_end = PlanEnd::no_longer_at_continuing_risk;
    if (decision != ConferenceDecision::plan_made && decision != ConferenceDecision::plan_continues) return made;
    made.category = category;
    made.outline = "Visits, a safe adult at night, help for the parents. If it fails: legal advice within a day.";
    made.accountable_worker = open.desk.worker.id;
    if (decision == ConferenceDecision::plan_made) made.first_core_group_on = core_group_on;
    made.review_on = review_on;
    return made;
}

/// The adults who were invited; a school has no part in the plan of a baby who is not born.
static std::vector<RawId> core_group_of(actions::Work& work, ConferenceId conference, PersonId child) {
    bool unborn = is_unborn(work.store, child);
    std::vector<RawId> members;
    for (const ConferenceInvitation& each :
         work.store.list<ConferenceInvitation>("WHERE conference = $1 ORDER BY id", conference))
        if (each.invited_as != InvitedAs::child && !(unborn && each.agency == "Education")) members.push_back(each.id);
    return members;
}

static Result<void> decide_conference(actions::Work& work, const Case& open, const ToDecide& what) {
    for (const ConferenceChild& row :
         work.store.list<ConferenceChild>("WHERE conference = $1 ORDER BY id", what.conference))
        TRY(actions::decide_conference_child(work, {what.conference, row.id,
                                                    decision_for(work, open, what.decision, what.category,
                                                                 what.core_group_on, what.review_on, row.child),
                                                    core_group_of(work, what.conference, row.child)}));
    TRY(actions::sign_off_conference(work, what.conference));
    return {};
}

Result<void> minute(World& world, ConferenceId conference) {
    return world.as(world.minutes, "the minutes", [&](actions::Work& work) -> Result<void> {
        auto record = TRY(actions::load_conference(work.store, conference));
        WriteMinutes minutes{"Everybody was heard, the family first. What goes well was named before what worries us.",
                             {}};
        if (record.children.size() > 1)
            for (const ConferenceChild& row : record.children)
                minutes.about_one.push_back({row.id, row.threshold});
        TRY(actions::write_minutes(work, {conference, actions::mark_of_minutes(record), minutes}));
        TRY(actions::send_minutes(work, conference, {work.today, "The parents and everybody who came.", "By post"}));
        return {};
    });
}

/// Called now, held and signed off on that day. False: still to come.
Result<bool> confer(World& world, const Case& open, Date on, const Actor& chair, ToDecide& what) {
    what.conference = TRY(world.as(open.desk.worker, "calling the conference", [&](actions::Work& work) {
        return call(work, open, on, chair, what.transferred_in);
    }));
    bool shares = !open.family.adults.empty() && world.dice.percent(85);
    Date before = world.service.days.due_before(on, shares ? 3 : 1);
    if (before > london_date(world.now) && !world.move_to(from_london(before, std::chrono::hours(15)))) return false;
    if (!open.family.adults.empty())
        TRY(world.as(open.desk.worker, "sharing the reports",
                     [&](actions::Work& work) { return share_reports(work, open, what.conference); }));
    if (!world.move_to(from_london(on, std::chrono::hours(11)))) return false;
    TRY(world.as(chair, "holding the conference", [&](actions::Work& work) { return hold(work, what.conference); }));
    if (!world.after_hours(1)) return false;
    TRY(world.as(chair, "signing the conference off",
                 [&](actions::Work& work) { return decide_conference(work, open, what); }));
    Date sent = world.service.days.due(on, world.dice.percent(90) ? 1 : 3);
    if (!world.move_to(from_london(sent, std::chrono::hours(10)))) return false;
    TRY(world.as(open.desk.worker, "sending the decision", [&](actions::Work& work) {
        return actions::send_decision(work, what.conference,
                                      {work.today, "The parents, everybody who came, the core group.", "By post"});
    }));
    if (what.decision != ConferenceDecision::plan_made) TRY(minute(world, what.conference));
    return true;
}

}  // namespace kith::cli
