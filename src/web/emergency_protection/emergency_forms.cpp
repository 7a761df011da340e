#include "web/emergency_protection/emergency_forms.h"

#include "actions/authority.h"
#include "actions/people.h"
#include "web/emergency_protection/decision.html.h"
#include "web/emergency_protection/end.html.h"
#include "web/emergency_protection/facts.html.h"
#include "web/emergency_protection/start.html.h"
#include "web/record_form.h"

namespace kith::web {

using namespace core;

Result<actions::EmergencyView> load_emergency(Visit& visit) {
    auto id = TRY(id_in_path<EmergencyProtectionId>(visit));
    auto view = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::emergency_protection(visit.service, reader, visit.actor, id);
    }));
    visit.shown.push_back(view.child.id);
    return view;
}

namespace {

std::string address_of(const EmergencyProtection& of) {
    return "/emergency-protections/" + to_text(of.id);
}

std::vector<SelectItem> who_may_decide(const Visit& visit) {
    std::vector<SelectItem> items{{.value = "", .text = "Not known yet"}};
    for (const Staff& each : actions::look(visit.service, [](store::Reader& reader) {
             return actions::staff_who_may(reader, Act::authorise_section47_outcome);
         }))
        items.push_back({.value = to_text(each.id), .text = each.name});
    return items;
}

EmergencyFacts facts_in(FormState& form) {
    EmergencyFacts facts;
    std::string owner = form.value("owner");
    if (auto id = parse_id_as<StaffId>(owner))
        facts.owner = *id;
    else if (!owner.empty())
        form.add_error("owner", "Choose somebody from the list.");
    facts.police = form.text("police", 1'000);
    facts.court = form.text("court", 300);
    facts.court_route = form.text("court_route", 300);
    facts.sealed_until = moment(form, "sealed_until");
    facts.asked_for_by_police = form.choice("asked_for_by_police", Answer::not_known);
    facts.extended_until = moment(form, "extended_until");
    return facts;
}

// The start

struct ForChild {
    Person child;
    std::vector<EmergencyProtection> running;
};
Result<ForChild> child_in_path(Visit& visit) {
    auto id = TRY(id_in_path<PersonId>(visit));
    auto found = TRY(actions::look(visit.service, [&](store::Reader& reader) -> Result<ForChild> {
        auto child = actions::child_for(reader, visit.actor, Act::read_child, id);
        if (!child) return tl::unexpected(child.error());
        return ForChild{std::move(*child), actions::running_emergencies(reader, id)};
    }));
    visit.shown.push_back(id);
    return found;
}

StartEmergencyPage start_page(const Visit& visit, const ForChild& of, FormState form) {
    FormHead head{.heading = "Emergency protection",
                  .caption = full_name(of.child),
                  .back = "/children/" + to_text(of.child.id),
                  .back_text = "Child’s record"};
    auto page = form_page<StartEmergencyPage>(visit, std::move(head), std::move(form));
    page.owners = who_may_decide(visit);
    for (const EmergencyProtection& each : of.running)
        page.running.push_back(
            {.text = std::string(says(each.power)) + " since " + long_time(each.began_at), .href = address_of(each)});
    return page;
}

Answered show_start(Visit& visit) {
    ForChild of = TRY(child_in_path(visit));
    FormState form;
    set_moment(form, "at", visit.now);
    form.set("court_route", visit.service.policy.court_out_of_hours);
    if (may(visit.actor.role, Act::authorise_section47_outcome)) form.set("owner", to_text(visit.actor.id));
    return http::Response::html(render(start_page(visit, of, std::move(form))));
}

Answered start(Visit& visit) {
    ForChild of = TRY(child_in_path(visit));
    FormState form(visit.form);
    actions::StartEmergency command{.child = of.child.id, .start = {}, .facts = {}};
    if (auto power = form.required_choice<EmergencyPower>("power", "Say what happened.")) command.start.power = *power;
    if (auto at = required_moment(form, "at", "Say when it happened.")) command.start.at = *at;
    command.facts = facts_in(form);
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            return address_of(TRY(actions::start_emergency_protection(work, command))) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(start_page(visit, of, form)); });
}

// On what has started

struct OnEmergency : OnRecord<actions::EmergencyView> {
    static Result<Record> load(Visit& visit) { return load_emergency(visit); }
    static std::string address(const Record& record) { return address_of(record.protection); }
    static int version(const Record& record) { return record.protection.version; }
    static FormHead head(const Record& record) {
        return {.caption = full_name(record.child),
                .back = address(record),
                .back_text = std::string(says(record.protection.power))};
    }
    static actions::OfEmergency of(const FormState& form, const Record& record) {
        return {record.protection.id, version_in(form)};
    }
};

void put_moment(http::Form& form, const std::string& name, const std::optional<Instant>& at) {
    if (!at) return;
    FormState state(std::move(form));
    set_moment(state, name, *at);
    form = state.typed();
}

struct FactsForm : OnEmergency {
    using Page = EmergencyFactsPage;
    static constexpr std::string_view heading = "Who decides, the police and the court";

    static void begin(http::Form& form, const Record& record, const Visit& visit) {
        const EmergencyProtection& of = record.protection;
        const std::string& route = visit.service.policy.court_out_of_hours;
        form = http::Form{{"owner", of.owner.is_nil() ? "" : to_text(of.owner)},
                          {"police", of.police},
                          {"court", of.court},
                          {"court_route", of.court_route.empty() ? route : of.court_route},
                          {"asked_for_by_police", std::string(word(of.asked_for_by_police))}};
        put_moment(form, "sealed_until", of.sealed_until);
        put_moment(form, "extended_until", of.extended_until);
    }
    static auto read(FormState& form, const Record& record) {
        return [facts = facts_in(form), of = of(form, record)](actions::Work& work) {
            return actions::write_emergency_protection(work, of, facts);
        };
    }
};

struct DecisionForm : OnEmergency {
    using Page = OrderDecisionPage;
    static constexpr std::string_view heading = "Decide on an emergency protection order";

    static void begin(http::Form& form, const Record& record, const Visit&) {
        const EmergencyProtection& of = record.protection;
        if (of.order_decision != OrderDecision::not_yet) form.add("decision", word(of.order_decision));
        form.add("why", of.order_why);
    }
    static auto read(FormState& form, const Record& record) {
        auto decision = form.required_choice<OrderDecision>("decision", "Say what was decided.");
        std::string why = form.long_text("why");
        return [decision = decision.value_or(OrderDecision::not_yet), why, of = of(form, record)](actions::Work& work) {
            return actions::decide_on_order(work, of, decision, why);
        };
    }
};

struct EndForm : OnEmergency {
    using Page = EndEmergencyPage;
    static constexpr std::string_view heading = "How it ended";

    static void begin(http::Form& form, const Record&, const Visit& visit) { put_moment(form, "at", visit.now); }
    static void offer(Page& page, const Record& record) {
        bool police = record.protection.power == EmergencyPower::police_protection;
        for (EmergencyEnd each : all_values<EmergencyEnd>()) {
            bool offered = each != EmergencyEnd::emergency_order && (each != EmergencyEnd::discharged || !police);
            if (offered) page.ends.push_back({.value = std::string(word(each)), .text = says(each)});
        }
    }
    static auto read(FormState& form, const Record& record) {
        EndEmergencyProtection command;
        if (auto end = form.required_choice<EmergencyEnd>("end", "Say how it ended.")) command.end = *end;
        if (auto at = required_moment(form, "at", "Say when it ended.")) command.at = *at;
        command.why = form.long_text("why");
        return [command, of = of(form, record)](actions::Work& work) {
            return actions::end_emergency_protection(work, of, command);
        };
    }
};

}  // namespace

// One template shows the owners' list on two forms.
template <>
EmergencyFactsPage page_of_form<FactsForm>(const Visit& visit, const actions::EmergencyView& record, FormState form) {
    FormHead head = FactsForm::head(record);
    head.heading = FactsForm::heading;
    auto page = form_page<EmergencyFactsPage>(visit, std::move(head), std::move(form));
    page.version = std::to_string(FactsForm::version(record));
    page.is_order = record.protection.power == EmergencyPower::emergency_protection_order;
    page.owners = who_may_decide(visit);
    return page;
}

RouteTable emergency_form_routes() {
    May acts{Act::hold_strategy_discussion};
    RouteTable routes{
        {http::Method::get, "/children/{id}/emergency-protection", {acts, show_start}},
        {http::Method::post, "/children/{id}/emergency-protection", {acts, start}},
    };
    add_form<FactsForm>(routes, acts, "/emergency-protections/{id}/facts");
    add_form<DecisionForm>(routes, acts, "/emergency-protections/{id}/order");
    add_form<EndForm>(routes, acts, "/emergency-protections/{id}/end");
    return routes;
}

}  // namespace kith::web
