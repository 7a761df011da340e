#include "actions/step_duties.h"

#include <algorithm>

#include "store/process_store.h"

namespace kith::actions {

using namespace core;

Subject subject_of(const Person& child, RecordKind about, const RawId& record) {
    return {about, record, child.id, child.accountable_worker, child.team};
}

void StepDuties::put(OpenDuty row) {
    auto same = std::ranges::find(rows_, row.id, &OpenDuty::id);
    if (same == rows_.end())
        rows_.push_back(std::move(row));
    else
        *same = std::move(row);
}

void StepDuties::happened(Event event, const Subject& subject, const When& when) {
    for (OpenDuty& row : after(work_, event, subject, when))
        put(std::move(row));
}

void StepDuties::owe_facts(const Subject& subject, std::string what) {
    put(missing_facts(work_, subject, std::move(what)));
}

void StepDuties::facts_complete(const RawId& record) {
    for (OpenDuty& duty :
         work_.store.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", record)) {
        if (duty.duty != Duty::complete_missing_facts) continue;
        duty.closed_at = work_.now;
        duty.closed_how = ClosedHow::done;
        duty.met_on = work_.today;
        ++duty.version;
        put(std::move(duty));
    }
}

OpenDuty* StepDuties::opened(Duty duty, const PersonId& child) {
    for (OpenDuty& row : rows_)
        if (row.duty == duty && row.child == child && !row.closed_at) return &row;
    return nullptr;
}

void due_sooner(OpenDuty* duty, Date agreed) {
    if (!duty || agreed >= duty->due) return;
    duty->due = agreed;
    duty->warn_on = std::min(duty->warn_on, agreed);
}

}  // namespace kith::actions
