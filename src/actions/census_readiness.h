// How ready the census is today, for the whole authority or one team: what its rules find, by rule and by worker, what
// is explained, and how that was before. The only write is one lot of figures a day, which are no part of the record.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "core/person.h"
#include "returns/cin/child_findings.h"

namespace kith::actions {

/// One finding of one child, as small as can be: a large authority has some ten thousand.
struct ReadinessLine {
    const returns::cin::Rule* rule = nullptr;
    core::PersonId child;
    core::TeamId team;     ///< nil: open to no team now
    core::StaffId worker;  ///< nil: nobody now
    bool explained = false;
    std::string about;
};

struct ReadinessOfTeam {
    core::TeamId team;
    std::size_t children = 0, episodes = 0;
};

struct Readiness {
    returns::cin::CensusYear year;
    Instant counted_at;  ///< nothing that the census asks was recorded since
    std::vector<ReadinessOfTeam> teams;
    std::vector<ReadinessLine> lines;

    /// What concerns this team alone; everything where none is given.
    Readiness of(const std::optional<core::TeamId>& team) const;
    std::size_t children() const;
    std::size_t episodes() const;
};
/// As the record stands now, by today: from the service's kept count where it has one (actions/census_counts.h). Not
/// to be asked from inside a look-up. Refused while the program is ending.
Result<std::shared_ptr<const Readiness>> readiness_now(const Service& service, const returns::cin::CensusYear& year);

/// Whose figures somebody sees: a manager their own team's. Refused for who may not check returns.
Result<std::optional<core::TeamId>> readiness_scope(const core::Actor& actor);

// ---- By day ---------------------------------------------------------------------------------------------------------

/// What was so on a day. By rule: open findings.
struct FiguresOfDay {
    Date day;
    int children = 0, open = 0, explained = 0;
};
/// One day of each week back from today, newest first: the last recorded on or before it.
std::vector<FiguresOfDay> figures_by_week(store::Reader& reader, int census_year,
                                          const std::optional<core::TeamId>& team, Date today, int weeks);
/// Open findings of each rule on the last recorded day that is a week old or older; nothing when there is none.
std::optional<std::vector<std::pair<std::string, int>>> open_a_week_ago(store::Reader& reader, int census_year,
                                                                        const std::optional<core::TeamId>& team,
                                                                        Date today);

/// Keeps the figures of today where nobody has yet.
void keep_figures(const Service& service, const Readiness& all, Date today);
/// Counts first: the minute's and the tick's. Nothing is kept when the program is ending.
void keep_figures_of_today(const Service& service);

// ---- The file -------------------------------------------------------------------------------------------------------

struct WrittenCensus {
    std::string xml;
    std::vector<core::PersonId> children;  ///< whom it shows, for the access log
};
/// The file of a year as `kith returns cin build` makes it, held in memory: about 1.5 kB for a child. For who may check
/// the returns of every team.
Result<WrittenCensus> census_file(const Service& service, const core::Actor& actor,
                                  const returns::cin::CensusYear& year);

}  // namespace kith::actions
