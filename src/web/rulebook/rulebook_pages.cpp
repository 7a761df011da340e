#include "web/rulebook/rulebook_pages.h"

#include <fmt/format.h>

#include "web/rulebook/rulebook.html.h"
#include "web/work/work_pages.h"

namespace kith::web {

using namespace core;

static std::string certainty(const Clock& clock) {
    if (clock.length == Length::local)
        return "There is no national length. This is Kith’s default until the council sets its own.";
    if (clock.source.newest == NewestEdition::not_checked)
        return "Not re-checked against the newest edition of the guidance. Check the source before relying on it.";
    return "";
}

static RulebookPage::Rule rule(const Clock& clock) {
    return {.anchor = std::string(word(clock.duty)),
            .title = std::string(says(clock.duty)),
            .limit = words(clock.limit),
            .counts_from = std::string(clock.counts_from),
            .says = std::string(clock.says),
            .family = std::string(clock.family),
            .note = std::string(clock.note),
            .source = fmt::format("{}, {}", clock.source.title, clock.source.place),
            .certainty = certainty(clock)};
}

static Answered show(Visit& visit) {
    const Rulebook& law = visit.service.rulebook;
    RulebookPage page{.layout = layout_for(visit, "How each step works, and how long it may take")};
    if (const Edition* edition = edition_in_force(law, visit.today)) page.edition = edition->title;
    for (const Clock& clock : law.clocks)
        if (clock.in_force.covers(visit.today)) page.rules.push_back(rule(clock));
    for (const Category& category : law.categories)
        page.categories.push_back(
            {std::string(category.name), std::string(category.says), std::string(category.family)});
    return http::Response::html(render(page));
}

RouteTable rulebook_routes() {
    return {{http::Method::get, "/rulebook", {Anyone{}, show}}};
}

}  // namespace kith::web
