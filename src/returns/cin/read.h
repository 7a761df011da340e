// Reads a children in need census from bytes, child by child, in memory that does not grow with the file.
//
// Meant for files from anywhere: no DOCTYPE (so no entities of its own, no entity bombs), no network, no files, nothing
// nested deeper than a census is. Where the bytes come from is the caller's business.
#pragma once

#include <functional>
#include <string_view>
#include <tl/expected.hpp>

#include "returns/cin/assemble.h"

namespace kith::returns::cin {

/// The next piece of the file, any size; empty at the end. Valid until the next call.
using Bytes = std::function<std::string_view()>;

/// Reads to the end, or to the first thing that makes the file not a census. Children before that place have been
/// handed over already.
tl::expected<void, Unreadable> read_census(const Bytes& bytes, const Receiver& receiver);

}  // namespace kith::returns::cin
