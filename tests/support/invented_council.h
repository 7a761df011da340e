// The invented council over real routes, where every kind of record stands in several states; and who may open what
// there. Built once for a test program, and copied for each test.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "cli/demo/council.h"
#include "cli/demo/people.h"
#include "core/staff.h"
#include "rulebook/england/england.h"
#include "support/visitor.h"
#include "web/markup.h"

namespace kith::tests {

struct RouteLine {
    std::string pattern;
    std::string who;
};

/// The rows of the route table for that method.
inline std::vector<RouteLine> routes_of(std::string_view method) {
    std::vector<RouteLine> routes;
    std::string matrix = web::route_matrix(), prefix = std::string(method) + " ";
    for (std::string_view line : split(matrix, '\n')) {
        if (!line.starts_with(prefix)) continue;
        line.remove_prefix(prefix.size());
        auto colon = line.rfind(": ");
        routes.push_back({std::string(line.substr(0, colon)), std::string(line.substr(colon + 2))});
    }
    return routes;
}

/// Characters of a pattern that stand for themselves: the more, the closer it fits.
inline std::size_t literals(const std::string& pattern) {
    std::size_t variables = static_cast<std::size_t>(std::count(pattern.begin(), pattern.end(), '{'));
    return split(pattern, '/').size() - variables;
}

/// The pattern of the table that an address belongs to; empty: none. A literal segment wins over "{id}".
inline std::string pattern_of(std::string_view method, std::string_view address) {
    static const std::vector<RouteLine> tables[] = {routes_of("GET"), routes_of("POST")};
    std::vector<std::string_view> parts = split(address.substr(0, address.find_first_of("?#")), '/');
    std::string best;
    for (const RouteLine& route : tables[method == "POST"]) {
        std::vector<std::string_view> wanted = split(route.pattern, '/');
        bool fits = wanted.size() == parts.size();
        for (std::size_t i = 0; fits && i < parts.size(); ++i)
            fits = wanted[i] == parts[i] || wanted[i].starts_with('{');
        if (fits && (best.empty() || literals(route.pattern) > literals(best))) best = route.pattern;
    }
    return best;
}

class InventedCouncil {
  public:
    InventedCouncil() {
        directory = fresh_directory();
        std::filesystem::copy(built() / "kith.sqlite", directory / "kith.sqlite");
        store = store::Store::open({store::Dialect::sqlite, (directory / "kith.sqlite").string(), ""});
        service = std::make_unique<actions::Service>(actions::Service{*store, rulebook::england(), policy,
                                                                      WorkingDays::england_and_wales(),
                                                                      counting_ids(900'000), [this] { return now; }});
        app = std::make_unique<web::App>(*service);
    }
    ~InventedCouncil() {
        app.reset();
        service.reset();
        store.reset();
        std::error_code ignored;
        std::filesystem::remove_all(directory, ignored);
    }
    InventedCouncil(const InventedCouncil&) = delete;
    InventedCouncil& operator=(const InventedCouncil&) = delete;

    std::vector<std::string> ids(const std::string& sql) {
        return store->read([&](store::Reader& reader) {
            std::vector<std::string> found;
            reader.each(sql, [&](const store::RowView& row) { found.push_back(to_text(row.id(0))); });
            return found;
        });
    }
    std::int64_t count(const std::string& sql) {
        return store->read([&](store::Reader& reader) { return *reader.scalar<std::int64_t>(sql); });
    }

    Visitor& as(const std::string& sign_in_name) {
        auto [at, is_new] = visitors.try_emplace(sign_in_name, *app);
        if (is_new) at->second.sign_in(sign_in_name, std::string(cli::demo_password));
        return at->second;
    }

    /// Somebody of each role.
    static std::vector<std::string> one_of_each_role() {
        std::vector<std::string> names;
        std::set<core::Role> seen;
        for (const cli::DemoStaff& staff : cli::demo_staff())
            if (seen.insert(staff.role).second) names.push_back(staff.sign_in_name);
        return names;
    }

    static constexpr auto now_here = Date(std::chrono::year{2026} / 11 / 24);
    Instant now = from_london(now_here, std::chrono::hours(11));
    std::filesystem::path directory;
    std::unique_ptr<store::Store> store;
    core::LocalPolicy policy;
    std::unique_ptr<actions::Service> service;
    std::unique_ptr<web::App> app;
    std::map<std::string, Visitor> visitors;

  private:
    static std::filesystem::path fresh_directory() {
        std::string name = "/tmp/kith-invented-XXXXXX";
        if (!mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
        return name;
    }
    /// The database that all tests copy; it goes with the program.
    static const std::filesystem::path& built() {
        struct Built {
            std::filesystem::path directory = fresh_directory();
            Built() {
                Instant then = from_london(now_here, std::chrono::hours(11));
                auto store = store::Store::open({store::Dialect::sqlite, (directory / "kith.sqlite").string(), ""});
                store->migrate(then);
                auto done = cli::build_council(*store, {.children = 24, .seed = 1, .now = then}, [](auto) {});
                if (!done) throw std::runtime_error(done.error().sentence);
            }
            ~Built() {
                std::error_code ignored;
                std::filesystem::remove_all(directory, ignored);
            }
        };
        static const Built built;
        return built.directory;
    }
};

/// The addresses of our own that a page leads to, in its order, without what comes behind "#".
inline std::vector<std::string> links_of(const std::string& page) {
    std::vector<std::string> links;
    for (auto tag = web::next_tag(page, 0); tag; tag = web::next_tag(page, tag->end)) {
        if (tag->name != "a") continue;
        std::string href = tag->value("href");
        href = href.substr(0, href.find('#'));
        if (href.size() > 1 && href[0] == '/' && href[1] != '/' && !pattern_of("GET", href).empty())
            links.push_back(href);
    }
    return links;
}

/// Opens every page that can be reached from these addresses, each once; `most` pages of each pattern.
/// F: void(address, pattern): of the page that it led to.
template <class F>
void crawl(Visitor& visitor, std::vector<std::string> from, std::size_t most, F visit) {
    std::deque<std::string> todo(from.begin(), from.end());
    std::set<std::string> seen;
    std::map<std::string, std::size_t> opened;
    for (; !todo.empty(); todo.pop_front()) {
        std::string address = todo.front(), pattern = pattern_of("GET", address);
        if (address.find("done=") != std::string::npos) continue;
        if (pattern.empty() || !seen.insert(address).second || ++opened[pattern] > most) continue;
        visitor.open(address);
        visit(address, pattern_of("GET", visitor.address()));
        for (std::string& link : links_of(visitor.body()))
            todo.push_back(std::move(link));
    }
}

/// Where a crawl begins: every page without "{…}", and the pages of all children and adults.
inline std::vector<std::string> beginnings(InventedCouncil& council) {
    std::vector<std::string> from;
    for (const RouteLine& route : routes_of("GET"))
        if (route.pattern.find('{') == std::string::npos && route.pattern != "/drafts/discard")
            from.push_back(route.pattern);
    for (const std::string& child : council.ids("SELECT DISTINCT child FROM relation ORDER BY child"))
        from.push_back("/children/" + child);
    for (const std::string& person : council.ids("SELECT id FROM person ORDER BY id"))
        from.push_back("/people/" + person);
    return from;
}

}  // namespace kith::tests
