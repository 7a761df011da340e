#include "actions/child_histories.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "store/assessment_store.h"
#include "store/birth_store.h"
#include "store/conference_store.h"
#include "store/inherited_store.h"
#include "store/need_plan_store.h"
#include "store/person_store.h"
#include "store/pre_proceedings_store.h"
#include "store/protection_plan_store.h"
#include "store/referral_store.h"
#include "store/section47_enquiry_store.h"

namespace kith::actions {

using namespace core;

namespace {

constexpr int lot = 400;
constexpr int most_splits = 8;  ///< of one pregnancy: histories are inherited through so many children

/// The first one, and of the others those who have a history.
constexpr std::string_view people_in_range =
    "WHERE id >= $1 AND id <= $2 AND (id = $1 OR id IN (SELECT child FROM referral WHERE child >= $1 AND child <= $2) "
    "OR id IN (SELECT child FROM section47_enquiry WHERE child >= $1 AND child <= $2) OR id IN (SELECT child FROM "
    "inherited_history WHERE child >= $1 AND child <= $2)) ORDER BY id";

/// The children with ids from `first` to `last`, both included.
struct Range {
    PersonId first, last;
};

/// Rows of one table, each to the history that it belongs to.
class Lot {
  public:
    Lot(store::Reader& reader, Range range) : reader_(reader), range_(range) {}
    std::vector<ChildHistory> read();

  private:
    template <class Row, class Put>
    void rows(std::string_view order, Put put);
    template <class Row>
    std::unordered_map<RawId, Row> shared(std::string_view tail);
    ChildHistory* of(PersonId child);

    store::Reader& reader_;
    Range range_;
    std::vector<ChildHistory> histories_;
};

ChildHistory* Lot::of(PersonId child) {
    auto found =
        std::ranges::lower_bound(histories_, child, {}, [](const ChildHistory& each) { return each.child.id; });
    return found == histories_.end() || found->child.id != child ? nullptr : &*found;
}

template <class Row, class Put>
void Lot::rows(std::string_view order, Put put) {
    const std::string sql =
        store::table_info<Row>().select + "WHERE child >= $1 AND child <= $2 ORDER BY " + std::string(order);
    reader_.each(
        sql,
        [&](const store::RowView& view) {
            Row row = store::row_from<Row>(view);
            if (ChildHistory* history = of(row.child)) put(*history, std::move(row));
        },
        range_.first, range_.last);
}

/// Rows that brothers and sisters share, by id.
template <class Row>
std::unordered_map<RawId, Row> Lot::shared(std::string_view tail) {
    std::unordered_map<RawId, Row> rows;
    reader_.each(
        store::table_info<Row>().select + std::string(tail),
        [&](const store::RowView& view) {
            Row row = store::row_from<Row>(view);
            rows.emplace(row.id, std::move(row));
        },
        range_.first, range_.last);
    return rows;
}

std::vector<ChildHistory> Lot::read() {
    for (Person& person : reader_.list<Person>(people_in_range, range_.first, range_.last))
        histories_.emplace_back().child = std::move(person);
    rows<Referral>("child, received_at, id",
                   [](ChildHistory& to, Referral row) { to.referrals.push_back(std::move(row)); });
    rows<Closure>("child, proposed_at, id",
                  [](ChildHistory& to, Closure row) { to.closures.push_back(std::move(row)); });
    auto assessments =
        shared<Assessment>("WHERE id IN (SELECT assessment FROM assessment_child WHERE child >= $1 AND child <= $2)");
    rows<AssessmentChild>("child, id", [&](ChildHistory& to, AssessmentChild row) {
        to.assessments.push_back({assessments.at(row.assessment), std::move(row)});
    });
    rows<NeedPlan>("child, decided_on, id",
                   [](ChildHistory& to, NeedPlan row) { to.need_plans.push_back(std::move(row)); });
    rows<Section47Enquiry>("child, started_on, id",
                           [](ChildHistory& to, Section47Enquiry row) { to.enquiries.push_back(std::move(row)); });
    auto conferences =
        shared<Conference>("WHERE id IN (SELECT conference FROM conference_child WHERE child >= $1 AND child <= $2)");
    rows<ConferenceChild>("child, id", [&](ChildHistory& to, ConferenceChild row) {
        to.conferences.push_back({conferences.at(row.conference), std::move(row)});
    });
    std::unordered_map<RawId, std::vector<PlanCategory>> categories;
    for (PlanCategory& row : reader_.list<PlanCategory>(
             "WHERE plan IN (SELECT id FROM protection_plan WHERE child >= $1 AND child <= $2) ORDER BY plan, "
             "from_date, id",
             range_.first, range_.last))
        categories[row.plan].push_back(std::move(row));
    rows<ProtectionPlan>("child, started_on, id", [&](ChildHistory& to, ProtectionPlan row) {
        auto of_plan = std::move(categories[row.id]);
        to.protection_plans.push_back({std::move(row), std::move(of_plan)});
    });
    rows<PreProceedings>("child, decided_on, id", [](ChildHistory& to, PreProceedings row) {
        to.pre_proceedings.push_back({std::move(row), {}});
    });
    rows<PreProceedingsMeeting>("child, held_on, id", [](ChildHistory& to, const PreProceedingsMeeting& row) {
        for (PreProceedingsOfChild& each : to.pre_proceedings)
            if (each.pre_proceedings.id == row.pre_proceedings) each.meetings.push_back(row);
    });
    rows<Inherited>("child, line, record",
                    [](ChildHistory& to, Inherited row) { to.inherited.push_back(std::move(row)); });
    for (ChildHistory& each : histories_) {
        std::ranges::stable_sort(each.assessments, {},
                                 [](const AssessmentOfChild& row) { return row.assessment.started_on; });
        std::ranges::stable_sort(each.conferences, {},
                                 [](const ConferenceOfChild& row) { return row.conference.starts_at; });
    }
    return std::move(histories_);
}

std::optional<ChildHistory> one(store::Reader& reader, PersonId child, int splits);

/// A twin's history begins with the other's.
ChildHistory complete(store::Reader& reader, ChildHistory history, int splits) {
    if (splits == most_splits) return history;
    for (const InheritedHistory& inherited :
         reader.list<InheritedHistory>("WHERE child = $1 ORDER BY until_at, id", history.child.id))
        if (auto first = one(reader, inherited.from, splits + 1))
            history = with_inherited(std::move(history), *first, inherited);
    return history;
}

std::optional<ChildHistory> one(store::Reader& reader, PersonId child, int splits) {
    auto own = own_history(reader, child);
    if (!own) return std::nullopt;
    return complete(reader, std::move(*own), splits);
}

/// The next children after that one, in order.
std::vector<PersonId> next_children(store::Reader& reader, PersonId after) {
    std::vector<PersonId> children;
    reader.each(
        "SELECT child FROM referral WHERE child > $1 UNION SELECT child FROM section47_enquiry WHERE child > $1 UNION "
        "SELECT child FROM inherited_history WHERE child > $1 ORDER BY child LIMIT $2",
        [&](const store::RowView& row) { children.emplace_back(row.id(0)); }, after, lot);
    return children;
}

}  // namespace

std::optional<ChildHistory> child_history(store::Reader& reader, PersonId child) {
    return one(reader, child, 0);
}

std::optional<ChildHistory> own_history(store::Reader& reader, PersonId child) {
    auto histories = Lot(reader, {child, child}).read();
    if (histories.empty()) return std::nullopt;
    return std::move(histories.front());
}

ChildHistory whole_history(store::Reader& reader, ChildHistory own) {
    return complete(reader, std::move(own), 0);
}

void each_child_history(store::Reader& reader, FunctionRef<void(const ChildHistory&)> visit) {
    std::vector<PersonId> inheriting;
    reader.each("SELECT DISTINCT child FROM inherited_history ORDER BY child",
                [&](const store::RowView& row) { inheriting.emplace_back(row.id(0)); });
    for (auto children = next_children(reader, {}); !children.empty();
         children = next_children(reader, children.back())) {
        auto histories = Lot(reader, {children.front(), children.back()}).read();
        for (ChildHistory& each : histories)
            if (std::ranges::binary_search(inheriting, each.child.id))
                visit(complete(reader, std::move(each), 0));
            else
                visit(each);
    }
}

}  // namespace kith::actions
