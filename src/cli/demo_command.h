// `kith demo`: an invented council, built through the same actions that people use.
#pragma once

#include "cli/environment.h"

namespace kith::cli {

/// --data DIR | --database …, --children N (200), --seed S (1). The same seed gives the same council.
int run_demo(Arguments arguments, const Environment& environment);

}  // namespace kith::cli
