// The people who work here, what each role may do, and to whose records it reaches: one table, `permissions`.
//
// A role says *what*; a reach says *whose*: the children I am working with, my team's, or everyone's. Nothing else
// decides who may do what; docs/permissions.md is generated from the same rows.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/ids.h"

namespace kith::core {

enum class Role {
    front_door,
    out_of_hours,
    social_worker,
    family_support_worker,
    business_support,
    team_manager,
    conference_chair,
    head_of_service,
    administrator,
};

/// One thing that somebody may do. Reading is an act like any other.
enum class Act {
    read_front_door,
    receive_contact,
    decide_contact,
    search_people,
    read_child,
    record_person,
    keep_place_secret,
    allocate_worker,
    work_on_referral,
    work_on_assessment,
    authorise_assessment,
    hold_strategy_discussion,
    work_on_section47_enquiry,
    authorise_section47_outcome,
    arrange_conference,
    chair_conference,
    decide_on_chair,  ///< that earlier involvement does not matter, or that a block is set aside
    work_on_plan,
    work_on_pre_proceedings,
    decide_pre_proceedings,  ///< to start them, and how they end
    authorise_closure,
    decide_not_to_tell,
    work_out_of_hours,  ///< the handover list, and the note back to the day
    read_team_work,
    manage_staff,
    check_returns,  ///< of what goes to the Department for Education: findings, figures, the file
};

/// To whose records an act reaches, narrowest first.
enum class Reach { nobody, own_children, team, all };

struct Permission {
    Act act;
    Role role;
    Reach reach;
};

/// Every permission there is; what is not listed is not allowed.
std::span<const Permission> permissions();

Reach reach(Role role, Act act);

/// The role may do it at least for some records. For a particular child ask `may_for_child`.
bool may(Role role, Act act);

struct Team {
    TeamId id;
    std::string name;
    std::string phone;  ///< the team's number, shown to families
};

struct Staff {
    StaffId id;
    int version = 1;
    std::string name;
    std::string sign_in_name;  ///< lower case, unique
    Role role = Role::social_worker;
    TeamId team;
    std::string phone;
    bool social_work_qualified = false;  ///< registered social worker: leads section 47 enquiries
    std::optional<Instant> disabled_at;
};

/// Who is acting now: what an action needs to know of a signed-in person.
struct Actor {
    StaffId id;
    std::string name;
    Role role = Role::social_worker;
    TeamId team;
    bool social_work_qualified = false;
};

/// Whose child it is, as far as reach is concerned.
struct Allocation {
    std::vector<StaffId> workers;  ///< accountable worker, co-workers, core group staff
    std::vector<TeamId> teams;
};

bool may_for_child(const Actor& actor, Act act, const Allocation& allocation);

/// Refuses as if the child did not exist, so that nothing is given away.
Result<void> require_for_child(const Actor& actor, Act act, const Allocation& allocation);
Result<void> require(const Actor& actor, Act act);

/// The worker is not the authoriser: refuses when the person who did the work would sign it off.
Result<void> require_another_person(const Actor& authoriser, StaffId worker);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::Role> {
    using R = kith::core::Role;
    static constexpr std::array all{
        Word{R::front_door, "front_door"sv},
        Word{R::out_of_hours, "out_of_hours"sv},
        Word{R::social_worker, "social_worker"sv},
        Word{R::family_support_worker, "family_support_worker"sv},
        Word{R::business_support, "business_support"sv},
        Word{R::team_manager, "team_manager"sv},
        Word{R::conference_chair, "conference_chair"sv},
        Word{R::head_of_service, "head_of_service"sv},
        Word{R::administrator, "administrator"sv},
    };
};

template <>
struct kith::Words<kith::core::Act> {
    using A = kith::core::Act;
    static constexpr std::array all{
        Word{A::read_front_door, "read_front_door"sv},
        Word{A::receive_contact, "receive_contact"sv},
        Word{A::decide_contact, "decide_contact"sv},
        Word{A::search_people, "search_people"sv},
        Word{A::read_child, "read_child"sv},
        Word{A::record_person, "record_person"sv},
        Word{A::keep_place_secret, "keep_place_secret"sv},
        Word{A::allocate_worker, "allocate_worker"sv},
        Word{A::work_on_referral, "work_on_referral"sv},
        Word{A::work_on_assessment, "work_on_assessment"sv},
        Word{A::authorise_assessment, "authorise_assessment"sv},
        Word{A::hold_strategy_discussion, "hold_strategy_discussion"sv},
        Word{A::work_on_section47_enquiry, "work_on_section47_enquiry"sv},
        Word{A::authorise_section47_outcome, "authorise_section47_outcome"sv},
        Word{A::arrange_conference, "arrange_conference"sv},
        Word{A::chair_conference, "chair_conference"sv},
        Word{A::decide_on_chair, "decide_on_chair"sv},
        Word{A::work_on_plan, "work_on_plan"sv},
        Word{A::work_on_pre_proceedings, "work_on_pre_proceedings"sv},
        Word{A::decide_pre_proceedings, "decide_pre_proceedings"sv},
        Word{A::authorise_closure, "authorise_closure"sv},
        Word{A::decide_not_to_tell, "decide_not_to_tell"sv},
        Word{A::work_out_of_hours, "work_out_of_hours"sv},
        Word{A::read_team_work, "read_team_work"sv},
        Word{A::manage_staff, "manage_staff"sv},
        Word{A::check_returns, "check_returns"sv},
    };
};

template <>
struct kith::Words<kith::core::Reach> {
    using R = kith::core::Reach;
    static constexpr std::array all{
        Word{R::nobody, "nobody"sv},
        Word{R::own_children, "own_children"sv},
        Word{R::team, "team"sv},
        Word{R::all, "all"sv},
    };
};
