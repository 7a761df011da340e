#include "cli/demo/stories.h"

#include <chrono>
#include <cmath>
#include <set>

#include "cli/demo/door.h"
#include "cli/demo/family.h"
#include "cli/demo/help.h"
#include "cli/demo/named_stories.h"
#include "cli/demo/pre_proceedings.h"
#include "cli/demo/protection.h"
#include "store/person_store.h"

namespace kith::cli {

using namespace core;

namespace {

/// Six years, the last ones fuller: what is still under way began lately.
Instant some_time_ago(World& world) {
    int days = 4 + static_cast<int>(2180 * std::pow(world.dice.share(), 2.4));
    Date day = london_date(world.today) - std::chrono::days(days);
    while (!world.service.days.is_working_day(day))
        day -= std::chrono::days(1);
    return from_london(day, std::chrono::minutes(world.dice.between(8 * 60, 15 * 60)));
}

ContactDecision usual_decision(Dice& dice) {
    std::size_t throw_of = dice.below(100);
    if (throw_of < 34) return ContactDecision::advice;
    if (throw_of < 58) return ContactDecision::early_help;
    if (throw_of < 72) return ContactDecision::signpost;
    if (throw_of < 77) return ContactDecision::family_plan;
    return throw_of < 95 ? ContactDecision::referral : ContactDecision::strategy_discussion;
}

AssessmentOutcome usual_outcome(Dice& dice) {
    std::size_t throw_of = dice.below(100);
    if (throw_of < 31) return AssessmentOutcome::no_further_action;
    if (throw_of < 43) return AssessmentOutcome::early_help;
    return throw_of < 83 ? AssessmentOutcome::child_in_need : AssessmentOutcome::strategy_discussion;
}

/// Of ten enquiries about three lead to a conference, and of its children about 86 in 100 to a plan.
Finding usual_finding(Dice& dice) {
    if (dice.percent(60)) return Finding::no_continuing_risk;
    return dice.percent(86) ? Finding::plan : Finding::continuing_risk;
}

/// A strategy discussion and what it leads to, until the children need help as children in need or nothing more.
Result<void> follow_protection(World& world, Case& open, Finding finding) {
    switch (TRY(protect(world, open, finding))) {
        case Protection::under_way:
            return {};
        case Protection::nothing_more:
            if (!open.assessed && !TRY(assess(world, open, AssessmentOutcome::early_help))) return {};
            return close(world, open, AssessmentOutcome::child_in_need);
        case Protection::child_in_need:
            if (!TRY(help(world, open))) return {};
            return close(world, open, AssessmentOutcome::child_in_need);
        case Protection::plan_ended:
            return close(world, open, AssessmentOutcome::child_in_need);
    }
    return {};
}

/// Assessed, helped and closed, or as far as that has come.
Result<void> follow(World& world, Case& open) {
    AssessmentOutcome outcome = usual_outcome(world.dice);
    if (!TRY(assess(world, open, outcome))) return {};
    if (outcome == AssessmentOutcome::strategy_discussion)
        return follow_protection(world, open, usual_finding(world.dice));
    if (outcome == AssessmentOutcome::child_in_need && !TRY(help(world, open))) return {};
    return close(world, open, outcome);
}

/// More worries about children who are open already.
Result<void> hear_more(World& world, const Case& open) {
    PersonId child = open.family.children[0].id;
    bool is_open =
        actions::look(world.service, [&](store::Reader& reader) { return !reader.find<Person>(child)->team.is_nil(); });
    if (!is_open || !world.dice.percent(45) || !world.after_days(world.dice.between(2, 20))) return {};
    return pass_on(world, open.family, world.dice.pick(worries()));
}

Result<void> tell_family(World& world, int most_children) {
    world.now = some_time_ago(world);
    Family family = invent_family(world, most_children, london_date(world.now));
    world.about = fmt::format("The {} family", family.name);
    world.children += static_cast<std::int64_t>(family.children.size());
    for (int more = world.dice.between(0, 2);; --more) {
        const Worry& worry = world.dice.pick(worries());
        ContactDecision decision = usual_decision(world.dice);
        Contact contact = TRY(tell(world, family, worry));
        contact = TRY(decide(world, family, contact, decision));
        if (!contact.decision) return {};
        if (decision == ContactDecision::strategy_discussion) {
            Case open{family, worry, world.dice.pick(world.desks)};
            if (TRY(accept(world, open, ReferralDecision::strategy_discussion)))
                TRY(follow_protection(world, open, usual_finding(world.dice)));
            return hear_more(world, open);
        }
        if (decision == ContactDecision::referral) {
            Case open{family, worry, world.dice.pick(world.desks)};
            bool nothing_further = world.dice.percent(7);
            if (!TRY(accept(world, open,
                            nothing_further ? ReferralDecision::no_further_action : ReferralDecision::assessment)))
                return {};
            TRY(follow(world, open));
            return hear_more(world, open);
        }
        if (more <= 0 || !world.after_days(world.dice.between(10, 240))) return {};
    }
}

std::set<PersonId> everybody(World& world) {
    return actions::look(world.service, [](store::Reader& reader) {
        std::set<PersonId> all;
        reader.each("SELECT id FROM person", [&](const store::RowView& row) { all.emplace(row.id(0)); });
        return all;
    });
}

}  // namespace

/// A child who moved here on another authority's plan: every other one lately, whose conference is still to come.
static Result<void> move_in(World& world, int turn) {
    world.now = world.today - std::chrono::days(turn % 2 == 0 ? world.dice.between(60, 200) : world.dice.between(5, 9));
    Family family = invent_family(world, 1, london_date(world.now));
    world.about = fmt::format("The {} family", family.name);
    world.children += static_cast<std::int64_t>(family.children.size());
    const Worry& worry = world.dice.pick(worries());
    Contact contact = TRY(tell(world, family, worry));
    contact = TRY(decide(world, family, contact, ContactDecision::referral));
    Case open{family, worry, world.dice.pick(world.desks)};
    if (!contact.decision || !TRY(accept(world, open, ReferralDecision::assessment))) return {};
    if (TRY(take_over(world, open)) != Protection::plan_ended) return {};
    return close(world, open, AssessmentOutcome::child_in_need);
}

Result<void> tell_stories(World& world, std::int64_t children, const std::function<void(std::string_view)>& say) {
    auto started = std::chrono::steady_clock::now();
    if (children >= named_stories_children) TRY(tell_named_stories(world));
    const std::set<PersonId> named = everybody(world);
    const std::int64_t moves_in = children < 20 ? 0 : std::clamp<std::int64_t>(children / 200, 1, 60);
    for (std::int64_t said = 0; world.children < children - moves_in;) {
        TRY(tell_family(world, static_cast<int>(std::min<std::int64_t>(children - moves_in - world.children, 4))));
        if (world.children / 1000 == said) continue;
        said = world.children / 1000;
        std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
        say(fmt::format("{} children, {:.0f} a second", world.children,
                        static_cast<double>(world.children) / took.count()));
    }
    for (int turn = 0; world.children < children; ++turn)
        TRY(move_in(world, turn));
    TRY(begin_pre_proceedings(world, static_cast<int>(std::clamp<std::int64_t>(children / 50, 1, 60)), named));
    return leave_waiting(world, static_cast<int>(std::clamp<std::int64_t>(children / 16, 4, 60)));
}

}  // namespace kith::cli
