// Who looked at whose record: one row for each request that showed somebody, with everybody whom it showed, durable
// before the page leaves. Not journalled; the heads cover it, so nobody deletes their own looks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/transaction.h"

namespace kith::store {

struct Access {
    std::int64_t sequence = 0;      ///< given by record_access
    std::int64_t commit_order = 0;  ///< given by record_access
    Instant at;
    RawId actor;
    std::string action;                 ///< what was opened: "child page"
    std::string purpose;                ///< why this person may: "own child"
    std::optional<std::string> reason;  ///< in the person's own words, where one was asked for
};

struct AccessPerson {
    std::int64_t access_sequence = 0;
    RawId person_id;
};

template <>
struct Table<Access> {
    static constexpr std::string_view name = "access_log";
    static constexpr Durability durability = Durability::durable;
    static constexpr int keys = 1;
    static std::span<const Column<Access>> columns();
};

template <>
struct Table<AccessPerson> {
    static constexpr std::string_view name = "access_person";
    static constexpr Durability durability = Durability::durable;
    static constexpr int keys = 2;
    static std::span<const Column<AccessPerson>> columns();
};

/// What a request shows, and to whom it shows it is the Writer's actor.
struct Showing {
    std::string_view action;
    std::string_view purpose;
    std::optional<std::string> reason;
    std::vector<RawId> persons;
};
void record_access(Writer& writer, const Showing& showing);

/// A look of any time, by anybody, with everybody whom it showed.
struct Look {
    Access access;
    std::vector<RawId> persons;
};
void record_look(Writer& writer, Look look);

}  // namespace kith::store
