#include "http/door.h"

#include <gtest/gtest.h>

namespace kith::http {

namespace {

/// Somebody who leaves when asked, at once.
struct Guest {
    Guest(Door& door, std::string address, long since) : visit(std::make_shared<Visit>()) {
        visit->address = std::move(address);
        visit->waiting_since = since;
        visit->leave = [this, &door](Leave) {
            left = true;
            door.left(*visit);
        };
        entered = door.enter(visit);
    }
    std::shared_ptr<Visit> visit;
    bool entered = false;
    bool left = false;
};

}  // namespace

TEST(Door, lets_the_longest_waiting_of_an_address_make_room) {
    Door door(100, 2);
    Guest younger(door, "a", 20), older(door, "a", 10), elsewhere(door, "b", 1);
    Guest another(door, "a", 30);
    EXPECT_TRUE(another.entered);
    EXPECT_TRUE(older.left);
    EXPECT_FALSE(younger.left);
    EXPECT_FALSE(elsewhere.left);
}

TEST(Door, lets_the_longest_waiting_of_all_make_room) {
    Door door(2, 2);
    Guest a(door, "a", 20), b(door, "b", 10), c(door, "c", 30);
    EXPECT_TRUE(c.entered);
    EXPECT_TRUE(b.left);
    EXPECT_FALSE(a.left);
}

TEST(Door, never_asks_somebody_who_is_being_served) {
    Door door(100, 1);
    Guest served(door, "a", Visit::being_served);
    Guest another(door, "a", 5);
    EXPECT_FALSE(another.entered);
    EXPECT_FALSE(served.left);
    served.visit->waiting_since = 1;
    EXPECT_TRUE(Guest(door, "a", 6).entered);
}

TEST(Door, counts_a_proxy_in_total_only) {
    Door door(3, 1);
    const auto proxied = [&] {
        auto visit = std::make_shared<Visit>();
        visit->address = "proxy";
        visit->counted = Visit::Counted::in_total_only;
        visit->waiting_since = 1;
        visit->leave = [&door, raw = visit.get()](Leave) { door.left(*raw); };
        return visit;
    };
    const auto first = proxied(), second = proxied(), third = proxied();
    EXPECT_TRUE(door.enter(first) && door.enter(second) && door.enter(third));
    EXPECT_TRUE(Guest(door, "a", 5).entered);
}

TEST(Door, is_empty_when_all_who_were_asked_have_left) {
    Door door(10, 10);
    const auto now = std::chrono::steady_clock::now();
    EXPECT_TRUE(door.wait_until_empty(now));
    Guest a(door, "a", 1), b(door, "b", 1);
    EXPECT_FALSE(door.wait_until_empty(now));
    door.ask_all(Leave::now);
    EXPECT_TRUE(door.wait_until_empty(now));
}

}  // namespace kith::http
