// The children whom a meeting about one child may be about as well, to tick.
#pragma once

#include <vector>

#include "actions/child_record.h"
#include "web/components/choices.h"
#include "web/form_state.h"
#include "web/visit.h"

namespace kith::web {

/// Brothers and sisters, a parent who is a child too, and whoever was reported with the child; ticked where the field
/// "others" says so. Notes them as shown.
std::vector<Choice> other_children(Visit& visit, const actions::ChildRecord& record, const FormState& form);

}  // namespace kith::web
