#include "core/pre_proceedings.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/missing.h"

namespace kith::core {

bool is_decided(PreProceedingsEnd end) {
    return end == PreProceedingsEnd::stepped_down || end == PreProceedingsEnd::care_proceedings;
}

static Result<void> check_not_to_come(Date day, const char* field, Instant now) {
    if (day > london_date(now))
        return refuse(Because::invalid, field, "That day is still to come: record it when it has happened.");
    return {};
}

static Result<void> check_since_start(const PreProceedings& of, Date day, const char* field, Instant now) {
    TRY(check_not_to_come(day, field, now));
    if (day < of.decided_on)
        return refuse(
            Because::invalid, field,
            fmt::format("Pre-proceedings started on {}: this cannot be before that.", long_date(of.decided_on)));
    return {};
}

static Result<void> check_not_ended(const PreProceedings& of) {
    if (of.state != PreProceedingsState::ended) return {};
    return refuse(Because::conflict, "",
                  fmt::format("These pre-proceedings ended on {}. Start others if they are needed again.",
                              long_date(*of.ended_on)));
}

Result<PreProceedings> start_pre_proceedings(PreProceedings started, std::span<const PreProceedings> of_child,
                                             const Actor& actor, Instant now) {
    if (std::ranges::any_of(of_child, [](const auto& each) { return each.state != PreProceedingsState::ended; }))
        return refuse(Because::conflict, "", "Pre-proceedings are open for this child already. Go on with those.");
    TRY(check_not_to_come(started.decided_on, "decided_on", now));
    constexpr Date public_law_outline = std::chrono::year{2008} / 4 / 1;
    if (started.decided_on < public_law_outline)
        return refuse(Because::invalid, "decided_on",
                      "There have been pre-proceedings since the Public Law Outline of April 2008. Check the year.");
    MissingList missing;
    missing.text(started.worries, "worries", "Say what the authority is worried about.");
    missing.text(
        started.alternatives, "alternatives",
        "Say what else was considered, such as more help, relatives or a family plan, and why it is not enough.");
    missing.text(started.legal_advice, "legal_advice", "Say who gave legal advice, and what it was.");
    missing.text(started.family_meeting_words, "family_meeting_words",
                 "Say what came of the family meeting, or why it is not in the child’s best interests.");
    TRY(refuse_if_any(missing.take()));
    started.decided_by = actor.id;
    started.state = PreProceedingsState::started;
    return started;
}

Result<PreProceedings> send_letter(PreProceedings of, const LetterBeforeProceedings& letter, Instant now) {
    TRY(check_not_ended(of));
    TRY(check_since_start(of, letter.sent_on, "sent_on", now));
    MissingList missing;
    missing.text(letter.concerns, "concerns", "Say what the letter says the authority is worried about.");
    missing.text(letter.help_given, "help_given", "Say what help the family has been given.");
    missing.text(letter.must_change, "must_change", "Say what must change, and by when.");
    missing.text(letter.lawyers, "lawyers",
                 "Say which list of solicitors went with the letter, and that the parents can have free legal advice.");
    missing.fact(letter.meeting_offered != Answer::not_known, "meeting_offered",
                 "Say whether the letter offers a family group decision-making meeting.");
    TRY(refuse_if_any(missing.take()));
    of.letter_sent_on = letter.sent_on;
    of.concerns = letter.concerns;
    of.help_given = letter.help_given;
    of.must_change = letter.must_change;
    of.lawyers = letter.lawyers;
    of.meeting_offered = letter.meeting_offered;
    of.state = PreProceedingsState::active;
    ++of.version;
    return of;
}

Result<PreProceedingsMeeting> hold_meeting(const PreProceedings& of, PreProceedingsMeeting meeting, const Actor& actor,
                                           Instant now) {
    TRY(check_not_ended(of));
    TRY(check_since_start(of, meeting.held_on, "held_on", now));
    MissingList missing;
    missing.text(meeting.parents_view, "parents_view", "Write what the parents said, or why they did not come.");
    missing.text(meeting.agreed, "agreed", "Write what was agreed, or that nothing was.");
    TRY(refuse_if_any(missing.take()));
    meeting.pre_proceedings = of.id;
    meeting.child = of.child;
    meeting.recorded_by = actor.id;
    return meeting;
}

Result<PreProceedings> hold_family_meeting(PreProceedings of, Date on, Instant now) {
    TRY(check_not_ended(of));
    TRY(check_since_start(of, on, "family_meeting_on", now));
    of.family_meeting_on = on;
    ++of.version;
    return of;
}

Result<PreProceedings> end_pre_proceedings(PreProceedings of, const EndPreProceedings& command, StaffId ended_by,
                                           Instant now) {
    TRY(check_not_ended(of));
    TRY(check_since_start(of, command.ended_on, "ended_on", now));
    MissingList missing;
    missing.fact(!is_decided(command.end) || !is_blank(command.why), "why", "Give the reasons for this decision.");
    missing.fact(!is_decided(command.end) || of.letter_sent_on || !is_blank(command.no_letter_why), "no_letter_why",
                 "Say why no letter before proceedings was sent, or record the letter first.");
    TRY(refuse_if_any(missing.take()));
    of.state = PreProceedingsState::ended;
    of.ended_on = command.ended_on;
    of.end = command.end;
    of.ended_why = command.why;
    of.no_letter_why = of.letter_sent_on ? "" : command.no_letter_why;
    of.ended_by = ended_by;
    ++of.version;
    return of;
}

Result<PreProceedings> record_court_steps(PreProceedings of, const CourtSteps& steps, Instant now) {
    if (of.end != PreProceedingsEnd::care_proceedings)
        return refuse(Because::conflict, "",
                      "Record first that pre-proceedings ended with the decision to apply to the court.");
    if (steps.applied_on) TRY(check_since_start(of, *steps.applied_on, "applied_on", now));
    if (steps.court_letter_on) TRY(check_since_start(of, *steps.court_letter_on, "court_letter_on", now));
    of.applied_on = steps.applied_on;
    of.court_letter_on = steps.court_letter_on;
    ++of.version;
    return of;
}

std::string_view says(PreProceedingsState state) {
    switch (state) {
        case PreProceedingsState::started:
            return "Started: the letter is to be sent";
        case PreProceedingsState::active:
            return "The parents have the letter";
        case PreProceedingsState::ended:
            return "Ended";
    }
    return "";
}

std::string_view says(FamilyMeeting meeting) {
    switch (meeting) {
        case FamilyMeeting::offered:
            return "Offered, and the answer is awaited";
        case FamilyMeeting::held:
            return "Held";
        case FamilyMeeting::declined:
            return "Offered, and the family would rather not";
        case FamilyMeeting::not_in_best_interests:
            return "Not in the child’s best interests";
    }
    return "";
}

std::string_view says(PreProceedingsEnd end) {
    switch (end) {
        case PreProceedingsEnd::stepped_down:
            return "Step down: the child is helped without a court";
        case PreProceedingsEnd::care_proceedings:
            return "Apply to the court for care proceedings";
        case PreProceedingsEnd::moved_away:
            return "The child moved to another authority";
        case PreProceedingsEnd::turned_18:
            return "The child is 18";
        case PreProceedingsEnd::died:
            return "The child died";
        case PreProceedingsEnd::pregnancy_ended:
            return "The pregnancy ended";
    }
    return "";
}

}  // namespace kith::core
