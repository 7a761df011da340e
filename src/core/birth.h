// A birth, twins, and the loss of a pregnancy: what becomes of an unborn child's record.
//
// A birth turns the unborn child's record into the child's: the same id, so the plan, the core group and the history
// are the child's without being copied. Twins are two children: the second gets a record of their own, and everything
// until the day they were known to be two is *inherited* from the first, shown as such and never re-entered. A lost
// pregnancy closes gently and stops every duty, letter and visit at once; it asks nothing of anybody.
//
// Practice corrections 24.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "core/duty.h"
#include "core/ids.h"
#include "core/person.h"
#include "core/protection_plan.h"
#include "core/staff.h"

namespace kith::core {

struct RecordBirth {
    Date born_on;
    BirthDateIs birth_date_is = BirthDateIs::stated;
    std::string given_name;  ///< may be blank: a baby may have no name yet
    std::string family_name;
    Sex sex = Sex::unknown;
    std::string nhs_number;
};

/// The child is born: the record goes on. Refused for somebody who is not unborn, and for a day in the future.
Result<Person> record_birth(Person unborn, const RecordBirth& command, Instant now);

/// A date that looks impossible is questioned, never changed: a sentence, or empty.
std::string question_about_birth(const Person& unborn, const RecordBirth& command);

/// The expected date moves with every scan. It moves no timescale: those count from what happened.
Result<Person> change_expected_date(Person unborn, Date expected, Instant now);

/// "Everything recorded about `from` until `until` is this child's history too."
struct InheritedHistory {
    Id<struct InheritedHistoryTag> id;
    PersonId child;
    PersonId from;
    Instant until;
    std::string why;
    StaffId recorded_by;
};

struct SplitTwins {
    PersonId second;  ///< the id of the new record
    Id<InheritedHistoryTag> inheritance;
    std::string why;  ///< "scan of 3 March shows twins"
};
struct Twins {
    Person first;
    Person second;
    InheritedHistory history;
};
/// Two children from one record: unborn, or at a birth of two. Triplets are split twice.
Result<Twins> split_twins(Person first, const SplitTwins& command, const Actor& actor, Instant now);

/// The second child's own plan, running since the same day, with every line; marked as inherited.
struct TwinPlan {
    ProtectionPlan plan;
    std::vector<PlanChange> changes;
    std::vector<PlanAction> actions;
};
/// `new_id` is called once for the plan, then for each change and each action.
TwinPlan plan_for_twin(const ProtectionPlan& of_first, std::span<const PlanChange> changes,
                       std::span<const PlanAction> actions, PersonId second, const IdSource& new_id);

/// The pregnancy has ended without a birth of a living child. The day is not asked for, and nothing else is.
Result<Person> end_pregnancy(Person unborn);

/// The open duties that stop with it: all that are about this child. Duties about brothers and sisters, and those about
/// a mother who is herself a child, stay.
std::vector<DutyId> duties_that_stop(std::span<const OpenDuty> open, PersonId child);
OpenDuty stop_duty(OpenDuty duty, Instant now);

/// The gate in front of every letter, invitation, reminder and visit: nothing goes out about a child who was lost.
bool may_send_about(const Person& child);

}  // namespace kith::core
