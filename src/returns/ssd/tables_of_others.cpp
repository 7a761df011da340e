// Workers, special educational needs, what the dataset keeps a place for, and the extract itself.
#include "returns/ssd/table_parts.h"

namespace kith::returns::ssd {

namespace {

using enum ColumnType;
using enum KeyPart;

constexpr Column involvements[] = {
    {"invo_involvements_id", text, 48, primary},
    {"invo_professional_id", text, 48, none, {"ssd_professionals", "prof_professional_id"}},
    {"invo_professional_role_id", text, 200},
    {"invo_professional_team", text, 48, none, {"ssd_department", "dept_team_id"}},
    {"invo_involvement_start_date", date, 0},
    {"invo_involvement_end_date", date, 0},
    {"invo_worker_change_reason", text, 200},
    {"invo_person_id", text, 48},
    {"invo_referral_id", text, 48},
};

constexpr Column professionals[] = {
    {"prof_professional_id", text, 48, primary}, {"prof_staff_id", text, 48},
    {"prof_professional_name", text, 300},       {"prof_social_worker_registration_no", text, 48},
    {"prof_professional_job_title", text, 500},  {"prof_professional_caseload", whole, 0},
    {"prof_professional_department", text, 100}, {"prof_full_time_equivalency", number, 0},
    {"prof_agency_worker_flag", text, 1},
};

constexpr Column send[] = {
    {"send_table_id", text, 48, primary},
    {"send_upn", text, 48},
    {"send_uln", text, 48},
    {"send_upn_unknown", text, 6},
    {"send_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
};

constexpr Column ehcp_requests[] = {
    {"ehcr_ehcp_request_id", text, 48, primary},
    {"ehcr_send_table_id", text, 48, none, {"ssd_send", "send_table_id"}},
    {"ehcr_ehcp_req_date", date, 0},
    {"ehcr_ehcp_req_outcome_date", date, 0},
    {"ehcr_ehcp_req_outcome", text, 100},
};

constexpr Column ehcp_assessment[] = {
    {"ehca_ehcp_assessment_id", text, 48, primary},
    {"ehca_ehcp_request_id", text, 48, none, {"ssd_ehcp_requests", "ehcr_ehcp_request_id"}},
    {"ehca_ehcp_assessment_outcome_date", date, 0},
    {"ehca_ehcp_assessment_outcome", text, 100},
    {"ehca_ehcp_assessment_exceptions", text, 100},
};

constexpr Column ehcp_named_plan[] = {
    {"ehcn_named_plan_id", text, 48, primary},
    {"ehcn_ehcp_asmt_id", text, 48, none, {"ssd_ehcp_assessment", "ehca_ehcp_assessment_id"}},
    {"ehcn_named_plan_start_date", date, 0},
    {"ehcn_named_plan_ceased_date", date, 0},
    {"ehcn_named_plan_ceased_reason", text, 100},
};

constexpr Column ehcp_active_plans[] = {
    {"ehcp_active_ehcp_id", text, 48, primary},
    {"ehcp_ehcp_request_id", text, 48, none, {"ssd_ehcp_requests", "ehcr_ehcp_request_id"}},
    {"ehcp_active_ehcp_last_review_date", date, 0},
};

constexpr Column sen_need[] = {
    {"senn_table_id", text, 48, primary},
    {"senn_active_ehcp_id", text, 48, none, {"ssd_ehcp_active_plans", "ehcp_active_ehcp_id"}},
    {"senn_active_ehcp_need_type", text, 100},
    {"senn_active_ehcp_need_rank", text, 1},
};

constexpr Column pre_proceedings[] = {
    {"prep_table_id", text, 48, primary},
    {"prep_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"prep_plo_family_id", text, 48},
    {"prep_pre_pro_decision_date", date, 0},
    {"prep_initial_pre_pro_meeting_date", date, 0},
    {"prep_pre_pro_outcome", text, 100},
    {"prep_agree_stepdown_issue_date", date, 0},
    {"prep_cp_plans_referral_period", whole, 0},
    {"prep_legal_gateway_outcome", text, 100},
    {"prep_prev_pre_proc_child", whole, 0},
    {"prep_prev_care_proc_child", whole, 0},
    {"prep_pre_pro_letter_date", date, 0},
    {"prep_care_pro_letter_date", date, 0},
    {"prep_pre_pro_meetings_num", whole, 0},
    {"prep_pre_pro_parents_legal_rep", text, 1},
    {"prep_parents_legal_rep_point_of_issue", text, 2},
    {"prep_court_reference", text, 48},
    {"prep_care_proc_court_hearings", whole, 0},
    {"prep_care_proc_short_notice", text, 1},
    {"prep_proc_short_notice_reason", text, 100},
    {"prep_la_inital_plan_approved", text, 1},
    {"prep_la_initial_care_plan", text, 100},
    {"prep_la_final_plan_approved", text, 1},
    {"prep_la_final_care_plan", text, 100},
};

constexpr Column voice_of_child[] = {
    {"voch_table_id", text, 48, primary},  {"voch_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"voch_explained_worries", text, 1},   {"voch_story_help_understand", text, 1},
    {"voch_agree_worker", text, 1},        {"voch_plan_safe", text, 1},
    {"voch_tablet_help_explain", text, 1},
};

constexpr Column linked_identifiers[] = {
    {"link_table_id", text, 48, primary}, {"link_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"link_identifier_type", text, 100},  {"link_identifier_value", text, 100},
    {"link_valid_from_date", date, 0},    {"link_valid_to_date", date, 0},
};

constexpr Column s251_finance[] = {
    {"s251_table_id", text, 48, primary},
    {"s251_cla_placement_id", text, 48, none, {"ssd_cla_placement", "clap_cla_placement_id"}},
    {"s251_placeholder_1", text, 48},
    {"s251_placeholder_2", text, 48},
    {"s251_placeholder_3", text, 48},
    {"s251_placeholder_4", text, 48},
};

constexpr Column department[] = {
    {"dept_team_id", text, 48, primary},
    {"dept_team_name", text, 255},
    {"dept_team_parent_id", text, 48, none, {"ssd_department", "dept_team_id"}},
    {"dept_team_parent_name", text, 255},
};

constexpr Column version_log[] = {
    {"version_number", text, 10, primary},
    {"release_date", date, 0},
    {"description", text, 100},
    {"is_current", truth, 0},
    {"created_at", date, 0},
    {"created_by", text, 10},
    {"impact_description", text, 255},
};

constexpr Column api_data_staging[] = {
    {"id", text, 48, primary},         {"person_id", text, 48},      {"json_payload", text, 0},
    {"current_hash", bytes, 32},       {"previous_hash", bytes, 32}, {"submission_status", text, 50},
    {"submission_timestamp", date, 0}, {"api_response", text, 0},    {"row_state", text, 10},
    {"last_updated", date, 0},
};

constexpr Table all[] = {
    {"ssd_involvements", involvements},
    {"ssd_professionals", professionals},
    {"ssd_send", send},
    {"ssd_ehcp_requests", ehcp_requests},
    {"ssd_ehcp_assessment", ehcp_assessment},
    {"ssd_ehcp_named_plan", ehcp_named_plan},
    {"ssd_ehcp_active_plans", ehcp_active_plans},
    {"ssd_sen_need", sen_need},
    {"ssd_pre_proceedings", pre_proceedings},
    {"ssd_voice_of_child", voice_of_child},
    {"ssd_linked_identifiers", linked_identifiers},
    {"ssd_s251_finance", s251_finance},
    {"ssd_department", department},
    {"ssd_version_log", version_log},
    {"ssd_api_data_staging", api_data_staging},
};

}  // namespace

std::span<const Table> tables_of_others() {
    return all;
}

}  // namespace kith::returns::ssd
