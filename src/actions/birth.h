// What becomes of an unborn child's record: a birth, a new expected date, twins, a pregnancy that ended.
#pragma once

#include <string>

#include "actions/service.h"
#include "core/birth.h"

namespace kith::actions {

/// The same record goes on, plan and all; a plan made before the birth is reviewed soon after it.
Result<core::Person> record_birth(Work& work, core::PersonId child, const core::RecordBirth& command);
Result<core::Person> change_expected_date(Work& work, core::PersonId child, Date expected);

/// The second child's record, with the open enquiry, the conference that is booked, the plan and the open duties of the
/// first, and everything until now as inherited history.
Result<core::Person> split_twins(Work& work, core::PersonId first, std::string why);

/// Stops everything about the child in one transaction: duties, enquiries, conferences, plans. Sends nothing.
Result<core::Person> end_pregnancy(Work& work, core::PersonId child);

}  // namespace kith::actions
