#include "actions/letter.h"

#include <algorithm>
#include <array>

#include "actions/authority.h"
#include "actions/conference.h"
#include "actions/people.h"
#include "actions/step.h"
#include "actions/telling.h"
#include "base/text.h"
#include "core/place_in_text.h"
#include "rulebook/helplines.h"
#include "store/assessment_store.h"
#include "store/conference_store.h"
#include "store/person_store.h"
#include "store/place_store.h"
#include "store/pre_proceedings_store.h"
#include "store/process_store.h"
#include "store/referral_store.h"
#include "store/staff_store.h"
#include "store/telling_store.h"

namespace kith::actions {

using namespace core;
using documents::LetterKind;

namespace {

/// What every letter about a record needs to know before it is written.
struct About {
    std::vector<PersonId> children;
    std::string not_ready;  ///< empty: it can be written
};

Result<About> about_conference(store::Reader& reader, LetterKind kind, const RawId& record) {
    auto loaded = TRY(load_conference(reader, ConferenceId(record)));
    About about;
    for (const ConferenceChild& row : loaded.children)
        about.children.push_back(row.child);
    bool invites = kind == LetterKind::conference_invitation;
    ConferenceState state = loaded.conference.state;
    if (invites && state != ConferenceState::called) about.not_ready = "The conference is not to come any more.";
    if (!invites && state != ConferenceState::decided) about.not_ready = "The chair has not signed the conference off.";
    bool unwritten = kind == LetterKind::conference_minutes && !has_minutes(loaded);
    if (about.not_ready.empty() && unwritten) about.not_ready = "The minutes have not been written.";
    return about;
}

std::optional<Closure> closure_of(store::Reader& reader, const RawId& referral) {
    return reader.list_first<Closure>("WHERE referral = $1 ORDER BY proposed_at DESC, id DESC", ReferralId(referral));
}

Result<About> about_closing(store::Reader& reader, const RawId& referral) {
    auto closure = closure_of(reader, referral);
    if (!closure) return no_such_record();
    About about{{closure->child}, ""};
    if (closure->state != ClosureState::authorised) about.not_ready = "A manager has not closed it.";
    if (!owes_letter(closure->reason)) about.not_ready = "No letter goes out. Somebody speaks to the family.";
    return about;
}

Result<About> about_assessment(store::Reader& reader, const RawId& record) {
    auto assessment = reader.find<Assessment>(AssessmentId(record));
    if (!assessment) return no_such_record();
    About about;
    for (const AssessmentChild& row : reader.list<AssessmentChild>("WHERE assessment = $1 ORDER BY id", record))
        about.children.push_back(row.child);
    if (assessment->state != AssessmentState::authorised) about.not_ready = "A manager has not authorised it.";
    return about;
}

Result<About> about_pre_proceedings(store::Reader& reader, const RawId& record) {
    auto found = reader.find<PreProceedings>(PreProceedingsId(record));
    if (!found) return no_such_record();
    return About{{found->child}, found->letter_sent_on ? "" : "The letter has not been written."};
}

Result<About> what_it_is_about(store::Reader& reader, LetterKind kind, const RawId& record) {
    if (kind == LetterKind::before_proceedings) return about_pre_proceedings(reader, record);
    if (kind == LetterKind::assessment) return about_assessment(reader, record);
    if (kind == LetterKind::closing) return about_closing(reader, record);
    return about_conference(reader, kind, record);
}

std::vector<PersonId> readers_of(store::Reader& reader, LetterKind kind, const RawId& record, const Person& child,
                                 Date today) {
    std::vector<PersonId> readers = adults_of(reader, child.id);
    if (kind == LetterKind::before_proceedings) return readers;
    if (child.stage == Stage::born && child.date_of_birth && age_on(*child.date_of_birth, today) >= told_from_age)
        readers.push_back(child.id);
    if (kind != LetterKind::conference_invitation) return readers;
    auto list = reader.list<ConferenceInvitation>("WHERE conference = $1 ORDER BY id", record);
    std::erase_if(readers, [&](PersonId each) {
        return std::ranges::none_of(
            list, [&](const auto& row) { return row.person == each && is_blank(row.not_invited_why); });
    });
    return readers;
}

/// Where it is owed by name: a conference's letters are owed to everybody together.
std::optional<Owed> owed_as(LetterKind kind) {
    if (kind == LetterKind::assessment) return Owed::assessment_copy;
    if (kind == LetterKind::closing) return Owed::closure_letter;
    if (kind == LetterKind::before_proceedings) return Owed::letter_before_proceedings;
    return std::nullopt;
}

std::optional<Telling> telling_of(store::Reader& reader, const LetterKey& key) {
    auto owed = owed_as(key.kind);
    if (!owed) return std::nullopt;
    return reader.list_first<Telling>("WHERE record = $1 AND child = $2 AND who = $3 AND owed = $4 ORDER BY id",
                                      key.record, key.child, key.reader, *owed);
}

/// An assessment of the child found domestic abuse: codes 3A to 3C of the national list.
Answer domestic_abuse(store::Reader& reader, PersonId child) {
    for (const AssessmentChild& row : reader.list<AssessmentChild>("WHERE child = $1 ORDER BY id", child))
        for (const std::string& factor : row.factors)
            if (factor.starts_with("3")) return Answer::yes;
    return Answer::no;
}

/// An adult is sent nothing while a manager has not decided how, where domestic abuse is known; before a conference
/// that is the decision how adults who must not meet take part.
Result<void> may_be_sent(store::Reader& reader, const LetterKey& key, const std::optional<Telling>& telling) {
    if (key.reader == key.child) return {};
    Answer abuse = domestic_abuse(reader, key.child);
    if (telling) return may_send(*telling, abuse);
    if (key.kind == LetterKind::before_proceedings && abuse != Answer::no)
        return refuse(Because::conflict, "",
                      "Domestic abuse is known: a manager decides first how this person may see it.");
    auto conference = reader.find<Conference>(ConferenceId(key.record));
    if (conference && conference->attendance == Attendance::undecided && abuse != Answer::no)
        return refuse(Because::conflict, "",
                      "Domestic abuse is known: decide first how adults who must not meet take part.");
    return {};
}

struct KnownPieces {
    std::vector<std::string> secret;  ///< of places that the reader must not know
    std::vector<std::string> open;    ///< of the reader's own places and the children's
    std::vector<std::string> theirs;  ///< of other adults' places, and their telephones
    std::vector<Place> secret_places;
};

void add_places(store::Reader& reader, KnownPieces& known, PersonId of, PersonId letter_to, bool is_theirs) {
    for (const Place& place : reader.list<Place>("WHERE person = $1 ORDER BY id", of)) {
        auto kept = reader.list<PlaceSecret>("WHERE place = $1 AND ended_at IS NULL ORDER BY id", place.id);
        bool secret = !may_be_known_to(place, kept, letter_to);
        if (secret) known.secret_places.push_back(place);
        auto& into = secret ? known.secret : is_theirs ? known.theirs : known.open;
        for (std::string& piece : documents::pieces_of_place(place.text, place.postcode))
            into.push_back(std::move(piece));
    }
}

KnownPieces known_pieces(store::Reader& reader, const LetterKey& key) {
    KnownPieces known;
    add_places(reader, known, key.child, key.reader, false);
    for (const Relation& relation : reader.list<Relation>("WHERE child = $1 ORDER BY id", key.child)) {
        bool is_sibling = relation.kind == RelationKind::sibling || relation.kind == RelationKind::half_sibling;
        bool is_theirs = relation.other != key.reader && !is_sibling;
        add_places(reader, known, relation.other, key.reader, is_theirs);
        auto other = reader.find<Person>(relation.other);
        if (!is_theirs || !other || other->phone.empty()) continue;
        known.theirs.push_back(other->phone);
        std::erase(other->phone, ' ');
        known.theirs.push_back(other->phone);
    }
    return known;
}

/// What this reader must not find: places kept secret from them, and where and how other adults are reached. The town
/// that the authority is named after gives nobody away.
std::vector<std::string> private_pieces(store::Reader& reader, KnownPieces known) {
    std::erase_if(known.theirs,
                  [&](const std::string& each) { return std::ranges::find(known.open, each) != known.open.end(); });
    known.secret.insert(known.secret.end(), known.theirs.begin(), known.theirs.end());
    std::string authority = fold(authority_profile(reader).name);
    std::erase_if(known.secret,
                  [&](const std::string& each) { return authority.find(fold(each)) != std::string::npos; });
    return known.secret;
}

/// The letter as this reader may have it. A paragraph that still gives a secret place away, written in another way,
/// goes as a whole.
documents::Letter as_may_be_read(store::Reader& reader, const LetterKey& key, documents::Letter letter) {
    KnownPieces known = known_pieces(reader, key);
    letter = without(std::move(letter), private_pieces(reader, known));
    for (documents::LetterSection& section : letter.sections)
        for (std::string& paragraph : section.paragraphs) {
            SearchedText searched(paragraph);
            if (std::ranges::any_of(known.secret_places,
                                    [&](const Place& place) { return place_in_text(searched, place).has_value(); }))
                paragraph = documents::left_out;
        }
    return letter;
}

std::optional<Date> next_due(store::Reader& reader, LetterKind kind, PersonId child) {
    constexpr std::array what_families_wait_for{Duty::plan_for_child_in_need,    Duty::hold_strategy_discussion,
                                                Duty::hold_initial_conference,   Duty::visit_child_in_need,
                                                Duty::review_child_in_need_plan, Duty::hold_review_conference};
    for (const OpenDuty& duty : reader.list<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", child))
        if (kind == LetterKind::before_proceedings) {
            if (duty.duty == Duty::decide_after_pre_proceedings) return duty.due;
        } else if (std::ranges::find(what_families_wait_for, duty.duty) != what_families_wait_for.end())
            return duty.due;
    return std::nullopt;
}

documents::Envelope envelope_of(const Service& service, store::Reader& reader, LetterKind kind,
                                const LetterToFamily& to) {
    AuthorityProfile authority = authority_profile(reader);
    documents::Envelope envelope;
    envelope.to = full_name(to.reader);
    envelope.to_the_child = to.reader.id == to.child.id;
    envelope.unborn = to.child.stage == Stage::unborn;
    envelope.child = !to.child.given_name.empty() ? to.child.given_name
                     : envelope.unborn            ? "the baby"
                                                  : full_name(to.child);
    envelope.authority = authority.name;
    envelope.phone = authority.phone;
    envelope.out_of_hours_phone = authority.out_of_hours_phone;
    if (auto worker = reader.find<Staff>(to.child.accountable_worker); worker && !worker->disabled_at) {
        envelope.worker = worker->name;
        envelope.worker_phone = worker->phone;
    }
    envelope.by_when = next_due(reader, kind, to.child.id);
    using enum rulebook::HelplineFor;
    envelope.helplines = rulebook::helplines_in_words(envelope.to_the_child ? children : parents,
                                                      london_date(service.now()), service.policy);
    return envelope;
}

bool shows_the_voice(const std::optional<Telling>& telling) {
    return telling && telling->showing == Showing::share;
}

documents::Letter written(const Service& service, store::Reader& reader, const LetterKey& key,
                          const LetterToFamily& to) {
    documents::Envelope envelope = envelope_of(service, reader, key.kind, to);
    if (key.kind == LetterKind::before_proceedings) {
        PreProceedings of = *reader.find<PreProceedings>(PreProceedingsId(key.record));
        return letter(envelope, documents::PreProceedingsLetter{of, staff_name(reader, of.decided_by)});
    }
    if (key.kind == LetterKind::closing) {
        Closure closure = *closure_of(reader, key.record);
        return letter(envelope, documents::ClosingLetter{closure, staff_name(reader, closure.decided_by)});
    }
    if (key.kind == LetterKind::assessment) {
        documents::AssessmentLetter about;
        about.assessment = *reader.find<Assessment>(AssessmentId(key.record));
        about.child = *reader.list_first<AssessmentChild>("WHERE assessment = $1 AND child = $2 ORDER BY id",
                                                          key.record, key.child);
        if (auto own = reader.list_first<ParentAccount>("WHERE assessment = $1 AND person = $2 ORDER BY id", key.record,
                                                        key.reader))
            about.own_account = own->account.empty() ? own->not_obtained_why : own->account;
        about.shows_the_voice = shows_the_voice(to.telling);
        about.decided_by = staff_name(reader, about.assessment.signed_off_by);
        return letter(envelope, about);
    }
    ConferenceRecord record = *load_conference(reader, ConferenceId(key.record));
    documents::ConferenceLetter about;
    about.kind = key.kind;
    about.conference = record.conference;
    about.child = *std::ranges::find(record.children, key.child, &ConferenceChild::child);
    about.chair = staff_name(reader, record.conference.chair);
    about.people = record.invitations;
    about.reader = key.reader;
    about.about_one_child = record.children.size() == 1;
    return letter(envelope, about);
}

Result<Person> person(store::Reader& reader, PersonId id) {
    auto found = reader.find<Person>(id);
    if (!found) return no_such_record();
    return *found;
}

}  // namespace

Result<LetterToFamily> letter_to_family(const Service& service, store::Reader& reader, const Actor& actor,
                                        const LetterKey& key) {
    LetterToFamily to;
    to.child = TRY(child_for(reader, actor, Act::read_child, key.child));
    About about = TRY(what_it_is_about(reader, key.kind, key.record));
    if (std::ranges::find(about.children, key.child) == about.children.end()) return no_such_record();
    auto readers = readers_of(reader, key.kind, key.record, to.child, london_date(service.now()));
    if (std::ranges::find(readers, key.reader) == readers.end()) return no_such_record();
    if (!about.not_ready.empty()) return refuse(Because::conflict, "", about.not_ready);
    to.reader = TRY(person(reader, key.reader));
    to.reads = to.reader.communication.empty() ? to.reader.first_language : to.reader.communication;
    to.telling = telling_of(reader, key);
    TRY(may_be_sent(reader, key, to.telling));
    to.letter = as_may_be_read(reader, key, written(service, reader, key, to));
    return to;
}

Result<std::vector<PossibleLetter>> letters_about(const Service& service, store::Reader& reader, const Actor& actor,
                                                  LetterKind kind, RawId record) {
    About about = TRY(what_it_is_about(reader, kind, record));
    std::vector<PossibleLetter> letters;
    TRY(any_child_for(reader, actor, Act::read_child, about.children));
    for (PersonId id : about.children) {
        auto child = child_for(reader, actor, Act::read_child, id);
        if (!child) continue;
        for (PersonId who : readers_of(reader, kind, record, *child, london_date(service.now()))) {
            LetterKey key{kind, record, id, who};
            auto allowed = may_be_sent(reader, key, telling_of(reader, key));
            std::string not_now = about.not_ready;
            if (not_now.empty() && !allowed) not_now = allowed.error().sentence;
            letters.push_back({key, name_of(reader, who), full_name(*child), not_now});
        }
    }
    return letters;
}

}  // namespace kith::actions
