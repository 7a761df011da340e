#include "web/returns/readiness_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "actions/authority.h"
#include "actions/census_readiness.h"
#include "actions/census_recording.h"
#include "actions/people.h"
#include "actions/step.h"
#include "returns/cin/report.h"
#include "web/assets.h"
#include "web/returns/census_box.h"
#include "web/returns/readiness.html.h"
#include "web/returns/readiness_children.html.h"
#include "web/step_form.h"

namespace kith::web {

using namespace core;
namespace cin = returns::cin;

namespace {

constexpr int weeks_shown = 8;
constexpr std::size_t most_children = 200;

/// This census year, or with ?year= the one before: it is being finished until the summer.
cin::CensusYear year_asked(const Visit& visit) {
    cin::CensusYear now = cin::census_year_on(visit.today);
    bool last = visit.query.get("year") == std::to_string(now.year - 1);
    return last ? cin::census_year(now.year - 1) : now;
}

bool is_error(const cin::Rule& rule) {
    return rule.severity() == cin::Severity::error;
}

/// Everything that the page needs of the record.
struct Looked {
    std::shared_ptr<const actions::Readiness> all;
    actions::Readiness own;
    std::optional<TeamId> scope;
    std::optional<std::vector<std::pair<std::string, int>>> week_ago;
    std::vector<actions::FiguresOfDay> weeks;
    std::vector<actions::CensusNoteView> notes;
    std::map<StaffId, std::string> workers;
    std::map<TeamId, std::string> teams;
};

Result<Looked> look_at(const Visit& visit, const cin::CensusYear& year) {
    auto scope = TRY(actions::readiness_scope(visit.actor));
    Looked looked;
    looked.all = TRY(actions::readiness_now(visit.service, year));
    looked.own = looked.all->of(scope);
    looked.scope = scope;
    return actions::look(visit.service, [&](store::Reader& reader) {
        looked.week_ago = actions::open_a_week_ago(reader, year.year, scope, visit.today);
        looked.weeks = actions::figures_by_week(reader, year.year, scope, visit.today, weeks_shown);
        looked.notes = actions::waiting_notes(reader, visit.actor);
        for (const actions::ReadinessLine& each : looked.own.lines)
            if (auto [at, is_new] = looked.workers.try_emplace(each.worker); is_new)
                at->second = actions::staff_name(reader, each.worker);
        for (const Team& each : actions::teams(reader))
            looked.teams[each.id] = each.name;
        return std::move(looked);
    });
}

std::string changed(int now, int before) {
    if (now == before) return "The same";
    return now > before ? fmt::format("{} more", now - before) : fmt::format("{} fewer", before - now);
}

void fill_rules(ReadinessPage& page, const Looked& looked) {
    std::map<const cin::Rule*, ReadinessPage::RuleLine> by_rule;
    for (const actions::ReadinessLine& each : looked.own.lines)
        ++(each.explained ? by_rule[each.rule].explained : by_rule[each.rule].open);
    std::map<std::string, int> before;
    if (looked.week_ago) before.insert(looked.week_ago->begin(), looked.week_ago->end());
    for (auto& [rule, line] : by_rule) {
        line.sentence = rule->explain;
        line.rule = fmt::format("{} {}", is_error(*rule) ? "Error" : "Query", rule->code);
        line.href = fmt::format("/returns/readiness/children?rule={}&year={}", rule->code, looked.own.year.year);
        if (looked.week_ago) line.change = changed(int(line.open), before[std::string(rule->code)]);
        page.rules.push_back(std::move(line));
    }
    std::ranges::sort(page.rules, [](const auto& a, const auto& b) {
        return std::tuple(b.open, a.rule) < std::tuple(a.open, b.rule);
    });
}

void fill_workers(ReadinessPage& page, const Looked& looked) {
    std::map<std::pair<TeamId, StaffId>, ReadinessPage::WorkerLine> by_worker;
    for (const actions::ReadinessLine& each : looked.own.lines) {
        if (each.explained) continue;
        auto& line = by_worker[{each.team, each.worker}];
        ++(is_error(*each.rule) ? line.errors : line.queries);
    }
    for (auto& [who, line] : by_worker) {
        auto team = looked.teams.find(who.first);
        line.team = team == looked.teams.end() ? "Open to no team now" : team->second;
        line.name = who.second.is_nil() ? "Nobody now" : looked.workers.at(who.second);
        line.href =
            fmt::format("/returns/readiness/children?worker={}&year={}", to_text(who.second), looked.own.year.year);
        page.workers.push_back(std::move(line));
    }
    std::ranges::sort(page.workers, {}, [](const auto& each) { return std::pair(each.team, each.name); });
}

void fill_notes(ReadinessPage& page, Visit& visit, const Looked& looked) {
    for (const actions::CensusNoteView& each : looked.notes) {
        ReadinessPage::NoteLine line;
        line.child = each.may_read_child ? full_name(each.child) : "Census number " + reported_number(each.child);
        for (const cin::Rule* rule : cin::all_rules())
            if (rule->code == each.note.rule) line.sentence = rule->explain;
        line.written = fmt::format("{}, {}", each.written_by, long_date(london_date(each.note.written_at)));
        line.href = "/returns/notes/" + to_text(each.note.id);
        page.notes.push_back(std::move(line));
        visit.shown.push_back(each.child.id);
    }
}

std::string since_last_week(const Looked& looked, std::size_t open) {
    if (!looked.week_ago) return "No figures are kept from a week ago yet.";
    int before = 0;
    for (const auto& [rule, count] : *looked.week_ago)
        before += count;
    return fmt::format("{} than a week ago ({} then).",
                       int(open) == before ? "No other number" : changed(int(open), before), before);
}

void fill_figures(ReadinessPage& page, const Looked& looked) {
    std::size_t errors = 0, queries = 0, explained = 0;
    for (const actions::ReadinessLine& each : looked.own.lines)
        ++(each.explained ? explained : is_error(*each.rule) ? errors : queries);
    page.figures = {fact("Children", std::to_string(looked.own.children())),
                    fact("Episodes", std::to_string(looked.own.episodes())), fact("Errors", std::to_string(errors)),
                    fact("Queries", std::to_string(queries)), fact("Explained", std::to_string(explained))};
    page.counted = fmt::format("Counted on {}. Nothing that the census asks has been recorded since.",
                               long_time(looked.own.counted_at));
    page.since = since_last_week(looked, errors + queries);
    for (const actions::FiguresOfDay& each : looked.weeks)
        page.weeks.push_back({long_date(each.day), each.children, each.open, each.explained});
}

void fill_years(ReadinessPage& page, const Visit& visit, const cin::CensusYear& year) {
    int now = cin::census_year_on(visit.today).year;
    int other = year.year == now ? now - 1 : now;
    page.year = cin::census_name(year.year);
    page.other_year = cin::census_name(other);
    page.other_year_href = fmt::format("/returns/readiness?year={}", other);
    if (year.year >= cin::provisional_from) page.provisional = std::string(cin::provisional_note);
}

Answered show(Visit& visit) {
    cin::CensusYear year = year_asked(visit);
    Looked looked = TRY(look_at(visit, year));
    actions::keep_figures(visit.service, *looked.all, visit.today);
    ReadinessPage page;
    page.layout = layout_for(visit, "How ready the census is");
    fill_years(page, visit, year);
    page.whose = looked.scope ? looked.teams[*looked.scope] : "Every team";
    fill_figures(page, looked);
    fill_rules(page, looked);
    fill_workers(page, looked);
    fill_notes(page, visit, looked);
    if (!looked.scope) page.file_href = fmt::format("/returns/readiness/file?year={}", year.year);
    page.may_check_file = has_asset("checker.js");
    return http::Response::html(render(page));
}

// ---- The children behind a number -----------------------------------------------------------------------------------

struct Chosen {
    std::string rule;
    std::optional<StaffId> worker;

    bool holds(const actions::ReadinessLine& line) const {
        return (rule.empty() || line.rule->code == rule) && (!worker || (line.worker == *worker && !line.explained));
    }
};

ReadinessChildrenPage::Line child_line(const actions::ReadinessLine& line, const Person& child, std::string worker) {
    return {.href = "/children/" + to_text(child.id),
            .name = full_name(child),
            .sentence = std::string(line.rule->explain),
            .about = cin::about_in_words(line.about),
            .worker = worker.empty() ? "Nobody now" : std::move(worker),
            .explained = line.explained};
}

Answered children(Visit& visit) {
    auto scope = TRY(actions::readiness_scope(visit.actor));
    cin::CensusYear year = year_asked(visit);
    Chosen chosen{std::string(visit.query.get("rule")), parse_id_as<StaffId>(visit.query.get("worker"))};
    ReadinessChildrenPage page{.layout = layout_for(visit, "Children behind the number")};
    page.back = fmt::format("/returns/readiness?year={}", year.year);
    auto ready = TRY(actions::readiness_now(visit.service, year));
    actions::look(visit.service, [&](store::Reader& reader) {
        for (const auto& line : ready->of(scope).lines) {
            if (!chosen.holds(line)) continue;
            if (!chosen.rule.empty()) page.rule = rule_in_full(*line.rule);
            if (page.lines.size() == most_children) {
                ++page.more;
            } else if (auto child = actions::child_for(reader, visit.actor, Act::read_child, line.child)) {
                page.lines.push_back(child_line(line, *child, actions::staff_name(reader, line.worker)));
                visit.shown.push_back(child->id);
            } else {
                ++page.not_shown;
            }
        }
    });
    return http::Response::html(render(page));
}

// ---- The file -------------------------------------------------------------------------------------------------------

Answered file(Visit& visit) {
    cin::CensusYear year = year_asked(visit);
    auto made = TRY(actions::census_file(visit.service, visit.actor, year));
    visit.shown = std::move(made.children);
    visit.purpose = "census file";
    http::Response response;
    response.content_type = "application/xml";
    response.body = std::move(made.xml);
    return std::move(response).with("Content-Disposition",
                                    fmt::format("attachment; filename=\"cin-{}.xml\"", year.year));
}

}  // namespace

RouteTable readiness_routes() {
    return {
        {http::Method::get, "/returns/readiness", {May{Act::check_returns}, show}},
        {http::Method::get, "/returns/readiness/children", {May{Act::check_returns}, children}},
        {http::Method::get, "/returns/readiness/file", {May{Act::check_returns}, file}},
    };
}

}  // namespace kith::web
