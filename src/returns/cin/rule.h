// What a rule is: one readable row. The rows stand in rules/*.cpp, a file for each part of the census.
//
// A row's check looks at one thing (a child, an episode, an assessment …) and flags the elements that are wrong
// together. Comparisons with a missing date are never true (before, after, same …): a rule that fires on a missing date
// says so.
#pragma once

#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/working_days.h"
#include "returns/cin/census.h"

namespace kith::returns::cin {

// ---- Dates that may be missing --------------------------------------------------------------------------------------

inline bool before(MaybeDate a, MaybeDate b) {
    return a && b && *a < *b;
}
inline bool after(MaybeDate a, MaybeDate b) {
    return a && b && *a > *b;
}
inline bool on_or_before(MaybeDate a, MaybeDate b) {
    return a && b && *a <= *b;
}
inline bool on_or_after(MaybeDate a, MaybeDate b) {
    return a && b && *a >= *b;
}
inline bool same_day(MaybeDate a, MaybeDate b) {
    return a && b && *a == *b;
}
bool on_weekend(MaybeDate date);
MaybeDate plus_days(MaybeDate date, int days);
MaybeDate plus_years(MaybeDate date, int years);

/// How the census's own queries count working days back from the reference date. Never used for practice timescales.
enum class Counting {
    whole_days,        ///< the day itself is day 0: 15 before 31 March 2027 is 8 March
    public_validator,  ///< the day itself is day 1, as a widely used open validator has it: 9 March
};

/// The census year, always that of the header's ReferenceDate. Without a reference date nothing lies inside or outside.
struct Window {
    MaybeDate start, end;       ///< both days included; end is the reference date
    MaybeDate eve;              ///< one working day before the start
    MaybeDate assessments_due;  ///< 45 working days before the end
    MaybeDate conferences_due;  ///< 15 working days before the end

    bool holds(MaybeDate date) const { return on_or_after(date, start) && on_or_before(date, end); }
    /// Given, and before the start or after the end.
    bool excludes(MaybeDate date) const { return before(date, start) || after(date, end); }
};
Window window_of(MaybeDate reference_date, const WorkingDays& calendar, Counting counting);

// ---- Flagging -------------------------------------------------------------------------------------------------------

/// An element, or a whole group, that a rule points at.
struct Flagged {
    const char* module;
    const char* element;
    std::string_view value;
    Line line;
    bool operator==(const Flagged&) const = default;
};

/// Collects what one rule flags in one child, each element once.
class Flags {
  public:
    void operator()(const Field& field) { add({field.module, field.element, field.text, field.line}, &field); }
    void operator()(const Module& module) { add({module.name, module.name, {}, module.line}, &module); }
    template <class... More>
    void operator()(const auto& first, const auto& second, const More&... more) {
        (*this)(first);
        (*this)(second);
        ((*this)(more), ...);
    }
    /// An element that should stand in a list and does not.
    void missing(const Module& in, const char* element, const char* module = nullptr) {
        add({module ? module : in.name, element, {}, in.line}, &in);
    }
    /// One flag for the return as a whole.
    void whole_return() { add({"-", "-", {}, 0}, this); }

    const std::vector<Flagged>& all() const { return all_; }
    void clear() {
        if (all_.empty()) return;
        all_.clear();
        seen_.clear();
    }

  private:
    void add(Flagged flagged, const void* identity);
    std::vector<Flagged> all_;
    std::unordered_set<const void*> seen_;
};

// ---- The row --------------------------------------------------------------------------------------------------------

enum class Severity { error, query };

/// What a check of one module can see of its surroundings.
struct Place {
    const Child& child;
    const Episode& episode;
    const Window& window;
};

/// Figures of the whole return, for the rules that have no child.
struct Totals {
    std::size_t children = 0;
    std::size_t without_sex = 0, without_gender = 0;  ///< missing or unknown, and no expected birth date
    std::vector<std::string> disabilities;            ///< the different codes used, NONE apart
    bool somebody_has_two_disabilities = false;
    std::size_t plans_started = 0, conferences_held = 0;  ///< in the year
    std::size_t pre_proceedings = 0;

    void add(const Child& child, const Window& window);
};

inline constexpr int first_year = 2023;  ///< the oldest rule set: earlier files are checked by it
inline constexpr int last_year = 2027;   ///< the newest known
/// The rule sets from this year on are known only as of January 2026.
inline constexpr int provisional_from = 2027;

struct Rule {
    std::string_view code;     ///< "8600", "8569Q"
    std::string_view fields;   ///< elements that it may flag
    std::string_view says;     ///< flag when …, as the specification was set down
    std::string_view explain;  ///< the same for somebody who has never seen a rule number
    std::string_view doubt{};  ///< where the wording leaves a choice: the choice
    int from = first_year;     ///< census years, both included
    int until = 9999;

    // Exactly one of these.
    void (*child)(const Child&, const Window&, Flags&) = nullptr;
    void (*episode)(const Place&, const Episode&, Flags&) = nullptr;
    void (*assessment)(const Place&, const Assessment&, Flags&) = nullptr;
    void (*cin_plan)(const Place&, const CinPlan&, Flags&) = nullptr;
    void (*enquiry)(const Place&, const Section47Enquiry&, Flags&) = nullptr;
    void (*protection_plan)(const Place&, const ProtectionPlan&, Flags&) = nullptr;
    void (*pre_proceedings)(const Place&, const PreProceedings&, Flags&) = nullptr;
    void (*header)(const Header&, Flags&) = nullptr;
    void (*whole)(const Totals&, Flags&) = nullptr;
    const TextField& (*unique)(const Child&) = nullptr;  ///< flags this where two children have it in common

    Severity severity() const { return code.back() == 'Q' ? Severity::query : Severity::error; }
    bool in_force(int year) const { return from <= year && year <= until; }
    bool provisional() const { return from >= provisional_from; }
};

std::string_view name_of(Severity severity);  ///< "Error", "Query"

/// Not DfE's: what cannot be read at all.
extern const Rule unreadable_value;  ///< code "Format"
extern const Rule repeated_element;  ///< code "Repeated"

// ---- The rule sets --------------------------------------------------------------------------------------------------

/// The year whose rules are used for a census year.
int rule_set_of(int year);

/// All rows of all years, in the order of the specification: where two rows share a code, their years do not overlap.
std::span<const Rule* const> all_rules();
/// The rows in force for rule_set_of(year).
std::vector<const Rule*> rules_of(int year);

struct RuleChange {
    const Rule* was;  ///< null: new
    const Rule* now;  ///< null: gone
};
/// What is different in the rules of one year from those of an earlier one.
std::vector<RuleChange> rules_changed(int since, int year);

}  // namespace kith::returns::cin
