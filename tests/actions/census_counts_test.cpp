// The kept count of the census: who is counted again after what, and how it is ended.
#include "actions/census_counts.h"

#include <gmock/gmock.h>

#include <set>

#include "actions/need_world.h"
#include "store/schema.h"
#include "store/staff_store.h"

using namespace kith;
using namespace kith::actions;
using namespace kith::actions::test;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

struct Counting : NeedWorld {
    CensusCounts counts;
    PersonId ada = person("Ada", *parse_date("2018-07-01"));
    PersonId bea = person("Bea", *parse_date("2016-02-01"));

    std::shared_ptr<const Readiness> now_counted() {
        return *counts.count(*service, returns::cin::census_year_on(london_date(now)));
    }
    Referral assessed(const std::vector<PersonId>& children) {
        contact_about(children, ContactDecision::referral);
        for (PersonId child : children) {
            DecideReferralCommand command{.referral = referral_of(child).id, .version = referral_of(child).version};
            command.decision.decision = ReferralDecision::assessment;
            command.decision.need = PrimaryNeed::parent_illness_or_disability;
            command.decision.reasons = "A mother who needs help";
            must(front_door, [&](Work& work) { return actions::decide_referral(work, command); });
            allocate(child, amina);
        }
        return referral_of(children.front());
    }
    std::set<PersonId> concerned_by(const std::string& table, const std::string& column, const RawId& id) {
        store::PastChange change{"something", now, {}, {}};
        change.rows.push_back({table, 1, {{column, to_text(id)}}});
        return see([&](store::Reader& reader) { return children_of(reader, change); });
    }
};

TEST(CensusCounts, are_kept_until_something_is_recorded) {
    Counting council;
    council.assessed({council.ada});
    auto first = council.now_counted();
    EXPECT_EQ(first->children(), 1u);
    EXPECT_EQ(first->counted_at, council.now);
    council.now += 1h;
    auto second = council.now_counted();
    EXPECT_EQ(second, first) << "nobody was counted again";
    council.assessed({council.bea});
    auto third = council.now_counted();
    EXPECT_EQ(third->children(), 2u);
    EXPECT_EQ(third->counted_at, council.now);
}

TEST(CensusCounts, are_counted_anew_on_another_day) {
    Counting council;
    council.assessed({council.ada});
    council.now_counted();
    council.now += std::chrono::days(100);
    auto late = council.now_counted();
    EXPECT_EQ(late->counted_at, council.now);
    EXPECT_EQ(late->lines.size(), (*readiness_now(*council.service, late->year))->lines.size());
}

TEST(CensusCounts, end_at_once_when_the_program_does_and_can_be_asked_again) {
    Counting council;
    council.assessed({council.ada, council.bea});
    int asked = 0;
    CensusCounts counts([&] { return ++asked == 2; });
    auto year = returns::cin::census_year_on(london_date(council.now));
    auto stopped = counts.count(*council.service, year);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().because, Because::busy);
    EXPECT_EQ(asked, 2) << "between two children";
    EXPECT_EQ((*counts.count(*council.service, year))->children(), 2u);
}

TEST(CensusFile, is_not_made_to_its_end_by_a_program_that_ends) {
    Counting council;
    council.assessed({council.ada, council.bea});
    council.must(council.founder, [](Work& work) -> Result<AuthorityProfile> {
        AuthorityProfile profile = authority_profile(work.store);
        profile.dfe_number = "304";
        work.store.save(core::happened::authority_described, profile.id, profile);
        return profile;
    });
    int asked = 0;
    CensusCounts ending([&] { return ++asked == 2; });
    Service service = *council.service;
    service.census = &ending;
    auto year = returns::cin::census_year_on(london_date(council.now));
    auto made = census_file(service, council.head, year);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().because, Because::busy);
    EXPECT_EQ(asked, 2);
    EXPECT_EQ(census_file(service, council.head, year)->children.size(), 2u);
}

TEST(CensusCounts, count_again_every_child_who_shares_what_was_written) {
    Counting council;
    council.assessed({council.ada, council.bea});
    EXPECT_THAT(council.concerned_by("referral", "child", council.ada), ElementsAre(council.ada));
    EXPECT_THAT(council.concerned_by("person", "id", council.bea), ElementsAre(council.bea));
    StartAssessmentCommand command{{council.ada, council.bea}, london_date(council.now), {}, "To see what would help"};
    auto started = council.act(council.amina, [&](Work& work) { return start_assessment(work, command); });
    ASSERT_TRUE(started) << started.error().sentence;
    EXPECT_THAT(council.concerned_by("assessment", "id", council.rows<Assessment>("ORDER BY id").at(0).id),
                UnorderedElementsAre(council.ada, council.bea));
    EXPECT_THAT(council.concerned_by("staff", "id", council.amina.id), IsEmpty());
}

/// A table that the census may be made of must say which child it is about, or be followed in children_of.
TEST(CensusCounts, know_of_every_table_whom_it_concerns) {
    const std::set<std::string_view> followed{"person", "assessment", "conference", "plan_category"};
    const std::set<std::string_view> no_census_asks{"authority",
                                                    "authority_profile",
                                                    "team",
                                                    "staff",
                                                    "applied_policy",
                                                    "place",
                                                    "place_secret",
                                                    "contact",
                                                    "contact_child",
                                                    "reporter_answer",
                                                    "parent_account",
                                                    "assessment_check",
                                                    "need_plan_member",
                                                    "need_plan_action",
                                                    "need_plan_review",
                                                    "need_plan_visit",
                                                    "strategy_discussion",
                                                    "strategy_attendance",
                                                    "strategy_addition",
                                                    "enquiry_step",
                                                    "conference_invitation",
                                                    "conference_report",
                                                    "report_shared",
                                                    "plan_change",
                                                    "plan_action",
                                                    "core_group_member",
                                                    "core_group_meeting",
                                                    "core_group_attendance"};
    for (const store::TableInfo* table : store::kith_schema().tables) {
        if (table->durability != store::Durability::journalled) continue;
        bool names_child = std::ranges::any_of(table->columns, [](const auto& each) { return each.name == "child"; });
        EXPECT_TRUE(names_child || followed.contains(table->name) || no_census_asks.contains(table->name))
            << table->name << ": does the census ask for it? Then follow it in actions/census_counts.cpp";
    }
}

}  // namespace
