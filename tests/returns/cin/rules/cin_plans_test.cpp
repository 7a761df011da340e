#include "returns/cin/rules/examples.h"

using namespace kith::test;

#define SECOND(start, end) \
    "*CINPlanDates; CINPlanDates#2/CINPlanStartDate=" start "; CINPlanDates#2/CINPlanEndDate=" end

static const bool added = add_examples({
    {"4001", silent, ""},
    {"4001", fires, "-CINPlanEndDate", "CINPlanEndDate CPPendDate"},
    {"4001", silent, "-CINPlanEndDate; ChildProtectionPlans/CPPendDate=2026-01-05"},
    {"4001", silent, "-CINPlanEndDate; -CINPlanStartDate"},
    {"4001", silent, "-CINPlanEndDate; -ChildProtectionPlans"},

    {"4003", silent, "CPPreviewDate=2025-07-10"},
    {"4003", fires, "CPPreviewDate=2025-07-09", "CINPlanStartDate CPPendDate CPPreviewDate"},
    {"4003", fires, "CPPreviewDate=2025-06-23"},
    {"4003", silent, "CPPreviewDate=2025-06-22"},
    {"4003", silent, "CPPreviewDate=2025-07-09; ChildProtectionPlans/CPPendDate=2025-07-09"},
    {"4003", silent, "CINPlanEndDate="},
    {"4003", fires, "+Reviews:<CPPreviewDate>2025-07-01</CPPreviewDate>"},
    {"4003", fires, "+ChildProtectionPlans:<Reviews><CPPreviewDate>2025-07-01</CPPreviewDate></Reviews>"},

    {"4004", silent, "-CINPlanEndDate"},
    {"4004", fires, "-CINPlanEndDate; *CINPlanDates", "CINPlanEndDate"},
    {"4004", silent, "*CINPlanDates; -CINPlanEndDate"},

    {"4008", silent, "ChildIdentifiers/PersonDeathDate=2025-06-23"},
    {"4008", fires, "ChildIdentifiers/PersonDeathDate=2025-06-22", "CINPlanStartDate PersonDeathDate"},

    {"4009Q", silent, "ChildIdentifiers/PersonDeathDate=2025-07-10"},
    {"4009Q", fires, "ChildIdentifiers/PersonDeathDate=2025-07-09", "CINPlanEndDate PersonDeathDate"},

    {"4010", silent, "CINPlanStartDate=2026-03-31"},
    {"4010", fires, "CINPlanStartDate=2026-04-01", "CINPlanStartDate"},
    {"4010", fires, "-CINPlanStartDate", "CINPlanStartDate"},
    {"4010", fires, "+CINdetails:<CINPlanDates/>"},

    {"4011", silent, "CINPlanEndDate=2025-06-23"},
    {"4011", fires, "CINPlanEndDate=2025-06-22", "CINPlanEndDate CINPlanStartDate"},
    {"4011", silent, "-CINPlanEndDate"},

    {"4012Q", silent, ""},
    {"4012Q", fires, "CINPlanEndDate=2025-06-23", "CINPlanEndDate CINPlanStartDate"},
    {"4012Q", silent, "-CINPlanEndDate; -CINPlanStartDate"},

    {"4013", silent, "CINPlanEndDate=2026-03-31"},
    {"4013", fires, "CINPlanEndDate=2026-04-01", "CINPlanEndDate"},
    {"4013", fires, "CINPlanEndDate=2025-03-31", "CINPlanEndDate"},
    {"4013", silent, "-CINPlanEndDate"},

    {"4014", silent, ""},
    {"4014", silent, SECOND("2025-07-11", "2025-08-01")},
    {"4014", fires, SECOND("2025-07-10", "2025-08-01"), "CINPlanEndDate CINPlanStartDate"},
    {"4014", fires, "*CINPlanDates"},
    {"4014", fires, "-CINPlanEndDate; " SECOND("2026-03-31", "")},
    {"4014", silent, "-CINPlanEndDate; " SECOND("2026-04-01", "")},
    {"4014", fires, "*CINdetails"},

    {"4015", silent, "CINPlanStartDate=2025-05-06"},
    {"4015", fires, "CINPlanStartDate=2025-05-05", "CINPlanStartDate CINreferralDate"},

    {"4016", silent, ""},
    {"4016", fires, "CINPlanStartDate=2025-07-10", "CINPlanStartDate CPPendDate CPPstartDate"},
    {"4016", silent, "CINPlanStartDate=2025-07-09"},
    {"4016", silent, "CINPlanStartDate=2025-12-01; ChildProtectionPlans/CPPendDate=2025-12-01"},
    {"4016", fires, "CINPlanStartDate=2025-12-01; ChildProtectionPlans/CPPendDate=2025-12-02"},
    {"4016", fires, "CINPlanStartDate=2026-03-31"},
    {"4016", silent, "CINPlanStartDate=2026-04-01"},

    {"4017", silent, ""},
    {"4017", fires, "CPPstartDate=2025-07-09", "CINPlanEndDate CINPlanStartDate CPPstartDate"},
    {"4017", silent, "CPPstartDate=2025-06-22"},
    {"4017", fires, "-CINPlanEndDate; CPPstartDate=2026-03-31"},
    {"4017", silent, "-CINPlanEndDate; CPPstartDate=2026-04-01"},
});
