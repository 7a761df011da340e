// The people who work there, their teams, and the extract itself.
#include <algorithm>

#include "returns/ssd/rows.h"

namespace kith::returns::ssd {

using std::chrono::September, std::chrono::July;

Date caseload_day(Date run_on) {
    std::chrono::year year = std::chrono::year_month_day(run_on).year();
    Date day = year / September / 30;
    return day < run_on ? day : Date((year - std::chrono::years(1)) / September / 30);
}

void professional_row(const StaffMember& member, Rows rows) {
    static const Table& shape = table("ssd_professionals");
    std::string title(word(member.staff.role));
    std::ranges::replace(title, '_', ' ');
    rows(Row(shape)
             .text("prof_professional_id", to_text(member.staff.id))
             .text("prof_professional_name", member.staff.name)
             .text("prof_professional_job_title", title)
             .whole("prof_professional_caseload", member.caseload)
             .text("prof_professional_department", member.team_name));
}

void department_row(const core::Team& team, Rows rows) {
    static const Table& shape = table("ssd_department");
    rows(Row(shape).text("dept_team_id", to_text(team.id)).text("dept_team_name", team.name));
}

void version_row(const Extract& extract, Rows rows) {
    static const Table& shape = table("ssd_version_log");
    rows(Row(shape)
             .text("version_number", dataset_version)
             .date("release_date", Date(std::chrono::year(2025) / July / 14))
             .text("description", "Standard Safeguarding Dataset, from the record")
             .whole("is_current", 1)
             .date("created_at", extract.run_on)
             .text("created_by", "Kith"));
}

}  // namespace kith::returns::ssd
