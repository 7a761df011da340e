// The editions of the guidance, and the provisions of the 2026 Act that are passed but, as far as is known here, not
// commenced: readable and inert until somebody enters the date.
#include "rulebook/checks.h"
#include "rulebook/england/tables.h"

namespace kith::rulebook::tables {

using namespace core;
using namespace std::chrono_literals;

static constexpr std::string_view act_2026 = "Children's Wellbeing and Schools Act 2026";

static constexpr Edition table[] = {
    {.id = "wt-2013",
     .title = "Working Together to Safeguard Children 2013",
     .in_force = {.from = 2013y / 4 / 15, .until = 2015y / 3 / 26},
     .source = {working_together, "2013", Evidence::known, NewestEdition::has_none},
     .says = "One assessment within 45 working days took the place of initial and core assessments."},
    {.id = "wt-2015",
     .title = "Working Together to Safeguard Children 2015",
     .in_force = {.from = 2015y / 3 / 26, .until = 2018y / 7 / 4},
     .source = {working_together, "2015", Evidence::known, NewestEdition::has_none},
     .says = "Notifiable incidents and allegations were reworded; the timescales stayed."},
    {.id = "wt-2018",
     .title = "Working Together to Safeguard Children 2018",
     .in_force = {.from = 2018y / 7 / 4, .until = 2023y / 12 / 15},
     .source = {working_together, "2018", Evidence::known, NewestEdition::has_none},
     .says = "Safeguarding partners took the place of local safeguarding children boards."},
    {.id = "wt-2023",
     .title = "Working Together to Safeguard Children 2023",
     .in_force = {.from = 2023y / 12 / 15, .until = 2026y / 3 / 19},
     .source = {working_together, "2023", Evidence::read, NewestEdition::has_none},
     .says = "A lead practitioner other than a social worker may hold work under section 17; section 47 and child "
             "protection stay with a social worker."},
    {.id = "wt-2026",
     .title = "Working Together to Safeguard Children 2026",
     .in_force = {.from = 2026y / 3 / 19},
     .source = {working_together, "2026; its day in March is inferred", Evidence::open},
     .says =
         "Family help joins targeted early help and section 17 in one offer. Whether any number of days changed has "
         "not been checked: have a person read it against these rows."},
    {.id = "cwsa-2026-1",
     .kind = EditionKind::provision,
     .title = "Family group decision-making before court",
     .in_force = InForce::not_yet(),
     .source = {act_2026, "section 1", Evidence::read, NewestEdition::has_none},
     .says = "Parents are offered a family group decision-making meeting before an application for a care order."},
    {.id = "cwsa-2026-3",
     .kind = EditionKind::provision,
     .title = "Multi-agency child protection teams",
     .in_force = InForce::not_yet(),
     .source = {act_2026, "section 3", Evidence::read, NewestEdition::has_none},
     .says = "Safeguarding partners set up at least one multi-agency team that supports section 47 enquiries."},
    {.id = "cwsa-2026-4",
     .kind = EditionKind::provision,
     .title = "Sharing information and one consistent identifier",
     .in_force = InForce::not_yet(),
     .source = {act_2026, "section 4", Evidence::read, NewestEdition::has_none},
     .says = "Listed bodies share what bears on a child's welfare, and use one identifier once it is named."},
};

static_assert(checks::guidance_follows_without_gap(table));

std::span<const Edition> editions() {
    return table;
}

}  // namespace kith::rulebook::tables
