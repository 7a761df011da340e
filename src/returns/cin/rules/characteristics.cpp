// Rules of ChildCharacteristics: ethnicity and disability.
#include <algorithm>

#include "returns/cin/codes.h"
#include "returns/cin/rules/overlap.h"
#include "returns/cin/rules/rules.h"

namespace kith::returns::cin {

static const Rule rows[] = {
    {.code = "4220",
     .fields = "Ethnicity",
     .says = "Ethnicity missing or not in the code set.",
     .explain =
         "The child's ethnicity is missing or is not one of the codes. NOBT says that it has not been obtained yet.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             const TextField& ethnicity = child.characteristics.ethnicity;
             if (!is_ethnicity(ethnicity.text)) flag(ethnicity);
         }},

    {.code = "8540",
     .fields = "Disability PersonBirthDate ReferralNFA",
     .says =
         "Birth date present, at least one episode ReferralNFA false, and no Disability at all or any Disability not a "
         "valid code.",
     .explain =
         "Whether a child has a disability must be recorded once a referral is taken further. NONE says that there is "
         "no disability.",
     .doubt = "Flagged are the invalid codes, or the missing element, and every episode that was taken further.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             auto taken_further = [](const Episode& e) { return e.no_further_action.is_false(); };
             bool any = std::any_of(child.episodes.begin(), child.episodes.end(), taken_further);
             if (!child.identifiers.birth.given() || !any) return;
             const auto& disabilities = child.characteristics.disabilities;
             auto invalid = [](const TextField& it) { return !is_disability(it.text); };
             if (!disabilities.empty() && std::none_of(disabilities.begin(), disabilities.end(), invalid)) return;
             if (disabilities.empty()) flag.missing(child.characteristics, "Disability", "Disabilities");
             for (const TextField& disability : disabilities)
                 if (invalid(disability)) flag(disability);
             flag(child.identifiers.birth);
             for (const Episode& episode : child.episodes)
                 if (taken_further(episode)) flag(episode.no_further_action);
         }},

    {.code = "8790",
     .fields = "Disability",
     .says = "Child has NONE and also another code (flag the other code rows).",
     .explain = "The child is recorded as having no disability (NONE) and a disability at the same time.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             const auto& disabilities = child.characteristics.disabilities;
             auto none = [](const TextField& it) { return it.text == "NONE"; };
             if (std::none_of(disabilities.begin(), disabilities.end(), none)) return;
             for (const TextField& disability : disabilities)
                 if (!none(disability)) flag(disability);
         }},

    {.code = "8794",
     .fields = "Disability",
     .says = "Same code twice for a child (flag all copies).",
     .explain = "The same disability is recorded more than once for the child.",
     .child = [](const Child& child, const Window&,
                 Flags& flag) { flag_copies(child.characteristics.disabilities, flag); }},
};

std::span<const Rule> characteristic_rules() {
    return rows;
}

}  // namespace kith::returns::cin
