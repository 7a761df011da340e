#include "actions/referral.h"

#include <fmt/format.h>

#include <unordered_map>

#include "actions/assessment.h"
#include "actions/closure.h"
#include "actions/duties.h"
#include "actions/people.h"
#include "actions/step.h"
#include "actions/step_duties.h"
#include "actions/timeline.h"
#include "base/text.h"
#include "store/contact_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/referral_store.h"

namespace kith::actions {

using namespace core;

static ReferralSource source_of(const Contact& contact) {
    if (auto known = parse_word<ReferralSource>(contact.source_code)) return *known;
    switch (contact.reporter) {
        case ReporterKind::relative:
        case ReporterKind::parent_or_carer:
            return ReferralSource::family;
        case ReporterKind::child:
            return ReferralSource::self;
        case ReporterKind::member_of_public:
            return contact.reporter_name.empty() ? ReferralSource::anonymous : ReferralSource::other_individual;
        case ReporterKind::professional:
            break;
    }
    return ReferralSource::not_known;
}

static std::string detail_of(const Contact& contact) {
    if (contact.agency.empty() || contact.agency_role.empty()) return contact.agency + contact.agency_role;
    return contact.agency_role + ", " + contact.agency;
}

static std::optional<ReferralDecision> urgent_decision(const Contact& contact) {
    if (contact.decision == ContactDecision::strategy_discussion) return ReferralDecision::strategy_discussion;
    if (contact.decision == ContactDecision::immediate_protection) return ReferralDecision::immediate_protection;
    return std::nullopt;
}

/// The child is open from now on: with a team, and with nobody accountable until a manager allocates.
static void open_child(Work& work, PersonId id, TeamId team) {
    auto child = work.store.find<Person>(id);
    CHECK(child);
    if (!child->team.is_nil()) return;
    child->team = team;
    ++child->version;
    work.store.save(happened::child_opened, id, *child);
}

static TimelineEntry entry(Work& work, const Referral& referral, const ChangeKind& kind, std::string title,
                           std::string text) {
    Instant at = kind.name == happened::referral_accepted.name ? referral.accepted_at : work.now;
    return timeline_entry(
        work, {referral.child, at, RecordKind::referral, referral.id, kind.name, std::move(title), std::move(text)});
}

static Subject subject_of(const Referral& referral, const Person& child) {
    return {RecordKind::referral, referral.id, referral.child, worker_of(child),
            child.team.is_nil() ? referral.team : child.team};
}

/// Accepting moves no timescale: the day that counts is the one on which the concern was received.
static When received(const Referral& referral) {
    return {.date = london_date(referral.accepted_at),
            .at = referral.accepted_at,
            .day_zero = {{Duty::decide_referral, timescale_starts(referral)}}};
}

static Result<Referral> make_referral(Work& work, const Contact& contact, PersonId child) {
    auto earlier = work.store.list<Referral>("WHERE child = $1 ORDER BY received_at, id", child);
    Referral referral = TRY(accept_referral({.id = work.new_id<ReferralId>(),
                                             .child = child,
                                             .contact = contact.id,
                                             .received_at = contact.received_at,
                                             .accepted_at = contact.accepted_at.value_or(work.now),
                                             .source = source_of(contact),
                                             .source_detail = detail_of(contact),
                                             .reason = contact.worry,
                                             .need = PrimaryNeed::not_stated,
                                             .team = work.actor.team},
                                            earlier, work.now));
    open_child(work, child, referral.team);
    auto title = fmt::format("Referral accepted, from: {}", says(referral.source));
    auto entered = entry(work, referral, happened::referral_accepted, title, referral.reason);
    auto urgent = urgent_decision(contact);
    if (urgent)
        referral = TRY(core::decide_referral(std::move(referral),
                                             {.decision = *urgent, .reasons = contact.decision_reasons, .service = ""},
                                             work.actor, work.now));
    std::vector<OpenDuty> duties;
    Subject subject{RecordKind::referral, referral.id, child, {}, referral.team};
    if (urgent)
        duties = after(work, Event::strategy_discussion_needed, subject, when(work.now));
    else
        duties = after(work, Event::referral_accepted, subject, received(referral));
    work.store.save(happened::referral_accepted, referral.id, referral, entered, duties);
    return referral;
}

/// A strategy discussion is owed at once, about a child who is open already or about nobody whose name is known yet.
static void owe_strategy_discussion(Work& work, const Contact& contact, PersonId child_id) {
    auto child = work.store.find<Person>(child_id).value_or(Person{});
    Subject subject{RecordKind::contact, contact.id, child_id, worker_of(child),
                    child.team.is_nil() ? work.actor.team : child.team};
    work.store.save(happened::contact_decided, contact.id,
                    after(work, Event::strategy_discussion_needed, subject, when(work.now)));
}

Result<std::vector<Referral>> make_referrals(Work& work, const Contact& contact) {
    std::vector<Referral> made;
    bool urgent = urgent_decision(contact).has_value();
    if (contact.decision != ContactDecision::referral && !urgent) return made;
    bool anybody_known = false;
    for (const ContactChild& each :
         work.store.list<ContactChild>("WHERE contact = $1 ORDER BY position, id", contact.id)) {
        if (each.person.is_nil()) continue;
        anybody_known = true;
        if (!open_referral(work.store, each.person))
            made.push_back(TRY(make_referral(work, contact, each.person)));
        else if (urgent)
            owe_strategy_discussion(work, contact, each.person);
    }
    if (urgent && !anybody_known) owe_strategy_discussion(work, contact, {});
    return made;
}

/// No work begins: the child is not open any more, unless somebody else still works with them.
static void let_go(Work& work, PersonId id) {
    auto child = work.store.find<Person>(id);
    if (!child || !child->accountable_worker.is_nil()) return;
    child->team = {};
    ++child->version;
    work.store.save(happened::child_closed, id, *child);
}

static Result<Referral> decide_one(Work& work, Referral referral, const DecideReferralCommand& command) {
    Person child = TRY(child_for(work.store, work.actor, Act::decide_contact, referral.child));
    if (command.source != ReferralSource::not_known) referral.source = command.source;
    bool urgent = command.decision.decision == ReferralDecision::strategy_discussion ||
                  command.decision.decision == ReferralDecision::immediate_protection;
    if (!urgent && referral.source == ReferralSource::not_known && referral.source_detail.empty())
        return refuse(Because::invalid, "source", "Say who referred this child, or choose \"Anonymous\".");
    referral = TRY(core::decide_referral(std::move(referral), command.decision, work.actor, work.now));
    StepDuties duties(work);
    duties.happened(Event::referral_decided, subject_of(referral, child), when(work.now));
    if (urgent) duties.happened(Event::strategy_discussion_needed, subject_of(referral, child), when(work.now));
    auto decision = decision_by(work, RecordKind::referral, referral.id, referral.child,
                                word(command.decision.decision), command.decision.reasons);
    auto entered =
        entry(work, referral, happened::referral_decided,
              fmt::format("Decision on the referral: {}", says(command.decision.decision)), command.decision.reasons);
    work.store.save(happened::referral_decided, referral.id, referral, duties.rows(), decision, entered);
    if (ends_at_once(command.decision.decision)) let_go(work, referral.child);
    return referral;
}

static Result<Referral> load(Work& work, ReferralId id) {
    TRY(require(work.actor, Act::decide_contact));
    auto referral = work.store.find<Referral>(id);
    if (!referral) return no_such_record();
    return *referral;
}

Result<Referral> decide_referral(Work& work, const DecideReferralCommand& command) {
    Referral referral = TRY(load(work, command.referral));
    if (referral.version != command.version) return changed_meanwhile();
    referral = TRY(decide_one(work, std::move(referral), command));
    std::vector<PersonId> children{referral.child};
    for (ReferralId id : command.same_for) {
        Referral sibling = TRY(load(work, id));
        if (sibling.contact != referral.contact || id == referral.id) return no_such_record();
        children.push_back(TRY(decide_one(work, std::move(sibling), command)).child);
    }
    if (command.decision.decision == ReferralDecision::assessment)
        TRY(start_assessment(work,
                             {.children = children, .started_on = work.today, .review_point = {}, .purpose = ""}));
    return referral;
}

Result<ReferralRecord> referral_record(store::Reader& reader, const Actor& actor, ReferralId id) {
    auto referral = reader.find<Referral>(id);
    if (!referral) return no_such_record();
    ReferralRecord record;
    record.child = TRY(child_for(reader, actor, Act::read_child, referral->child));
    if (auto contact = reader.find<Contact>(referral->contact)) record.contact_reference = contact->reference;
    record.decided_by_name = staff_name(reader, referral->decided_by);
    if (!referral->contact.is_nil())
        for (Referral& each :
             reader.list<Referral>("WHERE contact = $1 AND id <> $2 ORDER BY id", referral->contact, id))
            record.siblings.emplace_back(each, name_of(reader, each.child));
    record.closure = reader.list_first<Closure>("WHERE referral = $1 ORDER BY proposed_at DESC, id DESC", referral->id);
    record.happened = what_happened(reader, *referral);
    record.duties = reader.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", id);
    record.may_decide = referral->state == ReferralState::received && may(actor.role, Act::decide_contact);
    record.referral = std::move(*referral);
    return record;
}

std::vector<std::pair<Referral, std::string>> waiting_referrals(store::Reader& reader, int most) {
    const std::string those = "WHERE state = 'received' ORDER BY received_at, id LIMIT $1";
    std::unordered_map<PersonId, std::string> names;
    for (const Person& child : reader.list<Person>("WHERE id IN (SELECT child FROM referral " + those + ")", most))
        names.emplace(child.id, full_name(child));
    std::vector<std::pair<Referral, std::string>> waiting;
    for (Referral& each : reader.list<Referral>(those, most)) {
        std::string name = names[each.child];
        waiting.emplace_back(std::move(each), std::move(name));
    }
    return waiting;
}

std::optional<Referral> open_referral(store::Reader& reader, PersonId child) {
    return reader.list_first<Referral>("WHERE child = $1 AND state <> 'closed' ORDER BY received_at DESC, id DESC",
                                       child);
}

}  // namespace kith::actions
