#include "actions/dfe_submissions.h"

#include <optional>

#include "actions/child_histories.h"
#include "actions/dfe_turn.h"
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

static std::optional<object> parsed(const std::string& text) {
    if (text.empty()) return std::nullopt;
    auto json = parse_json(text);
    CHECK(json && json->is_object());
    return std::move(json->as_object());
}

std::optional<dfe::Step> step_of(const DfeSubmission& row) {
    return dfe::next_step(parsed(row.accepted), parsed(row.payload), parsed(row.in_doubt));
}

namespace {

constexpr int lot = 200;

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
    Refresh(const Service& service, store::Reader& reader, DfeRun& run, const DfeTurn& turn)
        : service_(service), reader_(reader), run_(run), turn_(turn), now_(run.started_at), today_(london_date(now_)) {}

    void see(const core::ChildHistory& history);
    /// Refused where another run took over meanwhile.
    Result<void> end();

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
    const DfeTurn& turn_;
    Result<void> written_;
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
    if (!written_) return;
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

Result<void> Refresh::end() {
    for (const DfeSubmission* kept = next_kept(); kept && written_; kept = next_kept()) {
        gone(*kept);
        ++at_;
    }
    write();
    return written_;
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
    if (!written_ || (changed_.empty() && dropped_.empty())) return;
    written_ = service_.store.write({{}, service_.now()}, [&](store::Writer& writer) -> Result<void> {
        TRY(turn_.keep(writer));
        for (const DfeSubmission& row : changed_)
            writer.put(row);
        for (const core::PersonId& child : dropped_)
            writer.remove<DfeSubmission>(child);
        return {};
    });
    changed_.clear();
    dropped_.clear();
}

}  // namespace

Result<DfeRun> refresh_submissions(const Service& service, const std::string& by) {
    DfeRun run{.id = service.ids(), .kind = store::DfeRunKind::build, .started_at = service.now(), .by = by};
    auto turn = TRY(DfeTurn::take(service, run));
    TRY(service.store.read([&](store::Reader& reader) {
        Refresh refresh(service, reader, run, *turn);
        each_child_history(reader, [&](const core::ChildHistory& history) { refresh.see(history); });
        return refresh.end();
    }));
    turn->give_back(run);
    return run;
}

// ---- The page -------------------------------------------------------------------------------------------------------

Result<SubmissionsNow> submissions_now(store::Reader& reader, const core::Actor& actor, Instant at) {
    TRY(core::require(actor, core::Act::check_returns));
    SubmissionsNow now;
    now.runs = reader.list<DfeRun>("ORDER BY started_at DESC, id LIMIT 20");
    auto count = [&](std::string_view where) {
        return reader.scalar<std::int64_t>("SELECT count(*) FROM dfe_submission WHERE " + std::string(where))
            .value_or(0);
    };
    now.held = count("accepted <> ''");
    now.waiting = count("status IN ('pending', 'error')");
    now.last_taken = reader.scalar<Instant>("SELECT max(sent_at) FROM dfe_submission");
    now.last_sending =
        reader.list_first<DfeRun>("WHERE kind = $1 ORDER BY started_at DESC, id LIMIT 1", store::DfeRunKind::send);
    now.under_way = turn_now(reader, at);
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
