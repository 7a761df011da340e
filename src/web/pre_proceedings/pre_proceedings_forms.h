// The forms of pre-proceedings: start, letter, meetings, end, steps to the court.
#pragma once

#include "web/pre_proceedings/pre_proceedings_pages.h"

namespace kith::web {

Result<actions::PreProceedingsRecord> load_pre_proceedings(Visit& visit);

RouteTable pre_proceedings_form_routes();

}  // namespace kith::web
