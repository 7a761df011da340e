#include "core/telling.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kith::core {

static Result<void> check_told(const Telling& telling, const RecordTold& command, Instant now) {
    if (telling.state == TellingState::no_longer_owed)
        return refuse(Because::conflict, "", "This is no longer owed: everything owed was stopped for this child.");
    if (command.at > now)
        return refuse(Because::invalid, "told_at",
                      "Record this after it has happened: the time given is still to come.");
    if (command.state != TellingState::given && command.state != TellingState::given_in_part &&
        command.state != TellingState::told_only)
        return refuse(Because::invalid, "state", "Say whether it was given whole, given in part or told only.");
    if (command.by.is_nil()) return refuse(Because::invalid, "told_by", "Say who told them or gave it to them.");
    if (command.state == TellingState::given_in_part && trim(command.left_out).empty())
        return refuse(Because::invalid, "left_out", "Say what was left out, and why.");
    if (trim(command.talk_through).empty() && trim(command.talk_through_missing).empty())
        return refuse(Because::invalid, "talk_through",
                      "Record the conversation about it, or say why there has not been one.");
    return {};
}

Result<Telling> record_told(Telling telling, const RecordTold& command, const Actor&, Instant now) {
    TRY(check_told(telling, command, now));
    telling.state = command.state;
    telling.told_at = command.at;
    telling.recorded_at = now;
    telling.how = command.how;
    telling.told_by = command.by;
    telling.format = command.format;
    telling.talk_through = command.talk_through;
    telling.talk_through_missing = command.talk_through_missing;
    telling.left_out = command.left_out;
    ++telling.version;
    return telling;
}

static Result<void> check_showing(const DecideShowing& command, const Actor& actor, Instant now) {
    TRY(require(actor, Act::decide_not_to_tell));
    if (command.showing == Showing::undecided)
        return refuse(Because::invalid, "showing", "Choose how this may be shown to this person.");
    if (command.showing == Showing::share) return {};
    if (command.showing == Showing::not_yet && !command.reason)
        return refuse(Because::invalid, "reason",
                      "Choose the reason for not telling yet. If none of them fits, share it or tell it in part.");
    if (command.reason == NotTellingReason::other && actor.role != Role::head_of_service)
        return refuse(Because::forbidden, "reason", "Only the head of service may decide this for another reason.");
    if (trim(command.reason_in_words).empty())
        return refuse(Because::invalid, "reason_in_words",
                      "Say in words why, and how this serves the child and keeps others safe.");
    if (!command.review_on || *command.review_on <= london_date(now))
        return refuse(Because::invalid, "review_on", "Give the day, after today, on which this is looked at again.");
    return {};
}

Result<Telling> decide_showing(Telling telling, const DecideShowing& command, const Actor& actor, Instant now) {
    TRY(check_showing(command, actor, now));
    if (!is_open(telling))
        return refuse(Because::conflict, "showing", "This has already been told or given. It cannot be taken back.");
    telling.showing = command.showing;
    telling.state = command.showing == Showing::not_yet ? TellingState::not_telling_yet : TellingState::owed;
    telling.reason = command.showing == Showing::not_yet ? command.reason : std::nullopt;
    telling.reason_in_words = command.reason_in_words;
    telling.legal_advice = command.legal_advice;
    telling.decided_by = actor.id;
    telling.decided_at = now;
    telling.review_on = command.showing == Showing::share ? std::nullopt : command.review_on;
    ++telling.version;
    return telling;
}

Telling no_longer_owed(Telling telling) {
    if (!is_open(telling)) return telling;
    telling.state = TellingState::no_longer_owed;
    telling.review_on.reset();
    ++telling.version;
    return telling;
}

bool is_open(const Telling& telling) {
    return telling.state == TellingState::owed || telling.state == TellingState::not_telling_yet;
}

bool review_is_due(const Telling& telling, Date today) {
    return telling.state != TellingState::no_longer_owed && telling.review_on && *telling.review_on <= today;
}

Result<void> may_send(const Telling& telling, Answer domestic_abuse) {
    switch (telling.showing) {
        case Showing::share:
        case Showing::share_with_parts_left_out:
            return {};
        case Showing::tell_only:
            return refuse(Because::conflict, "", "It was decided to tell this person only: no document is sent.");
        case Showing::not_yet:
            return refuse(Because::conflict, "", "It was decided not to tell this person yet.");
        case Showing::undecided:
            break;
    }
    if (domestic_abuse == Answer::no) return {};
    return refuse(Because::conflict, "",
                  "Domestic abuse is known or not ruled out: a manager decides first how this person may see it.");
}

bool told_against_decision(const Telling& telling) {
    return telling.showing == Showing::not_yet && telling.told_at.has_value();
}

std::string_view says(Owed owed) {
    switch (owed) {
        case Owed::assessment_started:
            return "That an assessment has started, why, and how long it takes";
        case Owed::assessment_copy:
            return "Written copy of the assessment";
        case Owed::need_plan_copy:
            return "Child in need plan";
        case Owed::strategy_discussion_held:
            return "That a strategy discussion was held, and what it decided";
        case Owed::section47_started:
            return "That a section 47 enquiry has started, and what it means";
        case Owed::section47_outcome:
            return "Outcome of the section 47 enquiry";
        case Owed::conference_reports:
            return "Reports for the conference";
        case Owed::conference_decision:
            return "Decision of the conference";
        case Owed::protection_plan_copy:
            return "Child protection plan";
        case Owed::closure_letter:
            return "Letter about closing";
        case Owed::letter_before_proceedings:
            return "Letter before proceedings";
    }
    return "";
}

std::string_view says(TellingState state) {
    switch (state) {
        case TellingState::owed:
            return "Still owed";
        case TellingState::given:
            return "Given";
        case TellingState::given_in_part:
            return "Given, with parts left out";
        case TellingState::told_only:
            return "Told, nothing in writing";
        case TellingState::not_telling_yet:
            return "Decision not to tell yet";
        case TellingState::no_longer_owed:
            return "No longer owed";
    }
    return "";
}

std::string_view says(HowTold how) {
    switch (how) {
        case HowTold::in_person:
            return "In person";
        case HowTold::video:
            return "Video call";
        case HowTold::phone:
            return "Phone";
        case HowTold::post:
            return "Post";
        case HowTold::email:
            return "Email";
        case HowTold::collected:
            return "Collected";
        case HowTold::through_solicitor:
            return "Through their solicitor";
        case HowTold::through_advocate:
            return "Through their advocate";
    }
    return "";
}

std::string_view says(NotTellingReason reason) {
    switch (reason) {
        case NotTellingReason::risk_to_child:
            return "It would put the child at risk";
        case NotTellingReason::serious_harm_to_another:
            return "Risk of serious harm to another person, such as the parent who is not abusive";
        case NotTellingReason::criminal_enquiry:
            return "It would harm a criminal enquiry or its evidence";
        case NotTellingReason::flight:
            return "Somebody may leave with the child or disappear";
        case NotTellingReason::forced_marriage_honour_or_fgm:
            return "Forced marriage, honour-based abuse or female genital mutilation";
        case NotTellingReason::fabricated_illness:
            return "Suspected fabricated or induced illness";
        case NotTellingReason::other:
            return "Another reason, decided by the head of service";
    }
    return "";
}

std::string_view says(Showing showing) {
    switch (showing) {
        case Showing::undecided:
            return "Not decided";
        case Showing::share:
            return "Share it whole";
        case Showing::share_with_parts_left_out:
            return "Share it with parts left out";
        case Showing::tell_only:
            return "Tell only, nothing in writing";
        case Showing::not_yet:
            return "Do not tell yet";
    }
    return "";
}

}  // namespace kith::core
