// What our components do beyond the examples of GOV.UK Frontend: hostile text in every field, the MOJ parts, our own.
#include "web/components/components.h"

#include <gtest/gtest.h>

#include "web/support/html_tokens.h"

namespace kith::web {
namespace {

const std::string evil = "\"><script>alert('x')</script></textarea></title>&amp;";
const std::string evil_link = "javascript:alert(1)//" + evil;

/// Every component, with the same text in every field that can hold text.
std::vector<std::pair<std::string, SafeHtml>> everything(const std::string& t, const std::string& link) {
    Attributes a = {{"data-x", t}};
    std::vector<Choice> choices = {
        {.value = t, .text = t, .hint = t, .conditional = t, .checked = true, .id = t, .name = t, .attributes = a},
        {.divider = t},
        {.value = t, .text = t}};
    std::vector<Action> acts = {{t, link, t, t, a}, {t, link, t, t, a}};
    std::vector<Tag> tags = {{.text = t, .classes = t, .attributes = a}};
    return {
        {"label", label({t, Heading::page_large, t, t, a})},
        {"hint", hint({t, t, t, a})},
        {"error_message", error_message({t, t, t, a, t})},
        {"error_summary", error_summary({{{t, link}, {t, ""}}, t, t, t, a})},
        {"input", input({t, t, t, Heading::large, t, t, t, t, t, t, true, t, t, t, t, a})},
        {"textarea", textarea({t, t, t, Heading::large, t, t, t, 5, t, true, t, t, a})},
        {"character_count", character_count({t, t, t, Heading::none, t, t, t, 5, 10, CountIn::words, 5, t, a})},
        {"password_input", password_input({t, t, t, Heading::none, t, t, t, t, t, a})},
        {"select", select({t, t, t, Heading::none, t, t, t, {{t, t, true, true, a}}, t, a})},
        {"radios", radios({t, t, t, Heading::large, t, t, t, choices, t, a, t})},
        {"checkboxes", checkboxes({t, t, t, Heading::large, t, t, {t}, choices, t, a, t})},
        {"checkboxes without legend", checkboxes({.id = t, .hint = t, .items = choices})},
        {"date_input",
         date_input({t, t, t, Heading::large, t, t, t, t, t, {}, DateFields::day_month_year, true, t, a})},
        {"fieldset", fieldset({t, Heading::page_large, t, t, t, a}, t)},
        {"button", button({t, ButtonKind::start, "", t, t, t, t, true, true, t, a})},
        {"link button", button({.text = t, .href = link, .id = t})},
        {"summary_list", summary_list({{{t, t, acts, t}, {t, t, {acts[0]}, t}}, t, acts, 2, t, t, a})},
        {"summary_card", summary_card({t, acts, 3, t, a}, t)},
        {"table", table({t, t, {{t, true, t, 2, a}}, {{{t, false, t, 1, a}, {t, true, t, 1, a}}}, true, t, t, a})},
        {"empty table", table({.caption = t, .empty = t})},
        {"cards", cards({t, t, t, {t, t}}, t)},
        {"tag", tag(tags[0])},
        {"task_list", task_list({{{t, t, link, t, t, Colour::red, true, t}, {.title = t, .status = t}}, t, t, a})},
        {"contextual_date", contextual_date({t, t, t, Urgency::overdue})},
        {"timeline", timeline({{{t, t, {}, t, link}}, t, 3, t, a})},
        {"identity_bar", identity_bar({t, tags, {{t, t}}, acts, t, a})},
        {"inset_text", inset_text({t, t, t, a}, t)},
        {"warning_text", warning_text({t, t, t, a})},
        {"panel", panel({t, t, 1, t, a}, t)},
        {"interruption_card", interruption_card({t, t, t, t, t, link, t, t, a}, t)},
        {"notification_banner", notification_banner({t, BannerKind::success, t, t, t, a})},
        {"details", details({t, t, t, true, t, a}, t)},
        {"back_link", back_link({link, t, t, a})},
        {"breadcrumbs", breadcrumbs({{{t, link}, {t, ""}}, true, t, a})},
        {"skip_link", skip_link({link, t, t, a})},
        {"service_navigation", service_navigation({t, link, {{t, link, true, true}, {t, "", false, true}}, t, t, a})},
        {"generic_header", generic_header({t, link, t, t, a})},
        {"pagination", pagination({PaginationLink{link, t, t},
                                   {{1, link, true, false}, {.ellipsis = true}},
                                   PaginationLink{link, t, t},
                                   t,
                                   t,
                                   a})},
        {"sub_navigation", sub_navigation({{{t, link, true}}, t, t, a})},
        {"filter", filter({t, {{t, {{t, link}}}}, link, t, a}, t)},
        {"exit_this_page", exit_this_page({link, t, t, t, a})},
        {"phase_banner", phase_banner({t, t, t, a})},
        {"tabs", tabs({t, t, {{t, t, t}, {t, t, t}}, t, a})},
    };
}

/// The tags and names of attributes, without any text.
std::string skeleton(const SafeHtml& html) {
    std::string lines;
    for (const Token& token : tokens_of(html.markup())) {
        if (token.tag.empty()) continue;
        lines += token.tag;
        for (const auto& [name, value] : token.attributes)
            lines += " " + name;
        lines += "\n";
    }
    return lines;
}

TEST(Components, keep_their_shape_whatever_stands_in_every_field) {
    auto plain = everything("plain", "/plain");
    auto hostile = everything(evil, evil_link);
    ASSERT_EQ(plain.size(), hostile.size());
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const std::string& name = plain[i].first;
        EXPECT_EQ(skeleton(hostile[i].second), skeleton(plain[i].second)) << name;
        EXPECT_EQ(hostile[i].second.markup().find("<script"), std::string::npos) << name;
        for (const Token& token : tokens_of(hostile[i].second.markup())) {
            auto href = token.attributes.find("href");
            std::string link = href == token.attributes.end() ? "" : href->second;
            EXPECT_NE(link.substr(0, 10), "javascript") << name;
        }
    }
}

TEST(Components, close_every_element_that_they_open) {
    for (const auto& [name, html] : everything("plain", "/plain")) {
        std::vector<std::string> open;
        for (const Token& token : tokens_of(html.markup())) {
            if (token.tag.empty() || token.tag == "input" || token.tag == "path" || token.tag == "/path") continue;
            if (token.tag.front() != '/') {
                open.push_back(token.tag);
            } else {
                ASSERT_FALSE(open.empty()) << name;
                EXPECT_EQ("/" + open.back(), token.tag) << name;
                open.pop_back();
            }
        }
        EXPECT_TRUE(open.empty()) << name;
    }
}

bool says(const SafeHtml& html, const std::string& part) {
    return html.markup().find(part) != std::string::npos;
}

TEST(Components, mark_fields_in_error_for_those_who_do_not_see_the_colour) {
    std::string mark = "aria-invalid=\"true\"";
    EXPECT_TRUE(says(input({.name = "a", .error = "Enter a name"}), mark));
    EXPECT_TRUE(says(textarea({.name = "a", .error = "Say why"}), mark));
    EXPECT_TRUE(says(select({.name = "a", .error = "Choose one"}), mark));
    EXPECT_TRUE(says(radios({.name = "a", .error = "Choose one", .items = {{.value = "x", .text = "X"}}}), mark));
    EXPECT_TRUE(says(checkboxes({.name = "a", .error = "Choose one", .items = {{.value = "x", .text = "X"}}}), mark));
    EXPECT_TRUE(says(character_count({.name = "a", .error = "Say less", .limit = 5}), mark));
    EXPECT_TRUE(says(password_input({.name = "a", .error = "Enter it"}), mark));
    EXPECT_FALSE(says(input({.name = "a"}), mark));
}

TEST(Components, mark_only_those_parts_of_a_date_that_are_wrong) {
    SafeHtml all = date_input({.name = "born", .error = "Enter a date"});
    SafeHtml year = date_input({.name = "born", .error = "Enter a year", .wrong = {.year = true}});
    auto marked = [](const SafeHtml& html) {
        std::string names;
        for (const Token& token : tokens_of(html.markup())) {
            if (token.attributes.count("aria-invalid") > 0) names += token.attributes.at("name") + " ";
        }
        return names;
    };
    EXPECT_EQ(marked(all), "born-day born-month born-year ");
    EXPECT_EQ(marked(year), "born-year ");
}

TEST(Components, say_when_there_is_nothing_instead_of_showing_an_empty_frame) {
    EXPECT_TRUE(says(table({.head = {{.text = "A"}}, .empty = "No strategy discussion recorded"}),
                     "<p class=\"govuk-body\">No strategy discussion recorded</p>"));
    EXPECT_FALSE(says(table({.head = {{.text = "A"}}, .empty = "No"}), "<table"));
    EXPECT_TRUE(says(timeline({.empty = "Nothing recorded yet"}), "Nothing recorded yet"));
    EXPECT_EQ(normalised(error_summary({}).markup()), "");
}

TEST(Components, say_in_words_what_the_colour_of_a_date_says) {
    SafeHtml late = contextual_date({.date = "Friday 27 November 2026",
                                     .iso = "2026-11-27",
                                     .words = "2 days overdue",
                                     .urgency = Urgency::overdue});
    EXPECT_EQ(normalised(late.markup()),
              "<span class=\"kith-date kith-date--overdue\">\n<time class=\"kith-date__date\" "
              "datetime=\"2026-11-27\">\nFriday 27 November 2026\n</time>\n"
              "<span class=\"kith-date__words\">\n2 days overdue\n</span>\n</span>\n");
}

}  // namespace
}  // namespace kith::web
