// Ends a transaction that failed. Where the database ended it already, as SQLite does on a full disk, there is nothing
// left to end: the fault that is under way says why, and is not hidden behind another.
#pragma once

#include "store/connection.h"
#include "store/fault.h"

namespace kith::store {

inline void roll_back(Connection& connection) {
    try {
        connection.script("ROLLBACK");
    } catch (const Fault&) {
    }
}

}  // namespace kith::store
