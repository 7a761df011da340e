#include "returns/cin/rules/examples.h"

using namespace kith::test;

#define WAITING "-Section47/DateOfInitialCPC; "
#define SECOND(start, met) "*Section47; Section47#2/S47ActualStartDate=" start "; Section47#2/DateOfInitialCPC=" met

static const bool added = add_examples({
    {"1104", silent, "Section47/DateOfInitialCPC=2025-05-06"},
    {"1104", fires, "Section47/DateOfInitialCPC=2025-05-05", "CINreferralDate DateOfInitialCPC"},
    {"1104", silent, "+CINdetails:<DateOfInitialCPC>2025-05-05</DateOfInitialCPC>"},

    {"2884", silent, ""},
    {"2884", fires,
     "CINdetails/DateOfInitialCPC=2025-07-10; +CINdetails:<DateOfInitialCPC>2025-07-10</DateOfInitialCPC>",
     "DateOfInitialCPC"},
    {"2884", silent, "+CINdetails:<DateOfInitialCPC>2025-07-11</DateOfInitialCPC>"},
    {"2884", fires, "+CINdetails:<DateOfInitialCPC>2025-07-10</DateOfInitialCPC>", "DateOfInitialCPC"},
    {"2884", fires,
     "*CINdetails; -Section47; -ChildProtectionPlans; +CINdetails#1:<DateOfInitialCPC>2025-07-10</DateOfInitialCPC>"},

    {"2889", silent, "S47ActualStartDate=2025-05-06"},
    {"2889", fires, "S47ActualStartDate=2025-05-05", "CINreferralDate S47ActualStartDate"},

    {"8615", silent, "S47ActualStartDate=2025-07-10"},
    {"8615", fires, "S47ActualStartDate=2025-07-11", "DateOfInitialCPC S47ActualStartDate"},
    {"8615", fires, "-S47ActualStartDate", "DateOfInitialCPC S47ActualStartDate"},
    {"8615", silent, "-S47ActualStartDate; " WAITING},

    {"8675Q", silent, WAITING "S47ActualStartDate=2026-03-10"},
    {"8675Q", fires, WAITING "S47ActualStartDate=2026-03-09", "DateOfInitialCPC ICPCnotRequired S47ActualStartDate"},
    {"8675Q", fires, WAITING "S47ActualStartDate=2026-03-09; ICPCnotRequired=False"},
    {"8675Q", silent, WAITING "S47ActualStartDate=2026-03-09; ICPCnotRequired=1"},
    {"8675Q", silent, WAITING "S47ActualStartDate=2026-03-09; -ICPCnotRequired"},
    {"8675Q", silent, "S47ActualStartDate=2026-03-09"},
    {"8675Q", fires, WAITING "S47ActualStartDate=2027-03-07", "", 2027},
    {"8675Q", silent, WAITING "S47ActualStartDate=2027-03-08", "", 2027},

    {"8715", silent, "Section47/DateOfInitialCPC=2026-03-31"},
    {"8715", fires, "Section47/DateOfInitialCPC=2026-04-01", "DateOfInitialCPC"},
    {"8715", fires, "Section47/DateOfInitialCPC=2025-03-31", "DateOfInitialCPC"},
    {"8715", silent, "+CINdetails:<DateOfInitialCPC>2025-03-31</DateOfInitialCPC>"},

    {"8740", silent, WAITING},
    {"8740", fires, WAITING "S47ActualStartDate=2025-03-31", "DateOfInitialCPC ICPCnotRequired S47ActualStartDate"},
    {"8740", fires, WAITING "S47ActualStartDate=2026-04-01"},
    {"8740", silent, WAITING "S47ActualStartDate=2025-03-31; ICPCnotRequired=true"},
    {"8740", silent, WAITING "S47ActualStartDate=2025-03-31; -ICPCnotRequired"},
    {"8740", silent, WAITING "-S47ActualStartDate"},
    {"8740", silent, "S47ActualStartDate=2025-03-31"},

    {"8839", silent, WAITING},
    {"8839", fires, WAITING "*Section47", "DateOfInitialCPC"},
    {"8839", fires, WAITING "-ICPCnotRequired; *Section47"},
    {"8839", silent, WAITING "*Section47; Section47#2/ICPCnotRequired=1"},
    {"8839", silent, "*Section47"},

    {"8870Q", silent, "InitialCPCtarget=2025-07-11"},
    {"8870Q", fires, "InitialCPCtarget=2025-07-12", "InitialCPCtarget"},
    {"8870Q", fires, "InitialCPCtarget=2025-07-13", "InitialCPCtarget"},
    {"8870Q", silent, "-InitialCPCtarget"},
    {"8870Q", silent, "InitialCPCtarget=2025-12-25"},

    {"8875", silent, "Section47/DateOfInitialCPC=2025-07-11"},
    {"8875", fires, "Section47/DateOfInitialCPC=2025-07-12", "DateOfInitialCPC"},
    {"8875", fires, "Section47/DateOfInitialCPC=2025-07-13", "DateOfInitialCPC"},
    {"8875", silent, "+CINdetails:<DateOfInitialCPC>2025-07-12</DateOfInitialCPC>"},

    {"8890", silent, ""},
    {"8890", fires, "*Section47", "DateOfInitialCPC S47ActualStartDate"},
    {"8890", fires, SECOND("2025-07-10", "2025-08-01")},
    {"8890", silent, SECOND("2025-07-11", "2025-08-01")},
    {"8890", fires, WAITING SECOND("2026-03-31", "")},
    {"8890", silent, WAITING SECOND("2026-04-01", "")},
    {"8890", silent, WAITING "ICPCnotRequired=1; " SECOND("2025-08-01", "")},
    {"8890", fires, WAITING "-ICPCnotRequired; " SECOND("2025-08-01", "")},
});
