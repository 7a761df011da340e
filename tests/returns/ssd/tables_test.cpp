// The dataset's specification as data: whole, and sound in itself.
#include "returns/ssd/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

using namespace kith::returns::ssd;

TEST(SafeguardingDatasetTables, are_the_48_of_the_specification_with_their_362_columns) {
    std::size_t columns = 0;
    std::set<std::string_view> names;
    for (const Table& each : tables()) {
        EXPECT_TRUE(names.insert(each.name).second) << each.name;
        columns += each.columns.size();
    }
    EXPECT_EQ(names.size(), 48u);
    EXPECT_EQ(columns, 362u);
    EXPECT_EQ(tables().front().name, "ssd_person");
    EXPECT_EQ(tables().back().name, "ssd_api_data_staging");
}

TEST(SafeguardingDatasetTables, each_have_a_key_and_no_column_twice) {
    for (const Table& each : tables()) {
        std::set<std::string_view> names;
        int keys = 0;
        for (const Column& column : each.columns) {
            EXPECT_TRUE(names.insert(column.name).second) << column.name;
            keys += column.key == KeyPart::primary;
        }
        EXPECT_GE(keys, 1) << each.name;
    }
}

TEST(SafeguardingDatasetTables, refer_only_to_columns_that_exist) {
    int references = 0;
    for (const Table& each : tables())
        for (const Column& column : each.columns) {
            if (column.refers_to.table.empty()) continue;
            ++references;
            const Table& to = table(column.refers_to.table);
            EXPECT_LT(column_of(to, column.refers_to.column), to.columns.size()) << column.name;
        }
    EXPECT_GT(references, 60);
}

TEST(SafeguardingDatasetTables, follow_a_reference_to_the_key_where_it_ends) {
    struct Case {
        const char *table, *column;
        std::optional<Reference> key;
    };
    for (const Case& each : {
             Case{"ssd_address", "addr_person_id", Reference{"ssd_person", "pers_person_id"}},
             Case{"ssd_cin_visits", "cinv_person_id", Reference{"ssd_person", "pers_person_id"}},
             Case{"ssd_department", "dept_team_parent_id", Reference{"ssd_department", "dept_team_id"}},
             Case{"ssd_cla_placement", "clap_cla_id", std::nullopt},
             Case{"ssd_person", "pers_surname", std::nullopt},
         }) {
        const Table& of = table(each.table);
        EXPECT_EQ(key_referred_to(of.columns[column_of(of, each.column)]), each.key) << each.column;
    }
}
