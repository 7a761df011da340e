#include "web/components/record.h"
#include "web/support/govuk_examples.h"

namespace kith::web {
namespace {

Action action(const Options& o) {
    return {.text = content(o),
            .href = text(o, "href"),
            .hidden = text(o, "visuallyHiddenText"),
            .classes = text(o, "classes"),
            .attributes = attributes(o)};
}
std::vector<Action> actions(const Options& o) {
    return each<Action>(part(o, "actions"), "items", action);
}

Colour colour(const Options& o) {
    const std::vector<std::string> names = {"",       "grey",    "green", "teal",   "blue",
                                            "purple", "magenta", "red",   "orange", "yellow"};
    std::string classes = text(o, "classes");
    for (std::size_t i = 1; i < names.size(); ++i) {
        if (classes == "govuk-tag--" + names[i]) return static_cast<Colour>(i);
    }
    return Colour::standard;
}

std::string without_colour(const Options& o) {
    return colour(o) == Colour::standard ? text(o, "classes") : "";
}

SafeHtml make_summary_list(const Options& o) {
    const Options& card = part(o, "card");
    return summary_list({.rows = each<SummaryRow>(o, "rows",
                                                  [](const Options& row) {
                                                      return SummaryRow{content_of(row, "key"),
                                                                        content_of(row, "value"), actions(row),
                                                                        text(row, "classes")};
                                                  }),
                         .card_title = content_of(card, "title"),
                         .card_actions = actions(card),
                         .classes = text(o, "classes"),
                         .card_classes = text(card, "classes"),
                         .attributes = attributes(o)});
}

Cell cell(const Options& o) {
    return {content(o), text(o, "format") == "numeric", text(o, "classes"), number(o, "colspan").value_or(1),
            attributes(o)};
}

SafeHtml make_table(const Options& o) {
    Table result{.caption = text(o, "caption"),
                 .caption_classes = text(o, "captionClasses"),
                 .head = each<Cell>(o, "head", cell),
                 .first_cell_is_header = flag(o, "firstCellIsHeader"),
                 .classes = text(o, "classes"),
                 .attributes = attributes(o)};
    for (const json::value& row : list(o, "rows"))
        result.rows.push_back(each<Cell>(Options{{"row", row}}, "row", cell));
    return table(result);
}

SafeHtml make_task_list(const Options& o) {
    return task_list({.items = each<Task>(o, "items",
                                          [](const Options& item) {
                                              const Options& status = part(item, "status");
                                              const Options& tag = part(status, "tag");
                                              return Task{.title = content_of(item, "title"),
                                                          .hint = content_of(item, "hint"),
                                                          .href = text(item, "href"),
                                                          .status = content(status),
                                                          .status_tag = content(tag),
                                                          .tag_colour = colour(tag),
                                                          .cannot_start = text(status, "classes") ==
                                                                          "govuk-task-list__status--cannot-start-yet",
                                                          .classes = text(item, "classes")};
                                          }),
                      .id_prefix = text(o, "idPrefix", "task-list"),
                      .classes = text(o, "classes"),
                      .attributes = attributes(o)});
}

}  // namespace

Drawers record_drawers() {
    return {
        {"summary-list", make_summary_list},
        {"table", make_table},
        {"tag",
         [](const Options& o) {
             return tag({content(o), colour(o), without_colour(o), attributes(o)});
         }},
        {"task-list", make_task_list},
    };
}

}  // namespace kith::web
