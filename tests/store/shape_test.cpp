// Migrations, locations, canonical bytes, words: the store's small print.
#include "store/canonical.h"
#include "store/migrate.h"
#include "store/on_both.h"

namespace kith {
namespace {

using namespace support;
using testing::HasSubstr;

class Shape : public testing::TestWithParam<store::Dialect> {
  protected:
    TestDatabase database{GetParam(), TestDatabase::Shape::none};
    store::Schema schema = toy::schema();

    std::unique_ptr<store::Store> open() {
        auto options = database.options();
        options.schema = &schema;
        return database.open(options);
    }
    std::string why_not() {
        try {
            open()->migrate(noon);
            return "it was migrated";
        } catch (const store::Unusable& fault) {
            return fault.what();
        }
    }
};
ON_BOTH_DATABASES(Shape);

TEST_P(Shape, is_brought_up_to_date_once) {
    auto store = open();
    EXPECT_EQ(store->migrate(noon), 3);
    EXPECT_EQ(store->migrate(noon), 0);
    schema.migrations.push_back(
        {"9002_more", "CREATE TABLE more ({authority} id {id} NOT NULL, PRIMARY KEY ({tenant} id)) {strict};"});
    EXPECT_EQ(open()->migrate(noon), 1);
}

TEST_P(Shape, of_a_newer_program_is_refused) {
    schema.migrations.push_back(
        {"9002_more", "CREATE TABLE more ({authority} id {id} NOT NULL, PRIMARY KEY ({tenant} id)) {strict};"});
    open()->migrate(noon);
    schema.migrations.pop_back();
    EXPECT_THAT(why_not(), HasSubstr("newer Kith"));
}

TEST_P(Shape, of_a_migration_that_was_edited_after_release_is_refused) {
    open()->migrate(noon);
    schema.migrations.back().sql = "-- something else";
    EXPECT_THAT(why_not(), HasSubstr("9001_stable was edited"));
}

TEST_P(Shape, of_a_migration_that_fails_half_way_is_left_as_it_was) {
    open()->migrate(noon);
    schema.migrations.push_back({"9002_broken",
                                 "CREATE TABLE half ({authority} id {id} NOT NULL, PRIMARY KEY ({tenant} id)) "
                                 "{strict}; CREATE TABLE horse (x {int});"});
    EXPECT_THROW(open()->migrate(noon), store::Fault);
    schema.migrations.back() = {
        "9002_right", "CREATE TABLE half ({authority} id {id} NOT NULL, PRIMARY KEY ({tenant} id)) {strict};"};
    EXPECT_EQ(open()->migrate(noon), 1);
}

TEST_P(Shape, takes_one_authority_and_refuses_a_second) {
    auto store = open();
    store->migrate(noon);
    EXPECT_TRUE(store->found(by_ann, first_authority, "Alderbrook"));
    EXPECT_EQ(store->authority(), first_authority);
    const auto again = store->found(by_ann, RawId{{0xc2}}, "Brackenford");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().because, Because::conflict);
}

TEST_P(Shape, rows_of_an_older_program_are_brought_to_todays) {
    // Shape 1 of a horse had no brand; the toy schema has its upcaster.
    const auto& table = store::table_info<toy::Horse>();
    const auto body = store::read_change(
        R"({"kind":"horse foaled","version":1,"rows":[{"table":"horse","version":1,"row":{"id":"00000000-0000-0000-0000-000000000001","name":"Old","colour":"bay"}}]})");
    const auto values = store::row_values(schema, table, body.rows.front());
    EXPECT_EQ(std::get<std::string>(values[1]), "Old");
    EXPECT_EQ(std::get<Bytes>(values[9]), Bytes{});
    EXPECT_TRUE(std::holds_alternative<store::Null>(values[5]));
}

TEST(KithSchema, people_recorded_before_anybody_asked_for_characteristics_have_blanks) {
    const auto& schema = store::kith_schema();
    const auto& table = *schema.find("person");
    const auto body = store::read_change(
        R"({"kind":"person recorded","version":1,"rows":[{"table":"person","version":1,"row":{"id":"00000000-0000-0000-0000-000000000001","given_name":"Ada"}}]})");
    const auto values = store::row_values(schema, table, body.rows.front());
    const auto value_of = [&](std::string_view column) {
        const auto at = std::ranges::find(table.columns, column, &store::ColumnInfo::name);
        return values[static_cast<std::size_t>(at - table.columns.begin())];
    };
    EXPECT_EQ(std::get<std::string>(value_of("disabilities")), "[]");
    EXPECT_EQ(std::get<std::string>(value_of("pupil_number")), "");
    EXPECT_TRUE(std::holds_alternative<store::Null>(value_of("no_pupil_number")));
}

TEST(SqliteFile, of_another_authority_is_refused) {
    TestDatabase database(store::Dialect::sqlite);
    database.ready().reset();
    auto options = database.options();
    options.authority = RawId{{0xc2}};
    EXPECT_THROW(database.open(options)->migrate(noon), store::Unusable);
}

TEST(Location, is_a_file_or_a_server_and_takes_no_setting_that_loses_work) {
    EXPECT_EQ(store::parse_location("sqlite:/data/kith.sqlite")->where, "/data/kith.sqlite");
    EXPECT_EQ(store::parse_location("postgresql://kith@host/kith")->dialect, store::Dialect::postgres);
    for (const auto* wrong :
         {"", "sqlite:", "sqlite::memory:", "/data/kith.sqlite", "mysql://host/kith", "sqlite:x?synchronous=normal"})
        EXPECT_FALSE(store::parse_location(wrong)) << wrong;
}

TEST(CanonicalBytes, are_these) {
    auto horse = toy::a_horse(1);
    horse.name = "a\"b\\\n\x01é";
    horse.born = first_date;
    horse.seen_at = from_micros(5);
    horse.brand = {1, 0xff};
    horse.foals = {toy::Colour::grey};
    store::ChangeText text;
    text.begin("horse foaled", 1);
    text.row(store::table_info<toy::Horse>(), store::values_of(horse));
    text.end_rows();
    EXPECT_EQ(text.finish(),
              R"({"kind":"horse foaled","version":1,"rows":[{"table":"horse","version":2,"row":{"id":")" +
                  to_text(horse.id) +
                  R"(","name":"a\"b\\\n\u0001é","colour":"bay","legs":4,"wild":0,"born":"1900-01-01","seen_at":5,)"
                  R"("nicknames":"[]","foals":"[\"grey\"]","brand":"01ff","version":1}}]})");
}

TEST(CanonicalBytes, are_read_strictly) {
    for (const auto* wrong :
         {"", "{}", R"({"kind":"x","version":1,"rows":[]} )", R"({"kind":"x","version":1,"rows":[{}]})",
          R"({"version":1,"kind":"x","rows":[]})", R"({"kind":"x\)", R"({"kind":"x\u00g1","version":1,"rows":[]})"})
        EXPECT_THROW(store::read_change(wrong), store::Fault) << wrong;
    EXPECT_EQ(store::read_change(R"({"kind":"x","version":1,"rows":[]})").kind, "x");
}

TEST(Words, are_read_back_and_nothing_else_is) {
    for (const auto colour : all_values<toy::Colour>())
        EXPECT_EQ(parse_word<toy::Colour>(word(colour)), colour);
    EXPECT_EQ(parse_word<toy::Colour>("plaid"), std::nullopt);
    EXPECT_THROW(word(static_cast<toy::Colour>(77)), Bug);
}

}  // namespace
}  // namespace kith
