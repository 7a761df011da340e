// Pre-proceedings of a child: what was considered, the letter, the meetings, and how they end.
#pragma once

#include <string>
#include <vector>

#include "actions/pre_proceedings.h"
#include "web/components/choices.h"
#include "web/components/record.h"
#include "web/returns/census_box.h"
#include "web/routes/route.h"
#include "web/step_form.h"
#include "web/telling/telling_pages.h"
#include "web/work/work_pages.h"

namespace kith::web {

struct PreProceedingsPage {
    Layout layout;
    CensusBox census;
    std::string child;
    std::string child_href;
    std::string address;
    std::vector<DutyLine> duties;
    std::vector<SummaryRow> decision;
    std::vector<SummaryRow> letter;  ///< empty: none was recorded
    std::string letters;             ///< where it is printed for each parent
    std::vector<actions::TellingLine> tellings;
    std::vector<SummaryRow> end;  ///< empty: they go on
    struct Meeting {
        std::string title;
        std::vector<SummaryRow> rows;
    };
    std::vector<Meeting> meetings;
    std::vector<Action> steps;  ///< what this person may do now
};

// Its forms, each on a page of its own.
struct StartPreProceedingsPage : SingleForm {};
struct LetterBeforeProceedingsPage : SingleForm {};
struct PreProceedingsMeetingPage : SingleForm {};
struct FamilyMeetingPage : SingleForm {};
struct EndPreProceedingsPage : SingleForm {
    bool letter_sent = true;
    std::vector<Choice> ends;
};
struct CourtStepsPage : SingleForm {};

RouteTable pre_proceedings_routes();

}  // namespace kith::web
