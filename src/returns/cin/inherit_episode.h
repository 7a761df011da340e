// One referral of somebody's census, with what followed it, into a child's history (inherit.h).
#pragma once

#include "returns/cin/inherit.h"

namespace kith::returns::cin {

/// Names what was not understood.
struct Misread {
    std::string child;
    std::vector<NotUnderstood>& rows;

    void operator()(const Field& field, std::string why) {
        rows.push_back({child, field.element, field.text, field.line, std::move(why)});
    }
    void operator()(const Module& group, std::string why) {
        rows.push_back({child, group.name, "", group.line, std::move(why)});
    }
};

/// Adds to the history. An episode without a date of referral is named and left out, with all that is in it.
void inherit_episode(const Episode& episode, const InheritFrom& from, core::ChildHistory& into, Misread& misread);

}  // namespace kith::returns::cin
