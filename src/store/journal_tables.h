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
    static std::span<const Column<JournalEntry>> columns();
};

template <>
struct Table<JournalBody> {
    static constexpr std::string_view name = "journal_body";
    static constexpr Durability durability = Durability::journal;
    static constexpr int keys = 1;
    static std::span<const Column<JournalBody>> columns();
};

template <>
struct Table<JournalRecord> {
    static constexpr std::string_view name = "journal_record";
    static constexpr Durability durability = Durability::journal;
    static constexpr int keys = 1;
    static std::span<const Column<JournalRecord>> columns();
};

template <>
struct Table<Head> {
    static constexpr std::string_view name = "journal_head";
    static constexpr Durability durability = Durability::journal;
    static constexpr int keys = 1;
    static std::span<const Column<Head>> columns();
};

}  // namespace kith::store
