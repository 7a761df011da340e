// The rows that a child's record becomes, by table and column, and the children whom the tests of them share.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "returns/ssd/rows.h"
#include "support/history_builder.h"

namespace kith::tests {

using namespace kith::core;
using namespace kith::returns;
using kith::test::HistoryBuilder;

inline constexpr auto day = HistoryBuilder::day;
inline constexpr auto noon = HistoryBuilder::noon;

inline const RawId somebody{{7}}, some_team{{8}};

/// What the children of these tests share.
inline ssd::Extract extract() {
    ssd::Extract all;
    all.run_on = day("2026-11-22");
    all.staff = {StaffId(somebody)};
    all.teams = {TeamId(some_team)};
    return all;
}

/// The builder leaves out ids that the census does not need.
inline ssd::RecordOfChild record(const HistoryBuilder& builder) {
    ssd::RecordOfChild made;
    made.history = builder.it;
    static IdSource ids = seeded_ids(5);
    PersonId child = made.history.child.id;
    for (Referral& each : made.history.referrals)
        each.child = child;
    for (AssessmentOfChild& each : made.history.assessments) {
        each.part.id = AssessmentChildId(ids());
        each.part.child = child;
    }
    for (NeedPlan& each : made.history.need_plans) {
        each.id = NeedPlanId(ids());
        each.child = child;
    }
    for (Section47Enquiry& each : made.history.enquiries)
        each.child = child;
    for (ConferenceOfChild& each : made.history.conferences) {
        each.part.id = Id<ConferenceChildTag>(ids());
        each.conference.id = ConferenceId(ids());
        each.part.child = child;
    }
    return made;
}

struct Dataset {
    std::map<std::string_view, std::vector<ssd::Row>> tables;
    std::size_t left_out = 0;

    const std::vector<ssd::Row>& of(std::string_view table) { return tables[table]; }
    /// The values of one column, NULL as "-".
    std::vector<std::string> column(std::string_view table, std::string_view name) {
        std::vector<std::string> values;
        for (const ssd::Row& row : tables[table])
            values.push_back(row.cell(name).value_or("-"));
        return values;
    }
    std::string only(std::string_view table, std::string_view name) {
        auto values = column(table, name);
        EXPECT_THAT(values, testing::SizeIs(1)) << table;
        return values.empty() ? "no row" : values.front();
    }
};

inline Dataset built(const ssd::RecordOfChild& child, const ssd::Extract& of = extract()) {
    Dataset made;
    made.left_out =
        ssd::child_rows(child, of, [&](const ssd::Row& row) { made.tables[row.table().name].push_back(row); });
    return made;
}
inline Dataset built(const HistoryBuilder& builder) {
    return built(record(builder));
}

/// Keys are there and differ; references, as the specification has them, lead to rows that are there.
inline void expect_sound(Dataset& made) {
    for (const auto& [name, rows] : made.tables) {
        std::set<std::string> keys;
        for (const ssd::Row& row : rows) {
            std::string key;
            for (std::size_t i = 0; i < row.cells().size(); ++i) {
                const ssd::Column& column = row.table().columns[i];
                if (column.key == ssd::KeyPart::primary) {
                    ASSERT_TRUE(row.cells()[i]) << column.name;
                    key += *row.cells()[i] + "|";
                }
                if (column.refers_to.table.empty() || !row.cells()[i]) continue;
                if (column.refers_to.table == "ssd_professionals" || column.refers_to.table == "ssd_department")
                    continue;
                EXPECT_THAT(made.column(column.refers_to.table, column.refers_to.column),
                            testing::Contains(*row.cells()[i]))
                    << column.name;
            }
            EXPECT_TRUE(keys.insert(key).second) << name << " " << key;
        }
    }
}

/// A child whose record has a row in every table of need and protection.
inline HistoryBuilder through_it_all() {
    return HistoryBuilder()
        .referred("2026-01-05")
        .assessed("2026-01-06", "2026-02-20", {"16A", "3B", "no code"})
        .helped("2026-02-25", "2026-05-20")
        .enquired("2026-05-04")
        .endorsed("2026-05-12", AfterEnquiry::initial_conference)
        .conferred("2026-05-20")
        .protected_from("2026-05-20")
        .conferred("2026-08-12", ConferenceKind::review);
}

/// A place where somebody lives.
inline Place home(std::string text, std::string postcode, std::uint8_t id) {
    Place place;
    place.id = PlaceId(RawId{{9, id}});
    place.text = std::move(text);
    place.postcode = std::move(postcode);
    place.from = day("2020-01-01");
    return place;
}

}  // namespace kith::tests
