// `kith rulebook print`: the procedures as a page or as a picture.
#pragma once

#include <ostream>
#include <span>
#include <string>

namespace kith::cli {

/// The arguments after the command's name. 0, or 1 with a sentence on err and nothing on out.
int run_rulebook(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

}  // namespace kith::cli
