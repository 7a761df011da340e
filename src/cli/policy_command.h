// `kith policy check FILE` holds an authority's own policy against the rulebook; `kith policy apply FILE` puts it on
// the authority's record as well.
#pragma once

#include "cli/environment.h"

namespace kith::cli {

/// The arguments after the command's name. 0, or 1 with a sentence on err for each fault and nothing on out.
int run_policy(Arguments arguments, const Environment& environment);

}  // namespace kith::cli
