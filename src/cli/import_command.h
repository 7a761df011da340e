// kith import cin FILE.xml: brings an earlier system's census into the record (actions/import_census.h). The file is
// read twice: once to the end, so that nothing is brought from a file that is no census; then child by child, many
// children in one command, in memory that does not grow with it.
#pragma once

#include "cli/environment.h"

namespace kith::cli {

/// 0: brought over, or nothing new in it. 1: refused, with a sentence. 2: not a census; nothing was brought over.
int run_import(Arguments arguments, const Environment& environment);

}  // namespace kith::cli
