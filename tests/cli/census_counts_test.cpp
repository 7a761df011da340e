// Whatever is recorded, the kept count is what counting everybody gives: the invented council, told again a Change at a
// time.
#include "actions/census_counts.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <tuple>

#include "cli/demo/council.h"
#include "core/change.h"
#include "rulebook/england/england.h"
#include "store/journal.h"

using namespace kith;

namespace {

std::filesystem::path fresh_directory() {
    std::string name = "/tmp/kith-counts-XXXXXX";
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
    return name;
}

struct Told {
    std::filesystem::path directory = fresh_directory();
    std::unique_ptr<store::Store> store =
        store::Store::open({store::Dialect::sqlite, (directory / "kith.sqlite").string(), ""});
    Told() { store->migrate(Instant{}); }
    ~Told() {
        store.reset();
        std::error_code ignored;
        std::filesystem::remove_all(directory, ignored);
    }
};

/// The same Change, made again elsewhere.
void make_again(store::Store& there, store::Reader& here, const store::JournalEntry& entry) {
    auto body = store::read_change(text_of(*here.find<store::JournalBody>(entry.sequence)->body));
    auto zeros = [](std::span<std::uint8_t> salt) { std::ranges::fill(salt, std::uint8_t(0)); };
    store::RandomBytes random = zeros;
    auto made = there.write({entry.actor, entry.recorded_at}, [&](store::Writer& writer) -> Result<void> {
        store::Journal journal(writer.connection(), store::kith_schema(), random);
        journal.begin(entry.kind, entry.version, *parse_word<core::RecordKind>(entry.record_kind), entry.record_id);
        for (const store::RowBody& row : body.rows) {
            const auto& table = *store::kith_schema().find(row.table);
            auto values = store::row_values(store::kith_schema(), table, row);
            journal.add(table, values);
        }
        journal.end({entry.actor, entry.recorded_at});
        return {};
    });
    ASSERT_TRUE(made);
}

auto lines_of(const actions::Readiness& ready) {
    std::vector<std::tuple<std::string, RawId, RawId, RawId, bool, std::string>> lines;
    for (const actions::ReadinessLine& each : ready.lines)
        lines.emplace_back(each.rule->code, each.child, each.team, each.worker, each.explained, each.about);
    std::ranges::sort(lines);
    return lines;
}

TEST(CensusCounts, are_what_counting_everybody_gives_after_each_thing_that_is_recorded) {
    const Instant now = from_london(Date(std::chrono::year{2026} / 11 / 24), std::chrono::hours(11));
    Told all, some;
    ASSERT_TRUE(cli::build_council(*all.store, {.children = 12, .seed = 3, .now = now}, [](auto) {}));
    core::LocalPolicy policy;
    actions::Service service{*some.store,     rulebook::england(), policy, WorkingDays::england_and_wales(),
                             counting_ids(1), [&] { return now; }};
    actions::CensusCounts kept;
    const auto year = returns::cin::census_year(2027);
    int compared = 0, found = 0;
    all.store->read([&](store::Reader& reader) {
        int made = 0;
        for (const store::JournalEntry& entry : reader.list<store::JournalEntry>("ORDER BY commit_order, sequence")) {
            make_again(*some.store, reader, entry);
            if (++made % 5 != 0) continue;
            auto now_kept = *kept.count(service, year), anew = *actions::CensusCounts().count(service, year);
            ASSERT_EQ(lines_of(*now_kept), lines_of(*anew)) << entry.kind;
            ASSERT_EQ(now_kept->children(), anew->children()) << entry.kind;
            ASSERT_EQ(now_kept->episodes(), anew->episodes()) << entry.kind;
            ++compared, found += int(anew->lines.size());
        }
    });
    EXPECT_GT(compared, 50);
    EXPECT_GT(found, 50);
}

}  // namespace
