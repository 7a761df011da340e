// The letters about a conference: the invitation, what was decided, the minutes.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "documents/letter_words.h"

namespace kith::documents {

using namespace core;

static std::string why_it_is_held(ConferenceKind kind, const Envelope& envelope) {
    std::string child = child_is(envelope);
    switch (kind) {
        case ConferenceKind::initial:
            return fmt::format("We are worried that {} may be hurt. That is what the meeting is about.", child);
        case ConferenceKind::review:
            return fmt::format("The meeting is about how the plan for {} is going.", child);
        case ConferenceKind::transfer_in:
            return fmt::format("A plan to keep {} safe was made where you lived before. Now you live here. So we meet.",
                               child);
    }
    return "";
}

static LetterSection why_we_write(const Envelope& envelope, const ConferenceLetter& about) {
    return {"Why we write",
            {why_it_is_held(about.child.kind, envelope),
             "It is called a child protection conference. Your family and the people who work with you meet."}};
}

static const ConferenceInvitation* own_place(const ConferenceLetter& about) {
    auto own = std::ranges::find(about.people, about.reader, &ConferenceInvitation::person);
    return own == about.people.end() ? nullptr : &*own;
}

static std::string way_of_taking_part(Attendance attendance) {
    switch (attendance) {
        case Attendance::undecided:
            return "How you take part is not known yet. We ask you.";
        case Attendance::together:
            return "You are in the room with everybody else.";
        case Attendance::separately:
            return "You come at a time of your own. You do not meet people whom you should not meet.";
        case Attendance::by_link:
            return "You take part by video or by telephone.";
    }
    return "";
}

static LetterSection when_and_where(const ConferenceLetter& about) {
    const Conference& conference = about.conference;
    const ConferenceInvitation* own = own_place(about);
    return {"When and where",
            {fmt::format("{}. {}.", long_time(conference.starts_at), said_of("Place", conference.venue)),
             way_of_taking_part(conference.attendance),
             said_of("What makes it easier for you", own ? own->adjustments : ""),
             "Can you not come, or not at that time? Ring us. You can also write down what you want to say."}};
}

static LetterSection what_happens_at_it(const Envelope& envelope, const ConferenceLetter& about) {
    std::string chair = about.chair.empty() ? "Who leads the meeting is not known yet."
                                            : fmt::format("{} leads the meeting.", about.chair);
    return {"What happens next",
            {chair + " This person does not work with your family. They meet you before it starts and say how it goes.",
             "You get the reports before the meeting, so that nothing in it is new to you.",
             "Everybody says what they know, what goes well too. You say what you think.",
             fmt::format("Then the meeting decides whether {} {} a plan to be safe.", child_is(envelope),
                         envelope.to_the_child ? "need" : "needs")}};
}

static std::string plain(AbuseCategory category) {
    switch (category) {
        case AbuseCategory::neglect:
            return "neglect. That means not getting the care that a child needs";
        case AbuseCategory::physical_abuse:
            return "physical abuse. That means being hurt in the body";
        case AbuseCategory::sexual_abuse:
            return "sexual abuse. That means being touched or made to do things in a sexual way";
        case AbuseCategory::emotional_abuse:
            return "emotional abuse. That means being made to feel scared, bad or not loved";
    }
    return "";
}

static std::string decision_in_words(const Envelope& envelope, const ConferenceChild& row) {
    std::string child = child_is(envelope);
    if (!row.decision) return "Not known yet.";
    switch (*row.decision) {
        case ConferenceDecision::plan_made:
            return fmt::format("There is now a plan to keep {} safe. It is called a child protection plan.", child);
        case ConferenceDecision::plan_continues:
            return fmt::format("The plan to keep {} safe goes on.", child);
        case ConferenceDecision::plan_ended:
            return fmt::format("The plan to keep {} safe has ended. It is not needed any more.", child);
        case ConferenceDecision::child_in_need:
            return "A child protection plan is not needed. We help you in another way, if you agree. It is called a "
                   "child in need plan.";
        case ConferenceDecision::no_plan:
            return "A plan is not needed.";
    }
    return "";
}

static LetterSection what_was_decided(const Envelope& envelope, const ConferenceChild& row) {
    LetterSection section{"What was decided", {decision_in_words(envelope, row)}};
    if (row.category) section.paragraphs.push_back(fmt::format("The worry is called {}.", plain(*row.category)));
    section.paragraphs.push_back("It does not say that anybody is to blame.");
    if (!trim(row.dissent).empty()) section.paragraphs.push_back("Not everybody agreed. That is written down.");
    return section;
}

static LetterSection what_follows(const Envelope& envelope, const ConferenceChild& row) {
    LetterSection section{"What happens next", {said_of("What the plan is", row.outline)}};
    section.paragraphs.push_back(envelope.worker.empty() ? "Who visits is not known yet."
                                                         : fmt::format("{} visits and helps.", envelope.worker));
    if (row.first_core_group_on)
        section.paragraphs.push_back(
            fmt::format("A small group works on the plan with you. It is called the core group. It first meets on {}.",
                        weekday_and_date(*row.first_core_group_on)));
    return section;
}

static std::string person_line(const ConferenceInvitation& person) {
    std::string who = person.name + (person.role.empty() ? "" : ", " + person.role) +
                      (person.agency.empty() ? "" : ", " + person.agency);
    return fmt::format("{}. {}", who, said_of("Said", person.said));
}

static bool is_family(const ConferenceInvitation& person) {
    return !person.person.is_nil();
}

static LetterSection what_was_said(const Envelope& envelope, const ConferenceLetter& about) {
    LetterSection section{"What was said", {}};
    if (const ConferenceInvitation* own = own_place(about))
        section.paragraphs.push_back(said_of("What you said", own->said.empty() ? own->said_nothing_why : own->said));
    bool others = false;
    for (const ConferenceInvitation& person : about.people) {
        bool there = person.came == CameToConference::came || person.came == CameToConference::by_link ||
                     person.came == CameToConference::sent_report;
        if (is_family(person)) others = others || (there && person.person != about.reader);
        if (there && !is_family(person)) section.paragraphs.push_back(person_line(person));
    }
    if (others) section.paragraphs.push_back("Others of the family: what they said is in their own copy.");
    const ConferenceChild& row = about.child;
    if (!envelope.to_the_child && !envelope.unborn)
        section.paragraphs.push_back(about.shows_the_voice
                                         ? said_of("What " + envelope.child + " thinks",
                                                   row.child_view.empty() ? row.child_view_missing : row.child_view)
                                         : fmt::format("What {} thinks: ask {} to talk with you about it.",
                                                       envelope.child, worker_or_team(envelope)));
    for (const std::string& minutes : {about.conference.minutes, row.minutes})
        if (!trim(minutes).empty()) section.paragraphs.push_back(said_of("What else was written down", minutes));
    if (!about.about_one_child)
        section.paragraphs.push_back("The meeting was about brothers and sisters too. That is in their own copies.");
    return section;
}

static LetterSection by_when_it_is_looked_at_again(const Envelope& envelope, const ConferenceChild& row) {
    return by_when(envelope, "The next meeting like this one is", row.review_on);
}

static LetterSection chair_decided(const ConferenceLetter& about) {
    return who_decided(about.chair, "who led the meeting, with everybody who was there",
                       about.conference.decided_at ? std::optional(about.conference.starts_at) : std::nullopt,
                       about.child.threshold);
}

static Letter invitation(const Envelope& envelope, const ConferenceLetter& about) {
    LetterSection decides{"Who decides",
                          {about.chair.empty() ? "The meeting decides. Who leads it is not known yet."
                                               : fmt::format("The meeting decides. {} leads it.", about.chair)}};
    return {about.kind,
            fmt::format("You are invited to a meeting about {}", envelope.to_the_child ? "you" : envelope.child),
            {why_we_write(envelope, about), when_and_where(about), what_happens_at_it(envelope, about),
             by_when(envelope, "The law wants the meeting held", about.child.due), decides,
             if_you_do_not_agree(envelope), who_can_help(envelope)}};
}

Letter letter(const Envelope& envelope, const ConferenceLetter& about) {
    if (about.kind == LetterKind::conference_invitation) return invitation(envelope, about);
    std::string child = envelope.to_the_child ? "you" : envelope.child;
    bool minutes = about.kind == LetterKind::conference_minutes;
    Letter written{about.kind, "What the meeting about " + child + " decided", {}};
    if (minutes) written.title = "What was said at the meeting about " + child;
    LetterSection why = why_we_write(envelope, about);
    why.paragraphs.push_back(fmt::format("It was held on {}.", long_time(about.conference.starts_at)));
    written.sections.push_back(why);
    if (minutes) written.sections.push_back(what_was_said(envelope, about));
    written.sections.push_back(what_was_decided(envelope, about.child));
    written.sections.push_back(what_follows(envelope, about.child));
    written.sections.push_back(by_when_it_is_looked_at_again(envelope, about.child));
    written.sections.push_back(chair_decided(about));
    written.sections.push_back(if_you_do_not_agree_with_conference(envelope));
    written.sections.push_back(who_can_help(envelope));
    return written;
}

}  // namespace kith::documents
