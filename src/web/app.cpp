#include "web/app.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/access.h"
#include "actions/aside.h"
#include "actions/authority.h"
#include "actions/session.h"
#include "http/cookies.h"
#include "web/assets.h"
#include "web/draft/draft_pages.h"
#include "web/fault/fault_page.h"
#include "web/form_on_page.h"
#include "web/place_in_text/place_in_text.h"
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

/// What came by HTTPS comes so again for a year, if the browser has to ask at this name.
constexpr std::string_view by_https_only = "max-age=31536000";

constexpr std::string_view kept_nowhere = "no-store", kept_for_good = "public, max-age=31536000, immutable";

/// A page may bring a policy of its own; it then has no other.
void secure(http::Response& response, const http::Request& request, const std::string& nonce,
            std::string_view kept = kept_nowhere) {
    auto is_policy = [](const http::Field& field) { return field.name == "Content-Security-Policy"; };
    if (std::ranges::none_of(response.headers, is_policy))
        response.with("Content-Security-Policy", content_security_policy(nonce));
    response.with("X-Content-Type-Options", "nosniff")
        .with("X-Frame-Options", "DENY")
        .with("Referrer-Policy", "no-referrer")
        .with("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
        .with("Cross-Origin-Opener-Policy", "same-origin")
        .with("Cross-Origin-Resource-Policy", "same-origin")
        .with("Cache-Control", kept);
    if (request.secure) response.with("Strict-Transport-Security", by_https_only);
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
    http::Router<Page> router;
    Site site{};

    http::Response handle(const http::Request& request);
    http::Response dispatch(Visit& visit, const http::Match<Page>& match);
    http::Response answer_to(Visit& visit, const Page& page) const;
    http::Response noted_as_read(Visit& visit, const http::Match<Page>& match, http::Response response) const;
    void look_who(Visit& visit, bool may_be_signed_in);
    Result<void> admit(const Visit& visit, const Page& page) const;
    Result<Site::Opened> open(const Visit& from, const std::string& address) const;
    std::optional<actions::FormKey> form_at(std::string_view address) const;
};

static RouteTable all_routes() {
    RouteTable routes = public_routes();
    add(routes, staff_routes());
    return routes;
}

App::App(const actions::Service& service)
    : inside_(std::make_unique<Inside>(Inside{service, http::Router<Page>(all_routes())})) {
    inside_->site = {
        [inside = inside_.get()](const Visit& from, const std::string& address) { return inside->open(from, address); },
        [inside = inside_.get()](std::string_view address) { return inside->form_at(address); }};
}

App::~App() = default;

http::Response App::handle(const http::Request& request) {
    return inside_->handle(request);
}

bool App::takes_body(http::Method method, std::string_view path) const {
    return method == http::Method::post && inside_->router.match(method, path).route;
}

static http::Response asset_response(const Asset& asset, const http::Request& request) {
    http::Response response{200, std::string(asset.content_type), http::Body::forever(asset.bytes), {}};
    secure(response, request, "none", kept_for_good);
    return response;
}

// Whose site this is and whose request, from one snapshot.
void App::Inside::look_who(Visit& visit, bool may_be_signed_in) {
    auto token = may_be_signed_in ? http::cookie(visit.request, session_cookie) : std::nullopt;
    std::optional<actions::CurrentSession> session;
    actions::look(service, [&](store::Reader& reader) {
        visit.authority = actions::authority_profile(reader);
        if (token) session = actions::current_session(service, reader, *token, visit.now);
    });
    if (!session) return;
    visit.actor = session->actor;
    visit.session_token = session->token;
    visit.csrf = session->csrf;
    if (session->touch) actions::touch_session(service, *session);
    visit.saves_nothing = actions::saves_nothing(service);
}

// Who may: the route's own rule first. Somebody who is not signed in is led to sign in, whatever the page.
Result<void> App::Inside::admit(const Visit& visit, const Page& page) const {
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

// The key of a form: its route, and what stands in the address for the "{…}".
static actions::FormKey key_of(const http::Match<Page>& match) {
    actions::FormKey key{match.route->pattern, ""};
    for (const http::Field& param : match.params.all())
        key.subject += (key.subject.empty() ? "" : "/") + param.value;
    return key;
}

std::optional<actions::FormKey> App::Inside::form_at(std::string_view address) const {
    auto match = router.match(http::Method::post, address);
    bool is_form = match.route && needs_sign_in(match.route->payload);
    return is_form ? std::optional(key_of(match)) : std::nullopt;
}

Result<Site::Opened> App::Inside::open(const Visit& from, const std::string& address) const {
    auto question = std::min(address.find('?'), address.size());
    http::Request request{.method = http::Method::get, .path = address.substr(0, question)};
    request.query = address.substr(std::min(question + 1, address.size()));
    auto match = router.match(request.method, request.path);
    auto query = http::decode_form(request.query);
    if (!match.route || !query || !needs_sign_in(match.route->payload))
        return refuse(Because::not_found, "", "There is no such page.");
    Visit visit{.service = from.service, .request = request, .params = match.params, .form = {}, .query = *query};
    visit.now = from.now;
    visit.today = from.today;
    visit.nonce = from.nonce;
    visit.authority = from.authority;
    visit.actor = from.actor;
    visit.session_token = from.session_token;
    visit.csrf = from.csrf;
    visit.saves_nothing = from.saves_nothing;
    visit.site = from.site;
    TRY(admit(visit, match.route->payload));
    return Site::Opened{TRY(match.route->payload.handle(visit)), visit.shown};
}

static bool comes_from_script(const Visit& visit) {
    return visit.request.header("Accept").value_or("") == "text/plain";
}

/// Whose form it is, by the token in it; nothing while somebody else is signed in, who may have typed into it.
static std::optional<core::StaffId> owner_of_form(const Visit& visit) {
    auto owner = actions::look(visit.service, [&](store::Reader& reader) {
        return actions::owner_of_form(reader, std::string(visit.form.get("csrf")), visit.now);
    });
    bool somebody_else = owner && visit.signed_in() && visit.actor.id != *owner;
    return somebody_else ? std::nullopt : owner;
}

// The session of the form is over: what was typed is kept for the person whose form it is, and nothing else is done.
static http::Response session_over(Visit& visit) {
    if (auto owner = owner_of_form(visit)) (void)keep_typing(visit, *owner);
    if (comes_from_script(visit))
        return http::Response::text(visit.kept_at ? "Kept. You are signed out: sign in again before you send this."
                                                  : "Not kept: you are signed out.",
                                    401);
    if (!visit.signed_in()) return to_sign_in(visit);
    std::string page = page_of_forms(visit);
    if (visit.kept_at)
        return http::Response::see_other(page + (page.find('?') == std::string::npos ? "?" : "&") +
                                         "done=not-sent-kept");
    return refusal_page(
        visit, {Because::forbidden, "", "This form is out of date. Go back, reload the page and send it again."});
}

// What was typed and not saved is kept before the answer leaves.
static http::Response not_sent(Visit& visit, Answered answer) {
    if (!visit.kept_at) (void)keep_typing(visit, visit.actor.id);
    if (answer) return std::move(*answer);
    return answer.error().because == Because::stale ? with_both_texts(visit, answer.error())
                                                    : refusal_page(visit, answer.error());
}

// A form of staff is searched for places that somebody must not know before it is performed. Errors whose form is not
// on the page any more would lead nowhere: the record has moved on.
static Answered handle_form(Visit& visit, const Page& page) {
    bool is_form_of_staff = visit.request.method == http::Method::post && visit.signed_in();
    if (!is_form_of_staff) return page.handle(visit);
    PlacesInForm places = places_in_form(visit);
    if (!places.found.empty())
        visit.with_form = [&](actions::Work& work) { return settle_places(visit, places, work); };
    Answered answer = page.handle(visit);
    visit.with_form = nullptr;
    bool came_back = answer && answer->status == 422;
    if (came_back && !opening_of(answer->body.view(), visit.request.path))
        return refuse(Because::stale, "",
                      "The record does not ask for this any more, or does not ask you. Nothing was changed.");
    if (came_back && places.going_out && !places.found.empty()) return with_question_about_places(visit, *answer);
    return answer;
}

http::Response App::Inside::answer_to(Visit& visit, const Page& page) const {
    visit.purpose = "duty";
    auto admitted = admit(visit, page);
    Answered answer = admitted ? handle_form(visit, page) : tl::unexpected(admitted.error());
    bool is_post = visit.request.method == http::Method::post;
    if (is_post && visit.signed_in() && (!answer || answer->status >= 400)) return not_sent(visit, std::move(answer));
    if (!answer) return refusal_page(visit, answer.error());
    return visit.signed_in() ? with_kept_typing(visit, std::move(*answer)) : std::move(*answer);
}

static actions::Access access_of(const Visit& visit, const http::Match<Page>& match) {
    return {match.route->pattern, visit.purpose, visit.shown};
}

// Who sees whom is durable before the page leaves. Where that could only be kept aside, the page is made again and says
// that nothing can be saved.
http::Response App::Inside::noted_as_read(Visit& visit, const http::Match<Page>& match, http::Response response) const {
    auto noted = actions::note_reading(service, visit.actor, access_of(visit, match), visit.now);
    if (noted == actions::Noted::in_log || visit.saves_nothing) return response;
    visit.saves_nothing = true;
    auto noted_persons = std::exchange(visit.shown, {});
    response = answer_to(visit, match.route->payload);
    if (visit.shown != noted_persons) actions::note_reading(service, visit.actor, access_of(visit, match), visit.now);
    return response;
}

http::Response App::Inside::dispatch(Visit& visit, const http::Match<Page>& match) {
    const Page& page = match.route->payload;
    bool is_post = visit.request.method == http::Method::post;
    if (is_post)
        visit.form_key = form_at(visit.form.has("draft_of") ? visit.form.get("draft_of") : visit.request.path)
                             .value_or(actions::FormKey{});
    if (needs_sign_in(page) && !visit.signed_in()) return session_over(visit);
    if (is_forged(visit, page)) return session_over(visit);
    http::Response response = answer_to(visit, page);
    if (visit.shown.empty()) return response;
    if (!is_post) return noted_as_read(visit, match, std::move(response));
    actions::note_access(service, visit.actor, access_of(visit, match), visit.now);
    return response;
}

http::Response App::Inside::handle(const http::Request& request) {
    if (const Asset* found = find_asset(request.path)) return asset_response(*found, request);
    Visit visit{
        .service = service, .request = request, .now = service.now(), .nonce = hex_nonce(service), .site = &site};
    visit.today = london_date(visit.now);
    auto match = router.match(request.method, request.path);
    look_who(visit, !match.route ? match.allow.empty() : needs_sign_in(match.route->payload) || request.path == "/");
    visit.params = match.params;
    http::Response response;
    if (!match.route && !match.allow.empty()) {
        response = refusal_page(visit, {Because::not_found, "", "This page cannot be used in that way."});
        response.status = 405;
        response.with("Allow", match.allow);
    } else if (!match.route) {
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
            visit.flash = flash_for(visit.query.get("done"));
            visit.news = news_for(visit.query.get("done"));
            response = dispatch(visit, match);
        }
    }
    secure(response, request, visit.nonce);
    return response;
}

http::Response App::fault_page(const http::Request& request, std::string_view reference,
                               const std::exception_ptr& fault) const {
    std::string nonce = hex_nonce(inside_->service);
    auto match = inside_->router.match(request.method, request.path);
    bool for_staff = (match.route && needs_sign_in(match.route->payload)) || request.path == "/sign-in";
    http::Response response = fault_response({.request = request,
                                              .reference = reference,
                                              .fault = actions::fault_of(fault),
                                              .audience = for_staff ? Audience::staff : Audience::public_,
                                              .nonce = nonce});
    secure(response, request, nonce);
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
