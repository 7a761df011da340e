// By what a person is found again: every word of every name, folded, and how it sounds; the NHS number; the date of
// birth. Simple on purpose: exact words, a sound key for misspellings, and a score that puts the likeliest first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/person.h"

namespace kith::matching {

/// "okafor", "~AKFR" (how it sounds), "9991234567": without repeats, in order.
std::vector<std::string> keys_of(const core::Person& person);

/// The keys of what somebody typed into the search box.
std::vector<std::string> keys_of_search(std::string_view typed);

/// How a word sounds to an English ear, over-simplified: Stephen and Steven, Khan and Kahn, Sara and Sarah are the
/// same.
std::string sound_of(std::string_view folded_word);

/// 0 to 1000: how well a person fits what was typed, names and date of birth together.
int fit(const core::Person& person, std::string_view typed_name, std::optional<Date> born);

}  // namespace kith::matching
