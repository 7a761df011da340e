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

/// Whether the person may be who was typed. One word, number or date in common is enough; by sound alone, every word
/// typed must sound like one of theirs, or each of theirs like one typed: Rowan and Wren sound the same to `sound_of`,
/// and Rowan Thistlewood is not Wren Penhaligon.
bool may_be_meant(const core::Person& person, std::string_view typed);

/// 0 to 1000: how well a person fits what was typed, names and date of birth together.
int fit(const core::Person& person, std::string_view typed_name, std::optional<Date> born);

}  // namespace kith::matching
