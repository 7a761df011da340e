// Completing the record of a strategy discussion: its page, what was left out, what agencies said afterwards, sign-off.
#include <fmt/format.h>

#include "actions/authority.h"
#include "web/strategy_discussion/hear_agency.html.h"
#include "web/strategy_discussion/strategy.html.h"
#include "web/strategy_discussion/strategy_pages.h"

namespace kith::web {

using namespace core;

std::string address_of(StrategyDiscussionId id) {
    return "/strategy-discussions/" + to_text(id);
}

namespace {

std::vector<SummaryRow> facts_of(const actions::StrategyView& view) {
    const StrategyDiscussion& discussion = view.record.discussion;
    std::vector<SummaryRow> rows{
        fact("Held", long_time(discussion.held_at) + ", " + std::string(says(discussion.held_as))),
        fact("Manager who decided", view.manager_name),
        fact("Recorded by", view.recorded_by_name + ", " + long_time(discussion.entered_at)),
        fact("What was shared", discussion.information),
        fact("Reasonable cause", discussion.reasonable_cause),
        fact("Actions", discussion.actions),
        fact("Police reference", discussion.police_reference, "None recorded"),
        fact("Who interprets for the family",
             interpreting_line(discussion.interpreted_by, discussion.interpreter, discussion.relative_interprets_why),
             "Not said yet")};
    if (discussion.completed_at) rows.push_back(fact("Signed off", long_time(*discussion.completed_at)));
    return rows;
}

StrategyPage::Attendance attendance_line(const StrategyAttendance& row, const std::string& address) {
    StrategyPage::Attendance line;
    line.says = fmt::format("{}: {}{}", says(row.agency), says(row.took_part), row.name.empty() ? "" : ", " + row.name);
    if (row.took_part != TookPart::missing) return line;
    line.missing = row.missing_why.empty() ? "The reason is not recorded." : row.missing_why;
    if (row.followed_up_on) {
        line.missing += " Caught up with on " + long_date(*row.followed_up_on) + ".";
    } else {
        if (row.follow_up_on) line.missing += " To be caught up with by " + long_date(*row.follow_up_on) + ".";
        line.hear_href = address + "/afterwards?agency=" + std::string(word(row.agency));
        line.agency = says(row.agency);
    }
    return line;
}

std::string when_told(const StrategyTelling& row) {
    if (!row.when) return row.not_yet_why.empty() ? "Not said yet" : "Not yet: " + row.not_yet_why;
    return long_time(*row.when) + (row.not_yet_why.empty() ? "" : ". Not before, because: " + row.not_yet_why);
}

Table tellings_of(const actions::StrategyView& view) {
    Table table{.caption = "Who tells whom, what and when",
                .caption_classes = "govuk-table__caption--m",
                .head = {{.text = "Who"}, {.text = "Told by"}, {.text = "What"}, {.text = "When"}},
                .empty = "Nothing is recorded yet."};
    for (const StrategyTelling& row : view.record.tellings)
        table.rows.push_back(
            {{.text = row.who_is_told}, {.text = row.told_by}, {.text = row.what}, {.text = when_told(row)}});
    return table;
}

void fill_additions(StrategyPage& page) {
    for (std::size_t i = 0; i < page.view.record.additions.size(); ++i) {
        const StrategyAddition& row = page.view.record.additions[i];
        page.additions.push_back(
            {fmt::format("{}, {}: {}", says(row.agency), row.who, long_date(row.said_on)), row.said,
             fmt::format("Added by {}, {}", page.view.added_by_names[i], long_time(row.added_at))});
    }
}

/// The parts that somebody may still fill in: each thing that is missing has its field.
void fill_open_parts(StrategyPage& page) {
    const StrategyRecord& record = page.view.record;
    for (Agency agency : missing_agencies(record.attendance)) {
        StrategyPage::Open open{std::string(word(agency)), std::string(says(agency))};
        for (const StrategyAttendance& row : record.attendance) {
            if (row.agency != agency) continue;
            open.says_why = row.missing_why.empty();
            open.says_when = !row.follow_up_on && !row.followed_up_on;
        }
        if (open.says_why || open.says_when) page.absences.push_back(std::move(open));
    }
    for (std::size_t i = 0; i < record.children.size(); ++i)
        if (record.children[i].decision && is_blank(record.children[i].reasons))
            page.unreasoned.push_back({to_text(record.children[i].id), full_name(page.view.children[i])});
    for (const StrategyTelling& row : record.tellings)
        if (!is_complete(row)) page.untold.push_back({to_text(row.id), row.who_is_told});
}

void fill_children(StrategyPage& page, Visit& visit) {
    for (std::size_t i = 0; i < page.view.children.size(); ++i) {
        const StrategyChild& row = page.view.record.children[i];
        const Person& child = page.view.children[i];
        visit.shown.push_back(child.id);
        page.undecided = page.undecided || !row.decision;
        std::string id = to_text(child.id);
        page.child_items.push_back({.value = id, .text = full_name(child)});
        page.children.push_back(
            {to_text(row.id), id, full_name(child), row.decision ? std::string(says(*row.decision)) : "", row.reasons,
             row.enquiry.is_nil() ? "" : "/section-47-enquiries/" + to_text(row.enquiry),
             fmt::format("/children/{}/safety-plans/new?discussion={}", id, to_text(row.discussion))});
    }
}

/// What is saved, unless this form itself comes back: the decisions' form has no version.
void prefill(FormState& form, const StrategyDiscussion& discussion) {
    if (form.typed().has("version")) return;
    form.set("interpreted_by", word(discussion.interpreted_by));
    form.set("interpreter", discussion.interpreter);
    form.set("relative_interprets_why", discussion.relative_interprets_why);
    form.set("information", discussion.information);
    form.set("reasonable_cause", discussion.reasonable_cause);
    form.set("actions", discussion.actions);
    form.set("police_reference", discussion.police_reference);
    if (!discussion.manager.is_nil()) form.set("manager", to_text(discussion.manager));
}

}  // namespace

static Action next_of(const StrategyPage& page) {
    if (page.undecided && page.may_work) return {"Record the decision for each child", "#decisions"};
    if (!page.open() || !page.may_work) return {};
    if (!page.missing.empty()) return {"Complete the record", "#complete"};
    return page.may_complete ? Action{"Sign off the record", "#sign-off"}
                             : Action{"A manager reads the record and signs it off", ""};
}

Result<http::Response> strategy_page(Visit& visit, FormState form, int status) {
    StrategyDiscussionId id = TRY(id_in_path<StrategyDiscussionId>(visit));
    StrategyPage page;
    std::vector<Staff> managers;
    page.view = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        managers = actions::staff_who_may(reader, Act::authorise_section47_outcome);
        return actions::strategy_discussion(reader, visit.actor, id);
    }));
    prefill(form, page.view.record.discussion);
    begin(page, visit, "Strategy discussion", address_of(id), std::move(form));
    page.facts = facts_of(page.view);
    fill_children(page, visit);
    for (const StrategyAttendance& row : page.view.record.attendance)
        page.attendance.push_back(attendance_line(row, page.address));
    page.tellings = tellings_of(page.view);
    fill_additions(page);
    fill_open_parts(page);
    for (const InterimSafetyPlan& plan : page.view.safety_plans)
        page.safety_plans.push_back(
            {.text = "Interim safety plan of " + long_date(plan.starts), .href = "/safety-plans/" + to_text(plan.id)});
    for (const Staff& each : managers)
        page.managers.push_back({.value = to_text(each.id), .text = each.name});
    if (page.open()) page.missing = sentences(page.view.missing);
    page.may_work = may(visit.actor.role, Act::hold_strategy_discussion);
    page.may_complete = may(visit.actor.role, Act::authorise_section47_outcome);
    page.next = next_of(page);
    return http::Response::html(render(page), status);
}

namespace {

std::vector<StrategyTelling> open_tellings(FormState& form) {
    std::vector<StrategyTelling> told;
    for (const auto& [name, value] : form.typed().entries()) {
        if (!name.starts_with("told_by-")) continue;
        std::string row = name.substr(8);
        auto id = parse_id_as<decltype(StrategyTelling::id)>(row);
        if (!id) continue;
        StrategyTelling telling;
        telling.id = *id;
        telling.told_by = form.text("told_by-" + row, 300);
        telling.what = form.long_text("what-" + row);
        telling.when = moment(form, "told-" + row);
        telling.not_yet_why = form.long_text("not_yet_why-" + row);
        told.push_back(std::move(telling));
    }
    return told;
}

void read_open_parts(FormState& form, actions::WriteStrategyDiscussion& command) {
    for (Agency agency : {Agency::local_authority, Agency::police, Agency::health}) {
        std::string row(word(agency));
        std::string why = form.text("missing_why-" + row, 2'000);
        auto by = form.date("follow_up-" + row);
        if (!why.empty() || by) command.absences.push_back({agency, why, by});
    }
    for (const auto& [name, value] : form.typed().entries())
        if (auto row = name.starts_with("reasons-") ? parse_id(name.substr(8)) : std::nullopt)
            if (std::string reasons = form.long_text(name); !reasons.empty())
                command.reasons.push_back({*row, reasons});
    command.told = open_tellings(form);
}

void read_new_telling(FormState& form, actions::WriteStrategyDiscussion& command) {
    StrategyTelling telling;
    telling.who_is_told = form.text("who_is_told", 300);
    telling.told_by = form.text("told_by", 300);
    telling.what = form.long_text("what");
    telling.when = moment(form, "told");
    telling.not_yet_why = form.long_text("not_yet_why");
    bool says_something =
        telling.when || !telling.told_by.empty() || !telling.what.empty() || !telling.not_yet_why.empty();
    if (telling.who_is_told.empty() && says_something) form.add_error("who_is_told", "Say who is told.");
    if (telling.who_is_told.empty()) return;
    if (auto child = parse_id_as<PersonId>(form.value("tell_child")))
        telling.child = *child;
    else
        form.add_error("tell_child", "Say about which child.");
    command.tellings.push_back(telling);
}

actions::WriteStrategyDiscussion write_command(FormState& form, StrategyDiscussionId id) {
    actions::WriteStrategyDiscussion command;
    command.discussion = id;
    command.version = version_in(form);
    if (auto manager = parse_id_as<StaffId>(form.value("manager"))) command.manager = *manager;
    command.information = form.long_text("information");
    command.reasonable_cause = form.long_text("reasonable_cause");
    command.actions = form.long_text("actions");
    command.police_reference = form.text("police_reference", 100);
    read_interpreting(form, command);
    read_open_parts(form, command);
    read_new_telling(form, command);
    return command;
}

Answered write(Visit& visit) {
    StrategyDiscussionId id = TRY(id_in_path<StrategyDiscussionId>(visit));
    FormState form(visit.form);
    actions::WriteStrategyDiscussion command = write_command(form, id);
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::write_strategy_discussion(work, command));
            return address_of(id) + "?done=saved";
        },
        strategy_page);
}

Result<http::Response> hear_page(Visit& visit, FormState form, int status) {
    StrategyDiscussionId id = TRY(id_in_path<StrategyDiscussionId>(visit));
    auto view = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::strategy_discussion(reader, visit.actor, id); }));
    std::string children;
    for (const Person& child : view.children) {
        visit.shown.push_back(child.id);
        children += (children.empty() ? "" : ", ") + full_name(child);
    }
    if (!form.has_errors()) {
        form.set("agency", visit.query.get("agency"));
        set_day(form, "said_on", visit.today);
    }
    FormHead head{.heading = "What an agency said afterwards",
                  .caption = fmt::format("{}, about {}", long_time(view.record.discussion.held_at), children),
                  .back = address_of(id),
                  .back_text = "Strategy discussion",
                  .title = "What an agency said afterwards"};
    auto page = form_page<HearAgencyPage>(visit, std::move(head), std::move(form));
    return http::Response::html(render(page), status);
}

Answered new_hearing(Visit& visit) {
    return hear_page(visit, {}, 200);
}

Answered hear(Visit& visit) {
    StrategyAddition addition;
    addition.discussion = TRY(id_in_path<StrategyDiscussionId>(visit));
    FormState form(visit.form);
    if (auto agency = form.required_choice<Agency>("agency", "Say which agency.")) addition.agency = *agency;
    addition.who = form.required_text("who", "Say who spoke for them: name and role.", 300);
    if (auto on = form.required_date("said_on", "Say on which day.")) addition.said_on = *on;
    addition.said = form.required_text("said", "Write what they said.", 50'000);
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::hear_agency(work, addition));
            return address_of(addition.discussion) + "?done=saved#afterwards";
        },
        hear_page);
}

Answered complete(Visit& visit) {
    StrategyDiscussionId id = TRY(id_in_path<StrategyDiscussionId>(visit));
    FormState form(visit.form);
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            auto done = actions::complete_strategy_discussion(work, id);
            if (done) return address_of(id) + "?done=saved";
            Refusal refusal = done.error();
            if (refusal.because == Because::invalid) refusal.field = "missing-1";  // the page's list of what is needed
            return tl::unexpected(refusal);
        },
        strategy_page);
}

}  // namespace

RouteTable strategy_record_routes() {
    May holds{Act::hold_strategy_discussion};
    return {
        {http::Method::post, "/strategy-discussions/{id}/record", {holds, write}},
        {http::Method::get, "/strategy-discussions/{id}/afterwards", {holds, new_hearing}},
        {http::Method::post, "/strategy-discussions/{id}/afterwards", {holds, hear}},
        {http::Method::post,
         "/strategy-discussions/{id}/completion",
         {May{Act::authorise_section47_outcome}, complete}},
    };
}

}  // namespace kith::web
