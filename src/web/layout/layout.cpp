#include "web/layout/parts.h"

namespace kith::web {

std::vector<ServiceNavigationItem> navigation_of(const Layout& layout) {
    std::vector<ServiceNavigationItem> items;
    for (const NavigationItem& item : layout.navigation)
        items.push_back({.text = item.text, .href = item.href, .current = item.current});
    return items;
}

}  // namespace kith::web
