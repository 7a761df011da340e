#include "web/closure/closure_pages.h"

#include "actions/referral.h"
#include "web/closure/closure.html.h"

namespace kith::web {

using namespace core;

namespace {

Result<ClosurePage> closure_page(Visit& visit, FormState form) {
    ReferralId id = TRY(id_in_path<ReferralId>(visit));
    auto record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::referral_record(reader, visit.actor, id); }));
    FormHead head{.heading = "Propose to close: " + full_name(record.child),
                  .back = "/referrals/" + to_text(id),
                  .back_text = "Referral"};
    auto page = form_page<ClosurePage>(visit, std::move(head), std::move(form));
    for (ClosureReason each : possible_reasons(record.happened))
        if (owes_letter(each)) page.reasons.push_back({.value = std::string(word(each)), .text = says(each)});
    visit.shown = {record.child.id};
    return page;
}

Answered show(Visit& visit) {
    http::Form form;
    put_date(form, "closes_on", visit.today);
    return http::Response::html(render(TRY(closure_page(visit, FormState(form)))));
}

ProposeClosure read(FormState& form) {
    ProposeClosure command;
    if (auto reason = form.required_choice<ClosureReason>("reason", "Choose the reason.")) command.reason = *reason;
    if (auto day = form.required_date("closes_on", "Say on which day it closes.")) command.closes_on = *day;
    command.why = form.long_text("why");
    command.family_view = form.long_text("family_view");
    command.family_view_missing_why = form.text("family_view_missing_why");
    command.child_view = form.long_text("child_view");
    command.child_view_missing_why = form.text("child_view_missing_why");
    command.services_that_stay = form.long_text("services_that_stay");
    command.how_to_come_back = form.long_text("how_to_come_back");
    return command;
}

Answered propose(Visit& visit) {
    ReferralId id = TRY(id_in_path<ReferralId>(visit));
    FormState form(visit.form);
    ProposeClosure command = read(form);
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::propose_closure(work, id, command));
            return "/referrals/" + to_text(id) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(TRY(closure_page(visit, form))); });
}

}  // namespace

RouteTable closure_routes() {
    return {
        {http::Method::get, "/referrals/{id}/closure/new", {May{Act::work_on_referral}, show}},
        {http::Method::post, "/referrals/{id}/closure/new", {May{Act::work_on_referral}, propose}},
    };
}

}  // namespace kith::web
