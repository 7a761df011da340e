// Fourth step: the tree is written as C++, each value escaped for its place.
#pragma once

#include "template/load.h"

namespace kith::templates {

/// Throws Mistake.
Generated generate(const std::string& name, const std::string& included_folder, const Whole& whole);

}  // namespace kith::templates
