#include "actions/people.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "actions/protection_plan.h"
#include "actions/step.h"
#include "actions/timeline.h"
#include "base/text.h"
#include "matching/person_keys.h"
#include "store/contact_store.h"
#include "store/person_key_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/referral_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

static constexpr std::size_t most_found = 50;
static constexpr int most_candidates = 500;

static std::vector<PersonId> candidates(store::Reader& reader, const std::string& typed) {
    std::unordered_map<PersonId, int> shared_keys;
    for (const std::string& key : matching::keys_of_search(typed))
        reader.each(
            "SELECT person FROM person_key WHERE key = $1 LIMIT " + std::to_string(most_candidates),
            [&](const store::RowView& row) { ++shared_keys[PersonId(row.id(0))]; }, key);
    std::vector<std::pair<int, PersonId>> ranked;
    for (const auto& [person, count] : shared_keys)
        ranked.emplace_back(-count, person);
    std::ranges::sort(ranked);
    std::vector<PersonId> ids;
    for (std::size_t i = 0; i < ranked.size() && i < 200; ++i)
        ids.push_back(ranked[i].second);
    return ids;
}

Result<std::vector<FoundPerson>> search_people(store::Reader& reader, const Actor& actor, const std::string& typed,
                                               std::optional<Date> born) {
    TRY(require(actor, Act::search_people));
    std::vector<FoundPerson> found;
    std::vector<PersonId> ids = candidates(reader, typed);
    if (born)
        for (PersonId id : candidates(reader, iso(*born)))
            if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    for (PersonId id : ids) {
        auto person = reader.find<Person>(id);
        bool born_then = person && born && person->date_of_birth == born;
        if (!person || !(born_then || matching::may_be_meant(*person, typed))) continue;
        int fit = matching::fit(*person, typed, born);
        bool by_number = !person->nhs_number.empty() && typed.find(person->nhs_number) != std::string::npos;
        for (const std::string& number : {person->local_number, person->pupil_number})
            by_number = by_number || (!number.empty() && fold(typed) == fold(number));
        found.push_back({*person, by_number ? 1000 : fit});
    }
    std::ranges::sort(found, [](const FoundPerson& a, const FoundPerson& b) {
        return std::pair(-a.fit, a.person.id) < std::pair(-b.fit, b.person.id);
    });
    if (found.size() > most_found) found.resize(most_found);
    return found;
}

Person record_person(Work& work, Person person) {
    if (person.id.is_nil()) person.id = work.new_id<PersonId>();
    person.version = 1;
    work.store.save(happened::person_recorded, person.id, person);
    store::put_person_keys(work.store, person);
    return person;
}

Result<Person> change_person(Work& work, Person person, int version) {
    Person before = TRY(child_for(work.store, work.actor, Act::record_person, person.id));
    if (before.version != version)
        return refuse(Because::stale, "",
                      "Somebody else changed this record while you were typing. Both texts are shown below.");
    person.version = version + 1;
    work.store.save(happened::person_changed, person.id, person);
    store::put_person_keys(work.store, person);
    return person;
}

Result<Relation> record_relation(Work& work, Relation relation) {
    TRY(child_for(work.store, work.actor, Act::record_person, relation.child));
    if (relation.child == relation.other)
        return refuse(Because::invalid, "other", "Choose another person: nobody is related to themselves.");
    if (relation.from && relation.until && *relation.until < *relation.from)
        return refuse(Because::invalid, "until", "The end cannot be before the beginning.");
    if (relation.id.is_nil()) relation.id = work.new_id<decltype(Relation::id)>();
    work.store.save(happened::relation_recorded, relation.child, relation);
    return relation;
}

Allocation allocation_of(store::Reader& reader, const Person& child) {
    Allocation allocation;
    if (!child.accountable_worker.is_nil()) allocation.workers.push_back(child.accountable_worker);
    if (!child.team.is_nil()) allocation.teams.push_back(child.team);
    reader.each(
        "SELECT staff FROM child_worker WHERE child = $1 AND until_at IS NULL",
        [&](const store::RowView& row) { allocation.workers.push_back(StaffId(row.id(0))); }, child.id);
    reader.each(
        "SELECT owner FROM duty WHERE child = $1 AND closed_at IS NULL",
        [&](const store::RowView& row) {
            if (!row.id(0).is_nil()) allocation.workers.push_back(StaffId(row.id(0)));
        },
        child.id);
    return allocation;
}

Result<Person> child_for(store::Reader& reader, const Actor& actor, Act act, PersonId id) {
    auto person = reader.find<Person>(id);
    if (!person) return no_such_record();
    TRY(require_for_child(actor, act, allocation_of(reader, *person)));
    return *person;
}

/// What came in about the child and was not read yet is for whoever has the child from now on.
static void hand_on_unread(Work& work, const Person& child, StaffId to) {
    if (child.accountable_worker.is_nil()) return;
    for (Contact& each : work.store.list<Contact>(
             "WHERE for_worker = $1 AND state = 'passed_to_worker' AND read_at IS NULL "
             "AND id IN (SELECT contact FROM contact_child WHERE person = $2) ORDER BY received_at, id",
             child.accountable_worker, child.id)) {
        each.for_worker = to;
        ++each.version;
        work.store.save(happened::contact_passed_to_worker, each.id, each);
    }
}

Result<Person> allocate_worker(Work& work, const AllocateWorker& command) {
    Person child = TRY(child_for(work.store, work.actor, Act::allocate_worker, command.child));
    auto worker = work.store.find<Staff>(command.worker);
    if (!worker || worker->disabled_at) return refuse(Because::invalid, "worker", "Choose a worker from the list.");
    if (child.version != command.version)
        return refuse(Because::stale, "",
                      "Somebody else changed this record while you were choosing. Look again, then choose.");
    std::string handover =
        child.accountable_worker.is_nil()
            ? fmt::format("{} is now the accountable worker", worker->name)
            : fmt::format("Handed over from {} to {}", staff_name(work.store, child.accountable_worker), worker->name);
    auto duties = work.store.list<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", child.id);
    std::erase_if(duties,
                  [&](const OpenDuty& duty) { return !duty.owner.is_nil() && duty.owner != child.accountable_worker; });
    for (OpenDuty& duty : duties) {
        bool is_theirs = duty.duty != Duty::decide_referral || may(worker->role, Act::decide_contact);
        duty.owner = is_theirs ? worker->id : StaffId{};
        duty.team = worker->team;
        ++duty.version;
    }
    auto workers = work.store.list<ChildWorker>("WHERE child = $1 ORDER BY from_at, id", child.id);
    HandedOver handed = TRY(hand_over(
        workers, child.id,
        {.id = work.new_id<ChildWorkerId>(), .to = worker->id, .team = worker->team, .at = work.now, .note = handover},
        work.actor, work.now));
    hand_on_unread(work, child, worker->id);
    hand_over_plan(work, child.id, *worker);
    child.accountable_worker = worker->id;
    child.team = worker->team;
    ++child.version;
    auto entry = timeline_entry(
        work, {child.id, work.now, RecordKind::person, child.id, happened::worker_allocated.name, handover, ""});
    work.store.save(happened::worker_allocated, child.id, child, handed.ended, handed.began, duties, entry);
    return child;
}

Result<ChildWorker> join_as_co_worker(Work& work, PersonId id, StaffId staff_id, std::string what_for) {
    Person child = TRY(child_for(work.store, work.actor, Act::allocate_worker, id));
    auto staff = work.store.find<Staff>(staff_id);
    if (!staff || staff->disabled_at) return refuse(Because::invalid, "co_worker", "Choose a worker from the list.");
    auto workers = work.store.list<ChildWorker>("WHERE child = $1 ORDER BY from_at, id", id);
    ChildWorker worker = TRY(add_co_worker(
        workers, id,
        {.id = work.new_id<ChildWorkerId>(), .to = staff->id, .team = staff->team, .at = work.now, .note = what_for},
        work.actor, work.now));
    auto entry = timeline_entry(work, {id, work.now, RecordKind::person, id, happened::worker_joined.name,
                                       fmt::format("{} works alongside", staff->name), std::move(what_for)});
    work.store.save(happened::worker_joined, id, worker, entry);
    return worker;
}

Result<ChildWorker> leave_as_co_worker(Work& work, PersonId child, ChildWorkerId id, std::string_view why) {
    auto worker = work.store.find<ChildWorker>(id);
    if (!worker || worker->child != child) return no_such_record();
    TRY(child_for(work.store, work.actor, Act::allocate_worker, child));
    *worker = TRY(core::leave_as_co_worker(std::move(*worker), work.now, why));
    auto entry = timeline_entry(
        work, {worker->child, work.now, RecordKind::person, worker->child, happened::worker_left.name,
               fmt::format("{} no longer works alongside", staff_name(work.store, worker->staff)), worker->ended_why});
    work.store.save(happened::worker_left, worker->child, *worker, entry);
    return *worker;
}

std::vector<std::pair<ChildWorker, std::string>> co_workers(store::Reader& reader, PersonId child) {
    std::vector<std::pair<ChildWorker, std::string>> found;
    for (ChildWorker& each : reader.list<ChildWorker>(
             "WHERE child = $1 AND role = 'co_worker' AND until_at IS NULL ORDER BY from_at, id", child)) {
        std::string name = staff_name(reader, each.staff);
        found.emplace_back(std::move(each), std::move(name));
    }
    return found;
}

}  // namespace kith::actions
