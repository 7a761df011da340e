#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "durability/memory_disk.h"
#include "support/test_database.h"

namespace kith {
namespace {

using namespace support;
using durability::MemoryDisk;
using store::Reader;
using store::Writer;
using testing::IsEmpty;

constexpr int crash_points = 480;  // some runs need fewer writes than the first and end before their crash

using Files = std::map<std::string, std::string>;

std::unique_ptr<store::Store> open_on(const MemoryDisk& disk, store::Synchronous synchronous,
                                      const TemporaryDirectory& keys) {
    return store::Store::open({.dialect = store::Dialect::sqlite, .where = "kith.sqlite", .vfs = disk.vfs()},
                              {.head_key = keys.path() / "key", .schema = &toy::schema(), .synchronous = synchronous});
}

/// A file with the tables and the authority in it.
Files founded(const TemporaryDirectory& keys) {
    MemoryDisk disk;
    {
        auto store = open_on(disk, store::Synchronous::full, keys);
        store->migrate(noon);
        EXPECT_TRUE(store->found(by_ann, first_authority, "Alderbrook"));
    }
    return disk.files();
}

/// One command: a horse and its rider, two tables and a derived one. Every seventh is refused after it wrote.
Result<int> foal(Writer& writer, int number) {
    const auto horse = toy::a_horse(static_cast<std::uint64_t>(number));
    toy::save_horse(writer, horse);
    writer.save(toy::horse_ridden, horse.id, toy::Rider{toy::RiderId(horse.id), horse.id, first_date, std::nullopt});
    if (number % 7 == 0) return refuse(Because::conflict, "", "No.");
    return number;
}

/// Sessions of commands, several at once, each session closed cleanly (which moves the log into the file). The numbers
/// of the commands that were acknowledged.
std::set<int> work(const MemoryDisk& disk, store::Synchronous synchronous, const TemporaryDirectory& keys) {
    std::set<int> acknowledged;
    int number = 0;
    try {
        for (int session = 0; session < 3; ++session) {
            auto store = open_on(disk, synchronous, keys);
            for (int round = 0; round < 4; ++round) {
                std::vector<store::Pending<Result<int>>> pending;
                for (int i = 0; i < 4; ++i)
                    pending.push_back(
                        store->write_later(by_ann, [n = ++number](Writer& writer) { return foal(writer, n); }));
                for (auto& each : pending)
                    if (const auto kept = each.wait()) acknowledged.insert(*kept);
            }
            store->write_head(noon);
        }
    } catch (const store::Fault&) {  // the power went
    }
    return acknowledged;
}

/// What is wrong with the record after a crash: acknowledged work that is missing, commands half done, a broken chain.
std::vector<std::string> wrong_with(const Files& files, const std::set<int>& acknowledged,
                                    const TemporaryDirectory& keys) {
    std::vector<std::string> wrong;
    try {
        MemoryDisk disk(files);
        auto store = open_on(disk, store::Synchronous::full, keys);
        wrong = faults(*store);
        store->read([&](Reader& reader) {
            for (int number = 1; number <= 48; ++number) {
                const auto id = toy::a_horse(static_cast<std::uint64_t>(number)).id;
                const bool horse = reader.find<toy::Horse>(id).has_value();
                const bool rider = reader.find<toy::Rider>(toy::RiderId(id)).has_value();
                const auto entries = *reader.scalar<int>("SELECT count(*) FROM journal_entry WHERE record_id = $1", id);
                const bool words = *reader.scalar<int>("SELECT count(*) FROM horse_word WHERE horse_id = $1", id) == 2;
                if (acknowledged.contains(number) && !horse) wrong.push_back(std::to_string(number) + " is missing");
                if (rider != horse || words != horse || entries != (horse ? 2 : 0))
                    wrong.push_back(std::to_string(number) + " is half done");
                if (horse && number % 7 == 0) wrong.push_back(std::to_string(number) + " was refused and is there");
            }
        });
    } catch (const store::Fault& fault) {
        wrong.emplace_back(fault.what());
    }
    return wrong;
}

struct Crashes {
    int happened = 0;
    int hurt = 0;  ///< something was lost or broken
};

/// Crashes at points spread over the whole of the work.
Crashes crash(store::Synchronous synchronous, int points) {
    const TemporaryDirectory first_keys;
    const auto start = founded(first_keys);
    MemoryDisk whole(start);
    EXPECT_EQ(work(whole, synchronous, first_keys).size(), 42u);
    EXPECT_GT(whole.operations(), points);

    Crashes crashes;
    for (int point = 0; point < points; ++point) {
        const TemporaryDirectory keys;
        MemoryDisk disk(start);
        disk.lose_power_after(whole.operations() * point / points);
        const auto acknowledged = work(disk, synchronous, keys);
        crashes.happened += disk.dead();
        const auto wrong = wrong_with(disk.survivors(static_cast<std::uint64_t>(point)), acknowledged, keys);
        if (wrong.empty()) continue;
        ++crashes.hurt;
        if (synchronous == store::Synchronous::full) {
            ADD_FAILURE() << "crash " << point << ": " << wrong.front();
        }
    }
    return crashes;
}

TEST(PowerLoss, at_any_write_loses_no_acknowledged_command_halves_none_and_breaks_no_chain) {
    const auto crashes = crash(store::Synchronous::full, crash_points);
    EXPECT_GE(crashes.happened, 400);
    EXPECT_EQ(crashes.hurt, 0);
}

TEST(PowerLoss, is_seen_by_this_test_when_commits_do_not_wait_for_the_disk) {
    EXPECT_GT(crash(store::Synchronous::off, 60).hurt, 10);
}

TEST(FullDisk, is_what_a_replay_or_a_migration_that_met_it_says) {
    const TemporaryDirectory keys, other_keys;
    MemoryDisk disk(founded(keys)), copy, empty;
    auto store = open_on(disk, store::Synchronous::full, keys);
    for (int number = 1; number <= 6; ++number)
        ASSERT_TRUE(store->write(by_ann, [&](Writer& writer) { return foal(writer, number); }));
    auto target = open_on(copy, store::Synchronous::full, other_keys);
    target->migrate(noon);
    copy.set_full(true);
    EXPECT_THROW(store->replay_into(*target), store::DiskFull);
    copy.set_full(false);
    store->replay_into(*target);

    auto unmade = open_on(empty, store::Synchronous::full, other_keys);
    empty.set_full(true);
    EXPECT_THROW(unmade->migrate(noon), store::DiskFull);
}

TEST(FullDisk, fails_the_commands_that_met_it_and_nothing_is_lost_or_half_done) {
    const TemporaryDirectory keys;
    MemoryDisk disk(founded(keys));
    auto store = open_on(disk, store::Synchronous::full, keys);
    std::set<int> acknowledged;
    int full = 0;
    for (int round = 0; round < 12; ++round) {
        std::vector<store::Pending<Result<int>>> pending;
        for (int i = 0; i < 4; ++i) {
            const int number = round * 4 + i + 1;
            pending.push_back(store->write_later(by_ann, [&, number, round, i](Writer& writer) {
                // In the middle of the batch the disk is full, for this command and its neighbours.
                if (round % 3 == 1 && i == 2) disk.set_full(true);
                return foal(writer, number);
            }));
        }
        for (auto& each : pending) {
            try {
                if (const auto kept = each.wait()) acknowledged.insert(*kept);
            } catch (const store::DiskFull&) {
                ++full;
            }
        }
        disk.set_full(false);
    }
    EXPECT_GT(full, 0);
    EXPECT_GT(acknowledged.size(), 20u);
    store.reset();
    EXPECT_THAT(wrong_with(disk.files(), acknowledged, keys), IsEmpty());
}

TEST(FullDisk, spares_the_neighbours_of_the_one_command_that_needs_the_room) {
    const TemporaryDirectory keys;
    MemoryDisk disk(founded(keys));
    auto store = open_on(disk, store::Synchronous::full, keys);
    std::vector<store::Pending<Result<int>>> pending;
    for (int number = 1; number <= 6; ++number)
        pending.push_back(store->write_later(by_ann, [&, number](Writer& writer) -> Result<int> {
            disk.set_full(false);
            if (number != 4) return foal(writer, number);
            // More than the page cache holds, so that it meets the disk before the commit.
            auto huge = toy::a_horse(100);
            huge.nicknames.emplace_back(20'000'000, 'x');
            disk.set_full(true);
            toy::save_horse(writer, huge);
            return number;
        }));
    int full = 0, kept = 0;
    for (auto& each : pending) {
        try {
            kept += each.wait().has_value();
        } catch (const store::DiskFull&) {
            ++full;
        }
    }
    EXPECT_EQ(full, 1);
    EXPECT_EQ(kept, 5);
    EXPECT_THAT(faults(*store), IsEmpty());
}

}  // namespace
}  // namespace kith
