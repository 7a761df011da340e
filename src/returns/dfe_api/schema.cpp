#include "returns/dfe_api/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "base/date.h"
#include "base/text.h"

namespace kith::returns::dfe_api {

using boost::json::array;
using boost::json::value;

namespace {

enum class Kind { text, letters_and_digits, id, date, truth, integer, codes, object, objects };

struct Shape;

/// One member of an object.
struct Member {
    std::string_view name;
    Kind kind;
    std::size_t longest = 0;  ///< characters of a text or of each code; 0: any
    std::size_t most = 0;     ///< codes
    const Shape* shape = nullptr;
    std::size_t shortest = 0;
};

struct Shape {
    std::span<const Member> members;
    std::string_view mandatory;
};

using enum Kind;

constexpr Member details_members[] = {{"unique_pupil_number", text, 13, 0, nullptr, 13},
                                      {"former_unique_pupil_number", text, 13, 0, nullptr, 13},
                                      {"unique_pupil_number_unknown_reason", text, 4},
                                      {"first_name", text},
                                      {"surname", text},
                                      {"date_of_birth", date},
                                      {"expected_date_of_birth", date},
                                      {"sex", text, 1, 0, nullptr, 1},
                                      {"ethnicity", text, 4},
                                      {"disabilities", codes, 4, 12},
                                      {"postcode", text, 8},
                                      {"uasc_flag", truth},
                                      {"uasc_end_date", date},
                                      {"purge", truth}};
constexpr Shape details_shape{details_members, ""};

constexpr Member score_members[] = {{"date", date}, {"score", integer}};
constexpr Shape score_shape{score_members, ""};
constexpr Member health_members[] = {{"sdq_assessments", objects, 0, 0, &score_shape}, {"purge", truth}};
constexpr Shape health_shape{health_members, ""};

constexpr Member worker_members[] = {{"worker_id", text, 12}, {"start_date", date}, {"end_date", date}};
constexpr Shape worker_shape{worker_members, ""};

constexpr Member assessment_members[] = {{"child_and_family_assessment_id", id, 36},
                                         {"start_date", date},
                                         {"authorisation_date", date},
                                         {"factors", codes, 3, 41},
                                         {"purge", truth}};
constexpr Shape assessment_shape{assessment_members, "child_and_family_assessment_id"};

constexpr Member need_plan_members[] = {
    {"child_in_need_plan_id", id, 36}, {"start_date", date}, {"end_date", date}, {"purge", truth}};
constexpr Shape need_plan_shape{need_plan_members, "child_in_need_plan_id"};

constexpr Member enquiry_members[] = {{"section_47_assessment_id", id, 36},
                                      {"start_date", date},
                                      {"icpc_required_flag", truth},
                                      {"icpc_date", date},
                                      {"end_date", date},
                                      {"purge", truth}};
constexpr Shape enquiry_shape{enquiry_members, "section_47_assessment_id"};

constexpr Member protection_plan_members[] = {
    {"child_protection_plan_id", id, 36}, {"start_date", date}, {"end_date", date}, {"purge", truth}};
constexpr Shape protection_plan_shape{protection_plan_members, "child_protection_plan_id"};

constexpr Member placement_members[] = {{"child_looked_after_placement_id", id, 36},
                                        {"start_date", date},
                                        {"start_reason", text, 1},
                                        {"placement_type", text, 3},
                                        {"postcode", text, 8},
                                        {"end_date", date},
                                        {"end_reason", text, 3},
                                        {"change_reason", text, 6},
                                        {"purge", truth}};
constexpr Shape placement_shape{placement_members, "child_looked_after_placement_id"};

constexpr Member adoption_members[] = {
    {"initial_decision_date", date}, {"matched_date", date}, {"placed_date", date}, {"purge", truth}};
constexpr Shape adoption_shape{adoption_members, ""};

constexpr Member leaver_members[] = {
    {"contact_date", date}, {"activity", text, 2}, {"accommodation", text, 1}, {"purge", truth}};
constexpr Shape leaver_shape{leaver_members, ""};

constexpr Member episode_members[] = {{"social_care_episode_id", id, 36},
                                      {"referral_date", date},
                                      {"referral_source", text, 2},
                                      {"referral_no_further_action_flag", truth},
                                      {"closure_date", date},
                                      {"closure_reason", text, 3},
                                      {"care_worker_details", objects, 0, 0, &worker_shape},
                                      {"child_and_family_assessments", objects, 0, 0, &assessment_shape},
                                      {"child_in_need_plans", objects, 0, 0, &need_plan_shape},
                                      {"section_47_assessments", objects, 0, 0, &enquiry_shape},
                                      {"child_protection_plans", objects, 0, 0, &protection_plan_shape},
                                      {"child_looked_after_placements", objects, 0, 0, &placement_shape},
                                      {"adoption", Kind::object, 0, 0, &adoption_shape},
                                      {"care_leavers", Kind::object, 0, 0, &leaver_shape},
                                      {"purge", truth}};
constexpr Shape episode_shape{episode_members, "social_care_episode_id"};

constexpr Member child_members[] = {{"la_child_id", letters_and_digits, 20, 0, nullptr, 1},
                                    {"mis_child_id", id, 36},
                                    {"purge", truth},
                                    {"child_details", Kind::object, 0, 0, &details_shape},
                                    {"health_and_wellbeing", Kind::object, 0, 0, &health_shape},
                                    {"social_care_episodes", objects, 0, 0, &episode_shape}};
constexpr Shape child_shape{child_members, "la_child_id"};

// ---- Checking -------------------------------------------------------------------------------------------------------

tl::unexpected<Refusal> wrong(std::string_view where, std::string_view what) {
    return refuse(Because::invalid, where, fmt::format("{}: {}.", where, what));
}

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

Result<void> check_text(const value& it, const Member& member, std::string_view where) {
    const auto* found = it.if_string();
    if (!found) return wrong(where, "not a text");
    std::string_view text(found->data(), found->size());
    std::size_t characters = length(text);
    if (member.longest && characters > member.longest)
        return wrong(where, fmt::format("longer than {} characters", member.longest));
    if (characters < std::max<std::size_t>(member.shortest, 1))
        return wrong(where, text.empty() ? "empty" : fmt::format("shorter than {} characters", member.shortest));
    bool strict = member.kind == letters_and_digits, is_id = member.kind == id;
    if (strict && !std::ranges::all_of(text, is_letter_or_digit))
        return wrong(where, "holds more than letters and digits");
    if (is_id && !std::ranges::all_of(text, [](char c) { return is_letter_or_digit(c) || c == '-' || c == '_'; }))
        return wrong(where, "holds more than letters, digits, - and _");
    if (member.kind == date && !parse_date(text)) return wrong(where, "not a date like 2026-11-22");
    return {};
}

Result<void> check_codes(const value& it, const Member& member, std::string_view where) {
    const array* list = it.if_array();
    if (!list) return wrong(where, "not a list");
    if (list->size() > member.most) return wrong(where, fmt::format("more than {} codes", member.most));
    for (std::size_t i = 0; i < list->size(); ++i) {
        TRY(check_text((*list)[i], member, where));
        for (std::size_t earlier = 0; earlier < i; ++earlier)
            if ((*list)[i] == (*list)[earlier]) return wrong(where, "a code stands twice");
    }
    return {};
}

Result<void> check_object(const value& it, const Shape& shape, const std::string& where);

Result<void> check_objects(const value& it, const Member& member, const std::string& where) {
    const array* list = it.if_array();
    if (!list) return wrong(where, "not a list");
    for (std::size_t i = 0; i < list->size(); ++i)
        TRY(check_object((*list)[i], *member.shape, fmt::format("{}[{}]", where, i)));
    return {};
}

Result<void> check_member(const value& it, const Member& member, const std::string& where) {
    switch (member.kind) {
        case truth:
            return it.is_bool() ? Result<void>() : wrong(where, "not true or false");
        case integer:
            return it.is_int64() || it.is_uint64() ? Result<void>() : wrong(where, "not a whole number");
        case codes:
            return check_codes(it, member, where);
        case Kind::object:
            return check_object(it, *member.shape, where);
        case objects:
            return check_objects(it, member, where);
        default:
            return check_text(it, member, where);
    }
}

Result<void> check_object(const value& it, const Shape& shape, const std::string& where) {
    const boost::json::object* members = it.if_object();
    if (!members) return wrong(where, "not an object");
    auto at = [&](std::string_view name) {
        return where.empty() ? std::string(name) : fmt::format("{}.{}", where, name);
    };
    if (!shape.mandatory.empty() && !members->contains(shape.mandatory)) return wrong(at(shape.mandatory), "missing");
    for (const auto& each : *members) {
        std::string_view name(each.key().data(), each.key().size());
        auto member = std::ranges::find(shape.members, name, &Member::name);
        if (member == shape.members.end()) return wrong(at(name), "not in the schema");
        TRY(check_member(each.value(), *member, at(name)));
    }
    return {};
}

}  // namespace

Result<void> check_child(const value& child) {
    return check_object(child, child_shape, "");
}

Result<void> check_message(const value& message) {
    const array* children = message.if_array();
    if (!children || children->empty() || children->size() > most_children)
        return refuse(Because::invalid, "", fmt::format("Not a list of 1 to {} children.", most_children));
    for (std::size_t i = 0; i < children->size(); ++i)
        if (auto checked = check_child((*children)[i]); !checked)
            return refuse(Because::invalid, checked.error().field, fmt::format("[{}] {}", i, checked.error().sentence));
    return {};
}

}  // namespace kith::returns::dfe_api
