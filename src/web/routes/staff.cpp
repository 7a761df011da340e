// What a person must be signed in for. Each noun declares its own routes beside its pages.
#include "web/assessment/assessment_pages.h"
#include "web/birth/birth_pages.h"
#include "web/child/child_pages.h"
#include "web/child/worker_pages.h"
#include "web/closure/closure_pages.h"
#include "web/conference/conference_pages.h"
#include "web/draft/draft_pages.h"
#include "web/emergency_protection/emergency_protection_pages.h"
#include "web/front_door/front_door_pages.h"
#include "web/front_door/name_child.h"
#include "web/front_door/record_contact.h"
#include "web/letter/letter_pages.h"
#include "web/need_plan/need_plan_pages.h"
#include "web/out_of_hours/out_of_hours_pages.h"
#include "web/person/characteristics_pages.h"
#include "web/person/person_pages.h"
#include "web/person/place_pages.h"
#include "web/pre_proceedings/pre_proceedings_pages.h"
#include "web/protection_plan/plan_pages.h"
#include "web/referral/referral_pages.h"
#include "web/reporter/reporter_pages.h"
#include "web/returns/check_pages.h"
#include "web/returns/dfe_api_pages.h"
#include "web/returns/explain_pages.h"
#include "web/returns/readiness_pages.h"
#include "web/routes/route.h"
#include "web/section47/section47_pages.h"
#include "web/strategy_discussion/strategy_pages.h"
#include "web/telling/telling_pages.h"
#include "web/transfer_in/transfer_in_pages.h"
#include "web/work/work_pages.h"

namespace kith::web {

RouteTable staff_routes() {
    RouteTable routes;
    add(routes, work_routes());
    add(routes, draft_routes());
    add(routes, front_door_routes());
    add(routes, record_contact_routes());
    add(routes, name_child_routes());
    add(routes, reporter_routes());
    add(routes, person_routes());
    add(routes, relation_routes());
    add(routes, place_routes());
    add(routes, characteristics_routes());
    add(routes, child_routes());
    add(routes, child_worker_routes());
    add(routes, transfer_in_routes());
    add(routes, referral_routes());
    add(routes, assessment_routes());
    add(routes, assessment_section_routes());
    add(routes, need_plan_routes());
    add(routes, closure_routes());
    add(routes, telling_routes());
    add(routes, letter_routes());
    add(routes, strategy_discussion_routes());
    add(routes, section47_routes());
    add(routes, emergency_protection_routes());
    add(routes, out_of_hours_routes());
    add(routes, conference_routes());
    add(routes, protection_plan_routes());
    add(routes, pre_proceedings_routes());
    add(routes, birth_routes());
    add(routes, check_routes());
    add(routes, readiness_routes());
    add(routes, explain_routes());
    add(routes, dfe_api_routes());
    return routes;
}

}  // namespace kith::web
