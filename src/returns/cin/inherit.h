// A child of somebody's census as our record has children: the way back of build.h, for bringing over an authority's
// earlier system. Pure: nothing is looked up, and ids come from the caller.
//
// What comes over is inherited (core/inherited.h): what happened and on which day, never why or by whom. A value that
// has no word here is left out *and named* (NotUnderstood); nothing is guessed and no date is changed. Where a record
// cannot be without a value (the category of a child protection plan), the stand-in is named too.
//
// What a file made from the record again (build.h) then has differently is listed in docs/returns/cin.md, "Into the
// record".
#pragma once

#include <string>
#include <vector>

#include "base/id.h"
#include "base/working_days.h"
#include "core/child_history.h"
#include "returns/cin/census.h"

namespace kith::returns::cin {

/// A value of the file that was not brought over as it stands there.
struct NotUnderstood {
    std::string child;    ///< LAchildID, as written
    std::string element;  ///< or the group's name where all of it is meant
    std::string text;     ///< as written
    Line line = 0;
    std::string why;  ///< a sentence: why, and what stands in the record instead
};

struct InheritFrom {
    std::string file;  ///< its name, as people know it
    Date last;         ///< the file's reference date
    Instant now;
    const WorkingDays& calendar;
    IdSource ids;
};

struct InheritedChild {
    core::ChildHistory history;
    std::vector<NotUnderstood> not_understood;  ///< in the order of the file
};

/// The child with every episode. `as` is the id of a person who is in the record already, else nil.
InheritedChild inherit(const Child& child, const InheritFrom& from, core::PersonId as = {});

/// Only what the file says of the person.
core::Person inherit_person(const Child& child, std::vector<NotUnderstood>& not_understood);

}  // namespace kith::returns::cin
