// Two censuses side by side, the way a data team looks at this year's file beside last year's: who is gone, who is new,
// which dates are different, and how the findings moved.
//
// Two files of different years: what was open at the end of the older one (episodes that were taken further, child in
// need and child protection plans) must stand in the newer one with the same start. Two files of one year: everything
// must.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "returns/cin/validate.h"

namespace kith::returns::cin {

/// What a comparison keeps of a child.
struct Course {
    const char* module;
    const char* start_element;
    const char* end_element;
    MaybeDate start, end;
    bool carried_over;  ///< open, and of a kind that the next year's file must still have
};
struct ChildDates {
    MaybeDate birth, expected_birth, death;
    std::vector<Course> courses;
};

/// The children of a file by identifier; children without one are not compared.
class ChildrenByIdentifier {
  public:
    void add(const Child& child);
    const std::map<std::string, ChildDates>& all() const { return children_; }

  private:
    std::map<std::string, ChildDates> children_;
};

struct Gone {
    std::string child;
    bool was_open;  ///< had an open episode: should still be here
};
struct Moved {
    std::string child;
    const char* element;
    MaybeDate was, is;  ///< nothing: not there
};
struct RuleCount {
    const Rule* rule;
    std::size_t was = 0, is = 0;
};

struct Comparison {
    std::string last_file;
    MaybeDate last_reference_date;
    std::vector<Gone> dropped;
    std::vector<std::string> gained;
    std::vector<Moved> moved;
    std::vector<RuleCount> counts;  ///< by code; rules that found nothing in either are left out
};

Comparison compare(const Checked& last, const ChildrenByIdentifier& last_children, const Checked& now,
                   const ChildrenByIdentifier& now_children);

}  // namespace kith::returns::cin
