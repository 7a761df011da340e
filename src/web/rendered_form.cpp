#include "web/rendered_form.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/id.h"
#include "base/text.h"
#include "web/form_on_page.h"
#include "web/html.h"

namespace kith::web {

namespace {

struct Edit {
    std::size_t begin, end;
    std::string text;
};

std::string as_saved(std::string_view typed) {
    std::string text;
    for (char c : typed)
        if (c != '\r') text += c;
    return text;
}

std::string add(const std::string& to, const std::string& more, std::string_view between) {
    if (more.empty()) return to;
    return to.empty() ? more : to + std::string(between) + more;
}

/// One field for people: the three boxes of a date, all the tick boxes of a question, or one box.
struct Field {
    std::string label;
    std::string anchor;
    std::string on_page;
    std::string typed;
};

class Filling {
  public:
    Filling(const FormOnPage& form, const http::Form& typed) : form_(form), typed_(typed) {}

    void fill() {
        for (const Control& control : form_.controls) {
            names_.insert(control.name);
            switch (control.kind) {
                case ControlKind::text:
                case ControlKind::area:
                    fill_text(control);
                    break;
                case ControlKind::hidden:
                    fill_hidden(control);
                    break;
                case ControlKind::choice:
                    fill_choice(control);
                    break;
                case ControlKind::list:
                    fill_list(control);
                    break;
                case ControlKind::button:
                    break;
            }
        }
    }

    void give(FilledForm& filled, const std::string& page) {
        std::ranges::sort(edits_, {}, &Edit::begin);
        std::size_t at = 0;
        filled.page.clear();
        for (const Edit& edit : edits_) {
            filled.page += page.substr(at, edit.begin - at) + edit.text;
            at = edit.end;
        }
        filled.page += page.substr(at);
        for (const std::string& name : order_) {
            const Field& field = fields_[name];
            if (trim(field.on_page) != trim(field.typed))
                filled.differences.push_back({field.label, field.anchor, field.on_page, field.typed});
        }
        filled.changed_meanwhile = changed_meanwhile_;
    }

    bool has(const std::string& name) const { return names_.contains(name); }
    void edit(Edit edit) { edits_.push_back(std::move(edit)); }

  private:
    std::string label_of(const Control& control) const {
        auto found = form_.labels.find(control.tag.value("id"));
        return found == form_.labels.end() ? control.legend : found->second;
    }

    Field& field(const std::string& name, const std::string& label, const Control& control) {
        auto [at, is_new] = fields_.try_emplace(name, Field{label, control.tag.value("id"), "", ""});
        if (is_new) order_.push_back(name);
        return at->second;
    }

    void set_attribute(const MarkupTag& tag, std::string_view name, const std::string& text) {
        const MarkupTag::Part* part = tag.part(name);
        std::size_t begin = part ? part->begin : tag.end - 1;
        edits_.push_back({begin, part ? part->end : begin, text});
    }

    static bool is_date_part(std::string_view name) {
        return name.ends_with("-day") || name.ends_with("-month") || name.ends_with("-year");
    }

    void fill_text(const Control& control) {
        std::string on_page = control.kind == ControlKind::area ? control.text : control.tag.value("value");
        auto values = typed_.all(control.name);
        std::size_t nth = taken_[control.name]++;
        std::string typed = nth < values.size() ? as_saved(values[nth]) : on_page;
        bool in_date = is_date_part(control.name) && !control.legend.empty();
        std::string name = in_date ? control.name.substr(0, control.name.rfind('-'))
                                   : control.name + (nth == 0 ? "" : "#" + std::to_string(nth));
        Field& people = field(name, in_date ? control.legend : label_of(control), control);
        people.on_page = add(people.on_page, on_page, " ");
        people.typed = add(people.typed, typed, " ");
        if (typed == on_page) return;
        std::string markup = SafeHtml(typed).markup();
        if (control.kind == ControlKind::area)
            edits_.push_back({control.tag.end, control.text_end, (typed.starts_with('\n') ? "\n" : "") + markup});
        else
            set_attribute(control.tag, "value", " value=\"" + markup + "\"");
    }

    void fill_hidden(const Control& control) {
        if (!typed_.has(control.name)) return;
        std::string typed(typed_.get(control.name)), on_page = control.tag.value("value");
        if (control.name == "version") changed_meanwhile_ = typed != on_page;
        if (is_bookkeeping(control.name) || typed == on_page) return;
        set_attribute(control.tag, "value", " value=\"" + SafeHtml(typed).markup() + "\"");
    }

    void fill_choice(const Control& control) {
        auto values = typed_.all(control.name);
        bool was = control.tag.has("checked");
        bool is = std::ranges::find(values, control.tag.value("value")) != values.end();
        bool groups = !control.legend.empty();
        Field& people = field(control.name, groups ? control.legend : label_of(control), control);
        std::string words = label_of(control);
        if (was) people.on_page = add(people.on_page, words, ", ");
        if (is) people.typed = add(people.typed, words, ", ");
        if (was != is) set_attribute(control.tag, "checked", is ? " checked" : "");
    }

    void fill_list(const Control& control) {
        if (!typed_.has(control.name) || control.options.empty()) return;
        const Option* was = &control.options.front();
        const Option* is = nullptr;
        for (const Option& option : control.options) {
            if (option.tag.has("selected")) was = &option;
            if (option.value == typed_.get(control.name)) is = &option;
        }
        Field& people = field(control.name, label_of(control), control);
        people.on_page = was->text;
        people.typed = is ? is->text : was->text;
        if (!is || is == was) return;
        if (was->tag.has("selected")) set_attribute(was->tag, "selected", "");
        set_attribute(is->tag, "selected", " selected");
    }

    const FormOnPage& form_;
    const http::Form& typed_;
    std::vector<Edit> edits_;
    std::map<std::string, Field> fields_;
    std::vector<std::string> order_;
    std::map<std::string, std::size_t> taken_;
    std::set<std::string, std::less<>> names_;
    bool changed_meanwhile_ = false;
};

void keep_without_field(FilledForm& filled, const http::Form& typed, const Filling* filling) {
    for (const auto& [name, value] : typed.entries()) {
        bool has_field = filling && filling->has(name);
        if (!is_bookkeeping(name) && !has_field && !trim(value).empty())
            filled.without_field.push_back({words_of_field(name), "", "", as_saved(value)});
    }
}

void say_what_stands_over(FilledForm& filled, std::string_view page, std::size_t place) {
    for (auto tag = next_tag(page, std::min(page.find("<main"), place)); tag && tag->begin < place;
         tag = next_tag(page, tag->end))
        if (tag->name == "h1" || tag->name == "h2" || tag->name == "h3") {
            filled.heading = plain_text(content_of(page, *tag));
            filled.is_the_page = tag->name == "h1";
        }
}

/// A form inside closed details would hide what was typed.
void open_details_around(Filling& filling, std::string_view page, std::size_t place) {
    std::size_t opened = page.rfind("<details", place);
    if (opened == std::string_view::npos || page.substr(opened, place - opened).find("</details") != std::string::npos)
        return;
    auto tag = next_tag(page, opened);
    if (tag && !tag->has("open")) filling.edit({tag->end - 1, tag->end - 1, " open"});
}

}  // namespace

std::string words_of_field(std::string_view name) {
    constexpr std::size_t id_length = 36;
    bool has_id = name.size() > id_length + 1 && parse_id(name.substr(name.size() - id_length));
    std::string words(has_id ? name.substr(0, name.size() - id_length - 1) : name);
    std::ranges::replace_if(
        words, [](char c) { return c == '_' || c == '-'; }, ' ');
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

bool is_bookkeeping(std::string_view field) {
    static constexpr std::string_view names[] = {"csrf", "form_token", "form_page", "draft_of", "version"};
    return std::ranges::find(names, field) != std::end(names) || field.find("password") != std::string_view::npos;
}

FilledForm fill_form(const std::string& page, std::string_view action, const http::Form& typed) {
    FilledForm filled{.page = page};
    auto opening = opening_of(page, action);
    if (!opening) {
        keep_without_field(filled, typed, nullptr);
        return filled;
    }
    FormOnPage form = read_form(page, *opening);
    Filling filling(form, typed);
    filling.fill();
    keep_without_field(filled, typed, &filling);
    filled.found = true;
    say_what_stands_over(filled, page, opening->begin);
    open_details_around(filling, page, opening->begin);
    filling.give(filled, page);
    return filled;
}

std::string text_between(std::string_view page, std::string_view opening, std::string_view closing) {
    std::size_t begin = page.find(opening);
    if (begin == std::string_view::npos) return {};
    begin += opening.size();
    return plain_text(page.substr(begin, std::min(page.find(closing, begin), page.size()) - begin));
}

}  // namespace kith::web
