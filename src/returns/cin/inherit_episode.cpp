#include "returns/cin/inherit_episode.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/conference_steps.h"
#include "returns/cin/codes.h"
#include "returns/cin/mapping.h"

namespace kith::returns::cin {

namespace {

using core::RecordKind;
using std::chrono::days;

/// Practice: a child protection conference is held within 15 working days of the strategy discussion.
constexpr int working_days_to_conference = 15;

/// The file has days, the record moments: the middle of the working day.
Instant on(Date day) {
    return from_london(day, std::chrono::hours(12));
}

class Inheriting {
  public:
    Inheriting(const Episode& episode, const InheritFrom& from, core::ChildHistory& into, Misread& misread)
        : episode_(episode), from_(from), into_(into), misread_(misread) {}
    void inherit();

  private:
    void referral();
    void closure();
    void assessment(const Assessment& row);
    std::vector<std::string> factors(const Assessment& row);
    void need_plan(const CinPlan& row);
    void enquiry(const Section47Enquiry& row);
    void transfer_conference();
    void protection_plan(const ProtectionPlan& row);
    void categories(const ProtectionPlan& row, core::ProtectionPlanOfChild& plan);
    core::AbuseCategory category(const TextField& field, const TextField& other);
    void reviews(const ProtectionPlan& row, core::ProtectionPlan& plan);
    void pre_proceedings(const PreProceedings& row);
    void family_meeting(const PreProceedings& row, core::PreProceedings& made);
    void first_meeting(const PreProceedings& row, core::PreProceedingsOfChild& made);
    void end_of_pre_proceedings(const PreProceedings& row, core::PreProceedings& made);
    core::ConferenceOfChild& conference(core::ConferenceKind kind, Date day, Line line);

    bool has_work() const;
    core::PersonId child() const { return into_.child.id; }
    core::Inherited& mark(const RawId& record, RecordKind about, Line line, std::string not_known) {
        return into_.inherited.emplace_back(core::Inherited{
            record, child(), about, from_.file, static_cast<int>(line), std::move(not_known), {}, from_.now});
    }
    std::string words() const { return core::in_words(into_.inherited.back()); }
    template <class IdType>
    IdType id() {
        return IdType(from_.ids());
    }

    const Episode& episode_;
    const InheritFrom& from_;
    core::ChildHistory& into_;
    Misread& misread_;
    core::Referral referral_;
};

void Inheriting::inherit() {
    if (!episode_.referral.given()) {
        misread_(episode_, "An episode without a date of referral. Not brought over.");
        return;
    }
    referral();
    closure();
    into_.referrals.push_back(referral_);
    for (const Assessment& each : episode_.assessments)
        assessment(each);
    for (const CinPlan& each : episode_.cin_plans)
        need_plan(each);
    for (const Section47Enquiry& each : episode_.enquiries)
        enquiry(each);
    transfer_conference();
    for (const ProtectionPlan& each : episode_.protection_plans)
        protection_plan(each);
    for (const PreProceedings& each : episode_.pre_proceedings)
        pre_proceedings(each);
}

// ---- Referral and closure -------------------------------------------------------------------------------------------

bool Inheriting::has_work() const {
    return !episode_.assessments.empty() || !episode_.cin_plans.empty() || !episode_.enquiries.empty() ||
           !episode_.protection_plans.empty() || !episode_.pre_proceedings.empty() || episode_.conference.given();
}

void Inheriting::referral() {
    Date day = *episode_.referral.value;
    referral_.id = id<core::ReferralId>();
    referral_.child = child();
    referral_.received_at = referral_.accepted_at = on(day);
    referral_.recorded_at = from_.now;
    referral_.state = core::ReferralState::open;
    auto source = referral_source_of(episode_.referral_source.text);
    if (!source) misread_(episode_.referral_source, "No source of the list. Kept as not known.");
    referral_.source = source.value_or(core::ReferralSource::not_known);
    auto need = primary_need_of(episode_.primary_need.text);
    if (episode_.primary_need.given() && !need) misread_(episode_.primary_need, "No need of the list. Left blank.");
    referral_.need = need.value_or(core::PrimaryNeed::not_stated);
    mark(referral_.id, RecordKind::referral, episode_.line, "Reasons");
    referral_.reason = words();
    const TruthField& no_action = episode_.no_further_action;
    if (!no_action.given() && !no_action.malformed())
        misread_(no_action, "Not said. Brought over as a referral that was taken further.");
    if (!no_action.is_true()) return;
    if (has_work()) {
        misread_(no_action, "No further action, and work followed. Brought over as a referral that was taken further.");
        return;
    }
    referral_.decision = core::ReferralDecision::no_further_action;
    referral_.state = core::ReferralState::closed;
    referral_.closed_on = day;
}

void Inheriting::closure() {
    if (!episode_.closure.given()) {
        if (episode_.reason_for_closure.given())
            misread_(episode_.reason_for_closure, "A reason without a date of closure. Left out.");
        return;
    }
    referral_.state = core::ReferralState::closed;
    referral_.closed_on = episode_.closure;
    auto reason = closure_reason_of(episode_.reason_for_closure.text);
    if (!reason) {
        misread_(episode_.reason_for_closure, "No reason of the list. Closed on that day, without a reason.");
        return;
    }
    core::Closure& row = into_.closures.emplace_back();
    row.id = id<core::ClosureId>();
    row.child = child();
    row.referral = referral_.id;
    row.reason = *reason;
    row.closes_on = *episode_.closure.value;
    row.proposed_at = on(row.closes_on);
    row.state = core::ClosureState::authorised;
    row.why = referral_.reason;
}

// ---- Assessments and child in need plans ----------------------------------------------------------------------------

std::vector<std::string> Inheriting::factors(const Assessment& row) {
    std::vector<std::string> known;
    for (const TextField& field : row.factors) {
        if (!is_factor(field.text))
            misread_(field, "No factor of the list. Left out.");
        else if (std::ranges::find(known, field.text) != known.end())
            misread_(field, "Stands there twice. Kept once.");
        else
            known.push_back(field.text);
    }
    return known;
}

void Inheriting::assessment(const Assessment& row) {
    if (!row.start.given()) {
        misread_(row, "An assessment without a start. Not brought over.");
        return;
    }
    core::AssessmentOfChild made;
    made.assessment.id = id<core::AssessmentId>();
    made.assessment.started_on = *row.start.value;
    made.assessment.recorded_at = from_.now;
    made.assessment.review_point = row.internal_review.value.value_or(*row.start.value);
    if (row.internal_review.given() && *row.internal_review.value <= from_.last)
        made.assessment.reviewed_on = row.internal_review;
    if (row.authorisation.given()) {
        made.assessment.state = core::AssessmentState::authorised;
        made.assessment.signed_off_at = on(*row.authorisation.value);
    }
    mark(made.assessment.id, RecordKind::assessment, row.line, "What was found and the reasons");
    made.assessment.purpose = words();
    made.part.id = id<core::AssessmentChildId>();
    made.part.assessment = made.assessment.id;
    made.part.child = child();
    made.part.referral = referral_.id;
    made.part.counts_from = *episode_.referral.value;
    made.part.factors = factors(row);
    into_.assessments.push_back(std::move(made));
}

void Inheriting::need_plan(const CinPlan& row) {
    if (!row.start.given()) {
        misread_(row, "A child in need plan without a start. Not brought over.");
        return;
    }
    core::NeedPlan& plan = into_.need_plans.emplace_back();
    plan.id = id<core::NeedPlanId>();
    plan.child = child();
    plan.referral = referral_.id;
    plan.decided_on = *row.start.value;
    plan.met_on = row.start;
    plan.ended_on = row.end;
    plan.state = row.end.given() ? core::NeedPlanState::ended : core::NeedPlanState::active;
    mark(plan.id, RecordKind::child_in_need_plan, row.line, "What was agreed and the reasons");
    plan.worries = words();
}

// ---- Section 47 enquiries and conferences ---------------------------------------------------------------------------

core::ConferenceOfChild& Inheriting::conference(core::ConferenceKind kind, Date day, Line line) {
    core::ConferenceOfChild& made = into_.conferences.emplace_back();
    made.conference.id = id<core::ConferenceId>();
    made.conference.state = core::ConferenceState::decided;
    made.conference.starts_at = on(day);
    made.part.id = id<decltype(core::ConferenceChild::id)>();
    made.part.conference = made.conference.id;
    made.part.child = child();
    made.part.kind = kind;
    made.part.due = day;
    mark(made.conference.id, RecordKind::conference, line, "Who came, what was decided and the reasons");
    made.conference.minutes = made.part.child_view_missing = words();
    return made;
}

void Inheriting::enquiry(const Section47Enquiry& row) {
    if (!row.start.given()) {
        misread_(row, "A section 47 enquiry without a start. Not brought over.");
        return;
    }
    core::Section47Enquiry& made = into_.enquiries.emplace_back();
    made.id = id<core::Section47EnquiryId>();
    made.child = child();
    made.started_on = *row.start.value;
    made.discussed_on = row.start;
    mark(made.id, RecordKind::section47_enquiry, row.line, "What was found, the outcome and the reasons");
    made.analysis = words();
    Date due = from_.calendar.due(made.started_on, working_days_to_conference);
    if (row.conference_target.given() && *row.conference_target.value != due)
        misread_(row.conference_target, fmt::format("Reckoned here from the start: {}.", iso(due)));
    if (row.conference.given()) {
        made.state = core::EnquiryState::ended;
        made.leads_to = core::AfterEnquiry::initial_conference;
        if (row.conference_not_required.is_true())
            misread_(row.conference_not_required, "Beside the day of a conference. The conference was kept.");
        core::ConferenceOfChild& held =
            conference(core::ConferenceKind::initial, *row.conference.value, row.conference.line);
        held.part.enquiry = made.id;
        held.part.due = due;
    } else if (row.conference_not_required.is_true()) {
        made.state = core::EnquiryState::ended;
    } else if (episode_.closure.given()) {
        misread_(row, "The episode is closed, and this enquiry has no end. Brought over as open.");
    }
}

/// A conference of no enquiry: the child came from another authority.
void Inheriting::transfer_conference() {
    if (episode_.conference.given())
        conference(core::ConferenceKind::transfer_in, *episode_.conference.value, episode_.conference.line);
}

// ---- Child protection plans -----------------------------------------------------------------------------------------

core::AbuseCategory Inheriting::category(const TextField& field, const TextField& other) {
    if (auto known = abuse_category_of(field.text)) return *known;
    auto instead = abuse_category_of(other.text);
    auto kept = instead.value_or(core::AbuseCategory::neglect);
    misread_(field, fmt::format("A plan has exactly one category here. {} stands in for it: it is to be corrected at "
                                "the next review.",
                                core::says(kept)));
    return kept;
}

void Inheriting::categories(const ProtectionPlan& row, core::ProtectionPlanOfChild& made) {
    core::ProtectionPlan& plan = made.plan;
    core::AbuseCategory first = category(row.initial_category, row.latest_category);
    plan.category = category(row.latest_category, row.initial_category);
    auto add = [&](core::AbuseCategory word, Date day, std::string why) {
        made.categories.push_back({id<decltype(core::PlanCategory::id)>(), plan.id, word, day, {}, std::move(why)});
    };
    add(first, plan.started_on, words());
    if (first == plan.category) return;
    Date known = std::min(plan.reviewed_on > plan.started_on ? plan.reviewed_on : from_.last,
                          plan.ended_on.value_or(from_.last));
    add(plan.category, std::max(known, plan.started_on + days(1)), "The day of the change is not known. " + words());
}

void Inheriting::reviews(const ProtectionPlan& row, core::ProtectionPlan& plan) {
    for (const Reviews& each : row.reviews)
        for (const DateField& day : each.dates) {
            if (!day.given()) continue;
            core::ConferenceOfChild& held = conference(core::ConferenceKind::review, *day.value, day.line);
            held.part.plan = plan.id;
            if (*day.value <= plan.reviewed_on) continue;
            plan.reviewed_on = *day.value;
            plan.last_review = held.conference.id;
        }
}

void Inheriting::protection_plan(const ProtectionPlan& row) {
    if (!row.start.given()) {
        misread_(row, "A child protection plan without a start. Not brought over.");
        return;
    }
    core::ProtectionPlanOfChild made;
    core::ProtectionPlan& plan = made.plan;
    plan.id = id<core::ProtectionPlanId>();
    plan.child = child();
    plan.started_on = plan.reviewed_on = *row.start.value;
    plan.ended_on = row.end;
    for (core::ConferenceOfChild& each : into_.conferences)
        if (core::day_of(each) == plan.started_on && core::is_first(each.part.kind)) {
            plan.conference = each.conference.id;
            each.part.plan = plan.id;
        }
    reviews(row, plan);
    plan.review_by = plan.review_booked = plan.reviewed_on;
    mark(plan.id, RecordKind::child_protection_plan, row.line, "What must change and the reasons").plans_before =
        row.previous_plans.value;
    plan.child_view_missing = words();
    if (plan.ended_on) plan.end_why = words();
    categories(row, made);
    into_.protection_plans.push_back(std::move(made));
}

// ---- Pre-proceedings ------------------------------------------------------------------------------------------------

/// Whether the family met is known, and never on which day or what came of it.
void Inheriting::family_meeting(const PreProceedings& row, core::PreProceedings& made) {
    if (row.meeting_offered.given())
        made.meeting_offered = row.meeting_offered.is_true() ? core::Answer::yes : core::Answer::no;
    if (row.meeting_facilitated.is_true()) made.family_meeting = core::FamilyMeeting::held;
    made.family_meeting_words = words();
}

void Inheriting::first_meeting(const PreProceedings& row, core::PreProceedingsOfChild& made) {
    if (!row.first_meeting.given()) return;
    core::PreProceedingsMeeting& held = made.meetings.emplace_back();
    held.id = id<decltype(held.id)>();
    held.pre_proceedings = made.pre_proceedings.id;
    held.child = child();
    held.held_on = *row.first_meeting.value;
    held.parents_view = held.agreed = words();
}

/// An application to the court says how they ended; PPOutcome does not, for what its letters mean is not established.
void Inheriting::end_of_pre_proceedings(const PreProceedings& row, core::PreProceedings& made) {
    if (row.outcome.given()) misread_(row.outcome, "What this letter means is not established. Left blank.");
    made.applied_on = row.court_application;
    made.court_letter_on = row.initiating_letter;
    made.ended_on = row.step_decision;
    if (made.applied_on) made.end = core::PreProceedingsEnd::care_proceedings;
    if (made.applied_on && !made.ended_on) {
        made.ended_on = made.applied_on;
        misread_(row.step_decision, "Not said. The day of the application to the court stands in for it.");
    }
    if (!made.ended_on) {
        if (made.court_letter_on)
            misread_(row.initiating_letter, "Beside neither a decision nor an application. Kept.");
        return;
    }
    made.state = core::PreProceedingsState::ended;
    made.ended_why = words();
}

void Inheriting::pre_proceedings(const PreProceedings& row) {
    if (!row.start.given()) {
        misread_(row, "Pre-proceedings without the day of the decision to start. Not brought over.");
        return;
    }
    core::PreProceedingsOfChild made;
    core::PreProceedings& of = made.pre_proceedings;
    of.id = id<core::PreProceedingsId>();
    of.child = child();
    of.decided_on = *row.start.value;
    mark(of.id, RecordKind::pre_proceedings, row.line, "What the worries were and the reasons").review_meetings =
        row.review_meetings.value;
    of.worries = of.alternatives = of.legal_advice = words();
    of.letter_sent_on = row.letter_before_proceedings;
    if (of.letter_sent_on) {
        of.state = core::PreProceedingsState::active;
        of.concerns = of.help_given = of.must_change = of.lawyers = words();
    }
    family_meeting(row, of);
    first_meeting(row, made);
    end_of_pre_proceedings(row, of);
    into_.pre_proceedings.push_back(std::move(made));
}

}  // namespace

void inherit_episode(const Episode& episode, const InheritFrom& from, core::ChildHistory& into, Misread& misread) {
    Inheriting(episode, from, into, misread).inherit();
}

}  // namespace kith::returns::cin
