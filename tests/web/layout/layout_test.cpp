#include <gtest/gtest.h>

#include "web/assets.h"
#include "web/layout/problem.html.h"
#include "web/support/html_tokens.h"

namespace kith::web {
namespace {

ProblemPage page(Audience audience) {
    return {.layout = {.title = "Page not found",
                       .audience = audience,
                       .nonce = "bm9uY2U=",
                       .csrf = "t",
                       .signed_in_as = "",
                       .flash = ""},
            .paragraphs = {"If you typed the address, check it is right."}};
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(Layout, begins_every_page_with_the_doctype_and_a_title) {
    std::string html = render(page(Audience::staff));
    EXPECT_EQ(html.substr(0, 15), "<!doctype html>");
    EXPECT_TRUE(has(html, "<title>Page not found – Kith</title>"));
    EXPECT_NO_THROW(tokens_of(html));
}

TEST(Layout, says_error_first_in_the_title_when_a_form_has_errors) {
    ProblemPage wrong = page(Audience::public_);
    wrong.layout.error = true;
    EXPECT_TRUE(has(render(wrong), "<title>Error: Page not found – Kith</title>"));
}

TEST(Layout, gives_the_public_and_families_a_way_out_and_staff_none) {
    EXPECT_TRUE(has(render(page(Audience::public_)), "govuk-exit-this-page"));
    EXPECT_TRUE(has(render(page(Audience::family)), "govuk-js-exit-this-page-skiplink"));
    EXPECT_FALSE(has(render(page(Audience::staff)), "exit-this-page"));
}

TEST(Layout, shows_who_is_signed_in_and_lets_them_leave) {
    ProblemPage signed_in = page(Audience::staff);
    signed_in.layout.signed_in_as = "Sam <b>Okoro</b>";
    signed_in.layout.printed_by = "Sam Okoro";
    signed_in.layout.printed_at = "22 November 2026 at 2:04pm";
    signed_in.layout.navigation = {{"My work", "/my-work", true}, {"Front door", "/front-door"}};
    std::string html = render(signed_in);
    EXPECT_TRUE(has(html, "Signed in as <bdi>Sam &lt;b&gt;Okoro&lt;/b&gt;</bdi>"));
    EXPECT_TRUE(has(html, "name=\"csrf\" value=\"t\""));
    EXPECT_TRUE(has(html, "Printed by <bdi>Sam Okoro</bdi> on 22 November 2026 at 2:04pm"));
    EXPECT_TRUE(has(html, "href=\"/my-work\" aria-current=\"page\""));
    EXPECT_FALSE(has(render(page(Audience::public_)), "Signed in as"));
}

TEST(Layout, loads_nothing_from_elsewhere_and_runs_no_script_without_a_nonce) {
    std::string html = render(page(Audience::public_));
    for (const Token& token : tokens_of(html)) {
        for (const char* name : {"src", "href"}) {
            auto found = token.attributes.find(name);
            if (found == token.attributes.end() || token.tag == "a") continue;
            ASSERT_NE(find_asset(found->second), nullptr) << found->second;
        }
        if (token.tag == "script") {
            EXPECT_EQ(token.attributes.at("nonce"), "bm9uY2U=");
        }
    }
    ProblemPage plain = page(Audience::public_);
    plain.layout.nonce = "";
    EXPECT_FALSE(has(render(plain), "<script"));
}

TEST(Layout, holds_nothing_that_belongs_to_gov_uk) {
    std::string html = render(page(Audience::public_));
    for (const char* theirs : {"GOV.UK", "crown", "Crown", "logotype"})
        EXPECT_FALSE(has(html, theirs)) << theirs;
}

TEST(Assets, are_found_by_a_path_that_names_their_content) {
    for (const char* name : {"kith.css", "kith.js", "govuk-frontend.js", "favicon.svg"}) {
        const Asset* asset = find_asset(asset_url(name));
        ASSERT_NE(asset, nullptr) << name;
        EXPECT_EQ(asset->name, name);
        EXPECT_GT(asset->bytes.size(), 20u);
    }
    EXPECT_EQ(find_asset("/assets/kith.css"), nullptr);
    EXPECT_EQ(find_asset("/assets/../kith.css"), nullptr);
    EXPECT_THROW(asset_url("other.css"), std::logic_error);
    EXPECT_TRUE(std::string(asset_url("kith.css")).rfind("/assets/kith-", 0) == 0);
}

TEST(Assets, ask_for_no_font_and_for_no_picture_that_is_not_embedded) {
    std::string css(find_asset(asset_url("kith.css"))->bytes);
    for (const char* theirs : {"@font-face", "GDS Transport,", "sourceMappingURL", "govuk-crest"})
        EXPECT_FALSE(has(css, theirs)) << theirs;
    for (const char* kept :
         {".govuk-button", ".moj-identity-bar", ".moj-timeline", ".moj-sub-navigation", ".kith-date", "@media print"}) {
        EXPECT_TRUE(has(css, kept)) << kept;
    }
    EXPECT_FALSE(has(css, ".moj-rich-text-editor"));
    for (std::size_t at = css.find("url("); at != std::string::npos; at = css.find("url(", at + 1)) {
        std::string path = css.substr(at + 4, css.find(')', at) - at - 4);
        EXPECT_TRUE(path.rfind("data:", 0) == 0 || path.rfind("\"data:", 0) == 0 || find_asset(path) != nullptr)
            << path.substr(0, 80);
    }
}

}  // namespace
}  // namespace kith::web
