// How ready the census is today: by rule and by worker, what changed in a week, notes that wait, and the file.
#pragma once

#include <string>
#include <vector>

#include "web/components/record.h"
#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct ReadinessPage {
    Layout layout;
    std::string year;   ///< "2026-27"
    std::string whose;  ///< "Every team" or the team's name
    std::string provisional;
    std::string counted;  ///< when: "Counted on 5 May 2026 at 2:03pm. …"
    std::string since;    ///< the difference from last week in words
    std::vector<SummaryRow> figures;
    struct RuleLine {
        std::string sentence, rule, href;
        std::size_t open = 0, explained = 0;
        std::string change;  ///< "3 more", "2 fewer", "The same", "New"; empty: nothing to compare with
    };
    std::vector<RuleLine> rules;
    struct WorkerLine {
        std::string name, team, href;
        std::size_t errors = 0, queries = 0;
    };
    std::vector<WorkerLine> workers;
    struct NoteLine {
        std::string child, sentence, written, href;
    };
    std::vector<NoteLine> notes;
    struct WeekLine {
        std::string day;
        int children = 0, open = 0, explained = 0;
    };
    std::vector<WeekLine> weeks;
    std::string file_href;  ///< empty: may not download
    std::string other_year_href, other_year;
    bool may_check_file = false;
};

struct ReadinessChildrenPage {
    Layout layout;
    std::string back;
    std::string rule;  ///< the rule's own text, when it is one rule's
    struct Line {
        std::string href, name, sentence, about, worker;
        bool explained = false;
    };
    std::vector<Line> lines;
    std::size_t not_shown = 0;  ///< of children that this person may not read
    std::size_t more = 0;       ///< beyond the first few hundred
};

RouteTable readiness_routes();

}  // namespace kith::web
