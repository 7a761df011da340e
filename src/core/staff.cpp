#include "core/staff.h"

#include <algorithm>

namespace kith::core {

namespace {

using enum Act;
using enum Reach;
using R = Role;

// The emergency acts (receiving a contact, a strategy discussion, recording a person and where a child is) reach to
// every child for every role that could be alone on duty: a missing allocation never blocks a lawful urgent act.
constexpr Permission table[] = {
    {read_front_door, R::front_door, all},
    {read_front_door, R::out_of_hours, all},
    {read_front_door, R::social_worker, all},
    {read_front_door, R::team_manager, all},
    {read_front_door, R::head_of_service, all},

    {receive_contact, R::front_door, all},
    {receive_contact, R::out_of_hours, all},
    {receive_contact, R::social_worker, all},
    {receive_contact, R::family_support_worker, all},
    {receive_contact, R::business_support, all},
    {receive_contact, R::team_manager, all},
    {receive_contact, R::conference_chair, all},
    {receive_contact, R::head_of_service, all},

    {decide_contact, R::front_door, all},
    {decide_contact, R::out_of_hours, all},
    {decide_contact, R::team_manager, all},
    {decide_contact, R::head_of_service, all},

    {search_people, R::front_door, all},
    {search_people, R::out_of_hours, all},
    {search_people, R::social_worker, all},
    {search_people, R::family_support_worker, all},
    {search_people, R::business_support, all},
    {search_people, R::team_manager, all},
    {search_people, R::conference_chair, all},
    {search_people, R::head_of_service, all},

    {read_child, R::front_door, all},
    {read_child, R::out_of_hours, all},
    {read_child, R::social_worker, team},
    {read_child, R::family_support_worker, own_children},
    {read_child, R::business_support, team},
    {read_child, R::team_manager, all},
    {read_child, R::conference_chair, all},
    {read_child, R::head_of_service, all},

    {record_person, R::front_door, all},
    {record_person, R::out_of_hours, all},
    {record_person, R::social_worker, team},
    {record_person, R::family_support_worker, own_children},
    {record_person, R::business_support, team},
    {record_person, R::team_manager, all},
    {record_person, R::head_of_service, all},

    {keep_place_secret, R::front_door, all},
    {keep_place_secret, R::out_of_hours, all},
    {keep_place_secret, R::social_worker, team},
    {keep_place_secret, R::family_support_worker, own_children},
    {keep_place_secret, R::team_manager, all},
    {keep_place_secret, R::head_of_service, all},

    {allocate_worker, R::front_door, all},
    {allocate_worker, R::out_of_hours, all},
    {allocate_worker, R::team_manager, all},
    {allocate_worker, R::head_of_service, all},

    {work_on_referral, R::front_door, all},
    {work_on_referral, R::out_of_hours, all},
    {work_on_referral, R::social_worker, team},
    {work_on_referral, R::team_manager, all},
    {work_on_referral, R::head_of_service, all},

    {work_on_assessment, R::out_of_hours, all},
    {work_on_assessment, R::social_worker, team},
    {work_on_assessment, R::family_support_worker, own_children},
    {work_on_assessment, R::team_manager, all},

    {authorise_assessment, R::team_manager, all},
    {authorise_assessment, R::head_of_service, all},

    {hold_strategy_discussion, R::front_door, all},
    {hold_strategy_discussion, R::out_of_hours, all},
    {hold_strategy_discussion, R::social_worker, team},
    {hold_strategy_discussion, R::team_manager, all},
    {hold_strategy_discussion, R::head_of_service, all},

    {work_on_section47_enquiry, R::out_of_hours, all},
    {work_on_section47_enquiry, R::social_worker, team},
    {work_on_section47_enquiry, R::team_manager, all},

    {authorise_section47_outcome, R::team_manager, all},
    {authorise_section47_outcome, R::head_of_service, all},

    {arrange_conference, R::social_worker, team},
    {arrange_conference, R::business_support, all},
    {arrange_conference, R::team_manager, all},
    {arrange_conference, R::conference_chair, all},

    {chair_conference, R::conference_chair, all},
    {chair_conference, R::head_of_service, all},

    {decide_on_chair, R::head_of_service, all},

    {work_on_plan, R::out_of_hours, all},
    {work_on_plan, R::social_worker, team},
    {work_on_plan, R::family_support_worker, own_children},
    {work_on_plan, R::team_manager, all},

    {work_on_pre_proceedings, R::social_worker, team},
    {work_on_pre_proceedings, R::team_manager, all},
    {work_on_pre_proceedings, R::head_of_service, all},

    {decide_pre_proceedings, R::team_manager, all},
    {decide_pre_proceedings, R::head_of_service, all},

    {authorise_closure, R::team_manager, all},
    {authorise_closure, R::head_of_service, all},

    {decide_not_to_tell, R::team_manager, all},
    {decide_not_to_tell, R::head_of_service, all},

    {work_out_of_hours, R::out_of_hours, all},
    {work_out_of_hours, R::front_door, all},
    {work_out_of_hours, R::team_manager, all},
    {work_out_of_hours, R::head_of_service, all},

    {read_team_work, R::team_manager, all},
    {read_team_work, R::head_of_service, all},
    {read_team_work, R::business_support, team},
    {read_team_work, R::social_worker, team},

    {check_returns, R::business_support, all},
    {check_returns, R::team_manager, team},
    {check_returns, R::head_of_service, all},
    {check_returns, R::administrator, all},

    {manage_staff, R::administrator, all},
};

}  // namespace

std::span<const Permission> permissions() {
    return table;
}

Reach reach(Role role, Act act) {
    for (const Permission& row : table)
        if (row.role == role && row.act == act) return row.reach;
    return Reach::nobody;
}

bool may(Role role, Act act) {
    return reach(role, act) != Reach::nobody;
}

bool may_for_child(const Actor& actor, Act act, const Allocation& allocation) {
    if (actor.id.is_nil()) return false;
    switch (reach(actor.role, act)) {
        case Reach::nobody:
            return false;
        case Reach::all:
            return true;
        case Reach::team:
            if (std::ranges::find(allocation.teams, actor.team) != allocation.teams.end()) return true;
            [[fallthrough]];
        case Reach::own_children:
            return std::ranges::find(allocation.workers, actor.id) != allocation.workers.end();
    }
    return false;
}

Result<void> require_for_child(const Actor& actor, Act act, const Allocation& allocation) {
    if (may_for_child(actor, act, allocation)) return {};
    return refuse(Because::not_found, "", "There is no such record, or it is not one of yours.");
}

Result<void> require(const Actor& actor, Act act) {
    if (!actor.id.is_nil() && may(actor.role, act)) return {};
    return refuse(Because::forbidden, "", "Your role does not include this. A manager can do it or change your role.");
}

Result<void> require_another_person(const Actor& authoriser, StaffId worker) {
    if (authoriser.id != worker) return {};
    return refuse(Because::forbidden, "", "The person who did the work cannot also sign it off. Ask another manager.");
}

}  // namespace kith::core
