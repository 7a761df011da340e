#include "web/draft/draft_pages.h"

#include "actions/step.h"
#include "base/text.h"
#include "web/draft/discard.html.h"

namespace kith::web {

using namespace core;

namespace {

actions::Typed typed_in(const http::Form& form) {
    actions::Typed typed;
    for (const auto& [name, value] : form.entries()) {
        bool kept = name == "version" || !is_bookkeeping(name);
        if (kept) typed.emplace_back(name, clean_text(value).value_or(value));
    }
    return typed;
}

bool says_nothing(const actions::Typed& typed) {
    for (const auto& [name, value] : typed)
        if (!is_bookkeeping(name) && !trim(value).empty()) return false;
    return true;
}

http::Form form_of(const actions::Typed& typed) {
    http::Form form;
    for (const auto& [name, value] : typed)
        form.add(name, value);
    return form;
}

/// The route with its "{…}" filled in again.
std::string address_of(const actions::FormKey& key) {
    std::string address;
    std::vector<std::string_view> ids = split(key.subject, '/');
    std::size_t next = 0;
    for (std::size_t at = 0; at < key.form.size(); ++at) {
        if (key.form[at] != '{') {
            address += key.form[at];
            continue;
        }
        if (next < ids.size()) address += ids[next++];
        at = std::min(key.form.find('}', at), key.form.size());
    }
    return address;
}

std::string discard_href(const actions::FormKey& key) {
    return "/drafts/discard?of=" + http::percent_encode(address_of(key));
}

std::string changed_by(const Visit& visit, const actions::FormKey& key) {
    auto record = parse_id(key.subject.substr(0, key.subject.find('/')));
    if (!record) return {};
    auto last =
        actions::look(visit.service, [&](store::Reader& reader) { return actions::last_change(reader, *record); });
    return last && !last->by.empty() ? last->by + " on " + long_time(last->at) : "";
}

KeptNotice notice_of(const Visit& visit, const actions::KeptForm& kept, const FilledForm& filled) {
    KeptNotice notice{.form = filled.heading,
                      .kept = long_time(kept.kept_at),
                      .discard_href = discard_href(kept.key),
                      .changed_meanwhile = filled.changed_meanwhile,
                      .differences = filled.differences,
                      .without_field = filled.without_field};
    if (!filled.differences.empty() && !filled.is_the_page) notice.href = "#" + filled.differences.front().anchor;
    if (filled.changed_meanwhile) notice.changed_by = changed_by(visit, kept.key);
    return notice;
}

constexpr std::string_view top_of_main = "id=\"main-content\">";

void put_at_top(std::string& page, const SafeHtml& notices) {
    std::size_t at = page.find(top_of_main);
    if (at != std::string::npos) page.insert(at + top_of_main.size(), notices.markup());
}

}  // namespace

Result<void> keep_typing(Visit& visit, StaffId owner) {
    if (visit.form_key.form.empty() || !visit.form.has("form_page")) return {};
    actions::KeepDraft command{visit.form_key, page_of_forms(visit), typed_in(visit.form),
                               std::string(visit.form.get("form_token"))};
    if (says_nothing(command.typed)) return {};
    visit.kept_at = TRY(actions::keep_draft(visit.service, owner, command));
    return {};
}

http::Response with_kept_typing(const Visit& visit, http::Response response) {
    if (response.status != 200 || !response.content_type.starts_with("text/html")) return response;
    auto all = actions::look(visit.service, [&](store::Reader& reader) {
        return actions::kept_on_page(reader, visit.actor.id, visit.request.path);
    });
    if (all.empty()) return response;
    std::string page(response.body.view());
    std::vector<KeptNotice> notices;
    for (const actions::KeptForm& kept : all) {
        FilledForm filled = fill_form(page, address_of(kept.key), form_of(kept.typed));
        if (!filled.says_something()) continue;
        page = filled.page;
        notices.push_back(notice_of(visit, kept, filled));
    }
    put_at_top(page, kept_notices(notices));
    response.body = http::Body(std::move(page));
    return response;
}

http::Response with_both_texts(Visit& visit, const Refusal& refusal) {
    if (!visit.form.has("form_page")) return refusal_page(visit, refusal);  // made by hand: no page shows this form
    auto opened = visit.site->open(visit, page_of_forms(visit));
    if (!opened) return refusal_page(visit, refusal);
    visit.shown.insert(visit.shown.end(), opened->shown.begin(), opened->shown.end());
    actions::KeptForm sent{visit.form_key, page_of_forms(visit), typed_in(visit.form), visit.now};
    FilledForm filled =
        fill_form(std::string(opened->response.body.view()), address_of(visit.form_key), form_of(sent.typed));
    KeptNotice notice = notice_of(visit, sent, filled);
    notice.changed_meanwhile = true;
    notice.refused = true;
    notice.no_form = !filled.found;
    notice.changed_by = changed_by(visit, visit.form_key);
    if (!visit.kept_at) notice.kept.clear();
    put_at_top(filled.page, kept_notices({notice}));
    if (std::size_t title = filled.page.find("<title>"); title != std::string::npos)
        filled.page.insert(title + 7, "Error: ");
    opened->response.body = http::Body(std::move(filled.page));
    opened->response.status = 409;
    return opened->response;
}

static std::string name_of(const Visit& visit, PersonId id) {
    return actions::look(visit.service, [&](store::Reader& reader) { return actions::name_of(reader, id); });
}

// For the access row: of the persons on a page that was opened, those whose names this one says.
static void note_named(Visit& visit, const std::vector<PersonId>& persons, std::string_view words) {
    for (PersonId id : persons)
        if (words.find(name_of(visit, id)) != std::string_view::npos) visit.shown.push_back(id);
}

std::vector<UnsentForm> unsent_forms(Visit& visit) {
    auto all =
        actions::look(visit.service, [&](store::Reader& reader) { return actions::kept_by(reader, visit.actor.id); });
    std::vector<UnsentForm> unsent;
    for (const actions::KeptForm& kept : all) {
        auto opened = visit.site->open(visit, kept.page);
        if (!opened || opened->response.status != 200) continue;
        std::string page(opened->response.body.view());
        FilledForm filled = fill_form(page, address_of(kept.key), form_of(kept.typed));
        if (!filled.says_something()) continue;
        std::string title = text_between(page, "<title>", " – Kith</title>");
        UnsentForm line{title, "", kept.page, long_time(kept.kept_at)};
        std::string child = opened->shown.empty() ? "" : name_of(visit, opened->shown.front());
        bool own_heading = !filled.heading.empty() && filled.heading.find(title) == std::string::npos &&
                           title.find(filled.heading) == std::string::npos && !filled.heading.ends_with(child);
        if (own_heading) line = {filled.heading, title, line.href, line.kept};
        if (!child.empty() && title.find(child) == std::string::npos)
            line.about += (line.about.empty() ? "" : ", ") + child;
        note_named(visit, opened->shown, title + child);
        unsent.push_back(std::move(line));
    }
    return unsent;
}

namespace {

std::string clock_time(Instant at) {
    std::string time = long_time(at);
    return time.substr(time.find(" at ") + 4);
}

// Asked by kith.js while somebody types: the sentence that it shows.
Answered keep(Visit& visit) {
    TRY(keep_typing(visit, visit.actor.id));
    return http::Response::text(visit.kept_at ? "Kept at " + clock_time(*visit.kept_at) : "");
}

struct Found {
    actions::KeptForm kept;
    FilledForm filled;
};

/// The draft of the form at that address, where its writer may still read what it is about.
Result<Found> find(Visit& visit, std::string_view address) {
    auto nothing = refuse(Because::not_found, "", "There is nothing of yours here that is not sent.");
    auto key = visit.site->form_at(address);
    if (!key) return nothing;
    auto kept = actions::look(visit.service,
                              [&](store::Reader& reader) { return actions::kept_form(reader, visit.actor.id, *key); });
    if (!kept) return nothing;
    auto opened = TRY(visit.site->open(visit, kept->page));
    visit.shown.insert(visit.shown.end(), opened.shown.begin(), opened.shown.end());
    return Found{*kept, fill_form(std::string(opened.response.body.view()), address_of(*key), form_of(kept->typed))};
}

Answered ask_to_discard(Visit& visit) {
    Found found = TRY(find(visit, visit.query.get("of")));
    DiscardDraftPage page{layout_for(visit, "Discard what you typed?"),
                          new_form_token(visit),
                          address_of(found.kept.key),
                          found.kept.page,
                          long_time(found.kept.kept_at),
                          {}};
    for (const auto* list : {&found.filled.differences, &found.filled.without_field})
        for (const Difference& each : *list)
            page.typed.push_back({.key = each.label, .value = each.typed.empty() ? "Nothing" : SafeHtml(each.typed)});
    return http::Response::html(render(page));
}

Answered discard(Visit& visit) {
    auto key = visit.site->form_at(visit.form.get("draft_of"));
    if (!key) return refuse(Because::not_found, "", "There is nothing of yours here that is not sent.");
    auto kept = actions::look(visit.service,
                              [&](store::Reader& reader) { return actions::kept_form(reader, visit.actor.id, *key); });
    TRY(actions::perform(visit.service, visit.actor,
                         [&](actions::Work& work) { return actions::discard_draft(work, *key); }));
    std::string page = kept ? kept->page : "/my-work";
    return http::Response::see_other(page + (page.find('?') == std::string::npos ? "?" : "&") + "done=discarded");
}

}  // namespace

RouteTable draft_routes() {
    return {
        {http::Method::post, "/drafts", {SignedIn{}, keep}},
        {http::Method::get, "/drafts/discard", {SignedIn{}, ask_to_discard}},
        {http::Method::post, "/drafts/discard", {SignedIn{}, discard}},
    };
}

}  // namespace kith::web
