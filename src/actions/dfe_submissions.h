// What the DfE's daily API is told, and what it said: the state of every child (store/dfe_submission_store.h), brought
// up to date from the record, handed out a message at a time, and noted when the answer is there. Who talks to the
// receiver is not known here: `send_submissions` is handed something that posts a text.
//
// Crash-proof: what is on its way is noted as in doubt before it leaves, and answered or doubted afterwards; a run that
// is cut off anywhere is simply run again. Two runs at once are not prevented, and do no harm but to receipts.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "returns/dfe_api/answer.h"
#include "store/dfe_submission_store.h"

namespace kith::actions {

/// Compares every child of the record, from one snapshot, with the row that is kept. The run with its counts, noted;
/// `errors` counts payloads that the schema refuses and that are never sent.
store::DfeRun refresh_submissions(const Service& service, const std::string& by);

/// One child's part of a message.
struct Outgoing {
    core::PersonId child;
    std::string message;  ///< JSON
    std::string after;    ///< what is held there once it is taken; empty: nothing
};

enum class Pass { first, again };  ///< again: what is still pending after a first step; errors wait for the next run

/// The next children after that one whose turn it is, at most 100; they are in doubt until their answer is noted.
std::vector<Outgoing> next_batch(const Service& service, Pass pass, core::PersonId after);

/// As next_batch, but nothing is noted: to look at. Every batch to the visitor, as the JSON that would be sent first.
void each_batch(const Service& service, FunctionRef<void(const std::string& json)> visit);

/// A message as it is sent: a JSON list.
std::string message_of(std::span<const Outgoing> batch);

/// What the receiver said of these children, in order.
void note_answer(const Service& service, std::span<const Outgoing> batch, const returns::dfe_api::Answer& answer);

struct Sending {
    std::string by;
    std::function<returns::dfe_api::Answer(const std::string& json, std::size_t children)> post;
    std::function<bool()> stop;  ///< asked between messages
};

/// Sends what waits. A message that is refused is halved until the child at fault stands alone; the others go. A run
/// ends early when the receiver cannot be reached or does not let us in: what is left stays pending. The run, noted.
store::DfeRun send_submissions(const Service& service, const Sending& sending);

/// For the page: the last runs, newest first, and children with an error.
struct SubmissionsNow {
    std::vector<store::DfeRun> runs;
    std::int64_t held = 0, waiting = 0;  ///< children there; children whose turn it is
    std::int64_t with_error = 0;
    struct Fault {
        store::DfeSubmission row;
        std::string name;  ///< empty: this person may not read the child
    };
    std::vector<Fault> faults;  ///< the first 100
};
Result<SubmissionsNow> submissions_now(store::Reader& reader, const core::Actor& actor);

}  // namespace kith::actions
