// From XML events to a census, one child at a time.
//
// The events come from libxml2 (read.h) or, in a browser, from another parser: the same class makes the same children
// of them. Nothing is kept but the child that is being read. Order inside a group does not matter here; a Header must
// stand before the children, because the year that it names decides the rules.
//
// Refused, with a line and the reason: anything that is not a children in need census; an element whose text is longer
// than 4,096 bytes; more than 10,000 elements in one child; more than 5 million children; nesting deeper than 16.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "returns/cin/census.h"

namespace kith::returns::cin {

/// Why a file is not a census.
struct Unreadable {
    Line line = 0;
    std::string why;  ///< a sentence
};

/// An element that the census does not have: passed over.
struct Note {
    Line line = 0;
    std::string element;
    std::string within;
};

/// Who is told as the file goes by.
struct Receiver {
    /// Before the first child. A sentence handed back stops the reading: it becomes the reason.
    std::function<std::string(const Header&)> header;
    std::function<void(const Child&)> child;
    std::function<void(const Note&)> note;
};

class Assembler {
  public:
    explicit Assembler(Receiver receiver);

    void start(std::string_view element, Line line);
    void text(std::string_view piece);
    void end();
    /// After the last event.
    void finish(Line line);

    void refuse(Line line, std::string why);
    const std::optional<Unreadable>& refused() const { return refused_; }

    enum class Group : std::uint8_t;

  private:
    void open_root(std::string_view element, Line line);
    void open_group(Group group, Line line);
    bool open_field(Group parent, std::string_view element, Line line);
    bool open_listed(Group parent, std::string_view element, Line line);
    void open_unknown(std::string_view element, Line line);
    void close_field();
    void close_group(Group group);
    void hand_over_header();

    template <class G>
    bool match(G& group, std::string_view element, Line line);
    template <class F>
    void match_field(F& field, std::string_view element, Line line);
    template <class G>
    static void place(G& group, Line line);

    Episode& episode() { return child_.episodes.back(); }
    /// Of the header before the children, of the child after.
    std::vector<TextField>& repeated();
    bool only_once(bool& seen, const char* parent, const char* element, Line line);

    Receiver receiver_;
    std::optional<Unreadable> refused_;
    std::vector<Group> open_;
    std::vector<std::string> open_names_;
    Header header_;
    Child child_;
    bool header_seen_ = false, header_handed_over_ = false, children_seen_ = false;
    bool identifiers_seen_ = false, characteristics_seen_ = false;
    std::size_t elements_of_child_ = 0, children_ = 0;

    Field* field_ = nullptr;                  ///< where the text goes when the element ends
    void (*read_)(Field&) = nullptr;          ///< reads the text into the field's value
    std::vector<TextField>* list_ = nullptr;  ///< the list that pending_ joins, if it has text
    TextField pending_{"", ""};
    std::string text_;
    Line line_ = 0;
};

}  // namespace kith::returns::cin
