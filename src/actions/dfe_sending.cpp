// Sends what waits, a message at a time, and notes what became of each (dfe_submissions.h).
#include <span>

#include "actions/dfe_submissions.h"
#include "actions/dfe_turn.h"
#include "base/json.h"
#include "returns/dfe_api/schema.h"

namespace kith::actions {

namespace dfe = returns::dfe_api;
using store::DfeRun, store::DfeRunEnd, store::DfeSubmission, store::SubmissionRow, store::SubmissionStatus;

namespace {

enum class Pass { first, again };  ///< again: what is still pending after a first step; errors wait for the next run

/// One child's part of a message.
struct Outgoing {
    core::PersonId child;
    std::string message;  ///< JSON
    std::string after;    ///< what is held there once it is taken; empty: nothing
};

std::vector<DfeSubmission> waiting(store::Reader& reader, Pass pass, core::PersonId after) {
    return reader.list<DfeSubmission>(
        pass == Pass::first ? "WHERE child > $1 AND status IN ('pending', 'error') ORDER BY child LIMIT $2"
                            : "WHERE child > $1 AND status = 'pending' ORDER BY child LIMIT $2",
        after, static_cast<std::int64_t>(dfe::most_children));
}

/// A message as it is sent: a JSON list.
std::string message_of(std::span<const Outgoing> batch) {
    std::string message = "[";
    for (const Outgoing& each : batch)
        message.append(message.size() > 1 ? "," : "").append(each.message);
    return message + "]";
}

// ---- What becomes of a child's row ----------------------------------------------------------------------------------

void note_taken(DfeSubmission& row, const Outgoing& outgoing, const std::string& receipt, Instant now) {
    row.accepted = outgoing.after;
    row.in_doubt.clear();
    row.receipt = receipt;
    row.sent_at = now;
    if (row.status == SubmissionStatus::not_sendable) return;  // what is to be told now is another matter
    row.error.clear();
    if (step_of(row)) {
        row.status = SubmissionStatus::pending;  // the second step, or changed meanwhile
        return;
    }
    row.status = SubmissionStatus::sent;
    row.accepted_hash = row.hash;
    if (row.row != SubmissionRow::deleted) row.row = SubmissionRow::unchanged;
}

/// Only a message that was refused and has one child alone says something about that child. When the receiver is away,
/// nothing is wrong with anybody: they go on waiting, and what it took before still stands there.
void note_not_taken(DfeSubmission& row, const dfe::Answer& answer, std::size_t children) {
    if (answer.taken != dfe::Taken::not_known) row.in_doubt.clear();
    bool at_fault = answer.taken == dfe::Taken::refused || answer.taken == dfe::Taken::too_many;
    if (!at_fault || children > 1 || row.status == SubmissionStatus::not_sendable) return;
    row.status = SubmissionStatus::error;
    row.error = answer.says;
}

// ---- One run --------------------------------------------------------------------------------------------------------

constexpr int most_passes = 4;  ///< a child takes three steps at most

class Send {
  public:
    Send(const Service& service, const Sending& sending, const DfeTurn& turn, DfeRun& run)
        : service_(service), sending_(sending), turn_(turn), run_(run) {}

    void all() {
        for (int pass = 0; pass < most_passes && !ended_; ++pass)
            if (!once(pass ? Pass::again : Pass::first)) return;
    }

  private:
    /// False: nothing was waiting.
    bool once(Pass pass) {
        bool any = false;
        core::PersonId after;
        for (;;) {
            if (must_stop()) return true;
            auto batch = next_batch(pass, after);
            if (batch.empty()) return any;
            any = true;
            after = batch.back().child;
            post(batch);
            if (ended_) return true;
        }
    }

    bool must_stop() {
        if (!ended_ && sending_.stop && sending_.stop())
            end(DfeRunEnd::stopped, "Stopped by hand; what is left is sent by the next run.");
        return ended_;
    }

    void end(DfeRunEnd how, std::string says) {
        ended_ = true;
        run_.ended_how = how;
        run_.answer = std::move(says);
    }

    /// The next children after that one whose turn it is, at most 100; they are in doubt until their answer is noted.
    std::vector<Outgoing> next_batch(Pass pass, core::PersonId after) {
        std::vector<Outgoing> batch;
        auto handed_out = service_.store.write({{}, service_.now()}, [&](store::Writer& writer) -> Result<void> {
            batch.clear();
            TRY(turn_.keep(writer));
            for (DfeSubmission& row : waiting(writer, pass, after)) {
                auto step = step_of(row);
                if (!step) {  // a build before this one found what is held there already
                    row.row = row.payload.empty() ? SubmissionRow::deleted : SubmissionRow::unchanged;
                    row.status = SubmissionStatus::sent;
                    writer.put(row);
                    continue;
                }
                row.in_doubt = json_text(step->message);
                writer.put(row);
                batch.push_back({row.child, row.in_doubt, step->after ? json_text(*step->after) : ""});
            }
            return {};
        });
        if (handed_out) return batch;
        end(DfeRunEnd::stopped, handed_out.error().sentence);
        return {};
    }

    void post(std::span<const Outgoing> batch) {
        dfe::Answer answer = sending_.post(message_of(batch), batch.size());
        ++run_.batches;
        run_.answer = answer.says;
        note(batch, answer);
        if (ended_) return;
        bool at_fault = answer.taken == dfe::Taken::refused || answer.taken == dfe::Taken::too_many;
        if (at_fault && batch.size() > 1) return halves(batch);
        if (answer.taken == dfe::Taken::yes)
            run_.sent += static_cast<int>(batch.size());
        else if (at_fault)
            ++run_.errors;
        else
            end(DfeRunEnd::failed, answer.says);
    }

    /// What the receiver said of these children, in order.
    void note(std::span<const Outgoing> batch, const dfe::Answer& answer) {
        Instant now = service_.now();
        auto noted = service_.store.write({{}, now}, [&](store::Writer& writer) -> Result<void> {
            TRY(turn_.keep(writer));
            for (std::size_t i = 0; i < batch.size(); ++i) {
                auto row = writer.find<DfeSubmission>(batch[i].child);
                if (!row) continue;
                if (answer.taken == dfe::Taken::yes)
                    note_taken(*row, batch[i], answer.receipts.at(i), now);
                else
                    note_not_taken(*row, answer, batch.size());
                writer.put(*row);
            }
            return {};
        });
        if (!noted) end(DfeRunEnd::stopped, noted.error().sentence);
    }

    void halves(std::span<const Outgoing> batch) {
        for (auto half : {batch.first(batch.size() / 2), batch.subspan(batch.size() / 2)})
            if (!must_stop()) post(half);
    }

    const Service& service_;
    const Sending& sending_;
    const DfeTurn& turn_;
    DfeRun& run_;
    bool ended_ = false;
};

}  // namespace

void each_batch(const Service& service, FunctionRef<void(const std::string& json)> visit) {
    service.store.read([&](store::Reader& reader) {
        core::PersonId after;
        for (auto rows = waiting(reader, Pass::first, after); !rows.empty();
             rows = waiting(reader, Pass::first, after)) {
            std::vector<Outgoing> batch;
            for (const DfeSubmission& row : rows)
                if (auto step = step_of(row)) batch.push_back({row.child, json_text(step->message), ""});
            if (!batch.empty()) visit(message_of(batch));
            after = rows.back().child;
        }
    });
}

Result<DfeRun> send_submissions(const Service& service, const Sending& sending) {
    DfeRun run{.id = service.ids(), .kind = store::DfeRunKind::send, .started_at = service.now(), .by = sending.by};
    auto turn = TRY(DfeTurn::take(service, run));
    Send(service, sending, *turn, run).all();
    if (run.answer.empty()) run.answer = "Nothing was waiting.";
    turn->give_back(run);
    return run;
}

}  // namespace kith::actions
