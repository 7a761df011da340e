// A child protection plan as the family sees it, and the forms by which the core group works on it.
#pragma once

#include <string>
#include <vector>

#include "actions/protection_plan.h"
#include "web/protection/fields.h"
#include "web/returns/census_box.h"
#include "web/routes/route.h"

namespace kith::web {

struct PlanPage : RecordPage {
    actions::PlanView view;
    CensusBox census;
    std::string child_href;
    std::vector<SummaryRow> facts;
    struct Change {
        std::string must_change;
        std::string how;
        std::string by;
        std::vector<std::string> actions;
        std::string add_href;
    };
    std::vector<Change> changes;
    std::vector<std::string> other_actions;
    struct Member {
        std::string says;
        std::string since;  ///< "since 14 December 2026", "14 December 2026 to 3 March 2027: moved away"
        std::string leave_href;
    };
    std::vector<Member> members;
    std::vector<Member> were_members;
    Timeline visits;
    Timeline meetings;
    bool may_work = false;
    bool may_end = false;
    std::vector<SelectItem> ends;  ///< reasons for which no conference is needed
    bool may_book = false;         ///< a conference
    bool running() const { return core::is_running(view.plan); }
};

struct VisitPage : SingleForm {
    bool before_birth = false;
};

struct CoreGroupPage : SingleForm {
    struct Line {
        std::string row;
        std::string text;
    };
    std::vector<Line> members;
    std::vector<Line> actions;
};

/// Somebody joins the core group.
struct JoinPage : SingleForm {
    std::vector<SelectItem> family;
    std::vector<SelectItem> staff;
};

/// Somebody leaves it.
struct LeavePage : SingleForm {};

/// One more thing that somebody does about a change that is in the plan.
struct PlanActionPage : SingleForm {
    std::vector<std::string> others;  ///< what is done about it already
};

RouteTable protection_plan_routes();
RouteTable core_group_routes();

std::string address_of(core::ProtectionPlanId id);
Result<actions::PlanView> load_plan(Visit& visit);
/// "Grace Okafor: …, by 3 March 2027 (under way)".
std::string action_line(const core::PlanAction& action);

/// What stands above one of the plan's forms.
FormHead head_of(const actions::PlanView& view, std::string heading, std::string caption);

/// Carries the form out for the plan in the address and goes back to it; nothing when it has errors to be shown.
template <class F>
Result<std::optional<http::Response>> act_on_plan(Visit& visit, FormState& form, F action) {
    auto id = TRY(id_in_path<core::ProtectionPlanId>(visit));
    return posted(visit, form, [&](actions::Work& work) -> Result<std::string> {
        TRY(action(work, id));
        return address_of(id) + "?done=saved";
    });
}

}  // namespace kith::web
