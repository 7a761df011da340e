#include "actions/duties.h"

#include <algorithm>

#include "store/process_store.h"

namespace kith::actions {

using namespace core;

When when(Instant at) {
    return {london_date(at), at};
}

static std::vector<OpenDuty> open_duties_of(Work& work, const Subject& subject) {
    if (subject.child.is_nil())
        return work.store.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", subject.record);
    return work.store.list<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", subject.child);
}

static OpenDuty close(OpenDuty duty, ClosedHow how, Date met_on, Instant now) {
    duty.closed_at = now;
    duty.closed_how = how;
    duty.met_on = met_on;
    ++duty.version;
    return duty;
}

static OpenDuty open(Work& work, const Clock& clock, const Subject& subject, const When& happened) {
    const Service& service = work.service;
    auto other_day = happened.day_zero.find(clock.duty);
    Date start = other_day == happened.day_zero.end() ? happened.date : other_day->second;
    bool in_hours = clock.limit.unit == Unit::hours;
    Due owed = in_hours && happened.at ? due(clock, *happened.at, service.days, service.policy)
                                       : due(clock, start, service.days, service.policy);
    const Edition* edition = edition_in_force(service.rulebook, start);
    return OpenDuty{
        .id = work.new_id<DutyId>(),
        .duty = clock.duty,
        .about = subject.about,
        .record = subject.record,
        .child = subject.child,
        .starts = start,
        .due = owed.date,
        .due_at = owed.at,
        .warn_on = owed.warn_on(),
        .owner = subject.owner,
        .team = subject.team,
        .clock = std::string(clock.id),
        .edition = edition ? std::string(edition->id) : "",
        .opened_at = work.now,
    };
}

std::vector<OpenDuty> after(Work& work, Event event, const Subject& subject, const When& happened) {
    std::vector<OpenDuty> rows;
    const std::vector<Duty> discharged = discharged_by(work.service.rulebook, event);
    const std::vector<Duty> lapsed = lapsed_by(work.service.rulebook, event);
    auto among = [](const std::vector<Duty>& duties, Duty duty) {
        return std::ranges::find(duties, duty) != duties.end();
    };
    if (!discharged.empty() || !lapsed.empty())
        for (OpenDuty& duty : open_duties_of(work, subject)) {
            if (among(discharged, duty.duty))
                rows.push_back(close(std::move(duty), ClosedHow::done, happened.date, work.now));
            else if (among(lapsed, duty.duty))
                rows.push_back(close(std::move(duty), ClosedHow::cancelled, happened.date, work.now));
        }
    for (const Clock* clock : started_by(work.service.rulebook, event, happened.date))
        rows.push_back(open(work, *clock, subject, happened));
    return rows;
}

OpenDuty missing_facts(Work& work, const Subject& subject, std::string what) {
    Date next = work.service.days.due(work.today, 1);
    return OpenDuty{
        .id = work.new_id<DutyId>(),
        .duty = Duty::complete_missing_facts,
        .about = subject.about,
        .record = subject.record,
        .child = subject.child,
        .starts = work.today,
        .due = next,
        .warn_on = work.today,
        .owner = subject.owner,
        .team = subject.team,
        .what = std::move(what),
        .opened_at = work.now,
    };
}

std::vector<OpenDuty> cancel_open(Work& work, PersonId child, std::string_view why) {
    auto rows = work.store.list<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", child);
    for (OpenDuty& duty : rows) {
        duty = close(std::move(duty), ClosedHow::cancelled, work.today, work.now);
        duty.late_reason = why;
    }
    return rows;
}

}  // namespace kith::actions
