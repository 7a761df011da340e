// kith returns …: the returns to the government, from the command line. Checking needs no
// database and no data directory.
//
//     returns cin check FILE [--year 2027] [--format text|tsv|csv|json|html|xlsx] [--out FILE] [--against
//     LAST_YEAR.xml] returns cin rules --year 2027 [--changed-since 2026] [--format text|tsv] returns cin build --year
//     2027 --out FILE     from the record: cli/returns_build.h returns dfe-api build | send                 the daily
//     API: cli/dfe_api_command.h
//
// check: 0 clean or queries only, 1 errors, 2 not a census file, or none that can be read (the line and the reason on
// err). FILE may be "-". A command that is not understood: 1, a sentence on err and nothing on out, as of every
// command.
// --year chooses the rule set only; the census year is always that of the header's ReferenceDate.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "cli/environment.h"

namespace kith::cli {

/// The arguments after "returns". The exit code.
int run_returns(Arguments arguments, const Environment& environment);

/// The same without what needs a record.
int run_returns(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

}  // namespace kith::cli
