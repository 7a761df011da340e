// What a receiver of the daily API holds, and how it merges a message: by id, what is left out stays, "purge": true
// empties what it stands in. Written from docs/returns/dfe-api.md, not from our sender.
#pragma once

#include <map>
#include <string>

#include "base/json.h"

namespace kith::tests {

/// Members in the order of their names, lists of items in the order of their ids, without purge.
struct Node {
    std::string text;  ///< of what is no object and no list of items
    std::map<std::string, Node> members;
    std::map<std::string, std::map<std::string, Node>> lists;

    bool operator==(const Node&) const = default;
};
/// Children by la_child_id.
using Held = std::map<std::string, Node>;

inline std::string id_in(const boost::json::object& item) {
    for (const char* name : {"social_care_episode_id", "child_and_family_assessment_id", "child_in_need_plan_id",
                             "section_47_assessment_id", "child_protection_plan_id", "child_looked_after_placement_id"})
        if (const auto* id = item.if_contains(name)) return std::string(id->as_string().c_str());
    return "";
}

inline bool is_items(const boost::json::value& value) {
    return value.is_array() && !value.as_array().empty() && value.as_array()[0].is_object() &&
           !id_in(value.as_array()[0].as_object()).empty();
}

inline bool is_purge(const boost::json::object& object) {
    const auto* purge = object.if_contains("purge");
    return purge && purge->as_bool();
}

inline void merge_into(Node& node, const boost::json::object& message);

inline void merge_items(std::map<std::string, Node>& list, const boost::json::array& items) {
    for (const auto& each : items) {
        const auto& item = each.as_object();
        if (is_purge(item))
            list.erase(id_in(item));
        else
            merge_into(list[id_in(item)], item);
    }
}

inline void merge_into(Node& node, const boost::json::object& message) {
    for (const auto& member : message) {
        std::string name(member.key().data(), member.key().size());
        const auto& value = member.value();
        if (name == "purge") continue;
        if (is_items(value)) {
            merge_items(node.lists[name], value.as_array());
            if (node.lists[name].empty()) node.lists.erase(name);
        } else if (value.is_object()) {
            if (is_purge(value.as_object()))
                node.members.erase(name);
            else
                merge_into(node.members[name], value.as_object());
        } else {
            node.members[name] = {json_text(value), {}, {}};
        }
    }
}

inline void merge(Held& held, const boost::json::object& message) {
    std::string number(message.at("la_child_id").as_string().c_str());
    if (is_purge(message))
        held.erase(number);
    else
        merge_into(held[number], message);
}

}  // namespace kith::tests
