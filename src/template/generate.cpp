#include "template/generate.h"

#include <algorithm>

#include "template/expression.h"
#include "template/markup.h"

namespace kith::templates {
namespace {

/// A C++ string literal, cut into lines so that no compiler's limit is met; any byte is safe.
std::string literal(std::string_view text) {
    std::string code = "\"";
    std::size_t in_line = 0;
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if (c == '\n') {
            code += "\\n";
        } else if (c == '"' || c == '\\' || c == '?') {
            code += {'\\', c};
        } else if (byte < 0x20 || byte >= 0x7f) {
            code += {'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + ((byte >> 3) & 7)),
                     static_cast<char>('0' + (byte & 7))};
        } else {
            code += c;
        }
        if (++in_line % 2000 == 0) code += "\"\n\"";
    }
    return code + "\"";
}

std::string_view function_of(Escape escape) {
    switch (escape) {
        case Escape::text:
            return "put_text";
        case Escape::textarea:
            return "put_textarea";
        case Escape::plain_text:
        case Escape::attribute:
            return "put_attribute";
        case Escape::url:
            return "put_url";
        case Escape::url_part:
            return "put_url_part";
        case Escape::attributes:
            return "put_attributes";
    }
    return {};
}

bool mentions_loop(const Nodes& nodes) {
    return std::any_of(nodes.begin(), nodes.end(), [](const Node& node) {
        if (node.kind != Node::literal && (mentions(node.text, "loop") || mentions(node.extra, "loop"))) return true;
        return std::any_of(node.branches.begin(), node.branches.end(), [](const Branch& branch) {
            return mentions(branch.condition, "loop") || mentions_loop(branch.body);
        });
    });
}

/// The statements of one function.
class Body {
  public:
    /// What the whole's own macros and those of the files that it uses write goes straight to this function's page.
    explicit Body(const Whole& whole) : whole_(whole) {}

    std::string write(const Nodes& nodes, const Place& end) {
        all(nodes);
        markup_.finish(end);
        flush();
        return std::move(code_);
    }

    std::size_t literal_bytes() const { return literal_bytes_; }

  private:
    void all(const Nodes& nodes) {
        for (const Node& node : nodes)
            one(node);
    }

    void one(const Node& node) {
        switch (node.kind) {
            case Node::literal:
                pending_ += markup_.follow(node.text, node.place);
                break;
            case Node::output:
                output(node);
                break;
            case Node::if_:
                if_(node);
                break;
            case Node::for_:
                for_(node);
                break;
            case Node::call:
                call(node);
                break;
            case Node::block:
                part(node, "block");
                break;
            case Node::include:
                part(node, "include");
                break;
            case Node::macro:
            case Node::extends:
                break;
        }
    }

    void output(const Node& node) {
        Escape escape = markup_.value(node.place);
        std::string value = value_of(node.text, node.place);
        if (escape == Escape::text && is_macro_call(value)) return statement(node.place, into_out(value) + ";");
        statement(node.place, std::string(function_of(escape)) + "(out, " + value + ");");
    }

    bool is_macro_call(std::string_view value) const {
        std::string_view called = value.substr(0, value.find('('));
        auto is_called = [&](const Node& macro) { return macro.text == called; };
        return value.ends_with(')') &&
               (std::ranges::any_of(whole_.macros, is_called) || std::ranges::any_of(whole_.used_macros, is_called));
    }

    static std::string into_out(std::string value) {
        std::size_t first = value.find('(') + 1;
        return value.insert(first, value[first] == ')' ? "out" : "out, ");
    }

    void if_(const Node& node) {
        Spot began = markup_.begin(node.place, "if");
        bool has_else = false;
        for (std::size_t i = 0; i < node.branches.size(); ++i) {
            const Branch& branch = node.branches[i];
            has_else = has_else || branch.condition.empty();
            std::string opening = i == 0 ? "if (" : "} else if (";
            if (branch.condition.empty()) {
                flush();
                code_ += "} else {\n";
            } else {
                statement(branch.place, opening + condition_of(branch.condition, branch.place) + ") {");
            }
            inside(branch, began, "if");
        }
        code_ += "}\n";
    }

    void for_(const Node& node) {
        Spot began = markup_.begin(node.place, "for");
        const Branch& body = node.branches.front();
        std::string list = "list_" + std::to_string(++names_);
        bool counts = mentions_loop(body.body);
        statement(node.place, "{ const auto& " + list + " = " + value_of(node.extra, node.place) + ";");
        if (node.branches.size() > 1) {
            code_ += "if (std::empty(" + list + ")) {\n";
            inside(node.branches[1], began, "for");
            code_ += "}\n";
        }
        if (counts) code_ += "kith::web::Loop loop{std::size(" + list + "), 0};\n";
        statement(node.place, "for ([[maybe_unused]] const auto& " + node.text + " : " + list + ") {");
        inside(body, began, "for");
        if (counts) code_ += "++loop.index0;\n";
        code_ += "}}\n";
    }

    void call(const Node& node) {
        Spot began = markup_.begin_in_text(node.place, "call");
        std::string inner = "inner_" + std::to_string(++names_);
        flush();
        code_ += "{ kith::web::Html " + inner + "(2048);\n{ kith::web::Html& out = " + inner + ";\n";
        inside(node.branches.front(), began, "call");
        std::string content = "std::move(" + inner + ").safe()";
        code_ += "}\n";
        std::string value = call_with(node.text, content, node.place);
        statement(node.place, (is_macro_call(value) ? into_out(value) : "put_text(out, " + value + ")") + "; }");
    }

    void part(const Node& node, const std::string& what) {
        Spot began = markup_.begin_in_text(node.place, what);
        all(node.branches.front().body);
        markup_.end(began, node.place, what);
    }

    void inside(const Branch& branch, const Spot& began, const std::string& what) {
        markup_.go_to(began);
        all(branch.body);
        markup_.end(began, branch.place, what);
        flush();
    }

    void statement(const Place& place, const std::string& code) {
        flush();
        code_ += "#line " + std::to_string(place.line) + " " + literal(place.file) + "\n" + code + "\n";
    }

    void flush() {
        if (pending_.empty()) return;
        literal_bytes_ += pending_.size();
        code_ += "out.as_is({" + literal(pending_) + ", " + std::to_string(pending_.size()) + "});\n";
        pending_.clear();
    }

    const Whole& whole_;
    std::string code_;
    std::string pending_;
    Markup markup_;
    int names_ = 0;
    std::size_t literal_bytes_ = 0;
};

struct Parameters {
    std::string all;    ///< "const int& level, const SafeHtml& text"
    std::string more;   ///< the same after another parameter
    std::string names;  ///< ", level, text"
};

Parameters parameters_of(const Node& macro) {
    Parameters parameters;
    std::string& all = parameters.all;
    std::string_view rest = macro.extra;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= rest.size(); ++i) {
        if (i < rest.size() && (rest[i] == '<' || rest[i] == '(')) ++depth;
        if (i < rest.size() && (rest[i] == '>' || rest[i] == ')')) --depth;
        if (i < rest.size() && (rest[i] != ',' || depth > 0)) continue;
        std::string_view one = trimmed(rest.substr(begin, i - begin));
        begin = i + 1;
        std::size_t space = one.find_last_of(" \t");
        if (space == std::string_view::npos) mistake(macro.place, "A macro's parameter is written: Type name.");
        if (!all.empty()) all += ", ";
        all += "[[maybe_unused]] const " + std::string(trimmed(one.substr(0, space))) + "& " +
               std::string(one.substr(space + 1));
        parameters.names += ", " + std::string(one.substr(space + 1));
    }
    parameters.more = ", " + all;
    return parameters;
}

/// What a macro is declared as, where it writes to a page.
std::string into_page(const Node& macro) {
    return "void " + macro.text + "(kith::web::Html& out" + (macro.extra.empty() ? "" : parameters_of(macro).more) +
           ")";
}

std::string macros_of(const Whole& whole) {
    std::string declared;
    std::string defined;
    for (const Node& macro : whole.macros) {
        Parameters parameters = macro.extra.empty() ? Parameters{} : parameters_of(macro);
        std::string into = into_page(macro);
        std::string made = "SafeHtml " + macro.text + "(" + parameters.all + ")";
        Body body(whole);
        std::string code = body.write(macro.branches.front().body, macro.place);
        std::string line = "#line " + std::to_string(macro.place.line) + " " + literal(macro.place.file) + "\n";
        declared += line + "[[maybe_unused]] " + into + ";\n" + line + "[[maybe_unused]] " + made + ";\n";
        defined += line + into + " {\n" + code + "}\n" + line + made + " {\nkith::web::Html out(" +
                   std::to_string(body.literal_bytes() + 256) + ");\n" + macro.text + "(out" + parameters.names +
                   ");\nreturn std::move(out).safe();\n}\n";
    }
    return declared + defined;
}

/// Every page is a whole document: quirks mode is a mistake that nobody sees.
void check_document(const Whole& whole) {
    std::string_view first = whole.nodes.empty() ? std::string_view() : trimmed(whole.nodes.front().text);
    constexpr std::string_view doctype = "<!doctype html>";
    bool same = first.size() >= doctype.size() && std::equal(doctype.begin(), doctype.end(), first.begin(),
                                                             [](char a, char b) { return a == (b | 0x20) || a == b; });
    if (!same) mistake(whole.head.place, "A page begins with <!doctype html>, or extends a layout that does.");
}

struct Qualified {
    std::string space;
    std::string name;
};

Qualified qualified(const std::string& type) {
    std::size_t at = type.rfind("::");
    if (at == std::string::npos) return {"", type};
    return {type.substr(0, at), type.substr(at + 2)};
}

std::string page_of(const Whole& whole) {
    check_document(whole);
    const std::string& type = whole.head.type;
    Body body(whole);
    std::string code = body.write(whole.nodes, whole.head.place);
    std::string layouts;
    for (const Head& layout : whole.layouts) {
        layouts += "#line " + std::to_string(whole.head.place.line) + " " + literal(whole.head.place.file) +
                   "\n[[maybe_unused]] const " + layout.type + "& " + layout.variable + " = page." + layout.variable +
                   ";\n";
    }
    return "std::string render([[maybe_unused]] const " + type +
           "& page) {\n"
           "static std::atomic<std::size_t> largest{" +
           std::to_string(body.literal_bytes() + 1024) +
           "};\n"
           "kith::web::Html out(largest.load(std::memory_order_relaxed));\n" +
           layouts + code +
           "std::string text = std::move(out).text();\n"
           "if (text.size() > largest.load(std::memory_order_relaxed)) largest.store(text.size(), "
           "std::memory_order_relaxed);\n"
           "return text;\n}\n";
}

}  // namespace

Generated generate(const std::string& name, const std::string& included_folder, const Whole& whole) {
    std::string from = "// Written by kith-template from " + whole.head.place.file + ": change that, not this.\n";
    Generated result;
    result.files = whole.files;
    result.header = from + "#pragma once\n";
    bool is_page = whole.head.kind == Head::page;
    bool is_macros = whole.head.kind == Head::macros;
    result.source = from;
    if (!is_page && !is_macros) return result;

    std::string space = is_page ? qualified(whole.head.type).space : whole.head.type;
    result.source +=
        "#include <atomic>\n#include <iterator>\n#include \"web/assets.h\"\n#include \"web/components/components.h\"\n"
        "#include \"base/date.h\"\n";
    if (is_page) result.source += "#include \"" + included_folder + name + ".h\"\n";
    for (const std::string& header : whole.headers)
        result.source += "#include \"" + header + "\"\n";
    for (const std::string& used : whole.used)
        result.source += "#include \"" + included_folder + used + ".h\"\n";
    result.source += "#pragma GCC diagnostic ignored \"-Wshadow\"\n";
    std::string macros = macros_of(whole);
    if (is_page && !macros.empty()) macros = "namespace {\n" + macros + "}\n";
    result.source += "namespace " + space + " {\nusing namespace kith::web;\n" + macros;
    if (is_page) result.source += page_of(whole);
    result.source += "}\n";
    if (is_macros) {
        result.header += "#include \"web/html.h\"\n";
        for (const std::string& header : whole.head.headers)
            if (!header.ends_with(".html")) result.header += "#include \"" + header + "\"\n";
        result.header += "namespace " + space + " {\n";
        for (const Node& macro : whole.macros)
            result.header += into_page(macro) + ";\n";
        result.header += "}\n";
    }
    if (is_page) {
        result.header += "#include <string>\n#include \"" + whole.head.headers.front() + "\"\nnamespace " + space +
                         " {\nstd::string render(const " + whole.head.type + "& page);\n}\n";
    }
    return result;
}

}  // namespace kith::templates
