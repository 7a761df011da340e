#include "core/chair_independence.h"

#include <fmt/format.h>

#include <algorithm>

namespace kith::core {

bool blocks(Involvement involvement) {
    return involvement != Involvement::worked_with_family_before && involvement != Involvement::chaired_before;
}

ChairStanding chair_standing(std::span<const ChairTie> ties, StaffId staff) {
    auto standing = ChairStanding::independent;
    for (const ChairTie& tie : ties) {
        if (tie.staff != staff || tie.what == Involvement::chaired_before) continue;
        if (blocks(tie.what)) return ChairStanding::blocked;
        standing = ChairStanding::must_declare;
    }
    return standing;
}

std::vector<StaffId> free_chairs(std::span<const ChairTie> ties, std::span<const StaffId> candidates) {
    std::vector<StaffId> free;
    std::ranges::copy_if(candidates, std::back_inserter(free),
                         [&](StaffId staff) { return chair_standing(ties, staff) == ChairStanding::independent; });
    return free;
}

std::string ties_in_words(std::span<const ChairTie> ties, StaffId staff) {
    std::string words;
    for (const ChairTie& tie : ties) {
        if (tie.staff != staff || tie.what == Involvement::chaired_before) continue;
        if (!words.empty()) words += "; ";
        words += tie.said.empty() ? says(tie.what) : fmt::format("{} ({})", says(tie.what), tie.said);
    }
    return words;
}

std::string_view says(Involvement involvement) {
    switch (involvement) {
        case Involvement::current_worker:
            return "works with this family now";
        case Involvement::worker_in_this_episode:
            return "worked with this family in this episode";
        case Involvement::manages_a_worker:
            return "manages a worker of this family";
        case Involvement::decided_in_this_episode:
            return "took a decision in this episode";
        case Involvement::relative:
            return "is a relative of the family";
        case Involvement::worked_with_family_before:
            return "worked with this family in an earlier episode";
        case Involvement::chaired_before:
            return "has chaired a conference about this family";
    }
    return "";
}

}  // namespace kith::core
