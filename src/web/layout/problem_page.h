// The page that is shown instead of another: not found, not allowed, too busy, something went wrong.
#pragma once

#include <string>
#include <vector>

#include "web/layout/layout.h"

namespace kith::web {

struct ProblemPage {
    Layout layout;                        ///< its title is the heading
    std::vector<std::string> paragraphs;  ///< what happened, and what to do now
    std::string reference;                ///< for a fault: what to quote when asking for help; empty: none
    std::string kept_href;                ///< where what was typed is kept; empty: nothing was
    struct Way {
        std::string text;
        std::string href;
    };
    std::vector<Way> ways;  ///< where to go from here: never none
};

}  // namespace kith::web
