// The style sheets and scripts, embedded at build time: nothing is read from disk and nothing comes from elsewhere.
#pragma once

#include <string_view>

namespace kith::web {

struct Asset {
    std::string_view name;  ///< "kith.css"
    std::string_view path;  ///< "/assets/kith-3f2a….css": changes with its content, so it may be kept for ever
    std::string_view content_type;  ///< "text/css; charset=utf-8"
    std::string_view bytes;
};

/// The asset served at a path, or null.
const Asset* find_asset(std::string_view path);

/// Some are there only if they could be built (the census checker needs emscripten).
bool has_asset(std::string_view name);

/// The path of an asset by name; a Bug when there is none of that name.
std::string_view asset_url(std::string_view name);

}  // namespace kith::web
