// THE TABLE OF TABLES: every table of the database, and so what a replay must give back. A table that is in the
// database and not here, or here and not there, fails the contract test.
#include "store/access_store.h"
#include "store/assessment_store.h"
#include "store/authority_store.h"
#include "store/birth_store.h"
#include "store/census_note_store.h"
#include "store/conference_store.h"
#include "store/contact_store.h"
#include "store/desk_store.h"
#include "store/dfe_submission_store.h"
#include "store/emergency_protection_store.h"
#include "store/inherited_store.h"
#include "store/journal_tables.h"
#include "store/migrate.h"
#include "store/need_plan_store.h"
#include "store/out_of_hours_note_store.h"
#include "store/person_key_store.h"
#include "store/person_store.h"
#include "store/place_store.h"
#include "store/policy_store.h"
#include "store/pre_proceedings_store.h"
#include "store/process_store.h"
#include "store/protection_plan_store.h"
#include "store/referral_store.h"
#include "store/reporter_answer_store.h"
#include "store/schema.h"
#include "store/section47_enquiry_store.h"
#include "store/sign_in_store.h"
#include "store/staff_store.h"
#include "store/strategy_discussion_store.h"
#include "store/telling_store.h"
#include "store/transfer_in_store.h"

namespace kith::store {

using namespace std::string_literals;

namespace {

/// A table that no struct is mapped to.
const TableInfo& unmapped(std::string_view name, Durability durability) {
    static std::map<std::string, TableInfo, std::less<>> all;
    return all.emplace(name, describe(name, durability, 1, 0, {})).first->second;
}

std::vector<const TableInfo*> kith_tables() {
    return {
        &table_info<core::Authority>(),
        &table_info<JournalEntry>(),
        &table_info<JournalBody>(),
        &table_info<JournalRecord>(),
        &table_info<Head>(),
        &table_info<Access>(),
        &table_info<AccessPerson>(),
        &table_info<Idempotency>(),
        &table_info<Session>(),
        &table_info<Draft>(),
        &table_info<OutboxItem>(),
        &table_info<core::AuthorityProfile>(),
        &table_info<core::Team>(),
        &table_info<core::Staff>(),
        &table_info<StaffPassword>(),
        &table_info<SignInAttempt>(),
        &table_info<core::AppliedPolicy>(),
        &table_info<core::Person>(),
        &table_info<PersonKey>(),
        &table_info<core::Relation>(),
        &table_info<core::Place>(),
        &table_info<core::PlaceSecret>(),
        &table_info<core::OpenDuty>(),
        &table_info<core::Decision>(),
        &table_info<core::TimelineEntry>(),
        &table_info<core::Contact>(),
        &table_info<core::ContactChild>(),
        &table_info<core::ReporterAnswer>(),
        &table_info<core::Referral>(),
        &table_info<core::ChildWorker>(),
        &table_info<core::Closure>(),
        &table_info<core::Assessment>(),
        &table_info<core::AssessmentChild>(),
        &table_info<core::ParentAccount>(),
        &table_info<core::NeedPlan>(),
        &table_info<core::NeedPlanMember>(),
        &table_info<core::NeedPlanAction>(),
        &table_info<core::NeedPlanReview>(),
        &table_info<core::NeedPlanVisit>(),
        &table_info<core::PreProceedings>(),
        &table_info<core::PreProceedingsMeeting>(),
        &table_info<core::Telling>(),
        &table_info<core::StrategyDiscussion>(),
        &table_info<core::StrategyChild>(),
        &table_info<core::StrategyAttendance>(),
        &table_info<core::StrategyTelling>(),
        &table_info<core::StrategyAddition>(),
        &table_info<core::InterimSafetyPlan>(),
        &table_info<core::Section47Enquiry>(),
        &table_info<core::EmergencyProtection>(),
        &table_info<core::OutOfHoursNote>(),
        &table_info<core::EnquiryStep>(),
        &table_info<core::Conference>(),
        &table_info<core::ConferenceChild>(),
        &table_info<core::ConferenceInvitation>(),
        &table_info<core::ConferenceReport>(),
        &table_info<core::ReportShared>(),
        &table_info<core::TransferIn>(),
        &table_info<core::ProtectionPlan>(),
        &table_info<core::PlanChange>(),
        &table_info<core::PlanAction>(),
        &table_info<core::PlanCategory>(),
        &table_info<core::ProtectionVisit>(),
        &table_info<core::CoreGroupMember>(),
        &table_info<core::CoreGroupMeeting>(),
        &table_info<core::CoreGroupAttendance>(),
        &table_info<core::InheritedHistory>(),
        &table_info<core::Inherited>(),
        &table_info<core::CensusNote>(),
        &table_info<CensusDay>(),
        &table_info<DfeSubmission>(),
        &table_info<DfeRun>(),
        &table_info<DfeTurn>(),
        &unmapped("commit_base", Durability::durable),
        &unmapped("schema_version", Durability::durable),
    };
}

/// People had no characteristics and numbers from outside: nobody had asked.
void ask_nothing_yet(RowImage& person) {
    person.emplace("disabilities", "[]"s);
    for (const char* number : {"pupil_number", "former_pupil_number", "local_number"})
        person.emplace(number, ""s);
}

/// Nothing was known of whose an NHS number is.
void traced_no_number_yet(RowImage& person) {
    person.emplace("nhs_trace", "untraced"s);
    person.emplace("nhs_trace_source", ""s);
}

void without_dfe_number(RowImage& profile) {
    profile.emplace("dfe_number", ""s);
}

/// Nobody had said who interprets.
void without_interpreter(RowImage& row) {
    row.emplace("interpreted_by", "not_said"s);
    row.emplace("interpreter", ""s);
    row.emplace("relative_interprets_why", ""s);
}

/// Whether the parents who expect a child were seen stood in the account.
void without_parents_seen(RowImage& visit) {
    visit.emplace("parents_seen", "not_known"s);
}

void without_why_it_ended(RowImage& worker) {
    worker.emplace("ended_why", ""s);
}

}  // namespace

const TableInfo* Schema::find(std::string_view table) const {
    for (const auto* each : tables)
        if (each->name == table) return each;
    return nullptr;
}

const Schema& kith_schema() {
    static const Schema schema{.migrations = kith_migrations(),
                               .tables = kith_tables(),
                               .upcasters = {{"person", 1, ask_nothing_yet},
                                             {"person", 2, traced_no_number_yet},
                                             {"authority_profile", 1, without_dfe_number},
                                             {"strategy_discussion", 1, without_interpreter},
                                             {"enquiry_step", 1, without_interpreter},
                                             {"child_worker", 1, without_why_it_ended},
                                             {"protection_visit", 1, without_parents_seen},
                                             {"need_plan_visit", 1, without_parents_seen}},
                               .rebuild = {rebuild_person_keys}};
    return schema;
}

}  // namespace kith::store
