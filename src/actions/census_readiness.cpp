#include "actions/census_readiness.h"

#include <algorithm>
#include <map>

#include "actions/authority.h"
#include "actions/census_counts.h"
#include "actions/child_histories.h"
#include "returns/cin/write.h"
#include "store/census_note_store.h"

namespace kith::actions {

using namespace core;
namespace cin = returns::cin;

Result<std::shared_ptr<const Readiness>> readiness_now(const Service& service, const cin::CensusYear& year) {
    if (service.census) return service.census->count(service, year);
    return CensusCounts().count(service, year);
}

Readiness Readiness::of(const std::optional<TeamId>& team) const {
    if (!team) return *this;
    Readiness part{.year = year, .counted_at = counted_at, .teams = {}, .lines = {}};
    std::ranges::copy_if(teams, std::back_inserter(part.teams), [&](const auto& each) { return each.team == *team; });
    std::ranges::copy_if(lines, std::back_inserter(part.lines), [&](const auto& each) { return each.team == *team; });
    return part;
}

std::size_t Readiness::children() const {
    std::size_t all = 0;
    for (const ReadinessOfTeam& each : teams)
        all += each.children;
    return all;
}

std::size_t Readiness::episodes() const {
    std::size_t all = 0;
    for (const ReadinessOfTeam& each : teams)
        all += each.episodes;
    return all;
}

Result<std::optional<TeamId>> readiness_scope(const Actor& actor) {
    TRY(require(actor, Act::check_returns));
    if (reach(actor.role, Act::check_returns) == Reach::all) return std::optional<TeamId>();
    return std::optional<TeamId>(actor.team);
}

// ---- By day ---------------------------------------------------------------------------------------------------------

constexpr std::string_view of_all_rules = "-";

/// Newest first. `which` says of which rules.
static std::vector<store::CensusDay> days_kept(store::Reader& reader, int year, const std::optional<TeamId>& team,
                                               Date from, Date until, std::string_view which) {
    auto rows = reader.list<store::CensusDay>("WHERE census_year = $1 AND day >= $2 AND day <= $3 AND " +
                                                  std::string(which) + " ORDER BY day DESC, team, rule",
                                              year, from, until);
    if (team) std::erase_if(rows, [&](const store::CensusDay& each) { return each.team != *team; });
    return rows;
}

std::vector<FiguresOfDay> figures_by_week(store::Reader& reader, int census_year, const std::optional<TeamId>& team,
                                          Date today, int weeks) {
    std::vector<FiguresOfDay> by_day;
    for (const store::CensusDay& row :
         days_kept(reader, census_year, team, today - std::chrono::days(7 * weeks), today, "rule = '-'")) {
        if (by_day.empty() || by_day.back().day != row.day) by_day.push_back({.day = row.day});
        by_day.back().children += row.children;
        by_day.back().open += row.open;
        by_day.back().explained += row.explained;
    }
    std::vector<FiguresOfDay> by_week;
    Date at = today;
    for (const FiguresOfDay& each : by_day) {
        if (each.day > at) continue;
        by_week.push_back(each);
        while (at >= each.day)
            at -= std::chrono::days(7);
    }
    return by_week;
}

std::optional<std::vector<std::pair<std::string, int>>> open_a_week_ago(store::Reader& reader, int census_year,
                                                                        const std::optional<TeamId>& team, Date today) {
    auto day = reader.scalar<Date>("SELECT max(day) FROM census_day WHERE census_year = $1 AND day <= $2", census_year,
                                   today - std::chrono::days(7));
    if (!day) return std::nullopt;
    std::map<std::string, int> by_rule;
    for (const store::CensusDay& each : days_kept(reader, census_year, team, *day, *day, "rule <> '-'"))
        by_rule[each.rule] += each.open;
    return std::vector<std::pair<std::string, int>>(by_rule.begin(), by_rule.end());
}

static std::vector<store::CensusDay> figures_of(const Readiness& all, Date today) {
    std::map<std::pair<TeamId, std::string>, store::CensusDay> rows;
    auto row = [&](TeamId team, std::string_view rule) -> store::CensusDay& {
        store::CensusDay& found = rows[{team, std::string(rule)}];
        found.census_year = all.year.year, found.day = today, found.team = team, found.rule = rule;
        return found;
    };
    for (const ReadinessOfTeam& team : all.teams)
        row(team.team, of_all_rules).children = static_cast<int>(team.children);
    for (const ReadinessLine& line : all.lines) {
        store::CensusDay &of_rule = row(line.team, line.rule->code), &of_all = row(line.team, of_all_rules);
        ++of_rule.children;
        ++(line.explained ? of_rule.explained : of_rule.open);
        ++(line.explained ? of_all.explained : of_all.open);
    }
    std::vector<store::CensusDay> figures;
    for (auto& [key, value] : rows)
        figures.push_back(std::move(value));
    return figures;
}

static bool are_kept(store::Reader& reader, int census_year, Date today) {
    return reader
        .scalar<std::int64_t>("SELECT 1 FROM census_day WHERE census_year = $1 AND day = $2 LIMIT 1", census_year,
                              today)
        .has_value();
}

void keep_figures(const Service& service, const Readiness& all, Date today) {
    if (look(service, [&](store::Reader& reader) { return are_kept(reader, all.year.year, today); })) return;
    auto figures = figures_of(all, today);
    auto kept = service.store.write({{}, service.now()}, [&](store::Writer& writer) -> Result<void> {
        for (const store::CensusDay& each : figures)
            writer.put(each);
        return {};
    });
    CHECK(kept);
}

void keep_figures_of_today(const Service& service) {
    Date today = london_date(service.now());
    auto ready = readiness_now(service, cin::census_year_on(today));
    if (ready) keep_figures(service, **ready, today);
}

// ---- The file -------------------------------------------------------------------------------------------------------

static Result<WrittenCensus> make_census_file(const Service& service, const cin::CensusYear& year) {
    return look(service, [&](store::Reader& reader) -> Result<WrittenCensus> {
        std::string number = authority_profile(reader).dfe_number;
        if (number.empty())
            return refuse(
                Because::conflict, "",
                "The record does not say the government’s number of this authority yet. Who runs Kith can make "
                "the file with “kith returns cin build --dfe-number”.");
        WrittenCensus file;
        cin::CensusWriter writer(file.xml);
        writer.begin(cin::build_header(year, {number, service.now(), ""}));
        each_child_history(reader, [&](const ChildHistory& history) {
            if (service.census) service.census->go_on();
            cin::BuiltChild built = cin::build_child(history, year, service.days);
            if (!built.child) return;
            writer.child(*built.child);
            file.children.push_back(history.child.id);
        });
        writer.end();
        return file;
    });
}

Result<WrittenCensus> census_file(const Service& service, const Actor& actor, const cin::CensusYear& year) {
    if (TRY(readiness_scope(actor)))
        return refuse(Because::forbidden, "", "The file is every team’s. Ask the data team for it.");
    try {
        return make_census_file(service, year);
    } catch (const CensusCounts::Stopped&) {
        return stopped_meanwhile();
    }
}

}  // namespace kith::actions
