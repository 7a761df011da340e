// Rules of ChildProtectionPlans and their reviews.
#include <algorithm>

#include "returns/cin/codes.h"
#include "returns/cin/rules/overlap.h"
#include "returns/cin/rules/rules.h"

namespace kith::returns::cin {

/// The conferences that a plan of the episode may have come from: those of its enquiries, but for enquiries that needed
/// none; the episode's own where no enquiry is left.
static std::vector<const DateField*> conferences_for_plans(const Episode& episode) {
    std::vector<const DateField*> conferences;
    for (const Section47Enquiry& enquiry : episode.enquiries)
        if (!enquiry.conference_not_required.is_true()) conferences.push_back(&enquiry.conference);
    if (conferences.empty()) conferences.push_back(&episode.conference);
    return conferences;
}

static const Rule rows[] = {
    {.code = "1105",
     .fields = "CPPstartDate CINreferralDate",
     .says = "Plan start before the referral of the episode.",
     .explain = "The child protection plan started before the referral.",
     .protection_plan =
         [](const Place& in, const ProtectionPlan& plan, Flags& flag) {
             if (before(plan.start, in.episode.referral)) flag(plan.start, in.episode.referral);
         }},

    {.code = "2885",
     .fields = "CPPstartDate DateOfInitialCPC",
     .says = "Plan start in the year and equal to no Section47 DateOfInitialCPC of the episode (enquiries marked "
             "ICPCnotRequired 1 ignored); if the episode has no Section47 left, not equal to the CINdetails "
             "DateOfInitialCPC.",
     .explain =
         "This plan starts on a day with no conference. A child protection plan begins on the day of the initial "
         "conference.",
     .doubt =
         "A missing conference is not equal: flagged. Where an enquiry is left, the conference of CINdetails is not "
         "looked at (a public validator accepts it).",
     .protection_plan =
         [](const Place& in, const ProtectionPlan& plan, Flags& flag) {
             if (!in.window.holds(plan.start)) return;
             std::vector<const DateField*> conferences = conferences_for_plans(in.episode);
             if (std::any_of(conferences.begin(), conferences.end(),
                             [&](const DateField* conference) { return same_day(plan.start, *conference); }))
                 return;
             flag(plan.start);
             for (const DateField* conference : conferences)
                 flag(*conference);
         }},

    {.code = "8720",
     .fields = "CPPstartDate",
     .says = "CPPstartDate missing or after the reference date.",
     .explain = "The child protection plan has no start date, or one after the census year.",
     .protection_plan =
         [](const Place& in, const ProtectionPlan& plan, Flags& flag) {
             if (!plan.start.given() || after(plan.start, in.window.end)) flag(plan.start);
         }},

    {.code = "8730",
     .fields = "NumberOfPreviousCPP",
     .says = "NumberOfPreviousCPP missing or below 0.",
     .explain = "How many child protection plans the child had before is missing. 0 says none.",
     .doubt = "What is not a whole number counts as missing.",
     .protection_plan =
         [](const Place&, const ProtectionPlan& plan, Flags& flag) {
             if (!plan.previous_plans.given() || *plan.previous_plans.value < 0) flag(plan.previous_plans);
         }},

    {.code = "8840",
     .fields = "CPPstartDate CPPendDate",
     .says = "Plan start on its end day.",
     .explain = "The child protection plan ended on the day it started.",
     .protection_plan =
         [](const Place&, const ProtectionPlan& plan, Flags& flag) {
             if (same_day(plan.start, plan.end)) flag(plan.start, plan.end);
         }},

    {.code = "8841",
     .fields = "CPPstartDate CPPreviewDate",
     .says = "Review on or before the start of its plan.",
     .explain = "A review was held before the plan that it reviews, or on its first day.",
     .protection_plan =
         [](const Place&, const ProtectionPlan& plan, Flags& flag) {
             for (const Reviews& reviews : plan.reviews)
                 for (const DateField& review : reviews.dates)
                     if (on_or_before(review, plan.start)) flag(plan.start, review);
         }},

    {.code = "8842Q",
     .fields = "CPPreviewDate",
     .says = "A Reviews group without a date.",
     .explain = "A review is recorded without its date.",
     .doubt = "An empty Reviews fires.",
     .protection_plan =
         [](const Place&, const ProtectionPlan& plan, Flags& flag) {
             for (const Reviews& reviews : plan.reviews) {
                 auto given = [](const DateField& date) { return date.given(); };
                 if (std::any_of(reviews.dates.begin(), reviews.dates.end(), given)) continue;
                 if (reviews.dates.empty()) flag.missing(reviews, "CPPreviewDate");
                 for (const DateField& date : reviews.dates)
                     flag(date);
             }
         }},

    {.code = "8905",
     .fields = "InitialCategoryOfAbuse",
     .says = "InitialCategoryOfAbuse missing or not NEG, PHY, SAB, EMO or MUL.",
     .explain = "The category of abuse at the start of the plan is missing or is not one of the codes.",
     .protection_plan =
         [](const Place&, const ProtectionPlan& plan, Flags& flag) {
             if (!is_category_of_abuse(plan.initial_category.text)) flag(plan.initial_category);
         }},

    {.code = "8910",
     .fields = "LatestCategoryOfAbuse",
     .says = "LatestCategoryOfAbuse missing or not NEG, PHY, SAB, EMO or MUL.",
     .explain = "The latest category of abuse of the plan is missing or is not one of the codes.",
     .protection_plan =
         [](const Place&, const ProtectionPlan& plan, Flags& flag) {
             if (!is_category_of_abuse(plan.latest_category.text)) flag(plan.latest_category);
         }},

    {.code = "8915",
     .fields = "CPPstartDate PersonDeathDate",
     .says = "Plan start after death.",
     .explain = "The child protection plan started after the child's death.",
     .protection_plan =
         [](const Place& in, const ProtectionPlan& plan, Flags& flag) {
             const DateField& death = in.child.identifiers.death;
             if (after(plan.start, death)) flag(plan.start, death);
         }},

    {.code = "8920",
     .fields = "CPPendDate PersonDeathDate",
     .says = "Plan end after death.",
     .explain = "The child protection plan ended after the child's death.",
     .protection_plan =
         [](const Place& in, const ProtectionPlan& plan, Flags& flag) {
             const DateField& death = in.child.identifiers.death;
             if (after(plan.end, death)) flag(plan.end, death);
         }},

    {.code = "8925",
     .fields = "CPPstartDate CPPendDate",
     .says = "Plan end before its start.",
     .explain = "The child protection plan ended before it started.",
     .protection_plan =
         [](const Place&, const ProtectionPlan& plan, Flags& flag) {
             if (before(plan.end, plan.start)) flag(plan.start, plan.end);
         }},

    {.code = "8930",
     .fields = "CPPendDate",
     .says = "CPPendDate outside the year.",
     .explain = "The child protection plan did not end in the census year.",
     .protection_plan =
         [](const Place& in, const ProtectionPlan& plan, Flags& flag) {
             if (in.window.excludes(plan.end)) flag(plan.end);
         }},

    {.code = "8935",
     .fields = "CPPendDate",
     .says = "Child has more than one child protection plan without end (flag those).",
     .explain = "The child is on more than one child protection plan at once.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             flag_if_several(
                 protection_plans_of(child), [](const ProtectionPlan* plan) { return !plan->end.given(); },
                 [&](const ProtectionPlan* plan) { flag(plan->end); });
         }},

    {.code = "8940",
     .fields = "CPPstartDate CPPendDate",
     .says = "Two child protection plans a, b of a child: a.start >= b.start and (a.start <= b.end, or b open and "
             "a.start <= "
             "reference date).",
     .explain = "Two child protection plans of this child run at the same time.",
     .doubt = "Two identical rows are two plans and are compared.",
     .child =
         [](const Child& child, const Window& year, Flags& flag) {
             std::vector<Stretch<ProtectionPlan>> stretches;
             for (const ProtectionPlan* plan : protection_plans_of(child))
                 stretches.push_back({plan, plan->start, plan->end.given() ? plan->end.value : year.end});
             flag_overlaps(
                 stretches, [&](const ProtectionPlan& a) { flag(a.start); },
                 [&](const ProtectionPlan& b) { flag(b.start, b.end); });
         }},
};

std::span<const Rule> protection_plan_rules() {
    return rows;
}

}  // namespace kith::returns::cin
