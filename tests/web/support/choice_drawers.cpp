#include "web/components/choices.h"
#include "web/support/govuk_examples.h"

namespace kith::web {
namespace {

Choice choice(const Options& o) {
    return {.value = text(o, "value"),
            .text = content(o),
            .hint = content_of(o, "hint"),
            .conditional = content_of(o, "conditional"),
            .checked = flag(o, "checked"),
            .disabled = flag(o, "disabled"),
            .exclusive = text(o, "behaviour") == "exclusive",
            .divider = text(o, "divider"),
            .id = text(o, "id"),
            .name = text(o, "name"),
            .attributes = attributes(o)};
}

SafeHtml make_radios(const Options& o) {
    const json::value* value = o.if_contains("value");
    const Options& legend = part(part(o, "fieldset"), "legend");
    return radios({.id = text(o, "idPrefix"),
                   .name = text(o, "name"),
                   .legend = content(legend),
                   .legend_heading = heading_of(legend),
                   .hint = content_of(o, "hint"),
                   .error = content_of(o, "errorMessage"),
                   .value = value ? std::optional(text_of(value)) : std::nullopt,
                   .items = each<Choice>(o, "items", choice),
                   .classes = text(o, "classes"),
                   .attributes = attributes(o),
                   .group_classes = text(part(o, "formGroup"), "classes")});
}

SafeHtml make_checkboxes(const Options& o) {
    std::vector<std::string> values;
    for (const json::value& value : list(o, "values"))
        values.push_back(text_of(&value));
    const Options& legend = part(part(o, "fieldset"), "legend");
    return checkboxes({.id = text(o, "idPrefix"),
                       .name = text(o, "name"),
                       .legend = content(legend),
                       .legend_heading = heading_of(legend),
                       .hint = content_of(o, "hint"),
                       .error = content_of(o, "errorMessage"),
                       .values = values,
                       .items = each<Choice>(o, "items", choice),
                       .classes = text(o, "classes"),
                       .attributes = attributes(o),
                       .group_classes = text(part(o, "formGroup"), "classes")});
}

SafeHtml make_date_input(const Options& o) {
    auto wrong = [&](const std::string& name) {
        for (const json::value& item : list(o, "items")) {
            if (text(item.as_object(), "name") != name) continue;
            return flag(item.as_object(), "error") ||
                   text(item.as_object(), "classes").find("--error") != std::string::npos;
        }
        return flag(part(o, name), "error");
    };
    auto has = [&](const std::string& name) {
        if (list(o, "items").empty()) return o.if_contains(name) == nullptr || !o.at(name).is_bool();
        for (const json::value& item : list(o, "items")) {
            if (text(item.as_object(), "name") == name) return true;
        }
        return false;
    };
    const Options& legend = part(part(o, "fieldset"), "legend");
    const Options& values = part(o, "values");
    std::string prefix = text(o, "namePrefix");
    auto value = [&](const std::string& name) { return text(values, name, text(values, prefix + "-" + name)); };
    return date_input({.id = text(o, "id"),
                       .name = prefix,
                       .legend = content(legend),
                       .legend_heading = heading_of(legend),
                       .hint = content_of(o, "hint"),
                       .error = content_of(o, "errorMessage"),
                       .day = value("day"),
                       .month = value("month"),
                       .year = value("year"),
                       .wrong = {wrong("day"), wrong("month"), wrong("year")},
                       .fields = !has("day")    ? DateFields::month_year
                                 : !has("year") ? DateFields::day_month
                                                : DateFields::day_month_year,
                       .classes = text(o, "classes"),
                       .attributes = attributes(o)});
}

SafeHtml make_select(const Options& o) {
    const json::value* value = o.if_contains("value");
    return select({.id = text(o, "id"),
                   .name = text(o, "name"),
                   .label = content_of(o, "label"),
                   .label_heading = heading_of(part(o, "label")),
                   .hint = content_of(o, "hint"),
                   .error = content_of(o, "errorMessage"),
                   .value = value ? std::optional(text_of(value)) : std::nullopt,
                   .items = each<SelectItem>(o, "items",
                                             [](const Options& item) {
                                                 return SelectItem{text(item, "value"), text(item, "text"),
                                                                   flag(item, "selected"), flag(item, "disabled"),
                                                                   attributes(item)};
                                             }),
                   .classes = text(o, "classes"),
                   .attributes = attributes(o)});
}

}  // namespace

Drawers choice_drawers() {
    return {
        {"checkboxes", make_checkboxes},
        {"date-input", make_date_input},
        {"fieldset",
         [](const Options& o) {
             return fieldset({.legend = content_of(o, "legend"),
                              .legend_heading = heading_of(part(o, "legend")),
                              .described_by = text(o, "describedBy"),
                              .role = text(o, "role"),
                              .classes = text(o, "classes"),
                              .attributes = attributes(o)},
                             markup(text(o, "html")));
         }},
        {"radios", make_radios},
        {"select", make_select},
    };
}

}  // namespace kith::web
