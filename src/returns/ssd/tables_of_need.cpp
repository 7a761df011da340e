// What authorities do for children in need and children who need protection, and who they are.
#include "returns/ssd/table_parts.h"

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

constexpr Table all[] = {
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
};

}  // namespace

std::span<const Table> tables_of_need() {
    return all;
}

}  // namespace kith::returns::ssd
