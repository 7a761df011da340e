// A rulebook as people read it: the procedures with their sources, and a picture of each machine. docs/rulebook/ is
// this text, and a test fails when the two differ.
#pragma once

#include <string>

#include "core/process.h"

namespace kith::rulebook {

std::string as_markdown(const core::Rulebook& law);  ///< with Mermaid diagrams
std::string as_dot(const core::Rulebook& law);       ///< one Graphviz digraph, a cluster for each machine

}  // namespace kith::rulebook
