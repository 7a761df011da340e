// The children in need census from the record: the whole file, child by child, or what its rules say of one child.
#pragma once

#include <functional>
#include <vector>

#include "actions/service.h"
#include "returns/cin/build.h"
#include "returns/cin/validate.h"

namespace kith::actions {

/// Every child in scope, in the order of their ids, from the reader's one snapshot. `left_out` hears of work that the
/// census has no place for. Memory does not grow with the record.
void each_census_child(store::Reader& reader, const returns::cin::CensusYear& year, const WorkingDays& calendar,
                       FunctionRef<void(const returns::cin::Child&)> child,
                       FunctionRef<void(const returns::cin::LeftOut&)> left_out);

/// What the rules of a year say of one child, and what was left out: for the worker, after the commit. Whether a number
/// is another child's too is not asked here, nor what concerns the return as a whole. Nothing when the child is not in
/// scope.
struct CensusOfChild {
    returns::cin::BuiltChild built;
    std::vector<returns::cin::Finding> findings;
};
CensusOfChild census_findings(store::Reader& reader, core::PersonId child, int year, const WorkingDays& calendar);

}  // namespace kith::actions
