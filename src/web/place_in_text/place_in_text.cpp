#include "web/place_in_text/place_in_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "web/form_on_page.h"
#include "web/rendered_form.h"

namespace kith::web {

namespace {

constexpr std::array going_out{
    "/assessments/{id}/children/{child}"sv,
    "/assessments/{id}/family"sv,
    "/assessments/{id}/accounts/{person}"sv,
    "/conferences/{id}/children/{row}"sv,
    "/conferences/{id}/people"sv,
    "/conferences/{id}/minutes"sv,
    "/conferences/{id}/reports/{report}"sv,
    "/child-protection-plans/{id}/text"sv,
    "/child-protection-plans/{id}/changes"sv,
    "/child-protection-plans/{id}/members"sv,
    "/child-in-need-plans/{id}/meeting"sv,
    "/child-in-need-plans/{id}/members/new"sv,
    "/child-in-need-plans/{id}/actions/new"sv,
    "/child-in-need-plans/{id}/actions/{action}"sv,
    "/child-in-need-plans/{id}/reviews/new"sv,
    "/child-in-need-plans/{id}/end"sv,
    "/children/{id}/safety-plans/new"sv,
    "/pre-proceedings/{id}/letter"sv,
    "/referrals/{id}/closure/new"sv,
    "/contacts/{id}/answers/new"sv,
};

/// Forms whose business is the place itself.
constexpr std::array about_places{
    "/people/{id}/places/new"sv,
    "/people/{id}/places/{place}/secret"sv,
    "/people/{id}/places/{place}/end"sv,
    "/drafts"sv,
};

constexpr std::size_t shortest = 5;  ///< bytes of a text that can name a place: a postcode without its space

std::vector<actions::TypedText> texts_of(const http::Form& form) {
    std::vector<actions::TypedText> texts;
    for (const auto& [name, value] : form.entries())
        if (!is_bookkeeping(name) && name != place_may_be_known && value.size() >= shortest)
            texts.emplace_back(name, value);
    return texts;
}

std::string who_and_what(const actions::GivenAway& given) {
    return fmt::format("This repeats a place that must not be known to {}: {}.", given.not_known_to, given.words);
}

}  // namespace

bool goes_out(std::string_view route) {
    return std::ranges::find(going_out, route) != going_out.end();
}

PlacesInForm places_in_form(const Visit& visit) {
    PlacesInForm places;
    if (std::ranges::find(about_places, visit.form_key.form) != about_places.end()) return places;
    places.going_out = goes_out(visit.form_key.form);
    std::vector<actions::TypedText> texts = texts_of(visit.form);
    if (texts.empty()) return places;
    auto all = actions::look(visit.service, [&](store::Reader& reader) { return actions::places_in(reader, texts); });
    if (all.empty()) return places;
    auto opened = visit.site->open(visit, page_of_forms(visit));
    if (!opened) return places;
    actions::look(visit.service, [&](store::Reader& reader) {
        for (actions::GivenAway& each : all)
            if (actions::belongs_to_family(reader, each.person, opened->shown)) places.found.push_back(std::move(each));
    });
    return places;
}

Result<void> settle_places(const Visit& visit, const PlacesInForm& places, actions::Work& work) {
    if (places.found.empty()) return {};
    std::string why = field(visit, place_may_be_known);
    if (places.going_out && why.empty()) {
        const actions::GivenAway& first = places.found.front();
        return refuse(Because::invalid, first.field,
                      who_and_what(first) + " Take it out, or say at the top of this form why it may be known.");
    }
    for (const actions::GivenAway& each : places.found)
        actions::note_place_in_text(work, each, words_of_field(each.field), places.going_out ? why : "");
    return {};
}

http::Response with_question_about_places(const Visit& visit, http::Response response) {
    std::string page(response.body.view());
    auto opening = opening_of(page, visit.request.path);
    if (!opening) return response;
    page.insert(opening->end, place_question({FormState(visit.form)}).markup());
    response.body = http::Body(std::move(page));
    return response;
}

}  // namespace kith::web
