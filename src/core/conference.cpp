#include "core/conference.h"

namespace kith::core {

std::string_view says(ConferenceKind kind) {
    switch (kind) {
        case ConferenceKind::initial:
            return "Initial child protection conference";
        case ConferenceKind::review:
            return "Review child protection conference";
        case ConferenceKind::transfer_in:
            return "Transfer-in child protection conference";
    }
    return "";
}

std::string_view says(ConferenceState state) {
    switch (state) {
        case ConferenceState::called:
            return "Booked";
        case ConferenceState::held:
            return "Held, decisions being recorded";
        case ConferenceState::decided:
            return "Held and decided";
        case ConferenceState::did_not_proceed:
            return "Did not proceed";
        case ConferenceState::cancelled:
            return "Cancelled";
    }
    return "";
}

std::string_view says(ConferenceDecision decision) {
    switch (decision) {
        case ConferenceDecision::plan_made:
            return "A child protection plan";
        case ConferenceDecision::plan_continues:
            return "The child protection plan continues";
        case ConferenceDecision::plan_ended:
            return "The child protection plan ends";
        case ConferenceDecision::child_in_need:
            return "Help as a child in need, no child protection plan";
        case ConferenceDecision::no_plan:
            return "No plan";
    }
    return "";
}

std::string_view says(Attendance attendance) {
    switch (attendance) {
        case Attendance::undecided:
            return "Not decided";
        case Attendance::together:
            return "Everyone in one room";
        case Attendance::separately:
            return "One after the other, not in one room";
        case Attendance::by_link:
            return "One of them by telephone or video";
    }
    return "";
}

std::string_view says(InvitedAs invited_as) {
    switch (invited_as) {
        case InvitedAs::parent_or_carer:
            return "Parent or carer";
        case InvitedAs::child:
            return "Child";
        case InvitedAs::family_member:
            return "Family member";
        case InvitedAs::supporter:
            return "Supporter";
        case InvitedAs::advocate:
            return "Advocate";
        case InvitedAs::interpreter:
            return "Interpreter";
        case InvitedAs::professional:
            return "Professional";
        case InvitedAs::legal_adviser:
            return "Legal adviser";
        case InvitedAs::observer:
            return "Observer";
    }
    return "";
}

std::string_view says(CameToConference came) {
    switch (came) {
        case CameToConference::not_known:
            return "Not known yet";
        case CameToConference::came:
            return "Came";
        case CameToConference::by_link:
            return "Took part by telephone or video";
        case CameToConference::sent_report:
            return "Sent a report";
        case CameToConference::did_not_come:
            return "Did not come";
        case CameToConference::kept_out:
            return "Kept out by the chair";
    }
    return "";
}

}  // namespace kith::core
