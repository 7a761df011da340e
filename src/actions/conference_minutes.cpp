// What goes out after a conference: its decision in writing, and its minutes.
#include <fmt/format.h>

#include "actions/conference.h"
#include "actions/conference_rows.h"
#include "actions/step.h"
#include "actions/step_duties.h"
#include "store/conference_store.h"
#include "store/process_store.h"

namespace kith::actions {

using namespace core;

struct Sending {
    Event event;
    const ChangeKind& kind;
    std::string_view title;
};

/// The duties that it meets, and the entry of each child's timeline.
static std::vector<TimelineEntry> went_out(Work& work, StepDuties& duties, const ConferenceRecord& record,
                                           const SentOut& sent, const Sending& what) {
    std::vector<TimelineEntry> entries;
    for (const ConferenceChild& row : record.children) {
        duties.happened(what.event, {RecordKind::conference, record.conference.id, row.child, {}, {}}, {sent.on, {}});
        entries.push_back(conference_entry(work, record.conference, row.child, what.kind, work.now,
                                           std::string(what.title), fmt::format("To: {}\nHow: {}", sent.to, sent.how)));
    }
    return entries;
}

Result<SentOut> send_decision(Work& work, ConferenceId id, SentOut sent) {
    ConferenceRecord record = TRY(conference_for(work, Act::arrange_conference, id));
    sent = TRY(core::send_decision(std::move(sent), record, work.today));
    StepDuties duties(work);
    auto entries = went_out(work, duties, record, sent,
                            {Event::conference_decision_sent, happened::conference_decision_sent,
                             "The conference’s decision sent in writing"});
    work.store.save(happened::conference_decision_sent, id, entries, duties.rows());
    return sent;
}

std::string mark_of_minutes(const ConferenceRecord& record) {
    std::string texts = record.conference.minutes;
    for (const ConferenceChild& row : record.children)
        texts += '\0' + row.minutes;
    return mark_of({texts});
}

Result<Conference> write_minutes(Work& work, const WriteConferenceMinutes& command) {
    Act act = may(work.actor.role, Act::chair_conference) ? Act::chair_conference : Act::arrange_conference;
    ConferenceRecord record = TRY(conference_for(work, act, command.conference));
    if (command.seen != mark_of_minutes(record)) return changed_meanwhile();
    record = TRY(core::write_minutes(std::move(record), command.minutes, work.actor.id, work.now));
    work.store.save(happened::conference_minutes_written, command.conference, record.conference, record.children);
    return record.conference;
}

Result<Conference> send_minutes(Work& work, ConferenceId id, const SentOut& sent) {
    ConferenceRecord record = TRY(conference_for(work, Act::arrange_conference, id));
    Conference conference = TRY(core::send_minutes(record, sent, work.today));
    StepDuties duties(work);
    auto entries = went_out(
        work, duties, record, sent,
        {Event::conference_minutes_sent, happened::conference_minutes_sent, "The minutes of the conference sent out"});
    work.store.save(happened::conference_minutes_sent, id, conference, entries, duties.rows());
    return conference;
}

}  // namespace kith::actions
