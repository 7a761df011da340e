// Children who are looked after, and care leavers.
#include "returns/ssd/table_parts.h"

namespace kith::returns::ssd {

namespace {

using enum ColumnType;
using enum KeyPart;

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

constexpr Table all[] = {
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
};

}  // namespace

std::span<const Table> tables_of_care() {
    return all;
}

}  // namespace kith::returns::ssd
