// Who may chair a child protection conference: somebody who did not decide about this family and does not manage those
// who did. Only four things block: being a worker now or in this episode, being in the line of management of one,
// having decided in this episode, being a relative. Older involvement is declared, and a service manager says why it
// does not matter. Having chaired before is no involvement at all. A block names who is free, a head of service can set
// it aside with a reason, and the conference's date holds whatever happens.
//
// Working Together (the chair is independent of line management); practice corrections 10.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "core/ids.h"

namespace kith::core {

enum class Involvement {
    current_worker,
    worker_in_this_episode,
    manages_a_worker,
    decided_in_this_episode,
    relative,
    worked_with_family_before,  ///< an older episode: to be declared
    chaired_before,             ///< no involvement
};

/// One tie between a member of staff and the family of this conference.
struct ChairTie {
    StaffId staff;
    Involvement what = Involvement::chaired_before;
    std::string said;  ///< which, in words: "allocated social worker of Amara until 3 March 2024"
};

enum class ChairStanding { independent, must_declare, blocked };

ChairStanding chair_standing(std::span<const ChairTie> ties, StaffId staff);
bool blocks(Involvement involvement);

/// Those of the candidates who are independent, in the order given: whom to offer instead.
std::vector<StaffId> free_chairs(std::span<const ChairTie> ties, std::span<const StaffId> candidates);

/// Why, in a sentence: the ties of this person that matter; empty when there are none.
std::string ties_in_words(std::span<const ChairTie> ties, StaffId staff);

std::string_view says(Involvement involvement);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::Involvement> {
    using enum kith::core::Involvement;
    static constexpr std::array all{
        Word{current_worker, "current_worker"sv},
        Word{worker_in_this_episode, "worker_in_this_episode"sv},
        Word{manages_a_worker, "manages_a_worker"sv},
        Word{decided_in_this_episode, "decided_in_this_episode"sv},
        Word{relative, "relative"sv},
        Word{worked_with_family_before, "worked_with_family_before"sv},
        Word{chaired_before, "chaired_before"sv},
    };
};
