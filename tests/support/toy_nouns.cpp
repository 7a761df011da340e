#include "support/toy_nouns.h"

namespace kith::toy {

namespace {

constexpr std::string_view stable = R"(
CREATE TABLE horse (
    {authority}
    id        {id} NOT NULL,
    name      {text} NOT NULL,
    colour    {text} NOT NULL,
    legs      {int} NOT NULL,
    wild      {int} NOT NULL,
    born      {date},
    seen_at   {instant},
    nicknames {text} NOT NULL,
    foals     {text} NOT NULL,
    brand     {bytes} NOT NULL,
    version   {int} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX horse_by_name ON horse ({tenant} name, id);
CREATE TABLE rider (
    {authority}
    id       {id} NOT NULL,
    horse_id {id} NOT NULL,
    since    {date} NOT NULL,
    note     {text},
    PRIMARY KEY ({tenant} id),
    FOREIGN KEY ({tenant} horse_id) REFERENCES horse ({tenant} id)
) {strict};
CREATE TABLE horse_word (
    {authority}
    word     {text} NOT NULL,
    horse_id {id} NOT NULL,
    PRIMARY KEY ({tenant} word, horse_id)
) {strict};
)";

void put_words(store::Writer& writer, const Horse& horse) {
    writer.run("DELETE FROM horse_word WHERE horse_id = $1", horse.id);
    for (std::size_t at = 0; at < horse.name.size();) {
        const auto end = std::min(horse.name.find(' ', at), horse.name.size());
        if (end > at) writer.put(HorseWord{horse.name.substr(at, end - at), horse.id});
        at = end + 1;
    }
}

void rebuild_words(store::Writer& writer) {
    for (const auto& horse : writer.list<Horse>("ORDER BY id"))
        put_words(writer, horse);
}

/// Horses of shape 1 had no brand.
void brand_them(store::RowImage& row) {
    row["brand"] = std::string();
}

}  // namespace

const store::Schema& schema() {
    static const store::Schema made = [] {
        auto schema = store::kith_schema();
        // The ground and what has changed its own tables since: what later nouns add is theirs to test.
        std::erase_if(schema.migrations,
                      [](const auto& file) { return file.name != "0001_ground" && file.name != "0060_draft"; });
        std::erase_if(schema.tables, [&](const auto* table) {
            return schema.migrations.front().sql.find("CREATE TABLE " + table->name + " (") == std::string_view::npos &&
                   table->name != "schema_version";
        });
        schema.migrations.push_back({"9001_stable", stable});
        schema.tables.insert(schema.tables.end(), {&store::table_info<Horse>(), &store::table_info<Rider>(),
                                                   &store::table_info<HorseWord>()});
        schema.upcasters = {{"horse", 1, brand_them}};
        schema.rebuild = {rebuild_words};
        return schema;
    }();
    return made;
}

void save_horse(store::Writer& writer, const Horse& horse) {
    writer.save(horse_foaled, horse.id, horse);
    put_words(writer, horse);
}

Horse a_horse(std::uint64_t number) {
    auto ids = counting_ids(number);
    return {.id = HorseId(ids()), .name = "Dapple " + std::to_string(number)};
}

}  // namespace kith::toy

namespace kith::store {

std::span<const Column<toy::Horse>> Table<toy::Horse>::columns() {
    static constexpr std::array all{
        column<&toy::Horse::id>("id"),           column<&toy::Horse::name>("name"),
        column<&toy::Horse::colour>("colour"),   column<&toy::Horse::legs>("legs"),
        column<&toy::Horse::wild>("wild"),       column<&toy::Horse::born>("born"),
        column<&toy::Horse::seen_at>("seen_at"), column<&toy::Horse::nicknames>("nicknames"),
        column<&toy::Horse::foals>("foals"),     column<&toy::Horse::brand>("brand"),
        column<&toy::Horse::version>("version"),
    };
    return all;
}

std::span<const Column<toy::Rider>> Table<toy::Rider>::columns() {
    static constexpr std::array all{
        column<&toy::Rider::id>("id"),
        column<&toy::Rider::horse_id>("horse_id"),
        column<&toy::Rider::since>("since"),
        column<&toy::Rider::note>("note"),
    };
    return all;
}

std::span<const Column<toy::HorseWord>> Table<toy::HorseWord>::columns() {
    static constexpr std::array all{
        column<&toy::HorseWord::word>("word"),
        column<&toy::HorseWord::horse_id>("horse_id"),
    };
    return all;
}

}  // namespace kith::store
