#include "measured.h"

#include <fmt/format.h>
#include <sodium.h>

#include "actions/authority.h"
#include "actions/people.h"
#include "actions/receive_contact.h"
#include "actions/session.h"
#include "rulebook/england/england.h"
#include "store/contact_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/staff_store.h"

namespace kith::bench {

using namespace core;

namespace {

constexpr std::string_view password = "hartmere demo only";
constexpr std::string_view measured_agency = "Alder Primary School";
constexpr std::string_view paragraph =
    "Amara opened the door and showed me her drawings. She said that mornings are easier since her aunt comes by "
    "before "
    "school. Her mother and I went through what the plan asks for this month and what has been done of it. ";

Actor actor_of(const Staff& staff) {
    return {staff.id, staff.name, staff.role, staff.team, staff.social_work_qualified};
}

/// Runs it as that person; a refusal ends the measurement.
template <class F>
auto done(const actions::Service& service, const Actor& actor, F action) {
    auto result = actions::perform(service, actor, std::move(action));
    if (!result) throw std::runtime_error(result.error().sentence);
    return std::move(*result);
}

Staff somebody(const actions::Service& service, std::string name, Role role, TeamId team) {
    auto known = actions::look(
        service, [&](store::Reader& reader) { return reader.list_first<Staff>("WHERE sign_in_name = $1", name); });
    if (known) return *known;
    Staff staff{.name = name, .sign_in_name = name, .role = role, .team = team};
    auto hash = actions::password_hash(std::string(password));
    if (!hash) throw std::runtime_error(hash.error().sentence);
    return done(service, {}, [&](actions::Work& work) { return actions::add_staff(work, {staff, *hash}); });
}

std::string session_of(const actions::Service& service, const std::string& name) {
    auto session = actions::sign_in(service, {name, std::string(password), "127.0.0.1"});
    if (!session) throw std::runtime_error(session.error().sentence);
    return session->token;
}

/// A child of the worker's with one visit due.
PersonId add_child(actions::Work& work, const Staff& worker, int number) {
    Person child = actions::record_person(work, {.given_name = "Measured",
                                                 .family_name = fmt::format("Child{}", number),
                                                 .date_of_birth = work.today - std::chrono::days(2000 + number),
                                                 .accountable_worker = worker.id,
                                                 .team = worker.team});
    OpenDuty visit{.id = work.new_id<DutyId>(),
                   .duty = Duty::visit_child_in_need,
                   .about = RecordKind::person,
                   .record = child.id,
                   .child = child.id,
                   .starts = work.today,
                   .due = work.today + std::chrono::days(number),
                   .warn_on = work.today,
                   .owner = worker.id,
                   .team = worker.team,
                   .opened_at = work.now};
    work.store.save(happened::person_recorded, child.id, visit);
    return child.id;
}

void fill_timeline(actions::Work& work, PersonId child, const Staff& worker) {
    for (int i = 0; i < timeline_entries; ++i) {
        std::string text;
        for (int more = 0; more <= i % 4; ++more)
            text += paragraph;
        TimelineEntry entry{.id = work.new_id<decltype(TimelineEntry::id)>(),
                            .child = child,
                            .happened_at = work.now - std::chrono::hours(24 * i),
                            .recorded_at = work.now,
                            .recorded_by = worker.id,
                            .about = RecordKind::person,
                            .record = child,
                            .kind = "visit_recorded",
                            .title = "Visit: seen at home, alone",
                            .text = text};
        work.store.save(happened::person_recorded, child, entry);
    }
}

PersonId child_of(const actions::Service& service, const Staff& worker) {
    auto first = actions::look(service, [&](store::Reader& reader) {
        return reader.list_first<Person>("WHERE accountable_worker = $1 ORDER BY id", worker.id);
    });
    if (first) return first->id;
    return done(service, actor_of(worker), [&](actions::Work& work) -> Result<PersonId> {
        PersonId child;
        for (int i = 0; i < open_duties; ++i) {
            PersonId id = add_child(work, worker, i);
            if (i == 0 || id < child) child = id;
        }
        fill_timeline(work, child, worker);
        return child;
    });
}

/// The same contacts wait in every council: those that the council left are put aside first.
void fill_front_door(const actions::Service& service) {
    auto waiting = actions::look(service, [](store::Reader& reader) {
        return reader.list<Contact>("WHERE state IN ('received', 'taken') AND agency <> $1", measured_agency);
    });
    for (Contact& contact : waiting)
        done(service, actions::the_public(), [&](actions::Work& work) -> Result<bool> {
            contact.state = ContactState::decided;
            work.store.save(happened::contact_received, contact.id, contact);
            return true;
        });
    auto ours = actions::look(service, [](store::Reader& reader) {
        return reader.scalar<std::int64_t>("SELECT count(*) FROM contact WHERE agency = $1", measured_agency);
    });
    for (auto i = ours.value_or(0); i < waiting_contacts; ++i)
        done(service, actions::the_public(), [](actions::Work& work) {
            actions::ReceiveContact command;
            command.contact.worry = paragraph;
            command.contact.agency = measured_agency;
            command.children.push_back({.given_name = "Amara", .family_name = "Okafor"});
            return actions::receive_contact(work, command);
        });
}

}  // namespace

actions::Service service(store::Store& store, const LocalPolicy& policy) {
    return {store,
            rulebook::england(),
            policy,
            WorkingDays::england_and_wales(),
            [] {
                RawId id;
                randombytes_buf(id.bytes.data(), id.bytes.size());
                return id;
            },
            [] { return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now()); }};
}

Measured measured(const actions::Service& service) {
    auto team = actions::look(service, [](store::Reader& reader) { return reader.list_first<Team>("ORDER BY id"); });
    if (!team) throw std::runtime_error("There is no council in this directory.");
    Staff worker = somebody(service, "measured.worker", Role::social_worker, team->id);
    Staff door = somebody(service, "measured.door", Role::front_door, team->id);
    PersonId child = child_of(service, worker);
    fill_front_door(service);
    return {child, session_of(service, worker.sign_in_name), session_of(service, door.sign_in_name)};
}

}  // namespace kith::bench
