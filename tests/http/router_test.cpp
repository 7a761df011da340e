#include "http/router.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/result.h"

namespace kith::http {

namespace {

const Router<std::string>& table() {
    static const Router<std::string> router({{Method::get, "/", "home"},
                                             {Method::get, "/people", "list"},
                                             {Method::get, "/people/", "list with slash"},
                                             {Method::get, "/people/new", "blank"},
                                             {Method::get, "/people/{id}", "person"},
                                             {Method::post, "/people/{person}", "change"},
                                             {Method::get, "/people/{id}/notes/{note}", "note"},
                                             {Method::post, "/sign-out", "leave"},
                                             {Method::get, "/assets/{file*}", "asset"},
                                             {Method::get, "/assets/index", "index"}});
    return router;
}

struct Row {
    Method method;
    const char* path;
    const char* expected;  // the payload, or the Allow header after "405 ", or "404"
};

std::string outcome(const Match<std::string>& match) {
    if (match.route) return match.route->payload;
    return match.allow.empty() ? "404" : "405 " + match.allow;
}

void build(std::vector<Route<int>> routes) {
    Router<int> router(std::move(routes));
}

}  // namespace

TEST(Router, finds_the_route_or_says_which_methods_there_are) {
    for (const auto& row : {Row{Method::get, "/", "home"},
                            Row{Method::head, "/", "home"},
                            Row{Method::post, "/", "405 GET, HEAD"},
                            Row{Method::get, "/people", "list"},
                            Row{Method::get, "/people/", "list with slash"},
                            Row{Method::get, "/people/new", "blank"},
                            Row{Method::get, "/people/7", "person"},
                            Row{Method::post, "/people/7", "change"},
                            Row{Method::post, "/people/new", "change"},
                            Row{Method::get, "/people/7/notes/8", "note"},
                            Row{Method::get, "/people/new/notes/8", "note"},
                            Row{Method::get, "/people/7/notes", "404"},
                            Row{Method::get, "/people/7/notes/", "404"},
                            Row{Method::get, "/people/7/", "404"},
                            Row{Method::get, "//people", "404"},
                            Row{Method::get, "/People", "404"},
                            Row{Method::get, "/sign-out", "405 POST"},
                            Row{Method::head, "/sign-out", "405 POST"},
                            Row{Method::get, "/assets/a/b.css", "asset"},
                            Row{Method::get, "/assets/index", "index"},
                            Row{Method::get, "/assets/index/x", "asset"},
                            Row{Method::get, "/assets/", "404"},
                            Row{Method::get, "/assets", "404"},
                            Row{Method::get, "", "404"},
                            Row{Method::get, "people", "404"}})
        EXPECT_EQ(outcome(table().match(row.method, row.path)), row.expected) << name_of(row.method) << " " << row.path;
}

TEST(Router, names_what_stood_in_the_braces) {
    const auto note = table().match(Method::get, "/people/7/notes/a b");
    EXPECT_EQ(note.params["id"], "7");
    EXPECT_EQ(note.params["note"], "a b");
    EXPECT_THROW(note.params["other"], Bug);
    EXPECT_EQ(table().match(Method::post, "/people/7").params["person"], "7");
    EXPECT_EQ(table().match(Method::get, "/assets/a/b.css").params["file"], "a/b.css");
    EXPECT_TRUE(table().match(Method::get, "/people").params.all().empty());
}

TEST(Router, refuses_a_table_that_is_wrong) {
    for (const char* pattern : {"people", "", "/{", "/{}", "/{id", "/id}", "/{Id}", "/{a}/{a}", "/{a*}/b", "/x{id}"})
        EXPECT_THROW(build({{Method::get, pattern, 1}}), Bug) << pattern;
    EXPECT_THROW(build({{Method::get, "/a/{b}", 1}, {Method::get, "/a/{c}", 2}}), Bug);
    EXPECT_THROW(build({{Method::head, "/a", 1}}), Bug);
    EXPECT_NO_THROW(build({{Method::get, "/a", 1}, {Method::post, "/a", 2}}));
}

TEST(Router, finds_every_pattern_of_a_large_table_by_a_path_made_from_it) {
    std::vector<Route<int>> routes;
    for (int i = 0; i < 300; ++i)
        routes.push_back({Method::get, "/a" + std::to_string(i) + "/{id}/b" + std::to_string(i % 7), i});
    const Router<int> router(std::move(routes));
    EXPECT_TRUE(rc::check([&] {
        const int i = *rc::gen::inRange(0, 300);
        const auto id = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('0', 'z')));
        const auto match =
            router.match(Method::get, "/a" + std::to_string(i) + "/" + id + "/b" + std::to_string(i % 7));
        RC_ASSERT(match.route);
        RC_ASSERT(match.route->payload == i);
        RC_ASSERT(match.params["id"] == id);
    }));
}

}  // namespace kith::http
