// Whether the journal is what was written. Finds any changed, deleted, moved or swapped entry at or before the last
// head, truncation and whole records included; in younger entries, flips, inner drops and reorders.
#pragma once

#include <cstdint>
#include <string>

#include "base/function_ref.h"

namespace kith::store {

struct JournalFault {
    std::string record;         ///< "contact 3f2a…", "head 12", "access 40" or "journal"
    std::int64_t sequence = 0;  ///< within the record; 0 when it is about the whole
    std::string what;           ///< "its body was changed"
};
/// "contact 3f2a… 4: its body was changed"
std::string to_text(const JournalFault& fault);

using FaultVisitor = FunctionRef<void(const JournalFault&)>;

struct Verified {
    std::int64_t entries = 0;
    std::int64_t records = 0;
    std::int64_t faults = 0;
};

class HeadKeeper;
class Reader;
/// Over one snapshot. Store::verify calls it.
Verified verify_journal(Reader& reader, const HeadKeeper& heads, FaultVisitor fault);

}  // namespace kith::store
