// Rules of the header and of the return as a whole.
#include "returns/cin/rules/rules.h"

namespace kith::returns::cin {

static const Rule rows[] = {
    {.code = "100",
     .fields = "ReferenceDate",
     .says = "ReferenceDate missing, or not 31 March of Year.",
     .explain = "The header must name 31 March of the census year as its reference date: every other date is measured "
                "against it.",
     .doubt = "Where Year itself is missing or unreadable, no date is 31 March of it: flagged.",
     .header =
         [](const Header& header, Flags& flag) {
             MaybeDate expected;
             if (header.year.given()) expected = make_date(*header.year.value, 3, 31);
             if (!same_day(header.reference_date, expected)) flag(header.reference_date);
         }},

    {.code = "2883",
     .fields = "-",
     .says =
         "More CPPstartDate in the year than DateOfInitialCPC in the year, CINdetails and Section47 counted together.",
     .explain = "More child protection plans started in the year than initial child protection conferences were held. "
                "Some conferences are not recorded.",
     .whole =
         [](const Totals& totals, Flags& flag) {
             if (totals.plans_started > totals.conferences_held) flag.whole_return();
         }},

    {.code = "2886Q",
     .fields = "-",
     .says = "Children with gender missing or 0 and no expected birth date are more than 2 in 100 of all children.",
     .explain = "The gender of more than 2% of the children is not known.",
     .until = 2024,
     .whole =
         [](const Totals& totals, Flags& flag) {
             if (totals.without_gender * 50 > totals.children) flag.whole_return();
         }},
    {.code = "2886Q",
     .fields = "-",
     .says = "Children with Sex missing or U and no expected birth date are more than 2 in 100 of all children.",
     .explain = "The sex of more than 2% of the children is not known.",
     .from = 2025,
     .whole =
         [](const Totals& totals, Flags& flag) {
             if (totals.without_sex * 50 > totals.children) flag.whole_return();
         }},

    {.code = "2887Q",
     .fields = "-",
     .says = "Fewer than 8 different disability codes used in the file, NONE not counted.",
     .explain =
         "Fewer than eight kinds of disability occur in the whole return. Perhaps disability is not recorded fully. "
         "A small authority may have a good reason.",
     .doubt = "Only codes of the code set count as disability codes.",
     .whole =
         [](const Totals& totals, Flags& flag) {
             if (totals.disabilities.size() < 8) flag.whole_return();
         }},

    {.code = "2888Q",
     .fields = "-",
     .says = "No child has more than one disability code, NONE not counted.",
     .explain = "No child in the return has more than one disability. Perhaps only the main one is recorded.",
     .doubt = "Two copies of one code are one code (8794 flags the copies).",
     .whole =
         [](const Totals& totals, Flags& flag) {
             if (!totals.somebody_has_two_disabilities) flag.whole_return();
         }},
};

std::span<const Rule> header_rules() {
    return rows;
}

}  // namespace kith::returns::cin
