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

static bool among(const std::vector<Duty>& duties, Duty duty) {
    return std::ranges::find(duties, duty) != duties.end();
}

static std::vector<OpenDuty> lapsed(Work& work, const std::vector<Duty>& duties, const Subject& subject) {
    std::vector<OpenDuty> rows;
    if (duties.empty()) return rows;
    for (OpenDuty& duty :
         work.store.list<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", subject.child)) {
        if (!among(duties, duty.duty)) continue;
        duty.closed_at = work.now;
        duty.closed_how = ClosedHow::cancelled;
        ++duty.version;
        rows.push_back(std::move(duty));
    }
    return rows;
}

void StepDuties::happened(Event event, const Subject& subject, const When& when) {
    const Rulebook& law = work_.service.rulebook;
    std::vector<Duty> gone = discharged_by(law, event);
    std::vector<Duty> lapsing = lapsed_by(law, event);
    std::erase_if(rows_, [&](const OpenDuty& row) {
        return !row.closed_at && row.child == subject.child && (among(gone, row.duty) || among(lapsing, row.duty));
    });
    for (OpenDuty& row : lapsed(work_, lapsing, subject))
        put(std::move(row));
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
