#include "web/section47/section47_pages.h"

#include <fmt/format.h>

#include "actions/authority.h"
#include "actions/people.h"
#include "web/section47/enquiry.html.h"

namespace kith::web {

using namespace core;

bool EnquiryPage::going_on() const {
    return view.enquiry.state == EnquiryState::open || view.enquiry.state == EnquiryState::with_manager;
}

namespace {

std::string address_of(Section47EnquiryId id) {
    return "/section-47-enquiries/" + to_text(id);
}

std::vector<SummaryRow> facts_of(const actions::EnquiryView& view) {
    const Section47Enquiry& enquiry = view.enquiry;
    std::vector<SummaryRow> rows{
        fact("State", std::string(says(enquiry.state))), fact("Started by", std::string(says(enquiry.start))),
        fact("Started on", weekday_and_date(enquiry.started_on) + " – the conference counts from this day"),
        fact("Led by", view.lead_name, "Nobody yet: a registered social worker is to be named")};
    if (enquiry.outcome) rows.push_back(fact("Outcome", std::string(says(*enquiry.outcome))));
    if (enquiry.outcome) rows.push_back(fact("Reasons", enquiry.reasons));
    if (!view.proposed_by_name.empty()) rows.push_back(fact("Put forward by", view.proposed_by_name));
    if (!enquiry.dissent.empty()) rows.push_back(fact("Who disagreed", enquiry.dissent));
    if (!enquiry.returned_why.empty()) rows.push_back(fact("Returned by the manager", enquiry.returned_why));
    if (enquiry.endorsed_at)
        rows.push_back(fact("Endorsed by", view.endorsed_by_name + ", " + long_time(*enquiry.endorsed_at)));
    if (enquiry.leads_to) rows.push_back(fact("Leads to", std::string(says(*enquiry.leads_to))));
    if (!enquiry.stopped_why.empty()) rows.push_back(fact("Stopped", enquiry.stopped_why));
    return rows;
}

std::vector<SummaryRow> findings_of(const Section47Enquiry& enquiry) {
    return {fact("Seen", enquiry.seen_on ? long_date(*enquiry.seen_on) : enquiry.not_seen_why),
            fact("Seen alone", enquiry.seen_on
                                   ? std::string(says(enquiry.seen_alone)) +
                                         (enquiry.not_seen_alone_why.empty() ? "" : ": " + enquiry.not_seen_alone_why)
                                   : ""),
            fact("Wishes and feelings", enquiry.wishes.empty() ? enquiry.wishes_missing_why : enquiry.wishes),
            fact("Access refused", std::string(says(enquiry.access_refused)) +
                                       (enquiry.access_refused_done.empty() ? "" : ": " + enquiry.access_refused_done)),
            fact("Medical", std::string(says(enquiry.medical)) +
                                (enquiry.medical_notes.empty() ? "" : ": " + enquiry.medical_notes)),
            fact("What it means", enquiry.analysis)};
}

std::string words_of(const EnquiryStep& step) {
    std::string interpreting = interpreting_line(step.interpreted_by, step.interpreter, step.relative_interprets_why);
    return step.learnt + (interpreting.empty() ? "" : "\nInterpreting: " + interpreting);
}

Timeline steps_of(const actions::EnquiryView& view) {
    Timeline shown{.empty = "Nothing is recorded yet.", .heading_level = 3};
    for (std::size_t i = 0; i < view.steps.size(); ++i) {
        const EnquiryStep& step = view.steps[i];
        std::string title(says(step.kind));
        if (!step.with_whom.empty()) title += ": " + step.with_whom;
        shown.add({.title = title, .byline = view.step_by[i], .at = step.happened_at, .words = words_of(step)});
    }
    return shown;
}

void prefill_findings(FormState& form, const Section47Enquiry& enquiry) {
    set_day(form, "seen", enquiry.seen_on);
    form.set("not_seen_why", enquiry.not_seen_why);
    form.set("seen_alone", word(enquiry.seen_alone));
    form.set("not_seen_alone_why", enquiry.not_seen_alone_why);
    form.set("wishes", enquiry.wishes);
    form.set("wishes_missing_why", enquiry.wishes_missing_why);
    form.set("access_refused", word(enquiry.access_refused));
    form.set("access_refused_done", enquiry.access_refused_done);
    form.set("medical", word(enquiry.medical));
    form.set("medical_notes", enquiry.medical_notes);
    form.set("analysis", enquiry.analysis);
}

/// Each form of the page shows what is saved, but for the one that was sent and comes back.
void prefill(FormState& form, const Section47Enquiry& enquiry, Instant now) {
    if (!form.typed().has("learnt")) set_moment(form, "happened", now);
    if (!form.typed().has("analysis")) prefill_findings(form, enquiry);
    if (form.typed().has("dissent")) return;
    if (enquiry.outcome) form.set("outcome", word(*enquiry.outcome));
    form.set("reasons", enquiry.reasons);
    form.set("dissent", enquiry.dissent);
}

Action next_of(const EnquiryPage& page) {
    if (page.owed) return {"Record the strategy discussion", page.child_href + "/strategy-discussions/new"};
    if (page.with_manager())
        return page.may_endorse ? Action{"Endorse the outcome, or return it", "#endorse"}
                                : Action{"A manager reads the outcome and endorses it, or returns it", ""};
    if (!page.conference_href.empty()) return {"Book the conference", page.conference_href};
    if (!page.going_on()) return {};
    if (page.view.lead_name.empty())
        return page.may_lead ? Action{"Name who leads", "#who-leads"}
                             : Action{"A manager names the registered social worker who leads", ""};
    if (!page.may_work) return {};
    if (page.view.steps.empty()) return {"Add what was done", "#add-step"};
    if (page.view.enquiry.analysis.empty()) return {"Write about the child, and what it means", "#write-findings"};
    return {"Put the outcome to a manager", "#outcome-form"};
}

void guide(EnquiryPage& page, const http::Form& came_back) {
    bool works = page.going_on() && page.may_work;
    page.next = next_of(page);
    if (!page.missing.empty()) page.contents.push_back({"Still needed", "#still-needed"});
    page.contents.push_back({"What was done", "#steps"});
    page.contents.push_back({"The child, and what it means", "#child"});
    if (works) page.contents.push_back({"Put the outcome to a manager", "#outcome-form"});
    if (page.with_manager() && page.may_endorse)
        page.contents.push_back({"Endorse the outcome, or return it", "#endorse"});
    auto open = [&](const char* id, const char* field) {
        if (page.next.href == std::string("#") + id || came_back.has(field)) page.open_forms.insert(id);
    };
    open("who-leads", "lead");
    open("add-step", "learnt");
    open("write-findings", "analysis");
}

Result<http::Response> enquiry_page(Visit& visit, FormState form, int status) {
    auto id = TRY(id_in_path<Section47EnquiryId>(visit));
    EnquiryPage page;
    std::vector<Staff> leads;
    page.view = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        leads = actions::staff_who_may(reader, Act::work_on_section47_enquiry);
        return actions::section47_enquiry(reader, visit.actor, id);
    }));
    visit.shown.push_back(page.view.child.id);
    http::Form came_back = form.typed();
    prefill(form, page.view.enquiry, visit.now);
    begin(page, visit, "Section 47 enquiry", address_of(id), std::move(form));
    page.child_href = "/children/" + to_text(page.view.child.id);
    page.facts = facts_of(page.view);
    page.census = census_box_at(visit, {page.view.child.id}, RecordKind::section47_enquiry, id);
    page.findings = findings_of(page.view.enquiry);
    page.steps = steps_of(page.view);
    for (const Staff& each : leads)
        if (each.social_work_qualified) page.leads.push_back({.value = to_text(each.id), .text = each.name});
    page.owed = strategy_discussion_is_owed(page.view.enquiry);
    page.may_work = may(visit.actor.role, Act::work_on_section47_enquiry);
    page.may_endorse = may(visit.actor.role, Act::authorise_section47_outcome);
    page.may_lead = page.going_on() && may(visit.actor.role, Act::allocate_worker);
    if (page.going_on()) page.missing = sentences(page.view.missing);
    auto after = page.view.enquiry.leads_to;
    bool asks_for_one = after == AfterEnquiry::initial_conference || after == AfterEnquiry::early_review;
    if (asks_for_one && may(visit.actor.role, Act::arrange_conference))
        page.conference_href = page.child_href + "/conferences/new";
    page.outcome_version = actions::mark_of_outcome(page.view.enquiry);
    guide(page, came_back);
    return http::Response::html(render(page), status);
}

Answered show(Visit& visit) {
    return enquiry_page(visit, {}, 200);
}

/// Runs one action on the enquiry in the address, then shows it again.
template <class F>
Answered act(Visit& visit, FormState& form, std::string_view said, F action) {
    auto id = TRY(id_in_path<Section47EnquiryId>(visit));
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(action(work, id));
            return fmt::format("{}?done={}", address_of(id), said);
        },
        enquiry_page);
}

Answered name_lead(Visit& visit) {
    FormState form(visit.form);
    auto lead = parse_id_as<StaffId>(form.value("lead"));
    if (!lead) form.add_error("lead", "Choose a social worker from the list.");
    return act(visit, form, "saved",
               [&](actions::Work& work, Section47EnquiryId id) { return actions::lead_enquiry(work, id, *lead); });
}

Answered add_step(Visit& visit) {
    FormState form(visit.form);
    EnquiryStep step;
    if (auto kind = form.required_choice<EnquiryStepKind>("kind", "Say what was done.")) step.kind = *kind;
    if (auto at = required_moment(form, "happened", "Say when it was done.")) step.happened_at = *at;
    step.with_whom = form.text("with_whom", 300);
    step.learnt = form.required_text("learnt", "Say what was said or seen.", 50'000);
    read_interpreting(form, step);
    return act(visit, form, "saved",
               [&](actions::Work& work, Section47EnquiryId id) { return actions::record_step(work, id, step); });
}

Answered record_findings(Visit& visit) {
    FormState form(visit.form);
    EnquiryFindings findings;
    findings.seen_on = form.date("seen");
    findings.seen_alone = form.choice("seen_alone", Answer::not_known);
    findings.not_seen_why = form.long_text("not_seen_why");
    findings.not_seen_alone_why = form.long_text("not_seen_alone_why");
    findings.wishes = form.long_text("wishes");
    findings.wishes_missing_why = form.long_text("wishes_missing_why");
    findings.access_refused = form.choice("access_refused", Answer::not_known);
    findings.access_refused_done = form.long_text("access_refused_done");
    findings.medical = form.choice("medical", Medical::not_needed);
    findings.medical_notes = form.long_text("medical_notes");
    findings.analysis = form.long_text("analysis");
    return act(visit, form, "saved", [&](actions::Work& work, Section47EnquiryId id) {
        return actions::record_findings(work, id, version_in(form), findings);
    });
}

Answered propose(Visit& visit) {
    FormState form(visit.form);
    ProposeOutcome command;
    if (auto outcome = form.required_choice<EnquiryOutcome>("outcome", "Choose the outcome for this child."))
        command.outcome = *outcome;
    command.reasons = form.long_text("reasons");
    command.dissent = form.long_text("dissent");
    return act(visit, form, "saved", [&](actions::Work& work, Section47EnquiryId id) {
        return actions::propose_outcome(work, id, command, form.value("version"));
    });
}

Answered endorse(Visit& visit) {
    FormState form(visit.form);
    std::string words = form.long_text("endorsement");
    bool endorses = form.value("answer") == "endorse";
    if (!endorses && words.empty()) form.add_error("endorsement", "Say what the worker should do first.");
    return act(visit, form, "saved", [&](actions::Work& work, Section47EnquiryId id) {
        return endorses ? actions::endorse_outcome(work, id, words, version_in(form))
                        : actions::return_outcome(work, id, words);
    });
}

}  // namespace

RouteTable section47_routes() {
    May works{Act::work_on_section47_enquiry};
    return {
        {http::Method::get, "/section-47-enquiries/{id}", {May{Act::read_child}, show}},
        {http::Method::post, "/section-47-enquiries/{id}/lead", {May{Act::allocate_worker}, name_lead}},
        {http::Method::post, "/section-47-enquiries/{id}/steps", {works, add_step}},
        {http::Method::post, "/section-47-enquiries/{id}/findings", {works, record_findings}},
        {http::Method::post, "/section-47-enquiries/{id}/outcome", {works, propose}},
        {http::Method::post,
         "/section-47-enquiries/{id}/endorsement",
         {May{Act::authorise_section47_outcome}, endorse}},
    };
}

}  // namespace kith::web
