#include "web/assets.h"

#include <algorithm>

#include "base/result.h"
#include "web/embedded.h"

namespace kith::web {
namespace {

const std::vector<Asset>& all() {
    static const std::vector<Asset> assets = embedded_assets();
    return assets;
}

const Asset* find_by(std::string_view Asset::*member, std::string_view wanted) {
    auto found = std::find_if(all().begin(), all().end(), [&](const Asset& asset) { return asset.*member == wanted; });
    return found == all().end() ? nullptr : &*found;
}

}  // namespace

const Asset* find_asset(std::string_view path) {
    return find_by(&Asset::path, path);
}

bool has_asset(std::string_view name) {
    return find_by(&Asset::name, name) != nullptr;
}

std::string_view asset_url(std::string_view name) {
    const Asset* asset = find_by(&Asset::name, name);
    CHECK(asset != nullptr);
    return asset->path;
}

}  // namespace kith::web
