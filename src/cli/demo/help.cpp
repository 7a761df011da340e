#include "cli/demo/help.h"

#include <algorithm>

#include "actions/assessment.h"
#include "actions/assessment_rows.h"
#include "actions/closure.h"
#include "actions/need_plan.h"
#include "actions/people.h"
#include "actions/referral.h"
#include "actions/telling.h"
#include "store/assessment_store.h"
#include "store/need_plan_store.h"
#include "store/person_store.h"
#include "store/referral_store.h"
#include "store/telling_store.h"

namespace kith::cli {

using namespace core;

static std::vector<Referral> referrals_of(store::Reader& reader, const Family& family) {
    std::vector<Referral> open;
    for (const Person& child : family.children)
        if (auto referral = actions::open_referral(reader, child.id)) open.push_back(*referral);
    return open;
}

static Result<void> allocate(actions::Work& work, const Case& open) {
    for (const Person& child : open.family.children) {
        Person known = *work.store.find<Person>(child.id);
        TRY(actions::allocate_worker(work, {child.id, open.desk.worker.id, known.version}));
    }
    return {};
}

static Result<void> decide_referrals(actions::Work& work, const Case& open, ReferralDecision decision) {
    std::vector<Referral> referrals = referrals_of(work.store, open.family);
    actions::DecideReferralCommand command;
    command.referral = referrals.at(0).id;
    command.version = referrals[0].version;
    command.decision.decision = decision;
    command.decision.need = decision == ReferralDecision::no_further_action ? PrimaryNeed::not_child_in_need
                                                                            : PrimaryNeed::abuse_or_neglect;
    if (open.worry.factor == "4B") command.decision.need = PrimaryNeed::parent_illness_or_disability;
    if (open.worry.factor == "5A") command.decision.need = PrimaryNeed::child_disability;
    command.decision.reasons =
        decision == ReferralDecision::no_further_action
            ? "We have spoken to the family and to school. What was seen has an explanation."
            : "The children may be in need, and we do not yet know enough to say what would help.";
    for (std::size_t i = 1; i < referrals.size(); ++i)
        command.same_for.push_back(referrals[i].id);
    TRY(actions::decide_referral(work, command));
    return {};
}

Result<bool> accept(World& world, Case& open, ReferralDecision decision) {
    bool urgent = decision == ReferralDecision::strategy_discussion;  // decided with its contact
    if (!urgent) {
        if (!world.after_hours(1)) return false;
        TRY(world.as(world.front_door, "deciding on the referral",
                     [&](actions::Work& work) { return decide_referrals(work, open, decision); }));
        if (decision == ReferralDecision::no_further_action) return false;
    }
    if (!urgent && !world.after_days(world.dice.between(0, 2))) return false;
    TRY(world.as(open.desk.manager, "allocating a worker", [&](actions::Work& work) { return allocate(work, open); }));
    return true;
}

static std::optional<Assessment> open_assessment(store::Reader& reader, PersonId child) {
    for (const Assessment& each : actions::assessments_of(reader, child))
        if (is_open(each)) return each;
    return std::nullopt;
}

static Result<void> write_child(actions::Work& work, const Case& open, AssessmentId id, AssessmentOutcome outcome,
                                const AssessmentChild& part) {
    const Person child = *work.store.find<Person>(part.child);
    bool unborn = child.stage == Stage::unborn;
    bool talks = !unborn && child.date_of_birth && age_on(*child.date_of_birth, work.today) >= 4;
    actions::SaveChild command{id, actions::mark_of_child(part), part};
    AssessmentChild& text = command.child;
    text.seen = unborn ? ChildSeen::not_born : talks ? ChildSeen::seen_alone : ChildSeen::observed;
    if (!unborn) text.seen_on = work.today;
    if (talks) text.voice = "\"I like it when everybody is at home and nobody shouts. I want my own bed.\"";
    if (!talks)
        text.observation = unborn ? "Seen with the midwife: growing well, all appointments kept since May."
                                  : "Content on an adult's lap, looks round for Mum and settles when she is near.";
    text.development = "Growing and learning much as expected; school and health visitor say the same.";
    text.analysis = fmt::format("{} needs adults who can put the children first. What worries us: {} What protects: {}",
                                unborn ? "The baby" : child.given_name, open.worry.worry,
                                open.worry.helps.empty() ? "they ask for help." : open.worry.helps);
    text.grounds = {Section17Ground::standard_of_health_or_development};
    if (child.disabled) text.grounds.push_back(Section17Ground::disabled);
    text.factors = {std::string(open.worry.factor)};
    text.outcome = outcome;
    text.outcome_reasons = outcome == AssessmentOutcome::no_further_action
                               ? "The worry has passed, and the family knows where to come."
                               : "The family and everybody who knows them thinks that more help is needed.";
    text.help_offered = "Family hub, agreed.";
    TRY(actions::save_child(work, command));
    return {};
}

static Result<void> write_accounts(actions::Work& work, AssessmentId id) {
    bool first = true;
    const auto parts = actions::assessment_parts(work.store, id);
    for (const ParentAccount& row : parts->accounts) {
        actions::SaveAccount command{id, actions::mark_of_account(row), row};
        if (first) {
            command.account.spoken_on = work.today;
            command.account.account =
                "\"It has been a hard year. I do not want to lose them. Some help would be good.\"";
        } else
            command.account.not_obtained_why = "Rung three times and written to; did not answer.";
        TRY(actions::save_account(work, command));
        first = false;
    }
    return {};
}

static Result<void> write_family(actions::Work& work, const Case& open, const Assessment& assessment) {
    actions::SaveFamily command{assessment.id, actions::mark_of_family(assessment), {}};
    command.texts.culture_religion_language = "Asked: nothing they want recorded. English is spoken at home.";
    command.texts.strengths = open.worry.helps.empty() ? "They turn up, and they love each other." : open.worry.helps;
    command.texts.difficulties = open.worry.worry;
    command.texts.already_helps = open.worry.helps;
    command.texts.parenting_capacity = "Meals, bedtimes and school are managed on good days and slip on bad ones.";
    command.texts.family_and_environment = "Rented house, dry and warm enough. Money is short at the end of the month.";
    command.texts.professionals = "School and health visitor, with the parents' agreement.";
    if (open.family.adults.empty()) command.texts.no_parent_known = "None is known.";
    TRY(actions::save_family(work, command));
    return {};
}

static Result<void> write(actions::Work& work, const Case& open, AssessmentId id, AssessmentOutcome outcome) {
    auto parts = actions::assessment_parts(work.store, id);
    TRY(write_family(work, open, parts->assessment));
    for (const AssessmentChild& part : parts->children)
        TRY(write_child(work, open, id, outcome, part));
    return write_accounts(work, id);
}

static Result<Assessment> started(World& world, const Case& open) {
    PersonId child = open.family.children[0].id;
    if (auto found =
            actions::look(world.service, [&](store::Reader& reader) { return open_assessment(reader, child); }))
        return *found;
    return world.as(open.desk.worker, "starting the assessment", [&](actions::Work& work) {
        actions::StartAssessmentCommand command;
        for (const Person& each : open.family.children)
            command.children.push_back(each.id);
        command.started_on = work.today;
        command.purpose = "To understand what the children need and what would help.";
        return actions::start_assessment(work, command);
    });
}

/// Calendar days from the start to the hand-in: about 86 of 100 within 45 working days, the quartiles as published.
static int days_to_assess(Dice& dice) {
    std::size_t throw_of = dice.below(100);
    if (throw_of < 25) return dice.between(6, 20);
    if (throw_of < 50) return dice.between(20, 40);
    return throw_of < 86 ? dice.between(40, 56) : dice.between(60, 90);
}

Result<bool> assess(World& world, Case& open, AssessmentOutcome outcome, Pace pace) {
    Assessment assessment = TRY(started(world, open));
    AssessmentId id = assessment.id;
    int days = pace == Pace::prompt ? 30 : days_to_assess(world.dice);
    int review = std::min(days / 2, world.dice.between(8, 16));
    if (!world.after_days(review)) return false;
    if (world.dice.percent(90))
        TRY(world.as(open.desk.worker, "reviewing the assessment", [&](actions::Work& work) {
            return actions::record_assessment_review(work, id, work.today, "On course; hear the other parent too.");
        }));
    if (!world.after_days(days / 2 - review)) return false;
    TRY(world.as(open.desk.worker, "writing the assessment",
                 [&](actions::Work& work) { return write(work, open, id, outcome); }));
    if (!world.after_days(days - days / 2 - 2)) return false;
    TRY(world.as(open.desk.worker, "handing in the assessment",
                 [&](actions::Work& work) { return actions::submit_assessment(work, id); }));
    if (!world.after_days(world.dice.between(1, 3))) return false;
    TRY(world.as(open.desk.manager, "authorising the assessment", [&](actions::Work& work) {
        int version = work.store.find<Assessment>(id)->version;
        return actions::authorise_assessment(work, {id, version, {"Clear, fair, and the children are heard.", ""}});
    }));
    open.assessed = true;
    return true;
}

/// Everybody who is still owed a copy or letter about these children is given it.
static Result<void> give_what_is_owed(World& world, const Case& open) {
    return world.as(open.desk.worker, "giving the written copies", [&](actions::Work& work) -> Result<void> {
        for (const Person& child : open.family.children)
            for (const Telling& owed :
                 work.store.list<Telling>("WHERE child = $1 AND state = 'owed' ORDER BY owed_from, id", child.id)) {
                actions::RecordToldCommand command{owed.id, owed.version, {}};
                command.told.at = work.now;
                command.told.by = work.actor.id;
                command.told.how = HowTold::in_person;
                command.told.talk_through = "Read through together at home.";
                TRY(actions::record_told(work, command));
            }
        return {};
    });
}

static Result<void> meet(actions::Work& work, const Case& open, const NeedPlan& plan, const PlannedHelp& planned) {
    actions::HoldPlanningMeeting command{plan.id, plan.version, {}, {}, {}};
    command.meeting.met_on = work.today;
    command.meeting.already_helps = open.worry.helps.empty() ? "School" : std::string(open.worry.helps);
    command.meeting.family_wants = "A calmer house, and somebody to ring on a bad day.";
    command.meeting.child_wants = "More time with Mum.";
    command.meeting.worries = open.worry.worry;
    command.meeting.if_things_go_wrong = "Ring the team; out of hours, the emergency number.";
    command.meeting.next_review = work.today + std::chrono::days(42);
    for (const Adult& adult : open.family.adults) {
        NeedPlanMember member;
        member.person = adult.person.id;
        member.part = says(adult.kind);
        member.invited = member.came = Answer::yes;
        member.agreement = Agreement::agrees;
        command.members.push_back(member);
    }
    NeedPlanMember professional;
    professional.name = "School nurse, Riverside health";
    professional.part = "School nurse";
    professional.invited = professional.came = Answer::yes;
    professional.agreement = Agreement::agrees;
    command.members.push_back(professional);
    for (const auto& [outcome, action, owner] : planned.actions) {
        NeedPlanAction row;
        row.outcome = outcome;
        row.action = action;
        row.owner = owner;
        row.by = work.today + std::chrono::days(60);
        row.how_we_know = "They say so, and school sees it.";
        command.actions.push_back(row);
    }
    TRY(actions::hold_planning_meeting(work, command));
    return {};
}

static std::vector<NeedPlan> plans_of(store::Reader& reader, const Family& family) {
    std::vector<NeedPlan> plans;
    for (const Person& child : family.children)
        for (NeedPlan& plan : actions::need_plans_of(reader, child.id))
            if (plan.state != NeedPlanState::ended) plans.push_back(std::move(plan));
    return plans;
}

/// The same for each child's open plan, in one sitting.
template <class F>
static Result<void> for_each_plan(World& world, const Case& open, std::string_view step, F action) {
    return world.as(open.desk.worker, step, [&](actions::Work& work) -> Result<void> {
        for (const NeedPlan& plan : plans_of(work.store, open.family))
            TRY(action(work, plan));
        return {};
    });
}

static Result<void> visit(World& world, const Case& open) {
    bool seen = world.dice.percent(90);
    return for_each_plan(world, open, "visiting", [&](actions::Work& work, const NeedPlan& plan) {
        NeedPlanVisit made;
        made.visited_on = work.today;
        made.seen = seen ? ChildSeen::seen_alone : ChildSeen::not_seen;
        if (!seen) made.not_seen_why = "Nobody was in; a card was left.";
        if (seen) made.note = "Played and talked. Says things are better at home.";
        if (work.store.find<Person>(plan.child)->stage == Stage::unborn) {
            made.parents_seen = seen ? Answer::yes : Answer::no;
            if (seen) made.note = "The cot is up. The midwife comes weekly, and both say that they sleep.";
        }
        return actions::record_need_visit(work, plan.id, made);
    });
}

static Result<void> review(World& world, const Case& open, NeedReviewDecision decision) {
    return for_each_plan(world, open, "reviewing the plan", [&](actions::Work& work, const NeedPlan& plan) {
        NeedPlanReview held;
        held.held_on = work.today;
        held.family_view = "\"It helps that the same person comes.\"";
        held.child_view = "\"Mum smiles more.\"";
        held.progress = "The sessions have begun and school attendance is up.";
        held.decision = decision;
        held.reasons = decision == NeedReviewDecision::ends ? "Everybody agrees that it is no longer needed."
                                                            : "Better, and not yet steady.";
        if (decision == NeedReviewDecision::continues) held.next_review = work.today + std::chrono::days(84);
        return actions::review_need_plan(work, plan.id, held);
    });
}

Result<bool> help(World& world, Case& open, const PlannedHelp& planned) {
    if (world.dice.percent(80) && world.after_hours(3)) TRY(give_what_is_owed(world, open));
    if (!world.after_days(world.dice.between(4, 14))) return false;
    TRY(for_each_plan(world, open, "the planning meeting",
                      [&](actions::Work& work, const NeedPlan& plan) { return meet(work, open, plan, planned); }));
    for (int reviews = std::max(world.dice.between(1, 3), planned.reviews_at_least);; --reviews) {
        for (int visits = world.dice.between(1, 3); visits > 0; --visits) {
            if (!world.after_days(world.dice.percent(85) ? world.dice.between(10, 26) : world.dice.between(30, 45)))
                return false;
            TRY(visit(world, open));
        }
        if (!world.after_days(world.dice.between(5, 12))) return false;
        TRY(review(world, open, reviews > 0 ? NeedReviewDecision::continues : NeedReviewDecision::ends));
        if (reviews <= 0) break;
    }
    TRY(for_each_plan(world, open, "ending the plan", [&](actions::Work& work, const NeedPlan& plan) {
        return actions::end_need_plan(work, {plan.id, plan.version, {NeedPlanEnd::no_longer_needed, work.today, ""}});
    }));
    return true;
}

static ClosureReason reason_after(store::Reader& reader, const Referral& referral, AssessmentOutcome after) {
    std::vector<ClosureReason> possible = possible_reasons(actions::what_happened(reader, referral));
    ClosureReason wanted = after == AssessmentOutcome::early_help          ? ClosureReason::assessed_to_early_help
                           : after == AssessmentOutcome::no_further_action ? ClosureReason::assessed_no_further_action
                                                                           : ClosureReason::no_longer_in_need;
    return std::find(possible.begin(), possible.end(), wanted) == possible.end() ? ClosureReason::no_longer_in_need
                                                                                 : wanted;
}

static Result<std::vector<Closure>> propose(actions::Work& work, const Case& open, AssessmentOutcome after) {
    std::vector<Closure> proposed;
    for (const Referral& referral : referrals_of(work.store, open.family)) {
        ProposeClosure command;
        command.reason = reason_after(work.store, referral, after);
        command.closes_on = work.today;
        command.why = "The family has the help it wants and everybody who knows them agrees.";
        command.family_view = "\"Thank you. We are all right now.\"";
        command.child_view = "\"You can stop coming. Come and see my hamster though.\"";
        command.services_that_stay = "School and the family hub.";
        command.how_to_come_back = "Ring the front door and ask for us.";
        proposed.push_back(TRY(actions::propose_closure(work, referral.id, command)));
    }
    return proposed;
}

Result<void> close(World& world, Case& open, AssessmentOutcome after) {
    if (!world.after_days(world.dice.between(2, 12))) return {};
    auto proposed = TRY(world.as(open.desk.worker, "proposing to close",
                                 [&](actions::Work& work) { return propose(work, open, after); }));
    if (!world.after_days(world.dice.between(1, 5))) return {};
    auto authorise = [&](actions::Work& work) -> Result<void> {
        for (const Closure& each : proposed)
            TRY(actions::authorise_closure(work, {each.id, each.version, "Agreed. Good work."}));
        return {};
    };
    TRY(world.as(open.desk.manager, "closing", authorise));
    if (!world.after_days(world.dice.percent(92) ? world.dice.between(1, 4) : world.dice.between(9, 20))) return {};
    return give_what_is_owed(world, open);
}

}  // namespace kith::cli
