// What the DfE's daily API is told, and what it said: the state of every child (store/dfe_submission_store.h), brought
// up to date from the record, handed out a message at a time, and noted when the answer is there. Who talks to the
// receiver is not known here: `send_submissions` is handed something that posts a text.
//
// Crash-proof: what is on its way is noted as in doubt before it leaves, and answered or doubted afterwards; a run that
// is cut off anywhere is simply run again. One run at a time (dfe_turn.h): a second one says so and does nothing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "returns/dfe_api/answer.h"
#include "returns/dfe_api/difference.h"
#include "store/dfe_submission_store.h"

namespace kith::actions {

/// Compares every child of the record, from one snapshot, with the row that is kept. The run with its counts, noted;
/// `errors` counts payloads that the schema refuses and that are never sent. Refused while another run goes on.
Result<store::DfeRun> refresh_submissions(const Service& service, const std::string& by);

/// What to send next of a child, worked out from what is kept; nothing: it is all held there.
std::optional<returns::dfe_api::Step> step_of(const store::DfeSubmission& row);

/// Every message as it would be sent first, to look at: nothing is noted.
void each_batch(const Service& service, FunctionRef<void(const std::string& json)> visit);

struct Sending {
    std::string by;
    std::function<returns::dfe_api::Answer(const std::string& json, std::size_t children)> post;
    std::function<bool()> stop;  ///< asked between messages
};

/// Sends what waits, at most 100 children in a message. A message that is refused is halved until the child at fault
/// stands alone; the others go. A run fails as a whole when the receiver cannot be reached, does not let us in or gives
/// no answer to be sure of: what is left waits, and no child is blamed. The run, noted; refused while another goes on.
Result<store::DfeRun> send_submissions(const Service& service, const Sending& sending);

/// For the page: the last runs, newest first, and children with an error.
struct SubmissionsNow {
    std::vector<store::DfeRun> runs;
    std::optional<store::DfeRun> last_sending;
    std::optional<store::DfeTurn> under_way;
    std::optional<Instant> last_taken;
    std::int64_t held = 0, waiting = 0;  ///< children there; children whose turn it is
    std::int64_t with_error = 0;
    struct Fault {
        store::DfeSubmission row;
        std::string name;  ///< empty: this person may not read the child
    };
    std::vector<Fault> faults;  ///< the first 100
};
Result<SubmissionsNow> submissions_now(store::Reader& reader, const core::Actor& actor, Instant at);

}  // namespace kith::actions
