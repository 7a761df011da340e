// `kith clock`: counting in working days, for people and scripts: an ISO date or a number on one line and nothing else.
#pragma once

#include <ostream>
#include <span>
#include <string>

namespace kith::cli {

/// The arguments after the command's name. 0, or 1 with a sentence on err and nothing on out.
int run_clock(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

}  // namespace kith::cli
