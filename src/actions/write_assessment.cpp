// Writing an assessment section by section, and reading it whole.
#include <algorithm>
#include <map>

#include "actions/assessment.h"
#include "actions/assessment_rows.h"
#include "actions/people.h"
#include "actions/step.h"
#include "store/assessment_store.h"
#include "store/person_store.h"
#include "store/process_store.h"

namespace kith::actions {

using namespace core;

std::optional<AssessmentParts> assessment_parts(store::Reader& reader, AssessmentId id) {
    auto assessment = reader.find<Assessment>(id);
    if (!assessment) return std::nullopt;
    AssessmentParts parts;
    parts.assessment = std::move(*assessment);
    parts.children = reader.list<AssessmentChild>("WHERE assessment = $1 ORDER BY id", id);
    parts.accounts = reader.list<ParentAccount>("WHERE assessment = $1 ORDER BY id", id);
    return parts;
}

std::vector<PersonId> children_of(const AssessmentParts& parts) {
    std::vector<PersonId> children;
    for (const AssessmentChild& part : parts.children)
        children.push_back(part.child);
    return children;
}

Result<AssessmentParts> load_assessment(Work& work, AssessmentId id, Act act) {
    auto parts = assessment_parts(work.store, id);
    if (!parts) return no_such_record();
    TRY(any_child_for(work.store, work.actor, act, children_of(*parts)));
    return std::move(*parts);
}

std::string mark_of_family(const Assessment& assessment) {
    return mark_of({assessment.culture_religion_language, assessment.strengths, assessment.difficulties,
                    assessment.already_helps, assessment.parenting_capacity, assessment.family_and_environment,
                    assessment.professionals, assessment.no_parent_known});
}

template <class E>
static std::string words_of(const std::vector<E>& values) {
    std::string all;
    for (const E& each : values)
        all += std::string(word(each)) + " ";
    return all;
}

std::string mark_of_child(const AssessmentChild& child) {
    std::string factors;
    for (const std::string& each : child.factors)
        factors += each + " ";
    return mark_of({word(child.seen), child.seen_on ? iso(*child.seen_on) : "", child.not_seen_why, child.voice,
                    child.observation, child.voice_missing_why, child.development, child.analysis,
                    words_of(child.grounds), factors, child.outcome ? word(*child.outcome) : "", child.outcome_reasons,
                    child.help_offered});
}

std::string mark_of_account(const ParentAccount& account) {
    return mark_of({account.spoken_on ? iso(*account.spoken_on) : "", account.account, account.not_obtained_why});
}

/// Whoever writes first on an unallocated assessment is its worker until a manager says otherwise.
static void keep_worker(Work& work, Assessment& assessment) {
    if (assessment.worker.is_nil() && work.actor.role != Role::team_manager) assessment.worker = work.actor.id;
}

Result<Assessment> save_family(Work& work, const SaveFamily& command) {
    AssessmentParts parts = TRY(load_assessment(work, command.id, Act::work_on_assessment));
    if (mark_of_family(parts.assessment) != command.seen) return changed_meanwhile();
    parts = TRY(write_assessment(std::move(parts), command.texts));
    keep_worker(work, parts.assessment);
    work.store.save(happened::assessment_written, command.id, parts.assessment);
    return parts.assessment;
}

Result<Assessment> save_child(Work& work, const SaveChild& command) {
    AssessmentParts parts = TRY(load_assessment(work, command.id, Act::work_on_assessment));
    auto part = std::ranges::find(parts.children, command.child.child, &AssessmentChild::child);
    if (part == parts.children.end()) return no_such_record();
    if (mark_of_child(*part) != command.seen) return changed_meanwhile();
    parts = TRY(write_child(std::move(parts), command.child, work.now));
    keep_worker(work, parts.assessment);
    part = std::ranges::find(parts.children, command.child.child, &AssessmentChild::child);
    work.store.save(happened::assessment_written, command.id, parts.assessment, *part);
    return parts.assessment;
}

Result<Assessment> save_account(Work& work, const SaveAccount& command) {
    AssessmentParts parts = TRY(load_assessment(work, command.id, Act::work_on_assessment));
    auto row = std::ranges::find(parts.accounts, command.account.person, &ParentAccount::person);
    if (row == parts.accounts.end()) return no_such_record();
    if (mark_of_account(*row) != command.seen) return changed_meanwhile();
    parts = TRY(write_account(std::move(parts), command.account, work.now));
    keep_worker(work, parts.assessment);
    row = std::ranges::find(parts.accounts, command.account.person, &ParentAccount::person);
    work.store.save(happened::assessment_written, command.id, parts.assessment, *row);
    return parts.assessment;
}

static std::vector<Person> related_adults(store::Reader& reader, const AssessmentParts& parts) {
    std::vector<Person> adults;
    std::vector<PersonId> children = children_of(parts);
    for (PersonId child : children)
        for (const Relation& relation :
             reader.list<Relation>("WHERE child = $1 AND until_date IS NULL ORDER BY id", child)) {
            bool is_child = std::ranges::find(children, relation.other) != children.end();
            bool asked =
                std::ranges::find(parts.accounts, relation.other, &ParentAccount::person) != parts.accounts.end();
            bool twice = std::ranges::find(adults, relation.other, &Person::id) != adults.end();
            if (is_child || asked || twice) continue;
            if (auto person = reader.find<Person>(relation.other)) adults.push_back(std::move(*person));
        }
    return adults;
}

Result<Assessment> add_parent_account(Work& work, AssessmentId id, PersonId person) {
    AssessmentParts parts = TRY(load_assessment(work, id, Act::work_on_assessment));
    auto related = related_adults(work.store, parts);
    if (std::ranges::find(related, person, &Person::id) == related.end())
        return refuse(Because::invalid, "person",
                      "Record on the child's page first how this person is related to the child.");
    ParentAccount account;
    account.id = work.new_id<decltype(ParentAccount::id)>();
    account.person = person;
    parts = TRY(add_parent(std::move(parts), std::move(account)));
    work.store.save(happened::assessment_written, id, parts.assessment, parts.accounts.back());
    return parts.assessment;
}

static Date due_of(const Service& service, const AssessmentParts& parts) {
    Date first = last_date;
    for (const AssessmentChild& part : parts.children) {
        const Clock* clock = clock_in_force(service.rulebook, Duty::complete_assessment, part.counts_from);
        CHECK(clock);
        first = std::min(first, due(*clock, part.counts_from, service.days, service.policy).date);
    }
    return first;
}

Result<AssessmentRecord> assessment_record(const Service& service, store::Reader& reader, const Actor& actor,
                                           AssessmentId id) {
    auto parts = assessment_parts(reader, id);
    if (!parts) return no_such_record();
    Person child = TRY(any_child_for(reader, actor, Act::read_child, children_of(*parts)));
    AssessmentRecord record;
    for (const AssessmentChild& part : parts->children)
        record.children.push_back(reader.find<Person>(part.child).value_or(Person{}));
    for (const ParentAccount& account : parts->accounts)
        record.adults.push_back(reader.find<Person>(account.person).value_or(Person{}));
    record.more_adults = related_adults(reader, *parts);
    record.duties = reader.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", id);
    record.missing = missing_for_sign_off(*parts, [&](PersonId person) { return name_of(reader, person); });
    record.tellings = tellings_of_record(reader, id);
    record.worker_name = staff_name(reader, parts->assessment.worker);
    record.submitted_by_name = staff_name(reader, parts->assessment.submitted_by);
    record.signed_off_by_name = staff_name(reader, parts->assessment.signed_off_by);
    record.due = due_of(service, *parts);
    bool open = is_open(parts->assessment);
    record.may_write = open && may_for_child(actor, Act::work_on_assessment, allocation_of(reader, child));
    record.may_sign_off = parts->assessment.state == AssessmentState::with_manager &&
                          may(actor.role, Act::authorise_assessment) && actor.id != parts->assessment.worker &&
                          actor.id != parts->assessment.submitted_by;
    record.parts = std::move(*parts);
    return record;
}

std::vector<PersonId> shown_in(const AssessmentRecord& record) {
    std::vector<PersonId> shown;
    for (const Person& each : record.children)
        shown.push_back(each.id);
    for (const Person& each : record.adults)
        shown.push_back(each.id);
    for (const Person& each : record.more_adults)
        shown.push_back(each.id);
    return shown;
}

}  // namespace kith::actions
