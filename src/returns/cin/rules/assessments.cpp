// Rules of Assessments and the factors found.
#include <algorithm>

#include "returns/cin/codes.h"
#include "returns/cin/rules/overlap.h"
#include "returns/cin/rules/rules.h"

namespace kith::returns::cin {

static Stretch<Assessment> course_of(const Assessment& assessment, const Window& year) {
    MaybeDate last = assessment.authorisation.given() ? assessment.authorisation.value : year.end;
    return {&assessment, assessment.start, last};
}

static bool has_factor(const Assessment& assessment, std::string_view code) {
    return std::any_of(assessment.factors.begin(), assessment.factors.end(),
                       [code](const TextField& factor) { return factor.text == code; });
}

static void flag_factor(const Assessment& assessment, std::string_view code, Flags& flag) {
    for (const TextField& factor : assessment.factors)
        if (factor.text == code) flag(factor);
}

static const Rule rows[] = {
    {.code = "1103",
     .fields = "AssessmentActualStartDate CINreferralDate",
     .says = "Assessment start before the referral of the episode.",
     .explain = "The assessment started before the referral.",
     .assessment =
         [](const Place& in, const Assessment& assessment, Flags& flag) {
             if (before(assessment.start, in.episode.referral)) flag(assessment.start, in.episode.referral);
         }},

    {.code = "8608",
     .fields = "AssessmentActualStartDate AssessmentAuthorisationDate",
     .says = "Assessment start after its authorisation.",
     .explain = "The assessment was authorised before it started.",
     .assessment =
         [](const Place&, const Assessment& assessment, Flags& flag) {
             if (after(assessment.start, assessment.authorisation)) flag(assessment.start, assessment.authorisation);
         }},

    {.code = "8614",
     .fields = "AssessmentAuthorisationDate AssessmentFactors",
     .says = "Factors present without AssessmentAuthorisationDate.",
     .explain = "Factors are recorded for an assessment that has not been authorised. They belong to a finished one.",
     .assessment =
         [](const Place&, const Assessment& assessment, Flags& flag) {
             if (assessment.authorisation.given() || assessment.factors.empty()) return;
             flag(assessment.authorisation);
             for (const TextField& factor : assessment.factors)
                 flag(factor);
         }},

    {.code = "8670Q",
     .fields = "AssessmentActualStartDate AssessmentAuthorisationDate",
     .says = "No authorisation, and start before the reference date less 45 working days.",
     .explain = "The assessment has been open for more than 45 working days.",
     .doubt = "The 45th working day strictly before the reference date; an open validator counts one day less.",
     .assessment =
         [](const Place& in, const Assessment& assessment, Flags& flag) {
             if (!assessment.authorisation.given() && before(assessment.start, in.window.assessments_due))
                 flag(assessment.start, assessment.authorisation);
         }},

    {.code = "8696",
     .fields = "AssessmentAuthorisationDate",
     .says = "AssessmentAuthorisationDate outside the year.",
     .explain =
         "The assessment was not finished in the census year. Only assessments finished in the year, or begun in it "
         "and still open, are reported.",
     .assessment =
         [](const Place& in, const Assessment& assessment, Flags& flag) {
             if (in.window.excludes(assessment.authorisation)) flag(assessment.authorisation);
         }},

    {.code = "8736",
     .fields = "AssessmentActualStartDate AssessmentAuthorisationDate",
     .says = "No authorisation, and start missing or outside the year.",
     .explain = "An unfinished assessment is only reported in the year that it started in.",
     .assessment =
         [](const Place& in, const Assessment& assessment, Flags& flag) {
             bool out = !assessment.start.given() || in.window.excludes(assessment.start);
             if (!assessment.authorisation.given() && out) flag(assessment.start, assessment.authorisation);
         }},

    {.code = "8863Q",
     .fields = "AssessmentActualStartDate AssessmentAuthorisationDate",
     .says =
         "Two different assessments a, b in an episode: a.start >= b.start and (a.start <= b.authorisation, or b not "
         "authorised and a.start <= reference date).",
     .explain = "Two assessments in one episode run at the same time.",
     .doubt = "Two identical rows are two assessments and are compared (a public validator leaves them out).",
     .episode =
         [](const Place& in, const Episode& episode, Flags& flag) {
             std::vector<Stretch<Assessment>> courses;
             for (const Assessment& assessment : episode.assessments)
                 courses.push_back(course_of(assessment, in.window));
             flag_overlaps(
                 courses, [&](const Assessment& a) { flag(a.start); },
                 [&](const Assessment& b) { flag(b.start, b.authorisation); });
         }},

    {.code = "8869",
     .fields = "AssessmentFactors",
     .says = "Factor 21 together with any other factor.",
     .explain = "Factor 21 says that nothing was found, so no other factor can stand beside it.",
     .doubt = "All factors of the assessment are flagged.",
     .assessment =
         [](const Place&, const Assessment& assessment, Flags& flag) {
             auto other = [](const TextField& factor) { return factor.text != "21"; };
             if (!has_factor(assessment, "21") ||
                 std::none_of(assessment.factors.begin(), assessment.factors.end(), other))
                 return;
             for (const TextField& factor : assessment.factors)
                 flag(factor);
         }},

    {.code = "8896",
     .fields = "AssessmentAuthorisationDate",
     .says = "More than one assessment without authorisation in an episode (flag those).",
     .explain = "More than one assessment is open in this episode.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             flag_if_several(
                 episode.assessments, [](const Assessment& it) { return !it.authorisation.given(); },
                 [&](const Assessment& it) { flag(it.authorisation); });
         }},

    {.code = "8897Q",
     .fields = "AssessmentAuthorisationDate AssessmentFactors",
     .says = "Authorisation on or after the start of the year, and no factor, or a factor not a valid code.",
     .explain = "A finished assessment must say which factors it found, each with one of the codes; 21 says none.",
     .doubt = "The date holds for both halves: without it no code is judged. 18A and 19A count as codes, because 8945Q "
              "and 8950Q ask about them; 8A does not.",
     .assessment =
         [](const Place& in, const Assessment& assessment, Flags& flag) {
             if (!on_or_after(assessment.authorisation, in.window.start)) return;
             if (assessment.factors.empty()) {
                 flag(assessment.authorisation);
                 flag.missing(assessment, "AssessmentFactors");
             }
             for (const TextField& factor : assessment.factors)
                 if (!is_factor(factor.text)) flag(assessment.authorisation, factor);
         }},

    {.code = "8898",
     .fields = "AssessmentFactors",
     .says = "Same factor twice in one assessment.",
     .explain = "The same factor is recorded more than once in one assessment.",
     .doubt = "All copies are flagged.",
     .assessment = [](const Place&, const Assessment& assessment,
                      Flags& flag) { flag_copies(assessment.factors, flag); }},

    {.code = "8945Q",
     .fields = "AssessmentFactors",
     .says = "Factor 18A used.",
     .explain = "Factor 18A (physical abuse) was withdrawn: 18B is by a child, 18C by an adult.",
     .from = 2025,
     .assessment = [](const Place&, const Assessment& assessment,
                      Flags& flag) { flag_factor(assessment, "18A", flag); }},

    {.code = "8950Q",
     .fields = "AssessmentFactors",
     .says = "Factor 19A used.",
     .explain = "Factor 19A (sexual abuse) was withdrawn: 19B is by a child, 19C by an adult.",
     .from = 2025,
     .assessment = [](const Place&, const Assessment& assessment,
                      Flags& flag) { flag_factor(assessment, "19A", flag); }},
};

std::span<const Rule> assessment_rules() {
    return rows;
}

}  // namespace kith::returns::cin
