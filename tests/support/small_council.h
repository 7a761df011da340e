// A council of a few people in a database of its own, for tests of actions and pages. The clock is set by hand.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>

#include "actions/authority.h"
#include "actions/people.h"
#include "actions/service.h"
#include "rulebook/england/england.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/secrets.h"
#include "store/sign_in_store.h"
#include "store/staff_store.h"

namespace kith::tests {

class SmallCouncil {
  public:
    using Open = std::function<std::unique_ptr<store::Store>(const std::filesystem::path& inside)>;

    SmallCouncil()
        : SmallCouncil([](const std::filesystem::path& inside) {
              return store::Store::open({store::Dialect::sqlite, (inside / "kith.sqlite").string(), ""});
          }) {}
    /// In an empty database elsewhere.
    explicit SmallCouncil(const Open& open) {
        std::string name = "/tmp/kith-council-XXXXXX";
        if (!mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
        directory = name;
        store = open(directory);
        store->migrate(now);
        service = std::make_unique<actions::Service>(actions::Service{*store, rulebook::england(), policy,
                                                                      WorkingDays::england_and_wales(), counting_ids(1),
                                                                      [this] { return now; }});
        core::AuthorityProfile profile;
        profile.name = "Alderbrook";
        EXPECT_TRUE(actions::found_authority(*service, profile));
        team = add_team("Meadow team");
        chairs = add_team("Conference service");
        worker = add("Dana Whitlock", core::Role::social_worker, team);
        manager = add("Priya Nair", core::Role::team_manager, team);
        head = add("Owen Marsh", core::Role::head_of_service, chairs);
        chair = add("Ruth Adeyemi", core::Role::conference_chair, chairs);
        other_chair = add("Joe Pike", core::Role::conference_chair, chairs);
        night = add("Sam Field", core::Role::out_of_hours, team);
    }
    ~SmallCouncil() {
        service.reset();
        store.reset();
        std::error_code ignored;
        std::filesystem::remove_all(directory, ignored);
    }

    /// They may sign in with that password; it is hashed once for all tests, which takes a while.
    void let_in(std::initializer_list<core::Actor> staff, std::string_view password) {
        static std::map<std::string, std::string, std::less<>> hashes;
        std::string& hash = hashes[std::string(password)];
        if (hash.empty()) hash = store::hash_password(password);
        (void)store->write({{}, now}, [&](store::Writer& writer) -> Result<void> {
            for (const core::Actor& each : staff)
                writer.put(store::StaffPassword{each.id, hash, now});
            return {};
        });
    }

    void at(std::string_view date, int hour = 10) { now = from_london(*parse_date(date), std::chrono::hours(hour)); }

    template <class F>
    auto as(const core::Actor& actor, F action) {
        return actions::perform(*service, actor, std::move(action));
    }
    template <class F>
    auto look(F lookup) {
        return actions::look(*service, std::move(lookup));
    }

    core::Person add_child(core::Person child) {
        child.accountable_worker = worker.id;
        child.team = team.id;
        return keep(std::move(child));
    }
    core::Person keep(core::Person person) {
        return *as(manager,
                   [&](actions::Work& work) -> Result<core::Person> { return actions::record_person(work, person); });
    }
    core::Person mother_of(const core::Person& child, std::string given_name) {
        core::Person mother;
        mother.given_name = std::move(given_name);
        mother.family_name = child.family_name;
        mother = keep(mother);
        auto related = as(manager, [&](actions::Work& work) {
            return actions::record_relation(
                work, {.child = child.id, .other = mother.id, .kind = core::RelationKind::mother});
        });
        EXPECT_TRUE(related);
        return mother;
    }

    std::vector<core::OpenDuty> duties_of(const core::PersonId& child) {
        return look([&](store::Reader& reader) {
            return reader.list<core::OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", child);
        });
    }
    /// The open duty of that kind; a failed test and a blank one when there is none.
    core::OpenDuty owed(const core::PersonId& child, core::Duty duty) {
        for (const core::OpenDuty& each : duties_of(child))
            if (each.duty == duty) return each;
        ADD_FAILURE() << "not owed: " << word(duty);
        return {};
    }
    bool owes(const core::PersonId& child, core::Duty duty) {
        for (const core::OpenDuty& each : duties_of(child))
            if (each.duty == duty) return true;
        return false;
    }
    core::Person person(const core::PersonId& id) {
        return *look([&](store::Reader& reader) { return reader.find<core::Person>(id); });
    }

    Instant now = from_london(Date(std::chrono::year{2026} / 11 / 23), std::chrono::hours(9));
    std::filesystem::path directory;
    std::unique_ptr<store::Store> store;
    core::LocalPolicy policy;
    std::unique_ptr<actions::Service> service;
    core::Team team, chairs;
    core::Actor worker, manager, head, chair, other_chair, night;

  private:
    core::Team add_team(std::string name) {
        core::Team made;
        made.name = std::move(name);
        return *as(core::Actor{.name = "Setting up", .role = core::Role::administrator},
                   [&](actions::Work& work) -> Result<core::Team> { return actions::record_team(work, made); });
    }
    core::Actor add(std::string name, core::Role role, const core::Team& its_team) {
        core::Staff staff;
        staff.name = name;
        staff.sign_in_name = name.substr(0, name.find(' '));
        for (char& c : staff.sign_in_name)
            c = static_cast<char>(std::tolower(c));
        staff.role = role;
        staff.team = its_team.id;
        staff.social_work_qualified = role != core::Role::business_support;
        auto added = as(core::Actor{.name = "Setting up", .role = core::Role::administrator}, [&](actions::Work& work) {
            return actions::add_staff(work, {staff, "$argon2id$not-a-hash"});
        });
        if (!added) throw std::runtime_error(added.error().sentence);
        return {added->id, added->name, added->role, added->team, added->social_work_qualified};
    }
};

}  // namespace kith::tests
