#include "cli/policy_command.h"

#include "actions/duties.h"
#include "actions/policy.h"
#include "cli/cli_world.h"
#include "store/policy_store.h"
#include "store/process_store.h"

namespace kith {
namespace {

using namespace tests;
using testing::HasSubstr;

const std::string stricter =
    "authority = \"Northmoor\"\nfrom = 2026-11-01\nbank_holidays = [2026-11-27]\n[timescales]\n"
    "complete_assessment = \"30 working days\"\n";
const std::string northmoor =
    "authority = \"Northmoor\"\nfrom = 2026-12-01\nbank_holidays = [2027-05-10]\n[timescales]\n"
    "hold_core_group = \"4 weeks\"\n";
const std::string faulty = "authority = \"Northmoor\"\n[timescales]\ncomplete_assessment = \"50 working days\"\n";

class PolicyFile : public testing::Test {
  protected:
    Ran policy(const std::string& word, const std::string& text, const std::vector<std::string>& where = {}) {
        return world.run(cli::run_policy, {word, world.file("policy.toml", text)}, where);
    }

    CliWorld world;
};

TEST_F(PolicyFile, that_holds_prints_what_it_would_change) {
    Ran checked = policy("check", northmoor);
    EXPECT_EQ(checked.code, 0);
    EXPECT_EQ(
        checked.out,
        "Northmoor from 2026-12-01\nbank holiday 2027-05-10\nhold_core_group 4 weeks (the rulebook says 6 weeks)\n");
    EXPECT_EQ(checked.err, "");
}

TEST_F(PolicyFile, with_faults_prints_each_on_a_line_and_nothing_on_out) {
    for (const char* word : {"check", "apply"}) {
        Ran refused = policy(word, faulty);
        EXPECT_EQ(refused.code, 1);
        EXPECT_EQ(refused.out, "");
        EXPECT_EQ(std::count(refused.err.begin(), refused.err.end(), '\n'), 2);
    }
}

TEST_F(PolicyFile, that_is_not_there_or_not_named_is_refused) {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{},
                                               {"mend"},
                                               {"check"},
                                               {"check", "/nowhere/at/all.toml"},
                                               {"check", "/"},
                                               {"check", "a", "b"},
                                               {"check", "a", "--data", "b"},
                                               {"apply"},
                                               {"apply", "a", "b"},
                                               {"apply", "/nowhere/at/all.toml", "--data", world.path("none")}})
        expect_refused(world.run(cli::run_policy, arguments, {}));
    expect_refused(policy("apply", northmoor, {"--data", world.path("none")}));
    EXPECT_FALSE(std::filesystem::exists(world.path("none")));
    EXPECT_EQ(world.run(cli::run_policy, {"--help"}, {}).code, 0);
}

enum class On { sqlite, postgres };

class AppliedPolicy : public PolicyFile, public testing::WithParamInterface<On> {
  protected:
    void SetUp() override {
        auto& cluster = support::PostgresCluster::shared();
        if (GetParam() == On::postgres)
            where = {"--database", cluster.as_superuser(cluster.fresh_database()), "--data", world.path("keys")};
        else
            where = {"--data", world.path("data")};
        ASSERT_EQ(world.run(cli::run_demo, {"--children", "3"}, where).code, 0);
        auto options = cli::read_database_options(where);
        store = std::move(*cli::open_record(*options));
    }
    actions::Service service() {
        cli::Environment environment{[this] { return world.now; }, [this] { return world.ids(); }, in, out, out};
        return cli::service_over(*store, environment);
    }
    /// The duty to complete an assessment, for a child whose referral was today.
    core::OpenDuty open_duty() {
        auto service = this->service();
        core::Actor somebody{.id = core::StaffId(world.ids())};
        auto duty = actions::perform(service, somebody, [](actions::Work& work) -> Result<core::OpenDuty> {
            const auto* clock =
                core::clock_in_force(work.service.rulebook, core::Duty::complete_assessment, work.today);
            core::PersonId child = work.new_id<core::PersonId>();
            auto rows = actions::after(work, *clock->starts.begin(),
                                       {core::RecordKind::person, child, child, work.actor.id, {}},
                                       {.date = work.today, .at = work.now});
            work.store.save(core::happened::timeline_noted, child, rows);
            for (const auto& row : rows)
                if (row.duty == core::Duty::complete_assessment) return row;
            return refuse(Because::not_found, "", "No duty was opened.");
        });
        EXPECT_TRUE(duty) << duty.error().sentence;
        return *duty;
    }
    std::vector<core::AppliedPolicy> applied() {
        return store->read([](store::Reader& reader) {
            return reader.list<core::AppliedPolicy>("ORDER BY applied_at NULLS LAST, id");
        });
    }

    std::vector<std::string> where;
    std::unique_ptr<store::Store> store;
    std::istringstream in;
    std::ostringstream out;
};

INSTANTIATE_TEST_SUITE_P(Kept, AppliedPolicy, testing::Values(On::sqlite, On::postgres),
                         [](const auto& at) { return at.param == On::sqlite ? "in_sqlite" : "in_postgresql"; });

TEST_P(AppliedPolicy, changes_the_due_date_of_a_new_duty_and_not_of_an_open_one) {
    auto before = open_duty();
    EXPECT_EQ(actions::policy_hash(service(), london_date(world.now)), "");
    Ran ran = policy("apply", stricter, where);
    ASSERT_EQ(ran.code, 0) << ran.err;
    auto after = open_duty();
    EXPECT_EQ(iso(before.due), "2027-01-28");  // 45 working days
    EXPECT_EQ(iso(after.due), "2027-01-08");   // 30, and one more holiday
    auto kept = store->read([&](store::Reader& reader) { return reader.find<core::OpenDuty>(before.id); });
    EXPECT_EQ(kept->due, before.due);

    ASSERT_EQ(applied().size(), 1u);
    EXPECT_THAT(ran.out, testing::EndsWith("applied " + applied()[0].hash + "\n"));
    EXPECT_EQ(actions::policy_hash(service(), london_date(world.now)), applied()[0].hash);
    Ran verified = world.run(cli::run_journal, {"verify"}, where);
    EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
}

TEST_P(AppliedPolicy, rules_from_its_first_day_on) {
    ASSERT_EQ(policy("apply", stricter, where).code, 0);
    world.now += std::chrono::hours(1);
    ASSERT_EQ(policy("apply", northmoor, where).code, 0);
    ASSERT_EQ(applied().size(), 2u);
    EXPECT_EQ(iso(service().policy.from), "2026-11-01");
    world.now = from_london(*parse_date("2026-12-01"), std::chrono::hours(9));
    EXPECT_EQ(iso(service().policy.from), "2026-12-01");
    EXPECT_EQ(service().policy.lengths.size(), 1u);
    EXPECT_FALSE(service().days.is_working_day(*parse_date("2027-05-10")));
    EXPECT_EQ(actions::policy_hash(service(), *parse_date("2026-12-01")), applied()[1].hash);
}

TEST_P(AppliedPolicy, is_journalled_once_with_who_decided_it) {
    Ran added =
        world.run(cli::run_user, {"add", "--sign-in", "ann.vale", "--name", "Ann Vale", "--role", "administrator"},
                  where, "three or four words\n");
    ASSERT_EQ(added.code, 0) << added.err;
    auto by = where;
    by.insert(by.end(), {"--by", "ann.vale"});
    ASSERT_EQ(policy("apply", stricter, by).code, 0);
    ASSERT_EQ(policy("apply", stricter, by).code, 0);
    ASSERT_EQ(applied().size(), 1u);
    EXPECT_FALSE(applied()[0].applied_by.is_nil());
    by.back() = "nobody.here";
    expect_refused(policy("apply", northmoor, by));
}

TEST_P(AppliedPolicy, comes_back_with_a_replay) {
    ASSERT_EQ(policy("apply", stricter, where).code, 0);
    ASSERT_EQ(world.run(cli::run_journal, {"replay", "--into", world.path("copy")}, where).code, 0);
    auto kept = applied();
    store = std::move(
        *cli::open_record(*cli::read_database_options(std::vector<std::string>{"--data", world.path("copy")})));
    ASSERT_EQ(applied().size(), 1u);
    EXPECT_EQ(applied()[0].text, kept[0].text);
}

}  // namespace
}  // namespace kith
