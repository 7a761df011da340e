// Commands about the database itself: its shape, its journal, the people who may sign in, and the work of a moment.
#pragma once

#include "cli/environment.h"

namespace kith::cli {

int run_migrate(Arguments arguments, const Environment& environment);
int run_journal(Arguments arguments, const Environment& environment);  ///< verify; replay --into DIR
int run_user(Arguments arguments, const Environment& environment);     ///< add; disable
int run_tick(Arguments arguments, const Environment& environment);     ///< --now: what otherwise happens every minute

}  // namespace kith::cli
