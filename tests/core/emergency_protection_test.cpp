#include "core/emergency_protection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/protection_support.h"

namespace {

using namespace kith;
using namespace kith::core;
using namespace std::chrono_literals;
using core::tests::day;
using testing::HasSubstr;
using testing::IsEmpty;

const WorkingDays days = WorkingDays::england_and_wales();

Instant at(std::string_view date, std::chrono::minutes time) {
    return from_london(day(date), time);
}

const Actor dana{.id = core::tests::id<StaffId>(7), .name = "Dana Whitlock", .role = Role::out_of_hours};

EmergencyProtection taken(Instant when) {
    EmergencyProtection of;
    of.began_at = when;
    return of;
}

EmergencyProtection order(Instant when, std::optional<Instant> sealed) {
    EmergencyProtection of = taken(when);
    of.power = EmergencyPower::emergency_protection_order;
    of.sealed_until = sealed;
    return of;
}

constexpr Clock hours_72{.limit = hours(72), .warn = {hours(0), before(hours(24)), before(hours(6))}};
constexpr Clock days_8{.limit = days_counting_the_first(8), .warn = days_counting_the_first(5)};

Instant counted(const EmergencyProtection& of, std::optional<Date> first_day = {}) {
    bool police = of.power == EmergencyPower::police_protection;
    return counted_until(of, police ? hours_72 : days_8, days, first_day);
}

std::string says_differs(const EmergencyProtection& of) {
    return difference(of, counted(of), days);
}

TEST(EmergencyProtection, begins_with_child_power_and_time_and_asks_for_the_rest_afterwards) {
    Person child = core::tests::amara();
    Instant when = at("2026-11-20", 22h);
    auto started = start_emergency_protection({EmergencyPower::police_protection, when}, child, {}, dana, when + 1h);
    ASSERT_TRUE(started) << started.error().sentence;
    EXPECT_EQ(missing_from(*started).size(), 3u) << "who decides, the police, the court's route";
    started->power = EmergencyPower::emergency_protection_order;
    EXPECT_EQ(missing_from(*started)[1].field, "sealed_until");
}

TEST(EmergencyProtection, is_refused_only_where_it_cannot_have_happened) {
    Person child = core::tests::amara();
    Instant when = at("2026-11-20", 22h);
    StartEmergencyProtection command{EmergencyPower::police_protection, when};
    EXPECT_EQ(start_emergency_protection(command, child, {}, dana, when - 1h).error().field, "at");
    std::vector running{taken(when - 1h)};
    EXPECT_EQ(start_emergency_protection(command, child, running, dana, when).error().because, Because::conflict);
    command.power = EmergencyPower::emergency_protection_order;
    EXPECT_TRUE(start_emergency_protection(command, child, running, dana, when)) << "an order follows";
    child.died_on = day("2026-11-01");
    EXPECT_FALSE(start_emergency_protection(command, child, {}, dana, when));
}

TEST(EmergencyProtection, of_the_police_ends_72_hours_later_and_an_order_with_its_eighth_day) {
    EXPECT_EQ(long_time(counted(taken(at("2026-11-20", 22h)))), "23 November 2026 at 10:00pm");
    EXPECT_EQ(hour_in_words(counted(order(at("2026-11-20", 15h), {}))), "the end of Friday 27 November 2026");
    EmergencyProtection asked = order(at("2026-11-20", 15h), {});
    asked.asked_for_by_police = Answer::yes;
    EXPECT_EQ(counted(asked, day("2026-11-18")), at("2026-11-26", 0h)) << "section 45(3)";
    asked.asked_for_by_police = Answer::no;
    EXPECT_EQ(counted(asked, day("2026-11-18")), at("2026-11-28", 0h));
}

TEST(EmergencyProtection, lasts_as_long_as_the_order_says_and_not_as_we_count) {
    EmergencyProtection of = order(at("2026-11-20", 15h), at("2026-11-24", 17h));
    EXPECT_EQ(lasts_until(of, counted(of)), at("2026-11-24", 17h));
    of.extended_until = at("2026-12-01", 17h);
    EXPECT_EQ(lasts_until(of, counted(of)), at("2026-12-01", 17h));
}

TEST(EmergencyProtection, says_where_the_sealed_order_and_the_count_differ) {
    Instant made = at("2026-11-20", 15h);
    EXPECT_THAT(says_differs(order(made, at("2026-11-27", 17h))), IsEmpty()) << "any hour of the eighth day";
    EXPECT_THAT(says_differs(order(made, at("2026-11-28", 0h))), IsEmpty()) << "midnight at its end";
    EXPECT_THAT(says_differs(order(made, at("2026-11-25", 17h))), HasSubstr("what is sealed holds"));
    EXPECT_THAT(says_differs(order(made, at("2026-11-30", 17h))), HasSubstr("No order is longer than 8 days"));
    EXPECT_THAT(says_differs(order(made, {})), IsEmpty()) << "nothing to compare yet";
}

TEST(EmergencyProtection, knows_the_noon_that_a_court_may_name_after_a_sunday_or_a_holiday) {
    Instant on_a_sunday = at("2026-11-22", 15h);  // and so its eighth day is one
    EXPECT_THAT(says_differs(order(on_a_sunday, at("2026-11-30", 12h))), IsEmpty());
    EXPECT_THAT(says_differs(order(on_a_sunday, at("2026-11-30", 13h))), HasSubstr("No order"));
    Instant before_christmas = at("2026-12-18", 15h);  // its eighth day is Christmas Day; 26 December is a Saturday
    EXPECT_THAT(says_differs(order(before_christmas, at("2026-12-26", 12h))), IsEmpty());
}

TEST(EmergencyProtection, is_decided_on_before_the_last_court_sitting_and_at_once_where_none_is) {
    auto by = [](Instant began) {
        EmergencyProtection of = taken(began);
        return long_time(decide_on_order_by(of, began + 48h, counted(of), days));
    };
    EXPECT_EQ(by(at("2026-11-20", 22h)), "22 November 2026 at 10:00pm") << "48 hours, on a Sunday";
    EXPECT_EQ(by(at("2026-11-19", 23h)), "20 November 2026 at 10:00am") << "Friday is the last sitting before Sunday";
    EXPECT_EQ(by(at("2026-12-24", 16h)), "24 December 2026 at 4:00pm") << "Christmas: only the out-of-hours route";
    EXPECT_FALSE(last_court_sitting(at("2026-12-24", 16h), at("2026-12-27", 16h), days));
}

TEST(EmergencyProtection, warns_at_the_start_at_the_last_sitting_and_24_and_6_hours_before_the_end) {
    EmergencyProtection of = taken(at("2026-11-20", 22h));
    std::vector<std::string> lines;
    for (const EmergencyWarning& each : warnings_of(of, hours_72, counted(of), days))
        lines.push_back(long_time(each.at) + ": " + each.says);
    EXPECT_THAT(lines, testing::ElementsAre(
                           "20 November 2026 at 10:00pm: It began", "22 November 2026 at 10:00pm: 24 hours left",
                           "23 November 2026 at 10:00am: The last court sitting before it ends begins",
                           "23 November 2026 at 4:00pm: 6 hours left", "23 November 2026 at 10:00pm: The time is up"));
}

TEST(EmergencyProtection, says_how_long_it_still_lasts) {
    Instant until = at("2026-11-23", 22h);
    EXPECT_EQ(time_left(until, until - 31h), "31 hours left");
    EXPECT_EQ(time_left(until, until - 61min), "1 hour left");
    EXPECT_EQ(time_left(until, until - 59min), "Less than an hour left");
    EXPECT_EQ(time_left(until, until), "The time is up");
    EXPECT_EQ(time_left(until, until + 2h), "The time was up 2 hours ago");
}

TEST(EmergencyProtection, ends_once_after_it_began_and_as_its_power_can_end) {
    EmergencyProtection of = taken(at("2026-11-20", 22h));
    Instant now = at("2026-11-22", 12h);
    auto end = [&](EmergencyEnd how, Instant when) {
        return end_emergency_protection(of, {how, when, ""}, dana.id, now);
    };
    EXPECT_EQ(end(EmergencyEnd::released, at("2026-11-20", 21h)).error().field, "at");
    EXPECT_EQ(end(EmergencyEnd::released, now + 1h).error().field, "at");
    EXPECT_EQ(end(EmergencyEnd::discharged, now).error().field, "end");
    auto ended = end(EmergencyEnd::released, now);
    ASSERT_TRUE(ended);
    EXPECT_EQ(end_emergency_protection(*ended, {EmergencyEnd::released, now, ""}, dana.id, now).error().because,
              Because::conflict);
}

TEST(EmergencyProtection, an_order_is_decided_on_with_reasons_and_may_be_decided_again) {
    EmergencyProtection of = taken(at("2026-11-20", 22h));
    Instant now = of.began_at + 1h;
    EXPECT_EQ(decide_on_order(of, OrderDecision::ask_the_court, " ", dana, now).error().field, "why");
    EXPECT_EQ(decide_on_order(of, OrderDecision::not_yet, "Later.", dana, now).error().field, "decision");
    auto first = decide_on_order(of, OrderDecision::no_order, "Grandmother has come.", dana, now);
    ASSERT_TRUE(first);
    EXPECT_TRUE(decide_on_order(*first, OrderDecision::ask_the_court, "She left.", dana, now + 2h));
}

TEST(EmergencyProtection, no_expiry_is_before_the_beginning) {
    EmergencyProtection of = order(at("2026-11-20", 15h), {});
    EXPECT_EQ(write_emergency_protection(of, {.sealed_until = at("2026-11-20", 14h)}).error().field, "sealed_until");
    EXPECT_TRUE(write_emergency_protection(of, {.sealed_until = at("2026-12-20", 14h)}))
        << "never rejected: questioned";
}

}  // namespace
