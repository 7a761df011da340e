// A child, her mother, and the thread from a strategy discussion to a child protection plan, walked through the
// actions.
#pragma once

#include <gtest/gtest.h>

#include "actions/birth.h"
#include "actions/conference.h"
#include "actions/need_plan.h"
#include "actions/protection_plan.h"
#include "actions/section47_enquiry.h"
#include "actions/strategy_discussion.h"
#include "actions/telling.h"
#include "core/protection_support.h"
#include "store/birth_store.h"
#include "store/conference_store.h"
#include "store/protection_plan_store.h"
#include "store/section47_enquiry_store.h"
#include "store/strategy_discussion_store.h"
#include "support/small_council.h"

namespace kith::actions::test {

using namespace core;
using core::tests::day;
using testing::HasSubstr;

class ProtectionThread : public testing::Test {
  protected:
    kith::tests::SmallCouncil council;
    Person amara, grace;

    void SetUp() override {
        amara = core::tests::amara();
        amara.id = {};
        amara = council.add_child(amara);
        grace = council.mother_of(amara, "Grace");
    }

    static StrategyAttendance from(Agency agency) {
        StrategyAttendance row;
        row.agency = agency;
        return row;
    }

    StrategyDiscussion discuss(const std::vector<PersonId>& children, const Actor& by) {
        HoldStrategyDiscussion command;
        command.discussion.held_at = council.now;
        command.discussion.manager = council.manager.id;
        command.children = children;
        command.attendance = {from(Agency::local_authority), from(Agency::police), from(Agency::health)};
        auto held = council.as(by, [&](Work& work) { return hold_strategy_discussion(work, command); });
        EXPECT_TRUE(held) << held.error().sentence;
        return *held;
    }

    static StrategyAddition said(StrategyDiscussionId discussion, Agency agency, std::string words) {
        StrategyAddition addition;
        addition.discussion = discussion;
        addition.agency = agency;
        addition.who = "Somebody of theirs";
        addition.said_on = day("2026-11-24");
        if (agency == Agency::probation) addition.said_on = day("2026-11-25");
        addition.said = std::move(words);
        return addition;
    }

    /// The text of the entry with that title; empty when there is none.
    std::string timeline_says(PersonId child, std::string_view title) {
        auto entry = council.look([&](store::Reader& reader) {
            return reader.list_first<TimelineEntry>("WHERE child = $1 AND title = $2 ORDER BY id", child, title);
        });
        return entry ? entry->text : "";
    }

    StrategyView view(StrategyDiscussionId id) {
        return *council.look([&](store::Reader& reader) { return strategy_discussion(reader, council.manager, id); });
    }

    Section47EnquiryId enquire(PersonId child) {
        StrategyDiscussion discussion = discuss({child}, council.manager);
        StrategyDecisions decisions{
            discussion.id,
            {{view(discussion.id).record.children[0].id, StrategyDecision::section_47_joint, "Bruising.", ""}}};
        auto decided =
            council.as(council.manager, [&](Work& work) { return decide_strategy_discussion(work, decisions); });
        EXPECT_TRUE(decided) << decided.error().sentence;
        return view(discussion.id).record.children[0].enquiry;
    }

    Result<Section47Enquiry> conclude(Section47EnquiryId id, EnquiryOutcome outcome) {
        auto check = [&](EnquiryStepKind kind) {
            EnquiryStep step;
            step.kind = kind;
            step.happened_at = council.now;
            step.learnt = "What they said.";
            EXPECT_TRUE(council.as(council.worker, [&](Work& work) { return record_step(work, id, step); }));
        };
        check(EnquiryStepKind::parent_interview);
        check(EnquiryStepKind::agency_check);
        EnquiryFindings findings;
        findings.seen_on = london_date(council.now);
        findings.seen_alone = Answer::yes;
        findings.wishes = "\"I want to stay with Mummy.\"";
        findings.analysis = "The bruising is not explained.";
        auto found = council.as(council.worker, [&](Work& work) {
            int version = work.store.find<Section47Enquiry>(id)->version;
            return record_findings(work, id, version, findings);
        });
        EXPECT_TRUE(found) << found.error().sentence;
        EXPECT_TRUE(council.as(council.worker, [&](Work& work) {
            return propose_outcome(work, id, {outcome, "Two agencies saw it.", ""});
        }));
        return council.as(council.manager, [&](Work& work) { return endorse_outcome(work, id, "I agree."); });
    }

    ConferenceView conference_view(ConferenceId id) {
        return *council.look(
            [&](store::Reader& reader) { return conference(*council.service, reader, council.chair, id); });
    }

    ConferenceId book(PersonId child, std::string_view on) {
        CallConference command{
            {{child, Answer::no}}, from_london(day(on), std::chrono::hours(10)), "Civic centre, room 4", ""};
        auto called = council.as(council.worker, [&](Work& work) { return call_conference(work, command); });
        EXPECT_TRUE(called) << called.error().sentence;
        for (auto [name, agency] :
             {std::pair{"Joan Birch", "Health visiting"}, std::pair{"Ted Lowe", "Hill Street School"}}) {
            ConferenceInvitation row;
            row.name = name;
            row.agency = agency;
            row.role = "Professional";
            EXPECT_TRUE(council.as(council.worker, [&](Work& work) { return invite(work, called->id, row); }));
        }
        auto named = council.as(council.worker, [&](Work& work) {
            return name_chair(work, {called->id, {.chair = council.chair.id}, Answer::no});
        });
        EXPECT_TRUE(named) << named.error().sentence;
        return called->id;
    }

    void hold(ConferenceId id) {
        std::vector<ConferenceInvitation> people = conference_view(id).record.invitations;
        for (ConferenceInvitation& each : people) {
            each.came = each.invited_as == InvitedAs::child ? CameToConference::did_not_come : CameToConference::came;
            each.said = "What they saw.";
        }
        EXPECT_TRUE(council.as(council.chair, [&](Work& work) { return record_people(work, id, people); }));
        HoldConference command{
            .held_at = council.now, .met_parents_at = council.now - std::chrono::hours(1), .met_parents_who = "Grace"};
        auto held = council.as(council.chair, [&](Work& work) { return hold_conference(work, id, command); });
        EXPECT_TRUE(held) << held.error().sentence;
    }

    Result<Conference> decide(ConferenceId id, DecideConferenceChild decision) {
        ConferenceView shown = conference_view(id);
        DecideForChild command{id, shown.record.children[0].id, std::move(decision), {}};
        for (const ConferenceInvitation& each : shown.record.invitations)
            if (each.invited_as != InvitedAs::child) command.core_group.push_back(each.id);
        auto decided = council.as(council.chair, [&](Work& work) { return decide_conference_child(work, command); });
        EXPECT_TRUE(decided) << decided.error().sentence;
        return council.as(council.chair, [&](Work& work) { return sign_off_conference(work, id); });
    }

    DecideConferenceChild a_plan(std::string_view review_on) {
        DecideConferenceChild decision;
        decision.decision = ConferenceDecision::plan_made;
        decision.category = AbuseCategory::physical_abuse;
        decision.threshold = "Unexplained bruising.";
        decision.child_view = "\"I want to stay with Mummy.\"";
        decision.outline = "Grandmother stays at night.";
        decision.accountable_worker = council.worker.id;
        decision.first_core_group_on = london_date(council.now) + std::chrono::days(7);
        decision.review_on = day(review_on);
        return decision;
    }

    ProtectionPlan plan_of(PersonId child) {
        return *council.look([&](store::Reader& reader) {
            return reader.list_first<ProtectionPlan>("WHERE child = $1 ORDER BY started_on DESC, id", child);
        });
    }

    /// From the strategy discussion on Monday 23 November 2026 to a plan on Monday 14 December.
    ProtectionPlan make_plan(PersonId child) {
        council.at("2026-11-23");
        Section47EnquiryId enquiry = enquire(child);
        council.at("2026-12-01");
        auto endorsed = conclude(enquiry, EnquiryOutcome::substantiated_continuing_risk);
        EXPECT_TRUE(endorsed) << endorsed.error().sentence;
        ConferenceId conference = book(child, "2026-12-14");
        council.at("2026-12-14", 11);
        hold(conference);
        auto signed_off = decide(conference, a_plan("2027-03-12"));
        EXPECT_TRUE(signed_off) << signed_off.error().sentence;
        return plan_of(child);
    }
};

}  // namespace kith::actions::test
