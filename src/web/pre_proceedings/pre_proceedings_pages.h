// Pre-proceedings of a child: what was considered, the letter, the meetings, and how they end.
#pragma once

#include <string>
#include <vector>

#include "actions/pre_proceedings.h"
#include "web/components/components.h"
#include "web/form_state.h"
#include "web/layout/layout.h"
#include "web/returns/census_box.h"
#include "web/routes/route.h"
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
    std::vector<SummaryRow> end;     ///< empty: they go on
    struct Meeting {
        std::string title;
        std::vector<SummaryRow> rows;
    };
    std::vector<Meeting> meetings;
    std::vector<Action> steps;  ///< what this person may do now
};

/// One of the forms, on a page of its own.
struct PreProceedingsForm {
    Layout layout;
    std::string token;
    std::string address;
    std::string back;
    std::string child;
    int version = 0;
    FormState form;
    std::vector<ErrorLink> errors;
};
struct StartPreProceedingsPage : PreProceedingsForm {};
struct LetterBeforeProceedingsPage : PreProceedingsForm {};
struct PreProceedingsMeetingPage : PreProceedingsForm {};
struct FamilyMeetingPage : PreProceedingsForm {};
struct EndPreProceedingsPage : PreProceedingsForm {
    bool letter_sent = true;
    std::vector<Choice> ends;
};
struct CourtStepsPage : PreProceedingsForm {};

RouteTable pre_proceedings_routes();

}  // namespace kith::web
