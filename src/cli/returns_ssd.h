// kith returns ssd --out DIR [--with-protected-places]: the Standard Safeguarding Dataset from the record.
//
// One snapshot, written to 48 files ssd_….csv and one ssd.sqlite in DIR, each beside its name and put in place when all
// are whole. A file of an earlier run is replaced; nothing else in DIR is touched. DIR is made when it is not there,
// for its owner alone. Prints the rows of each table and how many protected places were left out. 0 when written; 1
// with a sentence when not.
#pragma once

#include "cli/environment.h"

namespace kith::cli {

/// The arguments after "ssd".
int run_returns_ssd(Arguments arguments, const Environment& environment);

}  // namespace kith::cli
