// A form on a record, said as what differs from form to form; its page and its two handlers are made here.
//
//     struct EndForm : OnNeedPlan {              // the record: Record, load, head, version, address
//         using Page = EndNeedPlanPage;          // a SingleForm
//         static constexpr std::string_view heading = "End the plan";
//         static void begin(http::Form& form, const Record& record, const Visit& visit);   // what stands in it at
//         first static void offer(Page& page, const Record& record);                             // what may be chosen
//         static auto read(FormState& form, const Record& record);  // the action, Result<…>(Work&); or errors
//     };
#pragma once

#include "web/routes/route.h"
#include "web/step_form.h"

namespace kith::web {

/// For forms that begin empty and offer nothing to choose from.
template <class Of>
struct OnRecord {
    using Record = Of;
    static void begin(http::Form&, const Record&, const Visit&) {}
    static void offer(SingleForm&, const Record&) {}
};

template <class F>
typename F::Page page_of_form(const Visit& visit, const typename F::Record& record, FormState form) {
    FormHead head = F::head(record);
    head.heading = F::heading;
    auto page = form_page<typename F::Page>(visit, std::move(head), std::move(form));
    page.version = std::to_string(F::version(record));
    F::offer(page, record);
    return page;
}

template <class F>
Answered show_form(Visit& visit) {
    auto record = TRY(F::load(visit));
    http::Form first;
    F::begin(first, record, visit);
    return http::Response::html(render(page_of_form<F>(visit, record, FormState(std::move(first)))));
}

/// Carries the form out and goes back to the record; or shows it again with what was typed and every error.
template <class F>
Answered send_form(Visit& visit) {
    auto record = TRY(F::load(visit));
    FormState form(visit.form);
    auto action = F::read(form, record);
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(action(work));
            return F::address(record) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(page_of_form<F>(visit, record, form)); });
}

template <class F>
void add_form(RouteTable& routes, May who, std::string_view pattern) {
    Page shown{who, [](Visit& visit) { return show_form<F>(visit); }};
    Page sent{who, [](Visit& visit) { return send_form<F>(visit); }};
    routes.push_back({http::Method::get, std::string(pattern), std::move(shown)});
    routes.push_back({http::Method::post, std::string(pattern), std::move(sent)});
}

}  // namespace kith::web
