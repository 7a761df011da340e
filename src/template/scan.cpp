#include "template/scan.h"

namespace kith::templates {
namespace {

constexpr std::string_view spaces = " \t\r\n";

struct Opening {
    Piece::Kind kind;
    char inner;  ///< the character beside the brace
};

class Scanner {
  public:
    Scanner(std::string_view source, std::string file) : source_(source), file_(std::move(file)) {}

    std::vector<Piece> run() {
        while (at_ < source_.size()) {
            std::size_t open = next_opening(at_);
            literal(at_, open);
            if (open >= source_.size()) break;
            braces(open);
        }
        return std::move(pieces_);
    }

  private:
    std::size_t next_opening(std::size_t from) const {
        for (;;) {
            std::size_t open = source_.find('{', from);
            if (open == std::string_view::npos || open + 1 >= source_.size()) return source_.size();
            char inner = source_[open + 1];
            if (inner == '{' || inner == '%' || inner == '#') return open;
            from = open + 1;
        }
    }

    void literal(std::size_t from, std::size_t to) {
        if (from == to) return;
        pieces_.push_back({Piece::literal, {file_, line_}, std::string(source_.substr(from, to - from))});
        count_lines(from, to);
    }

    void braces(std::size_t open) {
        char inner = source_[open + 1];
        Piece::Kind kind = inner == '{' ? Piece::output : inner == '%' ? Piece::statement : Piece::comment;
        Place place{file_, line_};
        std::size_t close = kind == Piece::comment ? source_.find("#}", open + 2) : closing(open + 2, inner, place);
        if (close == std::string_view::npos) mistake(place, "This comment is not closed with #}.");
        std::string_view body = source_.substr(open + 2, close - open - 2);
        std::size_t after = close + 2;
        if (!body.empty() && body.front() == '-' && kind != Piece::comment) {
            trim_before();
            body.remove_prefix(1);
        }
        bool trims_after = !body.empty() && body.back() == '-' && kind != Piece::comment;
        if (trims_after) body.remove_suffix(1);
        // The expression's own first line, so that what g++ says is about the right one.
        std::size_t skipped = body.find_first_not_of(spaces);
        for (std::size_t i = 0; i < skipped && skipped != std::string_view::npos; ++i)
            place.line += body[i] == '\n';
        count_lines(open, after);
        if (kind != Piece::output) after = swallow_own_line(open, after);
        pieces_.push_back({kind, place, std::string(trimmed(body))});
        at_ = trims_after ? skip_spaces(after) : after;
    }

    /// Where the matching }} or %} is: not inside a string, and not one that closes a brace of the expression.
    std::size_t closing(std::size_t from, char inner, const Place& place) const {
        int depth = 0;
        char last = inner == '{' ? '}' : '%';
        for (std::size_t i = from; i + 1 < source_.size(); ++i) {
            char c = source_[i];
            if (c == '"' || c == '\'') {
                std::size_t end = end_of_literal(source_, i);
                if (end == std::string_view::npos) mistake(place, "A quoted text is not closed in this expression.");
                i = end - 1;
            } else if (depth == 0 && c == last && source_[i + 1] == '}') {
                return i;
            } else if (c == '{') {
                ++depth;
            } else if (c == '}') {
                if (depth-- == 0) break;
            }
        }
        mistake(place, inner == '{' ? "This {{ is not closed with }}." : "This {% is not closed with %}.");
    }

    /// A statement alone on its line leaves no line behind.
    std::size_t swallow_own_line(std::size_t open, std::size_t after) {
        std::size_t end = source_.find_first_not_of(" \t\r", after);
        bool ends_line = end == std::string_view::npos || source_[end] == '\n';
        std::size_t start = open;
        while (start > 0 && (source_[start - 1] == ' ' || source_[start - 1] == '\t'))
            --start;
        bool begins_line = start == 0 || source_[start - 1] == '\n';
        if (!ends_line || !begins_line) return after;
        if (!pieces_.empty() && pieces_.back().kind == Piece::literal) {
            std::string& before = pieces_.back().text;
            before.erase(before.find_last_not_of(" \t") + 1);
        }
        if (end == std::string_view::npos) return source_.size();
        ++line_;
        return end + 1;
    }

    void trim_before() {
        if (pieces_.empty() || pieces_.back().kind != Piece::literal) return;
        std::string& before = pieces_.back().text;
        before.erase(before.find_last_not_of(spaces) + 1);
    }

    std::size_t skip_spaces(std::size_t from) {
        std::size_t to = source_.find_first_not_of(spaces, from);
        if (to == std::string_view::npos) to = source_.size();
        count_lines(from, to);
        return to;
    }

    void count_lines(std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            line_ += source_[i] == '\n';
    }

    std::string_view source_;
    std::string file_;
    std::size_t at_ = 0;
    int line_ = 1;
    std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> scan(std::string_view source, const std::string& file) {
    return Scanner(source, file).run();
}

std::size_t end_of_literal(std::string_view text, std::size_t from) {
    char quote = text[from];
    for (std::size_t i = from + 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            return i + 1;
        } else if (text[i] == '\n') {
            break;
        }
    }
    return std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    std::size_t begin = text.find_first_not_of(spaces);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(spaces) - begin + 1);
}

}  // namespace kith::templates
