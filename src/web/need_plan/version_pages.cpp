// The versions of a child in need plan: the list, and the plan as it stood.
#include <fmt/format.h>

#include <charconv>

#include "actions/need_plan_versions.h"
#include "actions/step.h"
#include "web/need_plan/need_plan_forms.h"
#include "web/need_plan/version.html.h"
#include "web/need_plan/versions.html.h"

namespace kith::web {

using namespace core;

namespace {

struct Versions {
    actions::NeedPlanRecord record;
    std::vector<actions::NeedPlanVersion> all;
    std::string address;
};

Result<Versions> versions_of(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    auto all = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::need_plan_versions(reader, visit.actor, record.plan.id);
    }));
    std::string address = "/child-in-need-plans/" + to_text(record.plan.id);
    return Versions{std::move(record), std::move(all), std::move(address)};
}

std::string when_and_who(const actions::NeedPlanVersion& version) {
    return long_time(version.at) + (version.by.empty() ? "" : ", " + version.by);
}

Answered list(Visit& visit) {
    Versions versions = TRY(versions_of(visit));
    NeedPlanVersionsPage page;
    page.child = full_name(versions.record.child);
    page.layout = layout_for(visit, "Versions of the plan: " + page.child);
    page.back = versions.address;
    for (auto version = versions.all.rbegin(); version != versions.all.rend(); ++version)
        page.versions.push_back({fmt::format("Version {}: {}", version->number, version->change),
                                 fmt::format("{}/versions/{}", versions.address, version->number),
                                 when_and_who(*version)});
    return http::Response::html(render(page));
}

Answered show(Visit& visit) {
    Versions versions = TRY(versions_of(visit));
    std::string text(visit.params["number"]);
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    if (number == 0 || number > versions.all.size()) return actions::no_such_record();
    const actions::NeedPlanVersion& version = versions.all[number - 1];
    NeedPlanVersionPage page;
    page.child = full_name(versions.record.child);
    page.title = fmt::format("Version {} of the plan", number);
    page.layout = layout_for(visit, page.title + ": " + page.child);
    page.back = versions.address + "/versions";
    page.when_and_who = version.change + ". " + when_and_who(version);
    page.is_newest = number == versions.all.size();
    page.facts = plan_facts(version.plan);
    page.members = member_rows(version.members, version.member_names);
    page.outcomes = outcomes_of(version.actions, versions.address);
    return http::Response::html(render(page));
}

}  // namespace

RouteTable need_plan_version_routes() {
    May reads{Act::read_child};
    return {
        {http::Method::get, "/child-in-need-plans/{id}/versions", {reads, list}},
        {http::Method::get, "/child-in-need-plans/{id}/versions/{number}", {reads, show}},
    };
}

}  // namespace kith::web
