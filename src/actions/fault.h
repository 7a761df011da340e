// What the world did to a command, for those who answer a person: what to say, and whether sending again may help.
#pragma once

#include <exception>

namespace kith::actions {

enum class Fault {
    records_unreachable,  ///< the database cannot be reached, or went away: nothing of this was kept
    disk_full,            ///< nothing of this was kept
    cannot_save,          ///< the database takes nothing at present, though it can be read: nothing of this was kept
    in_doubt,             ///< it may have been kept; sending it again with the same token settles it
    other,                ///< nothing of this was kept
};

Fault fault_of(const std::exception_ptr& thrown);

}  // namespace kith::actions
