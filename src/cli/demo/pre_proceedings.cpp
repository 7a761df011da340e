#include "cli/demo/pre_proceedings.h"

#include <algorithm>

#include "actions/pre_proceedings.h"
#include "store/person_store.h"
#include "store/pre_proceedings_store.h"
#include "store/protection_plan_store.h"
#include "store/referral_store.h"

namespace kith::cli {

using namespace core;

namespace {

/// One child's story: who, and from which day.
struct Story {
    Person child;
    Desk desk;
    PreProceedingsId id;
};

constexpr std::chrono::days days_of_help_before{21};
constexpr std::chrono::days longest_ago{130};

actions::OfPreProceedings now_of(actions::Work& work, const Story& story) {
    return {story.id, work.store.find<PreProceedings>(story.id)->version};
}

Result<PreProceedings> start(actions::Work& work, const Story& story) {
    PreProceedings facts;
    facts.child = story.child.id;
    facts.decided_on = work.today;
    facts.worries = "The child is not safer than when we began: nights are still frightening.";
    facts.alternatives =
        "More help at home has been tried for months. An aunt was asked and can have the child at "
        "weekends only. A voluntary agreement would not keep the child safe at night.";
    facts.legal_advice = "The authority's solicitor: the threshold is likely to be met; write to the parents first.";
    facts.family_meeting = FamilyMeeting::offered;
    facts.family_meeting_words = "The parents want to think about whom to ask.";
    return actions::start_pre_proceedings(work, facts);
}

Result<PreProceedings> write(actions::Work& work, const Story& story) {
    return actions::send_letter(
        work, now_of(work, story),
        {.sent_on = work.today,
         .concerns = "What happens at night, and that the safety plan is not kept.",
         .help_given = "A family support worker twice a week, the hub, and the safe adult next door.",
         .must_change = "The child sleeps safely every night for twelve weeks, and the worker sees it.",
         .lawyers =
             "The list of children's solicitors went with it. Legal aid for parents is free, whatever they earn.",
         .meeting_offered = Answer::yes});
}

Result<PreProceedingsMeeting> meet(actions::Work& work, const Story& story) {
    PreProceedingsMeeting meeting;
    meeting.held_on = work.today;
    meeting.lawyer_came = Answer::yes;
    meeting.parents_view = "\"We understand what it is about. We want to do it.\"";
    meeting.agreed = "The parents keep to the plan for nights; the worker rings each morning.";
    return actions::hold_pre_proceedings_meeting(work, now_of(work, story), meeting);
}

Result<PreProceedings> end(actions::Work& work, const Story& story, PreProceedingsEnd how) {
    std::string why = how == PreProceedingsEnd::stepped_down
                          ? "Twelve safe weeks. The protection plan goes on."
                          : "The child was found alone at night twice after the letter. Nothing less will do.";
    return actions::end_pre_proceedings(work, now_of(work, story),
                                        {.end = how, .ended_on = work.today, .why = why, .no_letter_why = ""});
}

/// From the letter on, as far as it has come by today.
Result<void> follow(World& world, const Story& story, int turn) {
    const Actor& worker = story.desk.worker;
    auto step = [&](std::string_view what, auto action) {
        return world.as(worker, what, [&](actions::Work& work) { return action(work, story); });
    };
    if (!world.after_days(4)) return {};
    TRY(step("the letter before proceedings", write));
    if (!world.after_days(10)) return {};
    TRY(step("the first meeting before proceedings", meet));
    if (turn % 2 == 0 && world.after_days(8))
        TRY(step("the family's meeting", [](actions::Work& work, const Story& of) {
            return actions::hold_family_meeting(work, now_of(work, of), work.today);
        }));
    if (!world.after_days(30)) return {};
    TRY(step("a review meeting before proceedings", meet));
    if (turn % 3 == 0 || !world.after_days(25)) return {};
    auto how = turn % 3 == 1 ? PreProceedingsEnd::stepped_down : PreProceedingsEnd::care_proceedings;
    TRY(world.as(story.desk.manager, "ending pre-proceedings",
                 [&](actions::Work& work) { return end(work, story, how); }));
    if (how != PreProceedingsEnd::care_proceedings || !world.after_days(5)) return {};
    TRY(step("the application to the court", [](actions::Work& work, const Story& of) {
        return actions::record_court_steps(work, now_of(work, of), {work.today, work.today});
    }));
    return {};
}

const Desk* desk_of(const World& world, const Person& child) {
    for (const Desk& desk : world.desks)
        if (desk.worker.id == child.accountable_worker && !desk.manager.id.is_nil()) return &desk;
    return nullptr;
}

}  // namespace

/// A child who is open, and since when.
struct Candidate {
    PersonId child;
    Date since;
    bool under_plan = false;
};

/// Those under a protection plan first; whoever is open stands in where there are none.
static std::vector<Candidate> candidates(store::Reader& reader) {
    std::vector<Candidate> found;
    for (const ProtectionPlan& plan : reader.list<ProtectionPlan>("WHERE ended_on IS NULL ORDER BY started_on, id"))
        found.push_back({plan.child, plan.started_on, true});
    for (const Referral& each : reader.list<Referral>("WHERE state = 'open' ORDER BY received_at, id"))
        found.push_back({each.child, london_date(each.received_at)});
    return found;
}

Result<void> begin_pre_proceedings(World& world, int most, const std::set<PersonId>& but_not) {
    auto open = actions::look(world.service, [](store::Reader& reader) { return candidates(reader); });
    std::set<PersonId> done = but_not;
    int turn = 0;
    for (const Candidate& each : open) {
        if (turn == most || (turn > 1 && !each.under_plan)) break;
        if (!done.insert(each.child).second) continue;
        auto child =
            actions::look(world.service, [&](store::Reader& reader) { return reader.find<Person>(each.child); });
        const Desk* desk = child && child->stage == Stage::born ? desk_of(world, *child) : nullptr;
        Date earliest = std::max(each.since + days_of_help_before, london_date(world.today) - longest_ago);
        if (!desk || earliest >= london_date(world.today)) continue;
        world.now = from_london(earliest, std::chrono::hours(8));
        if (!world.after_days(turn * 3)) continue;
        world.about = full_name(*child);
        Story story{*child, *desk, {}};
        story.id = TRY(world.as(desk->manager, "starting pre-proceedings", [&](actions::Work& work) {
                       return start(work, story);
                   })).id;
        TRY(follow(world, story, turn++));
    }
    return {};
}

}  // namespace kith::cli
