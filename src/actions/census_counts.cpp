#include "actions/census_counts.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "actions/child_histories.h"
#include "store/census_note_store.h"
#include "store/history.h"
#include "store/journal.h"

namespace kith::actions {

using namespace core;
namespace cin = returns::cin;

namespace {

/// More Changes than this since the last count (an import): it is quicker to count everybody.
constexpr std::int64_t most_changes = 1'000;

struct OfChild {
    TeamId team;
    std::size_t episodes = 0;
    std::vector<ReadinessLine> lines;
};

using Explained = std::set<std::tuple<PersonId, std::string, std::string>>;

/// What the latest notes explain; `which` says of whom.
template <class... Values>
Explained explained_by_notes(store::Reader& reader, std::string_view which, const Values&... values) {
    Explained explained;
    for (CensusNote& each : reader.list<CensusNote>(std::string(which) + "ORDER BY written_at, id", values...)) {
        std::tuple key(each.child, std::move(each.rule), std::move(each.about));
        if (each.answer == CensusAnswer::accepted)
            explained.insert(std::move(key));
        else
            explained.erase(key);
    }
    return explained;
}

ReadinessLine line_of(const ChildHistory& history, cin::ChildFinding&& found, const Explained& explained) {
    ReadinessLine line{.rule = found.rule,
                       .child = history.child.id,
                       .team = history.child.team,
                       .worker = history.child.accountable_worker,
                       .about = std::move(found.about)};
    line.explained = explained.contains({line.child, std::string(line.rule->code), line.about});
    return line;
}

Readiness brought_together(const cin::CensusYear& year, Instant at, const std::map<PersonId, OfChild>& children) {
    Readiness ready{.year = year, .counted_at = at, .teams = {}, .lines = {}};
    std::map<TeamId, ReadinessOfTeam> teams;
    for (const auto& [id, child] : children) {
        ReadinessOfTeam& team = teams[child.team];
        team.team = child.team;
        ++team.children;
        team.episodes += child.episodes;
        ready.lines.insert(ready.lines.end(), child.lines.begin(), child.lines.end());
    }
    for (const auto& [id, team] : teams)
        ready.teams.push_back(team);
    return ready;
}

}  // namespace

/// What is known of one census year.
struct CensusCounts::Kept {
    cin::CensusYear year;
    Date day;                      ///< by which it was judged
    std::int64_t journal_end = 0;  ///< what was committed from there on is not in it
    std::map<PersonId, OfChild> children;
    std::shared_ptr<const Readiness> ready;

    void count(const ChildHistory& history, const Explained& explained, const WorkingDays& calendar) {
        cin::BuiltChild built = cin::build_child(history, year, calendar);
        if (!built.child) {
            children.erase(history.child.id);
            return;
        }
        OfChild& child = children[history.child.id];
        child = {history.child.team, built.child->episodes.size(), {}};
        for (cin::ChildFinding& each : cin::child_findings(history, built, year, day, calendar))
            child.lines.push_back(line_of(history, std::move(each), explained));
    }
    void count_all(store::Reader& reader, const WorkingDays& calendar, const CensusCounts& asks) {
        const Explained explained = explained_by_notes(reader, "");
        each_child_history(reader, [&](const ChildHistory& history) {
            asks.go_on();
            count(history, explained, calendar);
        });
    }
    /// True: somebody was counted again.
    bool count_changed(store::Reader& reader, const WorkingDays& calendar) {
        std::set<PersonId> changed;
        store::each_change_from(reader, journal_end,
                                [&](const store::PastChange& change) { changed.merge(children_of(reader, change)); });
        for (PersonId child : changed) {
            auto history = child_history(reader, child);
            if (history)
                count(*history, explained_by_notes(reader, "WHERE child = $1 ", child), calendar);
            else
                children.erase(child);
        }
        return !changed.empty();
    }
};

/// A journal that was redacted, or much was written: whom it concerns is not asked.
static bool is_beyond_following(store::Reader& reader, std::int64_t journal_end) {
    if (store::changes_from(reader, journal_end) > most_changes) return true;
    return reader
        .scalar<std::int64_t>("SELECT 1 FROM journal_entry WHERE commit_order >= $1 AND kind = $2 LIMIT 1", journal_end,
                              store::redacted)
        .has_value();
}

CensusCounts::CensusCounts(Stop stop) : stop_(std::move(stop)) {}
CensusCounts::~CensusCounts() = default;

Result<std::shared_ptr<const Readiness>> CensusCounts::count(const Service& service, const cin::CensusYear& year) {
    const std::lock_guard lock(one_at_a_time_);
    Instant now = service.now();
    std::erase_if(by_year_, [&](const auto& each) { return each.second->day != london_date(now); });
    std::unique_ptr<Kept> kept = std::move(by_year_[year.year]);
    try {
        service.store.read([&](store::Reader& reader) {
            std::int64_t end = store::journal_end(reader);
            bool changed = true;
            if (kept && !is_beyond_following(reader, kept->journal_end)) {
                changed = kept->count_changed(reader, service.days);
            } else {
                kept = std::make_unique<Kept>(Kept{year, london_date(now), end, {}, nullptr});
                kept->count_all(reader, service.days, *this);
            }
            kept->journal_end = std::max(kept->journal_end, end);
            if (changed) kept->ready = std::make_shared<Readiness>(brought_together(year, now, kept->children));
        });
    } catch (const Stopped&) {
        by_year_.erase(year.year);
        return stopped_meanwhile();
    } catch (...) {
        by_year_.erase(year.year);
        throw;
    }
    return (by_year_[year.year] = std::move(kept))->ready;
}

// ---- Whom a Change concerns -----------------------------------------------------------------------------------------

namespace {

class Concerned {
  public:
    explicit Concerned(store::Reader& reader) : reader_(reader) {}

    void row(const store::RowBody& row) {
        add(id_in(row, "child"));
        if (row.table == "person") add(id_in(row, "id"));
        if (row.table == "assessment") add_all("SELECT child FROM assessment_child WHERE assessment = $1", row, "id");
        if (row.table == "conference") add_all("SELECT child FROM conference_child WHERE conference = $1", row, "id");
        if (row.table == "plan_category") add_all("SELECT child FROM protection_plan WHERE id = $1", row, "plan");
    }
    std::set<PersonId> children;

  private:
    static std::optional<RawId> id_in(const store::RowBody& row, std::string_view column) {
        auto found = row.row.find(column);
        const auto* text = found == row.row.end() ? nullptr : std::get_if<std::string>(&found->second);
        auto id = text ? parse_id(*text) : std::nullopt;
        return id && !id->is_nil() ? id : std::nullopt;
    }
    void add(const std::optional<RawId>& child) {
        if (!child || !children.insert(PersonId(*child)).second) return;
        std::vector<RawId> twins;  // whose history begins with this child's
        reader_.each(
            "SELECT child FROM inherited_history WHERE from_person = $1 ORDER BY child",
            [&](const store::RowView& view) { twins.push_back(view.id(0)); }, *child);
        for (const RawId& twin : twins)
            add(twin);
    }
    void add_all(std::string_view sql, const store::RowBody& row, std::string_view column) {
        auto of = id_in(row, column);
        if (!of) return;
        std::vector<RawId> found;
        reader_.each(
            sql, [&](const store::RowView& view) { found.push_back(view.id(0)); }, *of);
        for (const RawId& child : found)
            add(child);
    }

    store::Reader& reader_;
};

}  // namespace

std::set<PersonId> children_of(store::Reader& reader, const store::PastChange& change) {
    Concerned concerned(reader);
    for (const store::RowBody& row : change.rows)
        concerned.row(row);
    return std::move(concerned.children);
}

tl::unexpected<Refusal> stopped_meanwhile() {
    return refuse(Because::busy, "", "Kith is being stopped. Open this page again in a few minutes.");
}

}  // namespace kith::actions
