#include "web/person/characteristics_pages.h"

#include <charconv>

#include "actions/describe_person.h"
#include "actions/people.h"
#include "web/person/characteristics.html.h"
#include "web/step_form.h"

namespace kith::web {

using namespace core;

std::string ethnicity_in_words(std::string_view code) {
    const Ethnicity* found = find_ethnicity(code);
    return found ? std::string(found->says) : "";
}

std::vector<SelectItem> ethnicity_items() {
    std::vector<SelectItem> items{{"", "Nobody has asked yet"}};
    for (const Ethnicity& each : ethnicities())
        items.push_back({std::string(each.code), std::string(each.says)});
    return items;
}

namespace {

/// As people read it: "999 000 0018".
std::string spaced(const std::string& nhs_number) {
    auto number = NhsNumber::parse(nhs_number);
    return number ? number->spaced() : nhs_number;
}

FormState as_it_is(const Person& child) {
    http::Form typed;
    typed.add("version", std::to_string(child.version));
    typed.add("pupil_number", child.pupil_number);
    typed.add("no_pupil_number", child.no_pupil_number ? word(*child.no_pupil_number) : "");
    typed.add("former_pupil_number", child.former_pupil_number);
    typed.add("nhs_number", spaced(child.nhs_number));
    typed.add("nhs_trace", word(child.nhs_trace));
    put_date(typed, "nhs_trace_on", child.nhs_trace_on);
    typed.add("nhs_trace_source", child.nhs_trace_source);
    typed.add("local_number", child.local_number);
    typed.add("sex", word(child.sex));
    typed.add("ethnicity", child.ethnicity);
    for (Disability each : child.disabilities)
        typed.add("disabilities", word(each));
    typed.add("plans_elsewhere", child.plans_elsewhere ? std::to_string(*child.plans_elsewhere) : "");
    return FormState(std::move(typed));
}

std::vector<Choice> disability_items() {
    std::vector<Choice> items = choices<Disability>();
    Choice none = std::move(items.front());
    items.erase(items.begin());
    none.exclusive = true;
    items.push_back({.divider = "or"});
    items.push_back(std::move(none));
    return items;
}

Result<Person> child_in_path(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    Person child = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::child_for(reader, visit.actor, Act::record_person, id);
    }));
    visit.shown.push_back(id);
    return child;
}

std::string page_of(const Person& child, FormState form, const Visit& visit) {
    std::string name = full_name(child);
    FormHead head{.heading = "Numbers and characteristics",
                  .caption = name,
                  .back = "/children/" + to_text(child.id),
                  .back_text = name};
    auto page = form_page<CharacteristicsPage>(visit, std::move(head), std::move(form));
    page.version = page.form.value("version");
    page.unborn = child.stage == Stage::unborn;
    page.ethnicities = ethnicity_items();
    page.disabilities = disability_items();
    return render(page);
}

Answered show(Visit& visit) {
    Person child = TRY(child_in_path(visit));
    return http::Response::html(page_of(child, as_it_is(child), visit));
}

std::optional<int> plans_in(FormState& form) {
    std::string typed = form.text("plans_elsewhere", 10);
    if (typed.empty()) return std::nullopt;
    int number = 0;
    auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (fault == std::errc() && end == typed.data() + typed.size()) return number;
    form.add_error("plans_elsewhere", "Write the number of protection plans made elsewhere in digits, such as 0 or 1.");
    return std::nullopt;
}

void read_numbers(FormState& form, RecordCharacteristics& command) {
    command.pupil_number = form.text("pupil_number", 50);
    if (!form.value("no_pupil_number").empty())
        command.no_pupil_number = form.choice("no_pupil_number", NoPupilNumber::other);
    command.former_pupil_number = form.text("former_pupil_number", 50);
    command.nhs_number = form.text("nhs_number", 50);
    command.nhs_trace = form.choice("nhs_trace", NhsTrace::untraced);
    command.nhs_trace_on = form.date("nhs_trace_on");
    command.nhs_trace_source = form.text("nhs_trace_source");
}

/// Nobody is asked for numbers before birth: what is recorded stays.
void keep_numbers(const Person& child, RecordCharacteristics& command) {
    command.pupil_number = child.pupil_number;
    command.no_pupil_number = child.no_pupil_number;
    command.former_pupil_number = child.former_pupil_number;
    command.nhs_number = child.nhs_number;
    command.nhs_trace = child.nhs_trace;
    command.nhs_trace_on = child.nhs_trace_on;
    command.nhs_trace_source = child.nhs_trace_source;
}

RecordCharacteristics command_of(FormState& form, const Person& child) {
    RecordCharacteristics command;
    if (child.stage == Stage::unborn)
        keep_numbers(child, command);
    else
        read_numbers(form, command);
    command.local_number = form.text("local_number", 50);
    if (!form.value("sex").empty()) command.sex = form.choice("sex", Sex::unknown);
    command.ethnicity = form.text("ethnicity", 10);
    for (const std::string& each : form.values("disabilities"))
        if (auto disability = parse_word<Disability>(each))
            command.disabilities.push_back(*disability);
        else
            form.add_error("disabilities", "Choose kinds of disability from the list.");
    command.plans_elsewhere = plans_in(form);
    for (const Refusal& fault : faults_of(command))
        form.add(fault);
    return command;
}

Answered record(Visit& visit) {
    Person child = TRY(child_in_path(visit));
    FormState form(visit.form);
    RecordCharacteristics command = command_of(form, child);
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::record_characteristics(work, child.id, version_in(form), command));
            return "/children/" + to_text(child.id) + "?done=person-changed";
        },
        [&]() -> Result<std::string> { return page_of(child, form, visit); });
}

}  // namespace

RouteTable characteristics_routes() {
    return {
        {http::Method::get, "/children/{id}/characteristics", {May{Act::record_person}, show}},
        {http::Method::post, "/children/{id}/characteristics", {May{Act::record_person}, record}},
    };
}

}  // namespace kith::web
