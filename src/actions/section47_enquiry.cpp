#include "actions/section47_enquiry.h"

#include <fmt/format.h>

#include <array>

#include "actions/need_plan.h"
#include "actions/people.h"
#include "actions/policy.h"
#include "actions/referral.h"
#include "actions/step.h"
#include "actions/step_duties.h"
#include "actions/strategy_discussion.h"
#include "actions/telling.h"
#include "actions/timeline.h"
#include "core/decision.h"
#include "core/protection_plan.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/protection_plan_store.h"
#include "store/section47_enquiry_store.h"
#include "store/staff_store.h"
#include "store/telling_store.h"

namespace kith::actions {

using namespace core;

/// Whether the child is on a child protection plan now.
static Standing standing_of(store::Reader& reader, PersonId child) {
    auto running = reader.list_first<ProtectionPlan>("WHERE child = $1 AND ended_on IS NULL ORDER BY id", child);
    return running ? Standing::on_protection_plan : Standing::neither;
}

struct LoadedEnquiry {
    Section47Enquiry enquiry;
    Person child;
};
static Result<LoadedEnquiry> load(store::Reader& reader, const Actor& actor, Act act, Section47EnquiryId id) {
    auto enquiry = reader.find<Section47Enquiry>(id);
    if (!enquiry) return no_such_record();
    auto child = reader.find<Person>(enquiry->child);
    if (!child) return no_such_record();
    Allocation allocation = allocation_of(reader, *child);
    if (!enquiry->lead.is_nil()) allocation.workers.push_back(enquiry->lead);
    TRY(require_for_child(actor, act, allocation));
    return LoadedEnquiry{*enquiry, *child};
}

static Subject subject(const LoadedEnquiry& loaded) {
    Subject subject = subject_of(loaded.child, RecordKind::section47_enquiry, loaded.enquiry.id);
    if (!loaded.enquiry.lead.is_nil()) subject.owner = loaded.enquiry.lead;
    return subject;
}

static TimelineEntry entry(Work& work, const LoadedEnquiry& loaded, const ChangeKind& kind, Instant at,
                           std::string title, std::string text) {
    return timeline_entry(work, {loaded.child.id, at, RecordKind::section47_enquiry, loaded.enquiry.id, kind.name,
                                 std::move(title), std::move(text)});
}

static StartSection47Enquiry as_command(Work& work, const StartEnquiry& command, const Person& child) {
    StartSection47Enquiry start{.id = work.new_id<Section47EnquiryId>(),
                                .start = command.start,
                                .at = command.at,
                                .discussion = command.discussion,
                                .team = child.team.is_nil() ? work.actor.team : child.team};
    auto worker = work.store.find<Staff>(child.accountable_worker);
    if (worker && worker->social_work_qualified && !worker->disabled_at) {
        start.lead = worker->id;
        start.lead_is_registered = Answer::yes;
    }
    return start;
}

static void owe_at_start(StepDuties& duties, const LoadedEnquiry& loaded, Instant at) {
    Subject whose = subject(loaded);
    duties.happened(Event::section47_enquiry_started, whose, when(at));
    if (strategy_discussion_is_owed(loaded.enquiry))
        duties.happened(Event::strategy_discussion_needed, whose, when(at));
    if (!loaded.enquiry.lead.is_nil()) return;
    whose.owner = {};
    duties.owe_facts(whose, "Name the registered social worker who leads the section 47 enquiry");
}

Result<Section47Enquiry> start_enquiry(Work& work, const StartEnquiry& command) {
    TRY(require(work.actor, Act::hold_strategy_discussion));
    auto child = work.store.find<Person>(command.child);
    if (!child) return no_such_record();
    if (child->team.is_nil()) {
        child->team = work.actor.team;
        ++child->version;
        work.store.save(happened::person_changed, child->id, *child);
    }
    auto earlier = work.store.list<Section47Enquiry>("WHERE child = $1 ORDER BY started_on, id", command.child);
    LoadedEnquiry loaded{TRY(start_section47_enquiry(as_command(work, command, *child), *child, earlier, work.now)),
                         *child};
    StepDuties duties(work);
    owe_at_start(duties, loaded, command.at);
    auto started = entry(work, loaded, happened::section47_enquiry_started, command.at,
                         fmt::format("Section 47 enquiry started: {}", says(command.start)), "");
    auto tellings = owe(work, Owed::section47_started, RecordKind::section47_enquiry, loaded.enquiry.id, *child,
                        loaded.enquiry.started_on);
    work.store.save(happened::section47_enquiry_started, loaded.enquiry.id, loaded.enquiry, duties.rows(), tellings,
                    started);
    return loaded.enquiry;
}

Result<Section47Enquiry> lead_enquiry(Work& work, Section47EnquiryId id, StaffId lead) {
    LoadedEnquiry loaded = TRY(load(work.store, work.actor, Act::allocate_worker, id));
    auto staff = work.store.find<Staff>(lead);
    if (!staff || staff->disabled_at) return refuse(Because::invalid, "lead", "Choose a social worker from the list.");
    StaffId before = loaded.enquiry.lead;
    loaded.enquiry = TRY(core::lead_enquiry(std::move(loaded.enquiry), *staff));
    StepDuties duties(work);
    duties.facts_complete(id);
    auto open = work.store.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", id);
    std::erase_if(
        open, [&](const OpenDuty& duty) { return duty.duty == Duty::complete_missing_facts || duty.owner != before; });
    for (OpenDuty& duty : open) {
        duty.owner = lead;
        ++duty.version;
    }
    auto named = entry(work, loaded, happened::section47_lead_named, work.now,
                       fmt::format("{} leads the section 47 enquiry", staff->name), "");
    work.store.save(happened::section47_lead_named, id, loaded.enquiry, duties.rows(), open, named);
    return loaded.enquiry;
}

Result<Section47Enquiry> record_findings(Work& work, Section47EnquiryId id, int version,
                                         const EnquiryFindings& findings) {
    LoadedEnquiry loaded = TRY(load(work.store, work.actor, Act::work_on_section47_enquiry, id));
    if (loaded.enquiry.version != version)
        return refuse(Because::stale, "",
                      "Somebody else changed this enquiry while you were typing. Look again, then save.");
    std::optional<Date> seen_before = loaded.enquiry.seen_on;
    loaded.enquiry = TRY(core::record_findings(std::move(loaded.enquiry), findings, work.now));
    std::optional<TimelineEntry> seen;
    if (findings.seen_on && findings.seen_on != seen_before)
        seen = entry(work, loaded, happened::section47_findings_recorded,
                     from_london(*findings.seen_on, std::chrono::hours(12)),
                     findings.seen_alone == Answer::yes ? "Child seen, alone" : "Child seen", findings.wishes);
    work.store.save(happened::section47_findings_recorded, id, loaded.enquiry, seen);
    return loaded.enquiry;
}

Result<EnquiryStep> record_step(Work& work, Section47EnquiryId id, EnquiryStep step) {
    LoadedEnquiry loaded = TRY(load(work.store, work.actor, Act::work_on_section47_enquiry, id));
    TRY(check_interpreting(step.interpreted_by, step.interpreter, step.relative_interprets_why,
                           std::array{full_name(loaded.child), loaded.child.given_name}));
    step = TRY(core::record_step(loaded.enquiry, std::move(step), work.actor, work.now));
    step.id = work.new_id<decltype(EnquiryStep::id)>();
    auto done = entry(work, loaded, happened::section47_step_recorded, step.happened_at,
                      fmt::format("Section 47 enquiry: {}", says(step.kind)), step.learnt);
    work.store.save(happened::section47_step_recorded, id, step, done);
    return step;
}

std::string mark_of_outcome(const Section47Enquiry& enquiry) {
    return mark_of({enquiry.outcome ? word(*enquiry.outcome) : "", enquiry.reasons, enquiry.dissent});
}

Result<Section47Enquiry> propose_outcome(Work& work, Section47EnquiryId id, const ProposeOutcome& command,
                                         const std::optional<std::string>& seen) {
    LoadedEnquiry loaded = TRY(load(work.store, work.actor, Act::work_on_section47_enquiry, id));
    if (seen && *seen != mark_of_outcome(loaded.enquiry)) return changed_meanwhile();
    loaded.enquiry = TRY(core::propose_outcome(std::move(loaded.enquiry), command, work.actor, work.now));
    auto proposed = entry(work, loaded, happened::section47_outcome_proposed, work.now,
                          fmt::format("Outcome put to a manager: {}", says(command.outcome)), command.reasons);
    work.store.save(happened::section47_outcome_proposed, id, loaded.enquiry, proposed);
    return loaded.enquiry;
}

// The conference counts from the enquiry's own day 0, however long the enquiry took.
static void owe_what_follows(StepDuties& duties, const LoadedEnquiry& loaded, const When& now) {
    Subject whose = subject_of(loaded.child, RecordKind::section47_enquiry, loaded.enquiry.id);
    duties.happened(Event::section47_outcome_authorised, whose, now);
    switch (*loaded.enquiry.leads_to) {
        case AfterEnquiry::initial_conference:
            duties.happened(Event::initial_conference_needed, whose, {loaded.enquiry.started_on, {}});
            break;
        case AfterEnquiry::early_review:
            duties.owe_facts(whose, "Book an early review conference: continuing risk on a child protection plan");
            break;
        case AfterEnquiry::early_looked_after_review:
            duties.owe_facts(whose, "Ask for an early looked-after review: continuing risk");
            break;
        case AfterEnquiry::child_in_need:
            break;
        case AfterEnquiry::manager_decides:
            duties.owe_facts(whose, "Decide with the family what help follows the section 47 enquiry");
            break;
    }
}

static Decision as_decision(Work& work, const Section47Enquiry& enquiry) {
    const Edition* edition = edition_in_force(work.service.rulebook, work.today);
    return {.id = work.new_id<DecisionId>(),
            .about = RecordKind::section47_enquiry,
            .record = enquiry.id,
            .child = enquiry.child,
            .outcome = std::string(word(*enquiry.outcome)),
            .decided_by = work.actor.id,
            .role = work.actor.role,
            .decided_at = work.now,
            .edition = edition ? std::string(edition->id) : "",
            .policy_hash = policy_hash(work.service, work.today),
            .reasons = enquiry.reasons + "\n" + enquiry.endorsement,
            .child_view = enquiry.wishes,
            .child_view_missing = enquiry.wishes_missing_why,
            .dissent = enquiry.dissent};
}

Result<Section47Enquiry> endorse_outcome(Work& work, Section47EnquiryId id, std::string reasons,
                                         std::optional<int> version) {
    LoadedEnquiry loaded = TRY(load(work.store, work.actor, Act::authorise_section47_outcome, id));
    if (version && *version != loaded.enquiry.version) return changed_meanwhile();
    auto steps = work.store.list<EnquiryStep>("WHERE enquiry = $1 ORDER BY happened_at DESC, id", id);
    EndorseOutcome command{std::move(reasons), standing_of(work.store, loaded.child.id)};
    loaded.enquiry =
        TRY(core::endorse_outcome(std::move(loaded.enquiry), steps, loaded.child, command, work.actor, work.now));
    StepDuties duties(work);
    duties.facts_complete(id);
    owe_what_follows(duties, loaded, when(work.now));
    auto tellings = owe(work, Owed::section47_outcome, RecordKind::section47_enquiry, id, loaded.child, work.today);
    auto endorsed = entry(work, loaded, happened::section47_outcome_endorsed, work.now,
                          fmt::format("Outcome of the section 47 enquiry: {}", says(*loaded.enquiry.outcome)),
                          loaded.enquiry.reasons);
    work.store.save(happened::section47_outcome_endorsed, id, loaded.enquiry, as_decision(work, loaded.enquiry),
                    duties.rows(), tellings, endorsed);
    if (loaded.enquiry.leads_to == AfterEnquiry::child_in_need) {
        auto referral = open_referral(work.store, loaded.child.id);
        TRY(decide_child_in_need(work, {loaded.child.id, referral ? referral->id : ReferralId{}, {}}));
    }
    return loaded.enquiry;
}

Result<Section47Enquiry> return_outcome(Work& work, Section47EnquiryId id, std::string why) {
    LoadedEnquiry loaded = TRY(load(work.store, work.actor, Act::authorise_section47_outcome, id));
    loaded.enquiry = TRY(core::return_outcome(std::move(loaded.enquiry), why, work.actor));
    auto returned = entry(work, loaded, happened::section47_outcome_returned, work.now,
                          "Outcome of the section 47 enquiry returned to the worker", std::move(why));
    work.store.save(happened::section47_outcome_returned, id, loaded.enquiry, returned);
    return loaded.enquiry;
}

Result<EnquiryView> section47_enquiry(store::Reader& reader, const Actor& actor, Section47EnquiryId id) {
    LoadedEnquiry loaded = TRY(load(reader, actor, Act::read_child, id));
    EnquiryView view{.enquiry = loaded.enquiry, .child = loaded.child};
    view.steps = reader.list<EnquiryStep>("WHERE enquiry = $1 ORDER BY happened_at DESC, id", id);
    for (const EnquiryStep& step : view.steps)
        view.step_by.push_back(staff_name(reader, step.by));
    view.missing = missing_from(view.enquiry, view.steps, view.child);
    view.standing = standing_of(reader, view.child.id);
    view.lead_name = staff_name(reader, view.enquiry.lead);
    view.proposed_by_name = staff_name(reader, view.enquiry.proposed_by);
    view.endorsed_by_name = staff_name(reader, view.enquiry.endorsed_by);
    return view;
}

}  // namespace kith::actions
