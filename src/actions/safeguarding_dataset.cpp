#include "actions/safeguarding_dataset.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "actions/child_histories.h"
#include "store/contact_store.h"
#include "store/need_plan_store.h"
#include "store/person_store.h"
#include "store/place_store.h"
#include "store/protection_plan_store.h"
#include "store/referral_store.h"
#include "store/staff_store.h"

namespace kith::actions {

namespace ssd = returns::ssd;
using namespace core;

namespace {

constexpr std::size_t lot = 400;

// ---- What all children share ----------------------------------------------------------------------------------------

template <class IdType>
std::vector<IdType> ids(store::Reader& reader, std::string_view sql) {
    std::vector<IdType> all;
    reader.each(sql, [&](const store::RowView& row) { all.emplace_back(row.id(0)); });
    std::ranges::sort(all);
    return all;
}

std::vector<std::string> keys_of_protected_places(store::Reader& reader) {
    std::vector<std::string> keys;
    for (const Place& place :
         reader.list<Place>("WHERE id IN (SELECT place FROM place_secret WHERE ended_at IS NULL) ORDER BY id"))
        std::ranges::move(ssd::place_keys(place), std::back_inserter(keys));
    std::ranges::sort(keys);
    return keys;
}

ssd::Extract extract_of(store::Reader& reader, Date run_on, ssd::ProtectedPlaces places) {
    ssd::Extract extract;
    extract.run_on = run_on;
    extract.protected_places = places;
    extract.staff = ids<StaffId>(reader, "SELECT id FROM staff");
    extract.teams = ids<TeamId>(reader, "SELECT id FROM team");
    extract.mothers = ids<PersonId>(reader, "SELECT DISTINCT other FROM relation WHERE kind = 'mother'");
    extract.known_protected = keys_of_protected_places(reader);
    reader.each(
        "SELECT local_number FROM person WHERE local_number <> '' GROUP BY local_number HAVING count(*) > 1 "
        "ORDER BY local_number",
        [&](const store::RowView& row) { extract.shared_numbers.emplace_back(row.text(0)); });
    std::ranges::sort(extract.shared_numbers);
    return extract;
}

void staff_rows(store::Reader& reader, const ssd::Extract& extract, ssd::Rows rows) {
    std::unordered_map<RawId, std::string> team_names;
    for (const Team& team : reader.list<Team>("ORDER BY id")) {
        ssd::department_row(team, rows);
        team_names[team.id] = team.name;
    }
    std::unordered_map<RawId, std::int64_t> caseloads;
    Instant on_the_day = from_london(ssd::caseload_day(extract.run_on), std::chrono::hours(12));
    reader.each(
        "SELECT staff, count(DISTINCT child) FROM child_worker WHERE role = 'accountable' AND from_at <= $1 AND "
        "(until_at IS NULL OR until_at > $1) GROUP BY staff",
        [&](const store::RowView& row) { caseloads[row.id(0)] = row.integer(1); }, on_the_day);
    for (const Staff& staff : reader.list<Staff>("ORDER BY id"))
        ssd::professional_row({staff, team_names[staff.team], caseloads[staff.id]}, rows);
}

// ---- Child by child -------------------------------------------------------------------------------------------------

/// A lot of children, in the order of their ids, and what each has beside the history.
class Lot {
  public:
    explicit Lot(store::Reader& reader) : reader_(reader) {}
    bool is_full() const { return records_.size() >= lot; }
    void add(ChildHistory history) { records_.emplace_back().history = std::move(history); }
    void hand_over(FunctionRef<void(const ssd::RecordOfChild&)> visit);

  private:
    void fill();
    void fill_people();
    template <class Row, class Put>
    void rows(std::string_view tail, Put put);
    ssd::RecordOfChild* of(PersonId child);

    store::Reader& reader_;
    std::vector<ssd::RecordOfChild> records_;
};

ssd::RecordOfChild* Lot::of(PersonId child) {
    auto found = std::ranges::lower_bound(records_, child, {},
                                          [](const ssd::RecordOfChild& each) { return each.history.child.id; });
    return found == records_.end() || found->history.child.id != child ? nullptr : &*found;
}

template <class Row, class Put>
void Lot::rows(std::string_view tail, Put put) {
    reader_.each(
        store::table_info<Row>().select + std::string(tail),
        [&](const store::RowView& view) { put(store::row_from<Row>(view)); }, records_.front().history.child.id,
        records_.back().history.child.id);
}

void Lot::fill_people() {
    rows<Place>("WHERE person >= $1 AND person <= $2 ORDER BY person, id", [&](Place row) {
        if (auto* to = of(row.person)) to->places.push_back(std::move(row));
    });
    std::unordered_map<RawId, Person> mothers;
    rows<Person>("WHERE id IN (SELECT other FROM relation WHERE kind = 'mother' AND child >= $1 AND child <= $2)",
                 [&](Person row) { mothers.emplace(row.id, std::move(row)); });
    rows<Relation>("WHERE child >= $1 AND child <= $2 ORDER BY child, id", [&](Relation row) {
        auto* to = of(row.child);
        if (!to) return;
        auto mother = row.kind == RelationKind::mother ? mothers.find(row.other) : mothers.end();
        if (mother != mothers.end() && std::ranges::find(to->mothers, row.other, &Person::id) == to->mothers.end())
            to->mothers.push_back(mother->second);
        to->relations.push_back(std::move(row));
    });
}

void Lot::fill() {
    fill_people();
    std::unordered_map<RawId, Contact> contacts;
    rows<Contact>("WHERE id IN (SELECT contact FROM contact_child WHERE person >= $1 AND person <= $2)",
                  [&](Contact row) { contacts.emplace(row.id, std::move(row)); });
    rows<ContactChild>("WHERE person >= $1 AND person <= $2 ORDER BY person, id", [&](ContactChild row) {
        if (auto* to = of(row.person)) to->contacts.push_back({contacts.at(row.contact), std::move(row)});
    });
    rows<ChildWorker>("WHERE child >= $1 AND child <= $2 ORDER BY child, from_at, id", [&](ChildWorker row) {
        if (auto* to = of(row.child)) to->workers.push_back(std::move(row));
    });
    std::unordered_map<RawId, PersonId> children;
    reader_.each(
        "SELECT id, child FROM need_plan WHERE child >= $1 AND child <= $2",
        [&](const store::RowView& row) { children.emplace(row.id(0), PersonId(row.id(1))); },
        records_.front().history.child.id, records_.back().history.child.id);
    rows<NeedPlanVisit>(
        "WHERE plan IN (SELECT id FROM need_plan WHERE child >= $1 AND child <= $2) ORDER BY plan, visited_on, id",
        [&](NeedPlanVisit row) {
            if (auto* to = of(children.at(row.plan))) to->need_visits.push_back(std::move(row));
        });
    rows<ProtectionVisit>("WHERE child >= $1 AND child <= $2 ORDER BY child, visited_at, id", [&](ProtectionVisit row) {
        if (auto* to = of(row.child)) to->protection_visits.push_back(std::move(row));
    });
}

void Lot::hand_over(FunctionRef<void(const ssd::RecordOfChild&)> visit) {
    if (records_.empty()) return;
    fill();
    for (const ssd::RecordOfChild& each : records_)
        visit(each);
    records_.clear();
}

/// Children who were never referred or enquired about: of a contact alone, or of work that came from elsewhere.
std::vector<PersonId> others(store::Reader& reader) {
    return ids<PersonId>(
        reader,
        "SELECT id FROM person WHERE id IN (SELECT person FROM contact_child UNION SELECT child FROM child_worker "
        "UNION SELECT child FROM assessment_child UNION SELECT child FROM conference_child UNION SELECT child FROM "
        "need_plan UNION SELECT child FROM protection_plan) AND id NOT IN (SELECT child FROM referral UNION SELECT "
        "child FROM section47_enquiry UNION SELECT child FROM inherited_history)");
}

void each_record(store::Reader& reader, FunctionRef<void(const ssd::RecordOfChild&)> visit) {
    Lot next(reader);
    auto add = [&](const ChildHistory& history) {
        next.add(history);
        if (next.is_full()) next.hand_over(visit);
    };
    each_child_history(reader, add);
    next.hand_over(visit);
    for (PersonId child : others(reader))
        if (auto history = child_history(reader, child)) add(*history);
    next.hand_over(visit);
}

}  // namespace

DatasetLeftOut each_dataset_row(store::Reader& reader, Date run_on, ssd::ProtectedPlaces places, ssd::Rows rows) {
    ssd::Extract extract = extract_of(reader, run_on, places);
    ssd::version_row(extract, rows);
    staff_rows(reader, extract, rows);
    DatasetLeftOut left_out;
    std::unordered_set<std::string> written;
    auto each_once = [&](const ssd::Row& row) {
        bool is_shared = row.table().name == "ssd_person" || row.table().name == "ssd_family";
        if (!is_shared || written.insert(std::string(row.table().name) + *row.cells().front()).second) rows(row);
    };
    each_record(reader, [&](const ssd::RecordOfChild& child) {
        left_out.protected_places += ssd::child_rows(child, extract, each_once);
    });
    return left_out;
}

}  // namespace kith::actions
