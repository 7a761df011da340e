// What is kept beside the record and not journalled: who is signed in, what they have typed and not sent, and what must
// happen outside.
#pragma once

#include <optional>
#include <string>

#include "store/table.h"

namespace kith::store {

struct Session {
    Bytes token_hash;  ///< SHA-256 of the cookie's token; the token itself is nowhere
    Bytes form_hash;   ///< SHA-256 of the token in each of its forms: says whose form it was, also after the session
    RawId staff_id;
    Instant started_at, seen_at, ends_at;
};

struct Draft {
    RawId staff_id;
    std::string form;     ///< its route: "/section-47-enquiries/{id}/outcome"
    std::string subject;  ///< what stands for the route's "{…}": the ids, with "/" between
    std::string page;     ///< the address of the page that shows it
    std::string fields;   ///< JSON: names and values in turn, as typed
    Instant saved_at;
};

struct OutboxItem {
    RawId id;
    std::string kind;     ///< "mail"
    std::string payload;  ///< JSON
    Instant written_at, not_before;
    int attempts = 0;
    std::optional<std::string> last_fault;
    std::optional<Instant> done_at;
};

struct Idempotency {
    std::string token;
    Bytes fingerprint;  ///< SHA-256 of actor and content
    std::string location;
    Instant at;
};

template <>
struct Table<Session> {
    static constexpr std::string_view name = "session";
    static constexpr Durability durability = Durability::durable;
    static constexpr int keys = 1;
    static std::span<const Column<Session>> columns();
};

template <>
struct Table<Draft> {
    static constexpr std::string_view name = "draft";
    static constexpr Durability durability = Durability::durable;
    static constexpr int keys = 3;
    static std::span<const Column<Draft>> columns();
};

template <>
struct Table<OutboxItem> {
    static constexpr std::string_view name = "outbox";
    static constexpr Durability durability = Durability::durable;
    static constexpr int keys = 1;
    static std::span<const Column<OutboxItem>> columns();
};

template <>
struct Table<Idempotency> {
    static constexpr std::string_view name = "idempotency";
    static constexpr Durability durability = Durability::durable;
    static constexpr int keys = 1;
    static std::span<const Column<Idempotency>> columns();
};

}  // namespace kith::store
