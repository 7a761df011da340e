#include "template/markup.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace kith::templates {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 14> void_elements = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                            "input", "link", "meta", "param", "source", "track", "wbr"};
constexpr std::array<std::string_view, 6> raw_elements = {"script", "style", "xmp", "iframe", "noembed", "noframes"};
constexpr std::array<std::string_view, 2> plain_elements = {"title", "textarea"};
constexpr std::array<std::string_view, 11> url_attributes = {
    "href", "src", "action", "formaction", "cite", "data", "ping", "background", "poster", "manifest", "xlink:href"};
constexpr std::array<std::string_view, 4> schemes = {"http", "https", "mailto", "tel"};

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
char lower(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}
bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool is_url(const Spot& spot) {
    return is_one_of(spot.attribute, url_attributes);
}

bool has_allowed_scheme(std::string_view url) {
    std::size_t end = url.find_first_of(":/?#");
    if (end == std::string_view::npos || url[end] != ':') return true;
    return is_one_of(url.substr(0, end), schemes);
}

}  // namespace

std::string Spot::in_words() const {
    switch (at) {
        case text:
        case plain:
            return open.empty() ? "outside of every element" : "in the text of <" + open.back() + ">";
        case between:
        case after_name:
        case before_value:
        case attribute_name:
            return "among the attributes of <" + tag + ">";
        case double_quoted:
        case single_quoted:
        case unquoted:
            return "in the value of " + attribute;
        case raw:
            return "inside <" + tag + ">";
        case comment:
            return "in an HTML comment";
        case declaration:
            return "in a declaration";
        default:
            return "in the name of a tag";
    }
}

std::string Markup::follow(std::string_view literal, Place place) {
    place_ = std::move(place);
    std::string kept;
    kept.reserve(literal.size());
    for (std::size_t i = 0; i < literal.size(); ++i) {
        char c = literal[i];
        bool shrinks = is_space(c) && !keeps_space();
        if (shrinks) {
            std::size_t end = std::min(literal.find_first_not_of(" \t\r\n", i), literal.size());
            std::string_view run = literal.substr(i, end - i);
            bool has_line = run.find('\n') != std::string_view::npos;
            if (has_line) {
                step('\n');
                kept += '\n';
                place_.line += static_cast<int>(std::count(run.begin(), run.end(), '\n'));
                i = end - 1;
                continue;
            }
        }
        step(c);
        kept += c;
        place_.line += c == '\n';
    }
    return kept;
}

/// White space is text that counts: in values, raw elements, <pre> and <textarea>.
bool Markup::keeps_space() const {
    if (spot_.at == Spot::text) return std::find(spot_.open.begin(), spot_.open.end(), "pre") != spot_.open.end();
    return spot_.at != Spot::between && spot_.at != Spot::after_name;
}

void Markup::step(char c) {
    switch (spot_.at) {
        case Spot::text:
            return in_text(c);
        case Spot::tag_open:
            return in_tag_open(c);
        case Spot::tag_name:
            return in_tag_name(c);
        case Spot::end_tag_name:
            return in_end_tag_name(c);
        case Spot::between:
        case Spot::after_name:
            return in_between(c);
        case Spot::attribute_name:
            return in_attribute_name(c);
        case Spot::before_value:
        case Spot::double_quoted:
        case Spot::single_quoted:
        case Spot::unquoted:
            return in_value(c);
        case Spot::comment:
        case Spot::declaration:
            return in_comment(c);
        case Spot::raw:
        case Spot::plain:
            return in_raw(c);
    }
}

void Markup::in_text(char c) {
    if (c != '<') return;
    spot_.at = Spot::tag_open;
    spot_.tag.clear();
}

void Markup::in_tag_open(char c) {
    recent_.clear();
    slash_ = false;
    if (c == '/') {
        spot_.at = Spot::end_tag_name;
    } else if (c == '!') {
        spot_.at = Spot::declaration;
    } else if (is_letter(c)) {
        spot_.at = Spot::tag_name;
        spot_.tag = lower(c);
    } else {
        mistake(place_, "A < that begins no tag: write &lt;.");
    }
}

void Markup::in_tag_name(char c) {
    if (is_space(c) || c == '>' || c == '/') {
        spot_.at = Spot::between;
        spot_.needs_space = false;
        in_between(c);
    } else {
        spot_.tag += lower(c);
    }
}

void Markup::in_end_tag_name(char c) {
    if (c != '>') {
        if (!is_space(c)) spot_.tag += lower(c);
        return;
    }
    if (spot_.open.empty() || spot_.open.back() != spot_.tag) {
        std::string inner = spot_.open.empty() ? "nothing is open here" : "<" + spot_.open.back() + "> is open";
        mistake(place_, "</" + spot_.tag + "> does not fit: " + inner + ".");
    }
    spot_.open.pop_back();
    spot_.tag.clear();
    spot_.at = Spot::text;
}

void Markup::in_between(char c) {
    if (is_space(c)) {
        spot_.needs_space = false;
        slash_ = false;
    } else if (c == '>') {
        end_start_tag();
    } else if (c == '/') {
        slash_ = true;
    } else if (c == '=' && spot_.at == Spot::after_name) {
        begin_value();
    } else {
        begin_attribute(c);
    }
}

void Markup::begin_attribute(char c) {
    if (spot_.needs_space) mistake(place_, "A space is needed before the next attribute of <" + spot_.tag + ">.");
    if (c == '"' || c == '\'' || c == '<' || c == '=') {
        mistake(place_, std::string("A stray ") + c + " among the attributes of <" + spot_.tag + ">.");
    }
    spot_.at = Spot::attribute_name;
    spot_.attribute = lower(c);
    spot_.value.clear();
    spot_.value_begun = false;
    slash_ = false;
}

void Markup::in_attribute_name(char c) {
    if (c == '=') {
        begin_value();
    } else if (is_space(c)) {
        spot_.at = Spot::after_name;
    } else if (c == '>' || c == '/') {
        settle();
        in_between(c);
    } else {
        spot_.attribute += lower(c);
    }
}

/// An = was seen: the attribute has a value.
void Markup::begin_value() {
    spot_.at = Spot::before_value;
    if (spot_.attribute.substr(0, 2) == "on") {
        mistake(place_,
                "There is no " + spot_.attribute + ": the content security policy refuses it. Use a script file.");
    }
    if (spot_.attribute == "style" || spot_.attribute == "srcdoc") {
        mistake(place_, "There is no " + spot_.attribute + ": the content security policy refuses it. Use a class.");
    }
}

void Markup::in_value(char c) {
    if (spot_.at == Spot::before_value) {
        if (is_space(c)) return;
        if (c == '>') mistake(place_, "The value of " + spot_.attribute + " is missing.");
        spot_.at = c == '"' ? Spot::double_quoted : c == '\'' ? Spot::single_quoted : Spot::unquoted;
        if (spot_.at != Spot::unquoted) return;
    }
    bool ends = (spot_.at == Spot::double_quoted && c == '"') || (spot_.at == Spot::single_quoted && c == '\'');
    if (ends) {
        end_value();
        spot_.needs_space = true;
    } else if (spot_.at == Spot::unquoted && (is_space(c) || c == '>')) {
        end_value();
        in_between(c);
    } else {
        spot_.value += c;
        spot_.value_begun = true;
    }
}

void Markup::end_value() {
    if (is_url(spot_) && !has_allowed_scheme(spot_.value)) {
        mistake(place_, "The address in " + spot_.attribute + " must be relative, http, https, mailto or tel.");
    }
    spot_.at = Spot::between;
    spot_.attribute.clear();
    spot_.value.clear();
    spot_.value_begun = false;
}

void Markup::end_start_tag() {
    std::string tag = spot_.tag;
    spot_.attribute.clear();
    spot_.needs_space = false;
    recent_.clear();
    if (is_one_of(tag, raw_elements) || is_one_of(tag, plain_elements)) {
        spot_.at = is_one_of(tag, raw_elements) ? Spot::raw : Spot::plain;
        spot_.value_begun = false;
        return;
    }
    spot_.at = Spot::text;
    spot_.tag.clear();
    if (!slash_ && !is_one_of(tag, void_elements)) spot_.open.push_back(tag);
}

void Markup::in_comment(char c) {
    recent_ += c;
    bool is_comment = recent_.substr(0, 2) == "--";
    if (is_comment) spot_.at = Spot::comment;
    bool ends = is_comment ? recent_.size() >= 5 && recent_.substr(recent_.size() - 3) == "-->" : c == '>';
    if (!ends) return;
    spot_.at = Spot::text;
    recent_.clear();
}

void Markup::in_raw(char c) {
    spot_.value_begun = true;
    recent_ += lower(c);
    std::string end = "</" + spot_.tag + ">";
    if (recent_.size() > end.size()) recent_.erase(0, recent_.size() - end.size());
    if (recent_ != end) return;
    spot_.at = Spot::text;
    spot_.tag.clear();
    spot_.value_begun = false;
    recent_.clear();
}

/// The name of a tag or attribute is over where a construct begins.
void Markup::settle() {
    if (spot_.at != Spot::tag_name && spot_.at != Spot::attribute_name && spot_.at != Spot::after_name) return;
    spot_.needs_space = spot_.at != Spot::after_name;
    spot_.at = Spot::between;
    spot_.attribute.clear();
}

Spot Markup::begin(const Place& place, const std::string& what) {
    settle();
    bool quoted = spot_.at == Spot::double_quoted || spot_.at == Spot::single_quoted;
    if (quoted && is_url(spot_))
        mistake(place, "No " + what + " can stand inside an address: make the whole of it one value.");
    if (!quoted && spot_.at != Spot::text && spot_.at != Spot::between && spot_.at != Spot::plain) {
        mistake(place, "No " + what + " can stand " + spot_.in_words() + ".");
    }
    return spot_;
}

Spot Markup::begin_in_text(const Place& place, const std::string& what) {
    if (spot_.at != Spot::text) mistake(place, "A " + what + " stands in text only, not " + spot_.in_words() + ".");
    return spot_;
}

void Markup::end(const Spot& began, const Place& place, const std::string& what) {
    settle();
    if (!spot_.same_place(began)) {
        mistake(place, "This " + what + " begins " + began.in_words() + " and ends " + spot_.in_words() +
                           ": it must end where it began.");
    }
    spot_.needs_space = spot_.needs_space || began.needs_space;
    spot_.value_begun = spot_.value_begun || began.value_begun;
}

Escape Markup::value(const Place& place) {
    switch (spot_.at) {
        case Spot::text:
            return Escape::text;
        case Spot::plain: {
            bool first = spot_.tag == "textarea" && !spot_.value_begun;
            spot_.value_begun = true;
            return first ? Escape::textarea : Escape::plain_text;
        }
        case Spot::double_quoted:
        case Spot::single_quoted:
            break;
        case Spot::between:
        case Spot::after_name:
            settle();
            spot_.needs_space = true;
            return Escape::attributes;
        case Spot::tag_name:
        case Spot::end_tag_name:
        case Spot::tag_open:
        case Spot::attribute_name:
            mistake(place, "The name of a tag or attribute cannot be computed.");
        case Spot::before_value:
        case Spot::unquoted:
            mistake(place, "Put quotes around the value of " + spot_.attribute + ".");
        default:
            mistake(place, "No value can stand " + spot_.in_words() + ".");
    }
    bool begun = spot_.value_begun;
    spot_.value_begun = true;
    if (spot_.attribute == "srcset") mistake(place, "No value can stand in srcset.");
    if (!is_url(spot_)) return Escape::attribute;
    if (!begun) return Escape::url;
    if (!has_allowed_scheme(spot_.value)) {
        mistake(place, "The address in " + spot_.attribute + " must be relative, http, https, mailto or tel.");
    }
    return Escape::url_part;
}

void Markup::finish(const Place& place) const {
    if (spot_.at != Spot::text) mistake(place, "The template ends " + spot_.in_words() + ".");
    if (!spot_.open.empty()) mistake(place, "The template ends while <" + spot_.open.back() + "> is open.");
}

}  // namespace kith::templates
