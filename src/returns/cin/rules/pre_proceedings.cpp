// Rules of PreProceedingsandFGDM, new in 2026-27. Their wording is that of January 2026; the published specification
// was revised on 25 February 2026, and that revision has not been seen.
#include "returns/cin/codes.h"
#include "returns/cin/rules/rules.h"

namespace kith::returns::cin {

static const Rule rows[] = {
    {.code = "8995Q",
     .fields = "-",
     .says = "No PreProceedingsandFGDM module for any child in the file.",
     .explain = "No child in the return has pre-proceedings. Perhaps they are not recorded yet.",
     .from = 2027,
     .whole =
         [](const Totals& totals, Flags& flag) {
             if (totals.pre_proceedings == 0) flag.whole_return();
         }},

    {.code = "9000Q",
     .fields = "PPStartDate",
     .says = "PPStartDate not provided.",
     .explain = "The date of the legal planning meeting that decided to start pre-proceedings is missing.",
     .doubt = "The source leaves open whether the whole return or each module is meant: each module is flagged.",
     .from = 2027,
     .pre_proceedings =
         [](const Place&, const PreProceedings& step, Flags& flag) {
             if (!step.start.given()) flag(step.start);
         }},

    {.code = "9005",
     .fields = "PPStartDate",
     .says = "PPStartDate present and outside the year.",
     .explain = "Pre-proceedings did not start in the census year.",
     .from = 2027,
     .pre_proceedings =
         [](const Place& in, const PreProceedings& step, Flags& flag) {
             if (in.window.excludes(step.start)) flag(step.start);
         }},

    {.code = "9006",
     .fields = "LBPSentDate",
     .says = "LBPSentDate present and outside the year, or before PPStartDate.",
     .explain =
         "The letter before proceedings was not sent in the census year, or was sent before pre-proceedings started.",
     .from = 2027,
     .pre_proceedings =
         [](const Place& in, const PreProceedings& step, Flags& flag) {
             const DateField& sent = step.letter_before_proceedings;
             if (in.window.excludes(sent) || before(sent, step.start)) flag(sent);
         }},

    {.code = "9007",
     .fields = "FGDMMeetingOffer",
     .says = "LBPSentDate present and FGDMMeetingOffer absent.",
     .explain = "A letter before proceedings was sent: say whether it offered a family group decision-making meeting.",
     .from = 2027,
     .pre_proceedings =
         [](const Place&, const PreProceedings& step, Flags& flag) {
             if (step.letter_before_proceedings.given() && !step.meeting_offered.given()) flag(step.meeting_offered);
         }},

    {.code = "9008",
     .fields = "InitialPPMeetingDate",
     .says = "InitialPPMeetingDate present and outside the year.",
     .explain = "The first pre-proceedings meeting was not held in the census year.",
     .from = 2027,
     .pre_proceedings =
         [](const Place& in, const PreProceedings& step, Flags& flag) {
             if (in.window.excludes(step.first_meeting)) flag(step.first_meeting);
         }},

    {.code = "9009",
     .fields = "StepDecisionDate",
     .says = "StepDecisionDate present and outside the year, or before PPStartDate.",
     .explain = "The decision to step up or down was not made in the census year, or was made before pre-proceedings "
                "started.",
     .from = 2027,
     .pre_proceedings =
         [](const Place& in, const PreProceedings& step, Flags& flag) {
             if (in.window.excludes(step.step_decision) || before(step.step_decision, step.start))
                 flag(step.step_decision);
         }},

    {.code = "9010Q",
     .fields = "FGDMMeetingFac",
     .says = "FGDMMeetingOffer true and FGDMMeetingFac absent.",
     .explain = "A family group decision-making meeting was offered: say whether it was held.",
     .from = 2027,
     .pre_proceedings =
         [](const Place&, const PreProceedings& step, Flags& flag) {
             if (step.meeting_offered.is_true() && !step.meeting_facilitated.given()) flag(step.meeting_facilitated);
         }},

    {.code = "9011",
     .fields = "PPOutcome",
     .says = "PPOutcome present and not A, B or C.",
     .explain = "The outcome of pre-proceedings is not one of the codes A, B and C.",
     .from = 2027,
     .pre_proceedings =
         [](const Place&, const PreProceedings& step, Flags& flag) {
             if (step.outcome.given() && !is_pre_proceedings_outcome(step.outcome.text)) flag(step.outcome);
         }},

    {.code = "9012",
     .fields = "CourtAppDate",
     .says = "CourtAppDate present and outside the year, or before StepDecisionDate.",
     .explain = "The application to court was not made in the census year, or was made before the decision to step up.",
     .from = 2027,
     .pre_proceedings =
         [](const Place& in, const PreProceedings& step, Flags& flag) {
             if (in.window.excludes(step.court_application) || before(step.court_application, step.step_decision))
                 flag(step.court_application);
         }},

    {.code = "9013",
     .fields = "LetterInitCPDate",
     .says = "LetterInitCPDate present and outside the year, or before CourtAppDate.",
     .explain = "The letter that initiates care proceedings was not sent in the census year, or was sent before the "
                "application to court.",
     .from = 2027,
     .pre_proceedings =
         [](const Place& in, const PreProceedings& step, Flags& flag) {
             if (in.window.excludes(step.initiating_letter) || before(step.initiating_letter, step.court_application))
                 flag(step.initiating_letter);
         }},

    {.code = "9015Q",
     .fields = "ReviewMeetingsCount",
     .says = "InitialPPMeetingDate present and ReviewMeetingsCount absent.",
     .explain = "The first pre-proceedings meeting was held: say how many review meetings followed. 0 says none.",
     .from = 2027,
     .pre_proceedings =
         [](const Place&, const PreProceedings& step, Flags& flag) {
             if (step.first_meeting.given() && !step.review_meetings.given()) flag(step.review_meetings);
         }},
};

std::span<const Rule> pre_proceedings_rules() {
    return rows;
}

}  // namespace kith::returns::cin
