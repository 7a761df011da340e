// Reads what was decided and done for children, whole (core/child_history.h): one child's, or every child's in the
// order of their ids. Both are the same code, over the one snapshot that the reader sees. For programs (returns, data
// sets, checks after a commit), which answer for who may see what they make: nothing here asks who is looking.
//
// Every child: a few hundred at a time, a handful of queries for each lot, so that memory does not grow with the
// record.
#pragma once

#include <optional>

#include "base/function_ref.h"
#include "core/child_history.h"
#include "store/transaction.h"

namespace kith::actions {

/// Nothing for a person who is not in the record.
std::optional<core::ChildHistory> child_history(store::Reader& reader, core::PersonId child);

/// The same without what a twin's begins with: what was recorded under the child's own name.
std::optional<core::ChildHistory> own_history(store::Reader& reader, core::PersonId child);
/// The whole one of that.
core::ChildHistory whole_history(store::Reader& reader, core::ChildHistory own);

/// Children who were ever referred or enquired about, each once; the history is good until the visitor returns.
void each_child_history(store::Reader& reader, FunctionRef<void(const core::ChildHistory&)> visit);

}  // namespace kith::actions
