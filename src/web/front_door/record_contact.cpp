#include "web/front_door/record_contact.h"

#include <fmt/format.h>

#include "actions/authority.h"
#include "actions/receive_contact.h"
#include "web/front_door/record_contact.html.h"
#include "web/protection/fields.h"
#include "web/report/report_form.h"

namespace kith::web {

using namespace core;

std::string child_legend(const RecordContactPage& page, const ReportedChild& child) {
    return page.children.size() == 1 ? "The child" : fmt::format("Child {}", child.number);
}

namespace {

Answered page_for(Visit& visit, const ReportForm& form, int status) {
    RecordContactPage page;
    page.sees_front_door = may(visit.actor.role, core::Act::read_front_door);
    page.layout = layout_for(visit, "Record a contact");
    page.form = form.state();
    page.layout.error = page.form.has_errors();
    page.token = new_form_token(visit);
    for (std::size_t number = 1; number <= form.child_count(); ++number)
        page.children.push_back({number, fmt::format("child-{}-", number), form.child_count() > 1});
    auto staff = actions::look(
        visit.service, [](store::Reader& reader) { return actions::staff_who_may(reader, Act::receive_contact); });
    for (const Staff& each : staff)
        page.colleagues.push_back({to_text(each.id), each.name});
    return http::Response::html(render(page), status);
}

Answered show(Visit& visit) {
    ReportForm form(http::Form{}, visit.today);
    form.state().set("channel", "phone");
    form.state().set("heard_by", to_text(visit.actor.id));
    set_moment(form.state(), "received_at", visit.now);
    return page_for(visit, form, 200);
}

actions::ReceiveContact command_of(ReportForm& form) {
    for (ReportStep step : {ReportStep::about, ReportStep::children, ReportStep::worry, ReportStep::you})
        form.check(step);
    FormState& state = form.state();
    actions::ReceiveContact command = form.command();
    command.contact.channel =
        state.required_choice<Channel>("channel", "Choose how it reached us.").value_or(Channel::phone);
    if (command.contact.channel == Channel::web) state.add_error("channel", "Choose how it reached us.");
    command.received_at = required_moment(state, "received_at", "Give the day and the time it was received.");
    command.contact.heard_by = parse_id_as<StaffId>(state.value("heard_by"));
    return command;
}

Answered record(Visit& visit) {
    ReportForm form(visit.form, visit.today);
    std::string go = form.state().value("go");
    if (go == "add-child") {
        form.add_child();
        return page_for(visit, form, 200);
    }
    for (std::size_t number = 1; number <= form.child_count(); ++number)
        if (go == fmt::format("remove-child-{}", number)) {
            form.remove_child(number);
            return page_for(visit, form, 200);
        }
    actions::ReceiveContact command = command_of(form);
    auto action = [&](actions::Work& work) -> Result<std::string> {
        Contact contact = TRY(actions::receive_contact(work, command));
        return fmt::format("/contacts/{}?done=contact-recorded", to_text(contact.id));
    };
    auto done = TRY(posted(visit, form.state(), action));
    return done ? Answered(std::move(*done)) : page_for(visit, form, 422);
}

}  // namespace

RouteTable record_contact_routes() {
    return {
        {http::Method::get, "/contacts/new", {May{Act::receive_contact}, show}},
        {http::Method::post, "/contacts/new", {May{Act::receive_contact}, record}},
    };
}

}  // namespace kith::web
