// kith returns cin build --year 2027 --out FILE: the children in need census from the record.
//
// One snapshot, written child by child to a file beside FILE, read back and checked, then put in FILE's place: FILE is
// either whole or as it was. Prints one line: children, episodes, errors, queries. 0 when the file is written, whatever
// its rules say (`returns cin check` tells); 1 with a sentence when it is not.
#pragma once

#include "cli/environment.h"

namespace kith::cli {

/// The arguments after "build".
int run_returns_build(Arguments arguments, const Environment& environment);

}  // namespace kith::cli
