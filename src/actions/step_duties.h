// The duties of one step in which several things happen, or one thing to several children: collects what `after` gives,
// each duty once, with what the step itself owes besides.
#pragma once

#include <string>
#include <vector>

#include "actions/duties.h"
#include "core/person.h"

namespace kith::actions {

/// The child's worker and team, and the record that the duty comes from.
Subject subject_of(const core::Person& child, core::RecordKind about, const RawId& record);

class StepDuties {
  public:
    explicit StepDuties(Work& work) : work_(work) {}

    void happened(core::Event event, const Subject& subject, const When& when);
    /// What a record was started without: one duty, which names it.
    void owe_facts(const Subject& subject, std::string what);
    /// The facts of this record are all there.
    void facts_complete(const RawId& record);
    /// A duty that this step opened, to be dated by what people agreed where that is sooner; null when it did not.
    core::OpenDuty* opened(core::Duty duty, const core::PersonId& child);

    const std::vector<core::OpenDuty>& rows() const { return rows_; }

  private:
    void put(core::OpenDuty row);
    Work& work_;
    std::vector<core::OpenDuty> rows_;
};

/// The date agreed, if it is sooner than the law's: a duty is then due by it.
void due_sooner(core::OpenDuty* duty, Date agreed);

}  // namespace kith::actions
