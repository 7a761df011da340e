// Rules of CINdetails: the referral, the need, no further action, and the episodes of a child together.
#include <algorithm>

#include "returns/cin/codes.h"
#include "returns/cin/rules/overlap.h"
#include "returns/cin/rules/rules.h"

namespace kith::returns::cin {

static bool is_open(const Episode& episode) {
    return !episode.closure.given() && episode.no_further_action.is_false();
}

static MaybeDate latest_referral(const Child& child) {
    MaybeDate latest;
    for (const Episode& episode : child.episodes)
        if (!latest || after(episode.referral, latest)) latest = episode.referral;
    return latest;
}

/// From the referral to the day before the closure; an open episode that was taken further, to the day before the
/// reference date.
static Stretch<Episode> course_of(const Episode& episode, const Window& year) {
    MaybeDate end = episode.closure.given() ? episode.closure.value : is_open(episode) ? year.end : std::nullopt;
    return {&episode, episode.referral, plus_days(end, -1)};
}

static const Rule rows[] = {
    {.code = "2991Q",
     .fields = "Section47",
     .says = "Episode has a Section47 but no Assessments.",
     .explain = "There was a section 47 enquiry but no assessment. An enquiry is carried out through an assessment.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (!episode.assessments.empty()) return;
             for (const Section47Enquiry& enquiry : episode.enquiries)
                 flag(enquiry);
         }},

    {.code = "4000",
     .fields = "ReferralNFA CINPlanDates",
     .says = "ReferralNFA true and the episode has CINPlanDates.",
     .explain = "The referral ended in no further action, but there is a child in need plan.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (!episode.no_further_action.is_true()) return;
             for (const CinPlan& plan : episode.cin_plans)
                 flag(episode.no_further_action, plan);
         }},

    {.code = "8555Q",
     .fields = "CINreferralDate PersonDeathDate",
     .says = "CINreferralDate after PersonDeathDate.",
     .explain = "The child was referred after the date of death.",
     .episode =
         [](const Place& in, const Episode& episode, Flags& flag) {
             const DateField& death = in.child.identifiers.death;
             if (after(episode.referral, death)) flag(episode.referral, death);
         }},

    {.code = "8568",
     .fields = "ReferralNFA",
     .says = "ReferralNFA missing or not 0, 1, true or false (in any case).",
     .explain = "Whether the referral ended in no further action must be answered: 1 for yes, 0 for no.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (!episode.no_further_action.given()) flag(episode.no_further_action);
         }},

    {.code = "8569Q",
     .fields = "CINreferralDate ReferralNFA",
     .says = "CINreferralDate before the start of the year less 1 working day, and ReferralNFA not false.",
     .explain = "A referral that ended in no further action belongs only in the return of the year it was made in.",
     .doubt = "A missing ReferralNFA is not false: flagged.",
     .episode =
         [](const Place& in, const Episode& episode, Flags& flag) {
             if (before(episode.referral, in.window.eve) && !episode.no_further_action.is_false())
                 flag(episode.referral, episode.no_further_action);
         }},

    {.code = "8600",
     .fields = "CINreferralDate",
     .says = "CINreferralDate missing or after the end of the year.",
     .explain = "The referral date is missing, or lies after the census year.",
     .episode =
         [](const Place& in, const Episode& episode, Flags& flag) {
             if (!episode.referral.given() || after(episode.referral, in.window.end)) flag(episode.referral);
         }},

    {.code = "8606",
     .fields = "CINreferralDate PersonBirthDate ExpectedPersonBirthDate",
     .says = "CINreferralDate before PersonBirthDate less 280 days, or before ExpectedPersonBirthDate less 280 days.",
     .explain = "The child was referred before the pregnancy can have begun: more than 40 weeks before birth.",
     .doubt = "Flagged with the referral is the birth date that it contradicts, not the one that is absent.",
     .episode =
         [](const Place& in, const Episode& episode, Flags& flag) {
             const ChildIdentifiers& who = in.child.identifiers;
             for (const DateField* birth : {&who.birth, &who.expected_birth})
                 if (before(episode.referral, plus_days(*birth, -280))) flag(episode.referral, *birth);
         }},

    {.code = "8610",
     .fields = "ReferralNFA PrimaryNeedCode",
     .says = "ReferralNFA false and no PrimaryNeedCode.",
     .explain = "The referral was taken further, so the child's main need must be recorded.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (episode.no_further_action.is_false() && !episode.primary_need.given())
                 flag(episode.no_further_action, episode.primary_need);
         }},

    {.code = "8650",
     .fields = "PrimaryNeedCode",
     .says = "PrimaryNeedCode present, not N0 to N9.",
     .explain = "The main need is not one of the codes N0 to N9.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (episode.primary_need.given() && !is_primary_need(episode.primary_need.text))
                 flag(episode.primary_need);
         }},

    {.code = "8815",
     .fields = "CINclosureDate",
     .says = "Child has more than one episode with no closure and ReferralNFA false (flag the open ones).",
     .explain = "The child has more than one open episode. Only one can be open at a time.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             flag_if_several(child.episodes, is_open, [&](const Episode& episode) { flag(episode.closure); });
         }},

    {.code = "8816",
     .fields = "CINreferralDate",
     .says =
         "An episode with no closure and ReferralNFA false whose referral is not the latest of the child's referrals "
         "(flag it and the latest).",
     .explain = "An episode is still open although the child has been referred again since.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             MaybeDate latest = latest_referral(child);
             for (const Episode& episode : child.episodes) {
                 if (!is_open(episode) || !before(episode.referral, latest)) continue;
                 flag(episode.referral);
                 for (const Episode& other : child.episodes)
                     if (same_day(other.referral, latest)) flag(other.referral);
             }
         }},

    {.code = "8820",
     .fields = "CINreferralDate CINclosureDate",
     .says = "For two different episodes a, b of a child: a.referral >= b.referral and (a.referral < b.closure, or b "
             "has no "
             "closure, ReferralNFA false and a.referral < reference date).",
     .explain = "Two episodes of this child run at the same time. One may begin on the day the other ends, not before.",
     .child =
         [](const Child& child, const Window& year, Flags& flag) {
             std::vector<Stretch<Episode>> courses;
             for (const Episode& episode : child.episodes)
                 courses.push_back(course_of(episode, year));
             flag_overlaps(
                 courses, [&](const Episode& a) { flag(a.referral); },
                 [&](const Episode& b) { flag(b.referral, b.closure); });
         }},

    {.code = "8831",
     .fields = "DateOfInitialCPC AssessmentActualStartDate AssessmentAuthorisationDate S47ActualStartDate",
     .says = "ReferralNFA true and the episode has its own DateOfInitialCPC, or any assessment start or authorisation "
             "date, "
             "or any section 47 start or initial conference date.",
     .explain = "The referral ended in no further action, but an assessment, an enquiry or a conference followed it.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (!episode.no_further_action.is_true()) return;
             auto flag_given = [&](const DateField& date) {
                 if (date.given()) flag(date);
             };
             flag_given(episode.conference);
             for (const Assessment& assessment : episode.assessments) {
                 flag_given(assessment.start);
                 flag_given(assessment.authorisation);
             }
             for (const Section47Enquiry& enquiry : episode.enquiries) {
                 flag_given(enquiry.start);
                 flag_given(enquiry.conference);
             }
         }},

    {.code = "8832",
     .fields = "ReferralNFA ChildProtectionPlans",
     .says = "ReferralNFA true and the episode has a child protection plan.",
     .explain = "The referral ended in no further action, but there is a child protection plan.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (!episode.no_further_action.is_true()) return;
             for (const ProtectionPlan& plan : episode.protection_plans)
                 flag(episode.no_further_action, plan);
         }},

    {.code = "8866",
     .fields = "CINreferralDate ReferralSource",
     .says = "CINreferralDate on or after 2013-04-01 and ReferralSource missing or not in the code set.",
     .explain = "Who referred the child is missing or is not one of the codes.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             bool asked = on_or_after(episode.referral, make_date(2013, 4, 1));
             if (asked && !is_referral_source(episode.referral_source.text))
                 flag(episode.referral, episode.referral_source);
         }},
};

std::span<const Rule> detail_rules() {
    return rows;
}

}  // namespace kith::returns::cin
