#include "store/location.h"

namespace kith::store {

Result<Location> parse_location(std::string_view text) {
    if (text.starts_with("postgresql://") || text.starts_with("postgres://"))
        return Location{.dialect = Dialect::postgres, .where = std::string(text)};
    if (!text.starts_with("sqlite:"))
        return refuse(Because::invalid, "database", "A database is sqlite:PATH or postgresql://USER@HOST/NAME.");
    text.remove_prefix(7);
    if (text.find('?') != std::string_view::npos)
        return refuse(
            Because::invalid, "database",
            "A SQLite database takes no settings: every one that could be set here would lose acknowledged work.");
    if (text.empty() || text == ":memory:")
        return refuse(Because::invalid, "database", "A SQLite database needs the path of its file: sqlite:PATH.");
    return Location{.dialect = Dialect::sqlite, .where = std::string(text)};
}

}  // namespace kith::store
