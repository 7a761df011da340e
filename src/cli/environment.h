// What main hands to commands: the clock, ids and where to write. Nothing in cli reads them for itself.
#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <ostream>
#include <span>
#include <string>

#include "actions/service.h"
#include "base/date.h"
#include "base/id.h"
#include "cli/options.h"
#include "store/store.h"

namespace kith::cli {

using Arguments = std::span<const std::string>;

struct Environment {
    std::function<Instant()> now;
    IdSource ids;
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
};

/// Prints the refusal's sentence on err; 1.
int fail(const Environment& environment, const Refusal& refusal);

/// --database sqlite:PATH | postgresql://…, or --data DIR (short for sqlite:DIR/kith.sqlite; "data" when neither is
/// given).
Result<std::unique_ptr<store::Store>> open_database(const Options& options);

/// The service over an open store, with England's rulebook and no local policy.
actions::Service service_over(store::Store& store, const Environment& environment);

}  // namespace kith::cli
