// Strategy discussions: held and decided at any hour from any state, completed afterwards; interim safety plans.
//
// Everything that decides here asks for the role only, never for an allocation: a lone worker at night may act for any
// child. What a section 47 decision starts (the enquiry, its duties) starts in the same transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "core/interim_safety_plan.h"
#include "core/person.h"
#include "core/strategy_discussion.h"

namespace kith::actions {

struct HoldStrategyDiscussion {
    core::StrategyDiscussion discussion;  ///< id and who recorded it are set here
    std::vector<core::PersonId> children;
    std::vector<core::StrategyAttendance>
        attendance;  ///< who took part, who was missing and by when they are caught up
};
Result<core::StrategyDiscussion> hold_strategy_discussion(Work& work, const HoldStrategyDiscussion& command);

struct StrategyDecisions {
    core::StrategyDiscussionId discussion;
    struct Child {
        RawId row;  ///< of the StrategyChild
        core::StrategyDecision decision = core::StrategyDecision::no_further_action;
        std::string reasons;
        std::string dissent;
    };
    std::vector<Child> children;
};
/// Decides for each child named; a section 47 decision starts the child's enquiry on the day of the discussion.
Result<core::StrategyDiscussion> decide_strategy_discussion(Work& work, const StrategyDecisions& command);

struct WriteStrategyDiscussion {
    core::StrategyDiscussionId discussion;
    int version = 1;
    core::StaffId manager;  ///< nil: as it is
    std::string information;
    std::string reasonable_cause;
    std::string actions;
    std::string police_reference;
    core::InterpretedBy interpreted_by = core::InterpretedBy::not_said;
    std::string interpreter;
    std::string relative_interprets_why;
    std::vector<core::StrategyTelling> tellings;  ///< to be added
    std::vector<core::StrategyTelling> told;      ///< by id: those that stand and were left open in parts
    struct Absence {
        core::Agency agency = core::Agency::health;
        std::string why;
        std::optional<Date> follow_up_on;
    };
    std::vector<Absence> absences;  ///< what was not said of the agencies that were missing
    struct Reasons {
        RawId row;  ///< of the StrategyChild
        std::string reasons;
    };
    std::vector<Reasons> reasons;  ///< of decisions recorded without them
};
/// Completes the record. Once nothing is missing, what was owed for it goes to the manager who decided, to sign off.
Result<core::StrategyDiscussion> write_strategy_discussion(Work& work, const WriteStrategyDiscussion& command);

/// What an agency said afterwards, beside what stood there. An agency that was missing is thereby caught up with; the
/// last one meets the duty to hold the follow-up. The id and who added it are set here.
Result<core::StrategyAddition> hear_agency(Work& work, core::StrategyAddition addition);
Result<core::StrategyDiscussion> complete_strategy_discussion(Work& work, core::StrategyDiscussionId id);

struct StrategyView {
    core::StrategyRecord record;
    std::vector<core::Person> children;  ///< alongside record.children
    std::string manager_name;
    std::string recorded_by_name;
    std::vector<std::string> added_by_names;  ///< alongside record.additions
    std::vector<core::Missing> missing;
    std::vector<core::InterimSafetyPlan> safety_plans;  ///< running, of these children
};
Result<StrategyView> strategy_discussion(store::Reader& reader, const core::Actor& actor,
                                         core::StrategyDiscussionId id);

/// A new plan takes the place of the one that runs for the same child.
Result<core::InterimSafetyPlan> make_safety_plan(Work& work, core::InterimSafetyPlan plan);
struct SafetyPlanView {
    core::InterimSafetyPlan plan;
    core::Person child;
    std::string made_by_name;
};
Result<SafetyPlanView> safety_plan(store::Reader& reader, const core::Actor& actor, core::InterimSafetyPlanId id);

}  // namespace kith::actions
