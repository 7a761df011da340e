// The chains. Appends the Change of one command after another, inside the command's transaction.
#pragma once

#include <string>
#include <vector>

#include "store/canonical.h"
#include "store/heads.h"
#include "store/journal_tables.h"
#include "store/transaction.h"

namespace kith::store {

inline constexpr std::string_view redacted = "record redacted";

class Journal {
  public:
    Journal(Connection& connection, const Schema& schema, const RandomBytes& random)
        : connection_(connection), schema_(schema), random_(random) {}

    void begin(std::string_view kind, int version, core::RecordKind record_kind, const RawId& record);
    void add(const TableInfo& table, std::span<const Value> values);
    void end(const Stamp& stamp);
    void end_redaction(const Stamp& stamp, const Redaction& redaction);

  private:
    struct Place {
        std::int64_t sequence = 0, commit_order = 0, last_sequence = 0;
        Bytes last_hash;
    };
    Place next_place();
    void append(const Stamp& stamp, std::string_view body);
    void empty_bodies(const Redaction& redaction, RedactionBody& told);
    void remove_if_still_there(const RowBody& row, RedactionBody& told);

    Connection& connection_;
    const Schema& schema_;
    const RandomBytes& random_;

    std::string_view kind_;
    int version_ = 1;
    core::RecordKind record_kind_{};
    RawId record_;
    bool open_ = false;
    ChangeText text_;
    std::vector<std::string> written_;  ///< "table key" of each row of this Change
};

/// "contact 3f2a…": how faults name a record.
std::string record_name(std::string_view kind, const RawId& id);

}  // namespace kith::store
