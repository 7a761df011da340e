#include "actions/emergency_protection.h"

#include <fmt/format.h>

#include "actions/out_of_hours.h"
#include "actions/people.h"
#include "actions/section47_enquiry.h"
#include "actions/step.h"
#include "actions/step_duties.h"
#include "actions/timeline.h"
#include "store/emergency_protection_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/section47_enquiry_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

namespace {

constexpr std::string_view of_child = "WHERE child = $1 ORDER BY began_at DESC, id DESC";

const Clock& clock_of(const Service& service, const EmergencyProtection& of) {
    bool police = of.power == EmergencyPower::police_protection;
    Duty duty = police ? Duty::end_police_protection : Duty::act_before_emergency_order_ends;
    const Clock* clock = clock_in_force(service.rulebook, duty, london_date(of.began_at));
    CHECK(clock);
    return *clock;
}

/// The first day of the police protection that the order followed.
std::optional<Date> first_day_before(store::Reader& reader, const EmergencyProtection& order) {
    for (const EmergencyProtection& each : reader.list<EmergencyProtection>(of_child, order.child))
        if (each.power == EmergencyPower::police_protection && each.began_at <= order.began_at)
            return london_date(each.began_at);
    return std::nullopt;
}

Instant counted_for(const Service& service, store::Reader& reader, const EmergencyProtection& of) {
    auto first_day = of.power == EmergencyPower::police_protection ? std::nullopt : first_day_before(reader, of);
    return counted_until(of, clock_of(service, of), service.days, first_day);
}

Event began(EmergencyPower power) {
    return power == EmergencyPower::police_protection ? Event::police_protection_taken : Event::emergency_order_made;
}

Event over(EmergencyPower power) {
    return power == EmergencyPower::police_protection ? Event::police_protection_ended : Event::emergency_order_ended;
}

Subject subject(const EmergencyProtection& of, const Person& child) {
    Subject whose = subject_of(child, RecordKind::emergency_protection, of.id);
    if (!of.owner.is_nil()) whose.owner = of.owner;
    return whose;
}

TimelineEntry entry(Work& work, const EmergencyProtection& of, Instant at, const ChangeKind& kind, std::string title,
                    std::string text = "") {
    return timeline_entry(
        work, {of.child, at, RecordKind::emergency_protection, of.id, kind.name, std::move(title), std::move(text)});
}

void due_at(OpenDuty& duty, Instant until) {
    duty.due_at = until;
    duty.due = london_date(until);
    duty.warn_on = std::min(duty.warn_on, duty.due);
}

/// The order's own hour, and the last court sitting, where they come before what the clock alone would say.
void date_by_hour(Work& work, OpenDuty& duty, const EmergencyProtection& of) {
    Instant until = lasts_until(work.service, work.store, of);
    if (duty.duty == Duty::act_before_emergency_order_ends && (of.sealed_until || of.extended_until))
        due_at(duty, until);
    if (duty.duty == Duty::decide_on_emergency_order && duty.due_at)
        due_at(duty, decide_on_order_by(of, *duty.due_at, until, work.service.days));
}

std::string as_one_sentence(const std::vector<Missing>& missing) {
    std::string text;
    for (const Missing& each : missing)
        text += (text.empty() ? "" : " ") + each.sentence;
    return text;
}

Result<Section47EnquiryId> enquiry_for(Work& work, const StartEmergency& command) {
    for (const Section47Enquiry& each :
         work.store.list<Section47Enquiry>("WHERE child = $1 ORDER BY started_on DESC, id", command.child))
        if (each.state == EnquiryState::open || each.state == EnquiryState::with_manager) return each.id;
    EnquiryStart start = command.start.power == EmergencyPower::police_protection
                             ? EnquiryStart::police_protection
                             : EnquiryStart::emergency_protection_order;
    return TRY(start_enquiry(work, {.child = command.child, .start = start, .at = command.start.at, .discussion = {}}))
        .id;
}

void save_end(Work& work, const EmergencyProtection& ended, const Person& child) {
    StepDuties duties(work);
    duties.happened(over(ended.power), subject(ended, child), when(*ended.ended_at));
    duties.facts_complete(ended.id);
    work.store.save(happened::emergency_protection_ended, ended.id, ended, duties.rows(),
                    entry(work, ended, *ended.ended_at, happened::emergency_protection_ended,
                          fmt::format("{} ended: {}", says(ended.power), says(*ended.end)), ended.ended_why));
}

/// What came before ends with an order; what nobody ended is over when its time is.
Result<void> end_those_before(Work& work, const StartEmergency& command, const Person& child) {
    for (EmergencyProtection& before : running_emergencies(work.store, command.child)) {
        Instant until = lasts_until(work.service, work.store, before);
        bool by_order = before.power == EmergencyPower::police_protection &&
                        command.start.power == EmergencyPower::emergency_protection_order &&
                        command.start.at >= before.began_at;
        std::optional<EndEmergencyProtection> end;
        if (until <= command.start.at)
            end = EndEmergencyProtection{EmergencyEnd::ran_out, until, "Nobody had recorded an end."};
        else if (by_order)
            end = EndEmergencyProtection{EmergencyEnd::emergency_order, command.start.at, ""};
        if (end) save_end(work, TRY(core::end_emergency_protection(std::move(before), *end, {}, work.now)), child);
    }
    return {};
}

void save_start(Work& work, const EmergencyProtection& started, const Person& child) {
    StepDuties duties(work);
    Subject whose = subject(started, child);
    duties.happened(began(started.power), whose, when(started.began_at));
    for (Duty duty : {Duty::act_before_emergency_order_ends, Duty::decide_on_emergency_order})
        if (OpenDuty* opened = duties.opened(duty, child.id)) date_by_hour(work, *opened, started);
    if (auto missing = missing_from(started); !missing.empty()) duties.owe_facts(whose, as_one_sentence(missing));
    const ChangeKind& kind = started.power == EmergencyPower::police_protection ? happened::police_protection_taken
                                                                                : happened::emergency_order_made;
    work.store.save(kind, started.id, started, duties.rows(),
                    entry(work, started, started.began_at, kind,
                          started.power == EmergencyPower::police_protection ? "Taken into police protection"
                                                                             : "Emergency protection order made"));
}

struct Loaded {
    EmergencyProtection protection;
    Person child;
};
Result<Loaded> load(Work& work, const OfEmergency& of) {
    auto found = work.store.find<EmergencyProtection>(of.id);
    if (!found) return no_such_record();
    Person child = TRY(child_for(work.store, work.actor, Act::hold_strategy_discussion, found->child));
    if (found->version != of.version) return changed_meanwhile();
    return Loaded{std::move(*found), std::move(child)};
}

}  // namespace

Result<EmergencyProtection> start_emergency_protection(Work& work, const StartEmergency& command) {
    TRY(require(work.actor, Act::hold_strategy_discussion));
    auto child = work.store.find<Person>(command.child);
    if (!child) return no_such_record();
    TRY(end_those_before(work, command, *child));
    EmergencyProtection started = TRY(core::start_emergency_protection(
        command.start, *child, running_emergencies(work.store, child->id), work.actor, work.now));
    started = TRY(core::write_emergency_protection(std::move(started), command.facts));
    started.id = work.new_id<EmergencyProtectionId>();
    started.version = 1;
    started.enquiry = TRY(enquiry_for(work, command));
    child = work.store.find<Person>(command.child);  // the enquiry may have given the child to a team
    save_start(work, started, *child);
    note_back(work, *child, RecordKind::emergency_protection, started.id,
              fmt::format("{} since {}.", says(started.power), long_time(started.began_at)));
    return started;
}

Result<EmergencyProtection> write_emergency_protection(Work& work, const OfEmergency& of, EmergencyFacts facts) {
    auto [before, child] = TRY(load(work, of));
    StaffId owner_before = before.owner.is_nil() ? child.accountable_worker : before.owner;
    EmergencyProtection written = TRY(core::write_emergency_protection(std::move(before), std::move(facts)));
    StepDuties complete(work);
    bool all_there = missing_from(written).empty();
    if (all_there) complete.facts_complete(written.id);
    Subject whose = subject(written, child);
    auto open = work.store.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", written.id);
    std::erase_if(open, [&](const OpenDuty& duty) {
        return (all_there && duty.duty == Duty::complete_missing_facts) || written.ended_at;
    });
    for (OpenDuty& duty : open) {
        if (duty.owner == owner_before || duty.owner.is_nil()) duty.owner = whose.owner;
        date_by_hour(work, duty, written);
        if (duty.duty == Duty::complete_missing_facts) duty.what = as_one_sentence(missing_from(written));
        ++duty.version;
    }
    work.store.save(happened::emergency_protection_written, written.id, written, open, complete.rows(),
                    entry(work, written, work.now, happened::emergency_protection_written,
                          fmt::format("{}: record completed or corrected", says(written.power))));
    return written;
}

Result<EmergencyProtection> decide_on_order(Work& work, const OfEmergency& of, OrderDecision decision,
                                            std::string why) {
    auto [before, child] = TRY(load(work, of));
    EmergencyProtection decided =
        TRY(core::decide_on_order(std::move(before), decision, std::move(why), work.actor, work.now));
    auto duties = after(work, Event::emergency_order_decided, subject(decided, child), when(work.now));
    work.store.save(
        happened::emergency_order_decided, decided.id, decided, duties,
        decision_by(work, RecordKind::emergency_protection, decided.id, child.id, word(decision), decided.order_why),
        entry(work, decided, work.now, happened::emergency_order_decided,
              fmt::format("Emergency protection order: {}", says(decision)), decided.order_why));
    return decided;
}

Result<EmergencyProtection> end_emergency_protection(Work& work, const OfEmergency& of,
                                                     const EndEmergencyProtection& command) {
    auto [before, child] = TRY(load(work, of));
    EmergencyProtection ended =
        TRY(core::end_emergency_protection(std::move(before), command, work.actor.id, work.now));
    save_end(work, ended, child);
    note_back(work, child, RecordKind::emergency_protection, ended.id,
              fmt::format("{} ended: {}.", says(ended.power), says(*ended.end)));
    return ended;
}

std::vector<EmergencyProtection> running_emergencies(store::Reader& reader, PersonId child) {
    return reader.list<EmergencyProtection>("WHERE child = $1 AND ended_at IS NULL ORDER BY began_at DESC, id DESC",
                                            child);
}

Instant lasts_until(const Service& service, store::Reader& reader, const EmergencyProtection& of) {
    return core::lasts_until(of, counted_for(service, reader, of));
}

Result<EmergencyView> emergency_protection(const Service& service, store::Reader& reader, const Actor& actor,
                                           EmergencyProtectionId id) {
    auto found = reader.find<EmergencyProtection>(id);
    if (!found) return no_such_record();
    EmergencyView view;
    view.child = TRY(child_for(reader, actor, Act::read_child, found->child));
    view.counted = counted_for(service, reader, *found);
    view.until = core::lasts_until(*found, view.counted);
    view.difference = difference(*found, view.counted, service.days);
    view.last_sitting = last_court_sitting(found->began_at, view.until, service.days);
    view.warnings = warnings_of(*found, clock_of(service, *found), view.until, service.days);
    if (!found->ended_at) view.missing = missing_from(*found);
    view.duties = reader.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", id);
    if (auto owner = reader.find<Staff>(found->owner)) {
        view.owner_name = owner->name;
        view.owner_phone = owner->phone;
    }
    view.recorded_by = staff_name(reader, found->recorded_by);
    view.order_decided_by = staff_name(reader, found->order_decided_by);
    view.ended_by = staff_name(reader, found->ended_by);
    view.may_write = may_for_child(actor, Act::hold_strategy_discussion, allocation_of(reader, view.child));
    view.protection = std::move(*found);
    return view;
}

}  // namespace kith::actions
