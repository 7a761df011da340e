#include "template/compile.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace kith::templates {
namespace {

using Files = std::map<std::string, std::string>;

tl::expected<Generated, Mistake> compiled(const Files& files, const std::string& name) {
    return compile(name, "web/", [&](const std::string& wanted) -> std::optional<Source> {
        auto found = files.find(wanted);
        if (found == files.end()) return std::nullopt;
        return Source{found->second, "src/web/" + wanted};
    });
}

/// A page around a body, on one line, so that the body's first line is line 2.
Files page(const std::string& body) {
    return {{"a.html", "{# page: ns::Page from \"web/a.h\" #}\n<!doctype html>" + body}};
}

/// "" when it is accepted, else "line: sentence".
std::string refusal(const Files& files) {
    auto result = compiled(files, "a.html");
    if (result) return "";
    return std::to_string(result.error().place.line) + ": " + result.error().sentence;
}

std::string code(const std::string& body) {
    auto result = compiled(page(body), "a.html");
    return result ? result->source : "refused: " + result.error().sentence;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

struct Refused {
    const char* body;
    const char* says;
};

TEST(Compile, refuses_each_mistake_with_its_line_and_a_sentence) {
    const Refused table[] = {
        // places where no escaping is safe
        {"<script>{{ x }}</script>", "2: No value can stand inside <script>."},
        {"<style>{{ x }}</style>", "2: No value can stand inside <style>."},
        {"<!-- {{ x }} -->", "2: No value can stand in an HTML comment."},
        {"<p class={{ x }}></p>", "2: Put quotes around the value of class."},
        {"<p class=a{{ x }}></p>", "2: Put quotes around the value of class."},
        {"<p onclick=\"{{ x }}\"></p>",
         "2: There is no onclick: the content security policy refuses it. Use a script file."},
        {"<p ONCLICK = '{{ x }}'></p>",
         "2: There is no onclick: the content security policy refuses it. Use a script file."},
        {"<p style=\"{{ x }}\"></p>", "2: There is no style: the content security policy refuses it. Use a class."},
        {"<iframe srcdoc=\"{{ x }}\"></iframe>",
         "2: There is no srcdoc: the content security policy refuses it. Use a class."},
        {"<iframe>{{ x }}</iframe>", "2: No value can stand inside <iframe>."},
        {"<{{ x }}>", "2: The name of a tag or attribute cannot be computed."},
        {"<h{{ x }}>", "2: The name of a tag or attribute cannot be computed."},
        {"</{{ x }}>", "2: The name of a tag or attribute cannot be computed."},
        {"<p data-{{ x }}=\"a\"></p>", "2: The name of a tag or attribute cannot be computed."},
        {"<img srcset=\"{{ x }}\">", "2: No value can stand in srcset."},
        {"<a href=\"javascript:{{ x }}\"></a>", "2: The address in href must be relative, http, https, mailto or tel."},
        {"<a href=\"javascript:alert(1)\"></a>",
         "2: The address in href must be relative, http, https, mailto or tel."},
        {"<a href=\"/a{% if x %}b{% endif %}\"></a>",
         "2: No if can stand inside an address: make the whole of it one value."},
        {"<script>{% if x %}{% endif %}</script>", "2: No if can stand inside <script>."},
        // constructs that do not end where they began
        {"{% if x %}<p>{% endif %}</p>",
         "2: This if begins outside of every element and ends in the text of <p>: it must end where it began."},
        {"<p>\n{% for x in xs %}</p><p class=\"{% endfor %}\"></p>",
         "3: This for begins in the text of <p> and ends in the value of class: it must end where it began."},
        {"<p class=\"{% if x %}\"{% else %}a\"{% endif %}></p>",
         "2: This if begins in the value of class and ends among the attributes of <p>: it must end where it began."},
        {"<p {% if x %}>{% endif %}</p>",
         "2: This if begins among the attributes of <p> and ends in the text of <p>: it must end where it began."},
        {"<p{% include \"b.html\" %}></p>", "2: There is no template called b.html."},
        {"<p{% block b %}{% endblock %}></p>", "2: A block stands in text only, not in the name of a tag."},
        {"<p>", "1: The template ends while <p> is open."},
        {"<p></div>", "2: </div> does not fit: <p> is open."},
        {"</p>", "2: </p> does not fit: nothing is open here."},
        {"<p class=\"a\"class=\"b\"></p>", "2: A space is needed before the next attribute of <p>."},
        {"<p{% if x %}a{% endif %}></p>", "2: A space is needed before the next attribute of <p>."},
        {"a < b", "2: A < that begins no tag: write &lt;."},
        // the statements themselves
        {"{% if x %}", "2: This if is not closed with endif."},
        {"{% if x %}{% endfor %}", "2: Here is endfor, but the if of line 2 is still open."},
        {"{% if %}{% endif %}", "2: This if needs a condition."},
        {"{% if x %}{% else %}{% else %}{% endif %}", "2: Nothing but endif can follow else."},
        {"{% for x of xs %}{% endfor %}", "2: A for is written: for x in xs."},
        {"{% for 1 in xs %}{% endfor %}", "2: A for needs a name of letters, digits and underscores."},
        {"{% endif %}", "2: Nothing is open that this could end or continue: endif."},
        {"{% set x = 1 %}", "2: There is no set: compute it in the view model."},
        {"{% whatever %}", "2: There is no statement called whatever."},
        {"\n{{ x }", "3: This {{ is not closed with }}."},
        {"{% if x", "2: This {% is not closed with %}."},
        {"{# never", "2: This comment is not closed with #}."},
        {"{{ }}", "2: These braces hold no expression."},
        {"{{ \"a }}", "2: A quoted text is not closed in this expression."},
        {"{{ f(x }}", "2: A ) is missing in this expression."},
        {"{{ x); evil( }}", "2: An unmatched ) in this expression."},
        {"{{ x; y }}", "2: An expression holds no semicolon."},
        {"{{ x // y }}", "2: An expression holds no C++ comment: write {# … #}."},
        {"{{ x || y }}", "2: Write or, and, not: || is two filters."},
        {"{{ x | 1 + 2 }}", "2: A filter is written: value | name, or: value | name(argument)."},
        {"{{ x | }}", "2: A filter is the name of a function."},
        {"{{ | f }}", "2: There is nothing before this filter."},
        {"{% if x and %}{% endif %}", "2: A part of this condition is missing."},
        {"{% call f %}{% endcall %}", "2: A call is written: call name(options)."},
        {"{% macro f %}{% endmacro %}", "2: A macro is written: macro name(Type variable)."},
        {"{% macro f(x) %}{% endmacro %}", "2: A macro's parameter is written: Type name."},
        {"{% if a %}{% macro f() %}{% endmacro %}{% endif %}", "2: A macro stands outside of everything else."},
        {"{% extends \"b.html\" %}", "2: extends must be the first thing in a template."},
        {"{% include b.html %}", "2: A file's name in double quotes is needed here."},
    };
    for (const Refused& row : table)
        EXPECT_EQ(refusal(page(row.body)), row.says) << row.body;
}

TEST(Compile, accepts_constructs_in_text_between_attributes_and_inside_quoted_values) {
    const char* table[] = {
        "<p>{{ a }}</p>",
        "<p{% if a %} hidden{% endif %}>x</p>",
        "<p {% if a %}hidden {% else %}class=\"b\" {% endif %}>x</p>",
        "<p class=\"a{% if b %} b{% elif c %} c{% endif %} d\">x</p>",
        "<p class='{{ a }}'>x</p>",
        "<p class=\"a\"{{ attributes }} id=\"b\">x</p>",
        "<p {{ attributes }}>x</p>",
        "<ul>{% for a in b %}<li>{{ a }}</li>{% else %}<li>none</li>{% endfor %}</ul>",
        "<title>{% if a %}b{% endif %}{{ c }}</title><textarea>{{ d }}</textarea>",
        "<script nonce=\"{{ a }}\">if (1 < 2) '</p>'</script>",
        "<a href=\"mailto:{{ a }}\">x</a><br><img src=\"{{ a }}\" alt=\"\"><svg><path d=\"M0\"/></svg>",
        "{{ f({.a = {{1, 2}}, .b = \"}}\"}) }}",
        "<option value=a selected>x</option><!-- <b> -->",
    };
    for (const char* body : table)
        EXPECT_EQ(refusal(page(body)), "") << body;
}

TEST(Compile, escapes_each_value_for_the_place_where_it_stands) {
    EXPECT_TRUE(has(code("<p>{{ a }}</p>"), "put_text(out, a);"));
    EXPECT_TRUE(has(code("<title>{{ a }}</title>"), "put_attribute(out, a);"));
    EXPECT_TRUE(has(code("<textarea>{{ a }}</textarea>"), "put_textarea(out, a);"));
    EXPECT_TRUE(has(code("<textarea>x{{ a }}</textarea>"), "put_attribute(out, a);"));
    EXPECT_TRUE(has(code("<p class=\"{{ a }}\"></p>"), "put_attribute(out, a);"));
    EXPECT_TRUE(has(code("<p{{ a }}></p>"), "refused"));
    EXPECT_TRUE(has(code("<p {{ a }}></p>"), "put_attributes(out, a);"));
    for (const char* name : {"href", "src", "action", "formaction", "HREF"}) {
        EXPECT_TRUE(has(code(std::string("<a ") + name + "=\"{{ a }}\"></a>"), "put_url(out, a);")) << name;
        EXPECT_TRUE(has(code(std::string("<a ") + name + "=\"/b/{{ a }}\"></a>"), "put_url_part(out, a);")) << name;
    }
}

TEST(Compile, sends_the_compiler_back_to_the_line_of_the_template) {
    EXPECT_TRUE(has(code("\n\n{{ a }}"), "#line 4 \"src/web/a.html\"\nput_text(out, a);"));
    EXPECT_TRUE(has(code("\n{{\n\n a }}"), "#line 5 \"src/web/a.html\"\nput_text(out, a);"));
    EXPECT_TRUE(
        has(code("\n{% if a %}\nb\n{% elif c %}{% endif %}"), "#line 5 \"src/web/a.html\"\n} else if (truthy(c)) {"));
}

TEST(Compile, turns_filters_into_calls) {
    EXPECT_TRUE(has(code("{{ a | f | g(1, \"|\") }}"), "put_text(out, g(f(a), 1, \"|\"));"));
    EXPECT_TRUE(has(code("{{ f(a | b) }}"), "put_text(out, f(a | b));"));
}

TEST(Compile, lets_the_macros_of_a_used_file_write_straight_to_the_page) {
    Files files{
        {"a.html",
         "{# page: ns::Page from \"web/a.h\" #}\n{# uses \"parts.html\" #}\n<!doctype html><ul>{{ row(a) }}{{ other(a) "
         "}}</ul>"}};
    files["parts.html"] =
        "{# macros: ns from \"web/parts.h\" #}\n{% macro row(Row one) %}<li>{{ one.x }}</li>{% endmacro %}";
    auto result = compiled(files, "a.html");
    ASSERT_TRUE(result) << result.error().sentence;
    EXPECT_TRUE(has(result->source, "#include \"web/parts.html.h\"")) << result->source;
    EXPECT_TRUE(has(result->source, "row(out, a);"));
    EXPECT_TRUE(has(result->source, "put_text(out, other(a));"));
    EXPECT_EQ(result->files, (std::vector<std::string>{"a.html", "parts.html"}));
    auto parts = compiled(files, "parts.html");
    ASSERT_TRUE(parts) << parts.error().sentence;
    EXPECT_TRUE(has(parts->header, "void row(kith::web::Html& out, [[maybe_unused]] const Row& one);"))
        << parts->header;
    files["parts.html"] = "{# partial #}";
    EXPECT_TRUE(has(refusal(files), "parts.html has no macros to use"));
    files.erase("parts.html");
    EXPECT_TRUE(has(refusal(files), "There is no template called parts.html."));
}

TEST(Compile, reads_and_or_and_not_as_a_person_does) {
    EXPECT_TRUE(has(code("{% if a and not b == c or d %}{% endif %}"),
                    "if (((truthy(a) && !(truthy(b == c))) || truthy(d))) {"));
    EXPECT_TRUE(
        has(code("{% if (a or b) and c.and_d %}{% endif %}"), "if (((truthy(a) || truthy(b)) && truthy(c.and_d))) {"));
    EXPECT_TRUE(has(code("{% if a == \" or \" %}{% endif %}"), "truthy(a == \" or \")"));
}

TEST(Compile, leaves_no_line_behind_for_a_statement_alone_on_its_line) {
    std::string source = code("<ul>\n  {% for a in b %}\n  <li>{{ a }}</li>\n  {% endfor %}\n</ul>");
    EXPECT_TRUE(has(source, "{\"<!doctype html><ul>\\n\", 20}")) << source;
    EXPECT_TRUE(has(source, "{\"\\n<li>\", 5}") || has(source, "{\"  <li>\", 6}")) << source;
    EXPECT_TRUE(has(source, "{\"</ul>\", 5}")) << source;
}

TEST(Compile, keeps_white_space_that_counts_and_drops_what_is_asked) {
    EXPECT_TRUE(has(code("<p>a\n   b</p>"), "<p>a\\nb</p>"));
    EXPECT_TRUE(has(code("<pre>a\n   b</pre>"), "<pre>a\\n   b</pre>"));
    EXPECT_TRUE(has(code("<p class=\"a\n  b\"\n   id=\"c\">x</p>"), "<p class=\\\"a\\n  b\\\"\\nid=\\\"c\\\">"));
    EXPECT_TRUE(has(code("<p>a  {{- b -}}  \n c</p>"), "{\"<!doctype html><p>a\", 19}"));
}

TEST(Compile, writes_any_byte_of_a_long_text) {
    std::string body = "<p>Zoë “quoted” \\n ?\?= \"x\" \x01 </p>";
    std::string source = code(body);
    EXPECT_TRUE(has(source, "Zo\\303\\253 \\342\\200\\234quoted\\342\\200\\235 \\\\n \\?\\?= \\\"x\\\" \\001 </p>"))
        << source;
    std::string longest(60000, 'x');
    EXPECT_EQ(refusal(page("<p>" + longest + "</p>")), "");
}

TEST(Compile, fills_the_blocks_of_a_layout_through_every_level) {
    Files files = {
        {"base.html",
         "{# layout: ns::Base base from \"web/base.h\" #}\n<!doctype html><p>{{ base.t }}{% block a %}old{% endblock "
         "%}{% block b %}kept{% endblock %}</p>"},
        {"mid.html",
         "{# layout: ns::Mid mid from \"web/mid.h\" #}\n{% extends \"base.html\" %}{% block a %}middle{% endblock %}"},
        {"a.html",
         "{# page: ns::Page from \"web/a.h\" #}\n{% extends \"mid.html\" %}\n{% block a %}<b>{{ page.x }}</b>{% "
         "endblock %}"},
    };
    auto result = compiled(files, "a.html");
    ASSERT_TRUE(result) << result.error().sentence;
    EXPECT_TRUE(has(result->source, "const ns::Base& base = page.base;"));
    EXPECT_TRUE(has(result->source, "const ns::Mid& mid = page.mid;"));
    EXPECT_TRUE(has(result->source, "</b>kept</p>"));
    EXPECT_FALSE(has(result->source, "old"));
    EXPECT_FALSE(has(result->source, "middle"));
    EXPECT_EQ(result->files, (std::vector<std::string>{"a.html", "mid.html", "base.html"}));
}

TEST(Compile, refuses_what_a_layout_would_never_show) {
    Files files = {
        {"base.html", "{# layout: ns::Base base from \"web/base.h\" #}\n<!doctype html>{% block a %}{% endblock %}"}};
    auto with = [&](const std::string& rest) {
        Files all = files;
        all["a.html"] = "{# page: ns::Page from \"web/a.h\" #}\n{% extends \"base.html\" %}\n" + rest;
        return refusal(all);
    };
    EXPECT_EQ(with("{% block a %}x{% endblock %}"), "");
    EXPECT_EQ(with("lost"), "3: This is outside of every block, so it would never be shown.");
    EXPECT_EQ(with("\n{% block z %}x{% endblock %}"), "4: The layout has no block called z.");
}

TEST(Compile, refuses_files_that_do_not_say_what_they_are) {
    EXPECT_EQ(refusal({{"a.html", "<p></p>"}}).substr(0, 39), "1: The first line must say what this is");
    EXPECT_EQ(refusal({{"a.html", "{# page: ns::Page #}<!doctype html>"}}),
              "1: The first line must end with: from \"header.h\".");
    EXPECT_EQ(refusal({{"a.html", "{# page: ns::Page from \"a.h\" #}\n<p></p>"}}),
              "1: A page begins with <!doctype html>, or extends a layout that does.");
    EXPECT_EQ(refusal({{"a.html", "{# page: ns::Page from \"a.h\" #}\n<!doctype html>{% include \"b.html\" %}"},
                       {"b.html", "<p></p>"}}),
              "2: b.html must begin with {# partial #}.");
    EXPECT_EQ(refusal({{"a.html", "{# page: ns::Page from \"a.h\" #}\n<!doctype html>{% include \"b.html\" %}"},
                       {"b.html", "{# partial #}{% include \"b.html\" %}"}}),
              "1: These templates include each other without end.");
    EXPECT_EQ(refusal({}), "1: There is no template called a.html.");
}

TEST(Compile, reports_a_mistake_in_an_included_file_at_that_file) {
    Files files = page("{% include \"b.html\" %}");
    files["b.html"] = "{# partial #}\n\n<p onload=\"x\"></p>";
    auto result = compiled(files, "a.html");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().place.file, "src/web/b.html");
    EXPECT_EQ(result.error().place.line, 3);
}

TEST(Compile, makes_functions_of_macros_and_passes_what_a_call_holds) {
    Files files = {{"a.html",
                    "{# macros: kith::web from \"web/x.h\" #}\n{% macro f(std::map<int, int> a, SafeHtml b) %}<p>{{ b "
                    "}}</p>{% endmacro %}"}};
    auto result = compiled(files, "a.html");
    ASSERT_TRUE(result);
    EXPECT_TRUE(has(result->source,
                    "SafeHtml f([[maybe_unused]] const std::map<int, int>& a, [[maybe_unused]] const SafeHtml& b) {"));
    EXPECT_TRUE(has(code("{% call f({.a = 1}) %}<b>x</b>{% endcall %}"),
                    "put_text(out, f({.a = 1}, std::move(inner_1).safe()));"));
    EXPECT_TRUE(has(code("{% call f() %}x{% endcall %}"), "put_text(out, f(std::move(inner_1).safe()));"));
}

/// What the C++ compiler says about the code of a page whose view model has one text, `name`.
std::string compiler_says(const std::string& body) {
    namespace fs = std::filesystem;
    fs::path folder = fs::path(KITH_BINARY_DIR) / "template_test";
    fs::create_directories(folder / "web");
    auto write = [&](const std::string& name, const std::string& text) {
        std::ofstream(folder / "web" / name) << text;
    };
    auto result = compiled(page(body), "a.html");
    if (!result) return result.error().sentence;
    write("a.h",
          "#pragma once\n#include <string>\n#include \"web/html.h\"\nnamespace ns { struct Page { std::string name; "
          "kith::web::SafeHtml markup; }; }\n");
    write("a.html.h", result->header);
    write("a.cpp", result->source);
    std::string include = " -I" + folder.string() + " -I" KITH_SOURCE_DIR "/src ";
    std::string said = (folder / "said").string();
    std::string command = "c++ -std=c++20 -fsyntax-only" + include + (folder / "web" / "a.cpp").string() + " 2>" + said;
    int status = std::system(command.c_str());
    std::ifstream file(said);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    return status == 0 ? "" : text;
}

TEST(Compile, lets_the_compiler_find_a_misspelt_name_at_its_line_of_the_template) {
    EXPECT_EQ(compiler_says("<p class=\"{{ page.name }}\">{{ page.name }}{{ page.markup }}</p>"), "");
    EXPECT_TRUE(has(compiler_says("\n<p>\n{{ page.nmae }}</p>"), "src/web/a.html:4"));
    EXPECT_TRUE(has(compiler_says("\n{% if page.nmae %}{% endif %}"), "src/web/a.html:3"));
}

TEST(Compile, lets_the_compiler_refuse_markup_where_only_text_is_safe) {
    EXPECT_TRUE(has(compiler_says("\n<p class=\"{{ page.markup }}\"></p>"), "src/web/a.html:3"));
    EXPECT_TRUE(has(compiler_says("\n<a href=\"{{ page.markup }}\"></a>"), "src/web/a.html:3"));
    EXPECT_TRUE(has(compiler_says("\n<p {{ page.name }}></p>"), "src/web/a.html:3"));
}

}  // namespace
}  // namespace kith::templates
