#include "matching/person_keys.h"

#include <algorithm>

#include "base/text.h"

namespace kith::matching {

namespace {

void add_words(std::vector<std::string>& keys, std::string_view name) {
    std::string folded = fold(name);
    for (std::string_view word : split(folded, ' ')) {
        if (word.empty()) continue;
        keys.emplace_back(word);
        if (std::string sound = sound_of(word); !sound.empty()) keys.push_back("~" + sound);
    }
}

void sort_without_repeats(std::vector<std::string>& keys) {
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

char sound_class(char c) {
    switch (c) {
        case 'b':
        case 'p':
            return 'P';
        case 'f':
        case 'v':
            return 'F';
        case 'c':
        case 'k':
        case 'g':
        case 'q':
        case 'x':
            return 'K';
        case 's':
        case 'z':
        case 'j':
            return 'S';
        case 'd':
        case 't':
            return 'T';
        case 'l':
            return 'L';
        case 'm':
        case 'n':
            return 'N';
        case 'r':
            return 'R';
        default:
            return 0;
    }
}

std::string plain(std::string_view word) {
    std::string text(word);
    for (std::size_t at; (at = text.find("ph")) != std::string::npos;)
        text.replace(at, 2, "f");
    return text;
}

}  // namespace

std::string sound_of(std::string_view folded_word) {
    if (folded_word.empty() || folded_word[0] < 'a' || folded_word[0] > 'z') return {};
    std::string word = plain(folded_word), sound;
    bool vowel_first = sound_class(word[0]) == 0 && word[0] != 'h' && word[0] != 'w' && word[0] != 'y';
    if (vowel_first) sound = "A";
    char last = 0;
    for (char c : word) {
        char now = sound_class(c);
        if (now && now != last) sound += now;
        if (c != 'h' && c != 'w') last = now;
    }
    return sound;
}

std::vector<std::string> keys_of(const core::Person& person) {
    std::vector<std::string> keys;
    add_words(keys, person.given_name);
    add_words(keys, person.family_name);
    add_words(keys, person.known_as);
    if (!person.nhs_number.empty()) keys.push_back(person.nhs_number);
    for (const std::string& number : {person.local_number, person.pupil_number})
        if (!number.empty()) keys.push_back(fold(number));
    if (person.date_of_birth) keys.push_back(iso(*person.date_of_birth));
    sort_without_repeats(keys);
    return keys;
}

std::vector<std::string> keys_of_search(std::string_view typed) {
    std::vector<std::string> keys;
    std::string digits;
    for (char c : typed)
        if (c >= '0' && c <= '9') digits += c;
    if (digits.size() == 10) keys.push_back(digits);
    if (auto date = parse_date(trim(typed))) keys.push_back(iso(*date));
    add_words(keys, typed);
    sort_without_repeats(keys);
    return keys;
}

static std::vector<std::string> sounds_of(std::string_view names) {
    std::vector<std::string> sounds;
    std::string folded = fold(names);
    for (std::string_view word : split(folded, ' '))
        if (!word.empty()) sounds.push_back(sound_of(word));
    return sounds;
}

static bool are_all_among(const std::vector<std::string>& sounds, const std::vector<std::string>& others) {
    return !sounds.empty() && std::ranges::all_of(sounds, [&](const std::string& each) {
        return !each.empty() && std::ranges::find(others, each) != others.end();
    });
}

bool may_be_meant(const core::Person& person, std::string_view typed) {
    std::vector<std::string> theirs = keys_of(person);
    for (const std::string& key : keys_of_search(typed))
        if (!key.starts_with('~') && std::ranges::binary_search(theirs, key)) return true;
    std::vector<std::string> heard = sounds_of(typed);
    std::vector<std::string> names = sounds_of(person.given_name + " " + person.family_name + " " + person.known_as);
    return are_all_among(heard, names) || are_all_among(names, heard);
}

int fit(const core::Person& person, std::string_view typed_name, std::optional<Date> born) {
    std::string typed = fold(typed_name);
    int best = 0;
    for (const std::string& given : {person.given_name, person.known_as}) {
        if (given.empty() && person.family_name.empty()) continue;
        best = std::max(best, likeness(typed, fold(given + " " + person.family_name)));
        best = std::max(best, likeness(typed, fold(person.family_name + " " + given)));
    }
    if (!born || !person.date_of_birth) return best;
    if (*born == *person.date_of_birth) return std::min(1000, best + 150);
    return best * 7 / 10;
}

}  // namespace kith::matching
