#include "actions/answer_reporter.h"

#include <fmt/format.h>

#include "actions/duties.h"
#include "actions/front_door.h"
#include "actions/step.h"
#include "actions/timeline.h"
#include "store/contact_store.h"
#include "store/process_store.h"
#include "store/reporter_answer_store.h"

namespace kith::actions {

using namespace core;

/// Everything that telling them this discharges: an outcome is a receipt too, and nobody can be told either when there
/// is no way to reach them.
static std::vector<OpenDuty> discharged(Work& work, const ReporterAnswer& answer) {
    Subject subject{RecordKind::contact, answer.contact, {}, {}, {}};
    auto duties = after(work, Event::reporter_acknowledged, subject, when(answer.told_at));
    if (answer.what == ReporterIsTold::receipt) return duties;
    auto told = after(work, Event::referrer_told_outcome, subject, when(answer.told_at));
    duties.insert(duties.end(), told.begin(), told.end());
    return duties;
}

static std::vector<TimelineEntry> entries(Work& work, const ReporterAnswer& answer) {
    std::vector<TimelineEntry> entries;
    for (const ContactChild& child :
         work.store.list<ContactChild>("WHERE contact = $1 ORDER BY position, id", answer.contact))
        if (!child.person.is_nil())
            entries.push_back(timeline_entry(
                work,
                {child.person, answer.told_at, RecordKind::contact, answer.contact, happened::reporter_answered.name,
                 fmt::format("Whoever reported was told: {}", says(answer.what)), answer.said}));
    return entries;
}

Result<ReporterAnswer> answer_reporter(Work& work, const AnswerReporterCommand& command) {
    TRY(require(work.actor, Act::receive_contact));
    Contact contact = TRY(contact_record(work.store, work.actor, command.contact)).contact;
    ReporterAnswer answer = TRY(core::answer_reporter(contact, command.answer, work.actor, work.now));
    answer.id = work.new_id<decltype(ReporterAnswer::id)>();
    work.store.save(happened::reporter_answered, contact.id, answer, discharged(work, answer), entries(work, answer));
    return answer;
}

std::vector<std::pair<ReporterAnswer, std::string>> answers_to_reporter(store::Reader& reader, ContactId contact) {
    std::vector<std::pair<ReporterAnswer, std::string>> answers;
    for (ReporterAnswer& each :
         reader.list<ReporterAnswer>("WHERE contact = $1 ORDER BY told_at DESC, id DESC", contact)) {
        std::string name = staff_name(reader, each.told_by);
        answers.emplace_back(std::move(each), std::move(name));
    }
    return answers;
}

}  // namespace kith::actions
