#include "store/postgres_role.h"

#include <array>

namespace kith::store {

namespace {

constexpr std::string_view app_role = "kith_app";

constexpr std::string_view make_app_role =
    "DO $$ BEGIN "
    "PERFORM pg_advisory_xact_lock(hashtext('kith roles'), 0); "
    "IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'kith_app') THEN "
    "  BEGIN CREATE ROLE kith_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END; "
    "END IF; "
    "IF NOT pg_has_role(current_user, 'kith_app', 'MEMBER') THEN GRANT kith_app TO current_user; END IF; "
    "IF NOT (has_schema_privilege('kith_app', current_schema(), 'CREATE') "
    "        AND has_schema_privilege('kith_app', current_schema(), 'USAGE')) THEN "
    "  EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO kith_app', current_schema()); "
    "END IF; "
    "END $$";

constexpr std::string_view hand_over_tables =
    "DO $$ DECLARE ours regclass; BEGIN "
    "FOR ours IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND "
    "  (c.relname IN ('schema_version', 'journal_entry_sequence', 'access_log_sequence') OR (c.relkind IN ('r', 'p') "
    "   AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'authority_id'))) "
    "LOOP EXECUTE 'ALTER TABLE ' || ours || ' OWNER TO kith_app'; END LOOP; "
    "END $$";

bool is_so(Connection& connection, std::string_view sql, std::string_view role) {
    bool so = false;
    connection.each(sql, std::array{Value(role)}, [&](const RowView& row) { so = row.integer(0) != 0; });
    return so;
}

bool sees_through_walls(Connection& connection, std::string_view role) {
    return is_so(connection, "SELECT count(*) FROM pg_roles WHERE rolname = $1 AND (rolsuper OR rolbypassrls)", role);
}

bool may_become(Connection& connection, std::string_view role) {
    return is_so(connection, "SELECT count(*) WHERE pg_has_role(current_user, $1::name, 'MEMBER')", role);
}

std::string name_from(Connection& connection, std::string_view sql) {
    std::string name;
    connection.each(sql, {}, [&](const RowView& row) { name = row.text(0); });
    return name;
}

[[noreturn]] void no_way_behind_the_walls(std::string_view role) {
    throw Unusable("The database role " + std::string(role) +
                   " sees every authority's rows (BYPASSRLS) and can become no role that does not. Use one that owns "
                   "the database and is plain: CREATE ROLE kith LOGIN; ALTER DATABASE … OWNER TO kith. Or let it "
                   "become one: CREATE ROLE kith_app; GRANT kith_app TO " +
                   std::string(role) + "; GRANT CREATE ON SCHEMA public TO kith_app.");
}

}  // namespace

std::string role_behind_the_walls(Connection& connection) {
    const auto self = name_from(connection, "SELECT current_user");
    auto owner = name_from(connection,
                           "SELECT r.rolname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner "
                           "WHERE c.oid = to_regclass('schema_version')");
    const bool owner_is_plain = !owner.empty() && !sees_through_walls(connection, owner);
    if (owner_is_plain && owner != self && may_become(connection, owner)) return owner;
    if (!sees_through_walls(connection, self)) return {};
    if (owner_is_plain) no_way_behind_the_walls(self);
    try {
        connection.script(make_app_role);
        if (!owner.empty()) connection.script(hand_over_tables);
    } catch (const Unavailable&) {
        throw;
    } catch (const Fault&) {
        no_way_behind_the_walls(self);
    }
    if (sees_through_walls(connection, app_role)) no_way_behind_the_walls(self);
    return std::string(app_role);
}

}  // namespace kith::store
