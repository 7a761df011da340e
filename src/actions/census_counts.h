// The count behind "how ready the census is", kept in memory between those who ask: what the rules find of each child,
// and how far the journal had come. Whoever asks gets the record as it stands at that moment: children of whom
// something was written since are counted again, and nobody else; on another day everybody is, because what falls due
// is judged by the day.
//
// Nothing of it is a table: a program that starts anew counts anew, 20,000 children in some seconds.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>

#include "actions/census_readiness.h"
#include "store/history.h"

namespace kith::actions {

class CensusCounts {
  public:
    /// Asked between two children, from any thread: true ends a count at once.
    using Stop = std::function<bool()>;
    explicit CensusCounts(Stop stop = {});
    ~CensusCounts();

    /// Refused (busy) where it was stopped. One at a time: another who asks meanwhile waits, and then has little to
    /// count. Not to be asked from inside a look-up: it makes its own.
    Result<std::shared_ptr<const Readiness>> count(const Service& service, const returns::cin::CensusYear& year);

    /// Between two children of anything long: throws Stopped when it is to end.
    struct Stopped {};
    void go_on() const {
        if (stop_ && stop_()) throw Stopped{};
    }

  private:
    struct Kept;
    Stop stop_;
    std::mutex one_at_a_time_;
    std::map<int, std::unique_ptr<Kept>> by_year_;
};

/// Whose history a Change wrote into: what CensusCounts counts again.
std::set<core::PersonId> children_of(store::Reader& reader, const store::PastChange& change);

/// The refusal of whatever was ended because the program is.
tl::unexpected<Refusal> stopped_meanwhile();

}  // namespace kith::actions
