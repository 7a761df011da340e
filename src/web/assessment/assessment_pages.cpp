#include "web/assessment/assessment_pages.h"

#include <algorithm>

#include "actions/child_record.h"
#include "web/assessment/assessment.html.h"
#include "web/assessment/start.html.h"
#include "web/front_door/front_door_pages.h"
#include "web/letter/letter_pages.h"
#include "web/step_form.h"

namespace kith::web {

using namespace core;

namespace {

std::string names_of(const std::vector<Person>& children) {
    std::string names;
    for (const Person& child : children)
        names += (names.empty() ? "" : ", ") + full_name(child);
    return names;
}

std::vector<SummaryRow> facts_of(const actions::AssessmentRecord& record) {
    const Assessment& assessment = record.parts.assessment;
    std::vector<SummaryRow> rows{
        fact("Now", std::string(says(assessment.state))),
        fact("Worker", record.worker_name.empty() ? "Nobody yet: allocate a worker" : record.worker_name),
        fact("Started", long_date(assessment.started_on)),
        fact("Review point", assessment.reviewed_on ? "Held on " + long_date(*assessment.reviewed_on)
                                                    : long_date(assessment.review_point)),
        fact("Purpose", assessment.purpose)};
    if (!assessment.review_note.empty()) rows.push_back(fact("Agreed at the review", assessment.review_note));
    if (assessment.signed_off_at) {
        bool authorised = assessment.state == AssessmentState::authorised;
        rows.push_back(fact(authorised ? "Authorised" : "Last returned",
                            long_time(*assessment.signed_off_at) + " by " + record.signed_off_by_name));
        rows.push_back(fact("The manager’s reasons", assessment.sign_off_reasons));
    }
    if (!assessment.stopped_why.empty()) rows.push_back(fact("Stopped because", assessment.stopped_why));
    return rows;
}

Task task(std::string title, std::string href, bool written) {
    return {.title = title,
            .href = std::move(href),
            .status = written ? SafeHtml("Written") : SafeHtml(),
            .status_tag = written ? SafeHtml() : SafeHtml("Not written yet")};
}

std::vector<Task> sections_of(const actions::AssessmentRecord& record, const std::string& address) {
    const Assessment& assessment = record.parts.assessment;
    std::vector<Task> tasks{task("The family", address + "/family", !assessment.strengths.empty())};
    for (std::size_t i = 0; i < record.adults.size(); ++i) {
        const ParentAccount& account = record.parts.accounts[i];
        tasks.push_back(task(full_name(record.adults[i]) + ", in their own words",
                             address + "/accounts/" + to_text(account.person),
                             !account.account.empty() || !account.not_obtained_why.empty()));
    }
    for (std::size_t i = 0; i < record.children.size(); ++i)
        tasks.push_back(task(full_name(record.children[i]), address + "/children/" + to_text(record.children[i].id),
                             record.parts.children[i].outcome.has_value()));
    return tasks;
}

std::vector<SummaryRow> whole_of(const Assessment& assessment) {
    return {fact("Strengths", assessment.strengths),
            fact("What already helps", assessment.already_helps),
            fact("Difficulties", assessment.difficulties),
            fact("Culture, religion and language", assessment.culture_religion_language),
            fact("Parenting", assessment.parenting_capacity),
            fact("Family and environment", assessment.family_and_environment),
            fact("Professionals and relatives", assessment.professionals)};
}

std::vector<SummaryRow> child_rows(const AssessmentChild& part) {
    std::string seen(says(part.seen));
    if (part.seen_on) seen += ", " + long_date(*part.seen_on);
    if (!part.not_seen_why.empty()) seen += ". " + part.not_seen_why;
    std::string grounds, factors;
    for (Section17Ground each : part.grounds)
        grounds += (grounds.empty() ? "" : "\n") + std::string(says(each));
    for (const std::string& code : part.factors)
        if (const AssessmentFactor* factor = find_factor(code))
            factors += (factors.empty() ? "" : "\n") + std::string(factor->says);
    return {fact("Timescale counts from", long_date(part.counts_from)),
            fact("Seen", seen),
            fact("In the child’s words", said_or_why_not(part.voice, part.voice_missing_why)),
            fact("Observed", part.observation),
            fact("Development", part.development),
            fact("Analysis", part.analysis),
            fact("Factors", factors),
            fact("Grounds", grounds),
            fact("Outcome", part.outcome ? std::string(says(*part.outcome)) : ""),
            fact("Reasons", part.outcome_reasons),
            fact("Help offered", part.help_offered)};
}

Result<AssessmentPage> assessment_page(Visit& visit, FormState form) {
    AssessmentId id = TRY(id_in_path<AssessmentId>(visit));
    AssessmentPage page;
    page.record = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::assessment_record(visit.service, reader, visit.actor, id);
    }));
    page.names = names_of(page.record.children);
    begin(page, visit, "Assessment: " + page.names, "/assessments/" + to_text(id), std::move(form));
    page.due = contextual(page.record.due, visit.today, visit.service.days);
    page.facts = facts_of(page.record);
    page.sections = sections_of(page.record, page.address);
    for (const Person& each : page.record.more_adults)
        page.more_adults.push_back({.value = to_text(each.id), .text = full_name(each)});
    page.tellings = page.record.tellings;
    page.letters = letters_href(documents::LetterKind::assessment, page.record.parts.assessment.id);
    for (std::size_t i = 0; i < page.record.children.size(); ++i)
        page.children.push_back({full_name(page.record.children[i]), "", child_rows(page.record.parts.children[i])});
    page.whole = whole_of(page.assessment());
    for (std::size_t i = 0; i < page.record.adults.size(); ++i) {
        const ParentAccount& account = page.record.parts.accounts[i];
        page.accounts.push_back(
            fact(full_name(page.record.adults[i]), said_or_why_not(account.account, account.not_obtained_why)));
    }
    page.may_stop = is_open(page.assessment()) && may(visit.actor.role, Act::authorise_assessment);
    visit.shown = actions::shown_in(page.record);
    std::vector<PersonId> children;
    for (const Person& each : page.record.children)
        children.push_back(each.id);
    page.census = census_box_at(visit, children, RecordKind::assessment, id);
    return page;
}

Answered show(Visit& visit) {
    AssessmentPage page = TRY(assessment_page(visit, {}));
    http::Form form{{"purpose", page.assessment().purpose}};
    put_date(form, "review_point", page.assessment().review_point);
    put_date(form, "held_on", visit.today);
    page.form = FormState(form);
    return http::Response::html(render(page));
}

/// Performs one of the overview's forms and shows the overview again, changed or with the errors.
template <class F>
Answered act(Visit& visit, FormState form, F action) {
    AssessmentId id = TRY(id_in_path<AssessmentId>(visit));
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(action(work, id));
            return "/assessments/" + to_text(id) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(TRY(assessment_page(visit, form))); });
}

Answered plan(Visit& visit) {
    FormState form(visit.form);
    std::string purpose = form.long_text("purpose");
    auto review_point = form.required_date("review_point", "Say when worker and manager look at it together.");
    return act(visit, form, [&](actions::Work& work, AssessmentId id) {
        return actions::plan_assessment(work, {id, review_point.value_or(Date{}), purpose});
    });
}

Answered review(Visit& visit) {
    FormState form(visit.form);
    std::string note = form.long_text("review_note");
    auto held_on = form.required_date("held_on", "Say when it was held.");
    return act(visit, form, [&](actions::Work& work, AssessmentId id) {
        return actions::record_assessment_review(work, id, held_on.value_or(Date{}), note);
    });
}

Answered submit(Visit& visit) {
    return act(visit, FormState(visit.form),
               [&](actions::Work& work, AssessmentId id) { return actions::submit_assessment(work, id); });
}

Answered stop(Visit& visit) {
    FormState form(visit.form);
    std::string why = form.long_text("why");
    return act(visit, form,
               [&](actions::Work& work, AssessmentId id) { return actions::stop_assessment(work, id, why); });
}

Answered sign_off(Visit& visit) {
    FormState form(visit.form);
    std::string reasons = form.long_text("reasons"), without = form.long_text("without_it_because");
    bool authorises = form.value("answer") == "authorise";
    int version = version_in(form);
    return act(visit, form, [&](actions::Work& work, AssessmentId id) {
        return authorises ? actions::authorise_assessment(work, {id, version, {reasons, without}})
                          : actions::return_assessment(work, id, reasons);
    });
}

Answered add_account(Visit& visit) {
    FormState form(visit.form);
    auto person = parse_id_as<PersonId>(form.value("person"));
    return act(visit, form, [&](actions::Work& work, AssessmentId id) {
        return actions::add_parent_account(work, id, person.value_or(PersonId()));
    });
}

Result<StartAssessmentPage> start_page(Visit& visit, FormState form) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    auto record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::child_record(reader, visit.actor, id, 0); }));
    FormHead head{.heading = "Start an assessment: " + full_name(record.child),
                  .back = "/children/" + to_text(id),
                  .back_text = "Child’s record"};
    auto page = form_page<StartAssessmentPage>(visit, std::move(head), std::move(form));
    for (const actions::KnownRelation& known : record.relations)
        if (known.relation.kind == RelationKind::sibling || known.relation.kind == RelationKind::half_sibling)
            page.with.push_back({.value = to_text(known.other.id), .text = full_name(known.other)});
    visit.shown = actions::shown_in(record);
    return page;
}

Answered new_assessment(Visit& visit) {
    http::Form form;
    put_date(form, "started_on", visit.today);
    return http::Response::html(render(TRY(start_page(visit, FormState(form)))));
}

Answered start(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    FormState form(visit.form);
    actions::StartAssessmentCommand command;
    command.children.push_back(id);
    for (const std::string& each : form.values("with"))
        if (auto sibling = parse_id_as<PersonId>(each)) command.children.push_back(*sibling);
    command.started_on = form.required_date("started_on", "Say when it started.").value_or(visit.today);
    command.review_point = form.date("review_point");
    command.purpose = form.long_text("purpose");
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            return "/assessments/" + to_text(TRY(actions::start_assessment(work, command)).id) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(TRY(start_page(visit, form))); });
}

}  // namespace

RouteTable assessment_routes() {
    using enum http::Method;
    May works{Act::work_on_assessment}, signs{Act::authorise_assessment}, reads{Act::read_child};
    return {
        {get, "/children/{id}/assessments/new", {May{Act::work_on_referral}, new_assessment}},
        {post, "/children/{id}/assessments/new", {May{Act::work_on_referral}, start}},
        {get, "/assessments/{id}", {reads, show}},
        {post, "/assessments/{id}/plan", {works, plan}},
        {post, "/assessments/{id}/review", {works, review}},
        {post, "/assessments/{id}/accounts", {works, add_account}},
        {post, "/assessments/{id}/submit", {works, submit}},
        {post, "/assessments/{id}/sign-off", {signs, sign_off}},
        {post, "/assessments/{id}/stop", {signs, stop}},
    };
}

}  // namespace kith::web
