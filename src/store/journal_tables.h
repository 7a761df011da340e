// The journal's own tables as structs.
#pragma once

#include <optional>

#include "store/heads.h"
#include "store/table.h"

namespace kith::store {

struct JournalEntry {
    std::int64_t sequence = 0;
    std::int64_t commit_order = 0;
    std::string record_kind;
    RawId record_id;
    std::int64_t record_sequence = 0;
    std::string kind;
    int version = 1;
    Instant recorded_at;
    RawId actor;
    Bytes previous_hash;  ///< of the record's entry before; empty for its first
    Bytes commitment;     ///< SHA-256 of salt and body
    Bytes hash;           ///< SHA-256 of entry_text
};

struct JournalBody {
    std::int64_t sequence = 0;
    std::optional<Bytes> salt;
    std::optional<Bytes> body;
};

struct JournalRecord {
    RawId record_id;
    std::string record_kind;
    std::int64_t last_sequence = 0;
    Bytes last_hash;
};

/// What is hashed: "kith entry 1" and then each field but commit_order, one a line, hashes in hexadecimal.
std::string entry_text(const JournalEntry& entry);

template <>
struct Table<JournalEntry> {
    static constexpr std::string_view name = "journal_entry";
    static constexpr Durability durability = Durability::journal;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{
        column("sequence", &JournalEntry::sequence),
        column("commit_order", &JournalEntry::commit_order),
        column("record_kind", &JournalEntry::record_kind),
        column("record_id", &JournalEntry::record_id),
        column("record_sequence", &JournalEntry::record_sequence),
        column("kind", &JournalEntry::kind),
        column("version", &JournalEntry::version),
        column("recorded_at", &JournalEntry::recorded_at),
        column("actor", &JournalEntry::actor),
        column("previous_hash", &JournalEntry::previous_hash),
        column("commitment", &JournalEntry::commitment),
        column("hash", &JournalEntry::hash),
    };
};

template <>
struct Table<JournalBody> {
    static constexpr std::string_view name = "journal_body";
    static constexpr Durability durability = Durability::journal;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{
        column("sequence", &JournalBody::sequence),
        column("salt", &JournalBody::salt),
        column("body", &JournalBody::body),
    };
};

template <>
struct Table<JournalRecord> {
    static constexpr std::string_view name = "journal_record";
    static constexpr Durability durability = Durability::journal;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{
        column("record_id", &JournalRecord::record_id),
        column("record_kind", &JournalRecord::record_kind),
        column("last_sequence", &JournalRecord::last_sequence),
        column("last_hash", &JournalRecord::last_hash),
    };
};

template <>
struct Table<Head> {
    static constexpr std::string_view name = "journal_head";
    static constexpr Durability durability = Durability::journal;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{
        column("number", &Head::number),
        column("at", &Head::at),
        column("entries_until", &Head::entries_until),
        column("entries", &Head::entries),
        column("entries_hash", &Head::entries_hash),
        column("access_until", &Head::access_until),
        column("accesses", &Head::accesses),
        column("access_hash", &Head::access_hash),
        column("previous_hash", &Head::previous_hash),
        column("hash", &Head::hash),
        column("public_key", &Head::public_key),
        column("signature", &Head::signature),
    };
};

}  // namespace kith::store
