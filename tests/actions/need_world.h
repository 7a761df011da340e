// A small council for tests: one team, its people, families, and a clock that is moved by hand. Everything happens
// through the actions.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "actions/assessment.h"
#include "actions/authority.h"
#include "actions/closure.h"
#include "actions/front_door.h"
#include "actions/need_plan.h"
#include "actions/people.h"
#include "actions/receive_contact.h"
#include "actions/referral.h"
#include "actions/telling.h"
#include "base/text.h"
#include "rulebook/england/england.h"
#include "store/assessment_store.h"
#include "store/contact_store.h"
#include "store/need_plan_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/referral_store.h"
#include "store/telling_store.h"

namespace kith::actions::test {

using namespace kith::core;
using namespace std::chrono_literals;

struct NeedWorld {
    template <class F>
    auto act(const Actor& actor, F action) {
        return perform(*service, actor, std::move(action));
    }
    /// What the action gave; a refusal ends the test.
    template <class F>
    auto must(const Actor& actor, F action) {
        auto result = act(actor, std::move(action));
        if (!result) throw std::runtime_error(result.error().field + ": " + result.error().sentence);
        return *result;
    }
    template <class F>
    auto see(F lookup) {
        return look(*service, std::move(lookup));
    }
    template <class Row, class... Values>
    std::vector<Row> rows(std::string_view tail, const Values&... values) {
        return see([&](store::Reader& reader) { return reader.list<Row>(tail, values...); });
    }

    NeedWorld() : NeedWorld(std::unique_ptr<store::Store>()) {}
    /// In an empty database elsewhere.
    explicit NeedWorld(std::unique_ptr<store::Store> elsewhere) : store(std::move(elsewhere)) {
        std::filesystem::create_directories(directory);
        if (!store)
            store = store::Store::open(*store::parse_location("sqlite:" + (directory / "kith.sqlite").string()));
        store->migrate(now);
        service = std::make_unique<Service>(Service{*store, rulebook::england(), policy,
                                                    WorkingDays::england_and_wales(), ids, [this] { return now; }});
        AuthorityProfile profile;
        profile.id = AuthorityId(ids());
        profile.name = "Example Council";
        if (auto founded = found_authority(*service, profile); !founded)
            throw std::runtime_error(founded.error().sentence);
        team = must(founder, [&](Work& work) -> Result<Team> {
            return record_team(work, {.id = {}, .name = "Team", .phone = ""});
        });
        front_door = staff("Farah", Role::front_door);
        amina = staff("Amina", Role::social_worker);
        ben = staff("Ben", Role::social_worker);
        manager = staff("Grace", Role::team_manager);
        head = staff("Harriet", Role::head_of_service);
    }
    ~NeedWorld() {
        store.reset();
        std::filesystem::remove_all(directory);
    }

    Actor staff(const std::string& name, Role role) {
        AddStaff command;
        command.staff.name = name;
        command.staff.sign_in_name = fold(name);
        command.staff.role = role;
        command.staff.team = team.id;
        command.staff.social_work_qualified = role == Role::social_worker;
        Staff added = must(founder, [&](Work& work) { return add_staff(work, command); });
        return {added.id, added.name, added.role, added.team, added.social_work_qualified};
    }

    PersonId person(const std::string& given, std::optional<Date> born = {}) {
        Person person;
        person.given_name = given;
        person.family_name = "Example";
        person.date_of_birth = born;
        if (born) person.birth_date_is = BirthDateIs::stated;
        return must(front_door, [&](Work& work) -> Result<Person> { return record_person(work, person); }).id;
    }
    void related(PersonId child, PersonId other, RelationKind kind) {
        Relation relation;
        relation.child = child;
        relation.other = other;
        relation.kind = kind;
        must(front_door, [&](Work& work) { return record_relation(work, relation); });
    }

    /// A nurse tells us about these children; the front door says who they are and decides.
    Contact contact_about(const std::vector<PersonId>& children, ContactDecision decision) {
        ReceiveContact command;
        command.contact.reporter = ReporterKind::professional;
        command.contact.agency = "Hospital";
        command.contact.agency_role = "Nurse";
        command.contact.worry = "Mother is very low since the birth";
        command.children.resize(children.size());
        Contact contact = must(front_door, [&](Work& work) { return receive_contact(work, command); });
        Contact taken = must(front_door, [&](Work& work) { return actions::take_contact(work, contact.id); });
        auto reported = rows<ContactChild>("WHERE contact = $1 ORDER BY position, id", contact.id);
        for (std::size_t i = 0; i < children.size(); ++i)
            must(front_door, [&](Work& work) -> Result<int> {
                TRY(identify_child(work, contact.id, reported[i].id, children[i]));
                return 0;
            });
        DecideCommand decide;
        decide.contact = contact.id;
        decide.version = taken.version;
        decide.decision.decision = decision;
        decide.decision.reasons = "More than advice is needed";
        return must(front_door, [&](Work& work) { return actions::decide(work, decide); });
    }

    std::optional<OpenDuty> duty(PersonId child, Duty duty) {
        auto found =
            rows<OpenDuty>("WHERE child = $1 AND duty = $2 AND closed_at IS NULL ORDER BY due, id", child, duty);
        return found.empty() ? std::nullopt : std::optional(found.front());
    }
    Person load(PersonId id) {
        return see([&](store::Reader& reader) { return *reader.find<Person>(id); });
    }
    Referral referral_of(PersonId child) {
        return rows<Referral>("WHERE child = $1 ORDER BY received_at DESC, id", child).at(0);
    }
    void allocate(PersonId child, const Actor& worker) {
        AllocateWorker command{child, worker.id, load(child).version};
        must(manager, [&](Work& work) { return allocate_worker(work, command); });
    }

    static std::string next_number() {
        static int number = 0;
        return std::to_string(++number);
    }
    std::filesystem::path directory =
        std::filesystem::temp_directory_path() / ("kith-need-" + std::to_string(::getpid()) + "-" + next_number());
    Instant now = from_london(*parse_date("2026-11-02"), 10h);  ///< a Monday
    IdSource ids = seeded_ids(7);
    LocalPolicy policy;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<Service> service;
    Actor founder{.id = StaffId(seeded_ids(1)()), .name = "Founder", .role = Role::administrator, .team = {}};
    Team team;
    Actor front_door, amina, ben, manager, head;
};

}  // namespace kith::actions::test
