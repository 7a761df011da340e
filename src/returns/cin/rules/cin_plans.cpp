// Rules of CINPlanDates: children in need plans, alone and beside child protection plans.
#include "returns/cin/rules/overlap.h"
#include "returns/cin/rules/rules.h"

namespace kith::returns::cin {

static Stretch<CinPlan> up_to_the_end(const CinPlan& plan, const Window& year) {
    return {&plan, plan.start, plan.end.given() ? plan.end.value : year.end};
}

/// On the day a plan ends the other kind may begin; while it is open, none until the reference date.
template <class Plan>
static Stretch<Plan> until_changeover(const Plan& plan, const Window& year) {
    return {&plan, plan.start, plan.end.given() ? plus_days(plan.end, -1) : year.end};
}

template <class Plan>
static std::vector<Stretch<Plan>> changeovers(const std::vector<const Plan*>& plans, const Window& year) {
    std::vector<Stretch<Plan>> stretches;
    for (const Plan* plan : plans)
        stretches.push_back(until_changeover(*plan, year));
    return stretches;
}

static const Rule rows[] = {
    {.code = "4001",
     .fields = "CPPendDate CINPlanEndDate",
     .says = "Episode has a child protection plan with no end and a CIN plan (started) with no end.",
     .explain =
         "A child protection plan and a child in need plan are open at the same time. A child has one or the other.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             for (const CinPlan& cin_plan : episode.cin_plans)
                 for (const ProtectionPlan& plan : episode.protection_plans)
                     if (cin_plan.start.given() && !cin_plan.end.given() && !plan.end.given())
                         flag(plan.end, cin_plan.end);
         }},

    {.code = "4003",
     .fields = "CPPreviewDate CINPlanStartDate CPPendDate",
     .says = "CINPlanStartDate <= review < CINPlanEndDate, unless review = CPPendDate of its plan.",
     .explain = "A child protection review was held while the child was on a child in need plan.",
     .doubt = "All plans of the child are compared. COLLECT is reported to let a review on the start day pass; flagged "
              "here. "
              "A CIN plan without an end is not compared.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             std::vector<const CinPlan*> cin_plans = cin_plans_of(child);
             if (cin_plans.empty()) return;
             for (const ProtectionPlan* plan : protection_plans_of(child))
                 for (const Reviews& reviews : plan->reviews)
                     for (const DateField& review : reviews.dates)
                         for (const CinPlan* cin_plan : cin_plans)
                             if (on_or_after(review, cin_plan->start) && before(review, cin_plan->end) &&
                                 !same_day(review, plan->end))
                                 flag(review, cin_plan->start, plan->end);
         }},

    {.code = "4004",
     .fields = "CINPlanEndDate",
     .says = "More than one CIN plan without end in an episode (flag those).",
     .explain = "More than one child in need plan is open in this episode.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             flag_if_several(
                 episode.cin_plans, [](const CinPlan& plan) { return !plan.end.given(); },
                 [&](const CinPlan& plan) { flag(plan.end); });
         }},

    {.code = "4008",
     .fields = "PersonDeathDate CINPlanStartDate",
     .says = "CIN plan start after death.",
     .explain = "The child in need plan started after the child's death.",
     .cin_plan =
         [](const Place& in, const CinPlan& plan, Flags& flag) {
             const DateField& death = in.child.identifiers.death;
             if (after(plan.start, death)) flag(death, plan.start);
         }},

    {.code = "4009Q",
     .fields = "PersonDeathDate CINPlanEndDate",
     .says = "CIN plan end after death.",
     .explain = "The child in need plan ended after the child's death.",
     .cin_plan =
         [](const Place& in, const CinPlan& plan, Flags& flag) {
             const DateField& death = in.child.identifiers.death;
             if (after(plan.end, death)) flag(death, plan.end);
         }},

    {.code = "4010",
     .fields = "CINPlanStartDate",
     .says = "CINPlanStartDate missing or after the reference date.",
     .explain = "The child in need plan has no start date, or one after the census year.",
     .cin_plan =
         [](const Place& in, const CinPlan& plan, Flags& flag) {
             if (!plan.start.given() || after(plan.start, in.window.end)) flag(plan.start);
         }},

    {.code = "4011",
     .fields = "CINPlanEndDate CINPlanStartDate",
     .says = "CIN plan end before its start.",
     .explain = "The child in need plan ended before it started.",
     .cin_plan =
         [](const Place&, const CinPlan& plan, Flags& flag) {
             if (before(plan.end, plan.start)) flag(plan.end, plan.start);
         }},

    {.code = "4012Q",
     .fields = "CINPlanStartDate CINPlanEndDate",
     .says = "CIN plan end on its start day.",
     .explain = "The child in need plan ended on the day it started.",
     .cin_plan =
         [](const Place&, const CinPlan& plan, Flags& flag) {
             if (same_day(plan.start, plan.end)) flag(plan.start, plan.end);
         }},

    {.code = "4013",
     .fields = "CINPlanEndDate",
     .says = "CINPlanEndDate outside the year.",
     .explain = "The child in need plan did not end in the census year.",
     .cin_plan =
         [](const Place& in, const CinPlan& plan, Flags& flag) {
             if (in.window.excludes(plan.end)) flag(plan.end);
         }},

    {.code = "4014",
     .fields = "CINPlanStartDate CINPlanEndDate",
     .says =
         "Two CIN plans a, b of a child: a.start >= b.start and (a.start <= b.end, or b open and a.start <= reference "
         "date).",
     .explain = "Two child in need plans of this child run at the same time.",
     .doubt = "Two identical rows are two plans and are compared.",
     .child =
         [](const Child& child, const Window& year, Flags& flag) {
             std::vector<Stretch<CinPlan>> stretches;
             for (const CinPlan* plan : cin_plans_of(child))
                 stretches.push_back(up_to_the_end(*plan, year));
             flag_overlaps(
                 stretches, [&](const CinPlan& a) { flag(a.start); }, [&](const CinPlan& b) { flag(b.start, b.end); });
         }},

    {.code = "4015",
     .fields = "CINPlanStartDate CINreferralDate",
     .says = "CIN plan start before the referral of the episode.",
     .explain = "The child in need plan started before the referral.",
     .cin_plan =
         [](const Place& in, const CinPlan& plan, Flags& flag) {
             if (before(plan.start, in.episode.referral)) flag(plan.start, in.episode.referral);
         }},

    {.code = "4016",
     .fields = "CINPlanStartDate CPPstartDate CPPendDate",
     .says = "For a child protection plan p of the child: CINPlanStartDate >= p.start and (CINPlanStartDate < p.end, "
             "or p open "
             "and CINPlanStartDate <= reference date).",
     .explain =
         "A child in need plan started while the child was on a child protection plan. It may start on the day that "
         "the other ends.",
     .child =
         [](const Child& child, const Window& year, Flags& flag) {
             flag_starts_inside(
                 changeovers(cin_plans_of(child), year), changeovers(protection_plans_of(child), year),
                 [&](const CinPlan& starting) { flag(starting.start); },
                 [&](const ProtectionPlan& running) { flag(running.start, running.end); });
         }},

    {.code = "4017",
     .fields = "CPPstartDate CINPlanStartDate CINPlanEndDate",
     .says = "For a CIN plan c of the child: CPPstartDate >= c.start and (CPPstartDate < c.end, or c open and "
             "CPPstartDate <= "
             "reference date).",
     .explain =
         "A child protection plan started while the child was on a child in need plan. It may start on the day that "
         "the other ends.",
     .child =
         [](const Child& child, const Window& year, Flags& flag) {
             flag_starts_inside(
                 changeovers(protection_plans_of(child), year), changeovers(cin_plans_of(child), year),
                 [&](const ProtectionPlan& starting) { flag(starting.start); },
                 [&](const CinPlan& running) { flag(running.start, running.end); });
         }},
};

std::span<const Rule> cin_plan_rules() {
    return rows;
}

}  // namespace kith::returns::cin
