#include "web/report/report_pages.h"

#include <fmt/format.h>

#include "web/report/about.html.h"
#include "web/report/check.html.h"
#include "web/report/children.html.h"
#include "web/report/received.html.h"
#include "web/report/worry.html.h"
#include "web/report/you.html.h"

namespace kith::web {

using namespace core;

std::string child_heading(const ReportPage& page, const ReportedChild& child) {
    if (page.is_child() && child.number == 1) return "You, or the child you are worried about";
    return page.children.size() == 1 ? "The child" : fmt::format("Child {}", child.number);
}
std::string remove_child_button(const ReportedChild& child) {
    return fmt::format("remove-child-{}", child.number);
}
std::string change_button(const std::string& step) {
    return "change-" + step;
}
std::string change_button_text(const std::string& section_title) {
    return "Change: " + section_title;
}

namespace {

Date decide_by(const Visit& visit) {
    const Clock* clock = clock_in_force(visit.service.rulebook, Duty::decide_contact, visit.today);
    CHECK(clock);
    return due(*clock, visit.now, visit.service.days, visit.service.policy).date;
}

// Office hours: a working day from 8:30 to 17:00. Outside them the out-of-hours number comes first.
bool is_out_of_hours(const Visit& visit) {
    auto minutes = london(visit.now).since_midnight.count();
    return !visit.service.days.is_working_day(visit.today) || minutes < 8 * 60 + 30 || minutes >= 17 * 60;
}

std::vector<ReportedChild> numbered_children(const ReportForm& form) {
    std::vector<ReportedChild> children;
    for (std::size_t number = 1; number <= form.child_count(); ++number)
        children.push_back({number, fmt::format("child-{}-", number), form.child_count() > 1});
    return children;
}

std::string_view title_of(ReportStep step, const ReportWords& words) {
    switch (step) {
        case ReportStep::about:
            return "Report a concern about a child, or ask for help";
        case ReportStep::children:
            return words.children_title;
        case ReportStep::worry:
            return words.worry_title;
        case ReportStep::you:
            return words.you_title;
        case ReportStep::check:
            return "Check what you have written";
    }
    return "";
}

template <class P>
P page_for(const Visit& visit, const ReportForm& form, ReportStep step) {
    P page;
    page.words = report_words(form.reporter());
    page.layout = layout_for(visit, std::string(title_of(step, page.words)));
    page.layout.error = form.state().has_errors();
    page.authority = visit.authority;
    page.read_by = weekday_and_date(decide_by(visit));
    page.out_of_hours = is_out_of_hours(visit);
    page.reporter = form.reporter();
    page.form = form.state();
    page.carried = form.carried(step);
    page.children = numbered_children(form);
    page.token = form.state().value("form_token").empty() ? new_form_token(visit) : form.state().value("form_token");
    return page;
}

SummaryRow row(std::string key, std::string value) {
    return {.key = key, .value = value.empty() ? SafeHtml("Not given") : SafeHtml(value)};
}

void add_if_given(std::vector<SummaryRow>& rows, std::string key, std::string value) {
    if (!value.empty()) rows.push_back(row(std::move(key), std::move(value)));
}

ReportCheckPage::Section about_section(const Contact& contact) {
    ReportCheckPage::Section section{"Who you are", "about", {}};
    section.rows.push_back(row("You are", std::string(says(contact.reporter))));
    section.rows.push_back(row("Is anyone in danger now?", std::string(says(contact.danger_now))));
    add_if_given(section.rows, "What the danger is", contact.danger_why);
    return section;
}

ReportCheckPage::Section children_section(const std::vector<ContactChild>& children, const ReportWords& words) {
    ReportCheckPage::Section section{words.children_title, "children", {}};
    for (const ContactChild& child : children) {
        std::string facts = name_as_reported(child);
        if (child.date_of_birth) facts += ", born " + long_date(*child.date_of_birth);
        if (child.expected_date) facts += ", due " + long_date(*child.expected_date);
        if (!child.age_or_birth.empty()) facts += ", " + child.age_or_birth;
        if (!child.address.empty()) facts += ". Lives at: " + child.address;
        if (!child.school.empty()) facts += ". School or nursery: " + child.school;
        section.rows.push_back(row(fmt::format("Child {}", child.position), facts));
    }
    if (children.empty()) section.rows.push_back(row("Children", "Not known"));
    return section;
}

ReportCheckPage::Section worry_section(const Contact& contact, const ReportWords& words) {
    return {
        words.worry_title, "worry", {row("In your words", contact.worry), row("What helps", contact.already_helps)}};
}

ReportCheckPage::Section you_section(const Contact& contact, const ReportWords& words) {
    ReportCheckPage::Section section{words.you_title, "you", {}};
    std::vector<SummaryRow>& rows = section.rows;
    rows.push_back(row("Your name", contact.reporter_name));
    add_if_given(rows, "How you know the child", contact.relation_to_child);
    add_if_given(rows, "Where you work", contact.agency);
    add_if_given(rows, "Your role", contact.agency_role);
    rows.push_back(row("Phone", contact.reporter_phone));
    rows.push_back(row("Email", contact.reporter_email));
    rows.push_back(row("How to reach you safely", contact.safe_to_reach));
    if (contact.reporter == ReporterKind::relative || contact.reporter == ReporterKind::member_of_public)
        rows.push_back(
            row("May we tell the family that it was you?", contact.may_name_reporter == Answer::not_known
                                                               ? "Ask me first"
                                                               : std::string(says(contact.may_name_reporter))));
    if (contact.reporter == ReporterKind::professional) {
        rows.push_back(row("Do the parents agree?", std::string(says(contact.consent))));
        add_if_given(rows, "Why without agreement", contact.without_consent_why);
        rows.push_back(row("Were the parents told?", std::string(says(contact.parents_told))));
        add_if_given(rows, "Why they were not told", contact.not_told_why);
        add_if_given(rows, "Advice taken", contact.advice_taken);
    }
    return section;
}

http::Response check_page(const Visit& visit, ReportForm& form) {
    auto page = page_for<ReportCheckPage>(visit, form, ReportStep::check);
    actions::ReceiveContact command = form.command();
    for (std::size_t i = 0; i < command.children.size(); ++i)
        command.children[i].position = static_cast<int>(i + 1);
    page.sections.push_back(about_section(command.contact));
    page.sections.push_back(children_section(command.children, page.words));
    page.sections.push_back(worry_section(command.contact, page.words));
    page.sections.push_back(you_section(command.contact, page.words));
    return http::Response::html(render(page));
}

http::Response show(const Visit& visit, ReportForm& form, ReportStep step) {
    switch (step) {
        case ReportStep::about:
            return http::Response::html(render(page_for<ReportAboutPage>(visit, form, step)));
        case ReportStep::children:
            return http::Response::html(render(page_for<ReportChildrenPage>(visit, form, step)));
        case ReportStep::worry:
            return http::Response::html(render(page_for<ReportWorryPage>(visit, form, step)));
        case ReportStep::you:
            return http::Response::html(render(page_for<ReportYouPage>(visit, form, step)));
        case ReportStep::check:
            return check_page(visit, form);
    }
    return show(visit, form, ReportStep::about);
}

ReportStep neighbour(ReportStep step, int way) {
    int at = static_cast<int>(step) + way;
    return static_cast<ReportStep>(std::clamp(at, 0, static_cast<int>(ReportStep::check)));
}

Answered send(Visit& visit, ReportForm& form) {
    if (auto wrong = form.first_step_in_error()) {
        http::Response page = show(visit, form, *wrong);
        page.status = 422;
        return page;
    }
    actions::ReceiveContact command = form.command();
    std::string content = http::encode_form(form.state().typed());
    auto place = actions::perform_once(visit.service, actions::the_public(), form.state().value("form_token"), content,
                                       [&](actions::Work& work) -> Result<std::string> {
                                           Contact contact = TRY(actions::receive_contact(work, command));
                                           return "/report-a-concern/received/" + contact.reference;
                                       });
    return http::Response::see_other(TRY(std::move(place)));
}

Answered start(Visit& visit) {
    ReportForm form(http::Form{}, visit.today);
    return show(visit, form, ReportStep::about);
}

/// Buttons: "next", "back", "add-child", "remove-child-2", "change-worry", "send".
Answered go_on(Visit& visit) {
    ReportForm form(visit.form, visit.today);
    ReportStep step = parse_word<ReportStep>(form.state().value("step")).value_or(ReportStep::about);
    std::string go = form.state().value("go");
    if (go == "back") return show(visit, form, neighbour(step, -1));
    if (go == "add-child") {
        form.add_child();
        return show(visit, form, ReportStep::children);
    }
    for (const ReportedChild& child : numbered_children(form))
        if (go == remove_child_button(child)) {
            form.remove_child(child.number);
            return show(visit, form, ReportStep::children);
        }
    if (go.starts_with("change-"))
        if (auto wanted = parse_word<ReportStep>(std::string_view(go).substr(7))) return show(visit, form, *wanted);
    if (go == "send") return send(visit, form);
    form.check(step);
    if (form.state().has_errors()) {
        http::Response page = show(visit, form, step);
        page.status = 422;
        return page;
    }
    return show(visit, form, neighbour(step, +1));
}

// Shown for any well-formed reference, known or not: it must not tell who has reported something.
Answered received(Visit& visit) {
    std::string reference(visit.params["reference"]);
    bool well_formed = reference.size() == 9 && reference[4] == '-' &&
                       reference.find_first_not_of("23456789BCDFGHJKMNPQRSTVWXYZ-") == std::string::npos;
    if (!well_formed) return refuse(Because::not_found, "", "There is no such page.");
    ReportReceivedPage page;
    page.layout = layout_for(visit, "Thank you for telling us");
    page.authority = visit.authority;
    page.reference = reference;
    page.decide_by = weekday_and_date(decide_by(visit));
    return http::Response::html(render(page));
}

}  // namespace

RouteTable report_routes() {
    return {
        {http::Method::get, "/report-a-concern", {Anyone{}, start}},
        {http::Method::post, "/report-a-concern", {Anyone{}, go_on}},
        {http::Method::get, "/report-a-concern/received/{reference}", {Anyone{}, received}},
    };
}

}  // namespace kith::web
