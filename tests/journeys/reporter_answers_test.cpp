// Whoever reported is told what they may be told: a professional the outcome, everybody else that it reached us.
#include "journeys/duty_worker.h"

#include "store/reporter_answer_store.h"

namespace {

using namespace kith;
using tests::DutyWorker;

/// An answer that was given at nine this morning.
http::Form this_morning(http::Form answer) {
    for (const auto& [name, value] :
         {std::pair("told_at-day", "23"), {"told_at-month", "11"}, {"told_at-year", "2026"}, {"told_at-time", "9:00"}})
        answer.add(name, value);
    return answer;
}

TEST_F(DutyWorker, a_professional_is_receipted_and_then_told_the_outcome_and_nothing_more) {
    std::string contact = two_children();
    night.open(contact + "/answers/new?what=receipt");
    EXPECT_TRUE(night.sees("It reached us."));
    night.send(contact + "/answers/new",
               this_morning({{"how", "phone"}, {"said", "Thank you, it reached us."}, {"who", "Asha"}}));
    EXPECT_TRUE(night.sees("It is recorded that they were told.")) << night.body();
    night.send(contact + "/answers/new",
               this_morning({{"what", "outcome"}, {"how", "phone"}, {"said", "All is well"}}));
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("Nothing is decided yet."));

    night.open(contact);
    night.send(contact + "/decision", {{"decision", "advice"},
                                       {"reasons", "Grandmother moved in, a secret reason"},
                                       {"told_reporter", "Advice was given to the family."}});
    night.open(contact + "/answers/new?what=outcome");
    EXPECT_TRUE(night.sees("What we decided: Advice given, no further action."));
    EXPECT_TRUE(night.sees("Amara and Kofi Okafor"));
    EXPECT_FALSE(night.sees("secret reason")) << "reasons stay here";
    night.send(contact + "/answers/new", this_morning({{"how", "email"}, {"said", "We decided: advice."}}));
    auto open = council.look([&](store::Reader& reader) {
        return reader.list<core::OpenDuty>(
            "WHERE duty IN ('acknowledge_referrer', 'tell_referrer_outcome') AND closed_at IS NULL ORDER BY id");
    });
    EXPECT_TRUE(open.empty()) << "what was owed is done";
}

TEST_F(DutyWorker, a_relative_gets_a_receipt_and_never_the_outcome) {
    std::string contact =
        record({{"reporter", "relative"}, {"reporter_name", "Ruth"}, {"worry", "Left alone at night"}});
    night.open(contact);
    night.send(contact + "/decision", {{"decision", "advice"}, {"reasons", "Spoke with the parents"}});
    EXPECT_FALSE(night.sees("Tell them what was decided"));
    auto owed = council.look([&](store::Reader& reader) {
        return reader.list<core::OpenDuty>("WHERE duty = 'tell_referrer_outcome' ORDER BY id");
    });
    EXPECT_TRUE(owed.empty());
    night.open(contact + "/answers/new?what=receipt");
    EXPECT_TRUE(night.sees("nor whether we know the family"));
    night.send(contact + "/answers/new",
               this_morning({{"what", "outcome"}, {"how", "phone"}, {"said", "All is well"}}));
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("get a receipt only"));
}

}  // namespace
