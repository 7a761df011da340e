#include "template/load.h"

#include <algorithm>
#include <map>

namespace kith::templates {
namespace {

using Blocks = std::map<std::string, Node>;

class Loader {
  public:
    explicit Loader(const Reader& read) : read_(read) {}

    Whole run(const std::string& name) {
        Template first = file(name, {name, 1});
        whole_.head = first.head;
        if (first.head.kind == Head::none) {
            mistake(first.head.place,
                    "The first line must say what this is: {# page: … #}, {# layout: … #}, {# macros: … #} or {# "
                    "partial #}.");
        }
        Template last = std::move(first);
        Blocks blocks;
        while (const Node* extends = extends_of(last)) {
            Place place = extends->place;
            Template layout = file(extends->text, place);
            if (layout.head.kind != Head::layout)
                mistake(place, extends->text + " is no layout: its first line must say so.");
            collect_blocks(last, layout, blocks);
            whole_.layouts.push_back(layout.head);
            last = std::move(layout);
        }
        whole_.nodes = inlined(std::move(last.nodes), blocks, 0);
        return std::move(whole_);
    }

  private:
    Template file(const std::string& name, const Place& place) {
        std::optional<Source> source = read_(name);
        if (!source) mistake(place, "There is no template called " + name + ".");
        if (std::count(whole_.files.begin(), whole_.files.end(), name) == 0) whole_.files.push_back(name);
        Template result = parse(source->text, source->printed);
        for (const std::string& used : result.head.headers) {
            bool is_template = used.ends_with(".html");
            std::vector<std::string>& known = is_template ? whole_.used : whole_.headers;
            if (std::count(known.begin(), known.end(), used) != 0) continue;
            known.push_back(used);
            if (is_template) use_macros(used, result.head.place);
        }
        take_macros(result.nodes);
        return result;
    }

    void use_macros(const std::string& name, const Place& place) {
        std::optional<Source> source = read_(name);
        if (!source) mistake(place, "There is no template called " + name + ".");
        Template used = parse(source->text, source->printed);
        if (used.head.kind != Head::macros) mistake(place, name + " has no macros to use: its first line must say so.");
        whole_.files.push_back(name);
        for (Node& node : used.nodes) {
            if (node.kind == Node::macro) whole_.used_macros.push_back(std::move(node));
        }
    }

    void take_macros(Nodes& nodes) {
        for (Node& node : nodes) {
            if (node.kind == Node::macro) whole_.macros.push_back(node);
        }
        std::erase_if(nodes, [](const Node& node) { return node.kind == Node::macro; });
    }

    static const Node* extends_of(const Template& source) {
        for (const Node& node : source.nodes) {
            if (node.kind == Node::extends) return &node;
            if (node.kind != Node::literal || !trimmed(node.text).empty()) return nullptr;
        }
        return nullptr;
    }

    /// The blocks of a file that extends a layout. What a nearer file says wins.
    static void collect_blocks(const Template& source, const Template& layout, Blocks& blocks) {
        for (const Node& node : source.nodes) {
            if (node.kind == Node::extends) continue;
            if (node.kind == Node::literal && trimmed(node.text).empty()) continue;
            if (node.kind != Node::block)
                mistake(node.place, "This is outside of every block, so it would never be shown.");
            if (!has_block(layout.nodes, node.text))
                mistake(node.place, "The layout has no block called " + node.text + ".");
            blocks.emplace(node.text, node);
        }
    }

    static bool has_block(const Nodes& nodes, const std::string& name) {
        for (const Node& node : nodes) {
            if (node.kind == Node::block && node.text == name) return true;
            for (const Branch& branch : node.branches) {
                if (has_block(branch.body, name)) return true;
            }
        }
        return false;
    }

    Nodes inlined(Nodes nodes, const Blocks& blocks, int depth) {
        Nodes result;
        for (Node& node : nodes) {
            if (node.kind == Node::block) {
                if (auto filled = blocks.find(node.text); filled != blocks.end())
                    node.branches = filled->second.branches;
            }
            if (node.kind == Node::extends) mistake(node.place, "extends must be the first thing in a template.");
            if (node.kind == Node::macro) mistake(node.place, "A macro stands outside of everything else.");
            if (node.kind == Node::include) {
                if (depth > 20) mistake(node.place, "These templates include each other without end.");
                Template part = file(node.text, node.place);
                if (part.head.kind != Head::partial) mistake(node.place, node.text + " must begin with {# partial #}.");
                node.branches.push_back({node.place, {}, std::move(part.nodes)});
            }
            int below = depth + (node.kind == Node::include ? 1 : 0);
            for (Branch& branch : node.branches)
                branch.body = inlined(std::move(branch.body), blocks, below);
            result.push_back(std::move(node));
        }
        return result;
    }

    const Reader& read_;
    Whole whole_;
};

}  // namespace

Whole load(const std::string& name, const Reader& read) {
    return Loader(read).run(name);
}

}  // namespace kith::templates
