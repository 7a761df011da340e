// The sections of an assessment as forms. Each is saved by itself.
#include <algorithm>

#include "web/assessment/account.html.h"
#include "web/assessment/assessment_pages.h"
#include "web/assessment/child_part.html.h"
#include "web/assessment/family.html.h"
#include "web/step_form.h"

namespace kith::web {

using namespace core;

namespace {

struct Section {
    actions::AssessmentRecord record;
    std::size_t at = 0;  ///< which child, which account
};

Result<actions::AssessmentRecord> load(Visit& visit) {
    AssessmentId id = TRY(id_in_path<AssessmentId>(visit));
    auto record = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::assessment_record(visit.service, reader, visit.actor, id);
    }));
    visit.shown = actions::shown_in(record);
    return record;
}

Result<Section> load_child(Visit& visit) {
    PersonId child = TRY(id_in_path<PersonId>(visit, "child"));
    Section section{TRY(load(visit)), 0};
    const auto& parts = section.record.parts.children;
    auto found = std::ranges::find(parts, child, &AssessmentChild::child);
    if (found == parts.end()) return refuse(Because::not_found, "", "This child is not in the assessment.");
    section.at = static_cast<std::size_t>(found - parts.begin());
    return section;
}

Result<Section> load_account(Visit& visit) {
    PersonId person = TRY(id_in_path<PersonId>(visit, "person"));
    Section section{TRY(load(visit)), 0};
    const auto& rows = section.record.parts.accounts;
    auto found = std::ranges::find(rows, person, &ParentAccount::person);
    if (found == rows.end()) return refuse(Because::not_found, "", "This person’s account is not asked for.");
    section.at = static_cast<std::size_t>(found - rows.begin());
    return section;
}

template <class P>
P page_of(const Visit& visit, const actions::AssessmentRecord& record, FormHead head, std::string mark,
          FormState form) {
    head.back = "/assessments/" + to_text(record.parts.assessment.id);
    head.back_text = "Assessment";
    auto page = form_page<P>(visit, std::move(head), std::move(form));
    page.version = std::move(mark);
    return page;
}

std::vector<FrameworkPrompt> prompts_of(FrameworkDomain domain) {
    std::vector<FrameworkPrompt> found;
    for (const FrameworkPrompt& each : framework_prompts())
        if (each.domain == domain) found.push_back(each);
    return found;
}

struct FamilyField {
    std::string_view name;
    std::string Assessment::*saved;
    std::string WriteAssessment::*written;
};
constexpr FamilyField family_fields[] = {
    {"strengths", &Assessment::strengths, &WriteAssessment::strengths},
    {"already_helps", &Assessment::already_helps, &WriteAssessment::already_helps},
    {"difficulties", &Assessment::difficulties, &WriteAssessment::difficulties},
    {"culture_religion_language", &Assessment::culture_religion_language, &WriteAssessment::culture_religion_language},
    {"parenting_capacity", &Assessment::parenting_capacity, &WriteAssessment::parenting_capacity},
    {"family_and_environment", &Assessment::family_and_environment, &WriteAssessment::family_and_environment},
    {"professionals", &Assessment::professionals, &WriteAssessment::professionals},
    {"no_parent_known", &Assessment::no_parent_known, &WriteAssessment::no_parent_known},
};

FamilySectionPage family_page(Visit& visit, const actions::AssessmentRecord& record, FormState form) {
    const Assessment& assessment = record.parts.assessment;
    auto page = page_of<FamilySectionPage>(visit, record, {.heading = "The family"},
                                           actions::mark_of_family(assessment), std::move(form));
    page.parenting = prompts_of(FrameworkDomain::parenting_capacity);
    page.surroundings = prompts_of(FrameworkDomain::family_and_environment);
    return page;
}

Answered show_family(Visit& visit) {
    auto record = TRY(load(visit));
    http::Form form;
    for (const FamilyField& each : family_fields)
        form.add(each.name, record.parts.assessment.*(each.saved));
    return http::Response::html(render(family_page(visit, record, FormState(form))));
}

Answered save_family(Visit& visit) {
    auto record = TRY(load(visit));
    FormState form(visit.form);
    actions::SaveFamily command;
    command.id = record.parts.assessment.id;
    command.seen = form.value("version");
    for (const FamilyField& each : family_fields)
        command.texts.*(each.written) = form.long_text(each.name);
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::save_family(work, command));
            return "/assessments/" + to_text(command.id) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(family_page(visit, TRY(load(visit)), form)); });
}

std::vector<Choice> factor_choices() {
    std::vector<Choice> items;
    for (const AssessmentFactor& each : assessment_factors())
        items.push_back({.value = std::string(each.code), .text = each.says, .exclusive = each.code == no_factors});
    return items;
}

ChildSectionPage child_page(Visit& visit, const Section& section, FormState form) {
    const AssessmentChild& part = section.record.parts.children[section.at];
    auto page =
        page_of<ChildSectionPage>(visit, section.record, {.heading = full_name(section.record.children[section.at])},
                                  actions::mark_of_child(part), std::move(form));
    page.development = prompts_of(FrameworkDomain::child_development);
    page.seens = choices<ChildSeen>();
    page.grounds = choices<Section17Ground>();
    page.outcomes = choices<AssessmentOutcome>();
    page.factors = factor_choices();
    return page;
}

Answered show_child(Visit& visit) {
    Section section = TRY(load_child(visit));
    const AssessmentChild& part = section.record.parts.children[section.at];
    http::Form form{{"seen", std::string(word(part.seen))},
                    {"not_seen_why", part.not_seen_why},
                    {"voice", part.voice},
                    {"observation", part.observation},
                    {"voice_missing_why", part.voice_missing_why},
                    {"development", part.development},
                    {"analysis", part.analysis},
                    {"outcome", part.outcome ? std::string(word(*part.outcome)) : ""},
                    {"outcome_reasons", part.outcome_reasons},
                    {"help_offered", part.help_offered}};
    put_date(form, "seen_on", part.seen_on);
    for (Section17Ground each : part.grounds)
        form.add("grounds", word(each));
    for (const std::string& each : part.factors)
        form.add("factors", each);
    return http::Response::html(render(child_page(visit, section, FormState(form))));
}

AssessmentChild read_child(FormState& form, PersonId child) {
    AssessmentChild part;
    part.child = child;
    part.seen = form.choice("seen", ChildSeen::not_recorded);
    part.seen_on = form.date("seen_on");
    part.not_seen_why = form.text("not_seen_why");
    part.voice = form.long_text("voice");
    part.observation = form.long_text("observation");
    part.voice_missing_why = form.text("voice_missing_why");
    part.development = form.long_text("development");
    part.analysis = form.long_text("analysis");
    part.factors = form.values("factors");
    for (const std::string& each : form.values("grounds"))
        if (auto ground = parse_word<Section17Ground>(each)) part.grounds.push_back(*ground);
    part.outcome = parse_word<AssessmentOutcome>(form.value("outcome"));
    part.outcome_reasons = form.long_text("outcome_reasons");
    part.help_offered = form.long_text("help_offered");
    return part;
}

Answered save_child(Visit& visit) {
    Section section = TRY(load_child(visit));
    FormState form(visit.form);
    actions::SaveChild command;
    command.id = section.record.parts.assessment.id;
    command.seen = form.value("version");
    command.child = read_child(form, section.record.parts.children[section.at].child);
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::save_child(work, command));
            return "/assessments/" + to_text(command.id) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(child_page(visit, TRY(load_child(visit)), form)); });
}

AccountSectionPage account_page(Visit& visit, const Section& section, FormState form) {
    const ParentAccount& account = section.record.parts.accounts[section.at];
    std::string name = full_name(section.record.adults[section.at]);
    return page_of<AccountSectionPage>(visit, section.record,
                                       {.heading = name, .caption = "In their own words", .title = name},
                                       actions::mark_of_account(account), std::move(form));
}

Answered show_account(Visit& visit) {
    Section section = TRY(load_account(visit));
    const ParentAccount& account = section.record.parts.accounts[section.at];
    http::Form form{{"account", account.account}, {"not_obtained_why", account.not_obtained_why}};
    put_date(form, "spoken_on", account.spoken_on);
    return http::Response::html(render(account_page(visit, section, FormState(form))));
}

Answered save_account(Visit& visit) {
    Section section = TRY(load_account(visit));
    FormState form(visit.form);
    actions::SaveAccount command;
    command.id = section.record.parts.assessment.id;
    command.seen = form.value("version");
    command.account.person = section.record.parts.accounts[section.at].person;
    command.account.spoken_on = form.date("spoken_on");
    command.account.account = form.long_text("account");
    command.account.not_obtained_why = form.long_text("not_obtained_why");
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::save_account(work, command));
            return "/assessments/" + to_text(command.id) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(account_page(visit, TRY(load_account(visit)), form)); });
}

}  // namespace

RouteTable assessment_section_routes() {
    using enum http::Method;
    May works{Act::work_on_assessment};
    return {
        {get, "/assessments/{id}/family", {works, show_family}},
        {post, "/assessments/{id}/family", {works, save_family}},
        {get, "/assessments/{id}/children/{child}", {works, show_child}},
        {post, "/assessments/{id}/children/{child}", {works, save_child}},
        {get, "/assessments/{id}/accounts/{person}", {works, show_account}},
        {post, "/assessments/{id}/accounts/{person}", {works, save_account}},
    };
}

}  // namespace kith::web
