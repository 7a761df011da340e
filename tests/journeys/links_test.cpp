// Nobody is shown a way that they may not go: every link on every page, as every role.
#include <gtest/gtest.h>

#include <set>

#include "support/invented_council.h"

namespace {

using namespace kith;
using namespace kith::tests;

class Links : public ::testing::Test, public InventedCouncil {};

/// May this role open an address of that pattern, as far as its role goes?
bool may_open(core::Role role, const std::string& pattern) {
    for (const RouteLine& route : routes_of("GET"))
        if (route.pattern == pattern)
            if (auto act = parse_word<core::Act>(route.who)) return core::may(role, *act);
    return true;
}

core::Role role_of(const std::string& user) {
    for (const cli::DemoStaff& staff : cli::demo_staff())
        if (staff.sign_in_name == user) return staff.role;
    throw std::runtime_error("nobody is called " + user);
}

/// The children of conferences first: a chair sees nobody else's.
std::vector<std::string> with_conferences(InventedCouncil& council) {
    std::vector<std::string> from;
    for (const std::string& child : council.ids("SELECT DISTINCT child FROM conference_child ORDER BY child"))
        from.push_back("/children/" + child);
    for (std::string& each : beginnings(council))
        from.push_back(std::move(each));
    return from;
}

TEST_F(Links, lead_nobody_to_a_page_that_their_role_may_not_open) {
    for (const std::string& user : one_of_each_role()) {
        std::set<std::string> closed, opened;
        core::Role role = role_of(user);
        crawl(as(user), with_conferences(*this), 12, [&](const std::string&, const std::string& pattern) {
            if (as(user).status() != 200) return;
            opened.insert(pattern);
            for (const std::string& link : links_of(as(user).body()))
                if (std::string to = pattern_of("GET", link); !may_open(role, to))
                    closed.insert(pattern + " shows a link to " + to);
        });
        bool has_children = role == core::Role::social_worker || role == core::Role::conference_chair;
        EXPECT_TRUE(!has_children || opened.contains("/children/{id}"))
            << user << " came to no child: nothing was seen";
        for (const std::string& each : closed)
            ADD_FAILURE() << user << ": " << each;
    }
}

}  // namespace
