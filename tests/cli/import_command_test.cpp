// kith import cin: the census of an earlier system comes into a record, once, on both databases, and is shown as
// brought over.
#include "cli/import_command.h"

#include <regex>

#include "cli/cli_world.h"
#include "cli/returns_build.h"
#include "core/inherited.h"
#include "returns/cin/compare.h"
#include "store/assessment_store.h"
#include "store/inherited_store.h"
#include "store/person_store.h"
#include "store/pre_proceedings_store.h"
#include "store/process_store.h"
#include "store/protection_plan_store.h"
#include "store/referral_store.h"
#include "store/store.h"
#include "support/census_builder.h"

using namespace kith;
using namespace kith::tests;
namespace cin = kith::returns::cin;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

/// As the clean child has it, with the target that Kith reckons itself.
std::string census(const std::string& changes = "") {
    return test::CensusBuilder(2026).change("Section47/InitialCPCtarget=2025-07-17; " + changes).xml();
}

std::string text_of(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// The children, without the header, which has the time of day in it.
std::string children_of(const std::string& xml) {
    return std::regex_replace(xml.substr(xml.find("<Children>")), std::regex("\n *"), "\n");
}

cin::Checked checked(const std::string& xml, cin::ChildrenByIdentifier& children) {
    bool given = false;
    auto bytes = [&]() -> std::string_view { return std::exchange(given, true) ? std::string_view() : xml; };
    return *cin::check_census(bytes, {}, {}, [&](const cin::Child& child) { children.add(child); });
}

struct Council : CliWorld {
    std::vector<std::string> where{"--data", directory.string()};

    Ran import(const std::string& xml, std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{"cin", file("cin-2026.xml", xml)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(cli::run_import, arguments, where);
    }
    std::string built(const char* year = "2026") {
        Ran ran = run(cli::run_returns_build, {"--year", year, "--out", path("out.xml"), "--dfe-number", "801"}, where);
        EXPECT_EQ(ran.code, 0) << ran.err;
        return text_of(path("out.xml"));
    }
    std::unique_ptr<store::Store> open() {
        return store::Store::open({store::Dialect::sqlite, path("kith.sqlite"), ""});
    }
    template <class Row>
    std::vector<Row> rows(std::string_view tail) {
        return open()->read([&](store::Reader& reader) { return reader.list<Row>(tail); });
    }
};

}  // namespace

TEST(ImportCensus, into_an_empty_record_and_built_again_is_the_same_census) {
    Council council;
    Ran ran = council.import(census());
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, StartsWith("children: 1 new, 0 added to, 0 unchanged, 0 not brought over\n"
                                    "episodes: 1 brought over, 0 there already\n"));
    EXPECT_THAT(ran.out, HasSubstr("values not understood: 0\n"));
    EXPECT_EQ(children_of(council.built()), children_of(census()));
}

TEST(ImportCensus, of_a_hand_made_file_and_built_again_differs_only_where_it_is_documented) {
    Council council;
    std::string hand_made = census(
        "InitialCategoryOfAbuse=MUL; *Child; Child#2/LAchildID=C2; -Child#2/UPN; Child#2/ReferralSource=5E; "
        "+Children:<Child><ChildIdentifiers><LAchildID>C3</LAchildID><PersonBirthDate>2019-04-05</PersonBirthDate>"
        "<Sex>M</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>REFU</Ethnicity></ChildCharacteristics>"
        "<CINdetails><CINreferralDate>2025-09-01</CINreferralDate><ReferralSource>2A</ReferralSource>"
        "<CINclosureDate>2025-09-02</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>"
        "<ReferralNFA>1</ReferralNFA></CINdetails></Child>");
    Ran ran = council.import(hand_made);
    EXPECT_THAT(ran.out, StartsWith("children: 3 new,"));
    EXPECT_THAT(ran.out, HasSubstr("values not understood: 3\n")) << ran.err;  // MUL twice: the child was copied
    cin::ChildrenByIdentifier before, after;
    auto was = checked(hand_made, before), is = checked(council.built(), after);
    cin::Comparison compared = cin::compare(was, before, is, after);
    EXPECT_TRUE(compared.dropped.empty() && compared.gained.empty());
    ASSERT_EQ(compared.moved.size(), 1u);
    EXPECT_EQ(compared.moved[0].child, "C3");
    EXPECT_STREQ(compared.moved[0].element, "CINclosureDate") << "no further action has no day of closure here";
}

TEST(ImportCensus, again_changes_nothing) {
    Council council;
    ASSERT_EQ(council.import(census()).code, 0);
    auto entries = [&] {
        return council.open()->read(
            [](store::Reader& reader) { return reader.scalar<std::int64_t>("SELECT count(*) FROM journal_entry"); });
    };
    auto before = entries();
    Ran again = council.import(census());
    EXPECT_THAT(again.out, StartsWith("children: 0 new, 0 added to, 1 unchanged, 0 not brought over\n"
                                      "episodes: 0 brought over, 1 there already\nduties opened: 0\n"));
    EXPECT_EQ(entries(), before);
}

TEST(ImportCensus, says_of_everything_that_it_was_brought_over) {
    Council council;
    ASSERT_EQ(council.import(census()).code, 0);
    auto entries = council.rows<core::TimelineEntry>("ORDER BY happened_at, id");
    EXPECT_EQ(entries.size(), 9u);
    for (const core::TimelineEntry& each : entries) {
        EXPECT_EQ(each.kind, "child inherited");
        EXPECT_THAT(each.text,
                    testing::MatchesRegex("Brought over from cin-2026.xml, line [0-9]+\\. .*are not known\\."))
            << each.title;
    }
    EXPECT_EQ(council.rows<core::Inherited>("ORDER BY line").size(), 8u);
    EXPECT_EQ(council.rows<core::Decision>("ORDER BY id").size(), 0u) << "nobody's reasons are known";
}

TEST(ImportCensus, opens_what_the_law_asks_of_open_work_and_late_is_late) {
    Council council;
    ASSERT_EQ(council.import(census(), {"--team", "Assessment"}).code, 0);
    std::map<core::Duty, core::OpenDuty> duties;
    for (const core::OpenDuty& each : council.rows<core::OpenDuty>("ORDER BY id")) {
        EXPECT_FALSE(each.closed_at) << word(each.duty);
        duties[each.duty] = each;
    }
    // The review of 2 October 2025 sets the day of the next one; the first is not asked for again.
    ASSERT_TRUE(duties.contains(core::Duty::hold_review_conference));
    EXPECT_EQ(duties[core::Duty::hold_review_conference].due, *parse_date("2026-04-02"));
    EXPECT_FALSE(duties.contains(core::Duty::hold_first_review_conference));
    EXPECT_EQ(core::urgency(duties[core::Duty::hold_review_conference], london_date(council.now)),
              core::Urgency::overdue);
    EXPECT_TRUE(core::came_overdue(duties[core::Duty::hold_review_conference])) << "late, and nobody here was";
    EXPECT_EQ(duties[core::Duty::hold_review_conference].what,
              "Brought over from cin-2026.xml, where its day had passed already. Nobody here was late with it");
    EXPECT_FALSE(core::came_overdue(
        core::OpenDuty{.due = *parse_date("2026-04-02"), .what = "Brought over from", .opened_at = Instant{}}))
        << "what fell due later is late";
    EXPECT_TRUE(duties.contains(core::Duty::visit_child_on_protection_plan));
    EXPECT_FALSE(duties.contains(core::Duty::complete_assessment)) << "it was authorised";
    auto plan = council.rows<core::ProtectionPlan>("ORDER BY id").at(0);
    EXPECT_EQ(plan.review_by, *parse_date("2026-04-02"));
    auto child = council.rows<core::Person>("ORDER BY id").at(0);
    EXPECT_FALSE(child.team.is_nil());
    EXPECT_EQ(duties[core::Duty::visit_child_on_protection_plan].team, child.team);
}

TEST(ImportCensus, brings_pre_proceedings_over_with_what_the_law_asks_of_them) {
    Council council;
    std::string open = test::CensusBuilder(2027)
                           .change(
                               "-PPOutcome; -StepDecisionDate; -CourtAppDate; -LetterInitCPDate; "
                               "Section47/InitialCPCtarget=2026-07-17")
                           .xml();
    ASSERT_EQ(council.import(open).code, 0);
    auto of = council.rows<core::PreProceedings>("ORDER BY id").at(0);
    EXPECT_EQ(of.state, core::PreProceedingsState::active);
    EXPECT_THAT(of.worries, StartsWith("Brought over from cin-2026.xml, line "));
    EXPECT_EQ(council.rows<core::PreProceedingsMeeting>("ORDER BY id").size(), 1u);
    auto duties = council.rows<core::OpenDuty>("WHERE duty = 'decide_after_pre_proceedings' ORDER BY id");
    ASSERT_EQ(duties.size(), 1u);
    EXPECT_EQ(duties[0].due, *parse_date("2026-12-29"));
    EXPECT_EQ(duties[0].what, "") << "its day is still to come";
    EXPECT_EQ(children_of(council.built("2027")), children_of(open));
    EXPECT_THAT(council.import(open).out, StartsWith("children: 0 new, 0 added to, 1 unchanged,"));
}

TEST(ImportCensus, opens_nothing_for_a_child_whose_case_is_closed) {
    Council council;
    std::string closed = census(
        "CINdetails/CINclosureDate=2026-03-01; CINdetails/ReasonForClosure=RC7; "
        "ChildProtectionPlans/CPPendDate=2026-02-01");
    EXPECT_THAT(council.import(closed).out, HasSubstr("duties opened: 0\n"));
    EXPECT_TRUE(council.rows<core::Person>("ORDER BY id").at(0).team.is_nil());
    EXPECT_EQ(council.rows<core::Referral>("ORDER BY id").at(0).state, core::ReferralState::closed);
}

TEST(ImportCensus, opens_the_end_of_an_assessment_from_the_day_of_the_referral) {
    Council council;
    ASSERT_EQ(council.import(census("-AssessmentAuthorisationDate; -AssessmentFactors")).code, 0);
    auto duties = council.rows<core::OpenDuty>("WHERE duty = 'complete_assessment' ORDER BY id");
    ASSERT_EQ(duties.size(), 1u);
    EXPECT_EQ(duties[0].starts, *parse_date("2025-05-06"));
    EXPECT_EQ(duties[0].due, *parse_date("2025-07-09"));
}

TEST(ImportCensus, adds_a_new_episode_to_a_child_who_is_there_and_leaves_the_rest_alone) {
    Council council;
    std::string closed =
        "CINdetails/CINclosureDate=2025-12-01; CINdetails/ReasonForClosure=RC7; "
        "ChildProtectionPlans/CPPendDate=2025-11-01; ";
    std::string later =
        "+Child:<CINdetails><CINreferralDate>2026-02-02</CINreferralDate><ReferralSource>6"
        "</ReferralSource><ReferralNFA>1</ReferralNFA></CINdetails>";
    ASSERT_EQ(council.import(census(closed)).code, 0);
    Ran ran = council.import(census(closed + "Ethnicity=WIRI; " + later));
    EXPECT_THAT(ran.out, StartsWith("children: 0 new, 1 added to, 0 unchanged, 0 not brought over\n"
                                    "episodes: 1 brought over, 1 there already\n"));
    EXPECT_EQ(council.rows<core::Person>("ORDER BY id").size(), 1u);
    EXPECT_EQ(council.rows<core::Person>("ORDER BY id").at(0).ethnicity, "WBRI") << "nothing is overwritten";
    EXPECT_EQ(council.rows<core::Referral>("ORDER BY id").size(), 2u);
}

TEST(ImportCensus, leaves_an_episode_alone_that_the_file_has_differently_and_says_so) {
    Council council;
    ASSERT_EQ(council.import(census()).code, 0);
    Ran ran = council.import(census("CINdetails/CINclosureDate=2026-03-01; CINdetails/ReasonForClosure=RC7"));
    EXPECT_THAT(ran.err, HasSubstr("CINclosureDate “2026-03-01”: This episode is open in the record."));
    EXPECT_EQ(council.rows<core::Referral>("ORDER BY id").at(0).state, core::ReferralState::open);
}

TEST(ImportCensus, never_takes_one_child_for_another) {
    Council council;
    ASSERT_EQ(council.import(census()).code, 0);
    Ran ran = council.import(census("PersonBirthDate=2017-01-01; -UPN"));
    EXPECT_THAT(ran.out, StartsWith("children: 0 new, 0 added to, 0 unchanged, 1 not brought over\n"));
    EXPECT_THAT(ran.err, HasSubstr("Another child has this number, with another date of birth."));
    ran = council.import(census("LAchildID=C2"));
    EXPECT_THAT(ran.out, StartsWith("children: 1 new,")) << "two numbers of the authority are two children";
    EXPECT_THAT(ran.err, HasSubstr("Another child has this pupil number. Left blank."));
    ran = council.import(census("LAchildID="));
    EXPECT_THAT(ran.out, StartsWith("children: 0 new, 0 added to, 1 unchanged,")) << "known by the pupil number";
    ran = council.import(census("LAchildID=; -UPN"));
    EXPECT_THAT(ran.err, HasSubstr("A child without a number could not be known again."));
}

TEST(ImportCensus, of_a_file_that_was_built_here_finds_every_child_again) {
    Council council;
    ASSERT_EQ(council.run(cli::run_demo, {"--children", "30"}, council.where).code, 0);
    std::string built = council.built();
    Ran ran = council.import(built);
    EXPECT_THAT(ran.out, HasSubstr("children: 0 new, 0 added to, "));
    EXPECT_THAT(ran.out, HasSubstr("episodes: 0 brought over, "));
    Council other;
    ran = other.import(built);
    EXPECT_THAT(ran.out, HasSubstr("values not understood: 0\n")) << ran.err;
    EXPECT_EQ(children_of(other.built()), children_of(built));
}

TEST(ImportCensus, is_replayed_from_the_journal_row_for_row) {
    Council council;
    ASSERT_EQ(council.import(census()).code, 0);
    Ran ran = council.run(cli::run_journal, {"replay", "--into", council.path("again")}, council.where);
    EXPECT_EQ(ran.code, 0) << ran.err;
    council.where = {"--data", council.path("again")};
    EXPECT_EQ(children_of(council.built()), children_of(census()));
    EXPECT_THAT(council.import(census()).out, StartsWith("children: 0 new, 0 added to, 1 unchanged,"));
}

TEST(ImportCensus, works_on_postgresql_too) {
    auto& cluster = support::PostgresCluster::shared();
    Council council;
    council.where = {"--database", cluster.as_superuser(cluster.fresh_database()), "--data", council.path("keys")};
    EXPECT_THAT(council.import(census()).out, StartsWith("children: 1 new,"));
    EXPECT_THAT(council.import(census()).out, StartsWith("children: 0 new, 0 added to, 1 unchanged,"));
    EXPECT_EQ(children_of(council.built()), children_of(census()));
}

TEST(ImportCensus, dry_says_what_it_would_do_and_changes_nothing) {
    Council council;
    ASSERT_EQ(council.import(census()).code, 0);
    Ran ran = council.import(census("LAchildID=C2; -UPN"), {"--dry-run"});
    EXPECT_THAT(ran.out, StartsWith("Nothing was changed. It would be:\nchildren: 1 new,"));
    EXPECT_EQ(council.rows<core::Person>("ORDER BY id").size(), 1u);
}

TEST(ImportCensus, reports_every_value_that_it_did_not_understand) {
    Council council;
    Ran ran =
        council.import(census("ReferralSource=5E; +CINdetails:<Odd>x</Odd>"), {"--report", council.path("r.tsv")});
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.out, HasSubstr("values not understood: 2\n"));
    std::string report = text_of(council.path("r.tsv"));
    EXPECT_THAT(report, StartsWith("child\telement\tvalue\tline\twhy\n"));
    EXPECT_THAT(report, HasSubstr("C1\tReferralSource\t5E\t"));
    EXPECT_THAT(report, HasSubstr("-\tOdd\t\t"));
}

TEST(ImportCensus, brings_nothing_over_from_a_file_that_is_broken_anywhere) {
    Council council;
    std::string whole = census("*Child; Child#2/LAchildID=C2; Child#2/UPN=H801200001001");
    Ran ran = council.import(whole.substr(0, whole.size() - 30));
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr(": line "));
    EXPECT_THAT(ran.err, HasSubstr("Nothing was brought over."));
    EXPECT_FALSE(std::filesystem::exists(council.path("kith.sqlite")));
    EXPECT_EQ(council.import("<Message/>").code, 2);
}

TEST(ImportCensus, refuses_what_it_cannot_do_with_a_sentence) {
    Council council;
    std::string file = council.file("cin.xml", census());
    std::vector<std::vector<std::string>> wrong = {
        {"cin"},
        {"ssd", file},
        {"cin", file, file},
        {"cin", council.path("none.xml")},
        {"cin", council.directory.string()},
        {"cin", file, "--colour", "red"},
        {"cin", file, "--dry-run"},
        {"cin", file, "--report", council.path("none/r.tsv")},
    };
    for (const auto& arguments : wrong) {
        SCOPED_TRACE(testing::PrintToString(arguments));
        expect_refused(council.run(cli::run_import, arguments, council.where));
    }
}
