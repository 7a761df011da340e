// Completing the record of a strategy discussion: what was left out, what agencies said afterwards, the sign-off.
#include <fmt/format.h>

#include <algorithm>

#include "actions/step.h"
#include "actions/strategy_discussion.h"
#include "actions/strategy_rows.h"
#include "actions/timeline.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/staff_store.h"
#include "store/strategy_discussion_store.h"

namespace kith::actions {

using namespace core;

Result<StrategyRecord> load_strategy_record(store::Reader& reader, StrategyDiscussionId id) {
    auto discussion = reader.find<StrategyDiscussion>(id);
    if (!discussion) return no_such_record();
    StrategyRecord record{*discussion,
                          reader.list<StrategyChild>("WHERE discussion = $1 ORDER BY id", id),
                          reader.list<StrategyAttendance>("WHERE discussion = $1 ORDER BY agency, id", id),
                          reader.list<StrategyTelling>("WHERE discussion = $1 ORDER BY id", id),
                          reader.list<StrategyAddition>("WHERE discussion = $1 ORDER BY said_on, added_at, id", id),
                          {}};
    for (const StrategyChild& row : record.children)
        record.names.push_back(name_of(reader, row.child));
    return record;
}

std::vector<std::string> names_of(store::Reader& reader, const std::vector<StrategyChild>& children) {
    std::vector<std::string> names;
    for (const StrategyChild& row : children)
        if (auto child = reader.find<Person>(row.child)) {
            names.push_back(full_name(*child));
            if (!child->given_name.empty()) names.push_back(child->given_name);
        }
    return names;
}

void owe_follow_ups(StepDuties& duties, const Subject& subject, const StrategyDiscussion& discussion,
                    const std::vector<StrategyAttendance>& attendance) {
    std::string agencies;
    std::optional<Date> by;
    for (const StrategyAttendance& row : attendance) {
        if (row.took_part != TookPart::missing || row.followed_up_on) continue;
        agencies += (agencies.empty() ? "" : ", ") + std::string(says(row.agency));
        if (row.follow_up_on && (!by || *row.follow_up_on < *by)) by = row.follow_up_on;
    }
    if (agencies.empty()) return;
    duties.happened(Event::strategy_follow_up_owed, subject, when(discussion.held_at));
    if (OpenDuty* duty = duties.opened(Duty::hold_strategy_follow_up, subject.child)) {
        duty->what = agencies;
        if (by) duty->due = *by;
        duty->warn_on = std::min(duty->warn_on, duty->due);
    }
}

static std::vector<OpenDuty> open_duties(Work& work, StrategyDiscussionId id, Duty duty) {
    return work.store.list<OpenDuty>("WHERE record = $1 AND duty = $2 AND closed_at IS NULL ORDER BY due, id", id,
                                     duty);
}

std::vector<OpenDuty> for_sign_off(Work& work, const StrategyRecord& record) {
    if (record.discussion.completed_at || !missing_from(record).empty()) return {};
    auto manager = work.store.find<Staff>(record.discussion.manager);
    if (!manager) return {};
    std::vector<OpenDuty> handed = open_duties(work, record.discussion.id, Duty::complete_missing_facts);
    std::erase_if(handed, [&](const OpenDuty& duty) { return duty.owner == manager->id; });
    for (OpenDuty& duty : handed) {
        duty.owner = manager->id;
        duty.team = manager->team;
        duty.what = "Nothing is missing from the record of the strategy discussion: sign it off";
        ++duty.version;
    }
    return handed;
}

static Result<std::vector<StrategyAttendance>> explained(Work& work, StrategyRecord& record,
                                                         const std::vector<WriteStrategyDiscussion::Absence>& said) {
    std::vector<StrategyAttendance> rows;
    for (const WriteStrategyDiscussion::Absence& absence : said) {
        auto stands = std::ranges::find_if(record.attendance, [&](const StrategyAttendance& row) {
            return row.agency == absence.agency && row.took_part == TookPart::missing;
        });
        if (stands == record.attendance.end())
            stands = record.attendance.insert(stands, {.id = work.new_id<decltype(StrategyAttendance::id)>(),
                                                       .discussion = record.discussion.id,
                                                       .agency = absence.agency,
                                                       .name = "",
                                                       .role = "",
                                                       .took_part = TookPart::missing,
                                                       .missing_why = "",
                                                       .follow_up_on = {},
                                                       .followed_up_on = {}});
        *stands = TRY(explain_absence(std::move(*stands), absence.why, absence.follow_up_on));
        rows.push_back(*stands);
    }
    return rows;
}

static Result<std::vector<StrategyChild>> reasoned(StrategyRecord& record,
                                                   const std::vector<WriteStrategyDiscussion::Reasons>& said) {
    std::vector<StrategyChild> rows;
    for (const WriteStrategyDiscussion::Reasons& each : said) {
        auto stands = std::ranges::find(record.children, each.row, &StrategyChild::id);
        if (stands == record.children.end()) return no_such_record();
        *stands = TRY(give_reasons(std::move(*stands), each.reasons));
        rows.push_back(*stands);
    }
    return rows;
}

static std::vector<StrategyTelling> told(Work& work, StrategyRecord& record, const WriteStrategyDiscussion& command) {
    std::vector<StrategyTelling> rows;
    for (const StrategyTelling& said : command.told)
        for (StrategyTelling& stands : record.tellings)
            if (stands.id == said.id) rows.push_back(stands = complete_telling(std::move(stands), said));
    for (StrategyTelling row : command.tellings) {
        row.id = work.new_id<decltype(StrategyTelling::id)>();
        row.discussion = record.discussion.id;
        record.tellings.push_back(row);
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The follow-up is owed from now on, or sooner than it was, by what was said of the agencies that were missing.
static void owe_what_is_explained(Work& work, StepDuties& duties, std::vector<OpenDuty>& sooner,
                                  const StrategyRecord& record, const std::vector<StrategyAttendance>& rows) {
    sooner = open_duties(work, record.discussion.id, Duty::hold_strategy_follow_up);
    if (!sooner.empty()) {
        for (const StrategyAttendance& row : rows)
            for (OpenDuty& duty : sooner)
                if (row.follow_up_on && !row.followed_up_on && *row.follow_up_on < duty.due) {
                    due_sooner(&duty, *row.follow_up_on);
                    ++duty.version;
                }
        return;
    }
    auto child = work.store.find<Person>(record.children.front().child);
    if (!rows.empty() && child)
        owe_follow_ups(duties, subject_of(*child, RecordKind::strategy_discussion, record.discussion.id),
                       record.discussion, rows);
}

static StrategyDiscussion written(StrategyDiscussion discussion, const WriteStrategyDiscussion& command) {
    if (!command.manager.is_nil()) discussion.manager = command.manager;
    discussion.information = command.information;
    discussion.reasonable_cause = command.reasonable_cause;
    discussion.actions = command.actions;
    discussion.police_reference = command.police_reference;
    discussion.interpreted_by = command.interpreted_by;
    discussion.interpreter = command.interpreter;
    discussion.relative_interprets_why = command.relative_interprets_why;
    ++discussion.version;
    return discussion;
}

Result<StrategyDiscussion> write_strategy_discussion(Work& work, const WriteStrategyDiscussion& command) {
    TRY(require(work.actor, Act::hold_strategy_discussion));
    StrategyRecord record = TRY(load_strategy_record(work.store, command.discussion));
    if (record.discussion.completed_at)
        return refuse(Because::conflict, "",
                      "This record has been signed off. What an agency says later is added beside it; what changes "
                      "things goes into a new discussion.");
    if (record.discussion.version != command.version)
        return refuse(Because::stale, "",
                      "Somebody else changed this record while you were typing. Look again, then save.");
    TRY(check_interpreting(command.interpreted_by, command.interpreter, command.relative_interprets_why,
                           names_of(work.store, record.children)));
    record.discussion = written(std::move(record.discussion), command);
    auto attendance = TRY(explained(work, record, command.absences));
    auto children = TRY(reasoned(record, command.reasons));
    auto tellings = told(work, record, command);
    StepDuties duties(work);
    std::vector<OpenDuty> sooner;
    owe_what_is_explained(work, duties, sooner, record, attendance);
    work.store.save(happened::strategy_discussion_written, record.discussion.id, record.discussion, attendance,
                    children, tellings, duties.rows(), sooner, for_sign_off(work, record));
    return record.discussion;
}

static void meet_follow_up(StepDuties& duties, const StrategyRecord& record, Date on) {
    bool more = std::ranges::any_of(record.attendance, [](const StrategyAttendance& each) {
        return each.took_part == TookPart::missing && !each.followed_up_on;
    });
    if (more) return;
    for (const StrategyChild& child : record.children)
        duties.happened(Event::strategy_follow_up_held,
                        {RecordKind::strategy_discussion, record.discussion.id, child.child, {}, {}}, {on, {}});
}

static std::vector<TimelineEntry> heard(Work& work, const StrategyRecord& record, const StrategyAddition& addition) {
    Instant at = addition.said_on == work.today ? work.now : from_london(addition.said_on, std::chrono::hours(12));
    std::vector<TimelineEntry> entries;
    for (const StrategyChild& child : record.children)
        entries.push_back(timeline_entry(
            work, {child.child, at, RecordKind::strategy_discussion, record.discussion.id,
                   happened::strategy_discussion_added_to.name,
                   fmt::format("Added to the strategy discussion: {}", says(addition.agency)), addition.said}));
    return entries;
}

Result<StrategyAddition> hear_agency(Work& work, StrategyAddition addition) {
    TRY(require(work.actor, Act::hold_strategy_discussion));
    StrategyRecord record = TRY(load_strategy_record(work.store, addition.discussion));
    addition.id = work.new_id<decltype(StrategyAddition::id)>();
    addition = TRY(add_to_discussion(std::move(addition), record.discussion, work.actor, work.now));
    auto row = heard_afterwards(record.attendance, addition);
    if (row && row->id.is_nil()) {
        row->id = work.new_id<decltype(StrategyAttendance::id)>();
        record.attendance.push_back(*row);
    } else if (row) {
        *std::ranges::find(record.attendance, row->id, &StrategyAttendance::id) = *row;
    }
    StepDuties duties(work);
    if (row) meet_follow_up(duties, record, addition.said_on);
    work.store.save(happened::strategy_discussion_added_to, record.discussion.id, addition, row, duties.rows(),
                    for_sign_off(work, record), heard(work, record, addition));
    return addition;
}

Result<StrategyDiscussion> complete_strategy_discussion(Work& work, StrategyDiscussionId id) {
    TRY(require(work.actor, Act::authorise_section47_outcome));
    StrategyRecord record = TRY(load_strategy_record(work.store, id));
    StrategyDiscussion discussion = TRY(core::complete_strategy_discussion(record, work.actor, work.now));
    StepDuties duties(work);
    duties.facts_complete(id);
    work.store.save(happened::strategy_discussion_completed, id, discussion, duties.rows());
    return discussion;
}

}  // namespace kith::actions
