// Runs the rules of a year over a census, child by child, and says what they find.
//
// The rule set is that of the year asked for, else of the header. The census window is always that of the header's
// ReferenceDate. Values that cannot be read are found too (code Format), and elements given twice (code Repeated).
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "returns/cin/read.h"
#include "returns/cin/repeats.h"
#include "returns/cin/rule.h"

namespace kith::returns::cin {

/// One flagged element.
struct Finding {
    const Rule* rule;
    std::string child;    ///< LAchildID; empty for the return as a whole and for a child without one
    const char* module;   ///< "-" for the return as a whole
    const char* element;  ///< the same; the group's own name where the whole group is flagged
    std::string value;
    Line line = 0;
};
using Findings = std::function<void(Finding&&)>;

struct Options {
    std::optional<int> rules_year;  ///< selects the rule set only
    Counting counting = Counting::whole_days;
};

/// What is known once the header has been read.
struct Basis {
    int year = 0;              ///< the census year whose rules run
    Window window;             ///< from the header
    bool provisional = false;  ///< some of these rules are known only as of January 2026
    bool by_nearest = false;   ///< the year asked for is before the oldest rule set, or after the newest
    bool by_newest = false;    ///< nobody named a year: the newest rules
};

/// The year whose rules apply: asked for, else of the header. A header that names neither a Year nor a ReferenceDate is
/// what rule 100 is for, so the file is read all the same.
Basis basis_of(const Header& header, const Options& options);

class Checker {
  public:
    Checker(const Header& header, const Basis& basis, Findings findings);
    void child(const Child& child);
    /// After the last child: what concerns the whole return.
    void finish();
    const Totals& totals() const { return totals_; }

  private:
    void check_values(const Child& child);
    void check_unique(const Rule& rule, const Child& child);
    void check_child(const Rule& rule, const Child& child);
    void check_episode(const Rule& rule, const Place& place);
    void hand_over(const Rule& rule, const Child* child);

    Basis basis_;
    Findings findings_;
    std::vector<const Rule*> rules_;
    std::map<std::string_view, Repeats> repeats_;
    Totals totals_;
    Flags flags_;
    Line first_line_ = 1;
};

/// What a whole check brought together. A very long list of findings is cut at `most_findings`; the counts are
/// complete.
inline constexpr std::size_t most_findings = 200'000;
inline constexpr std::size_t most_notes = 1000;

struct Checked {
    Header header;
    Basis basis;
    std::size_t children = 0, errors = 0, queries = 0;
    std::vector<Finding> findings;  ///< in the order of the file, those of the whole return last
    std::map<const Rule*, std::size_t> by_rule;
    std::size_t not_kept = 0;  ///< findings beyond most_findings
    std::vector<Note> notes;   ///< elements passed over, the first most_notes

    bool clean() const { return errors == 0; }
};

/// Brings a check together from the events of whichever reader: the native one (check_census) or a browser's.
class CensusCheck {
  public:
    /// Every finding also goes to `each` as it is found, if given, and every child to `also`.
    explicit CensusCheck(const Options& options, Findings each = {}, std::function<void(const Child&)> also = {});
    CensusCheck(const CensusCheck&) = delete;
    CensusCheck& operator=(const CensusCheck&) = delete;

    /// For the reader; valid as long as this is.
    Receiver receiver();
    /// What is known so far.
    const Checked& so_far() const { return checked_; }
    /// After the last event of a file that nobody refused.
    Checked finish();

  private:
    void keep(Finding&& finding);

    Options options_;
    Findings each_;
    std::function<void(const Child&)> also_;
    Checked checked_;
    std::optional<Checker> checker_;
};

/// Reads and checks. Every finding also goes to `each` as it is found, if given, and every child to `also`.
tl::expected<Checked, Unreadable> check_census(const Bytes& bytes, const Options& options, const Findings& each = {},
                                               const std::function<void(const Child&)>& also = {});

}  // namespace kith::returns::cin
