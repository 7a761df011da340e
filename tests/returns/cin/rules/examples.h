// An example of a rule: a change to a clean census after which the rule fires, or stays silent. Each file here adds the
// examples of one part of the census; rules_test.cpp runs them all, and fails where a row has none of either kind.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

namespace kith::test {

enum Verdict { fires, silent };

struct Example {
    const char* rule;
    Verdict verdict;
    const char* change;        ///< see support/census_builder.h
    const char* flagged = "";  ///< the elements flagged, sorted, each once; empty: not looked at
    int year = 2026;
};

inline std::vector<Example>& examples() {
    static std::vector<Example> all;
    return all;
}

inline bool add_examples(std::initializer_list<Example> more) {
    examples().insert(examples().end(), more);
    return true;
}

}  // namespace kith::test
