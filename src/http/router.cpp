#include "http/router.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "base/result.h"

namespace kith::http {

std::string_view Params::operator[](std::string_view name) const {
    const auto found = std::find_if(values_.begin(), values_.end(), [&](const Field& v) { return v.name == name; });
    CHECK(found != values_.end());
    return found->value;
}

namespace detail {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// "/a/b" is "a", then "b"; "/" is one empty segment. Takes the first off the path.
std::string_view take_segment(std::string_view& path) {
    const auto slash = path.find('/', 1);
    const auto segment = path.substr(1, slash == std::string_view::npos ? slash : slash - 1);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash);
    return segment;
}

bool is_name(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

}  // namespace

struct RouteTree::Node {
    struct Leaf {
        std::size_t number = none;
        std::vector<std::string> names;  // of the parameters, in order: two methods may name them differently
    };
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literal;
    std::unique_ptr<Node> segment;
    std::unique_ptr<Node> rest;
    std::array<Leaf, 2> leaves;  // GET, POST

    /// The leaf where the path ends for that method, literals first; the parameters on the way are added to values.
    const Leaf* walk(std::string_view path, std::size_t method, std::vector<std::string_view>& values) const;
};

const RouteTree::Node::Leaf* RouteTree::Node::walk(std::string_view path, std::size_t method,
                                                   std::vector<std::string_view>& values) const {
    if (path.empty()) return leaves[method].number == none ? nullptr : &leaves[method];
    auto after = path;
    const auto first = take_segment(after);
    if (auto next = literal.find(first); next != literal.end())
        if (const auto* found = next->second->walk(after, method, values)) return found;
    if (segment && !first.empty()) {
        values.push_back(first);
        if (const auto* found = segment->walk(after, method, values)) return found;
        values.pop_back();
    }
    if (!rest || path.size() < 2 || rest->leaves[method].number == none) return nullptr;
    values.push_back(path.substr(1));
    return &rest->leaves[method];
}

RouteTree::RouteTree() : root_(std::make_unique<Node>()) {}
RouteTree::RouteTree(RouteTree&&) noexcept = default;
RouteTree& RouteTree::operator=(RouteTree&&) noexcept = default;
RouteTree::~RouteTree() = default;

void RouteTree::add(Method method, std::string_view pattern, std::size_t number) {
    CHECK(method != Method::head);
    CHECK(pattern.starts_with('/'));
    auto* node = root_.get();
    std::vector<std::string> names;
    while (!pattern.empty()) {
        auto segment = take_segment(pattern);
        if (!segment.starts_with('{')) {
            CHECK(segment.find_first_of("{}") == std::string_view::npos);
            auto& next = node->literal[std::string(segment)];
            if (!next) next = std::make_unique<Node>();
            node = next.get();
            continue;
        }
        CHECK(segment.ends_with('}'));
        segment = segment.substr(1, segment.size() - 2);
        const bool takes_rest = segment.ends_with('*');
        if (takes_rest) segment.remove_suffix(1);
        CHECK(is_name(segment));
        CHECK(!takes_rest || pattern.empty());
        CHECK(std::find(names.begin(), names.end(), segment) == names.end());
        names.emplace_back(segment);
        auto& next = takes_rest ? node->rest : node->segment;
        if (!next) next = std::make_unique<Node>();
        node = next.get();
    }
    auto& leaf = node->leaves[method == Method::post ? 1 : 0];
    CHECK(leaf.number == none);
    leaf = {number, std::move(names)};
}

RouteTree::Found RouteTree::find(Method method, std::string_view path) const {
    Found found;
    if (!path.starts_with('/')) return found;
    const std::size_t wanted = method == Method::post ? 1 : 0;
    std::vector<std::string_view> values;
    if (const auto* leaf = root_->walk(path, wanted, values)) {
        found.number = leaf->number;
        for (std::size_t i = 0; i < values.size(); ++i)
            found.params.add(leaf->names[i], values[i]);
    } else if (root_->walk(path, 1 - wanted, values)) {
        found.allow = method == Method::post ? "GET, HEAD" : "POST";
    }
    return found;
}

}  // namespace detail

}  // namespace kith::http
