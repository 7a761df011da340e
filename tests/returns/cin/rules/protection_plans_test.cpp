#include "returns/cin/rules/examples.h"

using namespace kith::test;

#define SECOND(start, end) \
    "*ChildProtectionPlans; ChildProtectionPlans#2/CPPstartDate=" start "; ChildProtectionPlans#2/CPPendDate=" end
#define OWN(date) "+CINdetails:<DateOfInitialCPC>" date "</DateOfInitialCPC>; "

static const bool added = add_examples({
    {"1105", silent, "CPPstartDate=2025-05-06"},
    {"1105", fires, "CPPstartDate=2025-05-05", "CINreferralDate CPPstartDate"},

    {"2885", silent, ""},
    {"2885", fires, "CPPstartDate=2025-07-11", "CPPstartDate DateOfInitialCPC"},
    {"2885", silent, "CPPstartDate=2025-03-31"},
    {"2885", silent, "CPPstartDate=2026-04-01"},
    {"2885", fires, "-Section47/DateOfInitialCPC"},
    {"2885", fires, "-Section47"},
    {"2885", silent, "-Section47; " OWN("2025-07-10")},
    {"2885", fires, "-Section47; " OWN("2025-07-11")},
    {"2885", fires, "CPPstartDate=2025-07-11; " OWN("2025-07-11")},
    {"2885", fires, "ICPCnotRequired=1"},
    {"2885", silent, "CPPstartDate=2025-07-11; ICPCnotRequired=1; " OWN("2025-07-11")},
    {"2885", silent, "*Section47; Section47#1/DateOfInitialCPC=2025-06-30"},
    {"2885", silent, "*Section47; -Section47/DateOfInitialCPC"},

    {"8720", silent, "CPPstartDate=2026-03-31"},
    {"8720", fires, "CPPstartDate=2026-04-01", "CPPstartDate"},
    {"8720", fires, "-CPPstartDate", "CPPstartDate"},
    {"8720", silent, "CPPstartDate=2019-03-31"},

    {"8730", silent, "NumberOfPreviousCPP=3"},
    {"8730", fires, "-NumberOfPreviousCPP", "NumberOfPreviousCPP"},
    {"8730", fires, "NumberOfPreviousCPP=-1", "NumberOfPreviousCPP"},
    {"8730", fires, "NumberOfPreviousCPP=none", "NumberOfPreviousCPP"},

    {"8840", silent, "ChildProtectionPlans/CPPendDate=2025-07-11"},
    {"8840", fires, "ChildProtectionPlans/CPPendDate=2025-07-10", "CPPendDate CPPstartDate"},
    {"8840", silent, "-CPPstartDate"},

    {"8841", silent, "CPPreviewDate=2025-07-11"},
    {"8841", fires, "CPPreviewDate=2025-07-10", "CPPreviewDate CPPstartDate"},
    {"8841", fires, "CPPreviewDate=2025-07-09"},
    {"8841", fires, "+Reviews:<CPPreviewDate>2025-07-10</CPPreviewDate>"},
    {"8841", fires, "+ChildProtectionPlans:<Reviews><CPPreviewDate>2025-07-10</CPPreviewDate></Reviews>"},
    {"8841", silent, "-CPPstartDate; CPPreviewDate=2025-07-10"},

    {"8842Q", silent, ""},
    {"8842Q", silent, "-Reviews"},
    {"8842Q", fires, "-CPPreviewDate", "CPPreviewDate"},
    {"8842Q", fires, "CPPreviewDate=", "CPPreviewDate"},
    {"8842Q", fires, "+ChildProtectionPlans:<Reviews/>", "CPPreviewDate"},
    {"8842Q", silent, "+Reviews:<CPPreviewDate/>"},

    {"8905", silent, "InitialCategoryOfAbuse=MUL"},
    {"8905", fires, "InitialCategoryOfAbuse=XXX", "InitialCategoryOfAbuse"},
    {"8905", fires, "-InitialCategoryOfAbuse", "InitialCategoryOfAbuse"},

    {"8910", silent, "LatestCategoryOfAbuse=SAB"},
    {"8910", fires, "LatestCategoryOfAbuse=neg", "LatestCategoryOfAbuse"},
    {"8910", fires, "-LatestCategoryOfAbuse", "LatestCategoryOfAbuse"},

    {"8915", silent, "ChildIdentifiers/PersonDeathDate=2025-07-10"},
    {"8915", fires, "ChildIdentifiers/PersonDeathDate=2025-07-09", "CPPstartDate PersonDeathDate"},

    {"8920", silent, "ChildIdentifiers/PersonDeathDate=2025-12-01; ChildProtectionPlans/CPPendDate=2025-12-01"},
    {"8920", fires, "ChildIdentifiers/PersonDeathDate=2025-12-01; ChildProtectionPlans/CPPendDate=2025-12-02",
     "CPPendDate PersonDeathDate"},

    {"8925", silent, "ChildProtectionPlans/CPPendDate=2025-07-10"},
    {"8925", fires, "ChildProtectionPlans/CPPendDate=2025-07-09", "CPPendDate CPPstartDate"},

    {"8930", silent, "ChildProtectionPlans/CPPendDate=2026-03-31"},
    {"8930", fires, "ChildProtectionPlans/CPPendDate=2026-04-01", "CPPendDate"},
    {"8930", fires, "ChildProtectionPlans/CPPendDate=2025-03-31", "CPPendDate"},
    {"8930", silent, ""},

    {"8935", silent, ""},
    {"8935", fires, "*ChildProtectionPlans", "CPPendDate"},
    {"8935", fires, "*CINdetails", "CPPendDate"},
    {"8935", silent, SECOND("2025-12-01", "2026-01-05")},

    {"8940", silent, ""},
    {"8940", fires, "*ChildProtectionPlans", "CPPendDate CPPstartDate"},
    {"8940", fires, "ChildProtectionPlans/CPPendDate=2025-12-01; " SECOND("2025-12-01", "")},
    {"8940", silent, "ChildProtectionPlans/CPPendDate=2025-12-01; " SECOND("2025-12-02", "")},
    {"8940", fires, SECOND("2026-03-31", "")},
    {"8940", silent, SECOND("2026-04-01", "")},
    {"8940", fires, "*CINdetails"},
    {"8940", silent, "*ChildProtectionPlans; -ReferenceDate"},
});
