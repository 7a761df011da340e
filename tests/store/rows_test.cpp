#include "store/on_both.h"
#include "support/postgres.h"

namespace kith {
namespace {

using namespace support;
using store::Reader;
using store::Writer;
using toy::Colour;
using toy::Horse;
using toy::HorseId;
using toy::Rider;

class Rows : public OnBoth {};
ON_BOTH_DATABASES(Rows);

TEST_P(Rows, come_back_as_they_were_saved_whatever_their_columns_hold) {
    auto full = toy::a_horse(1);
    full.name = "Zoë \"O'Brien\"\n\t\\ مرحبا 🐴";
    full.colour = Colour::chestnut;
    full.legs = -3;
    full.wild = true;
    full.born = Date(std::chrono::year{2024} / 2 / 29);
    full.seen_at = noon;
    full.nicknames = {"", "a,b", "\"quoted\""};
    full.foals = {Colour::grey, Colour::bay};
    full.brand = {0, 255, 7};
    keep(full);
    const auto empty = toy::a_horse(2);
    keep(empty);

    EXPECT_EQ(horse(full.id), full);
    EXPECT_EQ(horse(empty.id), empty);
    EXPECT_EQ(horse(toy::a_horse(3).id), std::nullopt);
}

TEST_P(Rows, are_replaced_by_key_when_they_are_saved_again) {
    auto grey = toy::a_horse(1);
    keep(grey);
    grey.name = "Silver";
    ++grey.version;
    keep(grey);
    EXPECT_EQ(horse(grey.id), grey);
    EXPECT_EQ(count("horse"), 1);
    EXPECT_EQ(count("journal_entry WHERE record_id <> (SELECT id FROM authority)"), 2);
}

TEST_P(Rows, of_several_tables_and_in_lists_are_one_change) {
    const auto horse = toy::a_horse(1);
    const std::vector<Rider> riders{{.id = toy::RiderId(RawId{{1, 1}}), .horse_id = horse.id, .since = first_date},
                                    {.id = toy::RiderId(RawId{{1, 2}}), .horse_id = horse.id, .since = last_date}};
    const auto kept = write([&](Writer& writer) -> Result<int> {
        writer.save(toy::horse_ridden, horse.id, horse, riders, std::optional<Rider>());
        return 7;
    });
    EXPECT_EQ(kept, 7);
    EXPECT_EQ(count("rider"), 2);
    EXPECT_EQ(count("journal_entry WHERE kind = 'horse ridden' AND version = 2"), 1);
}

TEST_P(Rows, are_listed_with_arguments_of_every_type) {
    for (std::uint64_t i = 1; i <= 5; ++i) {
        auto each = toy::a_horse(i);
        if (i != 3) each.born = first_date + std::chrono::days(i);
        each.colour = i % 2 ? Colour::grey : Colour::bay;
        keep(each);
    }
    store->read([&](Reader& reader) {
        const auto grey = reader.list<Horse>("WHERE colour = $1 ORDER BY id", Colour::grey);
        EXPECT_EQ(grey.size(), 3u);
        const auto born = reader.list<Horse>("WHERE born >= $2 AND id <> $1 ORDER BY born, id", toy::a_horse(5).id,
                                             first_date + std::chrono::days(2));
        EXPECT_EQ(born.size(), 2u);
        EXPECT_EQ(
            reader.list<Horse>("WHERE seen_at IS NOT DISTINCT FROM $1 ORDER BY id", std::optional<Instant>()).size(),
            5u);
        EXPECT_EQ(reader.scalar<std::string>("SELECT name FROM horse WHERE name = $1", "Dapple 4"), "Dapple 4");
        EXPECT_EQ(reader.scalar<std::int64_t>("SELECT count(*) FROM horse WHERE legs = $1 AND wild = $2", 4, false), 5);
        EXPECT_EQ(reader.scalar<Date>("SELECT born FROM horse WHERE id = $1", toy::a_horse(3).id), std::nullopt);
    });
}

TEST_P(Rows, sort_nulls_where_the_statement_says_on_both_databases) {
    auto unborn = toy::a_horse(1);
    auto born = toy::a_horse(2);
    born.born = first_date;
    keep(unborn);
    keep(born);
    store->read([&](Reader& reader) {
        EXPECT_EQ(reader.list<Horse>("ORDER BY born NULLS FIRST, id").front().id, unborn.id);
        EXPECT_EQ(reader.list<Horse>("ORDER BY born NULLS LAST, id").front().id, born.id);
    });
}

TEST_P(Rows, sort_text_by_code_point_on_both_databases) {
    for (const auto& [number, name] : {std::pair{1, "b"}, {2, "B"}, {3, "é"}, {4, "a"}}) {
        auto each = toy::a_horse(static_cast<std::uint64_t>(number));
        each.name = name;
        keep(each);
    }
    std::string order;
    store->read([&](Reader& reader) {
        for (const auto& each : reader.list<Horse>("ORDER BY name, id"))
            order += each.name;
    });
    EXPECT_EQ(order, "Babé");
}

TEST_P(Rows, can_be_read_inside_the_visit_of_other_rows_by_the_same_statement) {
    for (std::uint64_t i = 1; i <= 3; ++i)
        keep(toy::a_horse(i));
    int pairs = 0;
    store->read([&](Reader& reader) {
        const std::string_view sql = "SELECT id FROM horse ORDER BY id";
        reader.each(sql, [&](const store::RowView&) { reader.each(sql, [&](const store::RowView&) { ++pairs; }); });
    });
    EXPECT_EQ(pairs, 9);
}

TEST_P(Rows, beside_the_record_are_put_and_removed_without_a_change) {
    const auto before = count("journal_entry");
    write([&](Writer& writer) -> Result<void> {
        writer.put(toy::HorseWord{"dapple", toy::a_horse(1).id});
        writer.put(toy::HorseWord{"dapple", toy::a_horse(1).id});
        return {};
    });
    EXPECT_EQ(count("horse_word"), 1);
    write([&](Writer& writer) -> Result<void> {
        EXPECT_EQ(writer.remove<toy::HorseWord>("dapple", toy::a_horse(1).id), 1);
        EXPECT_EQ(writer.remove<toy::HorseWord>("dapple", toy::a_horse(1).id), 0);
        return {};
    });
    EXPECT_EQ(count("horse_word"), 0);
    EXPECT_EQ(count("journal_entry"), before);
}

TEST_P(Rows, of_one_megabyte_of_text_are_kept_whole) {
    auto storied = toy::a_horse(1);
    storied.nicknames.emplace_back(1'000'000, 'x');
    ASSERT_NO_FATAL_FAILURE(keep(storied));
    EXPECT_EQ(horse(storied.id), storied);
}

TEST_P(Rows, cannot_name_a_row_that_is_not_there) {
    EXPECT_THROW(write([&](Writer& writer) -> Result<void> {
                     writer.save(toy::horse_ridden, RawId{{9}},
                                 Rider{.horse_id = toy::a_horse(8).id, .since = first_date});
                     return {};
                 }),
                 store::Violation);
    EXPECT_EQ(count("rider"), 0);
}

TEST_P(Rows, holding_a_word_that_this_program_does_not_know_are_a_fault) {
    keep(toy::a_horse(1));
    database.tamper("UPDATE horse SET colour = 'plaid'");
    EXPECT_THROW(horse(toy::a_horse(1).id), store::Fault);
}

std::vector<std::string> tables_in(store::Store& store) {
    const auto sql =
        store.dialect() == store::Dialect::sqlite
            ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            : "SELECT relname::text FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = "
              "current_schema()::regnamespace ORDER BY relname";
    std::vector<std::string> names;
    store.read([&](Reader& reader) {
        reader.each(sql, [&](const store::RowView& row) { names.push_back(row.get<std::string>(0)); });
    });
    return names;
}

std::vector<std::string> tables_listed(const store::Schema& schema) {
    std::vector<std::string> names;
    for (const auto* table : schema.tables)
        names.push_back(table->name);
    return names;
}

TEST_P(Rows, lie_only_in_tables_that_the_table_of_tables_names) {
    support::TestDatabase real(GetParam(), TestDatabase::Shape::none);
    auto options = real.options();
    options.schema = nullptr;
    auto kith = real.open(options);
    kith->migrate(noon);
    EXPECT_THAT(tables_in(*kith), testing::UnorderedElementsAreArray(tables_listed(store::kith_schema())));
    EXPECT_THAT(tables_in(*store), testing::UnorderedElementsAreArray(tables_listed(toy::schema())));
}

TEST_P(Rows, of_every_mapped_table_can_be_read_and_every_journalled_table_has_a_key) {
    support::TestDatabase real(GetParam(), TestDatabase::Shape::none);
    auto options = real.options();
    options.schema = nullptr;
    auto kith = real.open(options);
    kith->migrate(noon);
    kith->read([&](Reader& reader) {
        for (const auto* table : store::kith_schema().tables) {
            if (table->durability == store::Durability::journalled) {
                EXPECT_GT(table->keys, 0) << table->name;
            }
            if (table->columns.empty()) continue;
            EXPECT_NO_THROW(reader.each(table->select, [](const store::RowView&) {})) << table->name;
        }
    });
}

}  // namespace
}  // namespace kith
