#include "web/front_door/front_door_pages.h"

#include <fmt/format.h>

#include <set>

#include "actions/answer_reporter.h"
#include "actions/step.h"
#include "web/front_door/contact.html.h"
#include "web/front_door/front_door.html.h"
#include "web/front_door/identify_child.html.h"
#include "web/step_form.h"
#include "web/work/work_pages.h"

namespace kith::web {

using namespace core;

bool ContactPage::undecided() const {
    return contact().state == ContactState::received || contact().state == ContactState::taken;
}

ContextualDate contextual(Date due, Date today, const WorkingDays& days) {
    int left = days.elapsed(today, due);
    ContextualDate shown{.date = weekday_and_date(due), .iso = iso(due)};
    auto count = [](int n) { return fmt::format("{} working day{}", n, n == 1 ? "" : "s"); };
    if (due < today) {
        int late = days.elapsed(due, today);
        shown.words = late == 0 ? "Overdue" : fmt::format("Overdue by {}", count(late));
        shown.urgency = web::Urgency::overdue;
    } else if (due == today) {
        shown.words = "Due today";
        shown.urgency = web::Urgency::today;
    } else {
        shown.words = count(left) + " left";
        shown.urgency = left <= 3 ? web::Urgency::soon : web::Urgency::none;
    }
    return shown;
}

static SummaryRow row(std::string key, std::string value) {
    return {.key = key, .value = value.empty() ? SafeHtml("Not recorded") : SafeHtml(value)};
}

std::vector<SummaryRow> reported_rows(const actions::ContactRecord::Child& child) {
    const ContactChild& reported = child.reported;
    std::vector<SummaryRow> rows;
    if (reported.unborn == Answer::yes) {
        rows.push_back(row("Baby due", reported.expected_date ? long_date(*reported.expected_date) : "Not known"));
    } else {
        std::string born = reported.date_of_birth ? long_date(*reported.date_of_birth) : reported.age_or_birth;
        rows.push_back(row("Date of birth or age", born.empty() ? "Not known" : born));
    }
    SummaryRow home = row("Lives at", reported.address.empty() ? "Not known" : reported.address);
    SummaryRow school = row("School or nursery", reported.school.empty() ? "Not known" : reported.school);
    if (!child.must_not_know.empty()) home.classes = school.classes = "kith-not-printed";
    rows.push_back(std::move(home));
    rows.push_back(std::move(school));
    return rows;
}

std::vector<SummaryRow> decision_rows(const ContactPage& page) {
    const Contact& contact = page.contact();
    std::vector<SummaryRow> rows{row("Decision", page.decision_says), row("Reasons", contact.decision_reasons),
                                 row("Decided by", page.record.decided_by_name),
                                 row("What the reporter is told", contact.told_reporter)};
    return rows;
}

static bool asks_for_own_family(const Contact& contact) {
    return contact.reporter == ReporterKind::parent_or_carer || contact.reporter == ReporterKind::child;
}

std::string told_reporter_hint(const Contact& contact) {
    if (is_told_outcome(contact.reporter))
        return "Professionals are told the outcome, as far as confidentiality allows";
    if (asks_for_own_family(contact)) return "They asked for help: tell them what happens now, in plain words";
    return "Relatives and the public get a receipt only: not whether the child is known, and not the outcome";
}

namespace {

Answered list(Visit& visit) {
    auto waiting = actions::look(
        visit.service, [&](store::Reader& reader) { return actions::waiting_contacts(visit.service, reader); });
    FrontDoorPage page{.layout = layout_for(visit, "Front door"),
                       .may_record = may(visit.actor.role, Act::receive_contact)};
    for (const actions::WaitingContact& each : waiting) {
        FrontDoorPage::Line line{.href = "/contacts/" + to_text(each.contact.id),
                                 .reference = each.contact.reference,
                                 .children = names_as_reported(each.children),
                                 .from = reporter_in_words(each.contact),
                                 .received = long_time(each.contact.received_at),
                                 .decide_by = contextual(each.decide_by, visit.today, visit.service.days),
                                 .danger = each.contact.danger_now == Answer::yes,
                                 .taken_by = each.taken_by_name};
        for (const ContactChild& child : each.children)
            if (!child.person.is_nil()) visit.shown.push_back(child.person);
        (needs_someone_now(each.contact) ? page.urgent : page.waiting).push_back(std::move(line));
    }
    return http::Response::html(render(page));
}

std::vector<SummaryRow> times_of(const actions::ContactRecord& record) {
    const Contact& contact = record.contact;
    auto at = [](const std::optional<Instant>& instant) {
        return instant ? long_time(*instant) : std::string("Not yet");
    };
    std::vector<SummaryRow> rows{row("Received", long_time(contact.received_at) + " – the timescale starts here"),
                                 row("Accepted by the front door", at(contact.accepted_at)),
                                 row("Decided", at(contact.decided_at))};
    if (contact.entered_at != contact.received_at) rows.push_back(row("Typed in", long_time(contact.entered_at)));
    if (!record.heard_by_name.empty()) rows.push_back(row("Call or visit taken by", record.heard_by_name));
    if (!record.taken_by_name.empty()) rows.push_back(row("Taken by", record.taken_by_name));
    if (!record.for_worker_name.empty())
        rows.push_back(row(
            "Passed to",
            record.for_worker_name + (contact.read_at ? ", read " + long_time(*contact.read_at) : ", not read yet")));
    return rows;
}

std::vector<SummaryRow> reporter_of(const Contact& contact) {
    std::vector<SummaryRow> rows{row("Who", std::string(says(contact.reporter))),
                                 row("How", std::string(says(contact.channel))),
                                 row("Name", contact.reporter_name.empty() ? "Anonymous" : contact.reporter_name)};
    if (contact.reporter == ReporterKind::professional) {
        rows.push_back(row("Agency and role", reporter_in_words(contact)));
        rows.push_back(row("Do the parents agree?",
                           std::string(says(contact.consent)) +
                               (contact.without_consent_why.empty() ? "" : ": " + contact.without_consent_why)));
        rows.push_back(
            row("Were the parents told?", std::string(says(contact.parents_told)) +
                                              (contact.not_told_why.empty() ? "" : ": " + contact.not_told_why)));
        rows.push_back(row("Advice taken first", contact.advice_taken));
    } else {
        rows.push_back(row("Relation to the child", contact.relation_to_child));
        if (!asks_for_own_family(contact))
            rows.push_back(row("May we name them to the family?",
                               contact.may_name_reporter == Answer::yes ? "Yes" : "No: keep the name back"));
    }
    rows.push_back(row("Phone", contact.reporter_phone));
    rows.push_back(row("Email", contact.reporter_email));
    rows.push_back(row("Safe ways to reach them", contact.safe_to_reach));
    return rows;
}

void add_answers(ContactPage& page, const Visit& visit) {
    const Contact& contact = page.record.contact;
    for (const OpenDuty& duty : page.record.duties)
        if (!duty.closed_at && (duty.duty == Duty::acknowledge_referrer || duty.duty == Duty::tell_referrer_outcome))
            page.owed_to_reporter.push_back(
                {contextual(duty.due, visit.today, visit.service.days), std::string(says(duty.duty))});
    auto answers = actions::look(
        visit.service, [&](store::Reader& reader) { return actions::answers_to_reporter(reader, contact.id); });
    for (const auto& [answer, by] : answers)
        page.answers.push_back({std::string(says(answer.what)),
                                fmt::format("{}{}{} by {}", answer.how ? says(*answer.how) : "", answer.how ? ", " : "",
                                            long_time(answer.told_at), by),
                                answer.who, answer.said, page.address + "/answers/" + to_text(answer.id)});
    if (!may(visit.actor.role, Act::receive_contact)) return;
    std::string form = page.address + "/answers/new?what=";
    page.may_tell.push_back({.text = "Tell them that it reached us", .href = form + "receipt"});
    bool has_outcome = contact.decision || contact.state == ContactState::passed_to_worker;
    if (has_outcome && may_be_told_outcome(contact.reporter))
        page.may_tell.push_back({.text = "Tell them what was decided", .href = form + "outcome"});
    if (!page.owed_to_reporter.empty())
        page.may_tell.push_back({.text = "Nobody can be told: say why", .href = form + "not_possible"});
}

/// What the decision opened for the children, each kind of step once: its form asks about the others.
void add_next_steps(ContactPage& page, const Visit& visit) {
    std::set<Duty> named;
    for (const actions::ContactRecord::Child& child : page.record.children) {
        bool in_danger = page.record.contact.decision == ContactDecision::immediate_protection;
        if (in_danger && child.person && may(visit.actor.role, Act::hold_strategy_discussion))
            page.next.push_back({.text = "Police protection or an order for " + full_name(*child.person),
                                 .href = "/children/" + to_text(child.person->id) + "/emergency-protection"});
        for (const OpenDuty& duty : child.owed)
            if (named.insert(duty.duty).second)
                page.next.push_back(
                    {.text = says(duty.duty, child.person->stage), .href = duty_href(duty, visit.actor.role)});
    }
}

Result<ContactPage> contact_page(Visit& visit, FormState form) {
    ContactId id = TRY(id_in_path<ContactId>(visit));
    ContactPage page;
    page.record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::contact_record(reader, visit.actor, id); }));
    page.layout = layout_for(visit, "Contact " + page.record.contact.reference);
    page.layout.error = form.has_errors();
    page.token = new_form_token(visit);
    page.address = "/contacts/" + to_text(id);
    page.times = times_of(page.record);
    page.reporter = reporter_of(page.record.contact);
    page.form = std::move(form);
    page.may_decide = may(visit.actor.role, Act::decide_contact);
    page.taken_by_me = page.record.contact.taken_by == visit.actor.id;
    page.may_mark_read = page.record.contact.for_worker == visit.actor.id && !page.record.contact.read_at;
    for (const auto& child : page.record.children) {
        page.any_open = page.any_open || child.open;
        if (child.person) visit.shown.push_back(child.person->id);
    }
    for (const OpenDuty& duty : page.record.duties)
        if (duty.duty == Duty::decide_contact) page.decide_by = contextual(duty.due, visit.today, visit.service.days);
    add_answers(page, visit);
    add_next_steps(page, visit);
    if (page.record.contact.decision) page.decision_says = std::string(says(*page.record.contact.decision));
    return page;
}

Answered show(Visit& visit) {
    return http::Response::html(render(TRY(contact_page(visit, {}))));
}

/// Performs one of the contact's forms and shows the contact again.
template <class F>
Answered act(Visit& visit, ContactId id, std::string_view done, F action) {
    auto place = perform_form(visit, [&](actions::Work& work) -> Result<std::string> {
        TRY(action(work));
        return fmt::format("/contacts/{}?done={}", to_text(id), done);
    });
    return http::Response::see_other(TRY(place));
}

Answered take(Visit& visit) {
    ContactId id = TRY(id_in_path<ContactId>(visit));
    return act(visit, id, "contact-taken", [&](actions::Work& work) { return actions::take_contact(work, id); });
}

Answered pass(Visit& visit) {
    ContactId id = TRY(id_in_path<ContactId>(visit));
    return act(visit, id, "contact-passed", [&](actions::Work& work) { return actions::pass_to_worker(work, id); });
}

Answered mark_read(Visit& visit) {
    ContactId id = TRY(id_in_path<ContactId>(visit));
    return act(visit, id, "contact-read", [&](actions::Work& work) { return actions::mark_read(work, id); });
}

actions::DecideCommand decide_command(FormState& form, ContactId id) {
    actions::DecideCommand command;
    command.contact = id;
    std::string version = form.value("version");
    command.version = version.empty() || version.size() > 6 ? 0 : std::atoi(version.c_str());
    if (auto decision = form.required_choice<ContactDecision>("decision", "Choose what happens next."))
        command.decision.decision = *decision;
    command.decision.reasons = form.long_text("reasons");
    command.decision.service = form.text("service", 300);
    command.decision.told_reporter = form.long_text("told_reporter");
    return command;
}

Answered decide(Visit& visit) {
    ContactId id = TRY(id_in_path<ContactId>(visit));
    FormState form(visit.form);
    actions::DecideCommand command = decide_command(form, id);
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::decide(work, command));
            return fmt::format("/contacts/{}?done=contact-decided", to_text(id));
        },
        [&]() -> Result<std::string> {
            ContactPage page = TRY(contact_page(visit, form));
            if (page.undecided()) return render(page);
            return refuse(Because::conflict, "",
                          "This contact is already dealt with. Look at it again: a new worry is a new contact.");
        });
}

struct ReportedChildInPath {
    ContactId contact;
    RawId child;
};
Result<ReportedChildInPath> child_in_path(const Visit& visit) {
    return ReportedChildInPath{TRY(id_in_path<ContactId>(visit)), TRY(id_in_path<Id<void>>(visit, "child"))};
}

std::string_view in_words(int fit) {
    if (fit >= 950) return "Very likely";
    return fit >= 850 ? "Possible" : "Less likely";
}

void add_choices(IdentifyChildPage& page, Visit& visit, const std::vector<actions::FoundPerson>& found) {
    for (const auto& [person, fit] : found) {
        visit.shown.push_back(person.id);
        std::string born = person.date_of_birth ? long_date(*person.date_of_birth) : age_in_words(person, visit.today);
        page.choices.push_back({.value = to_text(person.id),
                                .text = full_name(person),
                                .hint = fmt::format("{}{}{}", in_words(fit), born.empty() ? "" : " · ", born)});
    }
    page.anybody_found = !found.empty();
    if (page.anybody_found) page.choices.push_back({.divider = "or"});
    page.choices.push_back({.value = "new", .text = "Somebody new: make a record from what was reported"});
}

Result<IdentifyChildPage> identify_page(Visit& visit, FormState form) {
    auto [id, child_id] = TRY(child_in_path(visit));
    auto record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::contact_record(reader, visit.actor, id); }));
    const ContactChild* reported = nullptr;
    for (const auto& child : record.children)
        if (child.reported.id == child_id) reported = &child.reported;
    if (!reported) return actions::no_such_record();
    IdentifyChildPage page;
    page.layout = layout_for(visit, "Who is this child?");
    page.layout.error = form.has_errors();
    page.token = new_form_token(visit);
    page.back = "/contacts/" + to_text(id);
    page.action = page.back + "/children/" + to_text(child_id);
    page.reported = name_as_reported(*reported);
    page.form = std::move(form);
    page.typed =
        visit.query.has("q") ? std::string(visit.query.get("q")) : reported->given_name + " " + reported->family_name;
    add_choices(page, visit, TRY(actions::look(visit.service, [&](store::Reader& reader) {
                    return actions::search_people(reader, visit.actor, clean_text(page.typed).value_or(""),
                                                  reported->date_of_birth);
                })));
    return page;
}

Answered search(Visit& visit) {
    return http::Response::html(render(TRY(identify_page(visit, {}))));
}

Answered identify(Visit& visit) {
    auto [id, child_id] = TRY(child_in_path(visit));
    FormState form(visit.form);
    if (form.value("person") == "new")
        return act(visit, id, "child-created",
                   [&](actions::Work& work) { return actions::create_child(work, id, child_id); });
    auto person = parse_id_as<PersonId>(form.value("person"));
    if (!person) form.add_error("person", "Choose who this is, or that it is somebody new.");
    if (form.has_errors()) return http::Response::html(render(TRY(identify_page(visit, form))), 422);
    return act(visit, id, "child-identified",
               [&](actions::Work& work) { return actions::identify_child(work, id, child_id, *person); });
}

}  // namespace

RouteTable front_door_routes() {
    return {
        {http::Method::get, "/front-door", {May{Act::read_front_door}, list}},
        {http::Method::get, "/contacts/{id}", {SignedIn{}, show}},
        {http::Method::post, "/contacts/{id}/take", {May{Act::decide_contact}, take}},
        {http::Method::post, "/contacts/{id}/pass-to-worker", {May{Act::decide_contact}, pass}},
        {http::Method::post, "/contacts/{id}/read", {SignedIn{}, mark_read}},
        {http::Method::post, "/contacts/{id}/decision", {May{Act::decide_contact}, decide}},
        {http::Method::get, "/contacts/{id}/children/{child}", {May{Act::decide_contact}, search}},
        {http::Method::post, "/contacts/{id}/children/{child}", {May{Act::decide_contact}, identify}},
    };
}

}  // namespace kith::web
