// The census while people record: found, explained, answered, counted; and never in the way of a write.
#include "actions/census_recording.h"

#include <fstream>
#include <sstream>

#include "actions/census_readiness.h"
#include "actions/describe_person.h"
#include "actions/need_world.h"
#include "store/census_note_store.h"

using namespace kith;
using namespace kith::actions;
using namespace kith::actions::test;

namespace {

struct Recording : NeedWorld {
    PersonId ada = person("Ada", *parse_date("2018-07-01"));
    Actor analyst = staff("Bo", Role::business_support);
    Actor administrator = staff("Ines", Role::administrator);

    void refer() {
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
    std::vector<CensusFinding> found_by(const Actor& actor) {
        return see([&](store::Reader& reader) {
            return census_findings_today(reader, actor, ada, london_date(now), service->days);
        });
    }
    CensusFinding the(const std::string& code) {
        for (CensusFinding& each : found_by(amina))
            if (each.found.rule->code == code) return each;
        throw std::runtime_error("not found: " + code);
    }
    CensusNote explain(const std::string& code, const std::string& why = "They were never asked; it is so") {
        ExplainFinding command{ada, code, the(code).found.about, why};
        return must(amina, [&](Work& work) { return explain_finding(work, command); });
    }
    CensusNote answer(const CensusNote& note, AnswerCensusNote command) {
        return must(analyst, [&](Work& work) { return answer_note(work, note.id, note.version, command); });
    }
    Readiness today() { return **readiness_now(*service, returns::cin::census_year_on(london_date(now))); }
    long open_now() {
        auto lines = today().lines;
        return std::ranges::count(lines, false, &ReadinessLine::explained);
    }
};

TEST(CensusFindingsToday, are_for_who_may_work_on_the_child) {
    Recording council;
    EXPECT_TRUE(council.found_by(council.amina).empty()) << "never referred";
    council.refer();
    EXPECT_FALSE(council.found_by(council.amina).empty());
    EXPECT_FALSE(council.found_by(council.manager).empty());
    EXPECT_TRUE(council.found_by(council.analyst).empty()) << "prepares returns, works on no child";
}

TEST(CensusNote, goes_to_the_data_team_and_explains_once_it_is_accepted) {
    Recording council;
    council.refer();
    long before = council.open_now();
    CensusNote note = council.explain("8540");
    EXPECT_EQ(council.the("8540").note->id, note.id);
    EXPECT_EQ(council.open_now(), before) << "waiting is not explained";
    auto waiting = council.see([&](store::Reader& reader) { return waiting_notes(reader, council.analyst); });
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_TRUE(waiting[0].may_answer);
    council.answer(note, {CensusAnswer::accepted, ""});
    EXPECT_TRUE(council.the("8540").explained());
    EXPECT_EQ(council.open_now(), before - 1) << "counted apart";
}

TEST(CensusNote, speaks_only_of_what_stood_there) {
    Recording council;
    council.refer();
    council.answer(council.explain("8540"), {CensusAnswer::accepted, ""});
    RecordCharacteristics known{.ethnicity = "MWBC", .disabilities = {Disability::none}};
    council.must(council.amina, [&](Work& work) {
        return actions::record_characteristics(work, council.ada, council.load(council.ada).version, known);
    });
    for (const CensusFinding& each : council.found_by(council.amina))
        EXPECT_NE(each.found.rule->code, "8540") << "corrected";
}

TEST(CensusNote, is_written_by_the_worker_and_answered_by_the_data_team) {
    Recording council;
    council.refer();
    ExplainFinding command{council.ada, "8540", "Disability -", "So it is"};
    auto by = [&](const Actor& actor) {
        return council.act(actor, [&](Work& work) { return explain_finding(work, command); });
    };
    EXPECT_EQ(by(council.analyst).error().because, Because::not_found);
    command.note = " ";
    EXPECT_EQ(by(council.amina).error().field, "note");
    command.rule = "No such rule";
    EXPECT_FALSE(by(council.amina));
    CensusNote note = council.explain("8540");
    auto answered = [&](const Actor& actor, int version) {
        return council.act(actor, [&](Work& work) { return answer_note(work, note.id, version, {}); });
    };
    EXPECT_EQ(answered(council.amina, 1).error().because, Because::forbidden);
    EXPECT_EQ(answered(council.manager, 1).error().because, Because::forbidden) << "a manager is not the data team";
    EXPECT_EQ(answered(council.analyst, 7).error().because, Because::stale);
    EXPECT_TRUE(answered(council.administrator, 1));
    EXPECT_EQ(answered(council.analyst, 2).error().because, Because::conflict);
}

TEST(CensusReadiness, counts_children_rules_and_workers_and_keeps_the_figures_once_a_day) {
    Recording council;
    council.refer();
    Readiness ready = council.today();
    EXPECT_EQ(ready.children(), 1u);
    EXPECT_EQ(ready.episodes(), 1u);
    for (const ReadinessLine& each : ready.lines)
        EXPECT_EQ(each.worker, council.amina.id);
    EXPECT_EQ(ready.of(council.team.id).lines.size(), ready.lines.size());
    EXPECT_TRUE(ready.of(TeamId(council.ids())).lines.empty());
    keep_figures_of_today(*council.service);
    auto rows = council.rows<store::CensusDay>("ORDER BY rule");
    ASSERT_EQ(rows.size(), ready.lines.size() + 1) << "one for each rule, one for all";
    council.answer(council.explain("8540"), {CensusAnswer::accepted, ""});
    keep_figures_of_today(*council.service);
    EXPECT_EQ(council.rows<store::CensusDay>("ORDER BY rule").size(), rows.size());
    EXPECT_EQ(council.rows<store::CensusDay>("WHERE rule = '-' ORDER BY rule")[0].explained, 0) << "once a day";
}

TEST(CensusReadiness, is_compared_with_a_week_ago) {
    Recording council;
    council.refer();
    keep_figures_of_today(*council.service);
    int before = static_cast<int>(council.open_now());
    council.answer(council.explain("8540"), {CensusAnswer::accepted, ""});
    auto week_ago = [&](Date day) {
        return council.see([&](store::Reader& reader) { return open_a_week_ago(reader, 2027, {}, day); });
    };
    Date today = london_date(council.now);
    EXPECT_FALSE(week_ago(today)) << "nothing is so old";
    council.now += std::chrono::days(7);
    keep_figures_of_today(*council.service);
    auto then = week_ago(today + std::chrono::days(7));
    ASSERT_TRUE(then);
    int sum = 0;
    for (const auto& [rule, open] : *then)
        sum += open;
    EXPECT_EQ(sum, before);
    auto weeks = council.see([&](store::Reader& reader) {
        return figures_by_week(reader, 2027, council.team.id, today + std::chrono::days(7), 8);
    });
    ASSERT_EQ(weeks.size(), 2u);
    EXPECT_EQ(weeks[0].open, before - 1);
    EXPECT_EQ(weeks[0].explained, 1);
    EXPECT_EQ(weeks[1].open, before);
}

TEST(CensusFile, is_for_those_who_check_every_teams_returns) {
    Recording council;
    council.refer();
    auto year = returns::cin::census_year(2027);
    EXPECT_EQ(census_file(*council.service, council.manager, year).error().because, Because::forbidden);
    EXPECT_EQ(census_file(*council.service, council.amina, year).error().because, Because::forbidden);
    auto unnumbered = census_file(*council.service, council.analyst, year);
    ASSERT_FALSE(unnumbered) << "the record does not say the authority’s number";
    EXPECT_EQ(unnumbered.error().because, Because::conflict);
}

std::string text_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

/// Whatever writes cannot even name a rule: the rules run when a page is shown, and in the minute's figures.
TEST(CensusRules, are_never_run_by_what_writes) {
    int read = 0;
    for (const auto& each :
         std::filesystem::directory_iterator(std::filesystem::path(KITH_SOURCE_DIR) / "src/actions")) {
        std::string name = each.path().filename(), text = text_of(each.path());
        if (name.starts_with("census") || each.path().extension() != ".cpp") continue;
        for (const char* runs : {"returns/cin/validate", "returns/cin/child_findings", "returns/cin/rule"})
            EXPECT_EQ(text.find(runs), std::string::npos) << name;
        EXPECT_EQ(text.find("actions/census"), std::string::npos) << name;
        ++read;
    }
    EXPECT_GT(read, 20);
    std::string own = text_of(std::filesystem::path(KITH_SOURCE_DIR) / "src/actions/census_recording.cpp");
    for (std::size_t at = own.find("(Work& work"); at != std::string::npos; at = own.find("(Work& work", at + 1)) {
        std::string body = own.substr(at, own.find("\n}\n", at) - at);
        EXPECT_EQ(body.find("census_findings_today"), std::string::npos);
        EXPECT_EQ(body.find("child_findings"), std::string::npos);
        EXPECT_EQ(body.find("child_history"), std::string::npos);
    }
}

TEST(CensusRules, that_find_something_stop_no_write) {
    Recording council;
    council.refer();
    EXPECT_FALSE(council.found_by(council.amina).empty());
    auto entries = [&] {
        return council.see(
            [](store::Reader& reader) { return *reader.scalar<std::int64_t>("SELECT count(*) FROM journal_entry"); });
    };
    auto before = entries();
    council.found_by(council.amina);
    council.today();
    keep_figures_of_today(*council.service);
    EXPECT_EQ(entries(), before) << "looking writes nothing into the record";
    EXPECT_TRUE(council.rows<CensusNote>("ORDER BY id").empty());
}

}  // namespace
