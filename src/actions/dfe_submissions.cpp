#include "actions/dfe_submissions.h"

#include <optional>

#include "actions/child_histories.h"
#include "actions/people.h"
#include "core/characteristics.h"
#include "returns/dfe_api/difference.h"
#include "returns/dfe_api/payload.h"
#include "returns/dfe_api/schema.h"
#include "store/person_store.h"
#include "store/place_store.h"
#include "store/sha256.h"

namespace kith::actions {

namespace dfe = returns::dfe_api;
using boost::json::object;
using store::DfeSubmission, store::SubmissionRow, store::SubmissionStatus, store::DfeRun;

namespace {

constexpr int lot = 200;

std::optional<object> parsed(const std::string& text) {
    if (text.empty()) return std::nullopt;
    auto json = parse_json(text);
    CHECK(json && json->is_object());
    return std::move(json->as_object());
}

std::string text_of(const std::optional<object>& payload) {
    return payload ? json_text(*payload) : std::string();
}

std::optional<dfe::Step> step_of(const DfeSubmission& row) {
    return dfe::next_step(parsed(row.accepted), parsed(row.payload), parsed(row.in_doubt));
}

/// Where the child lives, unless anybody must not know that place.
std::string home_postcode(store::Reader& reader, core::PersonId child, Date today) {
    std::string postcode;
    reader.each(
        "SELECT postcode FROM place WHERE person = $1 AND kind = 'home' AND postcode <> '' AND "
        "(from_date IS NULL OR from_date <= $2) AND (until_date IS NULL OR until_date >= $2) AND NOT EXISTS "
        "(SELECT 1 FROM place_secret WHERE place_secret.place = place.id AND place_secret.ended_at IS NULL) "
        "ORDER BY from_date, id",
        [&](const store::RowView& row) { postcode = row.text(0); }, child, today);
    return postcode;
}

/// The rows that are kept, in the order of children, a lot at a time; and what is to be written, a lot at a time.
class Refresh {
  public:
    Refresh(const Service& service, store::Reader& reader, DfeRun& run)
        : service_(service), reader_(reader), run_(run), now_(run.started_at), today_(london_date(now_)) {}

    void see(const core::ChildHistory& history);
    void end();

  private:
    const DfeSubmission* next_kept();
    void gone(DfeSubmission row);
    void found(core::PersonId child, const object& payload, const DfeSubmission* kept);
    void keep(DfeSubmission row);
    void drop(core::PersonId child);
    void write();

    const Service& service_;
    store::Reader& reader_;
    DfeRun& run_;
    Instant now_;
    Date today_;
    dfe::Window window_ = dfe::window_on(today_);
    std::vector<DfeSubmission> kept_, changed_;
    std::size_t at_ = 0;
    core::PersonId last_;
    bool no_more_ = false;
    std::vector<core::PersonId> dropped_;
};

const DfeSubmission* Refresh::next_kept() {
    if (at_ == kept_.size() && !no_more_) {
        kept_ = reader_.list<DfeSubmission>("WHERE child > $1 ORDER BY child LIMIT $2", last_, lot);
        at_ = 0;
        no_more_ = kept_.empty();
        if (!no_more_) last_ = kept_.back().child;
    }
    return at_ == kept_.size() ? nullptr : &kept_[at_];
}

void Refresh::see(const core::ChildHistory& history) {
    core::PersonId child = history.child.id;
    const DfeSubmission* kept = next_kept();
    for (; kept && kept->child < child; kept = next_kept()) {
        gone(*kept);
        ++at_;
    }
    if (kept && kept->child != child) kept = nullptr;
    if (auto payload = dfe::payload_of({history, home_postcode(reader_, child, today_)}, window_))
        found(child, *payload, kept);
    else if (kept)
        gone(*kept);
    if (kept) ++at_;
}

void Refresh::end() {
    for (const DfeSubmission* kept = next_kept(); kept; kept = next_kept()) {
        gone(*kept);
        ++at_;
    }
    write();
}

void Refresh::gone(DfeSubmission row) {
    if (row.row == SubmissionRow::deleted) return;
    ++run_.deleted;
    if (row.accepted.empty() && row.in_doubt.empty()) return drop(row.child);
    row.payload.clear();
    row.hash.clear();
    row.row = SubmissionRow::deleted;
    row.status = SubmissionStatus::pending;
    row.changed_at = now_;
    row.error.clear();
    keep(std::move(row));
}

void Refresh::found(core::PersonId child, const object& payload, const DfeSubmission* kept) {
    Bytes hash = store::sha256(dfe::content_of(payload));
    if (kept && kept->row != SubmissionRow::deleted && kept->hash == hash &&
        kept->status != SubmissionStatus::not_sendable) {
        ++run_.unchanged;
        return;
    }
    DfeSubmission row = kept ? *kept : DfeSubmission{.child = child};
    const auto& number = payload.at("la_child_id").as_string();
    row.number.assign(number.data(), number.size());
    row.payload = json_text(payload);
    row.hash = std::move(hash);
    row.changed_at = now_;
    row.error.clear();
    row.row = row.accepted.empty() ? SubmissionRow::added : SubmissionRow::updated;
    row.status = SubmissionStatus::pending;
    if (auto good = dfe::check_child(payload); !good) {
        row.status = SubmissionStatus::not_sendable;
        row.error = dfe::brief(good.error().sentence);
        ++run_.errors;
    } else if (!step_of(row)) {
        row.row = SubmissionRow::unchanged;
        row.status = SubmissionStatus::sent;
        ++run_.unchanged;
    } else {
        ++(row.row == SubmissionRow::added ? run_.added : run_.updated);
    }
    keep(std::move(row));
}

void Refresh::keep(DfeSubmission row) {
    changed_.push_back(std::move(row));
    if (changed_.size() == lot) write();
}

void Refresh::drop(core::PersonId child) {
    dropped_.push_back(child);
    if (dropped_.size() == lot) write();
}

void Refresh::write() {
    if (changed_.empty() && dropped_.empty()) return;
    (void)service_.store.write({{}, now_}, [&](store::Writer& writer) -> Result<void> {
        for (const DfeSubmission& row : changed_)
            writer.put(row);
        for (const core::PersonId& child : dropped_)
            writer.remove<DfeSubmission>(child);
        return {};
    });
    changed_.clear();
    dropped_.clear();
}

void note_run(const Service& service, DfeRun& run) {
    run.ended_at = service.now();
    (void)service.store.write({{}, run.ended_at}, [&](store::Writer& writer) -> Result<void> {
        writer.put(run);
        return {};
    });
}

std::vector<DfeSubmission> waiting(store::Reader& reader, Pass pass, core::PersonId after) {
    return reader.list<DfeSubmission>(
        pass == Pass::first ? "WHERE child > $1 AND status IN ('pending', 'error') ORDER BY child LIMIT $2"
                            : "WHERE child > $1 AND status = 'pending' ORDER BY child LIMIT $2",
        after, static_cast<std::int64_t>(dfe::most_children));
}

}  // namespace

DfeRun refresh_submissions(const Service& service, const std::string& by) {
    DfeRun run{.id = service.ids(), .kind = store::DfeRunKind::build, .started_at = service.now(), .by = by};
    service.store.read([&](store::Reader& reader) {
        Refresh refresh(service, reader, run);
        each_child_history(reader, [&](const core::ChildHistory& history) { refresh.see(history); });
        refresh.end();
    });
    note_run(service, run);
    return run;
}

// ---- Handing out ----------------------------------------------------------------------------------------------------

std::vector<Outgoing> next_batch(const Service& service, Pass pass, core::PersonId after) {
    std::vector<Outgoing> batch;
    (void)service.store.write({{}, service.now()}, [&](store::Writer& writer) -> Result<void> {
        batch.clear();
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
            batch.push_back({row.child, row.in_doubt, text_of(step->after)});
        }
        return {};
    });
    return batch;
}

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

std::string message_of(std::span<const Outgoing> batch) {
    std::string message = "[";
    for (const Outgoing& each : batch)
        message.append(message.size() > 1 ? "," : "").append(each.message);
    return message + "]";
}

// ---- Answers --------------------------------------------------------------------------------------------------------

namespace {

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

void note_error(DfeSubmission& row, const dfe::Answer& answer) {
    if (answer.taken != dfe::Taken::not_known) row.in_doubt.clear();
    row.status = SubmissionStatus::error;
    row.error = answer.says;
}

}  // namespace

void note_answer(const Service& service, std::span<const Outgoing> batch, const dfe::Answer& answer) {
    Instant now = service.now();
    (void)service.store.write({{}, now}, [&](store::Writer& writer) -> Result<void> {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            auto row = writer.find<DfeSubmission>(batch[i].child);
            if (!row) continue;
            if (answer.taken == dfe::Taken::yes)
                note_taken(*row, batch[i], answer.receipts.at(i), now);
            else if (row->status != SubmissionStatus::not_sendable)
                note_error(*row, answer);
            writer.put(*row);
        }
        return {};
    });
}

// ---- Sending --------------------------------------------------------------------------------------------------------

namespace {

constexpr int most_passes = 4;  ///< a child takes three steps at most

class Send {
  public:
    Send(const Service& service, const Sending& sending, DfeRun& run)
        : service_(service), sending_(sending), run_(run) {}

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
            auto batch = next_batch(service_, pass, after);
            if (batch.empty()) return any;
            any = true;
            after = batch.back().child;
            post(batch);
            if (ended_) return true;
        }
    }

    bool must_stop() {
        if (!ended_ && sending_.stop && sending_.stop()) {
            ended_ = true;
            run_.answer = "Stopped by hand; what is left is sent by the next run.";
        }
        return ended_;
    }

    void post(std::span<const Outgoing> batch) {
        dfe::Answer answer = sending_.post(message_of(batch), batch.size());
        ++run_.batches;
        note_answer(service_, batch, answer);
        run_.answer = answer.says;
        bool splits = answer.taken == dfe::Taken::refused || answer.taken == dfe::Taken::too_many;
        if (splits && batch.size() > 1) return halves(batch);
        if (answer.taken == dfe::Taken::yes)
            run_.sent += static_cast<int>(batch.size());
        else
            run_.errors += static_cast<int>(batch.size());
        ended_ = ended_ || answer.taken == dfe::Taken::not_taken || answer.taken == dfe::Taken::not_known;
    }

    void halves(std::span<const Outgoing> batch) {
        for (auto half : {batch.first(batch.size() / 2), batch.subspan(batch.size() / 2)})
            if (!must_stop()) post(half);
    }

    const Service& service_;
    const Sending& sending_;
    DfeRun& run_;
    bool ended_ = false;
};

}  // namespace

DfeRun send_submissions(const Service& service, const Sending& sending) {
    DfeRun run{.id = service.ids(), .kind = store::DfeRunKind::send, .started_at = service.now(), .by = sending.by};
    Send(service, sending, run).all();
    if (run.answer.empty()) run.answer = "Nothing was waiting.";
    note_run(service, run);
    return run;
}

// ---- The page -------------------------------------------------------------------------------------------------------

Result<SubmissionsNow> submissions_now(store::Reader& reader, const core::Actor& actor) {
    TRY(core::require(actor, core::Act::check_returns));
    SubmissionsNow now;
    now.runs = reader.list<DfeRun>("ORDER BY started_at DESC, id LIMIT 20");
    auto count = [&](std::string_view where) {
        return reader.scalar<std::int64_t>("SELECT count(*) FROM dfe_submission WHERE " + std::string(where))
            .value_or(0);
    };
    now.held = count("accepted <> ''");
    now.waiting = count("status IN ('pending', 'error')");
    now.with_error = count("status IN ('error', 'not_sendable')");
    for (DfeSubmission& row :
         reader.list<DfeSubmission>("WHERE status IN ('error', 'not_sendable') ORDER BY number, child LIMIT 100")) {
        auto child = reader.find<core::Person>(row.child);
        bool may = child && core::may_for_child(actor, core::Act::read_child, allocation_of(reader, *child));
        now.faults.push_back({std::move(row), may ? core::full_name(*child) : ""});
    }
    return now;
}

}  // namespace kith::actions
