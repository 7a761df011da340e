#include "web/referral/referral_pages.h"

#include <algorithm>

#include "actions/closure.h"
#include "web/letter/letter_pages.h"
#include "web/referral/referral.html.h"
#include "web/referral/referrals.html.h"
#include "web/step_form.h"
#include "web/work/work_pages.h"

namespace kith::web {

using namespace core;

namespace {

Answered list(Visit& visit) {
    TRY(require(visit.actor, Act::read_front_door));
    auto waiting =
        actions::look(visit.service, [](store::Reader& reader) { return actions::waiting_referrals(reader); });
    ReferralsPage page{layout_for(visit, "Referrals that wait for a decision"), {}};
    for (const auto& [referral, child] : waiting) {
        page.lines.push_back({"/referrals/" + to_text(referral.id), child, long_time(referral.received_at),
                              std::string(says(referral.source))});
        visit.shown.push_back(referral.child);
    }
    return http::Response::html(render(page));
}

std::vector<SummaryRow> times_of(const Referral& referral) {
    return {fact("Received", long_time(referral.received_at) + " – the timescale starts here"),
            fact("Accepted", long_time(referral.accepted_at)),
            fact("Decided", referral.decided_at                         ? long_time(*referral.decided_at)
                            : referral.state == ReferralState::received ? "Not yet"
                                                                        : "Not known")};
}

std::vector<SummaryRow> facts_of(const actions::ReferralRecord& record) {
    const Referral& referral = record.referral;
    std::string from(says(referral.source));
    if (referral.source == ReferralSource::not_known && !referral.source_detail.empty())
        from = referral.source_detail;
    else if (!referral.source_detail.empty())
        from += ": " + referral.source_detail;
    std::vector<SummaryRow> rows{fact("From", from), fact("Main reason", std::string(says(referral.need))),
                                 fact("Now", std::string(says(referral.state)))};
    if (!record.contact_reference.empty()) rows.push_back(fact("Contact", record.contact_reference));
    if (referral.closed_on) rows.push_back(fact("Closed on", long_date(*referral.closed_on)));
    return rows;
}

std::vector<SummaryRow> decision_of(const actions::ReferralRecord& record) {
    const Referral& referral = record.referral;
    if (!referral.decision) return {};
    std::vector<SummaryRow> rows{fact("Decision", std::string(says(*referral.decision))),
                                 fact("Reasons", referral.decision_reasons),
                                 fact("Decided by", record.decided_by_name)};
    if (!referral.service.empty()) rows.push_back(fact("Service", referral.service));
    return rows;
}

/// The steps that are owed and have a form of their own.
std::vector<Action> next_steps(const actions::ReferralRecord& record, Role role) {
    std::vector<Action> steps;
    for (const OpenDuty& duty : record.duties)
        if (std::string href = duty_href(duty, role); href != record_href(duty.about, duty.record, duty.child))
            steps.push_back({.text = says(duty.duty, record.child.stage), .href = std::move(href)});
    return steps;
}

std::vector<SummaryRow> closure_of(const std::optional<Closure>& closure) {
    if (!closure) return {};
    std::vector<SummaryRow> rows{
        fact("Now", std::string(says(closure->state))), fact("Reason", std::string(says(closure->reason))),
        fact(closure->state == ClosureState::authorised ? "Closed on" : "Closes on", long_date(closure->closes_on))};
    if (!owes_letter(closure->reason)) return rows;
    rows.push_back(fact("Why", closure->why));
    rows.push_back(fact("The family’s view", said_or_why_not(closure->family_view, closure->family_view_missing_why)));
    rows.push_back(fact("The child’s view", said_or_why_not(closure->child_view, closure->child_view_missing_why)));
    rows.push_back(fact("Services that stay", closure->services_that_stay));
    rows.push_back(fact("How to come back", closure->how_to_come_back));
    if (!closure->decision_reasons.empty()) rows.push_back(fact("The manager’s reasons", closure->decision_reasons));
    return rows;
}

void fill_closing(ReferralPage& page, const Visit& visit) {
    const auto& closure = page.record.closure;
    bool waits = closure && closure->state == ClosureState::proposed;
    page.closure = closure_of(closure);
    if (waits)
        for (const Missing& each : missing_for_closure(*closure, page.record.happened))
            page.before_closing.push_back(each.sentence);
    if (closure) page.closure_href = "/closures/" + to_text(closure->id);
    page.may_close = waits && may(visit.actor.role, Act::authorise_closure) && closure->proposed_by != visit.actor.id;
    page.may_propose =
        page.record.referral.state == ReferralState::open && !waits && may(visit.actor.role, Act::work_on_referral);
}

Result<ReferralPage> referral_page(Visit& visit, ReferralId id, FormState form) {
    ReferralPage page;
    page.record = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        page.letters = letters_href(documents::LetterKind::closing, id);
        for (actions::TellingLine& line : actions::tellings_of_record(reader, id))
            page.tellings.push_back(std::move(line));
        return actions::referral_record(reader, visit.actor, id);
    }));
    begin(page, visit, "Referral: " + full_name(page.record.child), "/referrals/" + to_text(id), std::move(form));
    page.child_href = "/children/" + to_text(page.record.child.id);
    page.times = times_of(page.record.referral);
    page.facts = facts_of(page.record);
    page.decision = decision_of(page.record);
    page.next = next_steps(page.record, visit.actor.role);
    for (const auto& [sibling, name] : page.record.siblings) {
        visit.shown.push_back(sibling.child);
        if (sibling.state == ReferralState::received)
            page.same_for.push_back({.value = to_text(sibling.id), .text = name});
    }
    page.waits_for_decision = page.record.referral.state == ReferralState::received;
    page.sources = select_items<ReferralSource>();
    page.needs = select_items<PrimaryNeed>();
    fill_closing(page, visit);
    visit.shown.push_back(page.record.child.id);
    page.census = census_box_at(visit, {page.record.child.id}, RecordKind::referral, id);
    return page;
}

Answered show(Visit& visit) {
    ReferralId id = TRY(id_in_path<ReferralId>(visit));
    ReferralPage page = TRY(referral_page(visit, id, {}));
    page.form = FormState(http::Form{{"source", std::string(word(page.record.referral.source))},
                                     {"need", std::string(word(page.record.referral.need))}});
    return http::Response::html(render(page));
}

Answered decide(Visit& visit) {
    ReferralId id = TRY(id_in_path<ReferralId>(visit));
    FormState form(visit.form);
    actions::DecideReferralCommand command;
    command.referral = id;
    command.version = version_in(form);
    if (auto decision = form.required_choice<ReferralDecision>("decision", "Choose what happens for this child."))
        command.decision.decision = *decision;
    command.decision.reasons = form.long_text("reasons");
    command.decision.service = form.text("service", 300);
    command.decision.need = form.choice("need", PrimaryNeed::not_stated);
    command.source = form.choice("source", ReferralSource::not_known);
    for (const std::string& each : form.values("same_for"))
        if (auto sibling = parse_id_as<ReferralId>(each)) command.same_for.push_back(*sibling);
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            Referral referral = TRY(actions::decide_referral(work, command));
            return "/children/" + to_text(referral.child) + "?done=saved";
        },
        [&]() -> Result<std::string> {
            auto page = TRY(referral_page(visit, id, form));
            if (page.record.referral.state != ReferralState::received)
                return refuse(Because::conflict, "", "This referral is already decided. Look at it again.");
            return render(page);
        });
}

Answered decide_closure(Visit& visit) {
    ClosureId id = TRY(id_in_path<ClosureId>(visit));
    FormState form(visit.form);
    actions::DecideClosure command{id, version_in(form), form.long_text("closing_reasons")};
    bool closes = form.value("answer") == "close";
    ReferralId referral = TRY(
        actions::look(visit.service, [&](store::Reader& reader) { return actions::referral_of_closure(reader, id); }));
    auto action = [&](actions::Work& work) -> Result<std::string> {
        auto decided = closes ? actions::authorise_closure(work, command) : actions::return_closure(work, command);
        if (decided) return "/referrals/" + to_text(referral) + "?done=saved";
        Refusal refusal = decided.error();
        if (!refusal.field.empty()) refusal.field = "closing_reasons";
        return tl::unexpected(refusal);
    };
    return send(visit, form, action,
                [&]() -> Result<std::string> { return render(TRY(referral_page(visit, referral, form))); });
}

}  // namespace

RouteTable referral_routes() {
    return {
        {http::Method::get, "/referrals", {May{Act::read_front_door}, list}},
        {http::Method::get, "/referrals/{id}", {May{Act::read_child}, show}},
        {http::Method::post, "/referrals/{id}/decision", {May{Act::decide_contact}, decide}},
        {http::Method::post, "/closures/{id}/decision", {May{Act::authorise_closure}, decide_closure}},
    };
}

}  // namespace kith::web
