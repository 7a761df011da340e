// `kith policy check FILE`: holds an authority's own policy against the rulebook, before it is applied.
#pragma once

#include <ostream>
#include <span>
#include <string>

namespace kith::cli {

/// The arguments after the command's name. 0, or 1 with a sentence on err and nothing on out.
int run_policy(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

}  // namespace kith::cli
