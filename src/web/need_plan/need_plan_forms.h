// The forms of a child in need plan: meeting, answers, actions, visits, reviews, end.
#pragma once

#include "web/need_plan/need_plan_pages.h"

namespace kith::web {

Result<actions::NeedPlanRecord> load_need_plan(Visit& visit);

RouteTable need_plan_form_routes();

}  // namespace kith::web
