// The invented council: repeatable, whole, and with its two stories.
#include "cli/demo/council.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "core/need_plan.h"
#include "store/conference_store.h"
#include "store/contact_store.h"
#include "store/journal_tables.h"
#include "store/need_plan_store.h"
#include "store/person_store.h"
#include "store/protection_plan_store.h"
#include "store/transfer_in_store.h"

using namespace kith;
using namespace kith::core;

namespace {

class Built {
  public:
    explicit Built(std::uint64_t seed, std::int64_t children = 12) {
        std::string name = "/tmp/kith-demo-XXXXXX";
        if (!mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
        directory = name;
        store = store::Store::open({store::Dialect::sqlite, (directory / "kith.sqlite").string(), ""});
        store->migrate(now);
        auto built =
            cli::build_council(*store, {.children = children, .seed = seed, .now = now}, [](std::string_view) {});
        if (!built) throw std::runtime_error(built.error().sentence);
    }
    ~Built() {
        store.reset();
        std::error_code ignored;
        std::filesystem::remove_all(directory, ignored);
    }

    template <class Row>
    std::vector<Row> rows(const std::string& tail) {
        return store->read([&](store::Reader& reader) { return reader.list<Row>(tail); });
    }
    /// Every journal entry but its salted hashes: what was done, to what, when and by whom.
    std::vector<std::string> journal() {
        std::vector<std::string> lines;
        for (const store::JournalEntry& each : rows<store::JournalEntry>("ORDER BY sequence"))
            lines.push_back(each.record_kind + " " + to_text(each.record_id) + " " + each.kind + " " +
                            iso_utc(each.recorded_at) + " " + to_text(each.actor));
        return lines;
    }

    Instant now = from_london(Date(std::chrono::year{2026} / 11 / 24), std::chrono::hours(11));
    std::filesystem::path directory;
    std::unique_ptr<store::Store> store;
};

std::string hex_of(const RawId& id) {
    std::string hex = to_text(id);
    std::erase(hex, '-');
    return hex;
}

Built& council() {
    static Built built(1);
    return built;
}

}  // namespace

TEST(InventedCouncil, is_the_same_for_the_same_seed_and_another_for_another) {
    Built again(1), other(2);
    EXPECT_EQ(council().journal(), again.journal());
    EXPECT_NE(council().journal(), other.journal());
    auto names = [](Built& built) {
        std::vector<std::string> all;
        for (const Person& each : built.rows<Person>("ORDER BY id"))
            all.push_back(to_text(each.id) + full_name(each) + each.nhs_number + each.phone);
        return all;
    };
    EXPECT_EQ(names(council()), names(again));
}

TEST(InventedCouncil, has_a_journal_without_a_fault) {
    std::vector<std::string> faults;
    auto verified = council().store->verify([&](const auto& fault) { faults.push_back(fault.what); });
    EXPECT_TRUE(faults.empty()) << faults.front();
    EXPECT_GT(verified.entries, 100);
}

TEST(InventedCouncil, holds_the_mother_seen_in_hospital_with_a_school_nurse_and_counselling) {
    EXPECT_EQ(council().rows<Person>("WHERE given_name = 'Carys' AND family_name = 'Penhaligon' ORDER BY id").size(),
              1u);
    auto plans = council().rows<NeedPlan>(
        "WHERE state = 'active' AND child IN (SELECT id FROM person WHERE family_name = 'Penhaligon') ORDER BY id");
    EXPECT_EQ(plans.size(), 2u);
    EXPECT_GE(council().rows<NeedPlanAction>("WHERE owner = 'School nurse' ORDER BY id").size(), 2u);
    EXPECT_GE(council().rows<NeedPlanAction>("WHERE action LIKE '%counselling%' ORDER BY id").size(), 2u);
}

TEST(InventedCouncil, holds_an_unborn_baby_on_a_child_protection_plan) {
    EXPECT_EQ(
        council()
            .rows<ProtectionPlan>("WHERE ended_on IS NULL AND child IN (SELECT id FROM person WHERE family_name = "
                                  "'Okonjo-Hale' AND stage = 'unborn') ORDER BY id")
            .size(),
        1u);
}

TEST(InventedCouncil, does_its_work_as_people_do) {
    auto held = council().rows<Conference>("WHERE state IN ('held', 'decided') ORDER BY id");
    ASSERT_FALSE(held.empty());
    for (const Conference& each : held) {
        EXPECT_TRUE(each.invited_at);
        EXPECT_NE(each.attendance, Attendance::undecided);
    }
    for (const Conference& each : held)
        EXPECT_TRUE(council()
                        .rows<ConferenceInvitation>("WHERE invited_as = 'child' AND not_invited_why <> '' AND came <> "
                                                    "'not_known' AND conference = '" +
                                                    to_text(each.id) + "' ORDER BY id")
                        .empty());
    auto members = council().rows<CoreGroupMember>(
        "WHERE plan IN (SELECT id FROM protection_plan WHERE child IN (SELECT id FROM person WHERE stage = 'unborn')) "
        "ORDER BY id");
    ASSERT_FALSE(members.empty());
    for (const CoreGroupMember& each : members)
        EXPECT_NE(each.agency, "Education");
}

TEST(InventedCouncil, of_some_size_has_a_child_who_moved_here_on_another_authoritys_plan) {
    Built larger(1, 24);
    auto moved = larger.rows<TransferIn>("ORDER BY id");
    ASSERT_EQ(moved.size(), 1u) << "one for each 200 children, and one where there are fewer";
    auto plans = larger.rows<ProtectionPlan>("WHERE child = X'" + hex_of(moved[0].child) + "' ORDER BY id");
    ASSERT_FALSE(plans.empty()) << "the plan here was made at the transfer-in conference";
    EXPECT_GT(plans[0].started_on, moved[0].told_on);
    EXPECT_TRUE(council().rows<TransferIn>("ORDER BY id").empty());
}

TEST(InventedCouncil, leaves_contacts_waiting_and_danger_among_them) {
    auto waiting = council().rows<Contact>("WHERE state IN ('received', 'taken') ORDER BY id");
    EXPECT_GE(waiting.size(), 4u);
    EXPECT_TRUE(std::ranges::any_of(waiting, needs_someone_now));
    for (const Contact& each : waiting)
        EXPECT_GT(each.received_at, council().now - std::chrono::days(8)) << each.worry;
}
