#include "web/letter/letter_pages.h"

#include <fmt/format.h>

#include "actions/step.h"
#include "web/front_door/front_door_pages.h"
#include "web/letter/letter.html.h"
#include "web/letter/letters.html.h"

namespace kith::web {

using namespace core;
using documents::LetterKind;

std::string letters_href(LetterKind kind, const RawId& record) {
    return fmt::format("/letters/{}/{}", word(kind), to_text(record));
}

namespace {

Result<actions::LetterKey> key_in_path(const Visit& visit) {
    actions::LetterKey key;
    auto kind = parse_word<LetterKind>(visit.params["kind"]);
    if (!kind) return actions::no_such_record();
    key.kind = *kind;
    key.record = TRY(id_in_path<Id<void>>(visit));
    return key;
}

/// The page that the letter comes from.
std::string record_page(const actions::LetterKey& key) {
    if (key.kind == LetterKind::assessment) return "/assessments/" + to_text(key.record);
    if (key.kind == LetterKind::closing) return "/referrals/" + to_text(key.record);
    if (key.kind == LetterKind::before_proceedings) return "/pre-proceedings/" + to_text(key.record);
    return "/conferences/" + to_text(key.record);
}

Answered list(Visit& visit) {
    auto key = TRY(key_in_path(visit));
    auto letters = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::letters_about(visit.service, reader, visit.actor, key.kind, key.record);
    }));
    LettersPage page;
    page.layout = layout_for(visit, std::string(says(key.kind)));
    page.back = record_page(key);
    for (const actions::PossibleLetter& each : letters) {
        visit.shown.push_back(each.key.child);
        if (each.key.reader != each.key.child) visit.shown.push_back(each.key.reader);
        std::string href = fmt::format("{}/children/{}/to/{}", letters_href(key.kind, key.record),
                                       to_text(each.key.child), to_text(each.key.reader));
        std::string whose = "To " + each.to + (each.key.reader == each.key.child ? "" : ", about " + each.about);
        page.lines.push_back({std::move(whose), each.not_now.empty() ? href : "", each.not_now});
    }
    return http::Response::html(render(page));
}

Answered show(Visit& visit) {
    auto key = TRY(key_in_path(visit));
    key.child = TRY(id_in_path<PersonId>(visit, "child"));
    key.reader = TRY(id_in_path<PersonId>(visit, "person"));
    auto to = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::letter_to_family(visit.service, reader, visit.actor, key);
    }));
    visit.shown = {key.child, key.reader};
    visit.purpose = "letter to the family";
    LetterPage page;
    page.layout = layout_for(visit, to.letter.title);
    page.back = letters_href(key.kind, key.record);
    page.to = full_name(to.reader);
    page.from = fmt::format("{}, {}", visit.authority.name, long_date(visit.today));
    page.reads = to.reads;
    if (to.telling) page.told_href = "/tellings/" + to_text(to.telling->id);
    page.leaves_parts_out = to.telling && to.telling->showing == Showing::share_with_parts_left_out;
    page.letter = std::move(to.letter);
    return http::Response::html(render(page));
}

}  // namespace

RouteTable letter_routes() {
    May reads{Act::read_child};
    return {
        {http::Method::get, "/letters/{kind}/{id}", {reads, list}},
        {http::Method::get, "/letters/{kind}/{id}/children/{child}/to/{person}", {reads, show}},
    };
}

}  // namespace kith::web
