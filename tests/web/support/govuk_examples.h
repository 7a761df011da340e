// Reads the options of an example that GOV.UK Frontend ships with a component, and says which of our functions draws
// it.
#pragma once

#include <boost/json.hpp>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/components/form.h"

namespace kith::web {

namespace json = boost::json;
using Options = json::object;

/// The package's name of a component: what draws an example of it.
using Drawers = std::map<std::string, std::function<SafeHtml(const Options&)>>;
/// A file each, as src/web/components has a header each.
Drawers form_drawers();
Drawers choice_drawers();
Drawers record_drawers();
Drawers message_drawers();
Drawers navigation_drawers();

inline std::string text_of(const json::value* value) {
    if (value == nullptr || value->is_null()) return "";
    if (value->is_string()) return std::string(value->as_string());
    if (value->is_bool()) return value->as_bool() ? "true" : "";
    return json::serialize(*value);
}

inline std::string text(const Options& o, std::string_view name, std::string standard = "") {
    std::string found = text_of(o.if_contains(name));
    return found.empty() ? standard : found;
}

inline const Options& part(const Options& o, std::string_view name) {
    static const Options none;
    const json::value* found = o.if_contains(name);
    return found != nullptr && found->is_object() ? found->as_object() : none;
}

inline const json::array& list(const Options& o, std::string_view name) {
    static const json::array none;
    const json::value* found = o.if_contains(name);
    return found != nullptr && found->is_array() ? found->as_array() : none;
}

inline bool flag(const Options& o, std::string_view name) {
    return text(o, name) == "true";
}

inline SafeHtml markup(const std::string& trusted) {
    Html out;
    out.as_is(trusted);
    return std::move(out).safe();
}

/// "text" or "html" of an option that is an object; with a prefix "titleText" or "titleHtml".
inline SafeHtml content(const Options& o, const std::string& prefix = "") {
    std::string html = text(o, prefix.empty() ? "html" : prefix + "Html");
    if (!html.empty()) return markup(html);
    return text(o, prefix.empty() ? "text" : prefix + "Text");
}
inline SafeHtml content_of(const Options& o, std::string_view name) {
    return content(part(o, name));
}

inline Attributes attributes(const Options& o) {
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

inline Heading heading_of(const Options& label) {
    std::string classes = text(label, "classes");
    std::string size = classes.substr(std::min(classes.rfind("--"), classes.size()));
    bool page = flag(label, "isPageHeading");
    if (size == "--xl") return page ? Heading::page_extra_large : Heading::extra_large;
    if (size == "--l") return page ? Heading::page_large : Heading::large;
    if (size == "--m") return page ? Heading::page_medium : Heading::medium;
    if (size == "--s") return page ? Heading::page_small : Heading::small;
    return page ? Heading::page_plain : Heading::none;
}

inline std::optional<int> number(const Options& o, std::string_view name) {
    std::string found = text(o, name);
    return found.empty() ? std::nullopt : std::optional<int>(std::atoi(found.c_str()));
}

}  // namespace kith::web
