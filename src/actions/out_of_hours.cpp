#include "actions/out_of_hours.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "actions/emergency_protection.h"
#include "actions/people.h"
#include "actions/step.h"
#include "actions/step_duties.h"
#include "actions/timeline.h"
#include "store/emergency_protection_store.h"
#include "store/out_of_hours_note_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/section47_enquiry_store.h"
#include "store/staff_store.h"
#include "store/strategy_discussion_store.h"

namespace kith::actions {

using namespace core;

namespace {

// What runs now, in the order of its index; the same words choose the rows and the children they are about.
const std::string emergencies = "WHERE ended_at IS NULL ORDER BY began_at, id LIMIT 500";
const std::string plans = "WHERE ended_at IS NULL ORDER BY reviewed_by, id LIMIT 500";
const std::string enquiries = "WHERE state IN ('open', 'with_manager') ORDER BY started_on, id LIMIT 500";
const std::string discussed =
    "WHERE discussion IN (SELECT id FROM strategy_discussion WHERE held_at >= $1 ORDER BY held_at, id LIMIT 500) "
    "ORDER BY discussion, id";

class Collected {
  public:
    Collected(const Service& service, store::Reader& reader, Instant now)
        : service_(service), reader_(reader), now_(now), week_ago_(now - std::chrono::days(7)) {}

    void read() {
        for (const EmergencyProtection& each : reader_.list<EmergencyProtection>(emergencies)) {
            Instant until = lasts_until(service_, reader_, each);
            add(each.child, {.text = fmt::format("{} until {}", says(each.power), hour_in_words(until)),
                             .about = RecordKind::emergency_protection,
                             .record = each.id,
                             .until = until});
        }
        for (const InterimSafetyPlan& each : reader_.list<InterimSafetyPlan>(plans))
            add(each.child,
                {.text = fmt::format("Interim safety plan, looked at again by {}", weekday_and_date(each.reviewed_by)),
                 .about = RecordKind::person,
                 .record = each.child,
                 .address = "/safety-plans/" + to_text(each.id)});
        for (const Section47Enquiry& each : reader_.list<Section47Enquiry>(enquiries))
            add(each.child, {.text = fmt::format("Section 47 enquiry open since {}", long_date(each.started_on)),
                             .about = RecordKind::section47_enquiry,
                             .record = each.id});
        read_discussions();
        read_people();
    }

    std::vector<HandoverChild> take(Instant day_is_back) {
        std::vector<HandoverChild> list;
        for (auto& [id, child] : children_) {
            if (child.child.id.is_nil()) continue;
            for (const HandoverReason& each : child.reasons)
                if (each.until && *each.until < day_is_back)
                    child.first_end = std::min(child.first_end.value_or(*each.until), *each.until);
            list.push_back(std::move(child));
        }
        std::ranges::sort(list, [](const HandoverChild& a, const HandoverChild& b) {
            auto key = [](const HandoverChild& each) {
                return std::tuple(each.first_end.value_or(Instant::max()), each.child.family_name,
                                  each.child.given_name, each.child.id);
            };
            return key(a) < key(b);
        });
        return list;
    }

  private:
    void add(PersonId child, HandoverReason reason) { children_[child].reasons.push_back(std::move(reason)); }

    void read_discussions() {
        std::unordered_map<StrategyDiscussionId, Instant> held;
        for (const StrategyDiscussion& each :
             reader_.list<StrategyDiscussion>("WHERE held_at >= $1 ORDER BY held_at, id LIMIT 500", week_ago_))
            held.emplace(each.id, each.held_at);
        for (const StrategyChild& each : reader_.list<StrategyChild>(discussed, week_ago_))
            if (auto at = held.find(each.discussion); at != held.end() && at->second <= now_)
                add(each.child, {.text = fmt::format("Strategy discussion on {}", long_time(at->second)),
                                 .about = RecordKind::strategy_discussion,
                                 .record = each.discussion});
    }

    template <class... Values>
    void take_people(const std::string& where, const Values&... values) {
        for (Person& each : reader_.list<Person>("WHERE id IN (SELECT child FROM " + where + ")", values...))
            if (auto at = children_.find(each.id); at != children_.end()) at->second.child = std::move(each);
    }

    void read_people() {
        take_people("emergency_protection " + emergencies);
        take_people("interim_safety_plan " + plans);
        take_people("section47_enquiry " + enquiries);
        take_people("strategy_child " + discussed, week_ago_);
        std::unordered_map<StaffId, Staff> staff;
        for (Staff& each : reader_.list<Staff>("ORDER BY id"))
            staff.emplace(each.id, std::move(each));
        std::unordered_map<TeamId, Team> teams;
        for (Team& each : reader_.list<Team>("ORDER BY id"))
            teams.emplace(each.id, std::move(each));
        for (auto& [id, child] : children_) {
            if (auto worker = staff.find(child.child.accountable_worker); worker != staff.end()) {
                child.worker = worker->second.name;
                child.worker_phone = worker->second.phone;
            }
            if (auto team = teams.find(child.child.team); team != teams.end()) {
                child.team = team->second.name;
                child.team_phone = team->second.phone;
            }
        }
    }

    const Service& service_;
    store::Reader& reader_;
    Instant now_, week_ago_;
    std::unordered_map<PersonId, HandoverChild> children_;
};

Instant next_working_morning(const Service& service, Instant now) {
    return from_london(service.days.due(day_zero_of_note(now), 1), std::chrono::hours(9));
}

/// As it is in the record from now on.
OutOfHoursNote save_note(Work& work, const Person& child, OutOfHoursNote written) {
    written.id = work.new_id<OutOfHoursNoteId>();
    Subject whose = subject_of(child, RecordKind::out_of_hours_note, written.id);
    if (whose.team.is_nil()) whose.team = work.actor.team;
    auto duties = after(work, Event::out_of_hours_note_written, whose, {day_zero_of_note(work.now), {}});
    work.store.save(happened::out_of_hours_note_written, written.id, written, duties,
                    timeline_entry(work, {child.id, work.now, RecordKind::out_of_hours_note, written.id,
                                          happened::out_of_hours_note_written.name,
                                          "Note from out of hours, to be read in the morning", written.happened}));
    return written;
}

}  // namespace

Result<Handover> handover(const Service& service, store::Reader& reader, const Actor& actor, Instant now) {
    TRY(require(actor, Act::work_out_of_hours));
    Collected collected(service, reader, now);
    collected.read();
    Instant back = next_working_morning(service, now);
    return Handover{back, collected.take(back)};
}

Result<OutOfHoursNote> write_note(Work& work, OutOfHoursNote note) {
    TRY(require(work.actor, Act::work_out_of_hours));
    Person child = TRY(child_for(work.store, work.actor, Act::read_child, note.child));
    note.about = RecordKind::person;
    note.record = child.id;
    note = TRY(core::write_note(std::move(note), work.actor, work.now));
    return save_note(work, child, std::move(note));
}

void note_back(Work& work, const Person& child, RecordKind about, const RawId& record, std::string happened) {
    if (work.actor.role != Role::out_of_hours) return;
    OutOfHoursNote note{.child = child.id, .happened = std::move(happened), .about = about, .record = record};
    auto written = core::write_note(std::move(note), work.actor, work.now);
    CHECK(written);
    (void)save_note(work, child, std::move(*written));
}

Result<OutOfHoursNote> read_note(Work& work, OutOfHoursNoteId id) {
    auto found = work.store.find<OutOfHoursNote>(id);
    if (!found) return no_such_record();
    TRY(child_for(work.store, work.actor, Act::read_child, found->child));
    OutOfHoursNote note = TRY(core::read_note(std::move(*found), work.actor, work.now));
    work.store.save(happened::out_of_hours_note_read, note.id, note,
                    met(work, note.id, Duty::read_out_of_hours_note, work.today),
                    timeline_entry(work, {note.child, work.now, RecordKind::out_of_hours_note, note.id,
                                          happened::out_of_hours_note_read.name, "Note from out of hours read", ""}));
    return note;
}

Result<NoteView> note(store::Reader& reader, const Actor& actor, OutOfHoursNoteId id) {
    auto found = reader.find<OutOfHoursNote>(id);
    if (!found) return no_such_record();
    NoteView view;
    view.child = TRY(child_for(reader, actor, Act::read_child, found->child));
    view.written_by = staff_name(reader, found->written_by);
    view.read_by = staff_name(reader, found->read_by);
    view.may_read = core::read_note(*found, actor, found->written_at).has_value();
    view.note = std::move(*found);
    return view;
}

}  // namespace kith::actions
