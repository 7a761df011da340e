// Signing an assessment off: each child's decision with its reasons, what its outcome opens, and who is owed a copy.
#include <fmt/format.h>

#include <algorithm>

#include "actions/assessment.h"
#include "actions/assessment_rows.h"
#include "actions/duties.h"
#include "actions/need_plan.h"
#include "actions/step.h"
#include "actions/timeline.h"
#include "store/assessment_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/telling_store.h"

namespace kith::actions {

using namespace core;

static std::string voice_of(const AssessmentChild& part) {
    return part.voice.empty() ? part.observation : part.voice;
}

static void add_line(std::string& to, const std::string& name, const std::string& text) {
    if (text.empty()) return;
    to += (to.empty() ? "" : "\n") + name + ": " + text;
}

static Decision child_decision(Work& work, const AssessmentParts& parts, const AssessmentChild& part,
                               const AuthoriseAssessment& sign_off) {
    Decision decision = decision_by(work, RecordKind::assessment, parts.assessment.id, part.child, word(*part.outcome),
                                    part.outcome_reasons + "\n" + sign_off.reasons);
    decision.child_view = voice_of(part);
    decision.child_view_missing = part.voice_missing_why;
    for (const ParentAccount& account : parts.accounts) {
        std::string name = name_of(work.store, account.person);
        add_line(decision.parents_view, name, account.account);
        add_line(decision.parents_view_missing, name, account.not_obtained_why);
    }
    if (parts.accounts.empty()) decision.parents_view_missing = parts.assessment.no_parent_known;
    if (decision.child_view.empty() && decision.child_view_missing.empty())
        decision.child_view_missing = sign_off.without_it_because;
    if (decision.parents_view.empty() && decision.parents_view_missing.empty())
        decision.parents_view_missing = sign_off.without_it_because;
    return decision;
}

/// What the outcome asks of somebody next, beside the written copy that is always owed.
static std::vector<OpenDuty> opened_by_outcome(Work& work, AssessmentOutcome outcome, const Subject& subject) {
    if (outcome == AssessmentOutcome::strategy_discussion)
        return after(work, Event::strategy_discussion_needed, subject, when(work.now));
    return {};
}

static std::vector<OpenDuty> authorised_duties(Work& work, const Subject& subject, bool anybody_is_owed_a_copy) {
    auto duties = after(work, Event::assessment_authorised, subject, when(work.now));
    if (!anybody_is_owed_a_copy)
        std::erase_if(
            duties, [](const OpenDuty& each) { return each.duty == Duty::give_written_assessment && !each.closed_at; });
    return duties;
}

static void save_child_outcome(Work& work, const AssessmentParts& parts, const AssessmentChild& part,
                               const AuthoriseAssessment& sign_off) {
    auto child = work.store.find<Person>(part.child);
    CHECK(child);
    Subject subject{RecordKind::assessment, parts.assessment.id, child->id, worker_of(*child), child->team};
    auto copies = owe(work, Owed::assessment_copy, RecordKind::assessment, parts.assessment.id, *child, work.today);
    auto duties = authorised_duties(work, subject, !copies.empty());
    auto opened = opened_by_outcome(work, *part.outcome, subject);
    auto entry = timeline_entry(
        work, {child->id, work.now, RecordKind::assessment, parts.assessment.id, happened::assessment_authorised.name,
               fmt::format("Assessment authorised: {}", says(*part.outcome)), part.outcome_reasons});
    work.store.save(happened::assessment_authorised, parts.assessment.id, parts.assessment, duties, opened, copies,
                    child_decision(work, parts, part, sign_off), entry);
}

Result<Assessment> authorise_assessment(Work& work, const SignOffAssessment& command) {
    AssessmentParts parts = TRY(load_assessment(work, command.id, Act::authorise_assessment));
    if (parts.assessment.version != command.version) return changed_meanwhile();
    auto name = [&](PersonId person) { return name_of(work.store, person); };
    parts.assessment = TRY(core::authorise_assessment(parts, command.sign_off, name, work.actor, work.now));
    for (const AssessmentChild& part : parts.children) {
        save_child_outcome(work, parts, part, command.sign_off);
        if (part.outcome == AssessmentOutcome::child_in_need)
            TRY(decide_child_in_need(work, {.child = part.child, .referral = part.referral, .assessment = command.id}));
    }
    return parts.assessment;
}

}  // namespace kith::actions
