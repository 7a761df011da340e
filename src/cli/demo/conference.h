// A conference of an invented family: called, prepared, held, decided, and what was decided and said sent out.
#pragma once

#include "cli/demo/help.h"
#include "core/conference.h"

namespace kith::cli {

struct ToDecide {
    core::ConferenceId conference;
    core::ConferenceDecision decision;
    core::AbuseCategory category;
    Date core_group_on;
    Date review_on;
    core::Answer transferred_in = core::Answer::no;
};

/// Called now, held and signed off on that day. False: still to come.
Result<bool> confer(World& world, const Case& open, Date on, const core::Actor& chair, ToDecide& what);

/// The minutes, written and sent now. `confer` does it itself where no plan is made: there they are short.
Result<void> minute(World& world, core::ConferenceId conference);

bool is_unborn(store::Reader& reader, core::PersonId child);

}  // namespace kith::cli
