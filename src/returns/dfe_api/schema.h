// Whether the receiver takes a message: every rule of its published schema, at every level (unknown members, lengths,
// patterns, dates, counts, repeats, what is mandatory). Asked before anything is sent, so that one child's slip is
// known here, with its reason, and holds nobody else back.
//
// Source: DfE children's social care schemas 1.0.1 (19 May 2026), as set down in docs/returns/dfe-api.md. Codes are
// checked by length only, as there.
#pragma once

#include <cstddef>

#include "base/json.h"

namespace kith::returns::dfe_api {

inline constexpr std::size_t most_children = 100;  ///< of one message

/// One child, whole or in part. The refusal names the place and what is wrong: "child_details.postcode: longer than 8
/// characters."
Result<void> check_child(const boost::json::value& child);

/// A message: a list of 1 to 100 children. The refusal begins with the child's place: "[3] child_details.sex: …".
Result<void> check_message(const boost::json::value& message);

}  // namespace kith::returns::dfe_api
