// The child in need plan: what will be better, who does what, who agrees and who does not; its meeting, visits, reviews
// and end.
#pragma once

#include <string>
#include <vector>

#include "actions/need_plan.h"
#include "web/components/choices.h"
#include "web/components/record.h"
#include "web/returns/census_box.h"
#include "web/routes/route.h"
#include "web/step_form.h"
#include "web/telling/telling_pages.h"
#include "web/work/work_pages.h"

namespace kith::web {

struct NeedPlanPage : FormPage {
    CensusBox census;
    actions::NeedPlanRecord record;
    std::string child_href;
    std::vector<DutyLine> duties;
    std::vector<SummaryRow> facts;
    std::vector<SummaryRow> members;
    struct ActionLine {
        std::string action;
        std::string owner;
        std::string by;
        std::string how_we_know;
        std::string state;
        std::string progress;
        std::string href;  ///< to record what became of it, or why that has changed
        bool open = false;
    };
    struct Outcome {
        std::string says;
        std::string add_href;  ///< to add something else that somebody does for it
        std::vector<ActionLine> actions;
    };
    std::vector<Outcome> outcomes;
    struct Note {
        std::string title;
        std::vector<SummaryRow> rows;
    };
    std::vector<Note> reviews;
    std::vector<Note> visits;

    const core::NeedPlan& plan() const { return record.plan; }
    bool may_write() const { return record.may_write; }
};

/// Every version of the plan, newest first.
struct NeedPlanVersionsPage {
    Layout layout;
    std::string back;
    std::string child;
    struct Line {
        std::string title;
        std::string href;
        std::string when_and_who;
    };
    std::vector<Line> versions;
};

/// The plan as it stood.
struct NeedPlanVersionPage {
    Layout layout;
    std::string back;
    std::string child;
    std::string title;
    std::string when_and_who;
    bool is_newest = false;
    std::vector<SummaryRow> facts;
    std::vector<SummaryRow> members;
    std::vector<NeedPlanPage::Outcome> outcomes;

    bool may_write() const { return false; }  ///< what stood is read, not changed
};

/// One of the plan's forms, on a page of its own.
struct NeedPlanForm : SingleForm {
    std::vector<Choice> choices;  ///< the answers to its one question, where it has one
};
struct PlanningMeetingPage : SingleForm {};
struct NeedPlanMemberPage : NeedPlanForm {
    std::vector<SelectItem> people;
};
struct NeedPlanActionPage : SingleForm {};
struct SettleActionPage : NeedPlanForm {
    std::string about;
};
struct NeedPlanVisitPage : NeedPlanForm {
    bool before_birth = false;
};
struct NeedPlanReviewPage : NeedPlanForm {};
struct EndNeedPlanPage : NeedPlanForm {};

RouteTable need_plan_routes();
RouteTable need_plan_version_routes();

/// The plan's words, as rows.
std::vector<SummaryRow> plan_facts(const core::NeedPlan& plan);
std::vector<SummaryRow> member_rows(const std::vector<core::NeedPlanMember>& members,
                                    const std::vector<std::string>& names);
/// What is done, by what it is for, in the plan's order.
std::vector<NeedPlanPage::Outcome> outcomes_of(const std::vector<core::NeedPlanAction>& actions,
                                               const std::string& address);

}  // namespace kith::web
