// Who gets in, and what every page carries.
#include <gtest/gtest.h>

#include "actions/authority.h"
#include "store/secrets.h"
#include "store/sign_in_store.h"
#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using namespace std::chrono_literals;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

std::string field_of(const http::Response& response, std::string_view name) {
    for (const http::Field& each : response.headers)
        if (each.name == name) return each.value;
    return "";
}

class SigningIn : public ::testing::Test {
  protected:
    SigningIn() {
        static const std::string hash = store::hash_password(password);
        (void)council.store->write({{}, council.now}, [&](store::Writer& writer) -> Result<void> {
            writer.put(store::StaffPassword{council.worker.id, hash, council.now});
            return {};
        });
    }
    SmallCouncil council;
    web::App app{*council.service};
    Visitor dana{app};
};

TEST_F(SigningIn, leads_to_what_was_asked_for_and_never_elsewhere) {
    dana.open("/people");
    EXPECT_TRUE(dana.sees("<h1 class=\"govuk-heading-l\">Sign in</h1>"));
    dana.send("/sign-in", {{"sign_in_name", "dana"}, {"password", std::string(password)}});
    EXPECT_EQ(dana.address(), "/people");
    // A browser leaves tabs and line feeds out of an address before it reads it.
    for (const char* elsewhere :
         {"//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "/\t/elsewhere.example",
          "/\n/elsewhere.example", "/\r\nX: y", "/\x0b/elsewhere.example", "/\x7f", "/ /a", "/\xc3\xa9", "\t//a"}) {
        SCOPED_TRACE(elsewhere);
        dana.cookie.clear();
        dana.open("/sign-in");
        dana.send("/sign-in", {{"sign_in_name", "dana"}, {"password", std::string(password)}, {"next", elsewhere}});
        EXPECT_EQ(dana.address(), "/my-work");
    }
}

TEST_F(SigningIn, says_the_same_for_a_wrong_name_a_wrong_password_and_a_disabled_account) {
    dana.sign_in("dana", "wrong password here");
    std::string wrong_password = dana.find("(The name and the password[^<]*)");
    dana.sign_in("nobody", std::string(password));
    EXPECT_EQ(dana.find("(The name and the password[^<]*)"), wrong_password);
    ASSERT_TRUE(council.as(core::Actor{},
                           [&](actions::Work& work) { return actions::disable_staff(work, council.worker.id); }));
    dana.sign_in("dana", std::string(password));
    EXPECT_EQ(dana.find("(The name and the password[^<]*)"), wrong_password);
}

TEST_F(SigningIn, five_wrong_passwords_from_one_address_must_wait_but_another_address_need_not) {
    for (int i = 0; i < 5; ++i)
        dana.sign_in("dana", "wrong password here");
    dana.sign_in("dana", std::string(password));
    EXPECT_TRUE(dana.sees("Wait 15 minutes"));
    EXPECT_EQ(dana.status(), 429);
    dana.peer = "192.0.2.8";
    dana.sign_in("dana", std::string(password));
    EXPECT_EQ(dana.address(), "/my-work");
}

TEST_F(SigningIn, ends_when_somebody_is_disabled_signs_out_or_is_away_for_an_hour) {
    dana.sign_in("dana", std::string(password));
    std::string cookie = dana.cookie;
    council.now += 61min;
    dana.open("/people");
    EXPECT_TRUE(dana.sees("Sign in</h1>")) << "away for an hour";

    dana.sign_in("dana", std::string(password));
    cookie = dana.cookie;
    dana.open("/my-work");
    dana.send("/sign-out", {});
    dana.cookie = cookie;
    dana.open("/people");
    EXPECT_TRUE(dana.sees("Sign in</h1>")) << "the old cookie opens nothing";

    dana.sign_in("dana", std::string(password));
    ASSERT_TRUE(council.as(core::Actor{},
                           [&](actions::Work& work) { return actions::disable_staff(work, council.worker.id); }));
    dana.open("/people");
    EXPECT_TRUE(dana.sees("Sign in</h1>")) << "disabled";
}

TEST_F(SigningIn, a_new_session_gets_a_new_token_and_its_cookie_is_closed_to_scripts_and_other_sites) {
    dana.sign_in("dana", std::string(password));
    std::string first = dana.cookie;
    dana.sign_in("dana", std::string(password));
    std::string second = dana.cookie;
    EXPECT_NE(second, first);
    dana.cookie = first;
    dana.open("/people");
    EXPECT_TRUE(dana.sees("Sign in</h1>")) << "whoever signs in again leaves the session before";
    dana.cookie = second;
    dana.open("/people");
    EXPECT_FALSE(dana.sees("Sign in</h1>"));
    http::Request request{.method = http::Method::post,
                          .path = "/sign-in",
                          .body = "sign_in_name=dana&password=correct+horse+battery",
                          .peer = "192.0.2.7"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    http::Response response = app.handle(request);
    std::string cookie;
    for (const http::Field& field : response.headers)
        if (field.name == "Set-Cookie") cookie = field.value;
    EXPECT_THAT(cookie, ::testing::HasSubstr("HttpOnly"));
    EXPECT_THAT(cookie, ::testing::HasSubstr("SameSite="));
}

TEST_F(SigningIn, a_form_without_the_sessions_token_changes_nothing) {
    core::Person child = council.add_child({.given_name = "Amara"});
    dana.sign_in("dana", std::string(password));
    std::string address = "/people/" + to_text(child.id) + "/places/new";
    dana.send_exactly(address, {{"kind", "home"}, {"text", "1 Invented Row"}, {"csrf", "guessed"}});
    EXPECT_EQ(dana.status(), 403);
    auto places =
        council.look([](store::Reader& reader) { return reader.scalar<std::int64_t>("SELECT count(*) FROM place"); });
    EXPECT_EQ(places, 0);
}

TEST_F(SigningIn, a_child_of_another_team_and_no_child_at_all_look_the_same) {
    core::Person elsewhere = council.keep({.given_name = "Elsewhere"});
    dana.sign_in("dana", std::string(password));
    dana.open("/children/" + to_text(elsewhere.id));
    int hidden_status = dana.status();
    std::string hidden = std::regex_replace(dana.body(), std::regex("[0-9a-f]{32,}"), "");
    dana.open("/children/00000000-0000-0000-0000-00000000ffff");
    EXPECT_EQ(hidden_status, 404);
    EXPECT_EQ(dana.status(), 404);
    EXPECT_EQ(std::regex_replace(dana.body(), std::regex("[0-9a-f]{32,}"), ""), hidden);
}

TEST_F(SigningIn, every_page_carries_the_headers_that_keep_it_closed) {
    for (std::string address : {"/", "/report-a-concern", "/sign-in", "/rulebook", "/no-such-page"}) {
        dana.open(address);
        std::string policy = dana.header("Content-Security-Policy");
        for (std::string part :
             {"default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"})
            EXPECT_THAT(policy, ::testing::HasSubstr(part)) << address;
        EXPECT_EQ(policy.find("unsafe-inline"), std::string::npos);
        EXPECT_EQ(dana.header("X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(dana.header("Referrer-Policy"), "no-referrer");
        EXPECT_EQ(dana.header("Cache-Control"), "no-store");
    }
}

TEST_F(SigningIn, what_came_by_https_is_never_asked_for_without_it_again) {
    constexpr std::string_view rule = "Strict-Transport-Security";
    for (const char* path : {"/", "/sign-in", "/my-work", "/nowhere", "/assets/kith.css"}) {
        http::Request request{.path = path, .peer = "192.0.2.7"};
        EXPECT_EQ(field_of(app.handle(request), rule), "") << path << ": who came without has no other way here";
        request.secure = true;
        EXPECT_EQ(field_of(app.handle(request), rule), "max-age=31536000") << path;
        http::Response page = app.fault_page(request, "0000-0001", std::make_exception_ptr(std::runtime_error("gone")));
        EXPECT_EQ(field_of(page, rule), "max-age=31536000") << path;
    }
}

TEST_F(SigningIn, only_forms_take_a_body) {
    EXPECT_TRUE(app.takes_body(http::Method::post, "/sign-in"));
    EXPECT_TRUE(app.takes_body(http::Method::post, "/report-a-concern"));
    EXPECT_FALSE(app.takes_body(http::Method::post, "/nowhere"));
    EXPECT_FALSE(app.takes_body(http::Method::post, "/my-work"));
    EXPECT_FALSE(app.takes_body(http::Method::get, "/sign-in"));
}

}  // namespace
