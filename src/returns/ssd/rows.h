// The record as rows of the Standard Safeguarding Dataset: one child at a time, then the people who work there. Pure:
// the same record and day give the same rows with the same keys.
//
// A child is in it who had a contact, a referral, work or a worker within the six years that end on the day of the run;
// of their work, what ran on any day of those years. A key is the id of the row that it comes from; the person's is the
// number under which the census reports the child. Every reference points to a row that is there: a reference to what
// lies outside the years is null. Places that must stay secret are left out (core/place.h) unless they are asked for.
//
// What is filled, what is not and why: docs/returns/ssd.md.
#pragma once

#include <string>
#include <vector>

#include "core/accountable_worker.h"
#include "core/child_history.h"
#include "core/contact.h"
#include "core/need_plan.h"
#include "core/place.h"
#include "core/staff.h"
#include "returns/ssd/row.h"

namespace kith::returns::ssd {

enum class ProtectedPlaces { left_out, included };

/// What all children share. The lists are sorted.
struct Extract {
    Date run_on;
    ProtectedPlaces protected_places = ProtectedPlaces::left_out;
    std::vector<core::StaffId> staff;          ///< who can be referred to
    std::vector<core::TeamId> teams;           ///< the same
    std::vector<core::PersonId> mothers;       ///< of anybody in the record
    std::vector<std::string> shared_numbers;   ///< numbers from earlier systems that more than one person has
    std::vector<std::string> known_protected;  ///< place_keys of all places that must stay secret

    Date first() const { return add_months(run_on, -72); }
};

/// What a place can be recognised by when another person's row repeats it: its text and its postcode, folded.
std::vector<std::string> place_keys(const core::Place& place);

/// A contact about the child, with the row that names the child in it.
struct ContactAboutChild {
    core::Contact contact;
    core::ContactChild child;
};

struct RecordOfChild {
    core::ChildHistory history;
    std::vector<ContactAboutChild> contacts;
    std::vector<core::Place> places;
    std::vector<core::Relation> relations;  ///< of the child, to others
    std::vector<core::Person> mothers;      ///< those of the relations
    std::vector<core::ChildWorker> workers;
    std::vector<core::NeedPlanVisit> need_visits;
    std::vector<core::ProtectionVisit> protection_visits;
};

/// The rows of one child and of their mothers, a referred row before what refers to it; none when the child is out of
/// scope. A mother of several children comes with each: the same row. Returns how many places were left out.
std::size_t child_rows(const RecordOfChild& child, const Extract& extract, Rows rows);

struct StaffMember {
    core::Staff staff;
    std::string team_name;
    std::int64_t caseload = 0;  ///< children for whom they were accountable on `caseload_day`
};
void professional_row(const StaffMember& member, Rows rows);
void department_row(const core::Team& team, Rows rows);
void version_row(const Extract& extract, Rows rows);

/// 30 September, the last one that is over.
Date caseload_day(Date run_on);

/// The key of a person.
std::string person_key(const core::Person& person, const Extract& extract);

}  // namespace kith::returns::ssd
