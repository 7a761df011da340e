// A contact: somebody tells the authority of a worry about a child, or asks for help. It is always accepted, whatever
// is missing. It is *not* a referral: a referral exists only once the front door has decided that there is one.
//
// Law and guidance: Working Together, "processes for managing individual cases" (a decision within one working day);
// practice corrections 1, 17, 22, 23 and 25.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/ids.h"
#include "core/staff.h"

namespace kith::core {

/// Who is telling us. A parent or child asking for help is first-class, never a lesser concern.
enum class ReporterKind { professional, relative, member_of_public, parent_or_carer, child };

/// "Not known" is always an answer.
enum class Answer { yes, no, not_known };

enum class Channel { web, phone, in_person, letter, email, police_system };

enum class ContactState {
    received,  ///< nobody has taken it yet
    taken,     ///< a named person has it
    decided,
    passed_to_worker,  ///< on an open child: with the allocated worker, never a new referral
};

enum class ContactDecision {
    advice,
    family_plan,
    early_help,
    signpost,
    referral,
    strategy_discussion,
    immediate_protection,
};

struct Contact {
    ContactId id;
    int version = 1;
    std::string reference;  ///< what the reporter quotes: "K7M2-9QXD"
    Channel channel = Channel::web;
    ReporterKind reporter = ReporterKind::member_of_public;

    Instant received_at;                 ///< when the authority received it: what every timescale counts from
    Instant entered_at;                  ///< when it was typed in; later than received_at when recorded afterwards
    std::optional<StaffId> heard_by;     ///< who took the call or saw the person; nothing: through the public form
    std::optional<Instant> accepted_at;  ///< when the front door took it on as work
    std::optional<Instant> decided_at;

    std::string worry;          ///< in the reporter's own words
    std::string already_helps;  ///< what already helps the family
    Answer danger_now = Answer::not_known;
    std::string danger_why;

    std::string reporter_name;  ///< empty: anonymous
    std::string reporter_phone;
    std::string reporter_email;
    std::string safe_to_reach;                     ///< how and when to reach them safely
    Answer may_name_reporter = Answer::not_known;  ///< relatives and public: name withheld unless they agree
    std::string relation_to_child;

    std::string agency;  ///< professionals: where they work
    std::string agency_role;
    std::string source_code;             ///< census referral source, empty until known
    Answer consent = Answer::not_known;  ///< did the parents agree to this contact
    std::string without_consent_why;
    Answer parents_told = Answer::not_known;
    std::string not_told_why;
    std::string advice_taken;  ///< from whom and what, before contacting

    ContactState state = ContactState::received;
    StaffId taken_by;
    std::optional<Instant> taken_at;
    TeamId team;

    std::optional<ContactDecision> decision;
    StaffId decided_by;
    std::string decision_reasons;
    std::string told_reporter;       ///< advice given, named service signposted to, or why nobody could be answered
    StaffId for_worker;              ///< contact on an open child: who must read it
    std::optional<Instant> read_at;  ///< the worker's read receipt
};

/// A child (or unborn child) whom a contact is about, as the reporter described them; `person` once identified.
struct ContactChild {
    Id<struct ContactChildTag> id;
    ContactId contact;
    int position = 1;
    std::string given_name;
    std::string family_name;
    Answer unborn = Answer::no;
    std::optional<Date> date_of_birth;
    std::optional<Date> expected_date;
    std::string age_or_birth;  ///< as typed, when the date is not known
    std::string address;
    std::string school;
    PersonId person;  ///< nil until identified at the front door
};

/// "Amara Okafor", "Unborn baby", "Child 2, name not known".
std::string name_as_reported(const ContactChild& child);
/// All of a contact in one line: "Amara and Kofi Okafor", "No child named".
std::string names_as_reported(std::span<const ContactChild> children);

/// Who told us, for the people who work with the child: "Health visitor, Moorside surgery", "Relative". A withheld name
/// is never in it, nor how they are related, which gives them away.
std::string reporter_in_words(const Contact& contact);

/// The reference that is told to the reporter: eight signs without vowels or look-alikes, from the contact's id.
std::string contact_reference(ContactId id);

/// Danger first: nobody named has taken it, and somebody may be in danger.
bool needs_someone_now(const Contact& contact);

/// A named person takes the contact. Refused when it is decided; taking over from somebody is allowed and said.
Result<Contact> take_contact(Contact contact, const Actor& actor, Instant now);

/// What the decision needs besides itself: a named service to signpost to, reasons always (sign-off level).
struct DecideContact {
    ContactDecision decision = ContactDecision::advice;
    std::string reasons;
    std::string told_reporter;
    std::string service;  ///< signpost, early help: which
};
Result<Contact> decide_contact(Contact contact, const DecideContact& command, const Actor& actor, Instant now);

std::string_view says(ContactDecision decision);
std::string_view says(ReporterKind kind);
std::string_view says(Channel channel);
std::string_view says(Answer answer);

/// Whether the reporter is told the outcome: professionals are, relatives and the public get a receipt only.
bool is_told_outcome(ReporterKind kind);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::ReporterKind> {
    using K = kith::core::ReporterKind;
    static constexpr std::array all{Word{K::professional, "professional"sv}, Word{K::relative, "relative"sv},
                                    Word{K::member_of_public, "member_of_public"sv},
                                    Word{K::parent_or_carer, "parent_or_carer"sv}, Word{K::child, "child"sv}};
};
template <>
struct kith::Words<kith::core::Answer> {
    using A = kith::core::Answer;
    static constexpr std::array all{Word{A::yes, "yes"sv}, Word{A::no, "no"sv}, Word{A::not_known, "not_known"sv}};
};
template <>
struct kith::Words<kith::core::Channel> {
    using C = kith::core::Channel;
    static constexpr std::array all{
        Word{C::web, "web"sv},       Word{C::phone, "phone"sv}, Word{C::in_person, "in_person"sv},
        Word{C::letter, "letter"sv}, Word{C::email, "email"sv}, Word{C::police_system, "police_system"sv}};
};
template <>
struct kith::Words<kith::core::ContactState> {
    using S = kith::core::ContactState;
    static constexpr std::array all{Word{S::received, "received"sv}, Word{S::taken, "taken"sv},
                                    Word{S::decided, "decided"sv}, Word{S::passed_to_worker, "passed_to_worker"sv}};
};
template <>
struct kith::Words<kith::core::ContactDecision> {
    using D = kith::core::ContactDecision;
    static constexpr std::array all{Word{D::advice, "advice"sv},
                                    Word{D::family_plan, "family_plan"sv},
                                    Word{D::early_help, "early_help"sv},
                                    Word{D::signpost, "signpost"sv},
                                    Word{D::referral, "referral"sv},
                                    Word{D::strategy_discussion, "strategy_discussion"sv},
                                    Word{D::immediate_protection, "immediate_protection"sv}};
};
