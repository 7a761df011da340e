#include "actions/child_record.h"

#include <unordered_map>

#include "actions/assessment.h"
#include "actions/need_plan.h"
#include "actions/people.h"
#include "actions/pre_proceedings.h"
#include "actions/protection_summary.h"
#include "core/inherited.h"
#include "store/person_store.h"
#include "store/place_store.h"
#include "store/process_store.h"
#include "store/referral_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

static std::vector<KnownRelation> relations_of(store::Reader& reader, PersonId child) {
    std::vector<KnownRelation> known;
    for (Relation& relation : reader.list<Relation>("WHERE child = $1 ORDER BY id", child))
        if (auto other = reader.find<Person>(relation.other)) known.push_back({std::move(relation), std::move(*other)});
    return known;
}

static std::string name_of(store::Reader& reader, PersonId id) {
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
            line.not_known_to.push_back(name_of(reader, secret.not_known_to));
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

static std::vector<OpenWork> work_of(store::Reader& reader, PersonId child) {
    std::vector<OpenWork> work = protection_work_of(reader, child);
    for (const PreProceedings& each : pre_proceedings_of(reader, child))
        work.push_back({RecordKind::pre_proceedings, each.id, "Pre-proceedings", std::string(says(each.state)),
                        each.state != PreProceedingsState::ended});
    for (const NeedPlan& each : need_plans_of(reader, child))
        work.push_back({RecordKind::child_in_need_plan, each.id, "Child in need plan", std::string(says(each.state)),
                        each.state != NeedPlanState::ended});
    for (const Assessment& each : assessments_of(reader, child))
        work.push_back({RecordKind::assessment, each.id, "Assessment", std::string(says(each.state)), is_open(each)});
    for (const Referral& each : reader.list<Referral>("WHERE child = $1 ORDER BY received_at DESC, id DESC", child))
        work.push_back({RecordKind::referral, each.id, "Referral of " + long_date(timescale_starts(each)),
                        std::string(says(each.state)), each.state != ReferralState::closed});
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
    record.child = TRY(child_for(reader, actor, Act::read_child, id));
    if (!record.child.accountable_worker.is_nil()) record.worker = reader.find<Staff>(record.child.accountable_worker);
    if (!record.child.team.is_nil()) record.team = reader.find<Team>(record.child.team);
    record.duties = reader.list<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", id);
    record.relations = relations_of(reader, id);
    record.places = known_places(reader, id);
    record.timeline = timeline_of(reader, id, most_entries, record.timeline_texts);
    record.work = work_of(reader, id);
    for (auto& [worker, name] : co_workers(reader, id))
        record.co_workers.push_back(std::move(name));
    record.last_seen = std::max(last_seen_in_need(reader, id), last_seen_in_protection(reader, id));
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
