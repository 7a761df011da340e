#include "actions/import_duties.h"

#include <algorithm>

#include "actions/step_duties.h"

namespace kith::actions {

using namespace core;

namespace {

class Opened {
  public:
    Opened(Work& work, ChildHistory& history) : work_(work), history_(history) {}
    std::vector<OpenDuty> rows;

    void assessment(AssessmentOfChild& each);
    void need_plan(const NeedPlan& plan);
    void enquiry(const Section47Enquiry& enquiry);
    void protection_plan(ProtectionPlan& plan);
    void pre_proceedings(const PreProceedings& of);
    void name_what_came_overdue();

  private:
    void happened(Event event, RecordKind about, const RawId& record, const When& when);
    void drop(Duty duty, const RawId& record) {
        std::erase_if(rows, [&](const OpenDuty& row) { return row.duty == duty && row.record == record; });
    }
    const OpenDuty* find(Duty duty, const RawId& record) const {
        auto found =
            std::ranges::find_if(rows, [&](const OpenDuty& row) { return row.duty == duty && row.record == record; });
        return found == rows.end() ? nullptr : &*found;
    }

    Work& work_;
    ChildHistory& history_;
};

/// What the event opens; what it would discharge stays.
void Opened::happened(Event event, RecordKind about, const RawId& record, const When& when) {
    for (OpenDuty& row : after(work_, event, subject_of(history_.child, about, record), when))
        if (!row.closed_at) rows.push_back(std::move(row));
}

void Opened::assessment(AssessmentOfChild& each) {
    Assessment& row = each.assessment;
    if (!is_open(row)) return;
    happened(Event::assessment_started, RecordKind::assessment, row.id,
             {row.started_on, {}, {{Duty::complete_assessment, each.part.counts_from}}});
    if (row.reviewed_on)
        drop(Duty::review_assessment, row.id);
    else if (const OpenDuty* review = find(Duty::review_assessment, row.id))
        row.review_point = review->due;
}

void Opened::need_plan(const NeedPlan& plan) {
    if (plan.state == NeedPlanState::active)
        happened(Event::child_in_need_plan_made, RecordKind::child_in_need_plan, plan.id, {*plan.met_on, {}});
}

void Opened::enquiry(const Section47Enquiry& enquiry) {
    if (enquiry.state == EnquiryState::open)
        happened(Event::section47_enquiry_started, RecordKind::section47_enquiry, enquiry.id, {enquiry.started_on, {}});
}

void Opened::protection_plan(ProtectionPlan& plan) {
    if (!is_running(plan)) return;
    const RecordKind about = RecordKind::child_protection_plan;
    happened(Event::child_protection_plan_made, about, plan.id, {plan.started_on, {}});
    Duty next = Duty::hold_first_review_conference;
    if (!plan.last_review.is_nil()) {
        drop(next, plan.id);
        next = Duty::hold_review_conference;
        happened(Event::review_conference_held, about, plan.id, {plan.reviewed_on, {}});
    }
    if (const OpenDuty* review = find(next, plan.id)) plan.review_by = plan.review_booked = review->due;
}

void Opened::pre_proceedings(const PreProceedings& of) {
    if (of.state == PreProceedingsState::started)
        happened(Event::pre_proceedings_started, RecordKind::pre_proceedings, of.id, {of.decided_on, {}});
    if (of.state == PreProceedingsState::active)
        happened(Event::letter_before_proceedings_sent, RecordKind::pre_proceedings, of.id, {*of.letter_sent_on, {}});
}

void Opened::name_what_came_overdue() {
    for (OpenDuty& row : rows)
        for (const Inherited& each : history_.inherited)
            if (each.record == row.record && row.due < work_.today) row.what = came_overdue_in_words(each.source);
}

}  // namespace

std::vector<OpenDuty> inherited_duties(Work& work, ChildHistory& inherited) {
    Opened opened(work, inherited);
    bool is_open = std::ranges::any_of(inherited.referrals,
                                       [](const Referral& each) { return each.state != ReferralState::closed; });
    if (!is_open || inherited.child.died_on || inherited.child.stage == Stage::pregnancy_ended) return {};
    for (AssessmentOfChild& each : inherited.assessments)
        opened.assessment(each);
    for (const NeedPlan& each : inherited.need_plans)
        opened.need_plan(each);
    for (const Section47Enquiry& each : inherited.enquiries)
        opened.enquiry(each);
    for (ProtectionPlanOfChild& each : inherited.protection_plans)
        opened.protection_plan(each.plan);
    for (const PreProceedingsOfChild& each : inherited.pre_proceedings)
        opened.pre_proceedings(each.pre_proceedings);
    opened.name_what_came_overdue();
    return std::move(opened.rows);
}

}  // namespace kith::actions
