#include "returns/cin/rule.h"

#include <algorithm>

#include "returns/cin/codes.h"
#include "returns/cin/rules/rules.h"

namespace kith::returns::cin {

using std::chrono::days;

bool on_weekend(MaybeDate date) {
    if (!date) return false;
    std::chrono::weekday day(*date);
    return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

MaybeDate plus_days(MaybeDate date, int count) {
    if (!date) return date;
    return *date + days(count);
}

MaybeDate plus_years(MaybeDate date, int years) {
    if (!date) return date;
    return add_months(*date, years * 12);
}

Window window_of(MaybeDate reference_date, const WorkingDays& calendar, Counting counting) {
    Window window;
    if (!reference_date) return window;
    int less = counting == Counting::public_validator ? 1 : 0;
    window.end = *reference_date;
    window.start = add_months(*reference_date, -12) + days(1);
    window.eve = calendar.due_before(*window.start, 1);
    window.assessments_due = calendar.due_before(*window.end, 45 - less);
    window.conferences_due = calendar.due_before(*window.end, 15 - less);
    return window;
}

void Flags::add(Flagged flagged, const void* identity) {
    if (seen_.insert(identity).second) all_.push_back(flagged);
}

static void count_disabilities(Totals& totals, const Child& child) {
    const auto& written = child.characteristics.disabilities;
    const TextField* first = nullptr;
    for (const TextField& disability : written) {
        if (disability.text == "NONE" || !is_disability(disability.text)) continue;
        if (first && first->text != disability.text) totals.somebody_has_two_disabilities = true;
        if (!first) first = &disability;
        auto& known = totals.disabilities;
        if (std::find(known.begin(), known.end(), disability.text) == known.end()) known.push_back(disability.text);
    }
}

void Totals::add(const Child& child, const Window& window) {
    const ChildIdentifiers& who = child.identifiers;
    ++children;
    if (!who.expected_birth.given()) {
        if (!who.sex.given() || who.sex.text == "U") ++without_sex;
        if (!who.gender.given() || who.gender.text == "0") ++without_gender;
    }
    count_disabilities(*this, child);
    for (const Episode& episode : child.episodes) {
        if (window.holds(episode.conference)) ++conferences_held;
        for (const Section47Enquiry& enquiry : episode.enquiries)
            if (window.holds(enquiry.conference)) ++conferences_held;
        for (const ProtectionPlan& plan : episode.protection_plans)
            if (window.holds(plan.start)) ++plans_started;
        pre_proceedings += episode.pre_proceedings.size();
    }
}

std::string_view name_of(Severity severity) {
    return severity == Severity::query ? "Query" : "Error";
}

const Rule unreadable_value{
    .code = "Format",
    .fields = "any",
    .says = "The value cannot be read as what the specification says it is.",
    .explain = "This value cannot be read. A date is written 2026-03-31, a number in digits, yes and no as 1 and 0.",
};
const Rule repeated_element{
    .code = "Repeated",
    .fields = "any",
    .says = "The element stands more than once where only one may stand.",
    .explain = "This element stands twice in the same place. Only the first was read.",
};

int rule_set_of(int year) {
    return std::clamp(year, first_year, last_year);
}

std::span<const Rule* const> all_rules() {
    static const std::vector<const Rule*> all = [] {
        std::vector<const Rule*> rows;
        for (std::span<const Rule> part : {header_rules(), identifier_rules(), characteristic_rules(), detail_rules(),
                                           closure_rules(), assessment_rules(), cin_plan_rules(), section47_rules(),
                                           protection_plan_rules(), pre_proceedings_rules()})
            for (const Rule& rule : part)
                rows.push_back(&rule);
        return rows;
    }();
    return all;
}

std::vector<const Rule*> rules_of(int year) {
    std::vector<const Rule*> rows;
    for (const Rule* rule : all_rules())
        if (rule->in_force(rule_set_of(year))) rows.push_back(rule);
    return rows;
}

static const Rule* with_code(std::span<const Rule* const> rules, std::string_view code) {
    for (const Rule* rule : rules)
        if (rule->code == code) return rule;
    return nullptr;
}

std::vector<RuleChange> rules_changed(int since, int year) {
    std::vector<const Rule*> old_rules = rules_of(since), new_rules = rules_of(year);
    std::vector<RuleChange> changes;
    for (const Rule* rule : new_rules) {
        const Rule* was = with_code(old_rules, rule->code);
        if (was != rule) changes.push_back({was, rule});
    }
    for (const Rule* rule : old_rules)
        if (!with_code(new_rules, rule->code)) changes.push_back({rule, nullptr});
    return changes;
}

}  // namespace kith::returns::cin
