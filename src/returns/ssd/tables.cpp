#include "returns/ssd/tables.h"

#include <algorithm>

#include "base/result.h"

namespace kith::returns::ssd {

namespace {

using enum ColumnType;
using enum KeyPart;

constexpr Column person[] = {
    {"pers_person_id", text, 48, primary},
    {"pers_forename", text, 100},
    {"pers_surname", text, 255},
    {"pers_sex", text, 20},
    {"pers_gender", text, 10},
    {"pers_ethnicity", text, 48},
    {"pers_dob", date, 0},
    {"pers_common_child_id", text, 48},
    {"pers_legacy_id", text, 48},
    {"pers_upn_unknown", text, 6},
    {"pers_send_flag", text, 5},
    {"pers_expected_dob", date, 0},
    {"pers_death_date", date, 0},
    {"pers_is_mother", text, 1},
    {"pers_nationality", text, 48},
    {"pers_upn", text, 13},
    {"pers_single_unique_id", text, 48},
};
constexpr Column family[] = {
    {"fami_table_id", text, 48, primary},
    {"fami_family_id", text, 48},
    {"fami_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
};
constexpr Column address[] = {
    {"addr_table_id", text, 48, primary},
    {"addr_address_json", text, 1000},
    {"addr_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"addr_address_type", text, 48},
    {"addr_address_start_date", date, 0},
    {"addr_address_end_date", date, 0},
    {"addr_address_postcode", text, 15},
};
constexpr Column disability[] = {
    {"disa_person_id", text, 48, primary, {"ssd_person", "pers_person_id"}},
    {"disa_table_id", text, 48, primary},
    {"disa_disability_code", text, 48},
};
constexpr Column immigration_status[] = {
    {"immi_person_id", text, 48, primary, {"ssd_person", "pers_person_id"}},
    {"immi_immigration_status_id", text, 48, primary},
    {"immi_immigration_status", text, 100},
    {"immi_immigration_status_start_date", date, 0},
    {"immi_immigration_status_end_date", date, 0},
};
constexpr Column mother[] = {
    {"moth_table_id", text, 48, primary},
    {"moth_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"moth_childs_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"moth_childs_dob", date, 0},
};
constexpr Column legal_status[] = {
    {"lega_legal_status_id", text, 48, primary},
    {"lega_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"lega_legal_status", text, 100},
    {"lega_legal_status_start_date", date, 0},
    {"lega_legal_status_end_date", date, 0},
};
constexpr Column contacts[] = {
    {"cont_contact_id", text, 48, primary},  {"cont_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"cont_contact_date", date, 0},          {"cont_contact_source_code", text, 48},
    {"cont_contact_source_desc", text, 255}, {"cont_contact_outcome_json", text, 4000},
};
constexpr Column early_help_episodes[] = {
    {"earl_episode_id", text, 48, primary},
    {"earl_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"earl_episode_start_date", date, 0},
    {"earl_episode_end_date", date, 0},
    {"earl_episode_reason", text, 0},
    {"earl_episode_end_reason", text, 0},
    {"earl_episode_organisation", text, 0},
    {"earl_episode_worker_id", text, 100, none, {"ssd_professionals", "prof_professional_id"}},
};
constexpr Column cin_episodes[] = {
    {"cine_referral_id", text, 48, primary},
    {"cine_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"cine_referral_date", date, 0},
    {"cine_cin_primary_need_code", text, 3},
    {"cine_referral_source_code", text, 48},
    {"cine_referral_source_desc", text, 255},
    {"cine_referral_outcome_json", text, 4000},
    {"cine_referral_nfa", text, 1},
    {"cine_close_reason", text, 100},
    {"cine_close_date", date, 0},
    {"cine_referral_team", text, 48, none, {"ssd_department", "dept_team_id"}},
    {"cine_referral_worker_id", text, 48, none, {"ssd_professionals", "prof_professional_id"}},
};
constexpr Column cin_assessments[] = {
    {"cina_assessment_id", text, 48, primary},
    {"cina_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"cina_referral_id", text, 48, none, {"ssd_cin_episodes", "cine_referral_id"}},
    {"cina_assessment_start_date", date, 0},
    {"cina_assessment_child_seen", text, 1},
    {"cina_assessment_auth_date", date, 0},
    {"cina_assessment_outcome_json", text, 1000},
    {"cina_assessment_outcome_nfa", text, 1},
    {"cina_assessment_team", text, 48, none, {"ssd_department", "dept_team_id"}},
    {"cina_assessment_worker_id", text, 100, none, {"ssd_professionals", "prof_professional_id"}},
};
constexpr Column assessment_factors[] = {
    {"cinf_table_id", text, 48, primary},
    {"cinf_assessment_id", text, 48, none, {"ssd_cin_assessments", "cina_assessment_id"}},
    {"cinf_assessment_factors_json", text, 0},
};
constexpr Column cin_plans[] = {
    {"cinp_cin_plan_id", text, 48, primary},
    {"cinp_referral_id", text, 48, none, {"ssd_cin_episodes", "cine_referral_id"}},
    {"cinp_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"cinp_cin_plan_start_date", date, 0},
    {"cinp_cin_plan_end_date", date, 0},
    {"cinp_cin_plan_team", text, 48, none, {"ssd_department", "dept_team_id"}},
    {"cinp_cin_plan_worker_id", text, 100, none, {"ssd_professionals", "prof_professional_id"}},
};
constexpr Column cin_visits[] = {
    {"cinv_cin_visit_id", text, 48, primary},
    {"cinv_person_id", text, 48, none, {"ssd_cin_episodes", "cine_person_id"}},
    {"cinv_cin_visit_date", date, 0},
    {"cinv_cin_visit_seen", text, 1},
    {"cinv_cin_visit_seen_alone", text, 1},
    {"cinv_cin_visit_bedroom", text, 1},
};
constexpr Column s47_enquiry[] = {
    {"s47e_s47_enquiry_id", text, 48, primary},
    {"s47e_referral_id", text, 48, none, {"ssd_cin_episodes", "cine_referral_id"}},
    {"s47e_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"s47e_s47_start_date", date, 0},
    {"s47e_s47_end_date", date, 0},
    {"s47e_s47_nfa", text, 1},
    {"s47e_s47_outcome_json", text, 1000},
    {"s47e_s47_completed_by_worker_id", text, 100, none, {"ssd_professionals", "prof_professional_id"}},
    {"s47e_s47_completed_by_team", text, 48, none, {"ssd_department", "dept_team_id"}},
};
constexpr Column initial_cp_conference[] = {
    {"icpc_icpc_id", text, 48, primary},
    {"icpc_icpc_meeting_id", text, 48},
    {"icpc_s47_enquiry_id", text, 48, none, {"ssd_s47_enquiry", "s47e_s47_enquiry_id"}},
    {"icpc_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"icpc_cp_plan_id", text, 48},
    {"icpc_referral_id", text, 48, none, {"ssd_cin_episodes", "cine_referral_id"}},
    {"icpc_icpc_transfer_in", text, 1},
    {"icpc_icpc_target_date", date, 0},
    {"icpc_icpc_date", date, 0},
    {"icpc_icpc_outcome_cp_flag", text, 1},
    {"icpc_icpc_outcome_json", text, 1000},
    {"icpc_icpc_team", text, 48, none, {"ssd_department", "dept_team_id"}},
    {"icpc_icpc_worker_id", text, 100, none, {"ssd_professionals", "prof_professional_id"}},
};
constexpr Column cp_plans[] = {
    {"cppl_cp_plan_id", text, 48, primary},
    {"cppl_referral_id", text, 48},
    {"cppl_icpc_id", text, 48, none, {"ssd_initial_cp_conference", "icpc_icpc_id"}},
    {"cppl_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"cppl_cp_plan_start_date", date, 0},
    {"cppl_cp_plan_end_date", date, 0},
    {"cppl_cp_plan_initial_category", text, 100},
    {"cppl_cp_plan_ola", text, 1},
    {"cppl_cp_plan_latest_category", text, 100},
};
constexpr Column cp_visits[] = {
    {"cppv_cp_visit_id", text, 48, primary}, {"cppv_person_id", text, 48, none, {"ssd_cp_plans", "cppl_person_id"}},
    {"cppv_cp_plan_id", text, 48},           {"cppv_cp_visit_date", date, 0},
    {"cppv_cp_visit_seen", text, 1},         {"cppv_cp_visit_seen_alone", text, 1},
    {"cppv_cp_visit_bedroom", text, 1},
};
constexpr Column cp_reviews[] = {
    {"cppr_cp_review_id", text, 48, primary},
    {"cppr_person_id", text, 48, none, {"ssd_cp_plans", "cppl_person_id"}},
    {"cppr_cp_plan_id", text, 48, none, {"ssd_cp_plans", "cppl_cp_plan_id"}},
    {"cppr_cp_review_due", date, 0},
    {"cppr_cp_review_date", date, 0},
    {"cppr_cp_review_meeting_id", text, 48},
    {"cppr_cp_review_outcome_continue_cp", text, 1},
    {"cppr_cp_review_quorate", text, 100},
    {"cppr_cp_review_participation", text, 100},
};
constexpr Column cla_episodes[] = {
    {"clae_cla_episode_id", text, 48, primary},
    {"clae_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"clae_cla_episode_start_date", date, 0},
    {"clae_cla_episode_start_reason", text, 100},
    {"clae_cla_primary_need_code", text, 3},
    {"clae_cla_episode_ceased_date", date, 0},
    {"clae_cla_episode_ceased_reason", text, 255},
    {"clae_cla_id", text, 48},
    {"clae_referral_id", text, 48},
    {"clae_cla_placement_id", text, 48, none, {"ssd_cla_placement", "clap_cla_placement_id"}},
    {"clae_entered_care_date", date, 0},
    {"clae_cla_last_iro_contact_date", date, 0},
};
constexpr Column cla_convictions[] = {
    {"clac_cla_conviction_id", text, 48, primary},
    {"clac_person_id", text, 48, none, {"ssd_cla_episodes", "clae_person_id"}},
    {"clac_cla_conviction_date", date, 0},
    {"clac_cla_conviction_offence", text, 1000},
};
constexpr Column cla_health[] = {
    {"clah_health_check_id", text, 48, primary},
    {"clah_person_id", text, 48, none, {"ssd_cla_episodes", "clae_person_id"}},
    {"clah_health_check_type", text, 500},
    {"clah_health_check_date", date, 0},
    {"clah_health_check_status", text, 48},
};
constexpr Column cla_immunisations[] = {
    {"clai_person_id", text, 48, primary, {"ssd_cla_episodes", "clae_person_id"}},
    {"clai_immunisations_status", text, 1},
    {"clai_immunisations_status_date", date, 0},
};
constexpr Column cla_substance_misuse[] = {
    {"clas_substance_misuse_id", text, 48, primary},
    {"clas_person_id", text, 48, none, {"ssd_cla_episodes", "clae_person_id"}},
    {"clas_substance_misuse_date", date, 0},
    {"clas_substance_misused", text, 100},
    {"clas_intervention_received", text, 1},
};
constexpr Column cla_placement[] = {
    {"clap_cla_placement_id", text, 48, primary},
    {"clap_cla_placement_start_date", date, 0},
    {"clap_cla_placement_type", text, 100},
    {"clap_cla_placement_urn", text, 48},
    {"clap_cla_placement_distance", number, 0},
    {"clap_cla_id", text, 48, none, {"ssd_cla_episodes", "clae_cla_id"}},
    {"clap_cla_placement_provider", text, 48},
    {"clap_cla_placement_postcode", text, 8},
    {"clap_cla_placement_end_date", date, 0},
    {"clap_cla_placement_change_reason", text, 100},
    {"clap_person_id", text, 48},
};
constexpr Column cla_reviews[] = {
    {"clar_cla_review_id", text, 48, primary}, {"clar_cla_id", text, 48, none, {"ssd_cla_episodes", "clae_cla_id"}},
    {"clar_cla_review_due_date", date, 0},     {"clar_cla_review_date", date, 0},
    {"clar_cla_review_cancelled", text, 1},    {"clar_cla_review_participation", text, 100},
    {"clar_cla_person_id", text, 48},
};
constexpr Column cla_visits[] = {
    {"clav_cla_visit_id", text, 48, primary},
    {"clav_cla_id", text, 48},
    {"clav_person_id", text, 48, none, {"ssd_cla_episodes", "clae_person_id"}},
    {"clav_cla_visit_date", date, 0},
    {"clav_cla_visit_seen", text, 1},
    {"clav_cla_visit_seen_alone", text, 1},
};
constexpr Column cla_previous_permanence[] = {
    {"lapp_table_id", text, 48, primary},
    {"lapp_person_id", text, 48, none, {"ssd_cla_episodes", "clae_person_id"}},
    {"lapp_previous_permanence_order_date", text, 10},
    {"lapp_previous_permanence_option", text, 200},
    {"lapp_previous_permanence_la", text, 100},
};
constexpr Column cla_care_plan[] = {
    {"lacp_table_id", text, 48, primary},
    {"lacp_person_id", text, 48, none, {"ssd_cla_episodes", "clae_person_id"}},
    {"lacp_cla_care_plan_start_date", date, 0},
    {"lacp_cla_care_plan_end_date", date, 0},
    {"lacp_cla_care_plan_json", text, 1000},
};
constexpr Column sdq_scores[] = {
    {"csdq_table_id", text, 48, primary}, {"csdq_person_id", text, 48, none, {"ssd_cla_episodes", "clae_person_id"}},
    {"csdq_sdq_completed_date", date, 0}, {"csdq_sdq_reason", text, 100},
    {"csdq_sdq_score", whole, 0},
};
constexpr Column missing[] = {
    {"miss_table_id", text, 48, primary},         {"miss_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"miss_missing_episode_start_date", date, 0}, {"miss_missing_episode_type", text, 100},
    {"miss_missing_episode_end_date", date, 0},   {"miss_missing_rhi_offered", text, 2},
    {"miss_missing_rhi_accepted", text, 2},
};
constexpr Column care_leavers[] = {
    {"clea_table_id", text, 48, primary},
    {"clea_person_id", text, 48, none, {"ssd_person", "pers_person_id"}},
    {"clea_care_leaver_eligibility", text, 100},
    {"clea_care_leaver_in_touch", text, 100},
    {"clea_care_leaver_latest_contact", date, 0},
    {"clea_care_leaver_accommodation", text, 100},
    {"clea_care_leaver_accom_suitable", text, 100},
    {"clea_care_leaver_activity", text, 100},
    {"clea_pathway_plan_review_date", date, 0},
    {"clea_care_leaver_personal_advisor", text, 100},
    {"clea_care_leaver_allocated_team", text, 48, none, {"ssd_department", "dept_team_id"}},
    {"clea_care_leaver_worker_id", text, 100, none, {"ssd_professionals", "prof_professional_id"}},
};
constexpr Column permanence[] = {
    {"perm_table_id", text, 48, primary},
    {"perm_person_id", text, 48, none, {"ssd_cla_episodes", "clae_person_id"}},
    {"perm_cla_id", text, 48},
    {"perm_adm_decision_date", date, 0},
    {"perm_ffa_cp_decision_date", date, 0},
    {"perm_placement_order_date", date, 0},
    {"perm_placed_for_adoption_date", date, 0},
    {"perm_matched_date", date, 0},
    {"perm_adopted_by_carer_flag", text, 1},
    {"perm_placed_ffa_cp_date", date, 0},
    {"perm_decision_reversed_date", date, 0},
    {"perm_placed_foster_carer_date", date, 0},
    {"perm_part_of_sibling_group", text, 1},
    {"perm_siblings_placed_together", whole, 0},
    {"perm_siblings_placed_apart", whole, 0},
    {"perm_placement_provider_urn", text, 48},
    {"perm_decision_reversed_reason", text, 100},
    {"perm_permanence_order_date", date, 0},
    {"perm_permanence_order_type", text, 100},
    {"perm_adoption_worker_id", text, 100, none, {"ssd_professionals", "prof_professional_id"}},
    {"perm_adopter_sex", text, 48},
    {"perm_adopter_legal_status", text, 100},
    {"perm_number_of_adopters", whole, 0},
};
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

constexpr Table all_tables[] = {
    {"ssd_person", person},
    {"ssd_family", family},
    {"ssd_address", address},
    {"ssd_disability", disability},
    {"ssd_immigration_status", immigration_status},
    {"ssd_mother", mother},
    {"ssd_legal_status", legal_status},
    {"ssd_contacts", contacts},
    {"ssd_early_help_episodes", early_help_episodes},
    {"ssd_cin_episodes", cin_episodes},
    {"ssd_cin_assessments", cin_assessments},
    {"ssd_assessment_factors", assessment_factors},
    {"ssd_cin_plans", cin_plans},
    {"ssd_cin_visits", cin_visits},
    {"ssd_s47_enquiry", s47_enquiry},
    {"ssd_initial_cp_conference", initial_cp_conference},
    {"ssd_cp_plans", cp_plans},
    {"ssd_cp_visits", cp_visits},
    {"ssd_cp_reviews", cp_reviews},
    {"ssd_cla_episodes", cla_episodes},
    {"ssd_cla_convictions", cla_convictions},
    {"ssd_cla_health", cla_health},
    {"ssd_cla_immunisations", cla_immunisations},
    {"ssd_cla_substance_misuse", cla_substance_misuse},
    {"ssd_cla_placement", cla_placement},
    {"ssd_cla_reviews", cla_reviews},
    {"ssd_cla_visits", cla_visits},
    {"ssd_cla_previous_permanence", cla_previous_permanence},
    {"ssd_cla_care_plan", cla_care_plan},
    {"ssd_sdq_scores", sdq_scores},
    {"ssd_missing", missing},
    {"ssd_care_leavers", care_leavers},
    {"ssd_permanence", permanence},
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

bool is_whole_key(const Table& of, const Column& column) {
    return column.key == primary && std::ranges::count(of.columns, primary, &Column::key) == 1;
}

}  // namespace

std::span<const Table> tables() {
    return all_tables;
}

const Table& table(std::string_view name) {
    const auto* found = std::ranges::find(all_tables, name, &Table::name);
    CHECK(found != std::end(all_tables));
    return *found;
}

std::size_t column_of(const Table& table, std::string_view name) {
    auto found = std::ranges::find(table.columns, name, &Column::name);
    CHECK(found != table.columns.end());
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::optional<Reference> key_referred_to(const Column& column) {
    Reference at = column.refers_to;
    while (!at.table.empty()) {
        const Table& of = table(at.table);
        const Column& next = of.columns[column_of(of, at.column)];
        if (is_whole_key(of, next)) return at;
        at = next.refers_to;
    }
    return std::nullopt;
}

}  // namespace kith::returns::ssd
