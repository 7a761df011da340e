// My work: open duties soonest first, each one click from its record and from the rule it comes from.
#pragma once

#include <string>
#include <vector>

#include "actions/service.h"
#include "core/conference.h"
#include "core/contact.h"
#include "core/duty.h"
#include "core/person.h"

namespace kith::actions {

struct WorkLine {
    core::OpenDuty duty;
    std::string about;  ///< the child's name, or the children's as a contact reported them
    core::Stage stage = core::Stage::born;
    std::vector<core::PersonId> shown;  ///< whose data this line shows: for the access row
    std::string owner_name;             ///< for the team's list
    int working_days_left = 0;          ///< negative when overdue
    const core::Clock* clock = nullptr;
    /// The same duty on the same day for brothers and sisters, or for children who were reported together.
    std::vector<WorkLine> siblings{};
};

struct UnreadContact {
    core::Contact contact;
    std::vector<core::ContactChild> children;
};

struct MyWork {
    std::vector<WorkLine> mine;
    std::vector<WorkLine> unowned;      ///< my team's, which nobody has yet
    std::vector<UnreadContact> unread;  ///< contacts on my open children that I have not read
};
/// As many look-ups for a long list as for a short one.
Result<MyWork> my_work(const Service& service, store::Reader& reader, const core::Actor& actor, Date today);

/// The whole team's open duties, for a manager; at most 500, soonest first.
Result<std::vector<WorkLine>> team_work(const Service& service, store::Reader& reader, const core::Actor& actor,
                                        Date today);

/// My children: those I am the accountable worker of.
std::vector<core::Person> my_children(store::Reader& reader, const core::Actor& actor);

/// A conference that I lead and that is not signed off, with the children it is about.
struct MyConference {
    core::Conference conference;
    std::vector<core::Person> children;
};
/// Soonest first; at most 100.
std::vector<MyConference> my_conferences(store::Reader& reader, const core::Actor& actor);

}  // namespace kith::actions
