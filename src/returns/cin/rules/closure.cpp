// Rules of CINdetails: how and when an episode ended.
#include <algorithm>

#include "returns/cin/codes.h"
#include "returns/cin/rules/rules.h"

namespace kith::returns::cin {

static bool closed_after_assessment(const Episode& episode) {
    return episode.reason_for_closure.text == "RC8" || episode.reason_for_closure.text == "RC9";
}

/// The dates that a closure may not come before.
static std::vector<const DateField*> dates_of_work(const Episode& episode) {
    std::vector<const DateField*> dates = {&episode.conference};
    for (const Assessment& assessment : episode.assessments) {
        dates.push_back(&assessment.start);
        dates.push_back(&assessment.authorisation);
    }
    for (const CinPlan& plan : episode.cin_plans) {
        dates.push_back(&plan.start);
        dates.push_back(&plan.end);
    }
    for (const Section47Enquiry& enquiry : episode.enquiries) {
        dates.push_back(&enquiry.start);
        dates.push_back(&enquiry.conference);
    }
    for (const ProtectionPlan& plan : episode.protection_plans)
        dates.push_back(&plan.end);
    return dates;
}

static const Rule rows[] = {
    {.code = "2990",
     .fields = "DateOfInitialCPC Section47 ChildProtectionPlans CINPlanDates",
     .says = "ReasonForClosure RC8 or RC9 and the episode has any Section47, ChildProtectionPlans, CINPlanDates, or "
             "its own "
             "DateOfInitialCPC.",
     .explain = "The case is closed as ending with the assessment, but a plan, an enquiry or a conference followed it.",
     .doubt =
         "A child module is flagged as a whole. 2021-22 had RC8 alone; files before 2022-23 are checked by this rule.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (!closed_after_assessment(episode)) return;
             if (episode.conference.given()) flag(episode.conference);
             for (const CinPlan& plan : episode.cin_plans)
                 flag(plan);
             for (const Section47Enquiry& enquiry : episode.enquiries)
                 flag(enquiry);
             for (const ProtectionPlan& plan : episode.protection_plans)
                 flag(plan);
         }},

    {.code = "8565",
     .fields =
         "CINclosureDate AssessmentActualStartDate AssessmentAuthorisationDate S47ActualStartDate DateOfInitialCPC "
         "CPPendDate CINPlanStartDate CINPlanEndDate",
     .says =
         "CINclosureDate earlier than any of, in the same episode: assessment start, assessment authorisation, section "
         "47 start, DateOfInitialCPC (both levels), CPPendDate, CINPlanStartDate, CINPlanEndDate.",
     .explain = "The episode was closed before something in it happened.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (!episode.closure.given()) return;
             for (const DateField* date : dates_of_work(episode))
                 if (before(episode.closure, *date)) flag(episode.closure, *date);
         }},

    {.code = "8585Q",
     .fields = "ReasonForClosure PersonDeathDate",
     .says = "ReasonForClosure RC2 and no PersonDeathDate.",
     .explain = "The episode was closed because the child died, but no date of death is recorded.",
     .episode =
         [](const Place& in, const Episode& episode, Flags& flag) {
             const DateField& death = in.child.identifiers.death;
             if (episode.reason_for_closure.text == "RC2" && !death.given()) flag(episode.reason_for_closure, death);
         }},

    {.code = "8620",
     .fields = "CINclosureDate",
     .says = "CINclosureDate present and outside the year.",
     .explain = "The closure date is not in the census year. A case closed after 31 March is reported as open.",
     .episode =
         [](const Place& in, const Episode& episode, Flags& flag) {
             if (in.window.excludes(episode.closure)) flag(episode.closure);
         }},

    {.code = "8630",
     .fields = "CINreferralDate CINclosureDate",
     .says = "CINclosureDate before CINreferralDate.",
     .explain = "The episode ended before the referral.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (before(episode.closure, episode.referral)) flag(episode.referral, episode.closure);
         }},

    {.code = "8640",
     .fields = "ReasonForClosure",
     .says = "ReasonForClosure present, not RC1 to RC9.",
     .explain = "The reason for closure is not one of the codes RC1 to RC9.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             const TextField& reason = episode.reason_for_closure;
             if (reason.given() && !is_reason_for_closure(reason.text)) flag(reason);
         }},

    {.code = "8805",
     .fields = "CINclosureDate ReasonForClosure",
     .says = "CINclosureDate without ReasonForClosure.",
     .explain = "The episode has been closed without a reason.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (episode.closure.given() && !episode.reason_for_closure.given())
                 flag(episode.closure, episode.reason_for_closure);
         }},

    {.code = "8810",
     .fields = "ReasonForClosure CINclosureDate",
     .says = "ReasonForClosure without CINclosureDate.",
     .explain = "There is a reason for closure but no closure date.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (episode.reason_for_closure.given() && !episode.closure.given())
                 flag(episode.reason_for_closure, episode.closure);
         }},

    {.code = "8825Q",
     .fields = "ReasonForClosure",
     .says = "ReasonForClosure RC8 or RC9 and no Assessments in the episode.",
     .explain = "The case is closed as ending with the assessment, but there is no assessment.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (closed_after_assessment(episode) && episode.assessments.empty()) flag(episode.reason_for_closure);
         }},

    {.code = "8867",
     .fields = "CINclosureDate AssessmentAuthorisationDate",
     .says = "Episode closed and an assessment in it has no AssessmentAuthorisationDate.",
     .explain = "The episode was closed while an assessment in it was unfinished.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (!episode.closure.given()) return;
             for (const Assessment& assessment : episode.assessments)
                 if (!assessment.authorisation.given()) flag(episode.closure, assessment.authorisation);
         }},

    {.code = "8868",
     .fields = "DateOfInitialCPC ICPCnotRequired CINclosureDate",
     .says = "Episode closed and a Section47 in it has neither DateOfInitialCPC nor ICPCnotRequired true.",
     .explain =
         "The episode was closed while an enquiry had no outcome: no conference, and no word that none was needed.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (!episode.closure.given()) return;
             for (const Section47Enquiry& enquiry : episode.enquiries)
                 if (!enquiry.conference.given() && !enquiry.conference_not_required.is_true())
                     flag(enquiry.conference, enquiry.conference_not_required, episode.closure);
         }},

    {.code = "8873Q",
     .fields = "ReasonForClosure AssessmentFactors",
     .says = "Episode has exactly one assessment, its factors include 21, and the reason is not RC8 or RC9.",
     .explain = "The only assessment found no factors, so the case would be expected to close after it.",
     .doubt = "Not where the reason is absent (a public validator fires there too).",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             if (episode.assessments.size() != 1 || !episode.reason_for_closure.given() ||
                 closed_after_assessment(episode))
                 return;
             for (const TextField& factor : episode.assessments[0].factors)
                 if (factor.text == "21") flag(episode.reason_for_closure, factor);
         }},
};

std::span<const Rule> closure_rules() {
    return rows;
}

}  // namespace kith::returns::cin
