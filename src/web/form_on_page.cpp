#include "web/form_on_page.h"

#include <algorithm>

namespace kith::web {

std::string content_of(std::string_view page, const MarkupTag& tag) {
    std::size_t end = page.find("</" + tag.name, tag.end);
    return std::string(page.substr(tag.end, std::min(end, page.size()) - tag.end));
}

namespace {

ControlKind kind_of(const MarkupTag& tag) {
    if (tag.name == "textarea") return ControlKind::area;
    if (tag.name == "select") return ControlKind::list;
    if (tag.name == "button") return ControlKind::button;
    std::string type = tag.value("type");
    if (type == "hidden") return ControlKind::hidden;
    return type == "radio" || type == "checkbox" ? ControlKind::choice : ControlKind::text;
}

void read_control(FormOnPage& form, const MarkupTag& tag, const std::vector<std::string>& legends) {
    Control control{.kind = kind_of(tag), .name = tag.value("name"), .tag = tag};
    if (!legends.empty()) control.legend = legends.back();
    if (control.kind == ControlKind::area) {
        std::string inside = content_of(form.page, tag);
        control.text_end = tag.end + inside.size();
        control.text = unescaped(inside.starts_with('\n') ? std::string_view(inside).substr(1) : inside);
    }
    if (!control.name.empty()) form.controls.push_back(std::move(control));
}

}  // namespace

std::optional<MarkupTag> opening_of(std::string_view page, std::string_view action) {
    for (std::size_t at = page.find("<form"); at != std::string_view::npos; at = page.find("<form", at + 1)) {
        auto tag = next_tag(page, at);
        if (tag && tag->value("method") == "post" && tag->value("action") == action) return tag;
    }
    return std::nullopt;
}

FormOnPage read_form(std::string_view page, const MarkupTag& opening) {
    FormOnPage form{page, opening, {}, {}};
    std::vector<std::string> legends;
    for (auto tag = next_tag(page, opening.end); tag && tag->name != "/form"; tag = next_tag(page, tag->end)) {
        if (tag->name == "fieldset") legends.emplace_back();
        if (tag->name == "/fieldset" && !legends.empty()) legends.pop_back();
        if (tag->name == "legend" && !legends.empty()) legends.back() = plain_text(content_of(page, *tag));
        if (tag->name == "label") form.labels[tag->value("for")] = plain_text(content_of(page, *tag));
        if (tag->name == "option" && !form.controls.empty())
            form.controls.back().options.push_back(
                {tag->has("value") ? tag->value("value") : plain_text(content_of(page, *tag)),
                 plain_text(content_of(page, *tag)), *tag});
        if (tag->name == "input" || tag->name == "textarea" || tag->name == "select" || tag->name == "button")
            read_control(form, *tag, legends);
    }
    return form;
}

}  // namespace kith::web
