// A child protection conference: booked, chaired, invited to, held, decided for each child and signed off, on one page
// that shows what the next step needs; and the form of the decision for one child.
#pragma once

#include <string>
#include <vector>

#include "actions/conference.h"
#include "web/protection/fields.h"
#include "web/returns/census_box.h"
#include "web/routes/route.h"

namespace kith::web {

struct BookConferencePage : SingleForm {
    std::string kind;  ///< what the conference will be for this child
    std::string due;   ///< the last day; empty: none is owed
    std::vector<Choice> others;
};

struct ConferencePage : RecordPage {
    actions::ConferenceView view;
    std::vector<SummaryRow> facts;
    std::vector<std::string> questions;
    std::vector<std::string> before_inviting;
    struct Child {
        std::string name;
        std::string href;
        std::string kind;
        std::string due;
        std::string decision;
        std::string decide_href;  ///< empty: not now, or not by this person
        std::string plan_href;
        std::vector<SummaryRow> rows;
    };
    std::vector<Child> children;
    struct Person {
        std::string row;
        std::string name;
        std::string about;
        std::string came;
        std::string said;
        std::string left_out;
    };
    std::vector<Person> people;
    struct Report {
        std::string row;
        std::string asked_of;
        std::string state;
        std::string note;  ///< a report without strengths
        bool received = false;
    };
    std::vector<Report> reports;
    Table shared;
    std::vector<SelectItem> chairs;
    std::vector<SelectItem> adults;
    std::vector<SelectItem> received_reports;
    std::vector<SummaryRow> minutes;        ///< as written; empty: nothing yet
    std::vector<SelectItem> minutes_alone;  ///< the fields of what is about one child alone; empty: it is about one
    std::string minutes_version;
    std::string people_version;  ///< marks of the parts that their forms were filled from
    std::string attendance_version;
    Action back;
    bool may_minute = false;
    bool may_send_minutes = false;
    std::vector<Action> letters;  ///< to print for the family
    CensusBox census;
    bool may_arrange = false;
    bool is_chair = false;
    bool decides_on_chairs = false;

    bool called() const { return view.record.conference.state == core::ConferenceState::called; }
    bool held() const { return view.record.conference.state == core::ConferenceState::held; }
    bool decided() const { return view.record.conference.state == core::ConferenceState::decided; }
    bool arranges() const { return called() && may_arrange; }
    /// What was not shared before the conference is shared, or said why not, after it.
    bool settles_reports() const { return may_arrange && (called() || view.reports_owed); }
    bool records_people() const { return (called() || held()) && puts_off(); }
    bool puts_off() const { return may_arrange || is_chair; }
};

struct DecideChildPage : SingleForm {
    std::string kind;
    bool first = true;
    std::vector<Choice> decisions;
    std::vector<Choice> core_group;
    std::vector<SelectItem> workers;
    std::string core_group_by;
    std::string review_by;
};

/// What comes next, what is on the page, and which of its forms stand open: `came_back` is the one that was refused.
/// After everything else of the page.
void guide(ConferencePage& page, const http::Form& came_back, Date today);

/// The minutes as written, and which of their forms this person may use: after `may_arrange`.
void fill_minutes(ConferencePage& page);

std::string address_of(core::ConferenceId id);

/// The page of a conference: 200, or 422 with the one of its forms that came back.
Result<http::Response> conference_page(Visit& visit, FormState form, int status);

RouteTable conference_routes();  ///< all of them: the page's own forms and the two below
RouteTable conference_booking_routes();
RouteTable conference_decision_routes();

}  // namespace kith::web
