// What the build embedded: the table behind assets.h, written by kith-embed.
#pragma once

#include <vector>

#include "web/assets.h"

namespace kith::web {

std::vector<Asset> embedded_assets();

}  // namespace kith::web
