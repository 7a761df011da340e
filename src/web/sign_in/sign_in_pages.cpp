#include "web/sign_in/sign_in_pages.h"

#include <span>

#include "actions/session.h"
#include "http/cookies.h"
#include "web/own_address.h"
#include "web/sign_in/sign_in.html.h"

namespace kith::web {

namespace {

// Only a path of ours.
std::string safe_next(std::string_view next) {
    return is_own_address(next) ? std::string(next) : "/my-work";
}

http::Response page(const Visit& visit, FormState form, int status) {
    SignInPage view{layout_for(visit, "Sign in"), std::move(form),
                    safe_next(visit.form.has("next") ? visit.form.get("next") : visit.query.get("next"))};
    view.layout.audience = Audience::staff;
    view.layout.error = view.form.has_errors();
    return http::Response::html(render(view), status);
}

Answered show(Visit& visit) {
    return page(visit, {}, 200);
}

Answered sign_in(Visit& visit) {
    FormState form(visit.form);
    std::string name = form.required_text("sign_in_name", "Enter your sign-in name.", 100);
    std::string password(visit.form.get("password"));
    if (password.empty()) form.add_error("password", "Enter your password.");
    if (password.size() > 1'000) form.add_error("password", "A password has at most 1,000 characters.");
    if (form.has_errors()) return page(visit, form, 422);
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    auto started = actions::sign_in(visit.service, {name, password, visit.request.peer});
    if (!started) {
        form.add(started.error());
        const bool too_often = started.error().because == Because::busy;
        return page(visit, form, too_often ? 429 : status_for(started.error().because));
    }
    if (auto before = http::cookie(visit.request, "kith_session")) actions::sign_out(visit.service, *before);
    http::Response response = http::Response::see_other(safe_next(visit.form.get("next")));
    response.headers.push_back(
        http::set_cookie({.name = "kith_session", .value = started->token, .secure = visit.request.secure}));
    return response;
}

Answered sign_out(Visit& visit) {
    actions::sign_out(visit.service, visit.session_token);
    http::Response response = http::Response::see_other("/sign-in?done=signed-out");
    response.headers.push_back(http::delete_cookie("kith_session"));
    return response;
}

}  // namespace

http::Response to_sign_in(const Visit& visit) {
    if (visit.request.method == http::Method::post)
        return http::Response::see_other("/sign-in?next=" + http::percent_encode(page_of_forms(visit)) +
                                         "&done=" + (visit.kept_at ? "session-over-kept" : "session-over"));
    return http::Response::see_other("/sign-in?next=" + http::percent_encode(visit.request.path));
}

using Sentences = std::span<const std::pair<std::string_view, std::string_view>>;

static std::string sentence_for(Sentences sentences, std::string_view done) {
    for (const auto& [word, sentence] : sentences)
        if (word == done) return std::string(sentence);
    return {};
}

std::string news_for(std::string_view done) {
    static constexpr std::pair<std::string_view, std::string_view> sentences[] = {
        {"session-over", "You were signed out. What you sent was not done."},
        {"session-over-kept", "You were signed out, so this was not sent. What you typed is kept: sign in to go on."},
        {"not-sent-kept",
         "This was not sent, because you signed in again meanwhile. What you typed is kept: send it now."},
    };
    return sentence_for(sentences, done);
}

std::string flash_for(std::string_view done) {
    static constexpr std::pair<std::string_view, std::string_view> sentences[] = {
        {"signed-out", "You are signed out."},
        {"discarded", "What you typed is discarded."},
        {"child-named", "The child is added. Search for the child next."},
        {"contact-recorded", "The contact is recorded."},
        {"reporter-answered", "It is recorded that they were told."},
        {"contact-taken", "You have taken this contact."},
        {"contact-decided", "The decision is recorded."},
        {"contact-passed", "The contact is with the child’s worker."},
        {"contact-read", "Marked as read."},
        {"child-identified", "The child is identified."},
        {"child-created", "A record was made for the child."},
        {"place-recorded", "The place is recorded."},
        {"place-secret", "This place is now kept secret."},
        {"relation-recorded", "The relation is recorded."},
        {"worker-allocated", "The worker is allocated."},
        {"person-changed", "The record is changed."},
        {"census-note-sent", "Your note is with the data team."},
        {"census-note-answered", "The note is answered."},
        {"told-and-closed", "Saved. Nothing more is owed for this child, and the record is closed."},
        {"saved", "Saved."},
    };
    return sentence_for(sentences, done);
}

RouteTable sign_in_routes() {
    return {
        {http::Method::get, "/sign-in", {Anyone{}, show}},
        {http::Method::post, "/sign-in", {Anyone{}, sign_in}},
        {http::Method::post, "/sign-out", {SignedIn{}, sign_out}},
    };
}

}  // namespace kith::web
