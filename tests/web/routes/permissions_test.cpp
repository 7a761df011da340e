// docs/permissions.md is made of the two tables that decide: what each role may do, and who may ask for each address.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "base/text.h"
#include "core/process.h"
#include "core/staff.h"
#include "web/app.h"

namespace kith::tests {

using namespace core;

static std::string role_table() {
    std::string text = "| act |";
    for (Role role : all_values<Role>())
        text += " " + plain(word(role)) + " |";
    text += "\n|---|" + [] {
        std::string lines;
        for ([[maybe_unused]] Role role : all_values<Role>())
            lines += "---|";
        return lines;
    }();
    for (Act act : all_values<Act>()) {
        text += "\n| " + plain(word(act)) + " |";
        for (Role role : all_values<Role>()) {
            Reach reached = reach(role, act);
            text += reached == Reach::nobody ? "  |" : fmt::format(" {} |", plain(word(reached)));
        }
    }
    return text + "\n";
}

static std::string route_table() {
    std::string text = "| method | address | who |\n|---|---|---|\n";
    std::istringstream lines(web::route_matrix());
    for (std::string line; std::getline(lines, line);) {
        auto space = line.find(' ');
        auto colon = line.rfind(": ");
        text += fmt::format("| {} | `{}` | {} |\n", line.substr(0, space), line.substr(space + 1, colon - space - 1),
                            plain(line.substr(colon + 2)));
    }
    return text;
}

static std::string whole_text() {
    return "# Who may do what\n\n"
           "Made of the tables that decide, `core/staff.cpp` and the route tables of `web/`; a test holds this page "
           "against\nthem. A role says what, a reach says whose: the children somebody works with, their team's, or "
           "everyone's. For an\naddress that names a record, the action asks again whether this person may do it with "
           "this record, and answers as if\nthere were none when not.\n\n## Roles\n\n" +
           role_table() + "\n## Addresses\n\n" + route_table();
}

TEST(Permissions, stand_in_the_document_as_they_are_decided) {
    std::ifstream file(KITH_SOURCE_DIR "/docs/permissions.md");
    std::stringstream written;
    written << file.rdbuf();
    if (written.str() == whole_text()) return;
    std::ofstream(KITH_BINARY_DIR "/permissions.md") << whole_text();
    ADD_FAILURE() << "docs/permissions.md is out of date: look at the difference with " KITH_BINARY_DIR
                     "/permissions.md and copy it";
}

TEST(Permissions, name_a_rule_for_every_address) {
    std::istringstream lines(web::route_matrix());
    for (std::string line; std::getline(lines, line);)
        EXPECT_FALSE(line.substr(line.rfind(": ") + 2).empty()) << line;
}

}  // namespace kith::tests
