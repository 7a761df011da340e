#include "actions/my_work.h"

#include "store/contact_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

static std::string about(store::Reader& reader, const OpenDuty& duty) {
    if (!duty.child.is_nil())
        if (auto child = reader.find<Person>(duty.child)) return full_name(*child);
    if (duty.about == RecordKind::contact)
        if (auto contact = reader.find<Contact>(ContactId(duty.record))) return "Contact " + contact->reference;
    return "Record";
}

static std::vector<WorkLine> lines(const Service& service, store::Reader& reader, std::vector<OpenDuty> duties,
                                   Date today) {
    std::vector<WorkLine> lines;
    for (OpenDuty& duty : duties) {
        WorkLine line;
        line.about = about(reader, duty);
        if (!duty.owner.is_nil())
            if (auto owner = reader.find<Staff>(duty.owner)) line.owner_name = owner->name;
        line.working_days_left = service.days.elapsed(today, duty.due);
        line.clock = find_clock(service.rulebook, duty.clock);
        line.duty = std::move(duty);
        lines.push_back(std::move(line));
    }
    return lines;
}

static void add_children(std::vector<PersonId>& shown, const std::vector<WorkLine>& lines) {
    for (const WorkLine& line : lines)
        if (!line.duty.child.is_nil()) shown.push_back(line.duty.child);
}

Result<MyWork> my_work(const Service& service, store::Reader& reader, const Actor& actor, Date today) {
    MyWork work;
    work.mine = lines(
        service, reader,
        reader.list<OpenDuty>("WHERE owner = $1 AND closed_at IS NULL ORDER BY due, id LIMIT 200", actor.id), today);
    work.unowned =
        lines(service, reader,
              reader.list<OpenDuty>("WHERE team = $1 AND owner = $2 AND closed_at IS NULL ORDER BY due, id LIMIT 100",
                                    actor.team, RawId{}),
              today);
    work.unread = reader.list<Contact>(
        "WHERE for_worker = $1 AND state = 'passed_to_worker' AND read_at IS NULL ORDER BY received_at, id LIMIT 50",
        actor.id);
    add_children(work.shown, work.mine);
    add_children(work.shown, work.unowned);
    return work;
}

Result<std::vector<WorkLine>> team_work(const Service& service, store::Reader& reader, const Actor& actor, Date today) {
    TRY(require(actor, Act::read_team_work));
    return lines(service, reader,
                 reader.list<OpenDuty>("WHERE team = $1 AND closed_at IS NULL ORDER BY due, id LIMIT 500", actor.team),
                 today);
}

std::vector<Person> my_children(store::Reader& reader, const Actor& actor) {
    return reader.list<Person>("WHERE accountable_worker = $1 ORDER BY family_name, given_name, id LIMIT 200",
                               actor.id);
}

}  // namespace kith::actions
