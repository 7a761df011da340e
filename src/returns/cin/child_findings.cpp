#include "returns/cin/child_findings.h"

#include <algorithm>

#include "returns/cin/labels.h"

namespace kith::returns::cin {

using core::RecordKind;

CensusYear census_year_on(Date day) {
    std::chrono::year_month_day ymd(day);
    return census_year(int(ymd.year()) + (ymd.month() >= std::chrono::April ? 1 : 0));
}

static Basis basis_on(const Header& header, const CensusYear& year, Date today, const WorkingDays& calendar) {
    Basis basis = basis_of(header, {});
    if (today < year.last) {
        basis.window.assessments_due = calendar.due_before(today, 45);
        basis.window.conferences_due = calendar.due_before(today, 15);
    }
    return basis;
}

namespace {

using Began = std::pair<Date, RawId>;

struct Recorded {
    RecordKind kind = RecordKind::person;
    RawId record;
    std::optional<Date> began;
};

/// The row that began on one of the days found, else the latest.
template <class Rows, class BeganOf>
std::optional<Began> began_on(const Rows& rows, const std::vector<Date>& days, BeganOf began) {
    std::optional<Began> latest;
    for (const auto& row : rows) {
        Began each = began(row);
        if (std::ranges::find(days, each.first) != days.end()) return each;
        latest = each;
    }
    return latest;
}

std::vector<Date> days_in(const std::vector<Finding>& group) {
    std::vector<Date> days;
    for (const Finding& each : group)
        if (auto day = parse_date(each.value)) days.push_back(*day);
    return days;
}

std::optional<Began> conference_of(const core::ChildHistory& history, const std::vector<Date>& days) {
    return began_on(history.conferences, days, [](const core::ConferenceOfChild& each) {
        return std::pair(core::day_of(each), RawId(each.conference.id));
    });
}

/// Where what was found is recorded; the child's own record where there is no other.
Recorded recorded_in(const core::ChildHistory& history, const std::vector<Finding>& group) {
    std::string_view module = group.front().module, element = group.front().element;
    std::vector<Date> days = days_in(group);
    RecordKind kind = RecordKind::person;
    std::optional<Began> record;
    auto at = [&](RecordKind where, std::optional<Began> which) { kind = where, record = which; };
    if (element == "DateOfInitialCPC" && !group.front().value.empty())
        at(RecordKind::conference, conference_of(history, days));
    else if (module == "CINdetails")
        at(RecordKind::referral, began_on(history.referrals, days, [](const core::Referral& each) {
               return std::pair(core::timescale_starts(each), RawId(each.id));
           }));
    else if (module == "Assessments")
        at(RecordKind::assessment, began_on(history.assessments, days, [](const core::AssessmentOfChild& each) {
               return std::pair(each.assessment.started_on, RawId(each.assessment.id));
           }));
    else if (module == "CINPlanDates")
        at(RecordKind::child_in_need_plan, began_on(history.need_plans, days, [](const core::NeedPlan& each) {
               return std::pair(each.met_on.value_or(each.decided_on), RawId(each.id));
           }));
    else if (module == "Section47")
        at(RecordKind::section47_enquiry, began_on(history.enquiries, days, [](const core::Section47Enquiry& each) {
               return std::pair(each.started_on, RawId(each.id));
           }));
    else if (module == "ChildProtectionPlans" || module == "Reviews")
        at(RecordKind::child_protection_plan,
           began_on(history.protection_plans, days, [](const core::ProtectionPlanOfChild& each) {
               return std::pair(each.plan.started_on, RawId(each.plan.id));
           }));
    else if (module == "PreProceedingsandFGDM")
        at(RecordKind::pre_proceedings,
           began_on(history.pre_proceedings, days, [](const core::PreProceedingsOfChild& each) {
               return std::pair(each.pre_proceedings.decided_on, RawId(each.pre_proceedings.id));
           }));
    if (!record) return {RecordKind::person, RawId(history.child.id), std::nullopt};
    return {kind, record->second, record->first};
}

/// Where a whole group is meant, the day on which its work began stands for it: it tells one enquiry from the next.
std::string about(const std::vector<Finding>& group, const Recorded& recorded) {
    std::string text;
    for (const Finding& each : group) {
        std::string value = each.value.empty() ? "-" : each.value;
        if (std::string_view(each.element) == each.module && recorded.began) value = iso(*recorded.began);
        std::ranges::replace(value, ';', ',');
        text += (text.empty() ? "" : "; ") + std::string(each.element) + " " + value;
    }
    return text;
}

ChildFinding brought_together(const core::ChildHistory& history, const std::vector<Finding>& group) {
    Recorded recorded = recorded_in(history, group);
    return {group.front().rule, about(group, recorded), recorded.kind, recorded.record, group.front().element};
}

/// The rule compares with the last day of the census year. Until then a baby who is still to come is no finding.
bool is_still_expected(const Finding& finding, const CensusYear& year, Date today) {
    if (finding.rule->code != "8530Q" || today >= year.last) return false;
    auto expected = parse_date(finding.value);
    return expected && *expected >= today - std::chrono::days(30) && *expected <= year.last;
}

}  // namespace

std::vector<ChildFinding> child_findings(const core::ChildHistory& history, const BuiltChild& built,
                                         const CensusYear& year, Date today, const WorkingDays& calendar) {
    std::vector<ChildFinding> findings;
    if (!built.child) return findings;
    Header header = build_header(year, {});
    std::vector<Finding> group;
    auto end_group = [&] {
        if (!group.empty()) findings.push_back(brought_together(history, group));
        group.clear();
    };
    bool about_the_child = false;  // the header's own findings come first
    Checker checker(header, basis_on(header, year, today, calendar), [&](Finding&& finding) {
        if (!about_the_child || is_still_expected(finding, year, today)) return;
        if (!group.empty() && group.front().rule != finding.rule) end_group();
        group.push_back(std::move(finding));
    });
    about_the_child = true;
    checker.child(*built.child);
    end_group();
    return findings;
}

static std::string value_in_words(std::string_view element, std::string_view value) {
    bool truth = element == "ReferralNFA" || element == "ICPCnotRequired" || element == "FGDMMeetingOffer" ||
                 element == "FGDMMeetingFac";
    if (truth && (value == "0" || value == "1")) return value == "1" ? "yes" : "no";
    if (value == "-") return "not recorded";
    if (auto day = parse_date(value)) return long_date(*day);
    return std::string(value);
}

std::string about_in_words(std::string_view about) {
    std::string words;
    while (!about.empty()) {
        std::string_view each = about.substr(0, about.find("; "));
        about.remove_prefix(std::min(about.size(), each.size() + 2));
        std::size_t space = each.find(' ');
        std::string_view element = each.substr(0, space);
        std::string_view value = space == std::string_view::npos ? "-" : each.substr(space + 1);
        words += (words.empty() ? "" : "; ") + std::string(label_of(element)) + " " + value_in_words(element, value);
    }
    return words;
}

}  // namespace kith::returns::cin
