#include "returns/cin/validate.h"

#include <algorithm>

#include "returns/cin/shape.h"

namespace kith::returns::cin {

static std::optional<int> census_year(const Header& header) {
    if (header.year.given() && *header.year.value >= 1900 && *header.year.value <= 2199) return header.year.value;
    if (!header.reference_date.given()) return std::nullopt;
    return int(std::chrono::year_month_day(*header.reference_date.value).year());
}

Basis basis_of(const Header& header, const Options& options) {
    std::optional<int> asked = options.rules_year ? options.rules_year : census_year(header);
    static const WorkingDays calendar = WorkingDays::england_and_wales();
    Basis basis;
    basis.year = rule_set_of(asked.value_or(last_year));
    basis.window = window_of(header.reference_date, calendar, options.counting);
    basis.provisional = basis.year >= provisional_from;
    basis.by_nearest = asked && basis.year != *asked;
    basis.by_newest = !asked;
    return basis;
}

/// Fields that a rule of the specification already judges are left to it.
static bool has_its_own_rule(const Field& field) {
    std::string_view element = field.element;
    return element == "ReferenceDate" || element == "ReferralNFA" || element == "NumberOfPreviousCPP";
}

Checker::Checker(const Header& header, const Basis& basis, Findings findings)
    : basis_(basis), findings_(std::move(findings)), rules_(rules_of(basis.year)), first_line_(header.line) {
    for (const Rule* rule : rules_) {
        if (!rule->header) continue;
        rule->header(header, flags_);
        hand_over(*rule, nullptr);
    }
    auto value = [this](const auto& field) {
        if (field.malformed() && !has_its_own_rule(field)) flags_(field);
    };
    fields(header, value);
    fields_after(header, value);
    hand_over(unreadable_value, nullptr);
    for (const TextField& field : header.repeated)
        flags_(field);
    hand_over(repeated_element, nullptr);
}

void Checker::child(const Child& child) {
    totals_.add(child, basis_.window);
    check_values(child);
    for (const Rule* rule : rules_) {
        if (rule->unique)
            check_unique(*rule, child);
        else
            check_child(*rule, child);
        hand_over(*rule, &child);
    }
}

void Checker::check_values(const Child& child) {
    every_field(child, [this](const auto& field) {
        if (field.malformed() && !has_its_own_rule(field)) flags_(field);
    });
    hand_over(unreadable_value, &child);
    for (const TextField& field : child.repeated)
        flags_(field);
    hand_over(repeated_element, &child);
}

void Checker::check_unique(const Rule& rule, const Child& child) {
    const TextField& field = rule.unique(child);
    if (!field.given()) return;
    const std::string& id = child.identifiers.la_child_id.text;
    auto first = repeats_[rule.code].seen_before(field.text, id, field.line);
    if (!first) return;
    if (!first->told)
        findings_(Finding{&rule, std::string(first->child), field.module, field.element, field.text, first->line});
    flags_(field);
}

void Checker::check_child(const Rule& rule, const Child& child) {
    if (rule.child) return rule.child(child, basis_.window, flags_);
    for (const Episode& episode : child.episodes)
        check_episode(rule, Place{child, episode, basis_.window});
}

void Checker::check_episode(const Rule& rule, const Place& place) {
    const Episode& episode = place.episode;
    if (rule.episode) rule.episode(place, episode, flags_);
    if (rule.assessment)
        for (const Assessment& assessment : episode.assessments)
            rule.assessment(place, assessment, flags_);
    if (rule.cin_plan)
        for (const CinPlan& plan : episode.cin_plans)
            rule.cin_plan(place, plan, flags_);
    if (rule.enquiry)
        for (const Section47Enquiry& enquiry : episode.enquiries)
            rule.enquiry(place, enquiry, flags_);
    if (rule.protection_plan)
        for (const ProtectionPlan& plan : episode.protection_plans)
            rule.protection_plan(place, plan, flags_);
    if (rule.pre_proceedings)
        for (const PreProceedings& step : episode.pre_proceedings)
            rule.pre_proceedings(place, step, flags_);
}

void Checker::hand_over(const Rule& rule, const Child* child) {
    if (flags_.all().empty()) return;
    std::vector<Flagged> flagged = flags_.all();
    flags_.clear();
    std::stable_sort(flagged.begin(), flagged.end(),
                     [](const Flagged& a, const Flagged& b) { return a.line < b.line; });
    for (const Flagged& it : flagged)
        findings_(Finding{&rule, child ? child->identifiers.la_child_id.text : std::string(), it.module, it.element,
                          std::string(it.value), it.line ? it.line : first_line_});
}

void Checker::finish() {
    for (const Rule* rule : rules_) {
        if (!rule->whole) continue;
        rule->whole(totals_, flags_);
        hand_over(*rule, nullptr);
    }
}

static void count(Checked& checked, const Finding& finding) {
    ++checked.by_rule[finding.rule];
    ++(finding.rule->severity() == Severity::error ? checked.errors : checked.queries);
}

CensusCheck::CensusCheck(const Options& options, Findings each, std::function<void(const Child&)> also)
    : options_(options), each_(std::move(each)), also_(std::move(also)) {}

Receiver CensusCheck::receiver() {
    Receiver receiver;
    receiver.header = [this](const Header& header) -> std::string {
        checked_.header = header;
        checked_.basis = basis_of(header, options_);
        checker_.emplace(header, checked_.basis, [this](Finding&& finding) { keep(std::move(finding)); });
        return {};
    };
    receiver.child = [this](const Child& child) {
        ++checked_.children;
        checker_->child(child);
        if (also_) also_(child);
    };
    receiver.note = [this](const Note& note) {
        if (checked_.notes.size() < most_notes) checked_.notes.push_back(note);
    };
    return receiver;
}

void CensusCheck::keep(Finding&& finding) {
    count(checked_, finding);
    if (each_) each_(Finding(finding));
    if (checked_.findings.size() < most_findings)
        checked_.findings.push_back(std::move(finding));
    else
        ++checked_.not_kept;
}

Checked CensusCheck::finish() {
    checker_->finish();
    return std::move(checked_);
}

}  // namespace kith::returns::cin
