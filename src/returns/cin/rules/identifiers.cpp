// Rules of ChildIdentifiers.
#include <algorithm>

#include "core/identifiers.h"
#include "returns/cin/codes.h"
#include "returns/cin/rules/rules.h"

namespace kith::returns::cin {

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
static bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}
static bool is_ascii_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Of UTF-8 text.
static auto characters(std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

static bool upn_names_an_authority(const TextField& upn, int census_year) {
    return upn.text.size() != 13 || is_upn_authority_in(census_year, std::string_view(upn.text).substr(1, 3));
}

static bool has_the_form_of_a_upn(std::string_view upn) {
    return upn.size() == 13 && core::is_upn_letter(upn[0]) && all_digits(upn.substr(1, 11)) &&
           (is_digit(upn[12]) || core::is_upn_letter(upn[12]));
}

static bool has_episode_taken_further(const Child& child) {
    return std::any_of(child.episodes.begin(), child.episodes.end(),
                       [](const Episode& episode) { return episode.no_further_action.is_false(); });
}

static bool says_why_without_upn(const TextField& reason) {
    return reason.text.size() == 3 && reason.text.starts_with("UN") && reason.text[2] >= '2' && reason.text[2] <= '7';
}

static const Rule rows[] = {
    {.code = "1510",
     .fields = "UPN",
     .says = "13-character UPN whose check letter is wrong.",
     .explain = "The first letter of the unique pupil number does not fit the digits, so something in it is wrong.",
     .doubt =
         "Temporary numbers are summed too. Where characters 2 to 12 are not digits no check letter exists, and 1530 "
         "or 1540 speaks instead.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             const TextField& upn = child.identifiers.upn;
             auto letter = core::upn_check_letter(upn.text);
             if (letter && upn.text[0] != *letter) flag(upn);
         }},

    {.code = "1520",
     .fields = "UPN",
     .says = "Same UPN on more than one child (flag all).",
     .explain = "Two or more children have the same unique pupil number.",
     .unique = [](const Child& child) -> const TextField& { return child.identifiers.upn; }},

    {.code = "1530",
     .fields = "UPN",
     .says = "13-character UPN with characters 2-4 not in the list of authorities.",
     .explain = "Characters 2 to 4 of the unique pupil number are not the number of a local authority.",
     .until = 2023,
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             if (!upn_names_an_authority(child.identifiers.upn, 2023)) flag(child.identifiers.upn);
         }},
    {.code = "1530",
     .fields = "UPN",
     .says = "13-character UPN with characters 2-4 not in the list of authorities, which now holds 942 and 943.",
     .explain = "Characters 2 to 4 of the unique pupil number are not the number of a local authority.",
     .from = 2024,
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             if (!upn_names_an_authority(child.identifiers.upn, 2024)) flag(child.identifiers.upn);
         }},

    {.code = "1540",
     .fields = "UPN",
     .says = "UPN characters 5-12 not all digits.",
     .explain = "Characters 5 to 12 of the unique pupil number must be digits.",
     .doubt = "Of a number that is too short, the characters that are there are judged.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             const TextField& upn = child.identifiers.upn;
             if (upn.text.size() > 4 && !all_digits(std::string_view(upn.text).substr(4, 8))) flag(upn);
         }},

    {.code = "1550",
     .fields = "UPN",
     .says = "UPN character 13 not a digit or letter A-Z without I, O, S.",
     .explain =
         "The last of the 13 characters of a unique pupil number is a digit, or a letter for a temporary number.",
     .doubt = "A number that is too short has no 13th character: flagged, as no other rule would.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             const TextField& upn = child.identifiers.upn;
             if (!upn.given()) return;
             bool good = upn.text.size() >= 13 && (is_digit(upn.text[12]) || core::is_upn_letter(upn.text[12]));
             if (!good) flag(upn);
         }},

    {.code = "1560Q",
     .fields = "FormerUPN",
     .says = "FormerUPN present and not 13 characters, letter first, of the form of a UPN or temporary UPN.",
     .explain =
         "The former unique pupil number does not have the form of one: a letter and 12 digits, the last of which "
         "may be a letter.",
     .doubt =
         "A temporary number is a form of UPN (a public validator wants 12 digits). The check letter is not computed.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             const TextField& upn = child.identifiers.former_upn;
             if (upn.given() && !has_the_form_of_a_upn(upn.text)) flag(upn);
         }},

    {.code = "1570",
     .fields = "LAchildID",
     .says = "LAchildID longer than 20 characters.",
     .explain = "The authority's identifier of the child is longer than 20 characters.",
     .from = 2025,
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             if (characters(child.identifiers.la_child_id.text) > 20) flag(child.identifiers.la_child_id);
         }},

    {.code = "1580",
     .fields = "LAchildID",
     .says = "LAchildID holds a non-alphanumeric character.",
     .explain = "The authority's identifier of the child may hold only letters and digits: no spaces, no punctuation.",
     .doubt = "Letters are A to Z and a to z; an accented letter is flagged.",
     .from = 2025,
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             const std::string& id = child.identifiers.la_child_id.text;
             if (!std::all_of(id.begin(), id.end(), is_ascii_letter_or_digit)) flag(child.identifiers.la_child_id);
         }},

    {.code = "4180",
     .fields = "GenderCurrent",
     .says = "GenderCurrent missing or not 0, 1, 2 or 9.",
     .explain = "The child's gender is missing or is not one of the codes 0, 1, 2 and 9.",
     .until = 2024,
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             if (!is_gender(child.identifiers.gender.text)) flag(child.identifiers.gender);
         }},
    {.code = "4180",
     .fields = "Sex",
     .says = "Sex missing or not M, F or U.",
     .explain = "The child's sex is missing or is not one of the codes M, F and U (unknown or unborn).",
     .from = 2025,
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             if (!is_sex(child.identifiers.sex.text)) flag(child.identifiers.sex);
         }},

    {.code = "8500",
     .fields = "LAchildID",
     .says = "LAchildID missing.",
     .explain = "The child has no identifier.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             if (!child.identifiers.la_child_id.given()) flag(child.identifiers.la_child_id);
         }},

    {.code = "8510",
     .fields = "LAchildID",
     .says = "Same LAchildID on more than one child (flag all).",
     .explain = "Two or more children in the return have the same identifier.",
     .unique = [](const Child& child) -> const TextField& { return child.identifiers.la_child_id; }},

    {.code = "8520",
     .fields = "PersonBirthDate",
     .says = "PersonBirthDate after the end of the year.",
     .explain = "The child was born after the census year ended. An unborn child has an expected birth date instead.",
     .child =
         [](const Child& child, const Window& year, Flags& flag) {
             if (after(child.identifiers.birth, year.end)) flag(child.identifiers.birth);
         }},

    {.code = "8525Q",
     .fields = "PersonBirthDate ExpectedPersonBirthDate",
     .says = "PersonBirthDate and ExpectedPersonBirthDate both present or both absent.",
     .explain = "A child has a birth date, or before birth an expected one: one of the two, not both.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             const ChildIdentifiers& who = child.identifiers;
             if (who.birth.given() == who.expected_birth.given()) flag(who.birth, who.expected_birth);
         }},

    {.code = "8530Q",
     .fields = "ExpectedPersonBirthDate",
     .says = "ExpectedPersonBirthDate before the reference date less 30 days, or after it plus 9 months.",
     .explain = "The expected birth date is long past, or further away than a pregnancy lasts. Was the child born?",
     .child =
         [](const Child& child, const Window& year, Flags& flag) {
             const DateField& expected = child.identifiers.expected_birth;
             MaybeDate latest = year.end ? MaybeDate(add_months(*year.end, 9)) : year.end;
             if (before(expected, plus_days(year.end, -30)) || after(expected, latest)) flag(expected);
         }},

    {.code = "8535Q",
     .fields = "PersonDeathDate PersonBirthDate",
     .says = "PersonDeathDate present and PersonBirthDate absent or later.",
     .explain = "The child died without a birth date, or before it.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             const ChildIdentifiers& who = child.identifiers;
             if (who.death.given() && (!who.birth.given() || before(who.death, who.birth))) flag(who.death, who.birth);
         }},

    {.code = "8545Q",
     .fields = "PersonDeathDate",
     .says = "PersonDeathDate present and outside the year.",
     .explain = "The date of death is not in the census year.",
     .child =
         [](const Child& child, const Window& year, Flags& flag) {
             if (year.excludes(child.identifiers.death)) flag(child.identifiers.death);
         }},

    {.code = "8590",
     .fields = "LAchildID",
     .says = "Child with no CINdetails.",
     .explain = "The child has no episode: no referral at all. A child without one does not belong in the return.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             if (child.episodes.empty()) flag(child.identifiers.la_child_id);
         }},

    {.code = "8750",
     .fields = "GenderCurrent PersonBirthDate ExpectedPersonBirthDate",
     .says = "ExpectedPersonBirthDate present, PersonBirthDate absent, and GenderCurrent not 0.",
     .explain = "The gender of an unborn child is recorded as 0.",
     .doubt = "A missing gender is not 0: flagged.",
     .until = 2024,
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             const ChildIdentifiers& who = child.identifiers;
             bool unborn = who.expected_birth.given() && !who.birth.given();
             if (unborn && who.gender.text != "0") flag(who.gender, who.birth, who.expected_birth);
         }},
    {.code = "8750",
     .fields = "Sex PersonBirthDate ExpectedPersonBirthDate",
     .says = "ExpectedPersonBirthDate present, PersonBirthDate absent, and Sex not U.",
     .explain = "The sex of an unborn child is recorded as U.",
     .doubt = "A missing sex is not U: flagged.",
     .from = 2025,
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             const ChildIdentifiers& who = child.identifiers;
             bool unborn = who.expected_birth.given() && !who.birth.given();
             if (unborn && who.sex.text != "U") flag(who.sex, who.birth, who.expected_birth);
         }},

    {.code = "8770Q",
     .fields = "UPN UPNunknown",
     .says =
         "Some episode ReferralNFA false, born on or before the reference date less 6 years, UPN absent and UPNunknown "
         "not UN2 to UN7.",
     .explain = "A child of school age has neither a unique pupil number nor a reason why there is none.",
     .until = 2024,
     .child =
         [](const Child& child, const Window& year, Flags& flag) {
             const ChildIdentifiers& who = child.identifiers;
             bool of_school_age = on_or_before(who.birth, plus_years(year.end, -6));
             if (has_episode_taken_further(child) && of_school_age && !who.upn.given() &&
                 !says_why_without_upn(who.upn_unknown))
                 flag(who.upn, who.upn_unknown);
         }},
    {.code = "8770Q",
     .fields = "UPN UPNunknown",
     .says =
         "Some episode ReferralNFA false, born on or before 31 August of the year six before the reference date's, UPN "
         "absent and UPNunknown not UN2 to UN7.",
     .explain = "A child of school age has neither a unique pupil number nor a reason why there is none.",
     .from = 2025,
     .child =
         [](const Child& child, const Window& year, Flags& flag) {
             const ChildIdentifiers& who = child.identifiers;
             if (!year.end) return;
             int born_by = int(std::chrono::year_month_day(*year.end).year()) - 6;
             bool of_school_age = on_or_before(who.birth, make_date(born_by, 8, 31));
             if (has_episode_taken_further(child) && of_school_age && !who.upn.given() &&
                 !says_why_without_upn(who.upn_unknown))
                 flag(who.upn, who.upn_unknown);
         }},

    {.code = "8772",
     .fields = "UPNunknown ReferralNFA",
     .says = "UPNunknown UN7 and any episode not ReferralNFA true (flag those episodes).",
     .explain = "UN7 says that every referral of this child ended in no further action, but one of them did not.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             if (child.identifiers.upn_unknown.text != "UN7") return;
             for (const Episode& episode : child.episodes)
                 if (!episode.no_further_action.is_true())
                     flag(child.identifiers.upn_unknown, episode.no_further_action);
         }},

    {.code = "8775Q",
     .fields = "PersonBirthDate CINclosureDate",
     .says =
         "Born before the reference date less 25 years, and an episode with no closure or one after the 25th birthday.",
     .explain = "This person is over 25. Should the episode have been closed?",
     .child =
         [](const Child& child, const Window& year, Flags& flag) {
             const DateField& birth = child.identifiers.birth;
             if (!before(birth, plus_years(year.end, -25))) return;
             for (const Episode& episode : child.episodes)
                 if (!episode.closure.given() || after(episode.closure, plus_years(birth, 25)))
                     flag(birth, episode.closure);
         }},
};

std::span<const Rule> identifier_rules() {
    return rows;
}

}  // namespace kith::returns::cin
