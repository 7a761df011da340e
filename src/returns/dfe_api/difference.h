// What to send next so that the receiver holds what we hold. The receiver merges by id: what is left out stays as it
// was there, and "purge": true empties what it stands in.
//
// The rule: la_child_id, mis_child_id and child_details always; else only what differs. Items are matched by their own
// id: a new one goes whole, a changed one with its id and what changed, a vanished one as {id, purge: true}. A fact
// that was told and is not known any more (a closing date taken back) cannot be told by leaving it out: what holds it
// is emptied first and told anew in the next step.
#pragma once

#include <optional>
#include <string_view>

#include "base/json.h"

namespace kith::returns::dfe_api {

/// One message about a child, and what the receiver holds once it has taken it (nothing: no such child).
struct Step {
    boost::json::object message;
    std::optional<boost::json::object> after;
};

/// Nothing: both are the same. Repeated with `after` it ends after at most two steps, three where the child's own
/// number changed. Sent twice, a step does no harm.
std::optional<Step> next_step(const std::optional<boost::json::object>& accepted,
                              const std::optional<boost::json::object>& current);

/// The same after a message whose answer nobody knows. Said again it does no harm; but where another message is due
/// now, nobody knows what is held there: everything of the child is taken back first, and told anew in the next step.
std::optional<Step> next_step(const std::optional<boost::json::object>& accepted,
                              const std::optional<boost::json::object>& current,
                              const std::optional<boost::json::object>& in_doubt);

/// The member by which an item of a list is known: "child_in_need_plan_id" in "child_in_need_plans"; empty for lists
/// that are sent whole.
std::string_view id_of_items(std::string_view list);

}  // namespace kith::returns::dfe_api
