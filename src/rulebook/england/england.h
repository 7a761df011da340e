// The law of England as rows: clocks, transitions, editions, categories and facts, each with its source.
//
// To change a timescale, put a new row under the old one and end the old one's in_force; a duty keeps the clock that it
// was opened under. Sources are paraphrased: check the wording at the source before quoting it. `Evidence` says how
// well each is known, and rows that were not held against the 2026 edition of Working Together say so wherever they are
// shown.
#pragma once

#include "core/process.h"

namespace kith::rulebook {

const core::Rulebook& england();

}  // namespace kith::rulebook
