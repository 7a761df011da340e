#include "actions/my_work.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "store/conference_store.h"
#include "store/contact_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

namespace {

/// What the lines of a list say besides the duty's own row, read at once: as many look-ups whatever its length.
struct Surroundings {
    std::unordered_map<PersonId, Person> children;
    std::unordered_map<ContactId, std::vector<ContactChild>> reported;
    std::unordered_map<StaffId, std::string> staff;
    std::set<std::pair<PersonId, PersonId>> siblings;    ///< both ways round
    std::set<std::pair<PersonId, ContactId>> came_with;  ///< the contact that a child's open referral came from

    bool belong_together(PersonId a, PersonId b) const;
};

template <class... Values>
Surroundings surroundings_of(store::Reader& reader, const std::string& duties, const Values&... values) {
    Surroundings known;
    for (Person& child : reader.list<Person>("WHERE id IN (SELECT child FROM duty " + duties + ")", values...))
        known.children.emplace(child.id, std::move(child));
    for (ContactChild& each : reader.list<ContactChild>(
             "WHERE contact IN (SELECT record FROM duty " + duties + ") ORDER BY contact, position, id", values...))
        known.reported[each.contact].push_back(std::move(each));
    for (Staff& owner : reader.list<Staff>("WHERE id IN (SELECT owner FROM duty " + duties + ")", values...))
        known.staff.emplace(owner.id, owner.disabled_at ? owner.name + ", who has left" : std::move(owner.name));
    for (const Relation& each : reader.list<Relation>(
             "WHERE kind IN ('sibling', 'half_sibling') AND child IN (SELECT child FROM duty " + duties + ")",
             values...)) {
        known.siblings.emplace(each.child, each.other);
        known.siblings.emplace(each.other, each.child);
    }
    reader.each(
        "SELECT child, contact FROM referral WHERE closed_on IS NULL AND child IN (SELECT child FROM duty " + duties +
            ")",
        [&](const store::RowView& row) {
            if (!row.id(1).is_nil()) known.came_with.emplace(PersonId(row.id(0)), ContactId(row.id(1)));
        },
        values...);
    return known;
}

/// Brothers and sisters as recorded; or children reported together, whose relations nobody has recorded yet.
bool Surroundings::belong_together(PersonId a, PersonId b) const {
    if (siblings.contains({a, b})) return true;
    for (auto at = came_with.lower_bound({a, ContactId{}}); at != came_with.end() && at->first == a; ++at)
        if (came_with.contains({b, at->second})) return true;
    return false;
}

/// One thing to do for children together: the same duty by the same day, of the same person, about the same.
bool is_one_with(const WorkLine& line, const WorkLine& other, const Surroundings& known) {
    const OpenDuty &a = line.duty, &b = other.duty;
    return a.duty == b.duty && a.due == b.due && a.due_at == b.due_at && a.owner == b.owner && a.what == b.what &&
           line.stage == other.stage && known.belong_together(a.child, b.child);
}

/// Lines come soonest first: those that may be one stand near each other.
void add_line(std::vector<WorkLine>& lines, WorkLine line, const Surroundings& known) {
    for (auto at = lines.rbegin(); at != lines.rend() && at->duty.due == line.duty.due; ++at) {
        bool joins = is_one_with(*at, line, known) || std::ranges::any_of(at->siblings, [&](const WorkLine& each) {
                         return is_one_with(each, line, known);
                     });
        if (!joins) continue;
        at->siblings.push_back(std::move(line));
        return;
    }
    lines.push_back(std::move(line));
}

std::string about(const OpenDuty& duty, const Surroundings& known) {
    if (auto child = known.children.find(duty.child); child != known.children.end()) return full_name(child->second);
    if (duty.about != RecordKind::contact) return "Record";
    auto reported = known.reported.find(ContactId(duty.record));
    return names_as_reported(reported == known.reported.end() ? std::vector<ContactChild>{} : reported->second);
}

std::vector<PersonId> shown_by(const OpenDuty& duty, const Surroundings& known) {
    std::vector<PersonId> shown;
    if (!duty.child.is_nil()) shown.push_back(duty.child);
    auto reported = known.reported.find(ContactId(duty.record));
    if (duty.about != RecordKind::contact || reported == known.reported.end()) return shown;
    for (const ContactChild& each : reported->second)
        if (!each.person.is_nil()) shown.push_back(each.person);
    return shown;
}

template <class... Values>
std::vector<WorkLine> lines(const Service& service, store::Reader& reader, Date today, const std::string& duties,
                            const Values&... values) {
    Surroundings known = surroundings_of(reader, duties, values...);
    std::vector<WorkLine> lines;
    for (OpenDuty& duty : reader.list<OpenDuty>(duties, values...)) {
        WorkLine line;
        line.about = about(duty, known);
        line.shown = shown_by(duty, known);
        if (auto child = known.children.find(duty.child); child != known.children.end())
            line.stage = child->second.stage;
        if (auto owner = known.staff.find(duty.owner); owner != known.staff.end()) line.owner_name = owner->second;
        line.working_days_left = service.days.elapsed(today, duty.due);
        line.clock = find_clock(service.rulebook, duty.clock);
        line.duty = std::move(duty);
        add_line(lines, std::move(line), known);
    }
    return lines;
}

std::vector<UnreadContact> unread_of(store::Reader& reader, const Actor& actor) {
    const std::string unread =
        "WHERE for_worker = $1 AND state = 'passed_to_worker' AND read_at IS NULL ORDER BY received_at, id LIMIT 50";
    std::vector<UnreadContact> contacts;
    for (Contact& contact : reader.list<Contact>(unread, actor.id))
        contacts.push_back({std::move(contact), {}});
    for (ContactChild& child : reader.list<ContactChild>(
             "WHERE contact IN (SELECT id FROM contact " + unread + ") ORDER BY position, id", actor.id))
        for (UnreadContact& each : contacts)
            if (each.contact.id == child.contact) each.children.push_back(child);
    return contacts;
}

}  // namespace

Result<MyWork> my_work(const Service& service, store::Reader& reader, const Actor& actor, Date today) {
    MyWork work;
    work.mine =
        lines(service, reader, today, "WHERE owner = $1 AND closed_at IS NULL ORDER BY due, id LIMIT 200", actor.id);
    work.unowned =
        lines(service, reader, today, "WHERE team = $1 AND owner = $2 AND closed_at IS NULL ORDER BY due, id LIMIT 100",
              actor.team, RawId{});
    work.unread = unread_of(reader, actor);
    return work;
}

Result<std::vector<WorkLine>> team_work(const Service& service, store::Reader& reader, const Actor& actor, Date today) {
    TRY(require(actor, Act::read_team_work));
    return lines(service, reader, today, "WHERE team = $1 AND closed_at IS NULL ORDER BY due, id LIMIT 500",
                 actor.team);
}

std::vector<Person> my_children(store::Reader& reader, const Actor& actor) {
    return reader.list<Person>("WHERE accountable_worker = $1 ORDER BY family_name, given_name, id LIMIT 200",
                               actor.id);
}

std::vector<MyConference> my_conferences(store::Reader& reader, const Actor& actor) {
    std::vector<MyConference> mine;
    for (Conference& each : reader.list<Conference>(
             "WHERE chair = $1 AND state IN ('called', 'held') ORDER BY starts_at, id LIMIT 100", actor.id)) {
        auto children = reader.list<Person>(
            "WHERE id IN (SELECT child FROM conference_child WHERE conference = $1) "
            "ORDER BY family_name, given_name, id",
            each.id);
        mine.push_back({std::move(each), std::move(children)});
    }
    return mine;
}

}  // namespace kith::actions
