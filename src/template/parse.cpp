#include "template/parse.h"

#include <cctype>

namespace kith::templates {
namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool is_name(std::string_view text) {
    if (text.empty() || std::isdigit(static_cast<unsigned char>(text.front())) != 0) return false;
    for (char c : text) {
        if (!is_word(c)) return false;
    }
    return true;
}

/// Takes the first word off.
std::string_view take_word(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && is_word(text[end]))
        ++end;
    std::string_view word = text.substr(0, end);
    text = trimmed(text.substr(end));
    return word;
}

std::string quoted(std::string_view text, const Place& place) {
    if (text.size() < 3 || text.front() != '"' || text.back() != '"') {
        mistake(place, "A file's name in double quotes is needed here.");
    }
    return std::string(text.substr(1, text.size() - 2));
}

std::string named(std::string_view text, const Place& place, const std::string& of_what) {
    if (!is_name(text)) mistake(place, "A " + of_what + " needs a name of letters, digits and underscores.");
    return std::string(text);
}

void read_head(Head& head, const Piece& comment) {
    std::string_view rest = comment.text;
    std::string_view word = take_word(rest);
    if (word == "uses") {
        head.headers.push_back(quoted(rest, comment.place));
        return;
    }
    Head::Kind kind = Head::none;
    if (word == "partial" && rest.empty()) kind = Head::partial;
    bool named_kind = !rest.empty() && rest.front() == ':';
    if (named_kind && word == "page") kind = Head::page;
    if (named_kind && word == "layout") kind = Head::layout;
    if (named_kind && word == "macros") kind = Head::macros;
    if (kind == Head::none || head.kind != Head::none) return;
    head.kind = kind;
    head.place = comment.place;
    if (kind == Head::partial) return;
    rest = trimmed(rest.substr(1));
    std::size_t from = rest.find(" from ");
    if (from == std::string_view::npos) mistake(comment.place, "The first line must end with: from \"header.h\".");
    head.headers.push_back(quoted(trimmed(rest.substr(from + 6)), comment.place));
    std::string_view subject = trimmed(rest.substr(0, from));
    std::size_t space = subject.find_last_of(" \t");
    if (kind == Head::layout) {
        if (space == std::string_view::npos) mistake(comment.place, "A layout names its type and the page's member.");
        head.variable = named(subject.substr(space + 1), comment.place, "layout's member");
        subject = trimmed(subject.substr(0, space));
    }
    if (subject.empty()) mistake(comment.place, "The first line must name a type or a namespace.");
    head.type = subject;
}

class Parser {
  public:
    explicit Parser(std::vector<Piece> pieces) : pieces_(std::move(pieces)) {}

    Nodes run() {
        Nodes nodes = body();
        if (at_ < pieces_.size())
            mistake(pieces_[at_].place, "Nothing is open that this could end or continue: " + pieces_[at_].text + ".");
        return nodes;
    }

  private:
    /// Up to a statement that ends or continues what is around.
    Nodes body() {
        Nodes nodes;
        for (; at_ < pieces_.size(); ++at_) {
            const Piece& piece = pieces_[at_];
            if (piece.kind == Piece::comment) continue;
            if (piece.kind == Piece::literal) {
                nodes.push_back({Node::literal, piece.place, piece.text, {}, {}});
            } else if (piece.kind == Piece::output) {
                if (piece.text.empty()) mistake(piece.place, "These braces hold no expression.");
                nodes.push_back({Node::output, piece.place, piece.text, {}, {}});
            } else {
                std::string_view rest = piece.text;
                std::string_view word = take_word(rest);
                if (word.substr(0, 3) == "end" || word == "else" || word == "elif") return nodes;
                nodes.push_back(statement(word, rest, piece.place));
            }
        }
        return nodes;
    }

    Node statement(std::string_view word, std::string_view rest, const Place& place) {
        if (word == "if") return if_statement(rest, place);
        if (word == "for") return for_statement(rest, place);
        if (word == "include") return {Node::include, place, quoted(rest, place), {}, {}};
        if (word == "extends") return {Node::extends, place, quoted(rest, place), {}, {}};
        if (word == "block") return closed({Node::block, place, named(rest, place, "block"), {}, {}}, "endblock");
        if (word == "call") return closed({Node::call, place, std::string(rest), {}, {}}, "endcall");
        if (word == "macro") return macro_statement(rest, place);
        if (word == "set") mistake(place, "There is no set: compute it in the view model.");
        mistake(place, "There is no statement called " + std::string(word) + ".");
    }

    Node if_statement(std::string_view rest, const Place& place) {
        Node node{Node::if_, place, "if", {}, {}};
        std::string condition(rest);
        Place at = place;
        for (bool otherwise = false;;) {
            if (condition.empty() && !otherwise) mistake(at, "This if needs a condition.");
            ++at_;
            node.branches.push_back({at, condition, body()});
            const Piece& end = ending(place, "if", "endif");
            std::string_view tail = end.text;
            std::string_view word = take_word(tail);
            if (word == "endif") return node;
            if (word != "elif" && word != "else") mistake(end.place, wrong_end(word, "if", place));
            if (otherwise) mistake(end.place, "Nothing but endif can follow else.");
            otherwise = word == "else";
            if (otherwise && !tail.empty()) mistake(end.place, "else takes no condition: write elif.");
            condition = tail;
            at = end.place;
        }
    }

    Node for_statement(std::string_view rest, const Place& place) {
        std::size_t in = rest.find(" in ");
        if (in == std::string_view::npos) mistake(place, "A for is written: for x in xs.");
        std::string variable(trimmed(rest.substr(0, in)));
        std::size_t comma = variable.find(',');
        if (comma == std::string::npos) {
            named(variable, place, "for");
        } else {
            std::string first = named(trimmed(variable.substr(0, comma)), place, "for");
            variable = "[" + first + ", " + named(trimmed(variable.substr(comma + 1)), place, "for") + "]";
        }
        Node node{Node::for_, place, variable, std::string(trimmed(rest.substr(in + 4))), {}};
        ++at_;
        node.branches.push_back({place, {}, body()});
        const Piece* end = &ending(place, "for", "endfor");
        if (end->text == "else") {
            Place otherwise = end->place;
            ++at_;
            node.branches.push_back({otherwise, {}, body()});
            end = &ending(place, "for", "endfor");
        }
        if (end->text != "endfor") mistake(end->place, wrong_end(end->text, "for", place));
        return node;
    }

    Node macro_statement(std::string_view rest, const Place& place) {
        std::size_t open = rest.find('(');
        if (open == std::string_view::npos || rest.back() != ')') {
            mistake(place, "A macro is written: macro name(Type variable).");
        }
        Node node{Node::macro, place, named(trimmed(rest.substr(0, open)), place, "macro"), {}, {}};
        node.extra = trimmed(rest.substr(open + 1, rest.size() - open - 2));
        return closed(std::move(node), "endmacro");
    }

    Node closed(Node node, std::string_view last) {
        std::string what(last.substr(3));
        ++at_;
        node.branches.push_back({node.place, {}, body()});
        const Piece& end = ending(node.place, what, last);
        std::string_view tail = end.text;
        std::string_view word = take_word(tail);
        if (word != last) mistake(end.place, wrong_end(word, what, node.place));
        return node;
    }

    const Piece& ending(const Place& opened, const std::string& what, std::string_view last) const {
        if (at_ >= pieces_.size()) mistake(opened, "This " + what + " is not closed with " + std::string(last) + ".");
        return pieces_[at_];
    }

    static std::string wrong_end(std::string_view word, const std::string& what, const Place& opened) {
        return "Here is " + std::string(word) + ", but the " + what + " of line " + std::to_string(opened.line) +
               " is still open.";
    }

    std::vector<Piece> pieces_;
    std::size_t at_ = 0;
};

}  // namespace

Template parse(std::string_view source, const std::string& file) {
    std::vector<Piece> pieces = scan(source, file);
    Template result;
    result.head.place = {file, 1};
    for (const Piece& piece : pieces) {
        bool blank = piece.kind == Piece::literal && trimmed(piece.text).empty();
        if (piece.kind == Piece::comment) {
            read_head(result.head, piece);
        } else if (!blank) {
            break;
        }
    }
    result.nodes = Parser(std::move(pieces)).run();
    return result;
}

}  // namespace kith::templates
