// Brings children of somebody's census into the record (returns/cin/inherit.h), one child at a time, as inherited: what
// happened and when, never why.
//
// A child is known again by the authority's number (LAchildID), else by a valid pupil number; never against another
// date of birth. A child who is there is never made twice, and nothing that was recorded here is changed: an episode of
// the same child and day of referral is left alone, and so is an open one while another is open here. The same file
// again changes nothing.
//
// What is open opens the duties that the law starts for it, from its true dates: late ones are late. Nothing inherited
// discharges a duty.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "actions/service.h"
#include "returns/cin/inherit.h"

namespace kith::actions {

struct ImportedCensus {
    std::string name;
    Date last;          ///< its reference date
    core::TeamId team;  ///< whose list open work goes to
    /// Children whom Kith reported under a number of its own making.
    std::unordered_map<std::string, core::PersonId> made_numbers;
};

/// For ImportedCensus::made_numbers.
std::unordered_map<std::string, core::PersonId> made_numbers(store::Reader& reader);

struct ImportedChild {
    enum class How { new_here, added_to, unchanged, not_taken };
    How how = How::unchanged;
    std::size_t episodes = 0;        ///< brought over
    std::size_t episodes_known = 0;  ///< there already
    std::size_t duties = 0;          ///< opened
    std::vector<returns::cin::NotUnderstood> not_understood;
};

/// Saves one Change, or nothing.
ImportedChild import_child(Work& work, const returns::cin::Child& child, const ImportedCensus& file);

/// Whoever runs an import: Kith itself, for nobody signed in.
const core::Actor& the_importer();

}  // namespace kith::actions
