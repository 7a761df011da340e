#include "web/returns/explain_pages.h"

#include <fmt/format.h>

#include "actions/step.h"
#include "core/person.h"
#include "web/protection/fields.h"
#include "web/returns/census_box.h"
#include "web/returns/explain.html.h"
#include "web/returns/note.html.h"

namespace kith::web {

using namespace core;
namespace cin = returns::cin;

namespace {

/// The finding in the address, as it stands now. Refused where there is none: then there is nothing to explain.
Result<actions::CensusFinding> finding_in_path(Visit& visit, PersonId child) {
    auto findings = actions::look(visit.service, [&](store::Reader& reader) {
        return actions::census_findings_today(reader, visit.actor, child, visit.today, visit.service.days);
    });
    for (actions::CensusFinding& each : findings)
        if (each.found.rule->code == visit.params["rule"]) return std::move(each);
    return refuse(Because::not_found, "", "There is nothing here to explain now, or it is not one of yours.");
}

Answered explain_page(Visit& visit, PersonId child, FormState form, int status) {
    auto finding = TRY(finding_in_path(visit, child));
    visit.shown.push_back(child);
    ExplainPage page{.layout = layout_for(visit, "It is true as recorded")};
    page.layout.error = form.has_errors();
    page.token = new_form_token(visit);
    page.child_href = "/children/" + to_text(child);
    page.action = fmt::format("{}/census/{}", page.child_href, finding.found.rule->code);
    page.version = actions::mark_of({finding.found.about});
    page.facts = {fact("For the census", std::string(finding.found.rule->explain)),
                  fact("Recorded", cin::about_in_words(finding.found.about)),
                  fact("The rule", rule_in_full(*finding.found.rule))};
    page.form = std::move(form);
    return http::Response::html(render(page), status);
}

Answered show_explain(Visit& visit) {
    return explain_page(visit, TRY(id_in_path<PersonId>(visit)), {}, 200);
}

Answered explain(Visit& visit) {
    PersonId child = TRY(id_in_path<PersonId>(visit));
    auto finding = TRY(finding_in_path(visit, child));
    FormState form(visit.form);
    actions::ExplainFinding command{child, std::string(finding.found.rule->code), finding.found.about,
                                    form.long_text("note")};
    if (form.value("version") != actions::mark_of({finding.found.about}))
        form.add_error("note", "What is recorded has changed since this page was opened. Look at it again, then send.");
    auto action = [&](actions::Work& work) -> Result<std::string> {
        TRY(actions::explain_finding(work, command));
        return fmt::format("/children/{}?done=census-note-sent", to_text(child));
    };
    return answered(visit, form, action, [&](Visit& again, FormState errors, int status) {
        return explain_page(again, child, std::move(errors), status);
    });
}

std::vector<SummaryRow> facts_of(const actions::CensusNoteView& view) {
    const CensusNote& note = view.note;
    std::vector<SummaryRow> rows{
        fact("Child", view.may_read_child ? full_name(view.child) : "Census number " + reported_number(view.child))};
    for (const cin::Rule* rule : cin::all_rules())
        if (rule->code == note.rule && rule->in_force(cin::rule_set_of(note.census_year))) {
            rows.push_back(fact("For the census", std::string(rule->explain)));
            rows.push_back(fact("The rule", rule_in_full(*rule)));
        }
    rows.push_back(fact("Recorded", cin::about_in_words(note.about)));
    rows.push_back(fact("Why it is true as recorded", note.note));
    rows.push_back(fact("Written", fmt::format("{}, {}", view.written_by, long_time(note.written_at))));
    rows.push_back(
        fact("Answer", std::string(says(note.answer)) + (note.answer_words.empty() ? "" : ". " + note.answer_words)));
    return rows;
}

Answered note_page(Visit& visit, FormState form, int status) {
    auto id = TRY(id_in_path<CensusNoteId>(visit));
    auto view = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::census_note(reader, visit.actor, id); }));
    visit.shown.push_back(view.note.child);
    CensusNotePage page{.layout = layout_for(visit, "A note to the data team")};
    page.layout.error = form.has_errors();
    page.token = new_form_token(visit);
    page.action = fmt::format("/returns/notes/{}/answer", to_text(id));
    if (view.may_read_child) page.child_href = "/children/" + to_text(view.note.child);
    page.facts = facts_of(view);
    page.version = view.note.version;
    page.may_answer = view.may_answer;
    page.form = std::move(form);
    return http::Response::html(render(page), status);
}

Answered show_note(Visit& visit) {
    return note_page(visit, {}, 200);
}

Answered answer(Visit& visit) {
    auto id = TRY(id_in_path<CensusNoteId>(visit));
    FormState form(visit.form);
    AnswerCensusNote command;
    if (auto answer = form.required_choice<CensusAnswer>("answer", "Choose an answer.")) command.answer = *answer;
    command.words = form.long_text("words");
    auto action = [&](actions::Work& work) -> Result<std::string> {
        TRY(actions::answer_note(work, id, version_in(form), command));
        return std::string("/returns/readiness?done=census-note-answered");
    };
    return answered(visit, form, action, [&](Visit& again, FormState errors, int status) {
        return note_page(again, std::move(errors), status);
    });
}

}  // namespace

RouteTable explain_routes() {
    return {
        {http::Method::get, "/children/{id}/census/{rule}", {SignedIn{}, show_explain}},
        {http::Method::post, "/children/{id}/census/{rule}", {SignedIn{}, explain}},
        {http::Method::get, "/returns/notes/{id}", {SignedIn{}, show_note}},
        {http::Method::post, "/returns/notes/{id}/answer", {May{Act::check_returns}, answer}},
    };
}

}  // namespace kith::web
