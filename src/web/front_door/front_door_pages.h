// The front door: the list of contacts that wait, and one contact with the search for its children and the decision.
#pragma once

#include <string>
#include <vector>

#include "actions/front_door.h"
#include "actions/people.h"
#include "web/components/choices.h"
#include "web/components/record.h"
#include "web/form_state.h"
#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct FrontDoorPage {
    Layout layout;
    struct Line {
        std::string href;
        std::string reference;
        std::string children;
        std::string from;
        std::string received;
        ContextualDate decide_by;
        bool danger = false;
        std::string taken_by;
    };
    struct Lines {
        std::string caption;
        std::vector<Line> lines;
    };
    std::vector<Line> urgent;  ///< danger, and nobody has taken it
    std::vector<Line> waiting;
    bool may_record = false;
};

struct ContactPage {
    Layout layout;
    std::string token;
    actions::ContactRecord record;
    std::string address;            ///< of this page
    std::vector<SummaryRow> times;  ///< received, accepted, decided: kept apart, and which one starts the timescale
    std::vector<SummaryRow> reporter;
    ContextualDate decide_by;
    FormState form;
    bool may_decide = false;
    bool taken_by_me = false;
    bool may_mark_read = false;
    bool any_open = false;
    std::string decision_says;
    std::vector<Action> next;  ///< once decided: the steps that are owed now for the children, by form
    struct OwedAnswer {
        ContextualDate due;
        std::string what;
    };
    std::vector<OwedAnswer> owed_to_reporter;  ///< what they are to be told until when, soonest first
    struct Answer {
        std::string what;
        std::string how;
        std::string who;   ///< was told; empty: not said
        std::string said;  ///< to them; or why nobody could be told
        std::string href;
    };
    std::vector<Answer> answers;
    std::vector<Action> may_tell;  ///< what this reporter can still be told

    const core::Contact& contact() const { return record.contact; }
    bool undecided() const;
};

// What the template asks for besides.
std::vector<SummaryRow> reported_rows(const actions::ContactRecord::Child& child);
std::vector<SummaryRow> decision_rows(const ContactPage& page);
std::string told_reporter_hint(const core::Contact& contact);

/// The compulsory search: who is this child?
struct IdentifyChildPage {
    Layout layout;
    std::string token;
    std::string action;
    std::string back;
    std::string reported;
    std::string typed;
    bool anybody_found = false;
    std::vector<Choice> choices;  ///< those found, likeliest first; and somebody new
    FormState form;
};

RouteTable front_door_routes();

/// A due date with what it means today.
ContextualDate contextual(Date due, Date today, const WorkingDays& days);

}  // namespace kith::web
