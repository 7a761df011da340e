// The procedures as people can read them: every timescale with its source, in practitioners' words and in plain words.
#pragma once

#include <string>
#include <vector>

#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct RulebookPage {
    Layout layout;
    std::string edition;
    struct Rule {
        std::string anchor;  ///< the duty's word: what "Why" links lead to
        std::string title;
        std::string limit;
        std::string counts_from;
        std::string says;
        std::string family;
        std::string note;
        std::string source;
        std::string certainty;  ///< local length, or not re-checked against the newest edition
    };
    std::vector<Rule> rules;
    struct Category {
        std::string name;
        std::string says;
        std::string family;
    };
    std::vector<Category> categories;
};

RouteTable rulebook_routes();

}  // namespace kith::web
