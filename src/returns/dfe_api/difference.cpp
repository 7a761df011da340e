#include "returns/dfe_api/difference.h"

#include <array>
#include <utility>

namespace kith::returns::dfe_api {

using boost::json::object;
using boost::json::value;
using List = boost::json::array;

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> lists{{
    {"social_care_episodes", "social_care_episode_id"},
    {"child_and_family_assessments", "child_and_family_assessment_id"},
    {"child_in_need_plans", "child_in_need_plan_id"},
    {"section_47_assessments", "section_47_assessment_id"},
    {"child_protection_plans", "child_protection_plan_id"},
    {"child_looked_after_placements", "child_looked_after_placement_id"},
}};

std::string_view name_of(const boost::json::key_value_pair& member) {
    return {member.key().data(), member.key().size()};
}

const object* find_item(const List& list, std::string_view id_name, const value& id) {
    for (const value& each : list)
        if (each.as_object().at(id_name) == id) return &each.as_object();
    return nullptr;
}

/// Whether something was told that cannot be taken back by a change: a member is gone that is no list of items.
bool takes_back(const object& before, const object& now) {
    for (const auto& member : before)
        if (!now.contains(member.key()) && id_of_items(name_of(member)).empty()) return true;
    return false;
}

/// Two messages about one thing: what to send of it, and what is held afterwards.
struct Change {
    object message, after;
    bool anything = false;
};

Change change_of(const object& before, const object& now);

struct ListChange {
    List message, after;
};

/// Items in the order of the present list; then the vanished.
ListChange change_of(const List& before, const List& now, std::string_view id_name) {
    ListChange change;
    for (const value& each : now) {
        const object& item = each.as_object();
        const value& id = item.at(id_name);
        const object* earlier = find_item(before, id_name, id);
        if (!earlier) {
            change.message.push_back(item);
            change.after.push_back(item);
        } else if (takes_back(*earlier, item)) {
            change.message.push_back(object{{id_name, id}, {"purge", true}});
        } else {
            Change of_item = change_of(*earlier, item);
            change.after.push_back(of_item.after);
            if (!of_item.anything) continue;
            of_item.message[id_name] = id;
            change.message.push_back(std::move(of_item.message));
        }
    }
    for (const value& each : before) {
        const value& id = each.as_object().at(id_name);
        if (!find_item(now, id_name, id)) change.message.push_back(object{{id_name, id}, {"purge", true}});
    }
    return change;
}

/// A list of items that went from one of them altogether is a list without items.
void change_list(Change& change, std::string_view name, const List& before, const List& now) {
    ListChange of_list = change_of(before, now, id_of_items(name));
    if (!of_list.after.empty()) change.after[name] = std::move(of_list.after);
    if (of_list.message.empty()) return;
    change.message[name] = std::move(of_list.message);
    change.anything = true;
}

Change change_of(const object& before, const object& now) {
    static const List none;
    Change change;
    for (const auto& member : now) {
        std::string_view name = name_of(member);
        const value* earlier = before.if_contains(name);
        if (!id_of_items(name).empty()) {
            change_list(change, name, earlier ? earlier->as_array() : none, member.value().as_array());
            continue;
        }
        change.after[name] = member.value();
        if (earlier && *earlier == member.value()) continue;
        change.message[name] = member.value();
        change.anything = true;
    }
    for (const auto& member : before)
        if (!now.contains(member.key())) change_list(change, name_of(member), member.value().as_array(), none);
    return change;
}

object with_ids(const object& payload) {
    object message{{"la_child_id", payload.at("la_child_id")}};
    if (const value* ours = payload.if_contains("mis_child_id")) message["mis_child_id"] = *ours;
    return message;
}

Step purge_child(const object& accepted) {
    object message = with_ids(accepted);
    message["purge"] = true;
    return {std::move(message), std::nullopt};
}

const object& details_of(const object& payload) {
    static const object none;
    const value* details = payload.if_contains("child_details");
    return details ? details->as_object() : none;
}

}  // namespace

std::string_view id_of_items(std::string_view list) {
    for (const auto& [name, id] : lists)
        if (name == list) return id;
    return {};
}

std::optional<Step> next_step(const std::optional<object>& accepted, const std::optional<object>& current) {
    if (!accepted && !current) return std::nullopt;
    if (!accepted) return Step{*current, current};
    if (!current || accepted->at("la_child_id") != current->at("la_child_id")) return purge_child(*accepted);
    if (*accepted == *current) return std::nullopt;
    object before = *accepted, now = *current;
    const object details_before = details_of(before), details_now = details_of(now);
    before.erase("child_details");
    now.erase("child_details");
    if (takes_back(before, now)) return purge_child(*accepted);
    Change change = change_of(before, now);
    object message = with_ids(*current);
    object after = std::move(change.after);
    if (takes_back(details_before, details_now)) {
        message["child_details"] = object{{"purge", true}};
    } else if (!details_now.empty()) {
        message["child_details"] = details_now;
        after["child_details"] = details_now;
    }
    for (const auto& member : change.message)
        message[member.key()] = member.value();
    return Step{std::move(message), std::move(after)};
}

std::optional<Step> next_step(const std::optional<object>& accepted, const std::optional<object>& current,
                              const std::optional<object>& in_doubt) {
    std::optional<Step> step = next_step(accepted, current);
    if (!in_doubt || (step && step->message == *in_doubt)) return step;
    return purge_child(*in_doubt);
}

}  // namespace kith::returns::dfe_api
