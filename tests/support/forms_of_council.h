// Every form that somebody of the invented council can see, with its fields, to be filled with anything.
#pragma once

#include <fmt/format.h>

#include "support/invented_council.h"
#include "web/form_on_page.h"
#include "web/rendered_form.h"

namespace kith::tests {

struct FoundForm {
    std::string pattern;  ///< of its POST route
    std::string user;
    std::string page;
    std::string action;
};

inline std::vector<std::string> actions_on(const std::string& page) {
    std::vector<std::string> actions;
    for (auto tag = web::next_tag(page, 0); tag; tag = web::next_tag(page, tag->end))
        if (tag->name == "form" && tag->value("method") == "post") actions.push_back(tag->value("action"));
    return actions;
}

/// At most `each` of one POST route, as the first of these people who sees it. Looked for once: the copies of the
/// invented council are alike.
inline const std::vector<FoundForm>& forms_of_council() {
    static const std::vector<FoundForm> found = [] {
        constexpr std::size_t each = 2, pages_of_a_kind = 12;
        InventedCouncil council;
        std::vector<FoundForm> forms;
        std::map<std::string, std::size_t> known;
        for (const char* user : {"mira.manager", "cleo.chair", "hana.head", "farah.door", "ngozi.manager", "sam.social",
                                 "bea.business", "ade.admin"})
            crawl(council.as(user), beginnings(council), pages_of_a_kind,
                  [&](const std::string& address, const std::string&) {
                      for (const std::string& action : actions_on(council.as(user).body())) {
                          std::string pattern = pattern_of("POST", action);
                          if (pattern == "/sign-out" || pattern == "/sign-in") continue;
                          if (known[pattern]++ < each) forms.push_back({pattern, user, address, action});
                      }
                  });
        return forms;
    }();
    return found;
}

inline bool is_date_part(const web::FormOnPage& form, const std::string& name, std::string_view part) {
    if (!name.ends_with(part)) return false;
    std::string stem = name.substr(0, name.size() - part.size());
    auto has = [&](const std::string& other) {
        return std::ranges::any_of(form.controls, [&](const web::Control& each) { return each.name == other; });
    };
    return has(stem + "-day") && has(stem + "-month") && has(stem + "-year");
}

/// The dates that a form asks for, by the name before "-day".
inline std::vector<std::string> dates_of(const web::FormOnPage& form) {
    std::vector<std::string> dates;
    for (const web::Control& control : form.controls)
        if (is_date_part(form, control.name, "-day")) dates.push_back(control.name.substr(0, control.name.size() - 4));
    return dates;
}

/// The fields into which people type words: not dates, times of day, or secrets.
inline std::vector<std::string> texts_of(const web::FormOnPage& form) {
    std::vector<std::string> texts;
    for (const web::Control& control : form.controls) {
        bool typed = control.kind == web::ControlKind::area || control.kind == web::ControlKind::text;
        bool of_date = is_date_part(form, control.name, "-day") || is_date_part(form, control.name, "-month") ||
                       is_date_part(form, control.name, "-year");
        if (typed && !of_date && !control.name.ends_with("-time")) texts.push_back(control.name);
    }
    return texts;
}

/// What somebody might send: the first of every choice, this day in every date, nothing in the words.
inline http::Form filled_in(const web::FormOnPage& form, std::string_view date) {
    std::chrono::year_month_day day(*parse_date(date));
    http::Form filled;
    for (const web::Control& control : form.controls) {
        const std::string& name = control.name;
        switch (control.kind) {
            case web::ControlKind::hidden:
                filled.add(name, control.tag.value("value"));
                break;
            case web::ControlKind::choice:
                if (!filled.has(name)) filled.add(name, control.tag.value("value"));
                break;
            case web::ControlKind::list:
                for (const web::Option& option : control.options)
                    if (!option.value.empty() && !filled.has(name)) filled.add(name, option.value);
                break;
            case web::ControlKind::text:
            case web::ControlKind::area:
                if (is_date_part(form, name, "-day"))
                    filled.add(name, std::to_string(static_cast<unsigned>(day.day())));
                else if (is_date_part(form, name, "-month"))
                    filled.add(name, std::to_string(static_cast<unsigned>(day.month())));
                else if (is_date_part(form, name, "-year"))
                    filled.add(name, std::to_string(static_cast<int>(day.year())));
                else
                    filled.add(name, name.ends_with("-time") ? "9:00" : "");
                break;
            case web::ControlKind::button:
                break;
        }
    }
    return filled;
}

/// The same form with other values for these fields.
inline http::Form with(const http::Form& form, const http::Form& other) {
    http::Form changed;
    for (const auto& [name, value] : form.entries())
        changed.add(name, other.has(name) ? other.get(name) : std::string_view(value));
    return changed;
}

/// What stands in a text field of the answer's form; nothing when it has no such field.
inline std::optional<std::string> typed_on(const std::string& page, const std::string& action,
                                           const std::string& field) {
    auto opening = web::opening_of(page, action);
    if (!opening) return std::nullopt;
    web::FormOnPage form = web::read_form(page, *opening);
    for (const web::Control& control : form.controls) {
        if (control.name != field) continue;
        if (control.kind == web::ControlKind::area) return control.text;
        if (control.kind == web::ControlKind::text) return control.tag.value("value");
    }
    return std::nullopt;
}

}  // namespace kith::tests
