// Third step: extends and include are followed, so that one tree is left: the whole page, or a file's macros.
#pragma once

#include "template/compile.h"
#include "template/parse.h"

namespace kith::templates {

struct Whole {
    Head head;                  ///< of the file that was asked for
    std::vector<Head> layouts;  ///< the one it extends, and what that extends
    Nodes nodes;
    Nodes macros;
    std::vector<std::string> headers;
    std::vector<std::string> used;  ///< files of macros, by name
    Nodes used_macros;
    std::vector<std::string> files;
};

/// Throws Mistake.
Whole load(const std::string& name, const Reader& read);

}  // namespace kith::templates
