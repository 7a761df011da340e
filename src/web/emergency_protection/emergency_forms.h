// The forms of emergency protection: the start, what is completed afterwards, the decision on an order, the end.
#pragma once

#include "web/emergency_protection/emergency_protection_pages.h"

namespace kith::web {

Result<actions::EmergencyView> load_emergency(Visit& visit);

RouteTable emergency_form_routes();

}  // namespace kith::web
