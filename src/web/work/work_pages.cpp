#include "web/work/work_pages.h"

#include <fmt/format.h>

#include "core/emergency_protection.h"
#include "core/inherited.h"
#include "web/front_door/front_door_pages.h"
#include "web/work/my_work.html.h"
#include "web/work/team_work.html.h"

namespace kith::web {

using namespace core;

static std::string_view folder_of(RecordKind kind) {
    switch (kind) {
        case RecordKind::contact:
            return "/contacts/";
        case RecordKind::person:
            return "/children/";
        case RecordKind::referral:
            return "/referrals/";
        case RecordKind::assessment:
            return "/assessments/";
        case RecordKind::child_in_need_plan:
            return "/child-in-need-plans/";
        case RecordKind::strategy_discussion:
            return "/strategy-discussions/";
        case RecordKind::section47_enquiry:
            return "/section-47-enquiries/";
        case RecordKind::conference:
            return "/conferences/";
        case RecordKind::child_protection_plan:
            return "/child-protection-plans/";
        case RecordKind::pre_proceedings:
            return "/pre-proceedings/";
        case RecordKind::emergency_protection:
            return "/emergency-protections/";
        case RecordKind::out_of_hours_note:
            return "/out-of-hours-notes/";
        default:
            return {};
    }
}

std::string record_href(RecordKind kind, const RawId& record, PersonId child) {
    std::string_view folder = folder_of(kind);
    if (folder.empty() && child.is_nil()) return "/my-work";
    const RawId& shown = folder.empty() ? child : record;
    if (folder.empty()) folder = "/children/";
    std::string href(folder.size() + id_length, '\0');
    folder.copy(href.data(), folder.size());
    put_text(shown, href.data() + folder.size());
    return href;
}

/// The form on which a duty is met, where it is not on the page of the record that the duty is about.
static std::string form_of(const OpenDuty& duty, Role role) {
    auto on = [&](Act act, std::string record, std::string_view step) {
        return may(role, act) ? std::move(record) + std::string(step) : "";
    };
    std::string child = duty.child.is_nil() ? "" : record_href(RecordKind::person, duty.child, duty.child);
    std::string record = record_href(duty.about, duty.record, duty.child);
    bool about_need_plan = duty.about == RecordKind::child_in_need_plan;
    switch (duty.duty) {
        case Duty::hold_strategy_discussion:
            return child.empty() ? ""
                                 : on(Act::hold_strategy_discussion, std::move(child), "/strategy-discussions/new");
        case Duty::hold_transfer_in_conference:
            return child.empty() ? "" : on(Act::read_child, std::move(child), "/transfer-in");
        case Duty::visit_child_on_protection_plan:
        case Duty::visit_child_in_need:
            return on(Act::work_on_plan, std::move(record), "/visits/new");
        case Duty::plan_for_child_in_need:
            return about_need_plan ? on(Act::work_on_plan, std::move(record), "/meeting") : "";
        case Duty::review_child_in_need_plan:
            return about_need_plan ? on(Act::work_on_plan, std::move(record), "/reviews/new") : "";
        case Duty::hold_first_core_group:
        case Duty::hold_core_group:
            return on(Act::work_on_plan, std::move(record), "/core-groups/new");
        default:
            return "";
    }
}

std::string duty_href(const OpenDuty& duty, Role role) {
    std::string form = form_of(duty, role);
    return form.empty() ? record_href(duty.about, duty.record, duty.child) : form;
}

std::vector<SafeHtml> heads_of(const DutyTable& options) {
    std::vector<SafeHtml> heads{"Due", "What"};
    if (options.shows_about) heads.emplace_back("About");
    if (options.shows_owner) heads.emplace_back("Whose");
    heads.emplace_back("Rule");
    return heads;
}

/// A day that had passed when the child's record came here is nobody's lateness.
static ContextualDate due_of(const OpenDuty& duty, const Visit& visit) {
    ContextualDate due = contextual(duty.due, visit.today, visit.service.days);
    if (!came_overdue(duty)) return due;
    due.words = fmt::format("Was due before it came here on {}", long_date(london_date(duty.opened_at)));
    due.urgency = web::Urgency::soon;
    return due;
}

/// What a day alone does not say: which facts are missing, and the hour where it counts.
static std::string note_of(const OpenDuty& duty, Instant now) {
    if (!duty.due_at) return duty.what;
    std::string hour = fmt::format("{}: by {}.", time_left(*duty.due_at, now), hour_in_words(*duty.due_at));
    return duty.what.empty() ? hour : hour + " " + duty.what;
}

DutyLine duty_line(const actions::WorkLine& line, const Visit& visit) {
    const OpenDuty& duty = line.duty;
    DutyLine shown{.due = due_of(duty, visit),
                   .what = std::string(says(duty.duty, line.stage)),
                   .about = line.about,
                   .href = duty_href(duty, visit.actor.role),
                   .rule_href = "/rulebook#" + std::string(word(duty.duty)),
                   .owner = line.owner_name,
                   .note = note_of(duty, visit.now)};
    if (line.siblings.empty()) return shown;
    shown.each.push_back({shown.about, shown.href});
    for (const actions::WorkLine& sibling : line.siblings)
        shown.each.push_back({sibling.about, duty_href(sibling.duty, visit.actor.role)});
    return shown;
}

namespace {

std::vector<DutyLine> duty_lines(const std::vector<actions::WorkLine>& work, const Visit& visit) {
    std::vector<DutyLine> lines;
    for (const actions::WorkLine& line : work)
        lines.push_back(duty_line(line, visit));
    return lines;
}

void note_shown(Visit& visit, const std::vector<actions::WorkLine>& work) {
    for (const actions::WorkLine& line : work) {
        visit.shown.insert(visit.shown.end(), line.shown.begin(), line.shown.end());
        note_shown(visit, line.siblings);
    }
}

void fill_conferences(MyWorkPage& page, store::Reader& reader, Visit& visit) {
    page.leads = may(visit.actor.role, Act::chair_conference);
    if (!page.leads) return;
    for (const actions::MyConference& each : actions::my_conferences(reader, visit.actor)) {
        std::string names;
        for (const Person& child : each.children) {
            names += (names.empty() ? "" : ", ") + full_name(child);
            visit.shown.push_back(child.id);
        }
        page.conferences.push_back(
            {record_href(RecordKind::conference, each.conference.id, {}), long_time(each.conference.starts_at), names,
             each.conference.state == ConferenceState::held ? "Held: waits for its decisions" : "To come"});
    }
}

std::string names_of(const std::vector<Person>& children, Visit& visit) {
    std::string names;
    for (const Person& each : children) {
        names += (names.empty() ? "" : ", ") + full_name(each);
        visit.shown.push_back(each.id);
    }
    return names;
}

std::string_view what_waits(RecordKind kind) {
    if (kind == RecordKind::assessment) return "Assessment";
    return kind == RecordKind::section47_enquiry ? "Outcome of the section 47 enquiry" : "Closing";
}

std::vector<WaitingLine> waiting_lines(const std::vector<actions::HandedOn>& handed_on, std::string_view how,
                                       Visit& visit) {
    std::vector<WaitingLine> lines;
    for (const actions::HandedOn& each : handed_on) {
        std::string by = each.by.empty() ? "" : " by " + each.by;
        lines.push_back({fmt::format("{}: {}", what_waits(each.kind), names_of(each.children, visit)),
                         record_href(each.kind, each.record, {}),
                         fmt::format("{}{} on {}", how, by, long_date(london_date(each.at)))});
    }
    return lines;
}

std::vector<WaitingLine> lines_without_worker(const std::vector<actions::ChildWithoutWorker>& children, Visit& visit) {
    std::vector<WaitingLine> lines;
    for (const actions::ChildWithoutWorker& each : children) {
        lines.push_back({full_name(each.child), "/children/" + to_text(each.child.id),
                         each.left.empty() ? "Nobody is named yet" : each.left + " has left"});
        visit.shown.push_back(each.child.id);
    }
    return lines;
}

Answered mine(Visit& visit) {
    MyWorkPage page{.layout = layout_for(visit, "My work")};
    auto work = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        auto found = actions::my_work(visit.service, reader, visit.actor, visit.today);
        fill_conferences(page, reader, visit);
        page.to_decide = waiting_lines(actions::waiting_for_decision(reader, visit.actor), "Put to you", visit);
        page.given_back = waiting_lines(actions::given_back(reader, visit.actor), "Given back", visit);
        page.without_worker = lines_without_worker(actions::children_without_worker(reader, visit.actor), visit);
        for (const Person& child : actions::my_children(reader, visit.actor)) {
            page.children.push_back({"/children/" + to_text(child.id), full_name(child),
                                     child.stage == Stage::unborn ? "" : age_in_words(child, visit.today)});
            visit.shown.push_back(child.id);
        }
        return found;
    }));
    if (visit.query.get("done") == "pregnancy-ended")
        page.quietly = "It is recorded. Every visit, letter and reminder about this baby has stopped.";
    page.unsent = unsent_forms(visit);
    page.asked = census_asked_of(visit);
    page.mine = duty_lines(work.mine, visit);
    page.unowned = duty_lines(work.unowned, visit);
    for (const auto& [contact, children] : work.unread) {
        page.unread.push_back({"/contacts/" + to_text(contact.id), names_as_reported(children), contact.reference,
                               long_time(contact.received_at)});
        for (const ContactChild& child : children)
            if (!child.person.is_nil()) visit.shown.push_back(child.person);
    }
    note_shown(visit, work.mine);
    note_shown(visit, work.unowned);
    return http::Response::html(render(page));
}

Answered teams(Visit& visit) {
    TeamWorkPage page{.layout = layout_for(visit, "Team’s work")};
    auto work = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        page.without_worker = lines_without_worker(actions::children_without_worker(reader, visit.actor), visit);
        return actions::team_work(visit.service, reader, visit.actor, visit.today);
    }));
    page.lines = duty_lines(work, visit);
    note_shown(visit, work);
    return http::Response::html(render(page));
}

}  // namespace

RouteTable work_routes() {
    return {
        {http::Method::get, "/my-work", {SignedIn{}, mine}},
        {http::Method::get, "/team-work", {May{Act::read_team_work}, teams}},
    };
}

}  // namespace kith::web
