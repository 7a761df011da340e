#include "web/emergency_protection/emergency_protection_pages.h"

#include <fmt/format.h>

#include "web/emergency_protection/emergency_forms.h"
#include "web/emergency_protection/emergency_protection.html.h"
#include "web/step_form.h"

namespace kith::web {

using namespace core;

namespace {

std::vector<SummaryRow> facts_of(const actions::EmergencyView& view) {
    const EmergencyProtection& of = view.protection;
    bool order = of.power == EmergencyPower::emergency_protection_order;
    std::string owner = view.owner_name + (view.owner_phone.empty() ? "" : ", " + view.owner_phone);
    std::vector<SummaryRow> rows{
        fact(order ? "Made" : "Taken", long_time(of.began_at)),
        fact("Recorded", fmt::format("{}, by {}", long_time(of.recorded_at), view.recorded_by)),
        fact("Who decides", owner, "Nobody is named yet")};
    if (order) {
        rows.push_back(fact("Expires, as sealed", of.sealed_until ? long_time(*of.sealed_until) : ""));
        rows.push_back(fact("As Kith counts", hour_in_words(view.counted)));
        if (of.extended_until) rows.push_back(fact("Extended until", long_time(*of.extended_until)));
        rows.push_back(fact("Asked for by the police", std::string(says(of.asked_for_by_police))));
        rows.push_back(fact("Court and case number", of.court));
    } else {
        rows.push_back(fact("72 hours end", long_time(view.until)));
        rows.push_back(fact("Last court sitting before", view.last_sitting ? long_time(*view.last_sitting) : "",
                            "None: only the out-of-hours route is left"));
    }
    rows.push_back(fact("The police", of.police));
    rows.push_back(fact("The court, out of hours", of.court_route, "Not recorded: ask the legal team"));
    return rows;
}

std::vector<SummaryRow> decision_of(const actions::EmergencyView& view) {
    const EmergencyProtection& of = view.protection;
    if (of.power == EmergencyPower::emergency_protection_order || !of.order_decided_at) return {};
    return {fact("Decided", std::string(says(of.order_decision))),
            fact("By", view.order_decided_by + ", " + long_time(*of.order_decided_at)), fact("Reasons", of.order_why)};
}

std::vector<SummaryRow> end_of(const actions::EmergencyView& view) {
    const EmergencyProtection& of = view.protection;
    if (!of.ended_at) return {};
    std::vector<SummaryRow> rows{fact("How", std::string(says(*of.end))), fact("When", long_time(*of.ended_at)),
                                 fact("What else to know", of.ended_why)};
    if (!view.ended_by.empty()) rows.push_back(fact("Recorded by", view.ended_by));
    if (*of.ended_at > view.until)
        rows.push_back(fact("Longer than its time", "Its time was up at " + hour_in_words(view.until)));
    return rows;
}

std::vector<Action> steps_of(const actions::EmergencyView& view, const std::string& address, const std::string& child) {
    const EmergencyProtection& of = view.protection;
    std::vector<Action> steps;
    auto offer = [&](bool offered, std::string_view text, std::string href) {
        if (offered) steps.push_back({.text = text, .href = std::move(href)});
    };
    bool open = view.may_write && !of.ended_at, police = of.power == EmergencyPower::police_protection;
    offer(open && police, "Decide on an emergency protection order", address + "/order");
    offer(open && police, "The court made an emergency protection order", child + "/emergency-protection");
    offer(view.may_write, "Who decides, the police and the court", address + "/facts");
    offer(open, "Record how it ended", address + "/end");
    offer(view.may_write, "Record where the child is", "/people/" + to_text(view.child.id) + "/places");
    offer(!of.enquiry.is_nil(), "The section 47 enquiry", record_href(RecordKind::section47_enquiry, of.enquiry, {}));
    return steps;
}

Answered show(Visit& visit) {
    actions::EmergencyView view = TRY(load_emergency(visit));
    const EmergencyProtection& of = view.protection;
    EmergencyProtectionPage page;
    page.child = full_name(view.child);
    page.power = says(of.power);
    page.layout = layout_for(visit, page.power + ": " + page.child);
    page.child_href = "/children/" + to_text(view.child.id);
    if (!of.ended_at)
        page.runs = fmt::format("{}: it lasts until {}.", time_left(view.until, visit.now), hour_in_words(view.until));
    page.difference = view.difference;
    page.missing = sentences(view.missing);
    for (const EmergencyWarning& each : view.warnings)
        page.warnings.push_back({hour_in_words(each.at), each.says, each.at <= visit.now});
    for (const OpenDuty& duty : view.duties)
        page.duties.push_back(duty_line(
            {.duty = duty, .about = page.child, .stage = view.child.stage, .shown = {}, .owner_name = {}}, visit));
    page.steps = steps_of(view, "/emergency-protections/" + to_text(of.id), page.child_href);
    page.facts = facts_of(view);
    page.decision = decision_of(view);
    page.end = end_of(view);
    return http::Response::html(render(page));
}

}  // namespace

RouteTable emergency_protection_routes() {
    RouteTable routes{{http::Method::get, "/emergency-protections/{id}", {May{Act::read_child}, show}}};
    add(routes, emergency_form_routes());
    return routes;
}

}  // namespace kith::web
