// A form as our components write it, read and filled.
#include "web/rendered_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/components/components.h"

namespace {

using namespace kith;
using namespace kith::web;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string form_with(const std::string& fields, const std::string& action = "/a") {
    return "<main><h1>Page</h1><h2>Sign <b>off</b></h2><form method=\"post\" action=\"" + action +
           "\" novalidate>\n<input type=\"hidden\" name=\"csrf\" value=\"secret\">"
           "<input type=\"hidden\" name=\"version\" value=\"3\">" +
           fields + "</form></main>";
}
FilledForm fill(const SafeHtml& field, const http::Form& typed) {
    return fill_form(form_with(field.markup()), "/a", typed);
}
Difference only(const FilledForm& filled) {
    EXPECT_EQ(filled.differences.size(), 1u);
    return filled.differences.empty() ? Difference{} : filled.differences.front();
}

TEST(RenderedForm, text_goes_into_its_box_escaped_and_says_what_differs) {
    auto filled = fill(input({.name = "why", .label = "Why?", .value = "a < b"}), {{"why", "\"c\" & <d>"}});
    EXPECT_THAT(filled.page, HasSubstr("name=\"why\" type=\"text\""));
    EXPECT_THAT(filled.page, HasSubstr("value=\"&quot;c&quot; &amp; &lt;d&gt;\""));
    EXPECT_THAT(filled.page, Not(HasSubstr("a &lt; b")));
    Difference difference = only(filled);
    EXPECT_EQ(difference.label, "Why?");
    EXPECT_EQ(difference.anchor, "why");
    EXPECT_EQ(difference.on_page, "a < b");
    EXPECT_EQ(difference.typed, "\"c\" & <d>");
    EXPECT_EQ(filled.heading, "Sign off");
}

TEST(RenderedForm, an_empty_box_gets_a_value_and_a_full_one_can_be_emptied) {
    EXPECT_THAT(fill(input({.name = "why", .label = "Why?"}), {{"why", "x"}}).page, HasSubstr("value=\"x\">"));
    EXPECT_THAT(fill(input({.name = "why", .label = "Why?", .value = "x"}), {{"why", ""}}).page,
                HasSubstr("name=\"why\" type=\"text\" value=\"\""));
}

TEST(RenderedForm, a_textarea_keeps_lines_and_a_line_feed_at_its_beginning) {
    auto filled = fill(textarea({.name = "t", .label = "T", .value = "old </textarea>"}), {{"t", "\none\r\ntwo"}});
    EXPECT_THAT(filled.page, HasSubstr(">\n\none\ntwo</textarea>"));
    EXPECT_EQ(only(filled).on_page, "old </textarea>");
    EXPECT_THAT(fill(textarea({.name = "t", .label = "T", .value = "a\nb"}), {{"t", "a\r\nb"}}).differences, IsEmpty());
}

TEST(RenderedForm, one_radio_is_chosen_in_place_of_another) {
    Radios options{.name = "r",
                   .legend = "Which?",
                   .value = "one",
                   .items = {{.value = "one", .text = "The one"}, {.value = "two", .text = "The two"}}};
    auto filled = fill(radios(options), {{"r", "two"}});
    options.value = "two";
    EXPECT_EQ(fill_form(filled.page, "/a", {{"r", "two"}}).differences.size(), 0u);
    Difference difference = only(filled);
    EXPECT_EQ(difference.label, "Which?");
    EXPECT_EQ(difference.on_page, "The one");
    EXPECT_EQ(difference.typed, "The two");
}

TEST(RenderedForm, tick_boxes_are_ticked_and_unticked) {
    auto filled = fill(
        checkboxes({.name = "c",
                    .legend = "Who?",
                    .values = {"a", "b"},
                    .items = {{.value = "a", .text = "A"}, {.value = "b", .text = "B"}, {.value = "c", .text = "C"}}}),
        {{"c", "b"}, {"c", "c"}});
    EXPECT_EQ(only(filled).typed, "B, C");
    EXPECT_EQ(only(fill_form(filled.page, "/a", {})).on_page, "B, C");
}

TEST(RenderedForm, a_list_shows_the_chosen_line) {
    auto filled = fill(select({.name = "s",
                               .label = "Chair",
                               .value = "a",
                               .items = {{.value = "a", .text = "Ann"}, {.value = "b", .text = "Ben"}}}),
                       {{"s", "b"}});
    EXPECT_EQ(only(filled).typed, "Ben");
    EXPECT_EQ(only(fill_form(filled.page, "/a", {{"s", "a"}})).on_page, "Ben");
}

TEST(RenderedForm, a_date_is_one_field) {
    auto filled = fill(date_input({.name = "d", .legend = "When", .day = "1", .month = "2", .year = "2026"}),
                       {{"d-day", "3"}, {"d-month", "2"}, {"d-year", "2026"}});
    Difference difference = only(filled);
    EXPECT_EQ(difference.label, "When");
    EXPECT_EQ(difference.anchor, "d-day");
    EXPECT_EQ(difference.on_page, "1 2 2026");
    EXPECT_EQ(difference.typed, "3 2 2026");
}

TEST(RenderedForm, tokens_and_the_version_stay_the_pages_own_and_a_newer_version_is_told) {
    auto filled = fill(input({.name = "a", .label = "A"}), {{"csrf", "forged"}, {"version", "2"}, {"a", "x"}});
    EXPECT_THAT(filled.page, HasSubstr("name=\"csrf\" value=\"secret\""));
    EXPECT_THAT(filled.page, HasSubstr("name=\"version\" value=\"3\""));
    EXPECT_TRUE(filled.changed_meanwhile);
    EXPECT_FALSE(fill(input({.name = "a", .label = "A"}), {{"version", "3"}}).changed_meanwhile);
}

TEST(RenderedForm, what_has_no_field_any_more_is_still_said) {
    auto filled = fill(input({.name = "a", .label = "A", .value = "x"}), {{"a", "x"}, {"without_it_because", "Ill"}});
    ASSERT_EQ(filled.without_field.size(), 1u);
    EXPECT_EQ(filled.without_field[0].label, "Without it because");
    EXPECT_EQ(filled.without_field[0].typed, "Ill");
    auto gone =
        fill_form(form_with(""), "/another", {{"reasons-7f000000-0000-0000-0000-000000000001", "Long"}, {"csrf", "c"}});
    EXPECT_FALSE(gone.found);
    ASSERT_EQ(gone.without_field.size(), 1u);
    EXPECT_EQ(gone.without_field[0].label, "Reasons");
    EXPECT_EQ(gone.page, form_with(""));
}

TEST(RenderedForm, only_the_form_that_posts_there_is_filled) {
    std::string field = input({.name = "a", .label = "A"}).markup();
    std::string page = form_with(field, "/one") + form_with(field, "/two");
    std::string filled = fill_form(page, "/two", {{"a", "x"}}).page;
    EXPECT_EQ(filled.substr(0, form_with(field, "/one").size()), form_with(field, "/one"));
    EXPECT_THAT(filled, HasSubstr("value=\"x\""));
}

TEST(RenderedForm, closed_details_around_it_are_opened) {
    std::string field = input({.name = "a", .label = "A"}).markup();
    std::string page = "<details class=\"x\"><summary>S</summary>" + form_with(field) + "</details>";
    EXPECT_THAT(fill_form(page, "/a", {{"a", "x"}}).page, HasSubstr("<details class=\"x\" open>"));
    page = "<details class=\"x\"></details>" + form_with(field);
    EXPECT_THAT(fill_form(page, "/a", {{"a", "x"}}).page, HasSubstr("<details class=\"x\"></details>"));
}

}  // namespace
