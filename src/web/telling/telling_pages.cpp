#include "web/telling/telling_pages.h"

#include <fmt/format.h>

#include "web/letter/letter_pages.h"
#include "web/telling/telling.html.h"
#include "web/work/work_pages.h"

namespace kith::web {

using namespace core;

namespace {

std::vector<SummaryRow> facts_of(const actions::TellingLine& line) {
    const Telling& telling = line.telling;
    std::vector<SummaryRow> rows{fact("Now", std::string(says(telling.state))),
                                 fact("Owed from", long_date(telling.owed_from)),
                                 fact("May be shown", std::string(says(telling.showing)))};
    if (telling.reason) rows.push_back(fact("Reason", std::string(says(*telling.reason))));
    if (!telling.reason_in_words.empty()) rows.push_back(fact("In words", telling.reason_in_words));
    if (!line.decided_by_name.empty()) rows.push_back(fact("Decided by", line.decided_by_name));
    if (telling.review_on) rows.push_back(fact("Look at it again on", long_date(*telling.review_on)));
    if (telling.told_at) {
        rows.push_back(fact("When", long_time(*telling.told_at)));
        rows.push_back(fact("How", std::string(says(*telling.how))));
        rows.push_back(fact("By", line.told_by_name));
        if (!telling.format.empty()) rows.push_back(fact("Language and format", telling.format));
        rows.push_back(fact("Conversation", said_or_why_not(telling.talk_through, telling.talk_through_missing)));
    }
    if (!telling.left_out.empty()) rows.push_back(fact("Left out", telling.left_out));
    return rows;
}

std::string not_yet_of(const actions::TellingLine& line) {
    if (line.telling.state != TellingState::not_telling_yet) return "";
    return fmt::format("Do not give this to {} yet, and do not talk about it. {} decided so.", line.who,
                       line.decided_by_name);
}

/// The letter that gives what is owed, where there is one to print.
std::string letter_of(const Telling& telling) {
    using documents::LetterKind;
    if (!is_open(telling) || telling.state == TellingState::not_telling_yet) return "";
    auto address = [&](LetterKind kind) {
        return fmt::format("{}/children/{}/to/{}", letters_href(kind, telling.record), to_text(telling.child),
                           to_text(telling.who));
    };
    switch (telling.owed) {
        case Owed::assessment_copy:
            return address(LetterKind::assessment);
        case Owed::conference_decision:
            return address(LetterKind::conference_decision);
        case Owed::closure_letter:
            return address(LetterKind::closing);
        case Owed::letter_before_proceedings:
            return address(LetterKind::before_proceedings);
        default:
            return "";
    }
}

Result<TellingPage> telling_page(Visit& visit, FormState form) {
    TellingId id = TRY(id_in_path<TellingId>(visit));
    TellingPage page;
    page.record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::telling_record(reader, visit.actor, id); }));
    const Telling& telling = page.record.line.telling;
    begin(page, visit, std::string(says(telling.owed)), "/tellings/" + to_text(id), std::move(form));
    page.back = record_href(telling.about, telling.record, telling.child);
    page.facts = facts_of(page.record.line);
    std::string child = full_name(page.record.child);
    page.about = telling.who == telling.child ? child : page.record.line.who + ", about " + child;
    page.not_yet = not_yet_of(page.record.line);
    page.letter = letter_of(telling);
    page.waits_for_manager = telling.showing == Showing::undecided && is_open(telling) && !page.record.may_decide;
    page.hows = select_items<HowTold>();
    page.showings = choices<Showing>();
    page.showings.erase(page.showings.begin());  // "not decided" is not a decision
    page.reasons = choices<NotTellingReason>();
    page.review_is_due = review_is_due(telling, visit.today);
    page.against_decision = told_against_decision(telling);
    visit.shown = {telling.child, telling.who};
    return page;
}

Answered show(Visit& visit) {
    http::Form form;
    put_date(form, "told_at", visit.today);
    return http::Response::html(render(TRY(telling_page(visit, FormState(form)))));
}

/// What was told on a past day is dated at noon of it; today, now.
Instant at_some_time_on(const Visit& visit, Date day) {
    return day == visit.today ? visit.now : from_london(day, std::chrono::hours(12));
}

Answered told(Visit& visit) {
    TellingId id = TRY(id_in_path<TellingId>(visit));
    FormState form(visit.form);
    actions::RecordToldCommand command;
    command.telling = id;
    command.version = version_in(form);
    auto state = form.required_choice<TellingState>("state", "Say what was done.");
    if (state) command.told.state = *state;
    if (auto day = form.required_date("told_at", "Say when.")) command.told.at = at_some_time_on(visit, *day);
    command.told.how = form.choice("how", HowTold::in_person);
    command.told.by = visit.actor.id;
    command.told.format = form.text("format");
    command.told.talk_through = form.long_text("talk_through");
    command.told.talk_through_missing = form.text("talk_through_missing");
    command.told.left_out = form.text("left_out");
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::record_told(work, command));
            bool may_still_read = actions::telling_record(work.store, visit.actor, id).has_value();
            return may_still_read ? "/tellings/" + to_text(id) + "?done=saved" : "/my-work?done=told-and-closed";
        },
        [&]() -> Result<std::string> { return render(TRY(telling_page(visit, form))); });
}

Answered showing(Visit& visit) {
    TellingId id = TRY(id_in_path<TellingId>(visit));
    FormState form(visit.form);
    actions::DecideShowingCommand command;
    command.telling = id;
    command.version = version_in(form);
    if (auto chosen = form.required_choice<Showing>("showing", "Choose how this person may see it."))
        command.decision.showing = *chosen;
    command.decision.reason = parse_word<NotTellingReason>(form.value("reason"));
    command.decision.reason_in_words = form.long_text("reason_in_words");
    command.decision.legal_advice = form.text("legal_advice");
    command.decision.review_on = form.date("review_on");
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::decide_showing(work, command));
            return "/tellings/" + to_text(id) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(TRY(telling_page(visit, form))); });
}

}  // namespace

RouteTable telling_routes() {
    return {
        {http::Method::get, "/tellings/{id}", {May{Act::read_child}, show}},
        {http::Method::post, "/tellings/{id}/told", {May{Act::read_child}, told}},
        {http::Method::post, "/tellings/{id}/showing", {May{Act::decide_not_to_tell}, showing}},
    };
}

}  // namespace kith::web
