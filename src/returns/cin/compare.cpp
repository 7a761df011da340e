#include "returns/cin/compare.h"

#include <algorithm>

namespace kith::returns::cin {

void ChildrenByIdentifier::add(const Child& child) {
    if (!child.identifiers.la_child_id.given()) return;
    ChildDates& dates = children_[child.identifiers.la_child_id.text];
    dates.birth = child.identifiers.birth;
    dates.expected_birth = child.identifiers.expected_birth;
    dates.death = child.identifiers.death;
    auto add = [&](const DateField& start, const DateField& end, bool carried_over) {
        if (start.given())
            dates.courses.push_back({start.module, start.element, end.element, start, end, carried_over});
    };
    for (const Episode& episode : child.episodes) {
        add(episode.referral, episode.closure, !episode.closure.given() && !episode.no_further_action.is_true());
        for (const Assessment& assessment : episode.assessments)
            add(assessment.start, assessment.authorisation, false);
        for (const CinPlan& plan : episode.cin_plans)
            add(plan.start, plan.end, !plan.end.given());
        for (const Section47Enquiry& enquiry : episode.enquiries)
            add(enquiry.start, enquiry.conference, false);
        for (const ProtectionPlan& plan : episode.protection_plans)
            add(plan.start, plan.end, !plan.end.given());
    }
}

namespace {

enum class Kind { one_year, two_years };

struct Pairing {
    std::vector<Moved>& moved;
    const std::string& child;
    Kind kind;

    void identifiers(const ChildDates& was, const ChildDates& is) {
        note_if_different("PersonBirthDate", was.birth, is.birth);
        bool born_since = was.expected_birth && !is.expected_birth && is.birth;
        if (!born_since) note_if_different("ExpectedPersonBirthDate", was.expected_birth, is.expected_birth);
        if (was.death) note_if_different("PersonDeathDate", was.death, is.death);
    }

    void courses(const ChildDates& was, const ChildDates& is) {
        std::vector<const Course*> new_ones;
        for (const Course& course : is.courses)
            new_ones.push_back(&course);
        std::vector<const Course*> unmatched;
        for (const Course& old : was.courses)
            if (!match(old, new_ones) && (kind == Kind::one_year || old.carried_over)) unmatched.push_back(&old);
        for (const Course* old : unmatched)
            note_start(*old, new_ones);
        if (kind == Kind::one_year)
            for (const Course* course : new_ones)
                moved.push_back({child, course->start_element, std::nullopt, course->start});
    }

  private:
    void note_if_different(const char* element, MaybeDate was, MaybeDate is) {
        if (was != is && (was || kind == Kind::one_year)) moved.push_back({child, element, was, is});
    }

    static bool same_kind(const Course& a, const Course& b) {
        return std::string_view(a.start_element) == b.start_element;
    }

    /// Takes the one with the same start away from the new ones.
    bool match(const Course& old, std::vector<const Course*>& new_ones) {
        auto found = std::find_if(new_ones.begin(), new_ones.end(),
                                  [&](const Course* it) { return same_kind(*it, old) && it->start == old.start; });
        if (found == new_ones.end()) return false;
        bool end_differs = (*found)->end != old.end;
        if (end_differs && (old.end || kind == Kind::one_year))
            moved.push_back({child, old.end_element, old.end, (*found)->end});
        new_ones.erase(found);
        return true;
    }

    void note_start(const Course& old, std::vector<const Course*>& new_ones) {
        auto nearest = new_ones.end();
        for (auto it = new_ones.begin(); it != new_ones.end(); ++it)
            if (same_kind(**it, old) &&
                (nearest == new_ones.end() || apart((*it)->start, old.start) < apart((*nearest)->start, old.start)))
                nearest = it;
        // In two years only a start inside the older year can be the same thing with another date.
        bool plausible =
            nearest != new_ones.end() && (kind == Kind::one_year || apart((*nearest)->start, old.start) <= 92);
        moved.push_back({child, old.start_element, old.start, plausible ? (*nearest)->start : std::nullopt});
        if (plausible) new_ones.erase(nearest);
    }

    static long apart(MaybeDate a, MaybeDate b) {
        long days = (*a - *b).count();
        return days < 0 ? -days : days;
    }
};

bool has_open_episode(const ChildDates& dates) {
    return std::any_of(dates.courses.begin(), dates.courses.end(), [](const Course& course) {
        return course.carried_over && std::string_view(course.module) == "CINdetails";
    });
}

std::vector<RuleCount> counts_side_by_side(const Checked& last, const Checked& now) {
    std::map<std::string_view, RuleCount> by_code;
    for (const auto& [rule, count] : last.by_rule) {
        by_code[rule->code].rule = rule;
        by_code[rule->code].was = count;
    }
    for (const auto& [rule, count] : now.by_rule) {
        by_code[rule->code].rule = rule;
        by_code[rule->code].is = count;
    }
    std::vector<RuleCount> counts;
    for (const auto& [code, count] : by_code)
        counts.push_back(count);
    return counts;
}

}  // namespace

Comparison compare(const Checked& last, const ChildrenByIdentifier& last_children, const Checked& now,
                   const ChildrenByIdentifier& now_children) {
    Comparison result;
    result.last_reference_date = last.header.reference_date;
    bool one_year =
        last.header.reference_date.given() && last.header.reference_date.value == now.header.reference_date.value;
    Kind kind = one_year ? Kind::one_year : Kind::two_years;
    for (const auto& [child, was] : last_children.all()) {
        auto is = now_children.all().find(child);
        if (is == now_children.all().end()) {
            result.dropped.push_back({child, has_open_episode(was)});
            continue;
        }
        Pairing pairing{result.moved, child, kind};
        pairing.identifiers(was, is->second);
        pairing.courses(was, is->second);
    }
    for (const auto& [child, is] : now_children.all())
        if (!last_children.all().contains(child)) result.gained.push_back(child);
    result.counts = counts_side_by_side(last, now);
    return result;
}

}  // namespace kith::returns::cin
