// Opening a child's record: authorised, and read in one snapshot. What the child page shows and nothing more.
//
// Reading is an act: whoever calls this puts the child into the request's access row before the page leaves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "base/kept_text.h"
#include "core/child_history.h"
#include "core/duty.h"
#include "core/place.h"
#include "core/staff.h"
#include "core/timeline.h"

namespace kith::actions {

struct KnownPlace {
    core::Place place;
    bool protected_place = false;           ///< somebody must not know it
    std::vector<std::string> not_known_to;  ///< names; "everyone in the family" for a secret from all
    std::string why;
};

/// Where the person is now, with who must not know it.
std::vector<KnownPlace> known_places(store::Reader& reader, core::PersonId person);

struct KnownRelation {
    core::Relation relation;
    core::Person other;
};

/// Something that is being done for the child, with the page it is on.
struct OpenWork {
    core::RecordKind kind = core::RecordKind::referral;
    RawId record;
    std::string what;  ///< "Assessment"
    std::string now;   ///< "With the manager"
    bool open = false;
};

/// What a timeline shows of an entry.
struct TimelineLine {
    Instant at;
    std::string_view recorded_by;  ///< a name; empty: somebody outside, through a public form
    core::RecordKind about = core::RecordKind::contact;
    RawId record;
    std::string_view title;
    std::string_view text;
};

struct ChildRecord {
    core::Person child;
    core::Allocation allocation;  ///< who works with the child
    core::ChildHistory history;   ///< the child's own: nothing of a twin's
    std::optional<core::Staff> worker;
    std::optional<core::Team> team;
    std::vector<core::OpenDuty> duties;  ///< open ones, soonest first
    std::vector<KnownRelation> relations;
    std::vector<KnownPlace> places;
    std::vector<TimelineLine> timeline;   ///< newest first
    KeptText timeline_texts;              ///< what its lines say
    std::vector<OpenWork> work;           ///< referrals, assessments, plans: newest first
    std::vector<std::string> co_workers;  ///< names
    std::optional<Date> last_seen;
    std::string status;  ///< "Child protection plan", "Assessment", "Not open": the strongest of what is open
};
Result<ChildRecord> child_record(store::Reader& reader, const core::Actor& actor, core::PersonId id,
                                 int most_entries = 300);

/// The persons whose data the record shows: for the access row.
std::vector<core::PersonId> shown_in(const ChildRecord& record);

}  // namespace kith::actions
