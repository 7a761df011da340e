// The census from the record: a family walked from a contact to the end of a child protection plan and closed, and what
// is then reported of it.
#include "actions/census.h"

#include <set>

#include "actions/birth.h"
#include "actions/child_histories.h"
#include "actions/conference.h"
#include "actions/describe_person.h"
#include "actions/need_world.h"
#include "actions/protection_plan.h"
#include "actions/referral.h"
#include "actions/section47_enquiry.h"
#include "actions/strategy_discussion.h"
#include "returns/cin/write.h"
#include "store/conference_store.h"
#include "store/section47_enquiry_store.h"
#include "store/strategy_discussion_store.h"

using namespace kith;
using namespace kith::actions;
using namespace kith::actions::test;

namespace {

namespace cin = returns::cin;

struct Family : NeedWorld {
    PersonId ada = person("Ada", *parse_date("2018-07-01"));
    PersonId mother = person("Carys");
    Actor chair;

    Family() {
        chair = staff("Ruth", Role::conference_chair);
        related(ada, mother, RelationKind::mother);
        RecordCharacteristics known{.ethnicity = "MWBC",
                                    .disabilities = {Disability::none},
                                    .pupil_number = "B801200005001",
                                    .local_number = "M0042"};
        must(front_door,
             [&](Work& work) { return actions::record_characteristics(work, ada, load(ada).version, known); });
    }

    void at(std::string_view day, int hour = 10) { now = from_london(*parse_date(day), std::chrono::hours(hour)); }

    void refer(std::string_view on) {
        at(on);
        contact_about({ada}, ContactDecision::referral);
        DecideReferralCommand command;
        command.referral = referral_of(ada).id;
        command.version = referral_of(ada).version;
        command.decision.decision = ReferralDecision::assessment;
        command.decision.need = PrimaryNeed::parent_illness_or_disability;
        command.decision.reasons = "A mother who needs help";
        must(front_door, [&](Work& work) { return actions::decide_referral(work, command); });
        allocate(ada, amina);
    }

    void assess(std::string_view authorised_on, AssessmentOutcome outcome) {
        at(authorised_on, 9);
        Assessment assessment = rows<Assessment>("ORDER BY id").at(0);
        AssessmentChild part = rows<AssessmentChild>("WHERE child = $1 ORDER BY id", ada).at(0);
        SaveChild command{assessment.id, mark_of_child(part), part};
        command.child.factors = {"4B", "3B"};
        command.child.grounds = {Section17Ground::standard_of_health_or_development};
        command.child.outcome = outcome;
        command.child.outcome_reasons = "The family wants help";
        must(amina, [&](Work& work) { return save_child(work, command); });
        must(amina, [&](Work& work) { return submit_assessment(work, assessment.id); });
        must(manager, [&](Work& work) {
            int version = work.store.find<Assessment>(assessment.id)->version;
            return actions::authorise_assessment(
                work, {assessment.id, version, {"Agreed", "The rest follows with the plan"}});
        });
    }

    void make_need_plan(std::string_view on) {
        at(on);
        NeedPlan plan = rows<NeedPlan>("ORDER BY id").at(0);
        HoldPlanningMeeting command{plan.id, plan.version, {}, {}, {}};
        command.meeting.met_on = *parse_date(on);
        command.meeting.family_wants = "A calmer house";
        must(amina, [&](Work& work) { return hold_planning_meeting(work, command); });
    }

    void discuss(std::string_view on) {
        at(on);
        HoldStrategyDiscussion command;
        command.discussion.held_at = now;
        command.discussion.manager = manager.id;
        command.children = {ada};
        auto held = must(manager, [&](Work& work) { return hold_strategy_discussion(work, command); });
        auto row = rows<StrategyChild>("WHERE discussion = $1 ORDER BY id", held.id).at(0);
        must(manager, [&](Work& work) -> Result<int> {
            TRY(decide_strategy_discussion(work,
                                           {held.id, {{row.id, StrategyDecision::section_47_joint, "Bruising", ""}}}));
            return 0;
        });
    }

    void endorse(std::string_view on) {
        at(on);
        auto id = rows<Section47Enquiry>("ORDER BY id").at(0).id;
        for (auto kind : {EnquiryStepKind::parent_interview, EnquiryStepKind::agency_check}) {
            EnquiryStep step;
            step.kind = kind;
            step.happened_at = now;
            step.learnt = "What they said";
            must(amina, [&](Work& work) { return record_step(work, id, step); });
        }
        EnquiryFindings findings;
        findings.seen_on = london_date(now);
        findings.seen_alone = Answer::yes;
        findings.wishes = "\"I want to stay with Mummy\"";
        findings.analysis = "The bruising is not explained";
        must(amina, [&](Work& work) {
            return record_findings(work, id, work.store.find<Section47Enquiry>(id)->version, findings);
        });
        must(amina, [&](Work& work) {
            return propose_outcome(work, id, {EnquiryOutcome::substantiated_continuing_risk, "Two saw it", ""});
        });
        must(manager, [&](Work& work) { return endorse_outcome(work, id, "I agree"); });
    }

    void confer(std::string_view on, DecideConferenceChild decision) {
        Instant starts = from_london(*parse_date(on), 10h);
        auto called = must(amina, [&](Work& work) {
            return call_conference(work,
                                   {{{ada, Answer::no}}, starts, "Civic centre", "The first that all could come"});
        });
        for (const char* agency : {"Health visiting", "Hill Street School"}) {
            ConferenceInvitation row;
            row.name = row.agency = agency;
            must(amina, [&](Work& work) { return invite(work, called.id, row); });
        }
        must(amina, [&](Work& work) { return name_chair(work, {called.id, {.chair = chair.id}, Answer::no}); });
        at(on, 11);
        auto people = rows<ConferenceInvitation>("WHERE conference = $1 ORDER BY id", called.id);
        for (ConferenceInvitation& each : people) {
            each.came = each.invited_as == InvitedAs::child ? CameToConference::did_not_come : CameToConference::came;
            each.said = "What they saw";
        }
        must(chair, [&](Work& work) -> Result<int> {
            TRY(record_people(work, called.id, people));
            TRY(actions::hold_conference(work, called.id,
                                         {.held_at = now, .met_parents_at = now - 1h, .met_parents_who = "Carys"}));
            auto row = work.store.list<ConferenceChild>("WHERE conference = $1 ORDER BY id", called.id).at(0);
            DecideForChild command{called.id, row.id, decision, {}};
            for (const ConferenceInvitation& each : people)
                if (each.invited_as != InvitedAs::child) command.core_group.push_back(each.id);
            TRY(actions::decide_conference_child(work, command));
            TRY(actions::sign_off_conference(work, called.id));
            return 0;
        });
    }

    DecideConferenceChild a_plan(std::string_view core_group_on, std::string_view review_on) {
        DecideConferenceChild decision;
        decision.decision = ConferenceDecision::plan_made;
        decision.category = AbuseCategory::physical_abuse;
        decision.threshold = "Unexplained bruising";
        decision.child_view = "\"I want to stay with Mummy\"";
        decision.outline = "Grandmother stays at night";
        decision.accountable_worker = amina.id;
        decision.first_core_group_on = *parse_date(core_group_on);
        decision.review_on = *parse_date(review_on);
        return decision;
    }
    DecideConferenceChild the_end() {
        DecideConferenceChild decision;
        decision.decision = ConferenceDecision::plan_ended;
        decision.plan_end = PlanEnd::no_longer_at_continuing_risk;
        decision.threshold = "Nothing new, and the changes have held";
        decision.child_view = "\"It is calm\"";
        return decision;
    }

    void close(std::string_view on) {
        at(on);
        ProposeClosure command;
        command.reason = ClosureReason::no_longer_in_need;
        command.closes_on = *parse_date(on);
        command.why = command.family_view = command.child_view = command.services_that_stay = command.how_to_come_back =
            "Said";
        auto closure = must(amina, [&](Work& work) { return propose_closure(work, referral_of(ada).id, command); });
        must(manager, [&](Work& work) {
            return actions::authorise_closure(work, {closure.id, closure.version, "Agreed"});
        });
    }

    CensusOfChild census(int year) {
        return see([&](store::Reader& reader) {
            return census_findings(reader, ada, year, WorkingDays::england_and_wales());
        });
    }
};

std::string xml_of(const cin::Child& child) {
    std::string xml;
    cin::CensusWriter(xml).child(child);
    std::string lines;  // without the indentation
    for (std::size_t at = 0; at < xml.size();) {
        std::size_t end = xml.find('\n', at);
        lines += std::string(trim(std::string_view(xml).substr(at, end - at))) + "\n";
        at = end + 1;
    }
    return lines;
}

using Codes = std::set<std::string>;
Codes codes_of(const CensusOfChild& census) {
    Codes codes;
    for (const cin::Finding& each : census.findings)
        codes.emplace(each.rule->code);
    return codes;
}

}  // namespace

TEST(CensusOfAFamily, walked_from_a_contact_to_the_end_of_a_plan_is_exactly_this_episode) {
    Family family;
    family.refer("2026-05-05");
    family.assess("2026-06-02", AssessmentOutcome::child_in_need);
    family.make_need_plan("2026-06-10");
    family.discuss("2026-07-06");
    family.endorse("2026-07-14");
    family.confer("2026-07-24", family.a_plan("2026-08-03", "2026-10-16"));
    family.confer("2026-10-16", family.the_end());
    family.close("2026-11-09");
    CensusOfChild census = family.census(2027);
    ASSERT_TRUE(census.built.child);
    EXPECT_EQ(codes_of(census), Codes{});
    EXPECT_EQ(census.built.left_out.size(), 0u);
    EXPECT_EQ(xml_of(*census.built.child),
              "<Child>\n<ChildIdentifiers>\n<LAchildID>M0042</LAchildID>\n<UPN>B801200005001</UPN>\n"
              "<PersonBirthDate>2018-07-01</PersonBirthDate>\n<Sex>U</Sex>\n</ChildIdentifiers>\n"
              "<ChildCharacteristics>\n<Ethnicity>MWBC</Ethnicity>\n"
              "<Disabilities>\n<Disability>NONE</Disability>\n</Disabilities>\n</ChildCharacteristics>\n"
              "<CINdetails>\n<CINreferralDate>2026-05-05</CINreferralDate>\n<ReferralSource>10</ReferralSource>\n"
              "<PrimaryNeedCode>N3</PrimaryNeedCode>\n<CINclosureDate>2026-11-09</CINclosureDate>\n"
              "<ReasonForClosure>RC7</ReasonForClosure>\n"
              "<Assessments>\n<AssessmentActualStartDate>2026-05-05</AssessmentActualStartDate>\n"
              "<AssessmentAuthorisationDate>2026-06-02</AssessmentAuthorisationDate>\n"
              "<FactorsIdentifiedAtAssessment>\n<AssessmentFactors>4B</AssessmentFactors>\n"
              "<AssessmentFactors>3B</AssessmentFactors>\n</FactorsIdentifiedAtAssessment>\n</Assessments>\n"
              "<CINPlanDates>\n<CINPlanStartDate>2026-06-10</CINPlanStartDate>\n"
              "<CINPlanEndDate>2026-07-24</CINPlanEndDate>\n</CINPlanDates>\n"
              "<Section47>\n<S47ActualStartDate>2026-07-06</S47ActualStartDate>\n"
              "<InitialCPCtarget>2026-07-27</InitialCPCtarget>\n<DateOfInitialCPC>2026-07-24</DateOfInitialCPC>\n"
              "<ICPCnotRequired>0</ICPCnotRequired>\n</Section47>\n<ReferralNFA>0</ReferralNFA>\n"
              "<ChildProtectionPlans>\n<CPPstartDate>2026-07-24</CPPstartDate>\n<CPPendDate>2026-10-16</CPPendDate>\n"
              "<InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse>\n"
              "<LatestCategoryOfAbuse>PHY</LatestCategoryOfAbuse>\n<NumberOfPreviousCPP>0</NumberOfPreviousCPP>\n"
              "<Reviews>\n<CPPreviewDate>2026-10-16</CPPreviewDate>\n</Reviews>\n</ChildProtectionPlans>\n"
              "</CINdetails>\n</Child>\n");
}

TEST(CensusOfAFamily, says_what_the_rules_say_of_this_child) {
    Family family;
    EXPECT_FALSE(family.census(2027).built.child) << "never referred";
    family.refer("2026-05-05");
    EXPECT_EQ(codes_of(family.census(2027)), Codes{"8670Q"}) << "the assessment is late";
    auto blank = [&](Work& work) {
        return actions::record_characteristics(work, family.ada, family.load(family.ada).version, {});
    };
    family.must(family.amina, blank);
    EXPECT_EQ(codes_of(family.census(2027)), (Codes{"8540", "8670Q", "8770Q"}));
}

TEST(CensusOfAFamily, tells_of_each_twin_what_was_recorded_before_they_were_known_to_be_two) {
    Family family;
    Person unborn{.family_name = "Example", .stage = Stage::unborn, .expected_date = *parse_date("2026-09-01")};
    PersonId first =
        family.must(family.front_door, [&](Work& work) -> Result<Person> { return record_person(work, unborn); }).id;
    family.ada = first;
    family.refer("2026-05-05");
    family.at("2026-06-01");
    PersonId second =
        family.must(family.amina, [&](Work& work) { return split_twins(work, first, "The scan shows two"); }).id;
    auto one = family.census(2027).built.child;
    family.ada = second;
    CensusOfChild other = family.census(2027);
    ASSERT_TRUE(one && other.built.child);
    ASSERT_EQ(other.built.child->episodes.size(), 1u);
    EXPECT_EQ(other.built.child->episodes[0].referral.text, "2026-05-05");
    EXPECT_EQ(other.built.child->episodes[0].assessments.size(), 1u);
    EXPECT_NE(other.built.child->identifiers.la_child_id.text, one->identifiers.la_child_id.text);
    std::size_t reported = 0;
    family.see([&](store::Reader& reader) {
        each_census_child(
            reader, cin::census_year(2027), WorkingDays::england_and_wales(), [&](const cin::Child&) { ++reported; },
            [](const cin::LeftOut&) {});
    });
    EXPECT_EQ(reported, 2u) << "every child is every one child";
}

TEST(CensusOfAFamily, goes_on_for_each_twin_in_their_own_name_once_they_are_known_to_be_two) {
    Family family;
    Person unborn{.family_name = "Example", .stage = Stage::unborn, .expected_date = *parse_date("2026-09-01")};
    PersonId first =
        family.must(family.front_door, [&](Work& work) -> Result<Person> { return record_person(work, unborn); }).id;
    family.ada = first;
    family.refer("2026-05-05");
    family.at("2026-05-20");
    PersonId second =
        family.must(family.amina, [&](Work& work) { return split_twins(work, first, "The scan shows two"); }).id;
    auto open = [&](PersonId child) {
        return family.see([&](store::Reader& reader) { return open_referral(reader, child); });
    };
    ASSERT_TRUE(open(first) && open(second));
    EXPECT_NE(open(first)->id, open(second)->id) << "closing the one does not close the other";
    EXPECT_EQ(open(first)->received_at, open(second)->received_at);
    family.must(family.amina, [&](Work& work) { return end_pregnancy(work, first); });
    EXPECT_FALSE(open(first));
    EXPECT_TRUE(open(second));
    family.ada = second;
    CensusOfChild census = family.census(2027);
    ASSERT_TRUE(census.built.child);
    ASSERT_EQ(census.built.child->episodes.size(), 1u);
    EXPECT_EQ(census.built.child->episodes[0].closure.text, "");
    EXPECT_EQ(census.built.child->episodes[0].assessments.size(), 1u) << "the assessment is about both, once";
    for (const std::string& code : codes_of(census))
        EXPECT_TRUE(code.ends_with('Q')) << code << " is an error";
}

TEST(Characteristics, that_name_another_child_are_refused) {
    Family family;
    PersonId other = family.person("Bea", *parse_date("2019-01-01"));
    auto record = [&](RecordCharacteristics facts) {
        return family.act(family.front_door, [&](Work& work) {
            return actions::record_characteristics(work, other, family.load(other).version, facts);
        });
    };
    EXPECT_EQ(record({.pupil_number = "B801200005001"}).error().field, "pupil_number");
    EXPECT_EQ(record({.local_number = "M0042"}).error().field, "local_number");
    EXPECT_EQ(record({.ethnicity = "X"}).error().field, "ethnicity");
    EXPECT_TRUE(record({.pupil_number = "H801200001001", .local_number = "M0043"}));
}

TEST(ChildHistories, of_every_child_are_those_of_each_one_in_the_order_of_their_ids) {
    Family family;
    std::vector<PersonId> children;
    for (int i = 0; i < 450; ++i)  // more than one lot
        children.push_back(family.person("Child " + std::to_string(i), *parse_date("2018-07-01")));
    family.at("2026-05-05");
    for (std::size_t i = 0; i < children.size(); i += 50)
        family.contact_about({children.begin() + long(i), children.begin() + long(i) + 50}, ContactDecision::referral);
    family.see([&](store::Reader& reader) {
        std::vector<PersonId> seen;
        each_child_history(reader, [&](const ChildHistory& history) {
            seen.push_back(history.child.id);
            EXPECT_EQ(history.referrals.size(), 1u);
            auto one = child_history(reader, history.child.id);
            ASSERT_TRUE(one);
            EXPECT_EQ(one->referrals[0].id, history.referrals[0].id);
        });
        std::ranges::sort(children);
        EXPECT_EQ(seen, children) << "each once, and nobody who was never referred";
        EXPECT_FALSE(child_history(reader, PersonId(RawId{{0xff}})));
        EXPECT_TRUE(child_history(reader, family.mother)->referrals.empty());
    });
}
