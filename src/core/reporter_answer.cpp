#include "core/reporter_answer.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kith::core {

static bool asked_for_help(ReporterKind kind) {
    return kind == ReporterKind::parent_or_carer || kind == ReporterKind::child;
}

bool may_be_told_outcome(ReporterKind kind) {
    return is_told_outcome(kind) || asked_for_help(kind);
}

bool is_owed_receipt(const Contact& contact) {
    if (contact.reporter == ReporterKind::professional) return true;
    return contact.channel != Channel::web && contact.channel != Channel::phone &&
           contact.channel != Channel::in_person;
}

static bool has_outcome(const Contact& contact) {
    return contact.decision || contact.state == ContactState::passed_to_worker;
}

static Result<void> check(const Contact& contact, const AnswerReporter& command, Instant now) {
    bool told = command.what != ReporterIsTold::not_possible;
    if (command.what == ReporterIsTold::outcome && !may_be_told_outcome(contact.reporter))
        return refuse(Because::invalid, "what",
                      "Relatives and the public get a receipt only: not whether the child is known, and not the "
                      "outcome.");
    if (command.what == ReporterIsTold::outcome && !has_outcome(contact))
        return refuse(Because::invalid, "what", "Nothing is decided yet. Record the decision first, then tell them.");
    if (told && !command.how) return refuse(Because::invalid, "how", "Choose how they were told.");
    if (command.told_at > now) return refuse(Because::invalid, "told_at", "They cannot have been told in the future.");
    bool in_the_same_minute = contact.received_at < command.told_at + std::chrono::minutes(1);  // people give minutes
    if (command.told_at < contact.received_at && !in_the_same_minute)
        return refuse(Because::invalid, "told_at", "They cannot have been told before they contacted us.");
    if (trim(command.said).empty())
        return refuse(Because::invalid, "said",
                      told ? "Write what was said or sent." : "Say why nobody could be told.");
    return {};
}

Result<ReporterAnswer> answer_reporter(const Contact& contact, const AnswerReporter& command, const Actor& actor,
                                       Instant now) {
    TRY(check(contact, command, now));
    ReporterAnswer answer;
    answer.contact = contact.id;
    answer.what = command.what;
    answer.who = command.who;
    if (command.what != ReporterIsTold::not_possible) answer.how = command.how;
    answer.told_at = command.told_at;
    answer.recorded_at = now;
    answer.told_by = actor.id;
    answer.said = command.said;
    return answer;
}

static std::string greeting(const Contact& contact) {
    return contact.reporter_name.empty() ? "Hello," : fmt::format("Dear {},", contact.reporter_name);
}

static std::string outcome_of(const Contact& contact, std::span<const ContactChild> children) {
    std::string about = asked_for_help(contact.reporter)
                            ? std::string("you asked us for help")
                            : fmt::format("you contacted us about {}", names_as_reported(children));
    std::string text = fmt::format("On {} {}.\n\n", long_date(london_date(contact.received_at)), about);
    if (contact.decision)
        text += fmt::format("What we decided: {}.", says(*contact.decision));
    else
        text += "What you told us is now with the worker who is already helping the family.";
    if (!trim(contact.told_reporter).empty()) text += "\n\n" + contact.told_reporter;
    return text;
}

static std::string receipt_of(const Contact& contact) {
    std::string text = fmt::format(
        "Thank you for contacting us on {}. It reached us.\n\nWe read every message and "
        "decide what to do within one working day.",
        long_date(london_date(contact.received_at)));
    if (!may_be_told_outcome(contact.reporter))
        text += " To protect children's privacy we cannot tell you what we do next, nor whether we know the family.";
    return text;
}

std::string letter_to_reporter(const Contact& contact, std::span<const ContactChild> children, ReporterIsTold what,
                               std::string_view authority, std::string_view phone) {
    if (what == ReporterIsTold::not_possible) return "";
    std::string body = what == ReporterIsTold::outcome && may_be_told_outcome(contact.reporter)
                           ? outcome_of(contact, children)
                           : receipt_of(contact);
    return fmt::format(
        "{}\n\n{}\n\nYour reference is {}. If you are worried again, call {}. If somebody is in danger "
        "now, call 999.\n\nChildren's social care, {}",
        greeting(contact), body, contact.reference, phone, authority);
}

std::string_view says(ReporterIsTold what) {
    switch (what) {
        case ReporterIsTold::receipt:
            return "That it reached us";
        case ReporterIsTold::outcome:
            return "What was decided";
        case ReporterIsTold::not_possible:
            return "Nobody could be told";
    }
    return "";
}

}  // namespace kith::core
