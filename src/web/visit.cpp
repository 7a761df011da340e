#include "web/visit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "web/layout/problem.html.h"
#include "web/layout/problem_page.h"
#include "web/own_address.h"

namespace kith::web {

static std::vector<NavigationItem> staff_navigation(const Visit& visit) {
    using core::Act;
    std::vector<NavigationItem> items{{"My work", "/my-work"}};
    if (core::may(visit.actor.role, Act::read_front_door)) items.push_back({"Front door", "/front-door"});
    if (core::may(visit.actor.role, Act::read_team_work)) items.push_back({"Team", "/team-work"});
    if (core::may(visit.actor.role, Act::work_out_of_hours)) items.push_back({"Handover", "/out-of-hours"});
    if (core::may(visit.actor.role, Act::search_people)) items.push_back({"Find a person", "/people"});
    if (core::may(visit.actor.role, Act::check_returns)) items.push_back({"Census", "/returns/readiness"});
    if (core::may(visit.actor.role, Act::check_returns)) items.push_back({"Daily data", "/returns/dfe-api"});
    items.push_back({"Procedures", "/rulebook"});
    for (NavigationItem& item : items)
        item.current = visit.request.path == item.href;
    return items;
}

Layout layout_for(const Visit& visit, std::string title) {
    Layout layout;
    layout.title = std::move(title);
    layout.nonce = visit.nonce;
    layout.place = visit.authority.name;
    layout.flash = visit.flash;
    layout.news = visit.news;
    layout.printed_at = long_time(visit.now);
    if (!visit.signed_in()) return layout;
    layout.audience = Audience::staff;
    layout.saves_nothing = visit.saves_nothing;
    layout.csrf = visit.csrf;
    layout.form_page = page_of_forms(visit);
    layout.signed_in_as = visit.actor.name;
    layout.navigation = staff_navigation(visit);
    layout.home = "/my-work";
    layout.printed_by = visit.actor.name;
    layout.marking = "Official - sensitive";
    return layout;
}

std::string field(const Visit& visit, std::string_view name) {
    auto cleaned = clean_text(visit.form.get(name));
    return cleaned ? std::string(trim(*cleaned)) : std::string();
}

// "done" says what was just done; it is no part of where a page is.
static std::string without_done(const http::Form& query) {
    http::Form kept;
    for (const auto& [name, value] : query.entries())
        if (name != "done") kept.add(name, value);
    return kept.entries().empty() ? "" : "?" + http::encode_form(kept);
}

std::string page_of_forms(const Visit& visit) {
    if (visit.request.method != http::Method::post) return visit.request.path + without_done(visit.query);
    std::string page(visit.form.get("form_page"));
    return is_own_address(page) ? page : "/my-work";
}

std::string new_form_token(const Visit& visit) {
    return to_text(visit.service.ids());
}

static std::string_view title_for(Because because) {
    switch (because) {
        case Because::forbidden:
            return "You cannot do this";
        case Because::not_found:
            return "Page not found";
        case Because::conflict:
            return "This has already been done";
        case Because::stale:
            return "Somebody else changed this first";
        case Because::busy:
            return "Please try again shortly";
        case Because::invalid:
            break;
    }
    return "This could not be done";
}

int status_for(Because because) {
    switch (because) {
        case Because::forbidden:
            return 403;
        case Because::not_found:
            return 404;
        case Because::conflict:
            return 409;
        case Because::stale:
            return 409;
        case Because::busy:
            return 503;
        case Because::invalid:
            break;
    }
    return 422;
}

/// The page of the record that the address is about: "/contacts/<id>/take" belongs to "/contacts/<id>". Empty: none.
static std::string record_page(std::string_view path) {
    static constexpr std::array records{"contacts"sv,
                                        "children"sv,
                                        "people"sv,
                                        "referrals"sv,
                                        "assessments"sv,
                                        "child-in-need-plans"sv,
                                        "strategy-discussions"sv,
                                        "section-47-enquiries"sv,
                                        "conferences"sv,
                                        "child-protection-plans"sv};
    std::vector<std::string_view> parts = split(path, '/');
    if (parts.size() < 3 || std::ranges::find(records, parts[1]) == records.end()) return {};
    return parse_id(parts[2]) ? fmt::format("/{}/{}", parts[1], parts[2]) : "";
}

static std::vector<ProblemPage::Way> ways_on(const Visit& visit, Because because) {
    std::vector<ProblemPage::Way> ways;
    std::string record = because == Because::not_found ? "" : record_page(visit.request.path);
    if (!record.empty()) ways.push_back({"Go back to the record", record});
    if (visit.signed_in())
        ways.push_back({"Go to my work", "/my-work"});
    else
        ways.push_back({"Go to the start page", "/"});
    return ways;
}

http::Response refusal_page(const Visit& visit, const Refusal& refusal) {
    ProblemPage page{layout_for(visit, std::string(title_for(refusal.because))),
                     {refusal.sentence},
                     "",
                     "",
                     ways_on(visit, refusal.because)};
    if (visit.kept_at) page.kept_href = page_of_forms(visit);
    return http::Response::html(render(page), status_for(refusal.because));
}

}  // namespace kith::web
