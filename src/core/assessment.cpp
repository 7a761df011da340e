#include "core/assessment.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace kith::core {

Result<AssessmentParts> start_assessment(const StartAssessment& command, Instant now) {
    if (command.children.empty())
        return refuse(Because::invalid, "children", "Choose at least one child to assess, born or unborn.");
    if (command.started_on > london_date(now))
        return refuse(Because::invalid, "started_on", "The start is still to come: record it on the day.");
    if (command.review_point < command.started_on)
        return refuse(Because::invalid, "review_point", "The review point cannot be before the start.");
    AssessmentParts parts;
    Assessment& assessment = parts.assessment;
    assessment.id = command.id;
    assessment.worker = command.worker;
    assessment.team = command.team;
    assessment.started_on = command.started_on;
    assessment.recorded_at = now;
    assessment.review_point = command.review_point;
    assessment.purpose = command.purpose;
    for (const AssessmentChild& child : command.children)
        parts = TRY(add_child(std::move(parts), child));
    for (const ParentAccount& account : command.accounts)
        parts = TRY(add_parent(std::move(parts), account));
    parts.assessment.version = 1;
    return parts;
}

/// Writing is open until it is authorised; while the manager has it, writing takes it back.
static Result<void> take_up(Assessment& assessment) {
    if (assessment.state == AssessmentState::authorised)
        return refuse(Because::conflict, "",
                      fmt::format("This assessment was authorised on {}. What is new goes into another assessment.",
                                  long_date(london_date(*assessment.signed_off_at))));
    if (assessment.state == AssessmentState::stopped)
        return refuse(Because::conflict, "", "This assessment was stopped. Start another one if it is needed.");
    assessment.state = AssessmentState::in_progress;
    ++assessment.version;
    return {};
}

Result<AssessmentParts> add_child(AssessmentParts parts, AssessmentChild child) {
    TRY(take_up(parts.assessment));
    if (std::ranges::find(parts.children, child.child, &AssessmentChild::child) != parts.children.end())
        return refuse(Because::conflict, "child", "This child is in the assessment already.");
    child.assessment = parts.assessment.id;
    parts.children.push_back(std::move(child));
    return parts;
}

Result<AssessmentParts> add_parent(AssessmentParts parts, ParentAccount account) {
    TRY(take_up(parts.assessment));
    if (std::ranges::find(parts.accounts, account.person, &ParentAccount::person) != parts.accounts.end())
        return refuse(Because::conflict, "person", "This person's account is asked for already.");
    account.assessment = parts.assessment.id;
    parts.accounts.push_back(std::move(account));
    return parts;
}

Result<AssessmentParts> write_assessment(AssessmentParts parts, const WriteAssessment& texts) {
    TRY(take_up(parts.assessment));
    Assessment& assessment = parts.assessment;
    assessment.culture_religion_language = texts.culture_religion_language;
    assessment.strengths = texts.strengths;
    assessment.difficulties = texts.difficulties;
    assessment.already_helps = texts.already_helps;
    assessment.parenting_capacity = texts.parenting_capacity;
    assessment.family_and_environment = texts.family_and_environment;
    assessment.professionals = texts.professionals;
    assessment.no_parent_known = texts.no_parent_known;
    return parts;
}

static Result<void> check_factors(std::span<const std::string> factors) {
    for (const std::string& code : factors)
        if (!find_factor(code))
            return refuse(Because::invalid, "factors", "One of the factors is not in the national list: choose again.");
    bool none = std::ranges::find(factors, no_factors) != factors.end();
    if (none && factors.size() > 1)
        return refuse(Because::invalid, "factors", "\"No factors identified\" cannot stand beside other factors.");
    return {};
}

Result<AssessmentParts> write_child(AssessmentParts parts, const AssessmentChild& child, Instant now) {
    TRY(take_up(parts.assessment));
    if (child.seen_on && *child.seen_on > london_date(now))
        return refuse(Because::invalid, "seen_on", "The day on which the child was seen is still to come.");
    TRY(check_factors(child.factors));
    for (AssessmentChild& each : parts.children) {
        if (each.child != child.child) continue;
        AssessmentChild kept = child;
        kept.id = each.id;
        kept.assessment = each.assessment;
        kept.referral = each.referral;
        kept.counts_from = each.counts_from;
        each = std::move(kept);
        return parts;
    }
    return refuse(Because::not_found, "child", "This child is not in the assessment. Add the child first.");
}

Result<AssessmentParts> write_account(AssessmentParts parts, const ParentAccount& account, Instant now) {
    TRY(take_up(parts.assessment));
    if (account.spoken_on && *account.spoken_on > london_date(now))
        return refuse(Because::invalid, "spoken_on", "The day of the conversation is still to come.");
    for (ParentAccount& each : parts.accounts) {
        if (each.person != account.person) continue;
        each.spoken_on = account.spoken_on;
        each.account = account.account;
        each.not_obtained_why = account.not_obtained_why;
        return parts;
    }
    return refuse(Because::not_found, "person", "This person is not among the parents and carers. Add them first.");
}

Result<Assessment> review_assessment(Assessment assessment, Date held_on, std::string note, Instant now) {
    if (!is_open(assessment)) return refuse(Because::conflict, "", "This assessment has already ended.");
    if (held_on < assessment.started_on || held_on > london_date(now))
        return refuse(Because::invalid, "held_on",
                      "The review was held between the start of the assessment and today.");
    assessment.reviewed_on = held_on;
    assessment.review_note = std::move(note);
    ++assessment.version;
    return assessment;
}

Result<Assessment> submit_assessment(Assessment assessment, const Actor& actor, Instant now) {
    if (assessment.state == AssessmentState::with_manager)
        return refuse(Because::conflict, "", "The manager has it already.");
    TRY(take_up(assessment));
    assessment.state = AssessmentState::with_manager;
    assessment.submitted_by = actor.id;
    assessment.submitted_at = now;
    return assessment;
}

static void ask_for_child(MissingList& missing, const AssessmentChild& child, const std::string& name) {
    bool needs_why = child.seen == ChildSeen::not_seen || child.seen == ChildSeen::seen_with_others;
    missing.fact(child.seen != ChildSeen::not_recorded, "seen",
                 fmt::format("Say whether {} was seen, and alone or observed.", name));
    missing.fact(!needs_why || !is_blank(child.not_seen_why), "not_seen_why",
                 fmt::format("Say why {} was not seen{}.", name, child.seen == ChildSeen::not_seen ? "" : " alone"));
    missing.fact(!is_blank(child.voice) || !is_blank(child.observation) || !is_blank(child.voice_missing_why), "voice",
                 fmt::format("Write what {} says and wants, or what was observed, or why neither could be had.", name));
    missing.text(child.analysis, "analysis",
                 fmt::format("Write the analysis for {}: needs, risks, and what they mean.", name));
    missing.fact(child.outcome != AssessmentOutcome::child_in_need || !child.grounds.empty(), "grounds",
                 fmt::format("Say on which ground of section 17(10) {} is a child in need.", name));
    missing.fact(!child.factors.empty(), "factors",
                 fmt::format("Choose the factors found for {}, or \"No factors identified\".", name));
}

static void ask_for_decision(MissingList& missing, const AssessmentChild& child, const std::string& name) {
    missing.fact(child.outcome.has_value(), "outcome", fmt::format("Decide the outcome for {}.", name));
    missing.text(child.outcome_reasons, "outcome_reasons", fmt::format("Give the reasons for {}'s outcome.", name));
}

std::vector<Missing> missing_for_sign_off(const AssessmentParts& parts, const NameOf& name_of) {
    MissingList missing;
    for (const ParentAccount& account : parts.accounts)
        missing.either(account.account, account.not_obtained_why, "account",
                       fmt::format("Write {}'s own account, or why it could not be had.", name_of(account.person)));
    missing.fact(!parts.accounts.empty() || !is_blank(parts.assessment.no_parent_known), "no_parent_known",
                 "Add the parents and carers and what each of them says, or say why none is known.");
    missing.text(parts.assessment.culture_religion_language, "culture_religion_language",
                 "Write what culture, religion and language mean for this family, or that they were asked.");
    missing.text(parts.assessment.strengths, "strengths", "Write the family's strengths and what already helps.");
    for (const AssessmentChild& child : parts.children) {
        std::string name = name_of(child.child);
        ask_for_child(missing, child, name);
        ask_for_decision(missing, child, name);
    }
    return missing.take();
}

std::vector<Missing> missing_decisions(const AssessmentParts& parts, const NameOf& name_of) {
    MissingList missing;
    for (const AssessmentChild& child : parts.children)
        ask_for_decision(missing, child, name_of(child.child));
    return missing.take();
}

static Result<void> check_manager(const Assessment& assessment, const std::string& reasons, const Actor& actor) {
    TRY(require(actor, Act::authorise_assessment));
    if (!is_open(assessment)) return refuse(Because::conflict, "", "This assessment has already ended.");
    TRY(require_another_person(actor, assessment.worker));
    TRY(require_another_person(actor, assessment.submitted_by));
    if (is_blank(reasons))
        return refuse(Because::invalid, "reasons", "Give your reasons, for the family and the file.");
    return {};
}

static std::string one_a_line(std::span<const Missing> missing) {
    std::string lines;
    for (const Missing& each : missing)
        lines += (lines.empty() ? "" : "\n") + each.sentence;
    return lines;
}

Result<Assessment> authorise_assessment(const AssessmentParts& parts, const AuthoriseAssessment& command,
                                        const NameOf& name_of, const Actor& actor, Instant now) {
    TRY(check_manager(parts.assessment, command.reasons, actor));
    if (parts.assessment.state != AssessmentState::with_manager)
        return refuse(Because::conflict, "", "The worker has not handed this in yet, or is writing on it again.");
    std::vector<Missing> missing = missing_for_sign_off(parts, name_of);
    if (is_blank(command.without_it_because)) TRY(refuse_if_any(missing));
    TRY(refuse_if_any(missing_decisions(parts, name_of)));
    Assessment assessment = parts.assessment;
    assessment.state = AssessmentState::authorised;
    assessment.signed_off_by = actor.id;
    assessment.signed_off_at = now;
    assessment.sign_off_reasons = command.reasons;
    assessment.authorised_without = one_a_line(missing);
    assessment.override_reason = missing.empty() ? "" : command.without_it_because;
    ++assessment.version;
    return assessment;
}

Result<Assessment> return_assessment(Assessment assessment, const std::string& reasons, const Actor& actor,
                                     Instant now) {
    TRY(check_manager(assessment, reasons, actor));
    if (assessment.state != AssessmentState::with_manager)
        return refuse(Because::conflict, "", "The worker has it already.");
    assessment.state = AssessmentState::in_progress;
    assessment.signed_off_by = actor.id;
    assessment.signed_off_at = now;
    assessment.sign_off_reasons = reasons;
    ++assessment.version;
    return assessment;
}

Result<Assessment> stop_assessment(Assessment assessment, const std::string& why, Instant) {
    if (!is_open(assessment)) return refuse(Because::conflict, "", "This assessment has already ended.");
    if (is_blank(why)) return refuse(Because::invalid, "why", "Say why the assessment stops.");
    assessment.state = AssessmentState::stopped;
    assessment.stopped_why = why;
    ++assessment.version;
    return assessment;
}

bool is_open(const Assessment& assessment) {
    return assessment.state == AssessmentState::in_progress || assessment.state == AssessmentState::with_manager;
}

}  // namespace kith::core
