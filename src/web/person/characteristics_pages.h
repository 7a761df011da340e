// The numbers by which a child is known outside, and what the national lists ask: one form, on a page of its own.
// Numbers are checked where they are typed; nothing else waits for them.
#pragma once

#include <string>
#include <vector>

#include "web/components/choices.h"
#include "web/routes/route.h"
#include "web/step_form.h"

namespace kith::web {

struct CharacteristicsPage : SingleForm {
    bool unborn = false;
    std::vector<SelectItem> ethnicities;
    std::vector<Choice> disabilities;
};

std::string ethnicity_in_words(std::string_view code);
/// The answers of the national list, after "Nobody has asked yet".
std::vector<SelectItem> ethnicity_items();

RouteTable characteristics_routes();

}  // namespace kith::web
