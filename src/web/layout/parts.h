// What layout.html asks for beside the view model. For that template only.
#pragma once

#include <string>
#include <vector>

#include "web/components/navigation.h"
#include "web/layout/layout.h"

namespace kith::web {

SafeHtml product_name(const std::string& place);
/// To the exit button, for the keyboard.
SafeHtml exit_skip_link(const std::string& to);
std::vector<ServiceNavigationItem> navigation_of(const Layout& layout);

}  // namespace kith::web
