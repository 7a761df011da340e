// Whatever happens to a child in an order that practice allows, the file of any year has no error in it.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "returns/cin/build.h"
#include "returns/cin/validate.h"
#include "support/random_history.h"

using namespace kith;
using namespace kith::core;
using namespace kith::returns;

namespace {

std::string errors_in(const cin::Child& child, const cin::CensusYear& year) {
    std::string errors;
    cin::Header header = cin::build_header(year, {"801", {}, ""});
    cin::Checker checker(header, cin::basis_of(header, {}), [&](cin::Finding&& finding) {
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
        test::Walk walk;
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
        test::Walk walk;
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
