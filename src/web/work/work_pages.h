// My work and the team's: open duties, soonest first.
#pragma once

#include <string>
#include <vector>

#include "actions/my_work.h"
#include "actions/waiting.h"
#include "web/components/record.h"
#include "web/draft/draft_pages.h"
#include "web/layout/layout.h"
#include "web/returns/census_box.h"
#include "web/routes/route.h"

namespace kith::web {

struct DutyLine {
    ContextualDate due;
    std::string what;  ///< "Decide what happens with the contact"
    std::string about;
    std::string href;       ///< its record
    std::string rule_href;  ///< the rule it comes from
    std::string owner;
    std::string note;  ///< which facts are missing
    struct Each {
        std::string about;
        std::string href;
    };
    std::vector<Each> each{};  ///< where it is for brothers and sisters together: every one of them
};

/// Something to look at that has no date: a link, and a sentence.
struct WaitingLine {
    std::string what;
    std::string href;
    std::string note;
};

struct MyWorkPage {
    Layout layout;
    std::string quietly;                      ///< what was just recorded and is no success to anybody
    std::vector<WaitingLine> to_decide;       ///< put to me, a manager
    std::vector<WaitingLine> given_back;      ///< by a manager, to me
    std::vector<WaitingLine> without_worker;  ///< children of my team, to give to somebody
    std::vector<UnsentForm> unsent;
    std::vector<DutyLine> mine;
    std::vector<DutyLine> unowned;
    std::vector<CensusAsked> asked;
    struct Unread {
        std::string href;
        std::string children;
        std::string reference;
        std::string received;
    };
    std::vector<Unread> unread;
    struct Child {
        std::string href;
        std::string name;
        std::string age;
    };
    std::vector<Child> children;
    struct Conference {
        std::string href;
        std::string when;
        std::string children;
        std::string now;
    };
    bool leads = false;  ///< conferences
    std::vector<Conference> conferences;
};

struct TeamWorkPage {
    Layout layout;
    std::vector<WaitingLine> without_worker;
    std::vector<DutyLine> lines;
};

/// A table of duties; shared by My work, the team's list and the child page.
struct DutyTable {
    std::string caption;
    std::vector<DutyLine> lines;
    bool shows_about = true;
    bool shows_owner = false;
    std::string empty;
};
SafeHtml duty_table(const DutyTable& options);
/// The columns that it shows.
std::vector<SafeHtml> heads_of(const DutyTable& options);

/// A list of such things under a heading; nothing where there are none.
struct WaitingList {
    std::string heading;
    std::vector<WaitingLine> lines;
};
SafeHtml waiting_list(const WaitingList& options);

/// The page of a record.
std::string record_href(core::RecordKind kind, const RawId& record, core::PersonId child);
/// Where a duty is met: its form, where this role may open it; otherwise the record that it is about.
std::string duty_href(const core::OpenDuty& duty, core::Role role);
DutyLine duty_line(const actions::WorkLine& line, const Visit& visit);

RouteTable work_routes();

}  // namespace kith::web
