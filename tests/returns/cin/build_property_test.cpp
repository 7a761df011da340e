// Whatever happens to a child in an order that practice allows, the file of any year has no error in it.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "returns/cin/build.h"
#include "returns/cin/validate.h"
#include "support/history_builder.h"

using namespace kith;
using namespace kith::core;
using namespace kith::returns;

namespace {

/// A child's way through the service, from day to day; it may stop anywhere.
class Walk {
  public:
    test::HistoryBuilder history;

    Walk() {
        history.it.child.pupil_number = "B801200005001";
        for (int episodes = up_to(3); episodes >= 0; --episodes)
            if (!episode()) return;
    }

  private:
    static int up_to(int most) { return *rc::gen::inRange(0, most + 1); }
    static bool perhaps() { return up_to(2) > 0; }
    std::string on() const { return iso(day_); }
    void pass(int least, int most) { day_ += std::chrono::days(least + up_to(most - least)); }
    void pass_to_weekday(int least, int most) {
        pass(least, most);
        while (std::chrono::weekday(day_) == std::chrono::Saturday || std::chrono::weekday(day_) == std::chrono::Sunday)
            day_ += std::chrono::days(1);
    }

    bool episode() {
        pass(1, 300);
        if (!perhaps()) {
            history.referred(on(), ReferralDecision::no_further_action);
            return true;
        }
        history.referred(on());
        if (perhaps() && !assess()) return false;
        if (perhaps() && !help()) return false;
        if (perhaps() && !protect()) return false;
        if (!perhaps()) return false;
        pass(1, 60);
        history.closed(on());
        return true;
    }
    bool assess() {
        pass(0, 5);
        std::string from = on();
        pass(0, 90);
        bool authorised = perhaps();
        history.assessed(from, authorised ? on() : "");
        pass(1, 20);
        return authorised;
    }
    bool help() {
        std::string from = on();
        pass(1, 400);
        bool ended = perhaps();
        history.helped(from, ended ? on() : "");
        return ended;
    }
    bool protect() {
        pass(1, 20);
        history.enquired(on());
        pass(1, 20);
        if (!perhaps()) return false;
        if (!perhaps()) {
            history.endorsed(on());
            return true;
        }
        history.endorsed(on(), AfterEnquiry::initial_conference);
        pass_to_weekday(1, 20);
        history.conferred(on());
        return !perhaps() || plan();
    }
    bool plan() {
        std::string from = on();
        bool ended = perhaps();
        std::size_t at = history.it.protection_plans.size();
        history.protected_from(from);
        for (int reviews = up_to(4); reviews >= 0; --reviews) {
            pass_to_weekday(80, 180);
            if (ended || reviews > 0) history.conferred(on(), ConferenceKind::review);
        }
        if (ended) history.it.protection_plans[at].plan.ended_on = day_;
        pass(1, 10);
        return ended;
    }

    Date day_ = *parse_date("2022-02-01");
};

std::string errors_in(const cin::Child& child, const cin::CensusYear& year) {
    std::string errors;
    cin::Header header = cin::build_header(year, {"801", {}, ""});
    cin::Checker checker(header, *cin::basis_of(header, {}), [&](cin::Finding&& finding) {
        if (finding.rule->severity() == cin::Severity::error)
            errors += std::string(finding.rule->code) + " " + finding.element + " " + finding.value + "\n";
    });
    checker.child(child);
    return errors;
}

}  // namespace

TEST(CensusOfAnyHistory, that_practice_allows_has_no_errors_in_any_year) {
    const WorkingDays calendar = WorkingDays::england_and_wales();
    EXPECT_TRUE(rc::check([&] {
        Walk walk;
        for (int year = 2023; year <= 2028; ++year) {
            cin::CensusYear census = cin::census_year(year);
            cin::BuiltChild built = cin::build_child(walk.history.it, census, calendar);
            if (built.child) RC_ASSERT(errors_in(*built.child, census) == "");
        }
    }));
}

TEST(CensusOfAnyHistory, reports_every_referral_in_the_year_of_its_day) {
    const WorkingDays calendar = WorkingDays::england_and_wales();
    EXPECT_TRUE(rc::check([&] {
        Walk walk;
        for (int year = 2022; year <= 2030; ++year) {
            cin::CensusYear census = cin::census_year(year);
            std::size_t of_the_year = 0, reported = 0;
            for (const Referral& each : walk.history.it.referrals)
                of_the_year += census.holds(timescale_starts(each));
            cin::BuiltChild built = cin::build_child(walk.history.it, census, calendar);
            if (built.child)
                for (const cin::Episode& each : built.child->episodes)
                    reported += census.holds(*each.referral.value);
            RC_ASSERT(reported == of_the_year);
        }
    }));
}
