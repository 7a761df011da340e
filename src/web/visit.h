// One request on its way to a page: who asks, what was sent, and what the response needs.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actions/draft.h"
#include "actions/service.h"
#include "base/text.h"
#include "core/authority.h"
#include "http/form.h"
#include "http/message.h"
#include "http/router.h"
#include "web/layout/layout.h"

namespace kith::web {

struct Visit;

/// What a page may ask of the whole application.
struct Site {
    struct Opened {
        http::Response response;
        std::vector<core::PersonId> shown;
    };
    /// Another page as this visitor would see it now, or its refusal: the one authority on who may read what.
    std::function<Result<Opened>(const Visit&, const std::string& address)> open;
    /// The form that is posted to an address; nothing when none is.
    std::function<std::optional<actions::FormKey>(std::string_view address)> form_at;
};

struct Visit {
    const actions::Service& service;
    const http::Request& request;
    http::Params params;
    http::Form form;   ///< the body of a POST
    http::Form query;  ///< of the address
    Instant now;
    Date today;
    std::string nonce;
    core::AuthorityProfile authority;

    core::Actor actor;          ///< id is nil on public routes
    std::string session_token;  ///< the session's cookie; empty on public routes
    std::string csrf;           ///< the session's token, carried in each form
    std::string flash;
    std::string news;
    bool saves_nothing = false;  ///< nothing that is typed now would be kept: the page says so

    const Site* site = nullptr;
    actions::FormKey form_key;       ///< the form that is posted
    std::optional<Instant> kept_at;  ///< what was typed into it is kept as a draft since then

    /// What the access log gets before the response leaves: purpose, and every person whose record it shows.
    std::string purpose;
    std::vector<core::PersonId> shown;

    /// What else is recorded in the transaction of the posted form.
    std::function<Result<void>(actions::Work&)> with_form{};

    bool signed_in() const { return !actor.id.is_nil(); }
};

/// The page's surroundings, filled from the visit.
Layout layout_for(const Visit& visit, std::string title);

/// The text of a field, cleaned (normal form, no control characters) and trimmed; empty when absent or not text.
std::string field(const Visit& visit, std::string_view name);

/// The id in the address; a malformed one is as absent as an unknown one.
template <class IdType>
Result<IdType> id_in_path(const Visit& visit, std::string_view name = "id") {
    auto id = parse_id_as<IdType>(visit.params[name]);
    if (!id) return refuse(Because::not_found, "", "There is no such record, or it is not one of yours.");
    return *id;
}

/// The address of the page that shows the visit's forms: its own, or where the posted form came from.
std::string page_of_forms(const Visit& visit);

/// A refusal that is not a form's: 404 and 403 look alike where existence must not be shown, 409 says what to do.
http::Response refusal_page(const Visit& visit, const Refusal& refusal);

int status_for(Because because);

/// The token that makes a double submit of one rendered form happen once; a new one for each rendering.
std::string new_form_token(const Visit& visit);

/// Performs the action of the posted form, once for its token, and forgets what was kept of it in the same transaction.
/// The place to go. F: Result<std::string>(Work&).
template <class F>
Result<std::string> perform_form(const Visit& visit, F action) {
    return actions::perform_once(visit.service, visit.actor, std::string(visit.form.get("form_token")),
                                 http::encode_form(visit.form), [&](actions::Work& work) -> Result<std::string> {
                                     std::string place = TRY(action(work));
                                     if (visit.with_form) TRY(visit.with_form(work));
                                     actions::forget_draft(work.store, visit.actor.id, visit.form_key);
                                     return place;
                                 });
}

/// A handler's answer: a page, or the refusal to show instead.
using Answered = Result<http::Response>;

}  // namespace kith::web
