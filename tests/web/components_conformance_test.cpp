// Our macros against the examples that GOV.UK Frontend ships with each component: same markup, white space and the
// order of attributes apart. What we do not support is a list by name with the reason, and may only shrink.
//
// One thing we add: fields in error carry aria-invalid="true".
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>

#include "web/components/components.h"
#include "web/support/html_tokens.h"

namespace kith::web {
namespace {

namespace json = boost::json;
using Options = json::object;

std::string file(const std::string& path) {
    std::ifstream stream(std::string(KITH_SOURCE_DIR) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string text_of(const json::value* value) {
    if (value == nullptr || value->is_null()) return "";
    if (value->is_string()) return std::string(value->as_string());
    if (value->is_bool()) return value->as_bool() ? "true" : "";
    return json::serialize(*value);
}

std::string text(const Options& o, std::string_view name, std::string standard = "") {
    std::string found = text_of(o.if_contains(name));
    return found.empty() ? standard : found;
}

const Options& part(const Options& o, std::string_view name) {
    static const Options none;
    const json::value* found = o.if_contains(name);
    return found != nullptr && found->is_object() ? found->as_object() : none;
}

const json::array& list(const Options& o, std::string_view name) {
    static const json::array none;
    const json::value* found = o.if_contains(name);
    return found != nullptr && found->is_array() ? found->as_array() : none;
}

bool flag(const Options& o, std::string_view name) {
    return text(o, name) == "true";
}

SafeHtml markup(const std::string& trusted) {
    Html out;
    out.as_is(trusted);
    return std::move(out).safe();
}

/// "text" or "html" of an option that is an object; with a prefix "titleText" or "titleHtml".
SafeHtml content(const Options& o, const std::string& prefix = "") {
    std::string html = text(o, prefix.empty() ? "html" : prefix + "Html");
    if (!html.empty()) return markup(html);
    return text(o, prefix.empty() ? "text" : prefix + "Text");
}
SafeHtml content_of(const Options& o, std::string_view name) {
    return content(part(o, name));
}

Attributes attributes(const Options& o) {
    Attributes all;
    for (const auto& [name, value] : part(o, "attributes"))
        all.push_back({name, text_of(&value)});
    return all;
}

template <class T>
std::vector<T> each(const Options& o, std::string_view name, const std::function<T(const Options&)>& make) {
    std::vector<T> all;
    for (const json::value& one : list(o, name)) {
        if (one.is_object()) all.push_back(make(one.as_object()));
    }
    return all;
}

Heading heading_of(const Options& label) {
    std::string classes = text(label, "classes");
    std::string size = classes.substr(std::min(classes.rfind("--"), classes.size()));
    bool page = flag(label, "isPageHeading");
    if (size == "--xl") return page ? Heading::page_extra_large : Heading::extra_large;
    if (size == "--l") return page ? Heading::page_large : Heading::large;
    if (size == "--m") return page ? Heading::page_medium : Heading::medium;
    if (size == "--s") return page ? Heading::page_small : Heading::small;
    return page ? Heading::page_plain : Heading::none;
}

std::optional<int> number(const Options& o, std::string_view name) {
    std::string found = text(o, name);
    return found.empty() ? std::nullopt : std::optional<int>(std::atoi(found.c_str()));
}

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

std::optional<PaginationLink> pagination_link(const Options& o, std::string_view name) {
    const Options& link = part(o, name);
    if (text(link, "href").empty()) return std::nullopt;
    return PaginationLink{text(link, "href"), content(link), text(link, "labelText")};
}

SafeHtml make_pagination(const Options& o) {
    return pagination({.previous = pagination_link(o, "previous"),
                       .items = each<PaginationPage>(o, "items",
                                                     [](const Options& item) {
                                                         return PaginationPage{
                                                             number(item, "number").value_or(0), text(item, "href"),
                                                             flag(item, "current"), flag(item, "ellipsis")};
                                                     }),
                       .next = pagination_link(o, "next"),
                       .landmark_label = text(o, "landmarkLabel", "Pagination"),
                       .classes = text(o, "classes"),
                       .attributes = attributes(o)});
}

SafeHtml make_service_navigation(const Options& o) {
    return service_navigation({.service_name = text(o, "serviceName"),
                               .service_url = text(o, "serviceUrl"),
                               .items = each<ServiceNavigationItem>(
                                   o, "navigation",
                                   [](const Options& item) {
                                       return ServiceNavigationItem{content(item), text(item, "href"),
                                                                    flag(item, "current"), flag(item, "active")};
                                   }),
                               .classes = text(o, "classes"),
                               .attributes = attributes(o)});
}

SafeHtml make_tabs(const Options& o) {
    return tabs({.id = text(o, "id"),
                 .title = text(o, "title", "Contents"),
                 .items = each<Tab>(o, "items",
                                    [](const Options& item) {
                                        const Options& panel = part(item, "panel");
                                        SafeHtml body = content(panel);
                                        if (text(panel, "html").empty())
                                            body = markup("<p class=\"govuk-body\">" + body.markup() + "</p>");
                                        return Tab{text(item, "id"), text(item, "label"), body};
                                    }),
                 .classes = text(o, "classes"),
                 .attributes = attributes(o)});
}

SafeHtml make_panel(const Options& o) {
    const json::array& items = list(part(o, "actions"), "items");
    if (!items.empty()) {
        const Options& go_on = items[0].as_object();
        const Options& go_back = items[1].as_object();
        return interruption_card({.title = content(o, "title"),
                                  .text = content(o),
                                  .go_on = text(go_on, "text"),
                                  .form = text(part(go_on, "attributes"), "form"),
                                  .go_back = text(go_back, "text"),
                                  .go_back_href = text(go_back, "href"),
                                  .button_type = text(go_on, "type", "button")});
    }
    return panel({.title = content(o, "title"),
                  .text = content(o),
                  .heading_level = number(o, "headingLevel").value_or(1),
                  .classes = text(o, "classes"),
                  .attributes = attributes(o)});
}

const std::map<std::string, std::function<SafeHtml(const Options&)>> makers = {
    {"back-link",
     [](const Options& o) {
         BackLink link{.href = text(o, "href", "#"), .classes = text(o, "classes"), .attributes = attributes(o)};
         if (!content(o).empty()) link.text = content(o);
         return back_link(link);
     }},
    {"breadcrumbs",
     [](const Options& o) {
         return breadcrumbs({.items = each<Crumb>(o, "items",
                                                  [](const Options& item) {
                                                      return Crumb{content(item), text(item, "href")};
                                                  }),
                             .collapse_on_mobile = flag(o, "collapseOnMobile"),
                             .classes = text(o, "classes"),
                             .attributes = attributes(o)});
     }},
    {"button", make_button},
    {"character-count", make_character_count},
    {"checkboxes", make_checkboxes},
    {"date-input", make_date_input},
    {"details",
     [](const Options& o) {
         return details({.summary = content(o, "summary"),
                         .text = content(o),
                         .id = text(o, "id"),
                         .open = flag(o, "open"),
                         .classes = text(o, "classes"),
                         .attributes = attributes(o)});
     }},
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
    {"exit-this-page",
     [](const Options& o) {
         return exit_this_page({.href = text(o, "redirectUrl", "https://www.bbc.co.uk/weather"),
                                .text = content(o),
                                .id = text(o, "id"),
                                .classes = text(o, "classes"),
                                .attributes = attributes(o)});
     }},
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
    {"generic-header",
     [](const Options& o) {
         return generic_header({.logo = content(o, "logo"),
                                .url = text(o, "url", "/"),
                                .container_classes = text(o, "containerClasses", "govuk-width-container"),
                                .classes = text(o, "classes"),
                                .attributes = attributes(o)});
     }},
    {"hint",
     [](const Options& o) {
         return hint({text(o, "id"), content(o), text(o, "classes"), attributes(o)});
     }},
    {"input", make_input},
    {"inset-text",
     [](const Options& o) {
         return inset_text({content(o), text(o, "id"), text(o, "classes"), attributes(o)});
     }},
    {"label",
     [](const Options& o) {
         bool sized = heading_of(o) != Heading::none && heading_of(o) != Heading::page_plain;
         return label({content(o), heading_of(o), text(o, "for"), sized ? "" : text(o, "classes"), attributes(o)});
     }},
    {"notification-banner",
     [](const Options& o) {
         NotificationBanner banner{.text = text(o, "text"),
                                   .kind = text(o, "type") == "success" ? BannerKind::success : BannerKind::information,
                                   .title = content(o, "title"),
                                   .classes = text(o, "classes"),
                                   .attributes = attributes(o)};
         return notification_banner(banner, markup(text(o, "html")));
     }},
    {"pagination", make_pagination},
    {"panel", make_panel},
    {"password-input", make_password_input},
    {"phase-banner",
     [](const Options& o) {
         return phase_banner({content_of(o, "tag"), content(o), text(o, "classes"), attributes(o)});
     }},
    {"radios", make_radios},
    {"select", make_select},
    {"service-navigation", make_service_navigation},
    {"skip-link",
     [](const Options& o) {
         return skip_link({text(o, "href", "#content"), content(o), text(o, "classes"), attributes(o)});
     }},
    {"summary-list", make_summary_list},
    {"table", make_table},
    {"tabs", make_tabs},
    {"tag",
     [](const Options& o) {
         return tag({content(o), colour(o), without_colour(o), attributes(o)});
     }},
    {"task-list", make_task_list},
    {"textarea", make_textarea},
    {"warning-text",
     [](const Options& o) {
         return warning_text({content(o), text(o, "iconFallbackText", "Warning"), text(o, "classes"), attributes(o)});
     }},
};

/// "component | example | reason", one a line.
std::set<std::string> not_supported() {
    std::set<std::string> names;
    std::istringstream lines(file("tests/web/components_not_supported.txt"));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::size_t first = line.find(" | ");
        std::size_t second = line.find(" | ", first + 3);
        if (second == std::string::npos || line.size() < second + 10) ADD_FAILURE() << "No reason is given: " << line;
        names.insert(line.substr(0, second));
    }
    return names;
}

std::string without_our_addition(std::string html) {
    constexpr std::string_view ours = " aria-invalid=\"true\"";
    for (std::size_t at = html.find(ours); at != std::string::npos; at = html.find(ours, at))
        html.erase(at, ours.size());
    return html;
}

std::vector<std::string> components() {
    std::vector<std::string> names;
    for (const auto& [name, maker] : makers)
        names.push_back(name);
    return names;
}

class EachComponent : public testing::TestWithParam<std::string> {};

TEST_P(EachComponent, write_the_markup_of_each_example_or_are_on_the_list) {
    const std::string& component = GetParam();
    std::set<std::string> listed = not_supported();
    std::string source = file("node_modules/govuk-frontend/dist/govuk/components/" + component + "/fixtures.json");
    ASSERT_FALSE(source.empty()) << "the npm packages are missing";
    int same = 0;
    json::value fixtures = json::parse(source);
    for (const json::value& example : fixtures.at("fixtures").as_array()) {
        const Options& one = example.as_object();
        if (flag(one, "hidden")) continue;
        std::string name = component + " | " + text(one, "name");
        std::string ours = normalised(without_our_addition(makers.at(component)(part(one, "options")).markup()));
        std::string theirs = normalised(text(one, "html"));
        bool excused = listed.erase(name) > 0;
        if (ours == theirs) {
            ++same;
            EXPECT_FALSE(excused) << name << " is supported now: take it off the list.";
        } else if (!excused) {
            EXPECT_EQ(ours, theirs) << name;
        }
    }
    EXPECT_GT(same, 0);
    for (const std::string& name : listed) {
        EXPECT_NE(name.substr(0, component.size() + 3), component + " | ") << "There is no such example: " << name;
    }
}

TEST(Components, are_written_or_listed_for_every_component_of_the_package) {
    std::set<std::string> listed = not_supported();
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::string(KITH_SOURCE_DIR) + "/node_modules/govuk-frontend/dist/govuk/components")) {
        if (!entry.is_directory()) continue;
        std::string name = entry.path().filename();
        bool written = makers.count(name) > 0;
        EXPECT_NE(written, listed.count(name + " | *") > 0) << name;
        ++seen;
    }
    EXPECT_GE(seen, 39u);
}

INSTANTIATE_TEST_SUITE_P(GovukFrontend, EachComponent, testing::ValuesIn(components()), [](const auto& one) {
    std::string name = one.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace kith::web
