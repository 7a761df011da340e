#include "actions/telling.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/duties.h"
#include "actions/people.h"
#include "actions/step.h"
#include "actions/timeline.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/telling_store.h"

namespace kith::actions {

using namespace core;

static bool is_owed_as(const Relation& relation) {
    switch (relation.kind) {
        case RelationKind::mother:
        case RelationKind::father:
        case RelationKind::parent:
        case RelationKind::carer:
            return true;
        default:
            return relation.responsibility == ParentalResponsibility::yes;
    }
}

static Telling owed_row(Work& work, Owed owed, RecordKind about, RawId record, PersonId child, PersonId who,
                        Date from) {
    Telling telling;
    telling.id = work.new_id<TellingId>();
    telling.child = child;
    telling.who = who;
    telling.owed = owed;
    telling.about = about;
    telling.record = record;
    telling.owed_from = from;
    return telling;
}

std::vector<PersonId> adults_of(store::Reader& reader, PersonId child) {
    std::vector<PersonId> adults;
    for (const Relation& relation :
         reader.list<Relation>("WHERE child = $1 AND until_date IS NULL ORDER BY id", child)) {
        bool twice = std::ranges::find(adults, relation.other) != adults.end();
        if (is_owed_as(relation) && !twice) adults.push_back(relation.other);
    }
    return adults;
}

std::vector<Telling> owe(Work& work, Owed owed, RecordKind about, RawId record, const Person& child, Date from) {
    std::vector<Telling> rows;
    for (PersonId adult : adults_of(work.store, child.id))
        rows.push_back(owed_row(work, owed, about, record, child.id, adult, from));
    if (child.stage == Stage::born && child.date_of_birth && age_on(*child.date_of_birth, from) >= told_from_age)
        rows.push_back(owed_row(work, owed, about, record, child.id, child.id, from));
    return rows;
}

const ChangeKind& change_of_telling(RecordKind about) {
    switch (about) {
        case RecordKind::referral:
            return happened::telling_on_referral;
        case RecordKind::assessment:
            return happened::telling_on_assessment;
        case RecordKind::strategy_discussion:
            return happened::telling_on_strategy_discussion;
        case RecordKind::section47_enquiry:
            return happened::telling_on_section47_enquiry;
        case RecordKind::conference:
            return happened::telling_on_conference;
        case RecordKind::child_protection_plan:
            return happened::telling_on_protection_plan;
        case RecordKind::child_in_need_plan:
            return happened::telling_on_need_plan;
        case RecordKind::pre_proceedings:
            return happened::telling_on_pre_proceedings;
        default:
            return happened::telling_on_person;
    }
}

static Act act_of(Owed owed) {
    switch (owed) {
        case Owed::assessment_started:
        case Owed::assessment_copy:
            return Act::work_on_assessment;
        case Owed::strategy_discussion_held:
        case Owed::section47_started:
        case Owed::section47_outcome:
            return Act::work_on_section47_enquiry;
        case Owed::conference_reports:
        case Owed::conference_decision:
            return Act::arrange_conference;
        case Owed::need_plan_copy:
        case Owed::protection_plan_copy:
            return Act::work_on_plan;
        case Owed::closure_letter:
            return Act::work_on_referral;
        case Owed::letter_before_proceedings:
            return Act::work_on_pre_proceedings;
    }
    return Act::work_on_referral;
}

/// The event that what is owed by a day has been settled with everybody.
static std::optional<Event> settled_event(Owed owed) {
    if (owed == Owed::assessment_copy) return Event::written_assessment_given;
    if (owed == Owed::closure_letter) return Event::closure_letter_given;
    return std::nullopt;
}

static bool settled_with_others(Work& work, const Telling& telling) {
    auto rows = work.store.list<Telling>("WHERE record = $1 AND child = $2 AND owed = $3 ORDER BY owed_from, id",
                                         telling.record, telling.child, telling.owed);
    return std::ranges::all_of(
        rows, [&](const Telling& each) { return each.id == telling.id || each.state != TellingState::owed; });
}

/// Duties that end because nobody is left who is still only owed it: told, or a reason not to is recorded.
static std::vector<OpenDuty> settle(Work& work, const Telling& telling, const Person& child, const When& happened) {
    auto event = settled_event(telling.owed);
    if (!event || telling.state == TellingState::owed || !settled_with_others(work, telling)) return {};
    Subject subject{telling.about, telling.record, child.id, worker_of(child), child.team};
    return after(work, *event, subject, happened);
}

static Result<Telling> load(Work& work, TellingId id, int version) {
    auto telling = work.store.find<Telling>(id);
    if (!telling) return no_such_record();
    if (telling->version != version) return changed_meanwhile();
    return *telling;
}

static std::string review_of(Work& work, const Telling& telling) {
    return fmt::format("{}: {}", name_of(work.store, telling.who), says(telling.owed));
}

/// The reviews of this decision that were still to come.
static std::vector<OpenDuty> reviewed(Work& work, const Telling& telling) {
    auto rows = met(work, telling.record, Duty::review_telling_decision, work.today);
    std::erase_if(rows, [&, what = review_of(work, telling)](const OpenDuty& each) {
        return each.child != telling.child || each.what != what;
    });
    return rows;
}

Result<Telling> record_told(Work& work, const RecordToldCommand& command) {
    Telling telling = TRY(load(work, command.telling, command.version));
    Person child = TRY(child_for(work.store, work.actor, act_of(telling.owed), telling.child));
    telling = TRY(core::record_told(std::move(telling), command.told, work.actor, work.now));
    auto duties = settle(work, telling, child, when(command.told.at));
    auto reviews = reviewed(work, telling);
    auto entry = timeline_entry(
        work, {telling.child, command.told.at, telling.about, telling.record, "told",
               fmt::format("{}: {}, to {}", says(telling.owed), says(telling.state), name_of(work.store, telling.who)),
               telling.talk_through});
    work.store.save(change_of_telling(telling.about), telling.record, telling, duties, reviews, entry);
    return telling;
}

static OpenDuty look_again(Work& work, const Telling& telling, const Person& child) {
    Subject subject{telling.about, telling.record, child.id, work.actor.id, work.actor.team};
    OpenDuty duty = missing_facts(work, subject, "");
    for (OpenDuty& each : after(work, Event::decision_not_to_tell_made, subject, when(work.now)))
        if (!each.closed_at) duty = each;
    duty.due = *telling.review_on;
    duty.warn_on = std::min(duty.warn_on, duty.due);
    duty.what = review_of(work, telling);
    return duty;
}

Result<Telling> decide_showing(Work& work, const DecideShowingCommand& command) {
    Telling telling = TRY(load(work, command.telling, command.version));
    Person child = TRY(child_for(work.store, work.actor, Act::decide_not_to_tell, telling.child));
    telling = TRY(core::decide_showing(std::move(telling), command.decision, work.actor, work.now));
    auto duties = reviewed(work, telling);
    if (telling.review_on) duties.push_back(look_again(work, telling, child));
    auto settled = settle(work, telling, child, when(work.now));
    auto decision =
        decision_by(work, telling.about, telling.record, telling.child, word(telling.showing), telling.reason_in_words);
    decision.review_on = telling.review_on;
    auto entry = timeline_entry(
        work, {telling.child, work.now, telling.about, telling.record, "showing decided",
               fmt::format("{}, {}: {}", says(telling.owed), name_of(work.store, telling.who), says(telling.showing)),
               telling.reason_in_words});
    work.store.save(change_of_telling(telling.about), telling.record, telling, duties, settled, decision, entry);
    return telling;
}

static TellingLine line_of(store::Reader& reader, Telling telling) {
    TellingLine line;
    line.who = name_of(reader, telling.who);
    line.told_by_name = staff_name(reader, telling.told_by);
    line.decided_by_name = staff_name(reader, telling.decided_by);
    line.telling = std::move(telling);
    return line;
}

std::vector<TellingLine> tellings_of_record(store::Reader& reader, RawId record) {
    std::vector<TellingLine> lines;
    for (Telling& each : reader.list<Telling>("WHERE record = $1 ORDER BY owed_from, child, id", record))
        lines.push_back(line_of(reader, std::move(each)));
    return lines;
}

std::vector<TellingLine> tellings_of_child(store::Reader& reader, PersonId child) {
    std::vector<TellingLine> lines;
    for (Telling& each : reader.list<Telling>("WHERE child = $1 ORDER BY owed_from, id", child))
        lines.push_back(line_of(reader, std::move(each)));
    return lines;
}

Result<TellingRecord> telling_record(store::Reader& reader, const Actor& actor, TellingId id) {
    auto telling = reader.find<Telling>(id);
    if (!telling) return no_such_record();
    TellingRecord record;
    record.child = TRY(child_for(reader, actor, Act::read_child, telling->child));
    record.may_decide = may(actor.role, Act::decide_not_to_tell) && is_open(*telling);
    record.line = line_of(reader, std::move(*telling));
    return record;
}

}  // namespace kith::actions
