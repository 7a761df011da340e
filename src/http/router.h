// From a method and a path to a row of the route table. Patterns are "/people/{id}/timeline"; "{id}" is one segment,
// "{file*}" at the end is all the rest. A literal segment wins over "{id}", and that over "{file*}". "/a" and "/a/"
// differ.
//
// A route carries what its owner wants (a handler, who may, a title): Router<T> never looks into it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.h"

namespace kith::http {

/// What "{id}" stood for, by name.
class Params {
  public:
    /// Asking for a name that the pattern does not have is a bug (CHECK).
    std::string_view operator[](std::string_view name) const;
    const std::vector<Field>& all() const { return values_; }
    void add(std::string_view name, std::string_view value) {
        values_.push_back({std::string(name), std::string(value)});
    }

  private:
    std::vector<Field> values_;
};

template <class T>
struct Route {
    Method method = Method::get;  ///< get serves HEAD too; head itself may not be declared
    std::string pattern;
    T payload;
};

/// Exactly one of: a route; no route but other methods for this path (405, with its Allow header); neither (404).
template <class T>
struct Match {
    const Route<T>* route = nullptr;
    Params params;
    std::string allow;  ///< "GET, HEAD" when the path is known and the method is not
};

namespace detail {
/// The table without payloads: patterns by number.
class RouteTree {
  public:
    RouteTree();
    RouteTree(RouteTree&&) noexcept;
    RouteTree& operator=(RouteTree&&) noexcept;
    ~RouteTree();

    void add(Method method, std::string_view pattern, std::size_t number);

    struct Found {
        std::optional<std::size_t> number;
        Params params;
        std::string allow;
    };
    Found find(Method method, std::string_view path) const;

  private:
    struct Node;
    std::unique_ptr<Node> root_;
};
}  // namespace detail

/// Built once at the start; a malformed or repeated pattern is a bug (CHECK). Any thread may match.
template <class T>
class Router {
  public:
    explicit Router(std::vector<Route<T>> routes) : routes_(std::move(routes)) {
        for (std::size_t number = 0; number < routes_.size(); ++number)
            tree_.add(routes_[number].method, routes_[number].pattern, number);
    }

    Match<T> match(Method method, std::string_view path) const {
        auto found = tree_.find(method, path);
        const Route<T>* route = found.number ? &routes_[*found.number] : nullptr;
        return {route, std::move(found.params), std::move(found.allow)};
    }

    const std::vector<Route<T>>& routes() const { return routes_; }

  private:
    std::vector<Route<T>> routes_;
    detail::RouteTree tree_;
};

}  // namespace kith::http
