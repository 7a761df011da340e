#include "web/components/form.h"
#include "web/support/govuk_examples.h"

namespace kith::web {
namespace {

SafeHtml make_button(const Options& o) {
    bool once = o.if_contains("preventDoubleClick") != nullptr;
    return button({.text = content(o),
                   .kind = flag(o, "isStartButton") ? ButtonKind::start : ButtonKind::primary,
                   .href = text(o, "href"),
                   .name = text(o, "name"),
                   .value = text(o, "value"),
                   .type = text(o, "type", "submit"),
                   .id = text(o, "id"),
                   .disabled = flag(o, "disabled"),
                   .once = once,
                   .classes = text(o, "classes"),
                   .attributes = attributes(o)});
}

template <class Field>
Field field(const Options& o) {
    Field result;
    result.id = text(o, "id");
    result.name = text(o, "name");
    result.label = content_of(o, "label");
    result.label_heading = heading_of(part(o, "label"));
    result.hint = content_of(o, "hint");
    result.error = content_of(o, "errorMessage");
    result.value = text(o, "value");
    result.classes = text(o, "classes");
    result.attributes = attributes(o);
    return result;
}

SafeHtml make_input(const Options& o) {
    Input result = field<Input>(o);
    result.type = text(o, "type", "text");
    result.inputmode = text(o, "inputmode");
    result.autocomplete = text(o, "autocomplete");
    if (o.if_contains("spellcheck")) result.spellcheck = flag(o, "spellcheck");
    result.prefix = content_of(o, "prefix");
    result.suffix = content_of(o, "suffix");
    return input(result);
}

SafeHtml make_textarea(const Options& o) {
    Textarea result = field<Textarea>(o);
    result.rows = number(o, "rows").value_or(5);
    result.autocomplete = text(o, "autocomplete");
    if (o.if_contains("spellcheck")) result.spellcheck = flag(o, "spellcheck");
    return textarea(result);
}

SafeHtml make_character_count(const Options& o) {
    CharacterCount result = field<CharacterCount>(o);
    result.rows = number(o, "rows").value_or(5);
    std::string unit = text(o, "countType", text(o, "maxwords").empty() ? "length" : "words");
    result.limit = number(o, text(o, "maxwords").empty() ? "maxlength" : "maxwords").value_or(0);
    result.count_in = unit == "words"        ? CountIn::words
                      : unit == "characters" ? CountIn::characters
                                             : CountIn::code_units;
    result.threshold = number(o, "threshold");
    return character_count(result);
}

SafeHtml make_password_input(const Options& o) {
    PasswordInput result = field<PasswordInput>(o);
    result.autocomplete = text(o, "autocomplete", "current-password");
    return password_input(result);
}

}  // namespace

Drawers form_drawers() {
    return {
        {"button", make_button},
        {"character-count", make_character_count},
        {"error-message",
         [](const Options& o) {
             const json::value* hidden = o.if_contains("visuallyHiddenText");
             return error_message({.id = text(o, "id"),
                                   .text = content(o),
                                   .classes = text(o, "classes"),
                                   .attributes = attributes(o),
                                   .hidden_prefix = hidden ? text_of(hidden) : "Error"});
         }},
        {"error-summary",
         [](const Options& o) {
             return error_summary({.errors = each<ErrorLink>(o, "errorList",
                                                             [](const Options& e) {
                                                                 return ErrorLink{content(e), text(e, "href")};
                                                             }),
                                   .title = content(o, "title"),
                                   .description = content(o, "description"),
                                   .classes = text(o, "classes"),
                                   .attributes = attributes(o)});
         }},
        {"hint",
         [](const Options& o) {
             return hint({text(o, "id"), content(o), text(o, "classes"), attributes(o)});
         }},
        {"input", make_input},
        {"label",
         [](const Options& o) {
             bool sized = heading_of(o) != Heading::none && heading_of(o) != Heading::page_plain;
             return label({content(o), heading_of(o), text(o, "for"), sized ? "" : text(o, "classes"), attributes(o)});
         }},
        {"password-input", make_password_input},
        {"textarea", make_textarea},
    };
}

}  // namespace kith::web
