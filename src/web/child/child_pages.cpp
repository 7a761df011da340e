#include "web/child/child_pages.h"

#include <fmt/format.h>

#include "actions/authority.h"
#include "actions/people.h"
#include "core/birth.h"
#include "core/inherited.h"
#include "web/child/child.html.h"
#include "web/front_door/front_door_pages.h"
#include "web/person/characteristics_pages.h"
#include "web/protection/fields.h"
#include "web/step_form.h"

namespace kith::web {

using namespace core;

namespace {

SummaryRow row(std::string key, std::string value) {
    return {.key = key, .value = value.empty() ? SafeHtml("Not recorded") : SafeHtml(value)};
}

std::vector<SummaryRow> facts_of(const Person& child) {
    std::string born = child.date_of_birth ? long_date(*child.date_of_birth) : "";
    if (child.birth_date_is == BirthDateIs::estimated) born += " (estimated)";
    std::vector<SummaryRow> rows;
    if (child.stage == Stage::unborn)
        rows.push_back(row("Baby due", child.expected_date ? long_date(*child.expected_date) : ""));
    else
        rows.push_back(row("Date of birth", born));
    rows.push_back(row("First language", child.first_language));
    rows.push_back(row("Communication", child.communication));
    rows.push_back(row("Safe ways to reach the child", child.safe_to_contact));
    return rows;
}

std::string disabilities_of(const Person& child) {
    std::string text;
    for (Disability each : child.disabilities)
        text += (text.empty() ? "" : ", ") + std::string(says(each));
    return text.empty() && child.disabled ? "Yes; how is not recorded" : text;
}

/// What is filled, and what everybody asks for.
std::vector<SummaryRow> characteristics_of(const Person& child) {
    std::vector<SummaryRow> rows;
    auto if_filled = [&](std::string key, std::string value) {
        if (!value.empty()) rows.push_back(row(std::move(key), std::move(value)));
    };
    if (child.stage != Stage::unborn) rows.push_back(row("Sex", std::string(says(child.sex))));
    rows.push_back(row("Ethnicity", ethnicity_in_words(child.ethnicity)));
    rows.push_back(row("Disabilities", disabilities_of(child)));
    auto nhs_number = NhsNumber::parse(child.nhs_number);
    rows.push_back(
        row("NHS number", nhs_number ? fmt::format("{}. {}", nhs_number->spaced(), says(child.nhs_trace)) : ""));
    rows.push_back(row("Unique pupil number", !child.pupil_number.empty() ? child.pupil_number
                                              : child.no_pupil_number     ? std::string(says(*child.no_pupil_number))
                                                                          : ""));
    if_filled("Former unique pupil number", child.former_pupil_number);
    if_filled("The authority’s own number", child.local_number);
    if (child.plans_elsewhere) if_filled("Protection plans elsewhere", std::to_string(*child.plans_elsewhere));
    return rows;
}

std::vector<SummaryRow> family_of(const std::vector<actions::KnownRelation>& relations, bool may_change) {
    std::vector<SummaryRow> rows;
    for (const actions::KnownRelation& known : relations) {
        std::string text = full_name(known.other);
        if (known.relation.responsibility == ParentalResponsibility::yes)
            text += fmt::format(". Parental responsibility ({})", known.relation.responsibility_source.empty()
                                                                      ? "source not recorded"
                                                                      : known.relation.responsibility_source);
        if (!known.other.phone.empty()) text += ". " + known.other.phone;
        if (known.relation.until) text += fmt::format(". Until {}", long_date(*known.relation.until));
        std::string name = full_name(known.other);
        SummaryRow line = row(std::string(says(known.relation.kind)), text);
        line.actions = {{.text = "Open", .href = "/people/" + to_text(known.other.id), .hidden = name}};
        if (may_change)
            line.actions.push_back(
                {.text = "Change", .href = "/relations/" + to_text(known.relation.id), .hidden = name});
        rows.push_back(std::move(line));
    }
    return rows;
}

/// Where a line of the timeline leads: to its record, unless that is this page, or one that this person may not open.
std::string href_of(const actions::TimelineLine& line, const PersonId& child, Role role) {
    if (line.about == RecordKind::contact && !may(role, Act::read_front_door)) return "";
    std::string href = record_href(line.about, line.record, child);
    return href == record_href(RecordKind::person, child, child) ? "" : href;
}

/// Says the record's own texts: it lasts no longer than the record.
Timeline timeline_of(const actions::ChildRecord& record, Role role) {
    Timeline timeline{.empty = "Nothing is recorded on the timeline yet."};
    timeline.items.reserve(record.timeline.size());
    for (const actions::TimelineLine& line : record.timeline)
        timeline.items.push_back({.title = line.title,
                                  .byline = line.recorded_by.empty() ? "the public form" : line.recorded_by,
                                  .at = line.at,
                                  .words = line.text,
                                  .href = timeline.texts.keep(href_of(line, record.child.id, role))});
    return timeline;
}

IdentityBar identity_of(const actions::ChildRecord& record, Date today) {
    const Person& child = record.child;
    IdentityBar bar{.name = full_name(child)};
    bar.tags.push_back({.text = record.status, .colour = child.team.is_nil() ? Colour::grey : Colour::blue});
    if (child.stage == Stage::unborn) bar.tags.push_back({.text = "Unborn", .colour = Colour::purple});
    std::string age = age_in_words(child, today);
    bar.facts.push_back({"Age", age.empty() ? SafeHtml("Not known") : SafeHtml(age)});
    if (record.worker && record.worker->disabled_at)
        bar.facts.push_back({"Accountable worker", record.worker->name + ", who has left: allocate a worker"});
    else if (record.worker)
        bar.facts.push_back({"Accountable worker",
                             record.worker->name + (record.worker->phone.empty() ? "" : ", " + record.worker->phone)});
    else
        bar.facts.push_back(
            {"Accountable worker", child.team.is_nil() ? "None: not open" : "Nobody yet: allocate a worker"});
    for (const std::string& name : record.co_workers)
        bar.facts.push_back({"Works alongside", name});
    if (record.team) bar.facts.push_back({"Team", record.team->name});
    return bar;
}

std::vector<Action> protection_steps(const std::string& address, const Person& child, Role role, Date today) {
    std::vector<Action> steps;
    if (!may_send_about(child)) return steps;
    auto offer = [&](Act act, std::string_view text, std::string_view step) {
        if (may(role, act)) steps.push_back({.text = text, .href = address + std::string(step)});
    };
    offer(Act::hold_strategy_discussion, "Strategy discussion", "/strategy-discussions/new");
    offer(Act::hold_strategy_discussion, "Emergency protection: police protection or an order",
          "/emergency-protection");
    offer(Act::hold_strategy_discussion, "Interim safety plan", "/safety-plans/new");
    offer(Act::work_out_of_hours, "Leave a note for the day", "/out-of-hours-note");
    offer(Act::work_on_referral, "Moved here on another authority’s plan", "/transfer-in");
    offer(Act::arrange_conference, "Book a child protection conference", "/conferences/new");
    offer(Act::decide_pre_proceedings, "Start pre-proceedings, after a legal planning meeting", "/pre-proceedings/new");
    bool about_birth = child.stage == Stage::unborn || (child.date_of_birth && age_on(*child.date_of_birth, today) < 1);
    if (about_birth) offer(Act::record_person, "Birth, twins, or the pregnancy ended", "/birth");
    return steps;
}

std::string how_long_ago(Date day, Date today) {
    auto days = (today - day).count();
    if (days == 0) return "Today, " + long_date(day);
    return fmt::format("{}, {} day{} ago", long_date(day), days, days == 1 ? "" : "s");
}

Result<std::string> child_page(Visit& visit, FormState form) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    bool may_allocate = may(visit.actor.role, Act::allocate_worker);
    std::vector<Staff> workers;
    std::vector<actions::CensusFinding> census;
    auto record = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        if (may_allocate) workers = actions::staff_who_may(reader, Act::work_on_assessment);
        auto read = actions::child_record(reader, visit.actor, id);
        if (read) census = actions::census_findings_today(reader, visit.actor, *read, visit.today, visit.service.days);
        return read;
    }));
    visit.shown = actions::shown_in(record);
    ChildPage page;
    page.census = census_box_of(census, id);
    page.layout = layout_for(visit, full_name(record.child));
    page.layout.error = form.has_errors();
    page.form = std::move(form);
    page.token = new_form_token(visit);
    page.address = "/children/" + to_text(id);
    page.id = to_text(id);
    page.version = record.child.version;
    page.identity = identity_of(record, visit.today);
    for (const OpenDuty& duty : record.duties)
        page.duties.push_back(duty_line({.duty = duty,
                                         .about = full_name(record.child),
                                         .stage = record.child.stage,
                                         .shown = {},
                                         .owner_name = {}},
                                        visit));
    page.next_due =
        page.duties.empty() ? "Nothing is due" : page.duties.front().what + ", " + page.duties.front().due.date;
    page.last_seen = record.last_seen ? how_long_ago(*record.last_seen, visit.today) : "No visit recorded yet";
    if (record.last_seen && record.child.stage == Stage::unborn) page.last_seen += " (the parents)";
    for (const actions::OpenWork& each : record.work)
        page.work.push_back({record_href(each.kind, each.record, id), each.what, each.now});
    page.protection = protection_steps(page.address, record.child, visit.actor.role, visit.today);
    page.may_start_assessment = may(visit.actor.role, Act::work_on_referral);
    page.facts = facts_of(record.child);
    page.characteristics = characteristics_of(record.child);
    page.may_change = may(visit.actor.role, Act::record_person);
    page.may_keep_secret = may(visit.actor.role, Act::keep_place_secret);
    page.family = family_of(record.relations, page.may_change);
    page.places = place_lines(record.places, id);
    page.timeline = timeline_of(record, visit.actor.role);
    for (const Staff& each : workers)
        page.workers.push_back({to_text(each.id), each.name, each.id == record.child.accountable_worker});
    return render(page);
}

Answered show(Visit& visit) {
    return http::Response::html(TRY(child_page(visit, {})));
}

std::string back_to(const PersonId& child, std::string_view done) {
    return fmt::format("/children/{}?done={}", to_text(child), done);
}

Answered allocate(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    FormState form(visit.form);
    auto worker = parse_id_as<StaffId>(form.value("worker"));
    if (!worker) form.add_error("worker", "Choose a worker from the list.");
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::allocate_worker(work, {id, *worker, version_in(form)}));
            return back_to(id, "worker-allocated");
        },
        [&] { return child_page(visit, form); });
}

}  // namespace

RouteTable child_routes() {
    return {
        {http::Method::get, "/children/{id}", {May{Act::read_child}, show}},
        {http::Method::post, "/children/{id}/worker", {May{Act::allocate_worker}, allocate}},
    };
}

}  // namespace kith::web
