// Child in need plans and child protection plans, with the visits under each, and the workers.
#include <algorithm>

#include "core/missing.h"
#include "returns/cin/mapping.h"
#include "returns/ssd/child_rows.h"

namespace kith::returns::ssd {

namespace {

std::optional<bool> yes_or_no(core::Answer answer) {
    if (answer == core::Answer::not_known) return std::nullopt;
    return answer == core::Answer::yes;
}

void need_visit_row(const ChildInExtract& child, const core::NeedPlanVisit& visit, Rows rows) {
    static const Table& shape = table("ssd_cin_visits");
    Row row(shape);
    row.text("cinv_cin_visit_id", to_text(visit.id))
        .text("cinv_person_id", child.person)
        .date("cinv_cin_visit_date", visit.visited_on);
    if (auto seen = seen_or_not(visit.seen))
        row.flag("cinv_cin_visit_seen", seen)
            .flag("cinv_cin_visit_seen_alone", visit.seen == core::ChildSeen::seen_alone);
    rows(row);
}

core::AbuseCategory first_category(const core::ProtectionPlanOfChild& of_child) {
    return of_child.categories.empty() ? of_child.plan.category : of_child.categories.front().category;
}

Row protection_plan_row(const ChildInExtract& child, const core::ProtectionPlanOfChild& of_child) {
    static const Table& shape = table("ssd_cp_plans");
    const core::ProtectionPlan& plan = of_child.plan;
    return Row(shape)
        .text("cppl_cp_plan_id", child.key(plan.id, plan.child))
        .reference("cppl_referral_id", child.referral_on(plan.started_on))
        .reference("cppl_icpc_id", child.first_conference(plan.conference))
        .text("cppl_person_id", child.person)
        .date("cppl_cp_plan_start_date", plan.started_on)
        .date("cppl_cp_plan_end_date", plan.ended_on)
        .text("cppl_cp_plan_initial_category", cin::code_of(first_category(of_child)))
        .flag("cppl_cp_plan_ola", false)
        .text("cppl_cp_plan_latest_category", cin::code_of(plan.category));
}

void protection_visit_row(const ChildInExtract& child, const core::ProtectionVisit& visit, Rows rows) {
    static const Table& shape = table("ssd_cp_visits");
    bool before_birth = visit.parents_seen != core::Answer::not_known;
    rows(Row(shape)
             .text("cppv_cp_visit_id", to_text(visit.id))
             .text("cppv_person_id", child.person)
             .reference("cppv_cp_plan_id", child.protection_plan(visit.plan))
             .date("cppv_cp_visit_date", london_date(visit.visited_at))
             .flag("cppv_cp_visit_seen", before_birth ? std::nullopt : yes_or_no(visit.seen))
             .flag("cppv_cp_visit_seen_alone", before_birth ? std::nullopt : yes_or_no(visit.seen_alone)));
}

}  // namespace

void need_plan_rows(const ChildInExtract& child, Rows rows) {
    static const Table& shape = table("ssd_cin_plans");
    for (const core::NeedPlan& plan : child.history.need_plans) {
        if (!plan.met_on || !child.within(*plan.met_on, plan.ended_on)) continue;
        rows(Row(shape)
                 .text("cinp_cin_plan_id", child.key(plan.id, plan.child))
                 .reference("cinp_referral_id", child.referral(plan.referral, *plan.met_on))
                 .text("cinp_person_id", child.person)
                 .date("cinp_cin_plan_start_date", plan.met_on)
                 .date("cinp_cin_plan_end_date", plan.ended_on)
                 .reference("cinp_cin_plan_team", child.team(plan.team))
                 .reference("cinp_cin_plan_worker_id", child.staff(plan.worker)));
    }
    if (child.referrals().empty()) return;
    for (const core::NeedPlanVisit& visit : child.record.need_visits)
        if (child.within(visit.visited_on)) need_visit_row(child, visit, rows);
}

void protection_plan_rows(const ChildInExtract& child, Rows rows) {
    static const Table& shape = table("ssd_cp_reviews");
    for (const core::ProtectionPlanOfChild* plan : child.protection_plans())
        rows(protection_plan_row(child, *plan));
    if (child.protection_plans().empty()) return;
    for (const core::ProtectionVisit& visit : child.record.protection_visits)
        if (child.within(london_date(visit.visited_at))) protection_visit_row(child, visit, rows);
    for (const core::ConferenceOfChild& each : child.history.conferences) {
        Cell plan = child.protection_plan(each.part.plan);
        Date day = core::day_of(each);
        if (each.part.kind != core::ConferenceKind::review || !core::was_held(each) || !plan || !child.within(day))
            continue;
        Row row(shape);
        row.text("cppr_cp_review_id", child.key(each.part.id, each.part.child))
            .text("cppr_person_id", child.person)
            .reference("cppr_cp_plan_id", plan)
            .date("cppr_cp_review_due", due_of(each))
            .date("cppr_cp_review_date", day)
            .text("cppr_cp_review_meeting_id", to_text(each.conference.id))
            .flag("cppr_cp_review_quorate", core::is_blank(each.conference.not_quorate_why));
        if (each.part.decision)
            row.flag("cppr_cp_review_outcome_continue_cp",
                     *each.part.decision == core::ConferenceDecision::plan_continues);
        rows(row);
    }
}

/// The words that the data set's guidance gives; blank while it goes on, and where nobody decided.
static std::string_view outcome_of(const core::PreProceedings& of) {
    if (of.end == core::PreProceedingsEnd::care_proceedings) return "Decision to Issue Care Proceedings";
    if (of.end == core::PreProceedingsEnd::stepped_down) return "Decision to step down";
    return "";
}

void pre_proceedings_rows(const ChildInExtract& child, Rows rows) {
    static const Table& shape = table("ssd_pre_proceedings");
    int earlier = 0;
    for (const auto& [of, meetings] : child.history.pre_proceedings) {
        int before = earlier++;
        if (!child.within(of.decided_on, of.ended_on)) continue;
        Row row(shape);
        row.text("prep_table_id", child.key(of.id, of.child))
            .text("prep_person_id", child.person)
            .date("prep_pre_pro_decision_date", of.decided_on)
            .text("prep_pre_pro_outcome", outcome_of(of))
            .whole("prep_prev_pre_proc_child", before)
            .date("prep_pre_pro_letter_date", of.letter_sent_on)
            .date("prep_care_pro_letter_date", of.court_letter_on);
        if (!of.end || core::is_decided(*of.end)) row.date("prep_agree_stepdown_issue_date", of.ended_on);
        if (!meetings.empty()) {
            row.date("prep_initial_pre_pro_meeting_date", meetings.front().held_on)
                .whole("prep_pre_pro_meetings_num", static_cast<int>(meetings.size()) - 1);
            row.flag("prep_pre_pro_parents_legal_rep", yes_or_no(meetings.back().lawyer_came));
        }
        rows(row);
    }
}

void involvement_rows(const ChildInExtract& child, Rows rows) {
    static const Table& shape = table("ssd_involvements");
    for (const core::ChildWorker& worker : child.record.workers) {
        Date from = london_date(worker.from);
        std::optional<Date> until = worker.until ? std::optional(london_date(*worker.until)) : std::nullopt;
        if (!child.within(from, until)) continue;
        rows(Row(shape)
                 .text("invo_involvements_id", to_text(worker.id))
                 .reference("invo_professional_id", child.staff(worker.staff))
                 .text("invo_professional_role_id", worker.role == core::WorkerRole::accountable ? "CW" : "CO")
                 .reference("invo_professional_team", child.team(worker.team))
                 .date("invo_involvement_start_date", from)
                 .date("invo_involvement_end_date", until)
                 .text("invo_person_id", child.person)
                 .reference("invo_referral_id", child.referral_on(from)));
    }
}

}  // namespace kith::returns::ssd
