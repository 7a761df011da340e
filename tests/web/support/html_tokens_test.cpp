#include "web/support/html_tokens.h"

#include <gtest/gtest.h>

#include <cctype>
#include <stdexcept>

namespace kith::web {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

class Reader {
  public:
    explicit Reader(std::string_view html) : html_(html) {}

    std::vector<Token> run() {
        while (at_ < html_.size()) {
            if (html_[at_] != '<') {
                std::size_t end = std::min(html_.find('<', at_), html_.size());
                tokens_.push_back({"", {}, decoded(html_.substr(at_, end - at_))});
                at_ = end;
            } else if (html_.substr(at_, 4) == "<!--") {
                at_ = html_.find("-->", at_) + 3;
            } else {
                tag();
            }
        }
        return std::move(tokens_);
    }

  private:
    void tag() {
        ++at_;
        Token token;
        while (!is_space(peek()) && peek() != '>' && !(peek() == '/' && !token.tag.empty())) {
            token.tag += static_cast<char>(std::tolower(next()));
        }
        for (;;) {
            while (is_space(peek()) || peek() == '/')
                next();
            if (peek() == '>') break;
            attribute(token);
        }
        next();
        tokens_.push_back(token);
        bool raw = token.tag == "script" || token.tag == "style";
        if (!raw && token.tag != "textarea" && token.tag != "title") return;
        std::size_t end = html_.find("</" + token.tag + ">", at_);
        if (end == std::string_view::npos) throw std::runtime_error(token.tag + " is not closed");
        std::string_view text = html_.substr(at_, end - at_);
        if (token.tag == "textarea" && !text.empty() && text.front() == '\n') text.remove_prefix(1);
        if (!text.empty()) tokens_.push_back({"", {}, raw ? std::string(text) : decoded(text)});
        at_ = end;
    }

    void attribute(Token& token) {
        std::string name;
        while (!is_space(peek()) && peek() != '>' && peek() != '=' && peek() != '/')
            name += next();
        std::string value;
        if (peek() == '=') {
            next();
            char quote = next();
            if (quote != '"' && quote != '\'') throw std::runtime_error("an unquoted value of " + name);
            std::size_t end = html_.find(quote, at_);
            if (end == std::string_view::npos) throw std::runtime_error("the value of " + name + " is not closed");
            value = decoded(html_.substr(at_, end - at_));
            at_ = end + 1;
        }
        if (!token.attributes.emplace(name, value).second) throw std::runtime_error(name + " stands twice");
    }

    char peek() const {
        if (at_ >= html_.size()) throw std::runtime_error("a tag is not closed");
        return html_[at_];
    }
    char next() {
        char c = peek();
        ++at_;
        return c;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

std::string one_spaced(std::string_view text) {
    std::string result;
    for (char c : text) {
        if (!is_space(c)) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

TEST(HtmlTokens, reads_tags_attributes_and_text) {
    EXPECT_EQ(normalised("<p  class=\"a\n b\" hidden id='c'> x &amp;\n y </p>"),
              "<p class=\"a b\" hidden=\"\" id=\"c\">\nx & y\n</p>\n");
    EXPECT_THROW(tokens_of("<p class=\"a"), std::runtime_error);
    EXPECT_THROW(tokens_of("<p a=\"1\" a=\"2\">"), std::runtime_error);
}

}  // namespace

std::vector<Token> tokens_of(std::string_view html) {
    return Reader(html).run();
}

std::string decoded(std::string_view text) {
    static const std::map<std::string, std::string> entities = {{"amp", "&"},   {"lt", "<"},       {"gt", ">"},
                                                                {"quot", "\""}, {"#39", "'"},      {"#13", "\r"},
                                                                {"ctdot", "⋯"}, {"nbsp", "\u00a0"}};
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::size_t end = text[i] == '&' ? text.find(';', i) : std::string_view::npos;
        auto found = end == std::string_view::npos ? entities.end()
                                                   : entities.find(std::string(text.substr(i + 1, end - i - 1)));
        if (found == entities.end()) {
            result += text[i];
        } else {
            result += found->second;
            i = end;
        }
    }
    return result;
}

std::string normalised(std::string_view html) {
    std::string lines;
    for (const Token& token : tokens_of(html)) {
        std::string line = one_spaced(token.text);
        if (!token.tag.empty()) {
            line = "<" + token.tag;
            for (const auto& [name, value] : token.attributes)
                line += " " + name + "=\"" + one_spaced(value) + "\"";
            line += ">";
        }
        if (!line.empty()) lines += line + "\n";
    }
    return lines;
}

}  // namespace kith::web
