#include "actions/front_door.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "actions/child_record.h"
#include "actions/duties.h"
#include "actions/people.h"
#include "actions/place.h"
#include "actions/policy.h"
#include "actions/referral.h"
#include "actions/step.h"
#include "actions/timeline.h"
#include "core/reporter_answer.h"
#include "store/contact_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

static Date decide_by(const Service& service, const Contact& contact) {
    const Clock* clock = clock_in_force(service.rulebook, Duty::decide_contact, london_date(contact.received_at));
    CHECK(clock);
    return due(*clock, contact.received_at, service.days, service.policy).date;
}

std::vector<WaitingContact> waiting_contacts(const Service& service, store::Reader& reader, int most) {
    const std::string those = "WHERE state IN ('received', 'taken') ORDER BY received_at, id LIMIT $1";
    std::unordered_map<ContactId, std::vector<ContactChild>> children;
    for (ContactChild& child : reader.list<ContactChild>(
             "WHERE contact IN (SELECT id FROM contact " + those + ") ORDER BY contact, position, id", most))
        children[child.contact].push_back(std::move(child));
    std::unordered_map<StaffId, std::string> names;
    for (Staff& staff : reader.list<Staff>("WHERE id IN (SELECT taken_by FROM contact " + those + ")", most))
        names.emplace(staff.id, std::move(staff.name));
    std::vector<WaitingContact> waiting;
    for (Contact& contact : reader.list<Contact>(those, most)) {
        WaitingContact line;
        line.children = std::move(children[contact.id]);
        line.decide_by = decide_by(service, contact);
        if (auto name = names.find(contact.taken_by); name != names.end()) line.taken_by_name = name->second;
        line.contact = std::move(contact);
        waiting.push_back(std::move(line));
    }
    std::ranges::stable_sort(waiting, [](const WaitingContact& a, const WaitingContact& b) {
        return std::tuple(!needs_someone_now(a.contact), a.decide_by, a.contact.received_at) <
               std::tuple(!needs_someone_now(b.contact), b.decide_by, b.contact.received_at);
    });
    return waiting;
}

static bool is_open(const Person& person) {
    return !person.team.is_nil() || !person.accountable_worker.is_nil();
}

static std::string who_must_not_know(store::Reader& reader, PersonId child) {
    std::set<std::string> names;
    for (const KnownPlace& known : known_places(reader, child))
        names.insert(known.not_known_to.begin(), known.not_known_to.end());
    std::string joined;
    for (const std::string& name : names)
        joined += (joined.empty() ? "" : ", ") + name;
    return joined;
}

/// What was opened for the child at the moment of the decision, and is not met yet.
static std::vector<OpenDuty> opened_by_decision(store::Reader& reader, const Contact& contact, const Person& child) {
    auto owed = reader.list<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", child.id);
    std::erase_if(owed, [&](const OpenDuty& duty) { return duty.opened_at != contact.decided_at; });
    return owed;
}

Result<ContactRecord> contact_record(store::Reader& reader, const Actor& actor, ContactId id) {
    auto contact = reader.find<Contact>(id);
    bool mine = contact && contact->for_worker == actor.id && !actor.id.is_nil();
    if (!contact || (!mine && !may(actor.role, Act::read_front_door))) return no_such_record();
    ContactRecord record;
    for (ContactChild& child : reader.list<ContactChild>("WHERE contact = $1 ORDER BY position, id", id)) {
        std::optional<Person> person;
        if (!child.person.is_nil()) person = reader.find<Person>(child.person);
        bool open = person && is_open(*person);
        std::string must_not_know = person ? who_must_not_know(reader, person->id) : "";
        auto owed = person ? opened_by_decision(reader, *contact, *person) : std::vector<OpenDuty>{};
        record.children.push_back(
            {std::move(child), std::move(person), open, std::move(owed), std::move(must_not_know)});
    }
    record.duties = reader.list<OpenDuty>("WHERE record = $1 ORDER BY due, id", id);
    record.taken_by_name = staff_name(reader, contact->taken_by);
    record.decided_by_name = staff_name(reader, contact->decided_by);
    record.for_worker_name = staff_name(reader, contact->for_worker);
    record.heard_by_name = staff_name(reader, contact->heard_by.value_or(StaffId{}));
    record.contact = std::move(*contact);
    return record;
}

static Result<Contact> load(Work& work, ContactId id, Act act) {
    TRY(require(work.actor, act));
    auto contact = work.store.find<Contact>(id);
    if (!contact) return no_such_record();
    return *contact;
}

Result<Contact> take_contact(Work& work, ContactId id) {
    Contact contact = TRY(load(work, id, Act::decide_contact));
    contact = TRY(core::take_contact(std::move(contact), work.actor, work.now));
    auto duties = work.store.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", id);
    for (OpenDuty& duty : duties) {
        duty.owner = work.actor.id;
        duty.team = work.actor.team;
        ++duty.version;
    }
    work.store.save(happened::contact_taken, contact.id, contact, duties);
    return contact;
}

/// Two entries: what somebody told us, when they did, and who said that this is the child.
static std::vector<TimelineEntry> identified_entries(Work& work, const Contact& contact, PersonId child) {
    std::string told = fmt::format("Reported by: {}. How: {}.\n\n{}", reporter_in_words(contact), says(contact.channel),
                                   contact.worry);
    TimelineEntry received = timeline_entry(
        work, {child, contact.received_at, RecordKind::contact, contact.id, happened::contact_received.name,
               fmt::format("Contact received: {}", says(contact.reporter)), std::move(told)});
    received.recorded_by = contact.heard_by.value_or(StaffId{});
    TimelineEntry identified =
        timeline_entry(work, {child, work.now, RecordKind::contact, contact.id, happened::contact_child_identified.name,
                              fmt::format("Identified as the child of contact {}", contact.reference), ""});
    return {std::move(received), std::move(identified)};
}

Result<void> identify_child(Work& work, ContactId contact_id, RawId reported_child, PersonId person) {
    Contact contact = TRY(load(work, contact_id, Act::decide_contact));
    auto child = work.store.find<ContactChild>(reported_child);
    if (!child || child->contact != contact_id || !work.store.find<Person>(person)) return no_such_record();
    if (child->person == person) return {};
    child->person = person;
    auto entries = identified_entries(work, contact, person);
    work.store.save(happened::contact_child_identified, contact_id, *child, entries);
    return {};
}

Result<ContactChild> name_child(Work& work, ContactId id, ContactChild child) {
    Contact contact = TRY(load(work, id, Act::decide_contact));
    if (contact.state == ContactState::decided || contact.state == ContactState::passed_to_worker)
        return refuse(Because::conflict, "", "This contact is already dealt with. Record what you heard as a new one.");
    auto named = work.store.list<ContactChild>("WHERE contact = $1 ORDER BY position, id", id);
    child.id = work.new_id<decltype(child.id)>();
    child.contact = id;
    child.position = named.empty() ? 1 : named.back().position + 1;
    child.person = {};
    work.store.save(happened::contact_child_named, id, child);
    return child;
}

static Person as_reported(const ContactChild& child) {
    Person person;
    person.given_name = child.given_name;
    person.family_name = child.family_name;
    if (child.unborn == Answer::yes) {
        person.stage = Stage::unborn;
        person.expected_date = child.expected_date;
    } else {
        person.date_of_birth = child.date_of_birth;
        person.birth_date_is = child.date_of_birth ? BirthDateIs::stated : BirthDateIs::not_known;
    }
    return person;
}

static Place place_as_reported(PersonId person, PlaceKind kind, std::string text) {
    return {.person = person, .kind = kind, .text = std::move(text)};
}

Result<PersonId> create_child(Work& work, ContactId contact_id, RawId reported_child) {
    TRY(load(work, contact_id, Act::decide_contact));
    auto child = work.store.find<ContactChild>(reported_child);
    if (!child || child->contact != contact_id) return no_such_record();
    if (!child->person.is_nil()) return refuse(Because::conflict, "", "This child is already identified.");
    Person person = record_person(work, as_reported(*child));
    if (!child->address.empty()) TRY(record_place(work, place_as_reported(person.id, PlaceKind::home, child->address)));
    if (!child->school.empty()) TRY(record_place(work, place_as_reported(person.id, PlaceKind::school, child->school)));
    TRY(identify_child(work, contact_id, reported_child, person.id));
    return person.id;
}

Result<Contact> pass_to_worker(Work& work, ContactId id) {
    Contact contact = TRY(load(work, id, Act::decide_contact));
    if (contact.state == ContactState::decided || contact.state == ContactState::passed_to_worker)
        return refuse(Because::conflict, "", "This contact is already dealt with.");
    Person child;
    for (const ContactChild& each : work.store.list<ContactChild>("WHERE contact = $1 ORDER BY position, id", id))
        if (auto person = work.store.find<Person>(each.person); person && is_open(*person)) child = *person;
    if (child.id.is_nil())
        return refuse(Because::invalid, "", "None of these children is open to a worker. Make a decision instead.");
    auto worker = work.store.find<Staff>(child.accountable_worker);
    if (!worker || worker->disabled_at)
        return refuse(Because::conflict, "",
                      fmt::format("{} {}. Give the child a worker, then pass this on, or make a decision now.",
                                  worker ? worker->name + " has left, and nobody else works with" : "Nobody works with",
                                  full_name(child)));
    contact.state = ContactState::passed_to_worker;
    contact.for_worker = child.accountable_worker;
    contact.team = child.team;
    if (!contact.accepted_at) contact.accepted_at = work.now;
    ++contact.version;
    Subject old{RecordKind::contact, contact.id, {}, {}, {}};
    auto duties = after(work, Event::contact_passed_to_worker, old, when(work.now));
    for (OpenDuty& duty : duties) {
        if (duty.closed_at) continue;
        duty.child = child.id;
        duty.owner = child.accountable_worker;
        duty.team = child.team;
    }
    work.store.save(happened::contact_passed_to_worker, contact.id, contact, duties);
    return contact;
}

Result<Contact> mark_read(Work& work, ContactId id) {
    auto contact = work.store.find<Contact>(id);
    if (!contact || contact->for_worker != work.actor.id || work.actor.id.is_nil()) return no_such_record();
    if (contact->read_at) return *contact;
    contact->read_at = work.now;
    ++contact->version;
    auto duties = work.store.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", id);
    std::erase_if(duties, [](const OpenDuty& duty) { return duty.duty != Duty::read_contact; });
    for (OpenDuty& duty : duties) {
        duty.closed_at = work.now;
        duty.closed_how = ClosedHow::done;
        duty.met_on = work.today;
        ++duty.version;
    }
    work.store.save(happened::contact_read, contact->id, *contact, duties);
    return *contact;
}

static std::vector<TimelineEntry> decided_entries(Work& work, const Contact& contact) {
    std::vector<TimelineEntry> entries;
    for (const ContactChild& child :
         work.store.list<ContactChild>("WHERE contact = $1 ORDER BY position, id", contact.id))
        if (!child.person.is_nil())
            entries.push_back(timeline_entry(
                work, {child.person, work.now, RecordKind::contact, contact.id, happened::contact_decided.name,
                       fmt::format("Decision on the contact: {}", says(*contact.decision)), contact.decision_reasons}));
    return entries;
}

static Decision as_decision(Work& work, const Contact& contact) {
    const Edition* edition = edition_in_force(work.service.rulebook, work.today);
    return {.id = work.new_id<DecisionId>(),
            .about = RecordKind::contact,
            .record = contact.id,
            .outcome = std::string(word(*contact.decision)),
            .decided_by = work.actor.id,
            .role = work.actor.role,
            .decided_at = work.now,
            .edition = edition ? std::string(edition->id) : "",
            .policy_hash = policy_hash(work.service, work.today),
            .reasons = contact.decision_reasons};
}

// A decision needs to know who the children are: every child is searched for before a referral is made.
static Result<void> check_identified(Work& work, const Contact& contact, ContactDecision decision) {
    bool becomes_referral = decision == ContactDecision::referral || decision == ContactDecision::early_help;
    if (!becomes_referral) return {};
    auto children = work.store.list<ContactChild>("WHERE contact = $1 ORDER BY position, id", contact.id);
    if (children.empty())
        return refuse(Because::invalid, "decision",
                      "Add the child first: a referral is about a named or unborn child.");
    for (const ContactChild& child : children) {
        if (child.person.is_nil())
            return refuse(
                Because::invalid, "decision",
                fmt::format("Search for {} and say who this is, before this decision.", name_as_reported(child)));
        if (auto person = work.store.find<Person>(child.person);
            decision == ContactDecision::referral && person && is_open(*person))
            return refuse(Because::conflict, "decision",
                          fmt::format("{} is already open to a worker. Pass the contact to that worker instead.",
                                      full_name(*person)));
    }
    return {};
}

Result<Contact> decide(Work& work, const DecideCommand& command) {
    Contact contact = TRY(load(work, command.contact, Act::decide_contact));
    if (!contact.decision && contact.version != command.version)
        return refuse(Because::stale, "",
                      "Somebody else changed this contact while you were deciding. Look again, then decide.");
    TRY(check_identified(work, contact, command.decision.decision));
    contact = TRY(core::decide_contact(std::move(contact), command.decision, work.actor, work.now));
    Subject subject{RecordKind::contact, contact.id, {}, work.actor.id, work.actor.team};
    auto duties = after(work, Event::contact_decided, subject, when(work.now));
    if (!may_be_told_outcome(contact.reporter))
        std::erase_if(duties, [](const OpenDuty& duty) { return duty.duty == Duty::tell_referrer_outcome; });
    work.store.save(happened::contact_decided, contact.id, contact, duties, as_decision(work, contact),
                    decided_entries(work, contact));
    TRY(make_referrals(work, contact));
    return contact;
}

}  // namespace kith::actions
