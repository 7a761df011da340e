// Our macros against the examples that GOV.UK Frontend ships with each component: same markup, white space and the
// order of attributes apart. What we do not support is a list by name with the reason, and may only shrink.
//
// One thing we add: fields in error carry aria-invalid="true".
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "web/support/govuk_examples.h"
#include "web/support/html_tokens.h"

namespace kith::web {
namespace {

std::string file(const std::string& path) {
    std::ifstream stream(std::string(KITH_SOURCE_DIR) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Every component that we draw.
const Drawers& drawers() {
    static const Drawers all = [] {
        Drawers joined;
        for (Drawers family :
             {form_drawers(), choice_drawers(), record_drawers(), message_drawers(), navigation_drawers()})
            joined.merge(family);
        return joined;
    }();
    return all;
}

/// "component | example | reason", one a line.
std::set<std::string> not_supported() {
    std::set<std::string> names;
    std::istringstream lines(file("tests/web/components_not_supported.txt"));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::size_t first = line.find(" | ");
        std::size_t second = line.find(" | ", first + 3);
        if (second == std::string::npos || line.size() < second + 10) ADD_FAILURE() << "No reason is given: " << line;
        names.insert(line.substr(0, second));
    }
    return names;
}

std::string without_our_addition(std::string html) {
    constexpr std::string_view ours = " aria-invalid=\"true\"";
    for (std::size_t at = html.find(ours); at != std::string::npos; at = html.find(ours, at))
        html.erase(at, ours.size());
    return html;
}

std::vector<std::string> components() {
    std::vector<std::string> names;
    for (const auto& [name, drawer] : drawers())
        names.push_back(name);
    return names;
}

class EachComponent : public testing::TestWithParam<std::string> {};

TEST_P(EachComponent, write_the_markup_of_each_example_or_are_on_the_list) {
    const std::string& component = GetParam();
    std::set<std::string> listed = not_supported();
    std::string source = file("node_modules/govuk-frontend/dist/govuk/components/" + component + "/fixtures.json");
    ASSERT_FALSE(source.empty()) << "the npm packages are missing";
    int same = 0;
    json::value fixtures = json::parse(source);
    for (const json::value& example : fixtures.at("fixtures").as_array()) {
        const Options& one = example.as_object();
        if (flag(one, "hidden")) continue;
        std::string name = component + " | " + text(one, "name");
        std::string ours = normalised(without_our_addition(drawers().at(component)(part(one, "options")).markup()));
        std::string theirs = normalised(text(one, "html"));
        bool excused = listed.erase(name) > 0;
        if (ours == theirs) {
            ++same;
            EXPECT_FALSE(excused) << name << " is supported now: take it off the list.";
        } else if (!excused) {
            EXPECT_EQ(ours, theirs) << name;
        }
    }
    EXPECT_GT(same, 0);
    for (const std::string& name : listed) {
        EXPECT_NE(name.substr(0, component.size() + 3), component + " | ") << "There is no such example: " << name;
    }
}

TEST(Components, are_written_or_listed_for_every_component_of_the_package) {
    std::set<std::string> listed = not_supported();
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::string(KITH_SOURCE_DIR) + "/node_modules/govuk-frontend/dist/govuk/components")) {
        if (!entry.is_directory()) continue;
        std::string name = entry.path().filename();
        bool written = drawers().count(name) > 0;
        EXPECT_NE(written, listed.count(name + " | *") > 0) << name;
        ++seen;
    }
    EXPECT_GE(seen, 39u);
}

INSTANTIATE_TEST_SUITE_P(GovukFrontend, EachComponent, testing::ValuesIn(components()), [](const auto& one) {
    std::string name = one.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace kith::web
