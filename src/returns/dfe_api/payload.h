// What the DfE's daily API is told of one child: the whole payload, from the child's history as it stands today. Codes
// are those of the census (returns/cin/mapping.h), episodes too (returns/referral_days.h), and every id is the record's
// own, the same for ever.
//
// Left absent is what is not known, and what the record does not have: care workers (no registration numbers are
// kept), strengths and difficulties scores, placements, adoption, care leavers, asylum. Nothing is made fit: a payload
// that the schema refuses (schema.h) is kept back with its reason.
//
// Source: DfE children's social care schemas 1.0.1, and the pilot's cohort, as set down in docs/returns/dfe-api.md.
#pragma once

#include <optional>
#include <string>

#include "base/json.h"
#include "core/child_history.h"

namespace kith::returns::dfe_api {

/// What the receiver is told of: from 1 April of the financial year that holds the day 24 months ago, to tomorrow.
struct Window {
    Date first, last;
};
Window window_on(Date today);

struct Subject {
    const core::ChildHistory& history;
    std::string home_postcode;  ///< empty: not known, or the place is protected
};

/// Nothing: the child is not in the cohort (no episode in the window, 26 or over when it began, or born after it).
std::optional<boost::json::object> payload_of(const Subject& subject, const Window& window);

/// The facts alone, for hashing: without the ids of items and without purge, lists in an order of their own. Equal
/// facts give equal text, whatever the order in which they were recorded.
std::string content_of(const boost::json::object& payload);

}  // namespace kith::returns::dfe_api
