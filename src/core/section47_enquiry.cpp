#include "core/section47_enquiry.h"

#include <fmt/format.h>

#include <algorithm>

namespace kith::core {

static bool is_going_on(const Section47Enquiry& enquiry) {
    return enquiry.state == EnquiryState::open || enquiry.state == EnquiryState::with_manager;
}

static Result<void> require_going_on(const Section47Enquiry& enquiry) {
    if (is_going_on(enquiry)) return {};
    return refuse(Because::conflict, "", "This enquiry has ended. New worries start with a new strategy discussion.");
}

static Result<void> check_child(const Person& child, Date on) {
    if (is_verified_adult(child, on))
        return refuse(Because::conflict, "child",
                      fmt::format("{} is 18 or over, so section 47 does not apply. Consider an adult safeguarding "
                                  "enquiry (Care Act 2014, section 42), and ask about other children at risk. If the "
                                  "date of birth is in doubt, record it as estimated first.",
                                  full_name(child)));
    if (child.stage == Stage::pregnancy_ended || child.died_on)
        return refuse(Because::conflict, "child",
                      "This child has died, or the pregnancy has ended, so there is no enquiry to start. "
                      "Ask about other children at risk.");
    return {};
}

static Result<void> check_lead(const StartSection47Enquiry& command) {
    if (command.lead.is_nil() || command.lead_is_registered == Answer::yes) return {};
    return refuse(Because::invalid, "lead",
                  "A section 47 enquiry is led by a registered social worker. Name one, or leave it blank: the enquiry "
                  "starts, and naming the lead goes to the manager's list at once.");
}

Result<Section47Enquiry> start_section47_enquiry(const StartSection47Enquiry& command, const Person& child,
                                                 std::span<const Section47Enquiry> of_the_child, Instant now) {
    Date started_on = london_date(command.at);
    TRY(check_child(child, started_on));
    TRY(check_lead(command));
    if (command.at > now) return refuse(Because::invalid, "at", "An enquiry cannot start in the future.");
    if (auto open = std::ranges::find_if(of_the_child, is_going_on); open != of_the_child.end())
        return refuse(Because::conflict, "child",
                      fmt::format("An enquiry on this child is open since {}. Record this discussion in that enquiry.",
                                  long_date(open->started_on)));
    bool emergency = command.start != EnquiryStart::strategy_discussion;
    if (!emergency && command.discussion.is_nil())
        return refuse(Because::invalid, "discussion",
                      "Name the strategy discussion that decided on the enquiry. In an emergency, choose police "
                      "protection or emergency protection order: the discussion is then owed.");
    Section47Enquiry enquiry;
    enquiry.id = command.id;
    enquiry.child = child.id;
    enquiry.start = command.start;
    enquiry.started_on = started_on;
    enquiry.discussion = command.discussion;
    if (!command.discussion.is_nil()) enquiry.discussed_on = started_on;
    enquiry.lead = command.lead;
    enquiry.team = command.team;
    return enquiry;
}

bool strategy_discussion_is_owed(const Section47Enquiry& enquiry) {
    return enquiry.discussion.is_nil() && is_going_on(enquiry);
}

Result<Section47Enquiry> record_owed_discussion(Section47Enquiry enquiry, const StrategyDiscussion& discussion) {
    if (!enquiry.discussion.is_nil())
        return refuse(Because::conflict, "discussion", "This enquiry already has its initiating strategy discussion.");
    enquiry.discussion = discussion.id;
    enquiry.discussed_on = london_date(discussion.held_at);
    enquiry.started_on = std::min(enquiry.started_on, *enquiry.discussed_on);
    ++enquiry.version;
    return enquiry;
}

Result<Section47Enquiry> lead_enquiry(Section47Enquiry enquiry, const Staff& lead) {
    TRY(require_going_on(enquiry));
    if (!lead.social_work_qualified)
        return refuse(Because::invalid, "lead",
                      fmt::format("{} is not recorded as a registered social worker. Name one who is, or correct "
                                  "the staff record.",
                                  lead.name));
    enquiry.lead = lead.id;
    ++enquiry.version;
    return enquiry;
}

Result<Section47Enquiry> record_findings(Section47Enquiry enquiry, const EnquiryFindings& findings, Instant now) {
    TRY(require_going_on(enquiry));
    if (findings.seen_on && *findings.seen_on > london_date(now))
        return refuse(Because::invalid, "seen_on", "The date the child was seen cannot be in the future.");
    enquiry.seen_on = findings.seen_on;
    enquiry.seen_alone = findings.seen_alone;
    enquiry.not_seen_why = findings.not_seen_why;
    enquiry.not_seen_alone_why = findings.not_seen_alone_why;
    enquiry.wishes = findings.wishes;
    enquiry.wishes_missing_why = findings.wishes_missing_why;
    enquiry.access_refused = findings.access_refused;
    enquiry.access_refused_done = findings.access_refused_done;
    enquiry.medical = findings.medical;
    enquiry.medical_notes = findings.medical_notes;
    enquiry.analysis = findings.analysis;
    ++enquiry.version;
    return enquiry;
}

Result<EnquiryStep> record_step(const Section47Enquiry& enquiry, EnquiryStep step, const Actor& actor, Instant now) {
    TRY(require_going_on(enquiry));
    if (step.happened_at > now)
        return refuse(Because::invalid, "happened_at",
                      "Record what has happened. A plan for later goes into your list.");
    step.enquiry = enquiry.id;
    if (step.by.is_nil()) step.by = actor.id;
    return step;
}

Result<Section47Enquiry> propose_outcome(Section47Enquiry enquiry, const ProposeOutcome& command, const Actor& actor,
                                         Instant now) {
    TRY(require_going_on(enquiry));
    if (!actor.social_work_qualified)
        return refuse(Because::forbidden, "outcome",
                      "The outcome is put forward by a registered social worker. Ask the one who leads the enquiry.");
    if (is_blank(command.reasons))
        return refuse(Because::invalid, "reasons", "Give the reasons for this outcome and the facts it rests on.");
    enquiry.outcome = command.outcome;
    enquiry.reasons = command.reasons;
    enquiry.dissent = command.dissent;
    enquiry.proposed_by = actor.id;
    enquiry.proposed_at = now;
    enquiry.returned_why.clear();
    enquiry.state = EnquiryState::with_manager;
    ++enquiry.version;
    return enquiry;
}

static bool has_step(std::span<const EnquiryStep> steps, EnquiryStepKind kind) {
    return std::ranges::any_of(steps, [&](const EnquiryStep& step) { return step.kind == kind; });
}

static void add_missing_child(MissingList& list, const Section47Enquiry& enquiry, const Person& child) {
    if (child.stage == Stage::unborn) return;
    list.fact(enquiry.seen_on || !is_blank(enquiry.not_seen_why), "seen_on",
              "Say when the child was seen, or why the child was not seen.");
    if (enquiry.seen_on)
        list.fact(enquiry.seen_alone == Answer::yes || !is_blank(enquiry.not_seen_alone_why), "seen_alone",
                  "Say that the child was seen alone, or why not.");
    list.either(enquiry.wishes, enquiry.wishes_missing_why, "wishes",
                "Record the child's wishes and feelings, or say why they could not be found out.");
}

std::vector<Missing> missing_from(const Section47Enquiry& enquiry, std::span<const EnquiryStep> steps,
                                  const Person& child) {
    MissingList list;
    list.fact(!enquiry.discussion.is_nil(), "discussion",
              "The strategy discussion is still owed. Hold it and record it.");
    list.fact(!enquiry.lead.is_nil(), "lead", "Name the registered social worker who leads the enquiry.");
    add_missing_child(list, enquiry, child);
    if (enquiry.access_refused == Answer::yes)
        list.text(
            enquiry.access_refused_done, "access_refused_done",
            "Access to the child was refused. Name the order applied for, or say why the child is safe without one.");
    list.fact(has_step(steps, EnquiryStepKind::parent_interview), "steps",
              "Record the conversation with each parent, or an attempt at one and why it failed.");
    list.fact(has_step(steps, EnquiryStepKind::agency_check), "steps",
              "Record what health, school and other agencies said.");
    bool medical_open = enquiry.medical == Medical::asked_for || enquiry.medical == Medical::arranged;
    list.fact(!medical_open, "medical", "Say what became of the medical that was asked for.");
    list.text(enquiry.analysis, "analysis", "Write what the information means for this child.");
    list.fact(enquiry.outcome.has_value(), "outcome", "Choose the outcome for this child.");
    list.text(enquiry.reasons, "reasons", "Give the reasons for the outcome.");
    return list.take();
}

static Result<void> check_endorser(const Section47Enquiry& enquiry, const Actor& actor) {
    if (enquiry.state != EnquiryState::with_manager)
        return refuse(Because::conflict, "", "There is no outcome waiting for a manager on this enquiry.");
    TRY(require_another_person(actor, enquiry.proposed_by));
    TRY(require_another_person(actor, enquiry.lead));
    return {};
}

Result<Section47Enquiry> endorse_outcome(Section47Enquiry enquiry, std::span<const EnquiryStep> steps,
                                         const Person& child, const EndorseOutcome& command, const Actor& actor,
                                         Instant now) {
    TRY(check_endorser(enquiry, actor));
    std::vector<Missing> missing = missing_from(enquiry, steps, child);
    if (is_blank(command.reasons))
        missing.push_back({"endorsement", "Say in a sentence why you agree with this outcome."});
    TRY(refuse_if_any(missing));
    enquiry.endorsed_by = actor.id;
    enquiry.endorsed_at = now;
    enquiry.endorsement = command.reasons;
    enquiry.leads_to = after_enquiry(*enquiry.outcome, command.standing);
    enquiry.state = EnquiryState::ended;
    ++enquiry.version;
    return enquiry;
}

Result<Section47Enquiry> return_outcome(Section47Enquiry enquiry, std::string_view why, const Actor& actor) {
    TRY(check_endorser(enquiry, actor));
    if (is_blank(why))
        return refuse(Because::invalid, "returned_why", "Say what the worker should do before it comes back.");
    enquiry.returned_why = why;
    enquiry.state = EnquiryState::open;
    ++enquiry.version;
    return enquiry;
}

Section47Enquiry stop_enquiry(Section47Enquiry enquiry, std::string_view why) {
    if (!is_going_on(enquiry)) return enquiry;
    enquiry.state = EnquiryState::stopped;
    enquiry.stopped_why = why;
    ++enquiry.version;
    return enquiry;
}

AfterEnquiry after_enquiry(EnquiryOutcome outcome, Standing standing) {
    if (outcome == EnquiryOutcome::not_substantiated) return AfterEnquiry::manager_decides;
    if (standing == Standing::on_protection_plan && outcome == EnquiryOutcome::substantiated_continuing_risk)
        return AfterEnquiry::early_review;
    if (standing == Standing::looked_after && outcome == EnquiryOutcome::substantiated_continuing_risk)
        return AfterEnquiry::early_looked_after_review;
    if (outcome == EnquiryOutcome::substantiated_continuing_risk) return AfterEnquiry::initial_conference;
    return standing == Standing::neither ? AfterEnquiry::child_in_need : AfterEnquiry::manager_decides;
}

std::string_view says(EnquiryStart start) {
    switch (start) {
        case EnquiryStart::strategy_discussion:
            return "Decided in a strategy discussion";
        case EnquiryStart::police_protection:
            return "Police protection";
        case EnquiryStart::emergency_protection_order:
            return "Emergency protection order";
    }
    return "";
}

std::string_view says(EnquiryState state) {
    switch (state) {
        case EnquiryState::open:
            return "Open";
        case EnquiryState::with_manager:
            return "With the manager";
        case EnquiryState::ended:
            return "Ended";
        case EnquiryState::stopped:
            return "Stopped";
    }
    return "";
}

std::string_view says(EnquiryOutcome outcome) {
    switch (outcome) {
        case EnquiryOutcome::not_substantiated:
            return "Concerns not substantiated";
        case EnquiryOutcome::substantiated_no_continuing_risk:
            return "Concerns substantiated, no continuing risk of significant harm";
        case EnquiryOutcome::substantiated_continuing_risk:
            return "Concerns substantiated, continuing risk of significant harm";
    }
    return "";
}

std::string_view says(AfterEnquiry after) {
    switch (after) {
        case AfterEnquiry::manager_decides:
            return "The manager decides what help follows";
        case AfterEnquiry::child_in_need:
            return "Help as a child in need";
        case AfterEnquiry::initial_conference:
            return "Initial child protection conference";
        case AfterEnquiry::early_review:
            return "Early review of the child protection plan";
        case AfterEnquiry::early_looked_after_review:
            return "Early looked-after review";
    }
    return "";
}

std::string_view says(Medical medical) {
    switch (medical) {
        case Medical::not_needed:
            return "Not needed";
        case Medical::asked_for:
            return "Asked for";
        case Medical::arranged:
            return "Arranged";
        case Medical::done:
            return "Done";
        case Medical::declined:
            return "Declined";
    }
    return "";
}

std::string_view says(EnquiryStepKind kind) {
    switch (kind) {
        case EnquiryStepKind::child_seen:
            return "Child seen";
        case EnquiryStepKind::child_interview:
            return "Conversation with the child";
        case EnquiryStepKind::parent_interview:
            return "Conversation with a parent";
        case EnquiryStepKind::other_interview:
            return "Conversation with somebody else";
        case EnquiryStepKind::agency_check:
            return "What an agency said";
        case EnquiryStepKind::home_visit:
            return "Home visit";
        case EnquiryStepKind::medical:
            return "Medical";
        case EnquiryStepKind::other:
            return "Other";
    }
    return "";
}

}  // namespace kith::core
