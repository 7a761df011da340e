#include "store/access_store.h"

#include <set>

namespace kith::store {

std::span<const Column<Access>> Table<Access>::columns() {
    static constexpr std::array all{
        column<&Access::sequence>("sequence"),
        column<&Access::commit_order>("commit_order"),
        column<&Access::at>("at"),
        column<&Access::actor>("actor"),
        column<&Access::action>("action"),
        column<&Access::purpose>("purpose"),
        column<&Access::reason>("reason"),
    };
    return all;
}

std::span<const Column<AccessPerson>> Table<AccessPerson>::columns() {
    static constexpr std::array all{
        column<&AccessPerson::access_sequence>("access_sequence"),
        column<&AccessPerson::person_id>("person_id"),
    };
    return all;
}

namespace {
constexpr std::string_view place_sqlite =
    "SELECT (SELECT coalesce(max(sequence), 0) + 1 FROM access_log), "
    "max(coalesce((SELECT max(commit_order) FROM access_log), 0), coalesce((SELECT base FROM commit_base), 0)) + 1";
constexpr std::string_view place_postgres =
    "SELECT nextval('access_log_sequence'), "
    "pg_current_xact_id()::text::bigint + coalesce((SELECT base FROM commit_base), 0)";
}  // namespace

void record_look(Writer& writer, Look look) {
    Access& access = look.access;
    const bool sqlite = writer.connection().dialect() == Dialect::sqlite;
    writer.each(sqlite ? place_sqlite : place_postgres, [&](const RowView& row) {
        access.sequence = row.integer(0);
        access.commit_order = row.integer(1);
    });
    writer.put(access);
    const std::set<RawId> each_once(look.persons.begin(), look.persons.end());
    for (const auto& person : each_once)
        writer.put(AccessPerson{access.sequence, person});
}

void record_access(Writer& writer, const Showing& showing) {
    record_look(writer, {{.at = writer.at(),
                          .actor = writer.actor(),
                          .action = std::string(showing.action),
                          .purpose = std::string(showing.purpose),
                          .reason = showing.reason},
                         showing.persons});
}

}  // namespace kith::store
