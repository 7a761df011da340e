#include "core/referral.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace kith::core {

Result<Referral> accept_referral(const AcceptReferral& command, std::span<const Referral> of_child, Instant now) {
    if (std::ranges::any_of(of_child, [](const Referral& each) { return each.state != ReferralState::closed; }))
        return refuse(Because::conflict, "child",
                      "This child already has an open referral. Pass the contact to the child's worker instead.");
    if (command.accepted_at < command.received_at)
        return refuse(Because::invalid, "accepted_at", "It cannot be accepted before it was received.");
    if (command.received_at > now)
        return refuse(Because::invalid, "received_at", "The time it was received is still to come.");
    Referral referral;
    referral.id = command.id;
    referral.child = command.child;
    referral.contact = command.contact;
    referral.received_at = command.received_at;
    referral.accepted_at = command.accepted_at;
    referral.recorded_at = now;
    referral.source = command.source;
    referral.source_detail = command.source_detail;
    referral.reason = command.reason;
    referral.need = command.need;
    referral.team = command.team;
    return referral;
}

static bool is_urgent(ReferralDecision decision) {
    return decision == ReferralDecision::strategy_discussion || decision == ReferralDecision::immediate_protection;
}

static Result<void> check_decision(const Referral& referral, const DecideReferral& command, Instant now) {
    if (referral.state == ReferralState::closed)
        return refuse(Because::conflict, "decision", "This referral is closed. A new worry is a new contact.");
    if (referral.decision && !is_urgent(command.decision))
        return refuse(Because::conflict, "decision",
                      fmt::format("This referral was already decided: {}.", says(*referral.decision)));
    if (now < referral.received_at)
        return refuse(Because::invalid, "decision", "The decision cannot be earlier than the referral.");
    if (!is_urgent(command.decision) && trim(command.reasons).empty())
        return refuse(Because::invalid, "reasons", "Say why this is the right decision, in a sentence or two.");
    bool needs_service =
        command.decision == ReferralDecision::signpost || command.decision == ReferralDecision::early_help;
    if (needs_service && trim(command.service).empty())
        return refuse(Because::invalid, "service", "Name the service that the family is pointed to.");
    return {};
}

Result<Referral> decide_referral(Referral referral, const DecideReferral& command, const Actor& actor, Instant now) {
    TRY(check_decision(referral, command, now));
    referral.decision = command.decision;
    referral.decided_by = actor.id;
    referral.decided_at = now;
    referral.decision_reasons = command.reasons;
    referral.service = command.service;
    if (command.need != PrimaryNeed::not_stated) referral.need = command.need;
    referral.state = ends_at_once(command.decision) ? ReferralState::closed : ReferralState::open;
    if (referral.state == ReferralState::closed) referral.closed_on = london_date(now);
    ++referral.version;
    return referral;
}

Result<Referral> close_referral(Referral referral, Date closed_on) {
    if (referral.state == ReferralState::closed)
        return refuse(Because::conflict, "closed_on", "This referral is already closed.");
    if (closed_on < timescale_starts(referral))
        return refuse(
            Because::invalid, "closed_on",
            fmt::format("It cannot close before it was received, on {}.", long_date(timescale_starts(referral))));
    referral.state = ReferralState::closed;
    referral.closed_on = closed_on;
    ++referral.version;
    return referral;
}

bool ends_at_once(ReferralDecision decision) {
    return decision == ReferralDecision::no_further_action || decision == ReferralDecision::signpost ||
           decision == ReferralDecision::early_help;
}

Date timescale_starts(const Referral& referral) {
    return london_date(referral.received_at);
}

std::string timescale_in_words(const Referral& referral) {
    std::string words = fmt::format("The timescale counts from {}, when this was received.",
                                    weekday_and_date(timescale_starts(referral)));
    bool accepted_later = london_date(referral.accepted_at) != timescale_starts(referral);
    bool decided_later = referral.decided_at && london_date(*referral.decided_at) != timescale_starts(referral);
    if (accepted_later)
        words += fmt::format(" Accepting it on {} does not move that.", long_date(london_date(referral.accepted_at)));
    if (!decided_later) return words;
    std::string decided = long_date(london_date(*referral.decided_at));
    return words + (accepted_later ? " Nor does deciding on it on " + decided + "."
                                   : " Deciding on it on " + decided + " does not move that.");
}

std::string_view says(ReferralSource source) {
    switch (source) {
        case ReferralSource::family:
            return "Family member, relative or carer";
        case ReferralSource::acquaintance:
            return "Acquaintance, such as a neighbour or childminder";
        case ReferralSource::self:
            return "The child or young person";
        case ReferralSource::other_individual:
            return "Another individual";
        case ReferralSource::school:
            return "School";
        case ReferralSource::education_service:
            return "Education service";
        case ReferralSource::gp:
            return "GP";
        case ReferralSource::health_visitor:
            return "Health visitor";
        case ReferralSource::school_nurse:
            return "School nurse";
        case ReferralSource::other_primary_health:
            return "Other primary health service";
        case ReferralSource::accident_and_emergency:
            return "Accident and emergency";
        case ReferralSource::other_health:
            return "Other health service, such as a hospice";
        case ReferralSource::housing:
            return "Housing";
        case ReferralSource::adult_social_care:
            return "Adult social care of this council";
        case ReferralSource::other_council_service:
            return "Another service of this council, such as youth offending";
        case ReferralSource::other_council:
            return "Another council";
        case ReferralSource::early_help:
            return "Early help of this council";
        case ReferralSource::police:
            return "Police";
        case ReferralSource::other_legal:
            return "Court, probation, immigration, Cafcass or prison";
        case ReferralSource::other:
            return "Other, such as a children's centre or voluntary organisation";
        case ReferralSource::anonymous:
            return "Anonymous";
        case ReferralSource::not_known:
            return "Not known";
    }
    return "";
}

std::string_view says(PrimaryNeed need) {
    switch (need) {
        case PrimaryNeed::not_stated:
            return "Not stated yet";
        case PrimaryNeed::abuse_or_neglect:
            return "Abuse, neglect or exploitation";
        case PrimaryNeed::child_disability:
            return "The child's disability or illness";
        case PrimaryNeed::parent_illness_or_disability:
            return "A parent's disability or illness";
        case PrimaryNeed::family_in_acute_stress:
            return "Family in acute stress";
        case PrimaryNeed::family_dysfunction:
            return "Family dysfunction";
        case PrimaryNeed::behaviour:
            return "Socially unacceptable behaviour";
        case PrimaryNeed::low_income:
            return "Low income";
        case PrimaryNeed::absent_parenting:
            return "Absent parenting";
        case PrimaryNeed::not_child_in_need:
            return "Not a child in need";
    }
    return "";
}

std::string_view says(ReferralDecision decision) {
    switch (decision) {
        case ReferralDecision::no_further_action:
            return "No further action";
        case ReferralDecision::signpost:
            return "Pointed to a service";
        case ReferralDecision::early_help:
            return "Early help";
        case ReferralDecision::assessment:
            return "Assessment";
        case ReferralDecision::strategy_discussion:
            return "Strategy discussion";
        case ReferralDecision::immediate_protection:
            return "Immediate protection";
    }
    return "";
}

std::string_view says(ReferralState state) {
    switch (state) {
        case ReferralState::received:
            return "Waiting for a decision";
        case ReferralState::open:
            return "Open";
        case ReferralState::closed:
            return "Closed";
    }
    return "";
}

}  // namespace kith::core
