// Where in HTML a template stands: follows the literal text as a browser's tokenizer would, and knows the open
// elements. From it follow how {{ }} is escaped, where it is refused, and whether a construct ends in the place where
// it began.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "template/mistake.h"

namespace kith::templates {

/// How a value is written at a place.
enum class Escape { text, plain_text, textarea, attribute, url, url_part, attributes };

/// A place in HTML. Comparable: two branches of an if must come to the same one.
struct Spot {
    enum At {
        text,
        tag_open,
        tag_name,
        end_tag_name,
        between,
        attribute_name,
        after_name,
        before_value,
        double_quoted,
        single_quoted,
        unquoted,
        comment,
        declaration,
        raw,
        plain
    };
    At at = text;
    std::string tag;
    std::string attribute;
    std::string value;  ///< of the attribute, literal part
    bool value_begun = false;
    bool needs_space = false;       ///< before the next attribute
    std::vector<std::string> open;  ///< elements, outermost first

    bool same_place(const Spot& other) const {
        return at == other.at && tag == other.tag && attribute == other.attribute && open == other.open;
    }
    /// In words, for a sentence: "inside <p>", "between attributes of <a>".
    std::string in_words() const;
};

class Markup {
  public:
    /// Follows literal text and gives back what to write: the same with its indentation made small.
    std::string follow(std::string_view literal, Place place);

    /// A construct begins here: text, between attributes, or inside a quoted value. Throws Mistake elsewhere.
    Spot begin(const Place& place, const std::string& what);
    /// As begin, for what stands in text only.
    Spot begin_in_text(const Place& place, const std::string& what);
    /// The construct ends; it must be where it began.
    void end(const Spot& began, const Place& place, const std::string& what);
    void go_to(Spot spot) { spot_ = std::move(spot); }
    const Spot& spot() const { return spot_; }

    /// How the value of {{ }} is escaped here; throws Mistake where none may stand.
    Escape value(const Place& place);

    /// At the end of a page or macro everything is closed.
    void finish(const Place& place) const;

  private:
    void step(char c);
    void in_text(char c);
    void in_tag_open(char c);
    void in_tag_name(char c);
    void in_end_tag_name(char c);
    void in_between(char c);
    void in_attribute_name(char c);
    void in_value(char c);
    void in_comment(char c);
    void in_raw(char c);
    void begin_attribute(char c);
    void begin_value();
    void end_value();
    void end_start_tag();
    void self_close();
    void settle();
    bool keeps_space() const;

    Spot spot_;
    Place place_;
    std::string recent_;  ///< the last characters, to see "-->" and "</script>"
    bool slash_ = false;  ///< the last character of a tag was /
};

}  // namespace kith::templates
