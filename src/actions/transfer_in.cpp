#include "actions/transfer_in.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/people.h"
#include "actions/step.h"
#include "actions/step_duties.h"
#include "actions/timeline.h"
#include "store/conference_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/protection_plan_store.h"
#include "store/transfer_in_store.h"

namespace kith::actions {

using namespace core;

static std::optional<OpenDuty> owed_conference(store::Reader& reader, PersonId child) {
    return reader.list_first<OpenDuty>("WHERE child = $1 AND duty = $2 AND closed_at IS NULL ORDER BY due, id", child,
                                       Duty::hold_transfer_in_conference);
}

static std::vector<ProtectionPlan> plans_of(store::Reader& reader, PersonId child) {
    return reader.list<ProtectionPlan>("WHERE child = $1 ORDER BY started_on, id", child);
}

Result<TransferIn> notify_transfer_in(Work& work, TransferIn transfer) {
    Person child = TRY(child_for(work.store, work.actor, Act::work_on_referral, transfer.child));
    bool waits = owed_conference(work.store, child.id).has_value();
    transfer =
        TRY(core::notify_transfer_in(std::move(transfer), plans_of(work.store, child.id), waits, work.actor, work.now));
    transfer.id = work.new_id<decltype(TransferIn::id)>();
    std::optional<Person> given;
    if (child.team.is_nil()) {
        child.team = work.actor.team;
        ++child.version;
        given = child;
    }
    StepDuties duties(work);
    duties.happened(Event::transfer_in_notified, subject_of(child, RecordKind::person, child.id),
                    {transfer.told_on, {}});
    Instant at = transfer.told_on == work.today ? work.now : from_london(transfer.told_on, std::chrono::hours(12));
    auto entry = timeline_entry(
        work, {child.id, at, RecordKind::person, child.id, happened::transfer_in_notified.name,
               fmt::format("{} told us that the child has moved here on its plan", transfer.from_authority),
               transfer.worries});
    work.store.save(happened::transfer_in_notified, child.id, transfer, given, duties.rows(), entry);
    return transfer;
}

static std::optional<Conference> booked_conference(store::Reader& reader, PersonId child) {
    return reader.list_first<Conference>(
        "WHERE state = 'called' AND id IN (SELECT conference FROM conference_child WHERE child = $1) "
        "ORDER BY starts_at, id",
        child);
}

Result<TransferInView> transfers_in(store::Reader& reader, const Actor& actor, PersonId id) {
    TransferInView view;
    view.child = TRY(child_for(reader, actor, Act::read_child, id));
    view.transfers = reader.list<TransferIn>("WHERE child = $1 ORDER BY told_on DESC, id DESC", id);
    for (const TransferIn& each : view.transfers)
        view.recorded_by.push_back(staff_name(reader, each.recorded_by));
    view.owed = owed_conference(reader, id);
    if (view.owed) view.booked = booked_conference(reader, id);
    view.on_plan_here = std::ranges::any_of(plans_of(reader, id), is_running);
    return view;
}

}  // namespace kith::actions
