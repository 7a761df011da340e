#include "web/work/work_pages.h"

#include <fmt/format.h>

#include "core/inherited.h"
#include "web/front_door/front_door_pages.h"
#include "web/work/my_work.html.h"
#include "web/work/team_work.html.h"

namespace kith::web {

using namespace core;

std::string record_href(RecordKind kind, const RawId& record, PersonId child) {
    switch (kind) {
        case RecordKind::contact:
            return "/contacts/" + to_text(record);
        case RecordKind::person:
            return "/children/" + to_text(record);
        case RecordKind::referral:
            return "/referrals/" + to_text(record);
        case RecordKind::assessment:
            return "/assessments/" + to_text(record);
        case RecordKind::child_in_need_plan:
            return "/child-in-need-plans/" + to_text(record);
        case RecordKind::strategy_discussion:
            return "/strategy-discussions/" + to_text(record);
        case RecordKind::section47_enquiry:
            return "/section-47-enquiries/" + to_text(record);
        case RecordKind::conference:
            return "/conferences/" + to_text(record);
        case RecordKind::child_protection_plan:
            return "/child-protection-plans/" + to_text(record);
        case RecordKind::pre_proceedings:
            return "/pre-proceedings/" + to_text(record);
        default:
            return child.is_nil() ? "/my-work" : "/children/" + to_text(child);
    }
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

DutyLine duty_line(const actions::WorkLine& line, const Visit& visit) {
    const OpenDuty& duty = line.duty;
    return {.due = due_of(duty, visit),
            .what = std::string(says(duty.duty, line.stage)),
            .about = line.about,
            .href = record_href(duty.about, duty.record, duty.child),
            .rule_href = "/rulebook#" + std::string(word(duty.duty)),
            .owner = line.owner_name,
            .note = duty.what};
}

namespace {

std::vector<DutyLine> duty_lines(const std::vector<actions::WorkLine>& work, const Visit& visit) {
    std::vector<DutyLine> lines;
    for (const actions::WorkLine& line : work)
        lines.push_back(duty_line(line, visit));
    return lines;
}

void note_shown(Visit& visit, const std::vector<actions::WorkLine>& work) {
    for (const actions::WorkLine& line : work)
        visit.shown.insert(visit.shown.end(), line.shown.begin(), line.shown.end());
}

Answered mine(Visit& visit) {
    MyWorkPage page{.layout = layout_for(visit, "My work")};
    auto work = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        auto found = actions::my_work(visit.service, reader, visit.actor, visit.today);
        for (const Person& child : actions::my_children(reader, visit.actor)) {
            page.children.push_back(
                {"/children/" + to_text(child.id), full_name(child), age_in_words(child, visit.today)});
            visit.shown.push_back(child.id);
        }
        return found;
    }));
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
    auto work = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::team_work(visit.service, reader, visit.actor, visit.today);
    }));
    TeamWorkPage page{layout_for(visit, "Team’s work"), duty_lines(work, visit)};
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
