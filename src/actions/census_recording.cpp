#include "actions/census_recording.h"

#include <algorithm>

#include "actions/child_histories.h"
#include "actions/people.h"
#include "actions/step.h"
#include "store/census_note_store.h"
#include "store/person_store.h"

namespace kith::actions {

using namespace core;
namespace cin = returns::cin;

/// Who does any of the work that a census is made of.
static bool works_on_census(const Actor& actor, const Allocation& allocation) {
    return may_for_child(actor, Act::work_on_referral, allocation) ||
           may_for_child(actor, Act::work_on_assessment, allocation) ||
           may_for_child(actor, Act::work_on_plan, allocation);
}

static Result<Person> child_worked_on(store::Reader& reader, const Actor& actor, PersonId id) {
    auto person = reader.find<Person>(id);
    if (!person || !works_on_census(actor, allocation_of(reader, *person))) return no_such_record();
    return *person;
}

static void put_notes(std::vector<CensusFinding>& findings, const std::vector<CensusNote>& notes) {
    for (const CensusNote& note : notes)  // oldest first: the latest stays
        for (CensusFinding& each : findings)
            if (each.found.rule->code == note.rule && each.found.about == note.about) each.note = note;
}

static std::vector<CensusFinding> findings_of(store::Reader& reader, const ChildHistory& history,
                                              const cin::CensusYear& year, Date today, const WorkingDays& calendar) {
    std::vector<CensusFinding> findings;
    cin::BuiltChild built = cin::build_child(history, year, calendar);
    for (cin::ChildFinding& each : cin::child_findings(history, built, year, today, calendar))
        findings.push_back({std::move(each), std::nullopt});
    if (!findings.empty())
        put_notes(findings, reader.list<CensusNote>("WHERE child = $1 ORDER BY written_at, id", history.child.id));
    return findings;
}

static std::vector<CensusFinding> findings_of(store::Reader& reader, PersonId child, const cin::CensusYear& year,
                                              Date today, const WorkingDays& calendar) {
    auto history = child_history(reader, child);
    return history ? findings_of(reader, *history, year, today, calendar) : std::vector<CensusFinding>();
}

std::vector<CensusFinding> census_findings_today(store::Reader& reader, const Actor& actor, PersonId child, Date today,
                                                 const WorkingDays& calendar) {
    if (!child_worked_on(reader, actor, child)) return {};
    return findings_of(reader, child, cin::census_year_on(today), today, calendar);
}

std::vector<CensusFinding> census_findings_today(store::Reader& reader, const Actor& actor, const ChildRecord& record,
                                                 Date today, const WorkingDays& calendar) {
    if (!works_on_census(actor, record.allocation)) return {};
    return findings_of(reader, whole_history(reader, record.history), cin::census_year_on(today), today, calendar);
}

// ---- What the data team asks to be corrected ------------------------------------------------------------------------

/// Last year's return can be corrected until the end of July.
static bool still_being_finished(int census_year, Date today) {
    using namespace std::chrono;
    return today <= Date(year(census_year) / July / 31);
}

static void add_asked(std::vector<CorrectionAsked>& asked, const Person& child, std::vector<CensusFinding> findings,
                      CorrectionAsked as) {
    for (CensusFinding& each : findings) {
        if (!each.note || each.note->answer != CensusAnswer::please_correct) continue;
        bool there = std::ranges::any_of(
            asked, [&](const CorrectionAsked& one) { return one.finding.note->id == each.note->id; });
        if (there) continue;
        as.child = child;
        as.finding = std::move(each);
        asked.push_back(as);
    }
}

std::vector<CorrectionAsked> corrections_asked(store::Reader& reader, const Actor& actor, Date today,
                                               const WorkingDays& calendar) {
    std::vector<CorrectionAsked> asked;
    auto children = reader.list<Person>(
        "WHERE accountable_worker = $1 AND id IN (SELECT child FROM census_note WHERE answer = $2) ORDER BY id",
        actor.id, CensusAnswer::please_correct);
    cin::CensusYear year = cin::census_year_on(today);
    for (const Person& child : children) {
        add_asked(asked, child, findings_of(reader, child.id, year, today, calendar), {});
        if (!still_being_finished(year.year - 1, today)) continue;
        add_asked(asked, child, findings_of(reader, child.id, cin::census_year(year.year - 1), today, calendar),
                  {.child = {}, .finding = {}, .may_explain = false});
    }
    std::ranges::stable_sort(asked, {}, [](const CorrectionAsked& each) { return each.finding.note->written_at; });
    return asked;
}

static Result<void> check(const ExplainFinding& command) {
    for (const cin::Rule* rule : cin::all_rules())
        if (rule->code == command.rule) return {};
    return refuse(Because::invalid, "", "There is no such rule. Open the child’s page and choose again.");
}

Result<CensusNote> explain_finding(Work& work, const ExplainFinding& command) {
    TRY(child_worked_on(work.store, work.actor, command.child));
    TRY(check(command));
    CensusNote note{.child = command.child,
                    .census_year = cin::census_year_on(work.today).year,
                    .rule = command.rule,
                    .about = command.about,
                    .note = command.note};
    note = TRY(write_census_note(std::move(note), work.actor, work.now));
    note.id = work.new_id<CensusNoteId>();
    work.store.save(happened::census_note_written, note.child, note);
    return note;
}

static bool is_data_team(const Actor& actor) {
    return reach(actor.role, Act::check_returns) == Reach::all;
}

static Result<CensusNoteView> seen_by(store::Reader& reader, const Actor& actor, CensusNote note) {
    auto child = reader.find<Person>(note.child);
    if (!child) return no_such_record();
    Allocation allocation = allocation_of(reader, *child);
    CensusNoteView view{.note = std::move(note), .child = *child};
    view.may_read_child = may_for_child(actor, Act::read_child, allocation);
    view.may_answer =
        is_data_team(actor) && view.note.answer == CensusAnswer::waiting && view.note.written_by != actor.id;
    bool own_team = may_for_child(actor, Act::check_returns, allocation);
    if (!own_team && !child_worked_on(reader, actor, view.note.child)) return no_such_record();
    view.written_by = staff_name(reader, view.note.written_by);
    return view;
}

Result<CensusNoteView> census_note(store::Reader& reader, const Actor& actor, CensusNoteId id) {
    auto note = reader.find<CensusNote>(id);
    if (!note) return no_such_record();
    return seen_by(reader, actor, std::move(*note));
}

Result<CensusNote> answer_note(Work& work, CensusNoteId id, int version, const AnswerCensusNote& command) {
    TRY(require(work.actor, Act::check_returns));
    if (!is_data_team(work.actor))
        return refuse(Because::forbidden, "", "Notes are answered by the data team, who check every team’s returns.");
    auto note = work.store.find<CensusNote>(id);
    if (!note) return no_such_record();
    if (note->version != version) return changed_meanwhile();
    CensusNote answered = TRY(answer_census_note(std::move(*note), command, work.actor, work.now));
    work.store.save(happened::census_note_answered, answered.child, answered);
    return answered;
}

std::vector<CensusNoteView> waiting_notes(store::Reader& reader, const Actor& actor) {
    std::vector<CensusNoteView> waiting;
    if (!may(actor.role, Act::check_returns)) return waiting;
    for (CensusNote& note : reader.list<CensusNote>("WHERE answer = $1 ORDER BY written_at, id", CensusAnswer::waiting))
        if (auto view = seen_by(reader, actor, std::move(note))) waiting.push_back(std::move(*view));
    return waiting;
}

}  // namespace kith::actions
