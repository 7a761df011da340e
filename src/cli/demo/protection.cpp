#include "cli/demo/protection.h"

#include <algorithm>

#include "actions/protection_plan.h"
#include "actions/section47_enquiry.h"
#include "actions/strategy_discussion.h"
#include "actions/transfer_in.h"
#include "cli/demo/conference.h"
#include "store/person_store.h"
#include "store/protection_plan_store.h"
#include "store/section47_enquiry_store.h"
#include "store/strategy_discussion_store.h"

namespace kith::cli {

using namespace core;

bool is_unborn(store::Reader& reader, PersonId child) {
    return reader.find<Person>(child)->stage == Stage::unborn;
}

/// How a discussion went: most are complete the same day, some are without health until the afternoon.
struct HowDiscussed {
    bool health_missing = false;
    bool written_up = true;
};

static Result<StrategyDiscussionId> hold_discussion(actions::Work& work, const Case& open, HowDiscussed how) {
    actions::HoldStrategyDiscussion command;
    command.discussion.held_at = work.now;
    command.discussion.held_as = HeldAs::video;
    command.discussion.manager = work.actor.id;
    command.discussion.information = std::string(open.worry.worry);
    command.discussion.reasonable_cause = "What was seen and what has been said do not fit together.";
    bool about_unborn =
        std::ranges::all_of(open.family.children, [](const Person& child) { return child.stage == Stage::unborn; });
    command.discussion.actions =
        about_unborn ? "Joint visit today; the midwife sees the mother alone; health checks the records."
                     : "Joint visit today; health checks the records; school speaks to nobody yet.";
    for (const Person& child : open.family.children)
        command.children.push_back(child.id);
    for (const auto& [agency, name] : {std::pair{Agency::local_authority, work.actor.name},
                                       std::pair{Agency::police, std::string("Detective on duty")},
                                       std::pair{Agency::health, std::string("Named nurse")}}) {
        StrategyAttendance row;
        row.agency = agency;
        row.name = name;
        if (agency == Agency::health && how.health_missing) {
            row.took_part = TookPart::missing;
            row.missing_why = "The named nurse was in court.";
            row.follow_up_on = work.today;
        }
        command.attendance.push_back(row);
    }
    return TRY(actions::hold_strategy_discussion(work, command)).id;
}

static Result<void> decide_discussion(actions::Work& work, StrategyDiscussionId id) {
    actions::StrategyDecisions decisions{id, {}};
    for (const StrategyChild& row : work.store.list<StrategyChild>("WHERE discussion = $1 ORDER BY id", id))
        decisions.children.push_back(
            {row.id, StrategyDecision::section_47_joint, "Reasonable cause to suspect significant harm.", ""});
    TRY(actions::decide_strategy_discussion(work, decisions));
    return {};
}

/// Who tells the family what and when, for each child; then the manager signs the record off.
static Result<void> write_up(actions::Work& work, const Case& open, StrategyDiscussionId id) {
    auto discussion = work.store.find<StrategyDiscussion>(id);
    actions::WriteStrategyDiscussion command{.discussion = id,
                                             .version = discussion->version,
                                             .manager = {},
                                             .information = discussion->information,
                                             .reasonable_cause = discussion->reasonable_cause,
                                             .actions = discussion->actions,
                                             .police_reference = "",
                                             .interpreted_by = InterpretedBy::not_needed,
                                             .interpreter = "",
                                             .relative_interprets_why = "",
                                             .tellings = {},
                                             .told = {},
                                             .absences = {},
                                             .reasons = {}};
    for (const Person& child : open.family.children) {
        StrategyTelling telling;
        telling.child = child.id;
        telling.who_is_told = "The parents";
        telling.told_by = open.desk.worker.name;
        telling.what = "That we are worried, what about, and that we come today.";
        telling.when = work.now;
        command.tellings.push_back(telling);
    }
    TRY(actions::write_strategy_discussion(work, command));
    TRY(actions::complete_strategy_discussion(work, id));
    return {};
}

/// Health is rung in the afternoon, when that is not still to come.
static Result<void> catch_up_with_health(World& world, const Case& open, StrategyDiscussionId id) {
    if (!world.after_hours(3)) return {};
    TRY(world.as(open.desk.manager, "catching up with health", [&](actions::Work& work) {
        StrategyAddition addition;
        addition.discussion = id;
        addition.agency = Agency::health;
        addition.who = "Named nurse";
        addition.said_on = work.today;
        addition.said = "Two visits to the emergency department this year. Nothing on file that changes the decision.";
        return actions::hear_agency(work, addition);
    }));
    return {};
}

static std::vector<Section47Enquiry> enquiries_of(store::Reader& reader, const Family& family) {
    std::vector<Section47Enquiry> open;
    for (const Person& child : family.children)
        for (Section47Enquiry& each : reader.list<Section47Enquiry>(
                 "WHERE child = $1 AND state IN ('open', 'with_manager') ORDER BY id", child.id))
            open.push_back(std::move(each));
    return open;
}

static Result<void> find_out(actions::Work& work, const Section47Enquiry& enquiry, Finding finding) {
    for (auto [kind, learnt] :
         {std::pair{EnquiryStepKind::parent_interview, "Mum told us what happened and cried. She wants it to stop."},
          std::pair{EnquiryStepKind::agency_check, is_unborn(work.store, enquiry.child)
                                                       ? "The GP and the midwife had each seen something before."
                                                       : "Health and school had each seen something before."}}) {
        EnquiryStep step;
        step.kind = kind;
        step.happened_at = work.now;
        step.learnt = learnt;
        TRY(actions::record_step(work, enquiry.id, step));
    }
    EnquiryFindings findings;
    findings.analysis = "Taken together, what agencies know is more than any one of them had seen.";
    if (is_unborn(work.store, enquiry.child))
        findings.not_seen_why = "Not born yet; the mother was seen with her midwife.";
    else {
        findings.seen_on = work.today;
        findings.seen_alone = Answer::yes;
        findings.wishes = "\"I want it to be quiet at night.\"";
    }
    int version = work.store.find<Section47Enquiry>(enquiry.id)->version;
    TRY(actions::record_findings(work, enquiry.id, version, findings));
    EnquiryOutcome outcome = finding == Finding::no_continuing_risk ? EnquiryOutcome::not_substantiated
                                                                    : EnquiryOutcome::substantiated_continuing_risk;
    TRY(actions::propose_outcome(work, enquiry.id, {outcome, "What two agencies saw, and what the family says.", ""}));
    return {};
}

/// False: still open.
static Result<bool> look_into(World& world, const Case& open, Finding finding) {
    if (!world.after_days(world.dice.between(3, 9))) return false;
    auto enquire = [&](actions::Work& work) -> Result<void> {
        for (const Section47Enquiry& each : enquiries_of(work.store, open.family))
            TRY(find_out(work, each, finding));
        return {};
    };
    TRY(world.as(open.desk.worker, "the section 47 enquiry", enquire));
    if (!world.after_days(1)) return false;
    auto endorse = [&](actions::Work& work) -> Result<void> {
        for (const Section47Enquiry& each : enquiries_of(work.store, open.family))
            TRY(actions::endorse_outcome(work, each.id, "I have read it and agree."));
        return {};
    };
    TRY(world.as(open.desk.manager, "endorsing the outcome", endorse));
    return true;
}

static Date working_day_before(World& world, Date day) {
    while (!world.service.days.is_working_day(day))
        day -= std::chrono::days(1);
    return day;
}

static std::vector<ProtectionPlan> plans_of(store::Reader& reader, const Family& family) {
    std::vector<ProtectionPlan> plans;
    for (const Person& child : family.children)
        for (ProtectionPlan& plan :
             reader.list<ProtectionPlan>("WHERE child = $1 AND ended_on IS NULL ORDER BY id", child.id))
            plans.push_back(std::move(plan));
    return plans;
}

template <class F>
static Result<void> for_each_plan(World& world, const Case& open, std::string_view step, F action) {
    return world.as(open.desk.worker, step, [&](actions::Work& work) -> Result<void> {
        for (const ProtectionPlan& plan : plans_of(work.store, open.family))
            TRY(action(work, plan));
        return {};
    });
}

static Result<void> write_plan(actions::Work& work, const Case& open, const ProtectionPlan& plan) {
    bool unborn = is_unborn(work.store, plan.child);
    PlanText text;
    text.already_helps =
        open.worry.helps.empty() ? "A grandmother who comes when she is rung." : std::string(open.worry.helps);
    text.contingency = "A legal planning meeting within two working days.";
    text.family_view = "\"I do not like being on a plan. I do want the help.\"";
    if (unborn)
        text.child_view_missing = "Not born yet.";
    else
        text.child_view = "\"I want to know who is coming.\"";
    text.visited_by = open.desk.worker.name + (unborn ? ", to see the parents and what is ready for the baby"
                                                      : ", to see the child and the bedroom, and to talk alone");
    TRY(actions::write_plan(work, plan.id, plan.version, text));
    actions::AddChange change;
    change.change.must_change =
        unborn ? "The baby comes home to a calm place." : "The child is safe at night, every night.";
    change.change.how_we_will_know = unborn ? "The midwife and the health visitor find it so, each time they come."
                                            : "The child says so, and school sees a rested child.";
    change.change.by = work.today + std::chrono::days(60);
    change.action.who = "The parents";
    change.action.what = "Ring the safe adult before things get loud.";
    change.action.by = work.today + std::chrono::days(30);
    TRY(actions::add_change(work, plan.id, change));
    return {};
}

static Result<void> hold_core_group(actions::Work& work, const ProtectionPlan& plan) {
    actions::HoldCoreGroup command;
    command.meeting.held_at = work.now;
    command.meeting.led_by = work.actor.id;
    command.meeting.family_said = "\"It is calmer.\"";
    command.meeting.progress = "The plan was looked at line by line.";
    command.meeting.next_on = work.today + std::chrono::days(35);
    for (const CoreGroupMember& member :
         work.store.list<CoreGroupMember>("WHERE plan = $1 AND until_date IS NULL ORDER BY id", plan.id)) {
        CoreGroupAttendance row;
        row.member = member.id;
        command.attendance.push_back(row);
    }
    for (const PlanAction& action : work.store.list<PlanAction>("WHERE plan = $1 ORDER BY id", plan.id))
        command.statuses.push_back({action.id, ActionStatus::under_way, "Begun."});
    TRY(actions::hold_core_group(work, plan.id, command));
    return {};
}

/// The health visitor takes another post, and the next one joins.
static Result<void> change_health_visitor(actions::Work& work, const ProtectionPlan& plan) {
    auto leaves = work.store.list_first<CoreGroupMember>(
        "WHERE plan = $1 AND until_date IS NULL AND agency = $2 ORDER BY id", plan.id, "Health visiting");
    if (!leaves) return {};
    TRY(actions::leave_core_group(work, plan.id, {leaves->id, work.today, "She has taken another post."}));
    CoreGroupMember joins;
    joins.name = "Priscilla Amberley";
    joins.role = leaves->role;
    joins.agency = leaves->agency;
    TRY(actions::join_core_group(work, plan.id, joins));
    return {};
}

static Result<void> visit(World& world, const Case& open) {
    bool seen = world.dice.percent(92);
    return for_each_plan(world, open, "visiting under the plan",
                         [&](actions::Work& work, const ProtectionPlan& plan) -> Result<void> {
                             ProtectionVisit made;
                             made.visited_at = work.now;
                             bool unborn = is_unborn(work.store, plan.child);
                             made.seen = seen && !unborn ? Answer::yes : Answer::no;
                             made.seen_alone = made.seen;
                             if (unborn) made.parents_seen = seen ? Answer::yes : Answer::no;
                             if (!counts(made)) made.why_not = "Nobody opened.";
                             if (made.seen == Answer::yes) made.child_said = "\"It was okay this week.\"";
                             made.account = "The home was warm and there was food.";
                             TRY(actions::record_visit(work, plan.id, made));
                             return {};
                         });
}

/// Visits, with a core group now and then, until that day. False: today came first.
static Result<bool> carry_out(World& world, const Case& open, Date until) {
    for (int turn = 1; london_date(world.now) + std::chrono::days(13) < until; ++turn) {
        if (!world.after_days(world.dice.percent(85) ? world.dice.between(8, 11) : world.dice.between(14, 22)))
            return false;
        if (london_date(world.now) >= until) break;
        TRY(visit(world, open));
        if (turn % 3 == 0) TRY(for_each_plan(world, open, "the core group", hold_core_group));
    }
    return true;
}

/// Written, and the first core group held. False: still to come.
static Result<bool> begin_plan(World& world, const Case& open, const ToDecide& what) {
    if (!world.after_days(world.dice.between(3, 7))) return false;
    auto write = [&](actions::Work& work, const ProtectionPlan& plan) { return write_plan(work, open, plan); };
    TRY(for_each_plan(world, open, "writing the plan", write));
    if (!world.move_to(from_london(what.core_group_on, std::chrono::hours(14)))) return false;
    TRY(for_each_plan(world, open, "the first core group", hold_core_group));
    TRY(minute(world, what.conference));
    if (world.facts.percent(15)) TRY(for_each_plan(world, open, "another health visitor", change_health_visitor));
    return true;
}

static Result<Protection> under_plan(World& world, const Case& open, const Actor& chair, ToDecide what) {
    for (int reviews = world.dice.between(0, 2);; --reviews) {
        Date review = what.review_on;
        if (!TRY(carry_out(world, open, review - std::chrono::days(14)))) return Protection::under_way;
        if (!world.move_to(from_london(review - std::chrono::days(12), std::chrono::hours(9))))
            return Protection::under_way;
        what.review_on = working_day_before(world, add_months(review, 6) - std::chrono::days(4));
        what.decision = reviews > 0 ? ConferenceDecision::plan_continues : ConferenceDecision::plan_ended;
        if (!TRY(confer(world, open, review, chair, what))) return Protection::under_way;
        if (reviews <= 0) return Protection::plan_ended;
    }
}

static AbuseCategory usual_category(Dice& dice) {
    std::size_t throw_of = dice.below(100);
    if (throw_of < 49) return AbuseCategory::neglect;
    if (throw_of < 87) return AbuseCategory::emotional_abuse;
    return throw_of < 96 ? AbuseCategory::physical_abuse : AbuseCategory::sexual_abuse;
}

Result<Protection> protect(World& world, Case& open, Finding finding, Pace pace) {
    world.after_hours(1);
    Date discussed = london_date(world.now);
    HowDiscussed how{.health_missing = world.facts.percent(10), .written_up = world.facts.percent(93)};
    auto discussion = TRY(world.as(open.desk.manager, "holding the strategy discussion",
                                   [&](actions::Work& work) { return hold_discussion(work, open, how); }));
    TRY(world.as(open.desk.manager, "deciding the strategy discussion",
                 [&](actions::Work& work) { return decide_discussion(work, discussion); }));
    if (how.written_up)
        TRY(world.as(open.desk.manager, "signing the record of the discussion off",
                     [&](actions::Work& work) { return write_up(work, open, discussion); }));
    if (how.health_missing) TRY(catch_up_with_health(world, open, discussion));
    if (!TRY(look_into(world, open, finding))) return Protection::under_way;
    if (finding == Finding::no_continuing_risk) return Protection::nothing_more;
    int days = pace == Pace::prompt || world.dice.percent(81) ? world.dice.between(16, 19) : world.dice.between(23, 32);
    Date on = working_day_before(world, discussed + std::chrono::days(days));
    while (on <= london_date(world.now) || !world.service.days.is_working_day(on))
        on += std::chrono::days(1);
    const Actor& chair = world.dice.pick(world.chairs);
    ToDecide what{{},
                  finding == Finding::plan ? ConferenceDecision::plan_made : ConferenceDecision::child_in_need,
                  usual_category(world.dice),
                  working_day_before(world, on + std::chrono::days(world.dice.between(8, 11))),
                  working_day_before(world, add_months(on, 3) - std::chrono::days(world.dice.between(3, 10)))};
    if (!TRY(confer(world, open, on, chair, what))) return Protection::under_way;
    if (finding != Finding::plan) return Protection::child_in_need;
    if (!TRY(begin_plan(world, open, what))) return Protection::under_way;
    return under_plan(world, open, chair, what);
}

static Result<void> hear_of_move(actions::Work& work, const Case& open) {
    for (const Person& child : open.family.children) {
        TransferIn news;
        news.child = child.id;
        news.from_authority = "Brackenshire";
        news.told_by = "Ines Calloway, team manager, 01632 960 177";
        news.told_on = work.today;
        news.moved_on = work.today - std::chrono::days(6);
        news.plan_since = work.today - std::chrono::days(140);
        news.category = AbuseCategory::neglect;
        news.worries = open.worry.worry;
        news.records = "Plan and last minutes came the same day. The chronology is asked for.";
        news.safe_now = "Their worker still visits each week; ours joins from Monday.";
        TRY(actions::notify_transfer_in(work, news));
    }
    return {};
}

Result<Protection> take_over(World& world, Case& open) {
    if (!world.after_hours(1)) return Protection::under_way;
    TRY(world.as(open.desk.worker, "the news of the move",
                 [&](actions::Work& work) { return hear_of_move(work, open); }));
    Date on = world.service.days.due(london_date(world.now), world.dice.between(10, 14));
    const Actor& chair = world.dice.pick(world.chairs);
    ToDecide what{{},
                  ConferenceDecision::plan_made,
                  AbuseCategory::neglect,
                  working_day_before(world, on + std::chrono::days(9)),
                  working_day_before(world, add_months(on, 3) - std::chrono::days(5)),
                  Answer::yes};
    if (!TRY(confer(world, open, on, chair, what))) return Protection::under_way;
    what.transferred_in = Answer::no;  // what follows here are reviews
    if (!TRY(begin_plan(world, open, what))) return Protection::under_way;
    if (!TRY(assess(world, open, AssessmentOutcome::plan_continues, Pace::prompt))) return Protection::under_way;
    return under_plan(world, open, chair, what);
}

}  // namespace kith::cli
