#include "actions/pre_proceedings.h"

#include <fmt/format.h>

#include "actions/duties.h"
#include "actions/people.h"
#include "actions/step.h"
#include "actions/timeline.h"
#include "store/person_store.h"
#include "store/pre_proceedings_store.h"
#include "store/process_store.h"
#include "store/telling_store.h"

namespace kith::actions {

using namespace core;

namespace {

struct Loaded {
    PreProceedings pre_proceedings;
    Person child;
};

Result<Loaded> load(Work& work, const OfPreProceedings& of, Act act) {
    auto found = work.store.find<PreProceedings>(of.id);
    if (!found) return no_such_record();
    Person child = TRY(child_for(work.store, work.actor, act, found->child));
    if (found->version != of.version) return changed_meanwhile();
    return Loaded{std::move(*found), std::move(child)};
}

Subject subject_of(const PreProceedings& of, const Person& child) {
    return {RecordKind::pre_proceedings, of.id, child.id, worker_of(child), child.team};
}

TimelineEntry entry(Work& work, const PreProceedings& of, Date day, const ChangeKind& kind, std::string title,
                    std::string text = "") {
    Instant at = day == work.today ? work.now : from_london(day, std::chrono::hours(12));
    return timeline_entry(
        work, {of.child, at, RecordKind::pre_proceedings, of.id, kind.name, std::move(title), std::move(text)});
}

Decision decision_about(Work& work, const PreProceedings& of, std::string_view outcome, const std::string& reasons) {
    Decision decision = decision_by(work, RecordKind::pre_proceedings, of.id, of.child, outcome, reasons);
    decision.alternatives = of.alternatives;
    return decision;
}

void save_end(Work& work, const PreProceedings& ended, const Person& child) {
    auto duties = after(work, Event::pre_proceedings_ended, subject_of(ended, child), {*ended.ended_on, {}});
    auto entered = entry(work, ended, *ended.ended_on, happened::pre_proceedings_ended,
                         fmt::format("Pre-proceedings ended: {}", says(*ended.end)), ended.ended_why);
    if (is_decided(*ended.end))
        work.store.save(happened::pre_proceedings_ended, ended.id, ended, duties, entered,
                        decision_about(work, ended, word(*ended.end), ended.ended_why));
    else
        work.store.save(happened::pre_proceedings_ended, ended.id, ended, duties, entered);
}

}  // namespace

Result<PreProceedings> start_pre_proceedings(Work& work, PreProceedings facts) {
    Person child = TRY(child_for(work.store, work.actor, Act::decide_pre_proceedings, facts.child));
    TRY(require_another_person(work.actor, child.accountable_worker));
    PreProceedings started = TRY(
        core::start_pre_proceedings(std::move(facts), pre_proceedings_of(work.store, child.id), work.actor, work.now));
    started.id = work.new_id<PreProceedingsId>();
    started.version = 1;
    auto duties = after(work, Event::pre_proceedings_started, subject_of(started, child), {started.decided_on, {}});
    work.store.save(happened::pre_proceedings_started, started.id, started, duties,
                    entry(work, started, started.decided_on, happened::pre_proceedings_started,
                          "Legal planning meeting: pre-proceedings start", started.worries),
                    decision_about(work, started, word(started.state), started.worries));
    return started;
}

Result<PreProceedings> send_letter(Work& work, const OfPreProceedings& of, const LetterBeforeProceedings& letter) {
    auto [before, child] = TRY(load(work, of, Act::work_on_pre_proceedings));
    bool first = !before.letter_sent_on;
    PreProceedings sent = TRY(core::send_letter(std::move(before), letter, work.now));
    std::vector<OpenDuty> duties;
    std::vector<Telling> copies;
    if (first) {
        duties = after(work, Event::letter_before_proceedings_sent, subject_of(sent, child), {letter.sent_on, {}});
        copies =
            owe(work, Owed::letter_before_proceedings, RecordKind::pre_proceedings, sent.id, child, letter.sent_on);
        std::erase_if(copies, [&](const Telling& each) { return each.who == child.id; });  // it is the parents' letter
    }
    work.store.save(happened::letter_before_proceedings_sent, sent.id, sent, duties, copies,
                    entry(work, sent, letter.sent_on, happened::letter_before_proceedings_sent,
                          first ? "Letter before proceedings sent" : "Letter before proceedings: record corrected",
                          sent.must_change));
    return sent;
}

Result<PreProceedingsMeeting> hold_pre_proceedings_meeting(Work& work, const OfPreProceedings& of,
                                                           PreProceedingsMeeting meeting) {
    auto [open, child] = TRY(load(work, of, Act::work_on_pre_proceedings));
    meeting = TRY(hold_meeting(open, std::move(meeting), work.actor, work.now));
    meeting.id = work.new_id<decltype(meeting.id)>();
    ++open.version;
    auto duties = after(work, Event::pre_proceedings_meeting_held, subject_of(open, child), {meeting.held_on, {}});
    work.store.save(happened::pre_proceedings_meeting_held, open.id, open, meeting, duties,
                    entry(work, open, meeting.held_on, happened::pre_proceedings_meeting_held,
                          "Pre-proceedings meeting with the parents", meeting.agreed));
    return meeting;
}

Result<PreProceedings> hold_family_meeting(Work& work, const OfPreProceedings& of, Date on) {
    auto [before, child] = TRY(load(work, of, Act::work_on_pre_proceedings));
    PreProceedings held = TRY(core::hold_family_meeting(std::move(before), on, work.now));
    work.store.save(happened::family_meeting_held, held.id, held,
                    entry(work, held, on, happened::family_meeting_held, "Family group decision-making meeting held"));
    return held;
}

Result<PreProceedings> end_pre_proceedings(Work& work, const OfPreProceedings& of, const EndPreProceedings& command) {
    auto [before, child] = TRY(load(work, of, Act::decide_pre_proceedings));
    TRY(require_another_person(work.actor, child.accountable_worker));
    PreProceedings ended = TRY(core::end_pre_proceedings(std::move(before), command, work.actor.id, work.now));
    save_end(work, ended, child);
    return ended;
}

Result<PreProceedings> record_court_steps(Work& work, const OfPreProceedings& of, const CourtSteps& steps) {
    auto [before, child] = TRY(load(work, of, Act::work_on_pre_proceedings));
    bool applied = !before.applied_on && steps.applied_on;
    PreProceedings after_steps = TRY(core::record_court_steps(std::move(before), steps, work.now));
    Date day = steps.applied_on.value_or(steps.court_letter_on.value_or(work.today));
    work.store.save(happened::court_steps_recorded, after_steps.id, after_steps,
                    entry(work, after_steps, day, happened::court_steps_recorded,
                          applied ? "Application to the court for care proceedings" : "Steps to the court recorded"));
    return after_steps;
}

void end_pre_proceedings_because(Work& work, PersonId child_id, PreProceedingsEnd end) {
    auto child = work.store.find<Person>(child_id);
    for (PreProceedings& open : pre_proceedings_of(work.store, child_id)) {
        if (open.state == PreProceedingsState::ended) continue;
        auto ended = core::end_pre_proceedings(
            std::move(open), {.end = end, .ended_on = work.today, .why = "", .no_letter_why = ""}, {}, work.now);
        CHECK(ended && child);
        save_end(work, *ended, *child);
    }
}

Result<PreProceedingsRecord> pre_proceedings_record(store::Reader& reader, const Actor& actor, PreProceedingsId id) {
    auto found = reader.find<PreProceedings>(id);
    if (!found) return no_such_record();
    PreProceedingsRecord record;
    record.child = TRY(child_for(reader, actor, Act::read_child, found->child));
    record.meetings = reader.list<PreProceedingsMeeting>("WHERE pre_proceedings = $1 ORDER BY held_on, id", id);
    for (const PreProceedingsMeeting& each : record.meetings)
        record.recorder_names.push_back(staff_name(reader, each.recorded_by));
    record.duties = reader.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", id);
    record.tellings = tellings_of_record(reader, id);
    record.decided_by = staff_name(reader, found->decided_by);
    record.ended_by = staff_name(reader, found->ended_by);
    Allocation allocation = allocation_of(reader, record.child);
    record.may_write = may_for_child(actor, Act::work_on_pre_proceedings, allocation);
    record.may_decide = may_for_child(actor, Act::decide_pre_proceedings, allocation);
    record.pre_proceedings = std::move(*found);
    return record;
}

std::vector<PreProceedings> pre_proceedings_of(store::Reader& reader, PersonId child) {
    return reader.list<PreProceedings>("WHERE child = $1 ORDER BY decided_on DESC, id DESC", child);
}

}  // namespace kith::actions
