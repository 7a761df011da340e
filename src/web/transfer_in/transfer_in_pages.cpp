#include "web/transfer_in/transfer_in_pages.h"

#include <fmt/format.h>

#include "web/transfer_in/transfer_in.html.h"

namespace kith::web {

using namespace core;

namespace {

TransferInPage::Transfer shown(const TransferIn& transfer, const std::string& recorded_by) {
    auto date = [](const std::optional<Date>& day) { return day ? long_date(*day) : ""; };
    return {"From " + transfer.from_authority,
            {fact("Told us on", long_date(transfer.told_on)), fact("Who told us", transfer.told_by, "Not known"),
             fact("Moved here on", date(transfer.moved_on), "Not known"),
             fact("On their plan since", date(transfer.plan_since), "Not known"),
             fact("Category there", transfer.category ? std::string(says(*transfer.category)) : "", "Not known"),
             fact("What their plan is about", transfer.worries, "Not known yet"),
             fact("Records", transfer.records, "Not said yet"),
             fact("Until the conference", transfer.safe_now, "Not said yet"),
             fact("Recorded by", recorded_by + ", " + long_time(transfer.recorded_at))}};
}

Result<http::Response> transfer_page(Visit& visit, FormState form, int status) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    auto view = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::transfers_in(reader, visit.actor, id); }));
    visit.shown.push_back(id);
    TransferInPage page;
    if (!form.has_errors()) set_day(form, "told_on", visit.today);
    begin(page, visit, "Moved here on another authority’s plan", "/children/" + to_text(id), std::move(form));
    page.child_name = full_name(view.child);
    for (std::size_t i = 0; i < view.transfers.size(); ++i)
        page.transfers.push_back(shown(view.transfers[i], view.recorded_by[i]));
    if (view.owed)
        page.owed = fmt::format("The conference here is to be held by {}.", weekday_and_date(view.owed->due));
    if (view.booked)
        page.booked = {"Booked for " + long_time(view.booked->starts_at), "/conferences/" + to_text(view.booked->id)};
    if (view.on_plan_here) page.on_plan_here = "This child is on a child protection plan here.";
    page.may_record = !view.owed && !view.on_plan_here && may(visit.actor.role, Act::work_on_referral);
    page.may_arrange = view.owed && !view.booked && may(visit.actor.role, Act::arrange_conference);
    return http::Response::html(render(page), status);
}

Answered show(Visit& visit) {
    return transfer_page(visit, {}, 200);
}

TransferIn read(FormState& form) {
    TransferIn transfer;
    transfer.from_authority = form.required_text("from_authority", "Name the authority the child has moved from.", 300);
    transfer.told_by = form.text("told_by", 300);
    if (auto on = form.required_date("told_on", "Say on which day they told us.")) transfer.told_on = *on;
    transfer.moved_on = form.date("moved_on");
    transfer.plan_since = form.date("plan_since");
    if (!form.value("category").empty())
        transfer.category = form.required_choice<AbuseCategory>("category", "Choose one of the categories.");
    transfer.worries = form.long_text("worries");
    transfer.records = form.long_text("records");
    transfer.safe_now = form.long_text("safe_now");
    return transfer;
}

Answered notify(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    FormState form(visit.form);
    TransferIn transfer = read(form);
    transfer.child = id;
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::notify_transfer_in(work, transfer));
            return "/children/" + to_text(id) + "/transfer-in?done=saved";
        },
        transfer_page);
}

}  // namespace

RouteTable transfer_in_routes() {
    return {
        {http::Method::get, "/children/{id}/transfer-in", {May{Act::read_child}, show}},
        {http::Method::post, "/children/{id}/transfer-in", {May{Act::work_on_referral}, notify}},
    };
}

}  // namespace kith::web
