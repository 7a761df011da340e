#include "web/front_door/name_child.h"

#include <fmt/format.h>

#include "actions/front_door.h"
#include "web/front_door/name_child.html.h"
#include "web/protection/fields.h"
#include "web/report/report_form.h"

namespace kith::web {

using namespace core;

namespace {

Answered page_for(Visit& visit, FormState form, int status) {
    ContactId id = TRY(id_in_path<ContactId>(visit));
    auto record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::contact_record(reader, visit.actor, id); }));
    for (const auto& child : record.children)
        if (child.person) visit.shown.push_back(child.person->id);
    NameChildPage page;
    page.layout = layout_for(visit, "Add a child to contact " + record.contact.reference);
    page.layout.error = form.has_errors();
    page.form = std::move(form);
    page.token = new_form_token(visit);
    page.contact = "/contacts/" + to_text(id);
    return http::Response::html(render(page), status);
}

Answered show(Visit& visit) {
    return page_for(visit, {}, 200);
}

Answered name(Visit& visit) {
    ContactId id = TRY(id_in_path<ContactId>(visit));
    ReportForm form(visit.form, visit.today);
    ContactChild child = form.child(1);
    auto action = [&](actions::Work& work) -> Result<std::string> {
        TRY(actions::name_child(work, id, child));
        return fmt::format("/contacts/{}?done=child-named", to_text(id));
    };
    return answered(visit, form.state(), action, page_for);
}

}  // namespace

RouteTable name_child_routes() {
    return {
        {http::Method::get, "/contacts/{id}/children/new", {May{Act::decide_contact}, show}},
        {http::Method::post, "/contacts/{id}/children/new", {May{Act::decide_contact}, name}},
    };
}

}  // namespace kith::web
