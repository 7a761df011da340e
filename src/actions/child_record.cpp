#include "actions/child_record.h"

#include <ranges>
#include <unordered_map>

#include "actions/child_histories.h"
#include "actions/need_plan.h"
#include "actions/people.h"
#include "actions/protection_summary.h"
#include "actions/step.h"
#include "core/inherited.h"
#include "store/person_store.h"
#include "store/place_store.h"
#include "store/process_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

static std::vector<KnownRelation> relations_of(store::Reader& reader, PersonId child) {
    std::vector<KnownRelation> known;
    for (Relation& relation : reader.list<Relation>("WHERE child = $1 ORDER BY id", child))
        if (auto other = reader.find<Person>(relation.other)) known.push_back({std::move(relation), std::move(*other)});
    return known;
}

static std::string who_must_not_know(store::Reader& reader, PersonId id) {
    if (id.is_nil()) return "everyone in the family";
    auto person = reader.find<Person>(id);
    return person ? full_name(*person) : "somebody";
}

std::vector<KnownPlace> known_places(store::Reader& reader, PersonId person) {
    std::vector<KnownPlace> known;
    for (Place& place : reader.list<Place>("WHERE person = $1 AND until_date IS NULL ORDER BY kind, id", person)) {
        auto secrets = reader.list<PlaceSecret>("WHERE place = $1 AND ended_at IS NULL ORDER BY set_at, id", place.id);
        KnownPlace line;
        line.protected_place = is_protected(place, secrets);
        for (const PlaceSecret& secret : secrets) {
            line.not_known_to.push_back(who_must_not_know(reader, secret.not_known_to));
            line.why = secret.reason;
        }
        line.place = std::move(place);
        known.push_back(std::move(line));
    }
    return known;
}

/// Reads what is shown and nothing else: a child has hundreds of entries.
static std::vector<TimelineLine> timeline_of(store::Reader& reader, PersonId child, int most, KeptText& texts) {
    std::vector<TimelineLine> lines;
    std::vector<StaffId> recorders;
    lines.reserve(static_cast<std::size_t>(most));
    reader.each(
        "SELECT happened_at, recorded_by, about, record, title, text, kind FROM timeline_entry WHERE child = $1 "
        "ORDER BY happened_at DESC, id DESC LIMIT $2",
        [&](const store::RowView& row) {
            lines.push_back({.at = row.get<Instant>(0),
                             .recorded_by = row.text(6) == happened::child_inherited.name ? "an earlier system" : "",
                             .about = row.get<RecordKind>(2),
                             .record = row.id(3),
                             .title = texts.keep(row.text(4)),
                             .text = texts.keep(row.text(5))});
            recorders.push_back(lines.back().recorded_by.empty() ? row.get<StaffId>(1) : StaffId());
        },
        child, most);
    std::unordered_map<StaffId, std::string_view> names;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (recorders[i].is_nil()) continue;
        auto [at, is_new] = names.try_emplace(recorders[i]);
        if (is_new)
            if (auto staff = reader.find<Staff>(recorders[i])) at->second = texts.keep(staff->name);
        lines[i].recorded_by = at->second;
    }
    return lines;
}

static std::vector<OpenWork> work_of(store::Reader& reader, const ChildHistory& history) {
    std::vector<OpenWork> work = protection_work_of(reader, history);
    auto add = [&](RecordKind kind, const RawId& id, std::string what, std::string_view now, bool open) {
        work.push_back({kind, id, std::move(what), std::string(now), open});
    };
    for (const auto& [each, meetings] : history.pre_proceedings | std::views::reverse)
        add(RecordKind::pre_proceedings, each.id, "Pre-proceedings", says(each.state),
            each.state != PreProceedingsState::ended);
    for (const NeedPlan& each : history.need_plans | std::views::reverse)
        add(RecordKind::child_in_need_plan, each.id, "Child in need plan", says(each.state),
            each.state != NeedPlanState::ended);
    for (const auto& [each, part] : history.assessments | std::views::reverse)
        add(RecordKind::assessment, each.id, "Assessment", says(each.state), is_open(each));
    for (const Referral& each : history.referrals | std::views::reverse)
        add(RecordKind::referral, each.id, "Referral of " + long_date(timescale_starts(each)), says(each.state),
            each.state != ReferralState::closed);
    return work;
}

/// The strongest of what is open: the list begins with it.
static std::string status_of(const ChildRecord& record) {
    for (const OpenWork& each : record.work)
        if (each.open) return each.kind == RecordKind::referral ? "Referral" : each.what;
    return record.child.team.is_nil() ? "Not open to a team" : "Open";
}

Result<ChildRecord> child_record(store::Reader& reader, const Actor& actor, PersonId id, int most_entries) {
    ChildRecord record;
    auto history = own_history(reader, id);
    if (!history) return no_such_record();
    record.history = std::move(*history);
    record.child = record.history.child;
    record.allocation = allocation_of(reader, record.child);
    TRY(require_for_child(actor, Act::read_child, record.allocation));
    if (!record.child.accountable_worker.is_nil()) record.worker = reader.find<Staff>(record.child.accountable_worker);
    if (!record.child.team.is_nil()) record.team = reader.find<Team>(record.child.team);
    record.duties = reader.list<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", id);
    record.relations = relations_of(reader, id);
    record.places = known_places(reader, id);
    record.timeline = timeline_of(reader, id, most_entries, record.timeline_texts);
    record.work = work_of(reader, record.history);
    for (auto& [worker, name] : co_workers(reader, id))
        record.co_workers.push_back(std::move(name));
    record.last_seen =
        std::max(last_seen_in_need(reader, record.history), last_seen_in_protection(reader, record.history));
    record.status = status_of(record);
    return record;
}

std::vector<PersonId> shown_in(const ChildRecord& record) {
    std::vector<PersonId> shown{record.child.id};
    for (const KnownRelation& known : record.relations)
        shown.push_back(known.other.id);
    return shown;
}

}  // namespace kith::actions
