#include "web/app.h"

#include <fmt/format.h>

#include "actions/access.h"
#include "actions/authority.h"
#include "actions/session.h"
#include "http/cookies.h"
#include "web/assets.h"
#include "web/layout/problem.html.h"
#include "web/layout/problem_page.h"
#include "web/routes/route.h"
#include "web/sign_in/sign_in_pages.h"

namespace kith::web {

namespace {

constexpr std::string_view session_cookie = "kith_session";

// Everything that a page of ours may load comes from here; nothing is inline but what carries this response's nonce.
std::string content_security_policy(const std::string& nonce) {
    return fmt::format(
        "default-src 'none'; script-src 'self' 'nonce-{}'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; "
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        nonce);
}

void secure(http::Response& response, const std::string& nonce, bool cacheable) {
    response.with("Content-Security-Policy", content_security_policy(nonce))
        .with("X-Content-Type-Options", "nosniff")
        .with("X-Frame-Options", "DENY")
        .with("Referrer-Policy", "no-referrer")
        .with("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
        .with("Cross-Origin-Opener-Policy", "same-origin")
        .with("Cross-Origin-Resource-Policy", "same-origin")
        .with("Cache-Control", cacheable ? "public, max-age=31536000, immutable" : "no-store");
}

std::string hex_nonce(const actions::Service& service) {
    std::string nonce = to_text(service.ids());
    std::erase(nonce, '-');
    return nonce;
}

bool is_form(const http::Request& request) {
    auto type = request.header("Content-Type");
    return type && type->starts_with("application/x-www-form-urlencoded");
}

}  // namespace

struct App::Inside {
    const actions::Service& service;
    Settings settings;
    http::Router<Page> router;

    http::Response handle(const http::Request& request);
    http::Response asset(const Asset& asset) const;
    http::Response dispatch(Visit& visit, const http::Match<Page>& match);
    Result<void> admit(Visit& visit, const Page& page);
    void sign_in_from_cookie(Visit& visit);
};

static RouteTable all_routes() {
    RouteTable routes = public_routes();
    add(routes, staff_routes());
    return routes;
}

App::App(const actions::Service& service, Settings settings)
    : inside_(std::make_unique<Inside>(Inside{service, settings, http::Router<Page>(all_routes())})) {}

App::~App() = default;

http::Response App::handle(const http::Request& request) {
    return inside_->handle(request);
}

http::Response App::Inside::asset(const Asset& asset) const {
    http::Response response{200, std::string(asset.content_type), http::Body::forever(asset.bytes), {}};
    secure(response, "none", true);
    return response;
}

void App::Inside::sign_in_from_cookie(Visit& visit) {
    auto token = http::cookie(visit.request, session_cookie);
    if (!token) return;
    auto session = actions::look(
        service, [&](store::Reader& reader) { return actions::current_session(reader, *token, visit.now); });
    if (!session) return;
    visit.actor = session->actor;
    visit.session_token = session->token;
    visit.csrf = session->csrf;
    if (session->touch) actions::touch_session(service, *session);
}

// Who may: the route's own rule first. Somebody who is not signed in is led to sign in, whatever the page.
Result<void> App::Inside::admit(Visit& visit, const Page& page) {
    if (std::holds_alternative<Anyone>(page.who)) return {};
    if (const May* may = std::get_if<May>(&page.who)) return core::require(visit.actor, may->act);
    return {};
}

static bool needs_sign_in(const Page& page) {
    return !std::holds_alternative<Anyone>(page.who);
}

// A form of a signed-in page carries its session's token; one from elsewhere cannot know it.
static bool is_forged(const Visit& visit, const Page& page) {
    if (visit.request.method != http::Method::post || !needs_sign_in(page)) return false;
    return !actions::same_token(visit.form.get("csrf"), visit.csrf);
}

http::Response App::Inside::dispatch(Visit& visit, const http::Match<Page>& match) {
    const Page& page = match.route->payload;
    if (needs_sign_in(page) && !visit.signed_in()) return to_sign_in(visit);
    if (is_forged(visit, page))
        return refusal_page(
            visit, {Because::forbidden, "", "This form is out of date. Go back, reload the page and send it again."});
    if (auto admitted = admit(visit, page); !admitted) return refusal_page(visit, admitted.error());
    visit.purpose = "duty";
    Answered answer = page.handle(visit);
    http::Response response = answer ? std::move(*answer) : refusal_page(visit, answer.error());
    if (!visit.shown.empty())
        actions::note_access(service, visit.actor, {match.route->pattern, visit.purpose, visit.shown}, visit.now);
    return response;
}

http::Response App::Inside::handle(const http::Request& request) {
    if (const Asset* found = find_asset(request.path)) return asset(*found);
    Visit visit{.service = service, .request = request, .now = service.now(), .nonce = hex_nonce(service)};
    visit.today = london_date(visit.now);
    visit.authority = actions::authority_profile(service);
    auto match = router.match(request.method, request.path);
    visit.params = match.params;
    http::Response response;
    if (!match.route && !match.allow.empty()) {
        response = refusal_page(visit, {Because::not_found, "", "This page cannot be used in that way."});
        response.status = 405;
        response.with("Allow", match.allow);
    } else if (!match.route) {
        sign_in_from_cookie(visit);
        response = refusal_page(
            visit, {Because::not_found, "", "There is no such page. Check the address, or go to the start page."});
    } else {
        auto form = is_form(request) ? http::decode_form(request.body) : Result<http::Form>(http::Form{});
        auto query = http::decode_form(request.query);
        if (!form || !query) {
            response = refusal_page(visit, form ? query.error() : form.error());
            response.status = 400;
        } else {
            visit.form = std::move(*form);
            visit.query = std::move(*query);
            if (needs_sign_in(match.route->payload) || request.path == "/") sign_in_from_cookie(visit);
            visit.flash = flash_for(visit.query.get("done"));
            response = dispatch(visit, match);
        }
    }
    secure(response, visit.nonce, false);
    return response;
}

http::Response App::fault_page(const http::Request&, std::string_view reference) const {
    ProblemPage page;
    page.layout.title = "Sorry, something went wrong";
    page.layout.nonce = hex_nonce(inside_->service);
    page.paragraphs = {
        "Nothing that you had saved is lost. What you just sent was not saved: go back and send it again.",
        "If it happens again, tell the people who run Kith."};
    page.reference = std::string(reference);
    page.ways = {{"Start page", "/"}};
    http::Response response = http::Response::html(render(page), 500);
    secure(response, page.layout.nonce, false);
    return response;
}

static std::string who_may(const Who& who) {
    if (std::holds_alternative<Anyone>(who)) return "anyone";
    if (std::holds_alternative<SignedIn>(who)) return "anyone signed in";
    return std::string(word(std::get<May>(who).act));
}

std::string route_matrix() {
    std::string text;
    for (const auto& route : all_routes())
        text += fmt::format("{} {}: {}\n", http::name_of(route.method), route.pattern, who_may(route.payload.who));
    return text;
}

}  // namespace kith::web
