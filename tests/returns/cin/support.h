// Runs the checker over text, and looks at what it found.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "returns/cin/validate.h"
#include "support/census_builder.h"

namespace kith::test {

namespace cin = returns::cin;

inline cin::Bytes bytes_of(const std::string& text, std::size_t piece = 1 << 16) {
    return [&text, piece, at = std::size_t(0)]() mutable {
        std::string_view next = std::string_view(text).substr(at, piece);
        at += next.size();
        return next;
    };
}

inline tl::expected<cin::Checked, cin::Unreadable> check(const std::string& xml, cin::Options options = {}) {
    return cin::check_census(bytes_of(xml), options);
}

inline std::set<std::string> rules_found(const cin::Checked& checked) {
    std::set<std::string> rules;
    for (const cin::Finding& finding : checked.findings)
        rules.emplace(finding.rule->code);
    return rules;
}

/// "CINclosureDate ReferralNFA": the elements that a rule flagged, sorted.
inline std::string flagged_by(const cin::Checked& checked, std::string_view rule) {
    std::set<std::string> elements;
    for (const cin::Finding& finding : checked.findings)
        if (finding.rule->code == rule) elements.emplace(finding.element);
    std::string text;
    for (const std::string& element : elements)
        text += (text.empty() ? "" : " ") + element;
    return text;
}

inline std::size_t times_found(const cin::Checked& checked, std::string_view rule) {
    std::size_t count = 0;
    for (const cin::Finding& finding : checked.findings)
        count += finding.rule->code == rule;
    return count;
}

}  // namespace kith::test
