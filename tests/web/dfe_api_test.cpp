// The page of the daily API: who may see it, what it says when nothing was sent, and whose names it shows.
#include <gtest/gtest.h>

#include "store/dfe_submission_store.h"
#include "store/secrets.h"
#include "store/sign_in_store.h"
#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using namespace std::chrono_literals;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

class DailyData : public ::testing::Test {
  protected:
    DailyData() {
        static const std::string hash = store::hash_password(password);
        put(store::StaffPassword{council.worker.id, hash, council.now});
        put(store::StaffPassword{council.manager.id, hash, council.now});
        core::Staff administrator;
        administrator.name = "Ade Poole";
        administrator.sign_in_name = "ade";
        administrator.role = core::Role::administrator;
        administrator.team = council.team.id;
        EXPECT_TRUE(
            council.as(core::Actor{.name = "Setting up", .role = core::Role::administrator}, [&](actions::Work& work) {
                return actions::add_staff(work, {administrator, hash});
            }));
    }
    template <class Row>
    void put(const Row& row) {
        (void)council.store->write({{}, council.now}, [&](store::Writer& writer) -> Result<void> {
            writer.put(row);
            return {};
        });
    }
    void refused(const core::Person& child, const std::string& number) {
        put(store::DfeSubmission{.child = child.id,
                                 .number = number,
                                 .payload = "{}",
                                 .status = store::SubmissionStatus::error,
                                 .changed_at = council.now,
                                 .error = "400 <b>no</b>"});
    }
    SmallCouncil council;
    web::App app{*council.service};
    Visitor visitor{app};
};

TEST_F(DailyData, is_not_for_a_social_worker_and_says_when_nothing_was_sent) {
    visitor.sign_in("dana", std::string(password));
    visitor.open("/returns/dfe-api");
    EXPECT_EQ(visitor.status(), 403);
    visitor.cookie.clear();
    visitor.sign_in("priya", std::string(password));
    visitor.open("/returns/dfe-api");
    EXPECT_EQ(visitor.status(), 200);
    EXPECT_TRUE(visitor.sees("Nothing has been built or sent yet."));
}

TEST_F(DailyData, shows_runs_with_their_answers_and_names_only_children_whom_this_person_may_read) {
    core::Person child;
    child.given_name = "Amara";
    child = council.add_child(child);
    refused(child, "M0042");
    put(store::DfeRun{.id = RawId{{7}},
                      .kind = store::DfeRunKind::send,
                      .started_at = council.now,
                      .ended_at = council.now,
                      .by = "Command line",
                      .sent = 1204,
                      .errors = 2,
                      .batches = 13,
                      .answer = "200 received"});
    visitor.sign_in("priya", std::string(password));
    visitor.open("/returns/dfe-api");
    for (const char* seen : {"1,204 taken, 2 not taken", "Sent in 13 messages", "200 received", "M0042", ">Amara</a>",
                             "400 &lt;b&gt;no&lt;/b&gt;"})
        EXPECT_TRUE(visitor.sees(seen)) << seen;
    visitor.cookie.clear();
    visitor.sign_in("ade", std::string(password));
    visitor.open("/returns/dfe-api");
    EXPECT_TRUE(visitor.sees("M0042")) << "an administrator reads no child";
    EXPECT_FALSE(visitor.sees("Amara"));
    EXPECT_FALSE(visitor.sees("/children/"));
}

TEST_F(DailyData, says_that_the_whole_sending_failed_and_blames_no_child) {
    core::Person child;
    child.given_name = "Amara";
    child = council.add_child(child);
    put(store::DfeSubmission{.child = child.id,
                             .number = "M0042",
                             .payload = "{}",
                             .accepted = "{}",
                             .status = store::SubmissionStatus::pending,
                             .changed_at = council.now,
                             .sent_at = council.now - std::chrono::hours(24)});
    store::DfeRun failed{.id = RawId{{7}}, .kind = store::DfeRunKind::send, .answer = "503 Closed for the day"};
    failed.started_at = failed.ended_at = council.now;
    failed.ended_how = store::DfeRunEnd::failed;
    put(failed);
    put(store::DfeTurn{.run = RawId{{8}}, .by = "The clock", .since = council.now, .until = council.now + 1min});
    visitor.sign_in("priya", std::string(password));
    visitor.open("/returns/dfe-api");
    for (const char* seen :
         {"The last sending failed", "503 Closed for the day", "0 taken, then it failed",
          "Nothing is wrong with what is recorded about these children", "1 child", "A building is under way since"})
        EXPECT_TRUE(visitor.sees(seen)) << seen;
    EXPECT_FALSE(visitor.sees("Not taken")) << visitor.body();
    EXPECT_FALSE(visitor.sees("M0042"));
    failed.id = RawId{{9}};
    failed.started_at += 1h;
    failed.ended_how = store::DfeRunEnd::done;
    put(failed);
    visitor.open("/returns/dfe-api");
    EXPECT_FALSE(visitor.sees("The last sending failed")) << "the next one did not";
}

}  // namespace
