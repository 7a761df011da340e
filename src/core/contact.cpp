#include "core/contact.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace kith::core {

std::string name_as_reported(const ContactChild& child) {
    std::string name(trim(child.given_name + " " + child.family_name));
    if (child.unborn == Answer::yes) return name.empty() ? "Unborn baby" : name + " (unborn)";
    return name.empty() ? fmt::format("Child {}, name not known", child.position) : name;
}

static bool is_plainly_named(const ContactChild& child) {
    return child.unborn != Answer::yes && !trim(child.given_name).empty();
}

static bool are_one_family(std::span<const ContactChild> children) {
    return children.size() > 1 && !trim(children.front().family_name).empty() &&
           std::ranges::all_of(children, [&](const ContactChild& each) {
               return is_plainly_named(each) && trim(each.family_name) == trim(children.front().family_name);
           });
}

std::string names_as_reported(std::span<const ContactChild> children) {
    if (children.empty()) return "No child named";
    bool one_family = are_one_family(children);
    std::string text;
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (i > 0) text += i + 1 == children.size() ? " and " : ", ";
        text += one_family ? std::string(trim(children[i].given_name)) : name_as_reported(children[i]);
    }
    return one_family ? text + " " + std::string(trim(children.front().family_name)) : text;
}

std::string reporter_in_words(const Contact& contact) {
    if (contact.reporter != ReporterKind::professional || contact.agency.empty())
        return std::string(says(contact.reporter));
    return fmt::format("{}, {}", contact.agency_role.empty() ? "Professional" : contact.agency_role, contact.agency);
}

std::string contact_reference(ContactId id) {
    static constexpr std::string_view signs = "23456789BCDFGHJKMNPQRSTVWXYZ";
    // Folding the whole id into 64 bits keeps references of seeded and counted ids apart as well.
    std::uint64_t mixed = 0xcbf29ce484222325u;
    for (std::uint8_t byte : id.bytes)
        mixed = (mixed ^ byte) * 0x100000001b3u;
    std::string reference;
    for (int i = 0; i < 8; ++i) {
        if (i == 4) reference += '-';
        reference += signs[(mixed >> 16) % signs.size()];
        mixed = mixed / signs.size() ^ (mixed << 40);
    }
    return reference;
}

bool needs_someone_now(const Contact& contact) {
    return contact.state == ContactState::received && contact.danger_now == Answer::yes;
}

Result<Contact> take_contact(Contact contact, const Actor& actor, Instant now) {
    if (contact.state == ContactState::decided)
        return refuse(Because::conflict, "", "A decision has already been made on this contact.");
    contact.state = ContactState::taken;
    contact.taken_by = actor.id;
    contact.taken_at = now;
    if (!contact.accepted_at) contact.accepted_at = now;
    ++contact.version;
    return contact;
}

static Result<void> check_decision(const Contact& contact, const DecideContact& command, Instant now) {
    if (contact.decision)
        return refuse(Because::conflict, "decision",
                      fmt::format("This contact was already decided: {}. A new worry is a new contact.",
                                  says(*contact.decision)));
    if (now < contact.received_at)
        return refuse(Because::invalid, "decision",
                      "The decision cannot be earlier than the time the contact was received.");
    bool urgent = command.decision == ContactDecision::strategy_discussion ||
                  command.decision == ContactDecision::immediate_protection;
    if (!urgent && trim(command.reasons).empty())
        return refuse(Because::invalid, "reasons", "Say why this is the right decision, in a sentence or two.");
    bool needs_service =
        command.decision == ContactDecision::signpost || command.decision == ContactDecision::early_help;
    if (needs_service && trim(command.service).empty())
        return refuse(Because::invalid, "service", "Name the service that the family is pointed to.");
    return {};
}

Result<Contact> decide_contact(Contact contact, const DecideContact& command, const Actor& actor, Instant now) {
    TRY(check_decision(contact, command, now));
    contact.state = ContactState::decided;
    contact.decision = command.decision;
    contact.decided_by = actor.id;
    contact.decided_at = now;
    if (!contact.accepted_at) contact.accepted_at = now;
    contact.decision_reasons = command.reasons;
    contact.told_reporter =
        command.service.empty() ? command.told_reporter : command.service + "\n" + command.told_reporter;
    ++contact.version;
    return contact;
}

std::string_view says(ContactDecision decision) {
    switch (decision) {
        case ContactDecision::advice:
            return "Advice given, no further action";
        case ContactDecision::family_plan:
            return "The family's own plan";
        case ContactDecision::early_help:
            return "Early help";
        case ContactDecision::signpost:
            return "Pointed to a service";
        case ContactDecision::referral:
            return "Accepted as a referral";
        case ContactDecision::strategy_discussion:
            return "Strategy discussion now";
        case ContactDecision::immediate_protection:
            return "Immediate protection";
    }
    return "";
}

std::string_view says(ReporterKind kind) {
    switch (kind) {
        case ReporterKind::professional:
            return "Professional";
        case ReporterKind::relative:
            return "Relative";
        case ReporterKind::member_of_public:
            return "Member of the public";
        case ReporterKind::parent_or_carer:
            return "Parent or carer asking for help";
        case ReporterKind::child:
            return "Child or young person";
    }
    return "";
}

std::string_view says(Channel channel) {
    switch (channel) {
        case Channel::web:
            return "Online form";
        case Channel::phone:
            return "Phone";
        case Channel::in_person:
            return "In person";
        case Channel::letter:
            return "Letter";
        case Channel::email:
            return "Email";
        case Channel::police_system:
            return "Police notification";
    }
    return "";
}

std::string_view says(Answer answer) {
    switch (answer) {
        case Answer::yes:
            return "Yes";
        case Answer::no:
            return "No";
        case Answer::not_known:
            return "Not known";
    }
    return "";
}

bool is_told_outcome(ReporterKind kind) {
    return kind == ReporterKind::professional;
}

}  // namespace kith::core
