#include "store/spool.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>

#include "store/fault.h"
#include "store/on_both.h"

namespace kith {
namespace {

using namespace support;
using namespace std::chrono_literals;
using store::Look;
using store::Spool;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t sector = 512;
constexpr std::size_t small_room = 16 * sector;

/// Ann's look at one person, the number of minutes after noon.
Look look_at(std::uint8_t person, int minutes = 0) {
    return {{.at = noon + minutes * 1min, .actor = ann, .action = "horse page", .purpose = "own horse"},
            {RawId{{person}}}};
}

/// What an access row says, without its place in the log.
std::string text_of(const Look& look) {
    std::string text = std::to_string(micros(look.access.at)) + " " + to_text(look.access.actor) + " " +
                       look.access.action + ", " + look.access.purpose + ", " + look.access.reason.value_or("none");
    for (const RawId& person : look.persons)
        text += " " + to_text(person);
    return text;
}

std::vector<std::string> content_of(Spool& spool) {
    std::vector<std::string> texts;
    try {
        spool.hand_over([&](const std::vector<Spool::Entry>& entries) {
            for (const auto& entry : entries)
                texts.push_back(text_of(entry.look));
            throw std::runtime_error("only looking");
        });
    } catch (const std::runtime_error&) {  // so that it keeps them
    }
    return texts;
}

std::string bytes_of_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

class SpoolFile : public testing::Test {
  protected:
    TemporaryDirectory directory;
    std::filesystem::path file = directory.path() / "kith.spool";
};

TEST_F(SpoolFile, keeps_every_word_of_a_look_when_the_program_starts_again) {
    Look full = look_at(1);
    full.access.reason = "A \"reason\"\nof two lines";
    full.persons.push_back(RawId{{2}});
    Look empty = look_at(3, 1);
    empty.access.reason = "";
    {
        Spool spool(file, small_room);
        EXPECT_FALSE(spool.waits());
        ASSERT_TRUE(spool.add(full));
        ASSERT_TRUE(spool.add(empty));
        EXPECT_TRUE(spool.waits());
    }
    Spool spool(file, small_room);
    EXPECT_TRUE(spool.waits());
    EXPECT_THAT(content_of(spool), ElementsAre(text_of(full), text_of(empty)));
}

TEST_F(SpoolFile, is_empty_once_it_was_handed_over) {
    Spool spool(file, small_room);
    ASSERT_TRUE(spool.add(look_at(1)));
    spool.hand_over([](const auto& entries) { EXPECT_EQ(entries.size(), 1u); });
    EXPECT_FALSE(spool.waits());
    EXPECT_THAT(content_of(spool), IsEmpty());
    EXPECT_EQ(bytes_of_file(file), std::string(small_room, '\0')) << "nothing of it lies about";
}

TEST_F(SpoolFile, takes_its_room_on_the_disk_before_it_is_needed_and_no_more_than_that) {
    Spool spool(file, small_room);
    struct stat before {};
    ASSERT_EQ(stat(file.c_str(), &before), 0);
    EXPECT_GE(static_cast<std::size_t>(before.st_blocks) * 512, small_room);
    int looks = 0;
    while (looks < 100 && spool.add(look_at(1, looks)))
        ++looks;
    EXPECT_EQ(looks, 16);
    EXPECT_FALSE(spool.add(look_at(1)));
    EXPECT_EQ(std::filesystem::file_size(file), small_room);
    EXPECT_EQ(content_of(spool).size(), 16u);
    Look wide = look_at(1);
    wide.persons.assign(20, RawId{{7}});
    spool.hand_over([](const auto&) {});
    EXPECT_TRUE(spool.add(wide));
    wide.persons.assign(1000, RawId{{7}});
    EXPECT_FALSE(spool.add(wide)) << "more than its room";
    EXPECT_TRUE(spool.add(look_at(1)));
}

TEST_F(SpoolFile, cannot_be_made_on_a_full_disk) {
    EXPECT_THROW(Spool("/dev/full", small_room), store::Fault);
}

TEST_F(SpoolFile, takes_nothing_after_the_disk_failed_once_until_it_is_opened_again) {
    auto spool = std::make_unique<Spool>(file, small_room);
    ASSERT_TRUE(spool->add(look_at(1)));
    signal(SIGXFSZ, SIG_IGN);
    rlimit usual{};
    getrlimit(RLIMIT_FSIZE, &usual);
    rlimit nothing{0, usual.rlim_max};
    setrlimit(RLIMIT_FSIZE, &nothing);
    EXPECT_FALSE(spool->add(look_at(2)));
    setrlimit(RLIMIT_FSIZE, &usual);
    EXPECT_FALSE(spool->add(look_at(3)));
    spool = std::make_unique<Spool>(file, small_room);
    EXPECT_TRUE(spool->add(look_at(4)));
    EXPECT_THAT(content_of(*spool), ElementsAre(text_of(look_at(1)), text_of(look_at(4))));
}

TEST_F(SpoolFile, loses_a_torn_last_look_only_wherever_it_is_torn) {
    EXPECT_TRUE(rc::check([this] {
        std::filesystem::remove(file);
        Look last = look_at(2, 1);
        last.persons.assign(60, RawId{{9}});  // three sectors
        std::string before, after;
        {
            Spool spool(file, small_room);
            RC_ASSERT(spool.add(look_at(1)));
            before = bytes_of_file(file);
            RC_ASSERT(spool.add(last));
            after = bytes_of_file(file);
        }
        std::string torn = before;
        for (std::size_t at = sector; at < 4 * sector; at += sector)
            if (*rc::gen::arbitrary<bool>()) torn.replace(at, sector, after, at, sector);
        RC_PRE(torn != after);
        write_file(file, torn);
        Spool spool(file, small_room);
        RC_ASSERT(spool.add(look_at(3, 2)));
        RC_ASSERT(content_of(spool) == (std::vector{text_of(look_at(1)), text_of(look_at(3, 2))}));
    }));
}

TEST_F(SpoolFile, may_be_used_by_two_programs_at_once) {
    Spool server(file, small_room), tick(file, small_room);
    ASSERT_TRUE(server.add(look_at(1)));
    EXPECT_THAT(content_of(tick), ElementsAre(text_of(look_at(1))));
    tick.hand_over([](const auto&) {});
    ASSERT_TRUE(server.add(look_at(2)));
    ASSERT_TRUE(tick.add(look_at(3)));
    EXPECT_THAT(content_of(server), ElementsAre(text_of(look_at(2)), text_of(look_at(3))));
}

class Rejoined : public OnBoth {
  protected:
    int rejoin(Spool& from) { return store::rejoin(from, *store, noon + 1h); }

    std::vector<std::string> log() {
        return store->read([&](store::Reader& reader) {
            std::vector<std::string> texts;
            for (const auto& access : reader.list<store::Access>("ORDER BY sequence")) {
                Look look{access, {}};
                for (const auto& person :
                     reader.list<store::AccessPerson>("WHERE access_sequence = $1 ORDER BY person_id", access.sequence))
                    look.persons.push_back(person.person_id);
                texts.push_back(text_of(look));
            }
            return texts;
        });
    }

    TemporaryDirectory directory;
    std::filesystem::path file = directory.path() / "kith.spool";
    Spool spool{file, small_room};
    const std::string gap = text_of(Look{{.at = noon + 2min,
                                          .action = "spool of the access log",
                                          .purpose = "a look before this is missing or was changed"},
                                         {}});
};
ON_BOTH_DATABASES(Rejoined);

TEST_P(Rejoined, looks_have_the_times_at_which_they_were_taken_and_lie_under_the_next_head) {
    ASSERT_TRUE(spool.add(look_at(1, 1)));
    ASSERT_TRUE(spool.add(look_at(2, 2)));
    EXPECT_EQ(rejoin(spool), 2);
    EXPECT_THAT(log(), ElementsAre(text_of(look_at(1, 1)), text_of(look_at(2, 2))));
    EXPECT_FALSE(spool.waits());
    const auto head = store->write_head(noon + 2h);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->accesses, 2);
    EXPECT_THAT(faults(*store), IsEmpty());
    EXPECT_EQ(rejoin(spool), 0);
    database.tamper("UPDATE access_log SET at = at + 1 WHERE sequence = 1");
    EXPECT_EQ(faults(*store).size(), 1u) << "as for any other row";
}

TEST_P(Rejoined, looks_are_in_the_log_once_when_the_program_ends_between_the_commit_and_the_emptying) {
    ASSERT_TRUE(spool.add(look_at(1, 1)));
    ASSERT_TRUE(spool.add(look_at(2, 2)));
    const std::string full = bytes_of_file(file);
    EXPECT_EQ(rejoin(spool), 2);
    write_file(file, full);
    Spool again(file, small_room);
    EXPECT_TRUE(again.waits());
    ASSERT_TRUE(again.add(look_at(3, 3)));
    EXPECT_EQ(rejoin(again), 1);
    EXPECT_THAT(log(), ElementsAre(text_of(look_at(1, 1)), text_of(look_at(2, 2)), text_of(look_at(3, 3))));
}

TEST_P(Rejoined, looks_are_in_the_log_once_when_the_emptying_was_cut_short) {
    ASSERT_TRUE(spool.add(look_at(1, 1)));
    ASSERT_TRUE(spool.add(look_at(2, 2)));
    std::string half_emptied = bytes_of_file(file);
    half_emptied.replace(0, sector, sector, '\0');
    EXPECT_EQ(rejoin(spool), 2);
    write_file(file, half_emptied);
    Spool again(file, small_room);
    EXPECT_EQ(rejoin(again), 0);
    EXPECT_EQ(log().size(), 2u) << "and no word of a gap";
}

TEST_P(Rejoined, looks_wait_on_while_the_database_takes_none) {
    ASSERT_TRUE(spool.add(look_at(1, 1)));
    database.tamper("ALTER TABLE access_person RENAME TO away");
    EXPECT_THROW(rejoin(spool), store::Fault);
    database.tamper("ALTER TABLE away RENAME TO access_person");
    EXPECT_TRUE(spool.waits());
    EXPECT_EQ(rejoin(spool), 1);
    EXPECT_EQ(log().size(), 1u);
}

TEST_P(Rejoined, log_says_where_a_look_was_changed_or_taken_out) {
    for (int number = 1; number <= 2; ++number)
        ASSERT_TRUE(spool.add(look_at(static_cast<std::uint8_t>(number), number)));
    std::string changed = bytes_of_file(file);
    changed[100] = static_cast<char>(changed[100] ^ 1);
    write_file(file, changed);
    EXPECT_EQ(rejoin(spool), 1);
    EXPECT_THAT(log(), ElementsAre(gap, text_of(look_at(2, 2))));
}

}  // namespace
}  // namespace kith
