#include "actions/step.h"

#include <fmt/format.h>

#include "actions/people.h"
#include "actions/policy.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

tl::unexpected<Refusal> no_such_record() {
    return refuse(Because::not_found, "", "There is no such record, or it is not one of yours.");
}

tl::unexpected<Refusal> changed_meanwhile() {
    return refuse(Because::stale, "",
                  "Somebody else changed this while you were typing. Both texts are shown: put them together.");
}

std::string name_of(store::Reader& reader, PersonId id) {
    auto person = reader.find<Person>(id);
    return person ? full_name(*person) : "Somebody";
}

std::string staff_name(store::Reader& reader, StaffId id) {
    if (id.is_nil()) return {};
    auto staff = reader.find<Staff>(id);
    return staff ? staff->name : "";
}

Result<Person> any_child_for(store::Reader& reader, const Actor& actor, Act act,
                             const std::vector<PersonId>& children) {
    for (PersonId child : children)
        if (auto found = child_for(reader, actor, act, child)) return found;
    return no_such_record();
}

StaffId worker_of(const Person& child) {
    return child.accountable_worker;
}

Decision decision_by(Work& work, RecordKind about, RawId record, PersonId child, std::string_view outcome,
                     std::string reasons) {
    const Edition* edition = edition_in_force(work.service.rulebook, work.today);
    Decision decision;
    decision.id = work.new_id<DecisionId>();
    decision.about = about;
    decision.record = record;
    decision.child = child;
    decision.outcome = std::string(outcome);
    decision.decided_by = work.actor.id;
    decision.role = work.actor.role;
    decision.decided_at = work.now;
    decision.edition = edition ? std::string(edition->id) : "";
    decision.policy_hash = policy_hash(work.service, work.today);
    decision.reasons = std::move(reasons);
    return decision;
}

std::vector<OpenDuty> met(Work& work, RawId record, Duty duty, Date on) {
    auto rows = work.store.list<OpenDuty>("WHERE record = $1 AND duty = $2 AND closed_at IS NULL ORDER BY due, id",
                                          record, duty);
    for (OpenDuty& each : rows) {
        each.closed_at = work.now;
        each.closed_how = ClosedHow::done;
        each.met_on = on;
        ++each.version;
    }
    return rows;
}

std::string mark_of(std::initializer_list<std::string_view> texts) {
    std::uint64_t mark = 0xcbf29ce484222325u;
    const auto mix = [&](std::uint8_t byte) { mark = (mark ^ byte) * 0x100000001b3u; };
    for (std::string_view text : texts) {
        for (char each : text)
            mix(static_cast<std::uint8_t>(each));
        mix(0);  // text never holds NUL, so that "ab" + "c" is not "a" + "bc"
    }
    return fmt::format("{:016x}", mark);
}

}  // namespace kith::actions
