// Second step: pieces become a tree. Names and types are not looked at: that is g++'s work.
#pragma once

#include <string>
#include <vector>

#include "template/scan.h"

namespace kith::templates {

struct Node;
using Nodes = std::vector<Node>;

/// One way through an if (its condition; empty for else), the body of a for, block, macro or call.
struct Branch {
    Place place;
    std::string condition;
    Nodes body;
};

struct Node {
    enum Kind { literal, output, if_, for_, block, macro, call, include, extends };
    Kind kind = literal;
    Place place;
    std::string text;   ///< literal: the text; output, call: the expression; for: the variable; others: the name
    std::string extra;  ///< for: what is gone through; macro: its parameters
    std::vector<Branch> branches;
};

/// What a file's first line says it is.
struct Head {
    enum Kind { none, page, layout, macros, partial };
    Kind kind = none;
    Place place;
    std::string type;      ///< page, layout: the view model; macros: the namespace
    std::string variable;  ///< layout: the page's member
    std::vector<std::string> headers;
};

struct Template {
    Head head;
    Nodes nodes;
};

/// Throws Mistake.
Template parse(std::string_view source, const std::string& file);

}  // namespace kith::templates
