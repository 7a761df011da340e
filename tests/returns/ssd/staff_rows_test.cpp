// Who works in the authority, in the dataset.
#include "returns/ssd/dataset.h"

using namespace kith;
using namespace kith::tests;

TEST(SafeguardingDatasetProfessional, has_a_caseload_of_the_last_30_september) {
    EXPECT_EQ(ssd::caseload_day(day("2026-11-22")), day("2026-09-30"));
    EXPECT_EQ(ssd::caseload_day(day("2026-09-30")), day("2025-09-30"));
    ssd::StaffMember member{{.id = StaffId(somebody), .name = "Ama Boateng", .role = Role::social_worker}, "North", 12};
    std::vector<ssd::Row> rows;
    ssd::professional_row(member, [&](const ssd::Row& row) { rows.push_back(row); });
    EXPECT_EQ(rows.at(0).cell("prof_professional_job_title"), "social worker");
    EXPECT_EQ(rows.at(0).cell("prof_professional_caseload"), "12");
    EXPECT_EQ(rows.at(0).cell("prof_staff_id"), std::nullopt);
}
