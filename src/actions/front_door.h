// The front door: contacts that wait, who takes them, who the children are, and the decision within one working day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "core/contact.h"
#include "core/duty.h"
#include "core/person.h"

namespace kith::actions {

/// A line of the front door's list: danger that nobody has taken first, then by what is due soonest.
struct WaitingContact {
    core::Contact contact;
    std::vector<core::ContactChild> children;
    Date decide_by;
    std::string taken_by_name;
};
std::vector<WaitingContact> waiting_contacts(const Service& service, store::Reader& reader, int most = 200);

/// One contact with all that a decision needs.
struct ContactRecord {
    core::Contact contact;
    struct Child {
        core::ContactChild reported;
        std::optional<core::Person> person;
        bool open = false;  ///< the child already has a worker or team: the contact goes there, never a new referral
        std::vector<core::OpenDuty> owed = {};  ///< what the decision opened for the child and is not met yet
        std::string must_not_know = {};         ///< names, when a place of this child must stay secret from somebody
    };
    std::vector<Child> children;
    std::vector<core::OpenDuty> duties;
    std::string taken_by_name;
    std::string decided_by_name;
    std::string for_worker_name;
    std::string heard_by_name;  ///< empty: it came through the public form
};
Result<ContactRecord> contact_record(store::Reader& reader, const core::Actor& actor, core::ContactId id);

Result<core::Contact> take_contact(Work& work, core::ContactId id);

/// Another child whom the contact turns out to be about, or the first when nobody was named; everything may be left
/// out. Refused once the contact is dealt with: what is heard then is a new contact.
Result<core::ContactChild> name_child(Work& work, core::ContactId contact, core::ContactChild child);

/// Says who a reported child is: somebody already known, found by the compulsory search.
Result<void> identify_child(Work& work, core::ContactId contact, RawId reported_child, core::PersonId person);
/// … or somebody new, made from what was reported.
Result<core::PersonId> create_child(Work& work, core::ContactId contact, RawId reported_child);

/// Contact on an open child: to its worker the same day, with a read receipt; never a new referral.
Result<core::Contact> pass_to_worker(Work& work, core::ContactId id);
Result<core::Contact> mark_read(Work& work, core::ContactId id);

struct DecideCommand {
    core::ContactId contact;
    int version = 1;  ///< the one that was on screen
    core::DecideContact decision;
};
Result<core::Contact> decide(Work& work, const DecideCommand& command);

}  // namespace kith::actions
