#include "actions/census.h"

#include "actions/child_histories.h"

namespace kith::actions {

namespace cin = returns::cin;

void each_census_child(store::Reader& reader, const cin::CensusYear& year, const WorkingDays& calendar,
                       FunctionRef<void(const cin::Child&)> child, FunctionRef<void(const cin::LeftOut&)> left_out) {
    each_child_history(reader, [&](const core::ChildHistory& history) {
        cin::BuiltChild built = cin::build_child(history, year, calendar);
        for (const cin::LeftOut& each : built.left_out)
            left_out(each);
        if (built.child) child(*built.child);
    });
}

CensusOfChild census_findings(store::Reader& reader, core::PersonId child, int year, const WorkingDays& calendar) {
    CensusOfChild census;
    auto history = child_history(reader, child);
    if (!history) return census;
    cin::CensusYear census_year = cin::census_year(year);
    census.built = cin::build_child(*history, census_year, calendar);
    if (!census.built.child) return census;
    cin::Header header = cin::build_header(census_year, {});
    bool about_the_child = false;  // the header's own findings come first
    cin::Checker checker(header, cin::basis_of(header, {}), [&](cin::Finding&& finding) {
        if (about_the_child) census.findings.push_back(std::move(finding));
    });
    about_the_child = true;
    checker.child(*census.built.child);
    return census;
}

}  // namespace kith::actions
