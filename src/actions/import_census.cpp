#include "actions/import_census.h"

#include <algorithm>

#include "actions/child_histories.h"
#include "actions/import_duties.h"
#include "actions/timeline.h"
#include "store/assessment_store.h"
#include "store/conference_store.h"
#include "store/inherited_store.h"
#include "store/need_plan_store.h"
#include "store/person_key_store.h"
#include "store/person_store.h"
#include "store/pre_proceedings_store.h"
#include "store/process_store.h"
#include "store/protection_plan_store.h"
#include "store/referral_store.h"
#include "store/section47_enquiry_store.h"

namespace kith::actions {

using namespace core;
namespace cin = returns::cin;

namespace {

class Import {
  public:
    Import(Work& work, const cin::Child& child, const ImportedCensus& file) : work_(work), child_(child), file_(file) {}
    ImportedChild run();

  private:
    bool take_person();
    std::optional<Person> by_number();
    std::optional<Person> by_pupil_number();
    bool contradicts(const Person& there) const;
    void choose_episodes();
    bool is_there(const cin::Episode& episode, const std::vector<Referral>& there);
    void inherit();
    void put_in_team();
    void save();
    std::vector<TimelineEntry> entries() const;
    TimelineEntry entry(Date day, RecordKind about, const RawId& record, std::string title) const;

    void name(const cin::Field& field, std::string why) {
        done_.not_understood.push_back(
            {child_.identifiers.la_child_id.text, field.element, field.text, field.line, std::move(why)});
    }

    Work& work_;
    cin::Child child_;
    const ImportedCensus& file_;
    ImportedChild done_;
    Person in_file_;
    std::optional<Person> there_;  ///< as it is in the record
    bool keep_pupil_number_ = true;
    ChildHistory history_;
    std::vector<OpenDuty> duties_;
    bool person_changed_ = false;
};

// ---- Who it is ------------------------------------------------------------------------------------------------------

bool Import::contradicts(const Person& there) const {
    return there.date_of_birth && in_file_.date_of_birth && there.date_of_birth != in_file_.date_of_birth;
}

std::optional<Person> Import::by_number() {
    if (in_file_.local_number.empty()) return std::nullopt;
    if (auto made = file_.made_numbers.find(in_file_.local_number); made != file_.made_numbers.end())
        return work_.store.find<Person>(made->second);
    return work_.store.list_first<Person>("WHERE local_number = $1 AND local_number <> '' ORDER BY id",
                                          in_file_.local_number);
}

std::optional<Person> Import::by_pupil_number() {
    if (in_file_.pupil_number.empty()) return std::nullopt;
    return work_.store.list_first<Person>("WHERE pupil_number = $1 AND pupil_number <> '' ORDER BY id",
                                          in_file_.pupil_number);
}

/// False: the child cannot be told from another one.
bool Import::take_person() {
    const cin::ChildIdentifiers& from = child_.identifiers;
    there_ = by_number();
    if (there_ && contradicts(*there_)) {
        name(from.la_child_id, "Another child has this number, with another date of birth. Not brought over.");
        return false;
    }
    auto pupil = by_pupil_number();
    if (!there_ && pupil && !contradicts(*pupil) &&
        (pupil->local_number.empty() || in_file_.local_number.empty() ||
         pupil->local_number == in_file_.local_number)) {
        there_ = std::move(pupil);
    } else if (pupil && (!there_ || pupil->id != there_->id)) {
        keep_pupil_number_ = false;
        name(from.upn, "Another child has this pupil number. Left blank.");
    }
    if (there_ || !in_file_.local_number.empty() || (!in_file_.pupil_number.empty() && keep_pupil_number_)) return true;
    name(from.la_child_id, "A child without a number could not be known again. Not brought over.");
    return false;
}

// ---- Which episodes -------------------------------------------------------------------------------------------------

bool Import::is_there(const cin::Episode& episode, const std::vector<Referral>& there) {
    for (const Referral& each : there) {
        if (!episode.referral.given() || timescale_starts(each) != *episode.referral.value) continue;
        bool no_action = each.decision && ends_at_once(*each.decision);
        if (!no_action && episode.closure.given() && each.closed_on != episode.closure.value)
            name(episode.closure, each.closed_on ? "The record has another day of closure. Left as it is."
                                                 : "This episode is open in the record. Left as it is.");
        return true;
    }
    return false;
}

void Import::choose_episodes() {
    if (!there_) return;
    auto history = child_history(work_.store, there_->id);  // a twin's begins with the other's
    const std::vector<Referral> referrals = history ? std::move(history->referrals) : std::vector<Referral>{};
    auto open =
        std::ranges::find_if(referrals, [](const Referral& each) { return each.state != ReferralState::closed; });
    std::vector<cin::Episode> chosen;
    for (cin::Episode& episode : child_.episodes) {
        bool is_open = !episode.closure.given() && !episode.no_further_action.is_true();
        if (is_there(episode, referrals)) {
            ++done_.episodes_known;
        } else if (is_open && open != referrals.end()) {
            name(episode.referral, "Open in the file, and the child has another open referral here, of " +
                                       long_date(timescale_starts(*open)) + ". Not brought over.");
        } else {
            chosen.push_back(std::move(episode));
        }
    }
    child_.episodes = std::move(chosen);
}

// ---- What is saved --------------------------------------------------------------------------------------------------

void Import::inherit() {
    cin::InheritFrom from{file_.name, file_.last, work_.now, work_.service.days, work_.service.ids};
    cin::InheritedChild made = cin::inherit(child_, from, there_ ? there_->id : PersonId{});
    history_ = std::move(made.history);
    std::ranges::move(made.not_understood, std::back_inserter(done_.not_understood));
    if (!keep_pupil_number_) history_.child.pupil_number.clear();
    if (there_) history_.child = *there_;
    person_changed_ = !there_;
    if (there_ && there_->local_number.empty() && !in_file_.local_number.empty() &&
        !file_.made_numbers.contains(in_file_.local_number)) {
        history_.child.local_number = in_file_.local_number;
        person_changed_ = true;
    }
}

/// An open child is in a team's list, as one whom the front door has taken on.
void Import::put_in_team() {
    for (Referral& each : history_.referrals) {
        each.team = file_.team;
        if (each.state == ReferralState::closed || !history_.child.team.is_nil()) continue;
        history_.child.team = file_.team;
        person_changed_ = true;
    }
    const TeamId team = history_.child.team.is_nil() ? file_.team : history_.child.team;
    for (AssessmentOfChild& each : history_.assessments)
        each.assessment.team = team;
    for (NeedPlan& each : history_.need_plans)
        each.team = team;
    for (Section47Enquiry& each : history_.enquiries)
        each.team = team;
    for (ConferenceOfChild& each : history_.conferences)
        each.conference.team = team;
    for (ProtectionPlanOfChild& each : history_.protection_plans)
        each.plan.team = team;
}

TimelineEntry Import::entry(Date day, RecordKind about, const RawId& record, std::string title) const {
    std::string text;
    for (const Inherited& each : history_.inherited)
        if (each.record == record) text = in_words(each);
    return timeline_entry(work_, {history_.child.id, from_london(day, std::chrono::hours(12)), about, record,
                                  happened::child_inherited.name, std::move(title), std::move(text)});
}

std::vector<TimelineEntry> Import::entries() const {
    std::vector<TimelineEntry> rows;
    auto add = [&](Date day, RecordKind about, const RawId& record, std::string title) {
        rows.push_back(entry(day, about, record, std::move(title)));
    };
    for (const Referral& each : history_.referrals)
        add(timescale_starts(each), RecordKind::referral, each.id,
            each.decision ? "Referred; no further action" : "Referred, and taken further");
    for (const Closure& each : history_.closures)
        add(each.closes_on, RecordKind::referral, each.referral, "Closed: " + std::string(says(each.reason)));
    for (const AssessmentOfChild& each : history_.assessments) {
        const Assessment& row = each.assessment;
        add(row.started_on, RecordKind::assessment, row.id, "Assessment started");
        if (row.signed_off_at)
            add(london_date(*row.signed_off_at), RecordKind::assessment, row.id, "Assessment authorised");
    }
    for (const NeedPlan& each : history_.need_plans) {
        add(*each.met_on, RecordKind::child_in_need_plan, each.id, "Child in need plan made");
        if (each.ended_on) add(*each.ended_on, RecordKind::child_in_need_plan, each.id, "Child in need plan ended");
    }
    for (const Section47Enquiry& each : history_.enquiries)
        add(each.started_on, RecordKind::section47_enquiry, each.id, "Section 47 enquiry started");
    for (const ConferenceOfChild& each : history_.conferences)
        add(day_of(each), RecordKind::conference, each.conference.id, std::string(says(each.part.kind)) + " was held");
    for (const ProtectionPlanOfChild& each : history_.protection_plans) {
        const ProtectionPlan& plan = each.plan;
        add(plan.started_on, RecordKind::child_protection_plan, plan.id, "Child protection plan made");
        if (plan.ended_on)
            add(*plan.ended_on, RecordKind::child_protection_plan, plan.id, "Child protection plan ended");
    }
    for (const PreProceedingsOfChild& each : history_.pre_proceedings) {
        const PreProceedings& of = each.pre_proceedings;
        add(of.decided_on, RecordKind::pre_proceedings, of.id, "Legal planning meeting: pre-proceedings start");
        if (of.letter_sent_on)
            add(*of.letter_sent_on, RecordKind::pre_proceedings, of.id, "Letter before proceedings sent");
        for (const PreProceedingsMeeting& held : each.meetings)
            add(held.held_on, RecordKind::pre_proceedings, of.id, "Pre-proceedings meeting with the parents");
        if (of.ended_on) add(*of.ended_on, RecordKind::pre_proceedings, of.id, "Pre-proceedings ended");
    }
    return rows;
}

void Import::save() {
    std::vector<Assessment> assessments;
    std::vector<AssessmentChild> assessed;
    for (const auto& [assessment, part] : history_.assessments)
        assessments.push_back(assessment), assessed.push_back(part);
    std::vector<Conference> conferences;
    std::vector<ConferenceChild> conferred;
    for (const auto& [conference, part] : history_.conferences)
        conferences.push_back(conference), conferred.push_back(part);
    std::vector<ProtectionPlan> plans;
    std::vector<PlanCategory> categories;
    for (const auto& [plan, of_plan] : history_.protection_plans) {
        plans.push_back(plan);
        categories.insert(categories.end(), of_plan.begin(), of_plan.end());
    }
    std::vector<PreProceedings> pre_proceedings;
    std::vector<PreProceedingsMeeting> meetings;
    for (const auto& [of, held] : history_.pre_proceedings) {
        pre_proceedings.push_back(of);
        meetings.insert(meetings.end(), held.begin(), held.end());
    }
    std::optional<Person> person;
    if (person_changed_) person = history_.child;
    if (person && there_) ++person->version;
    work_.store.save(happened::child_inherited, history_.child.id, person, history_.referrals, history_.closures,
                     assessments, assessed, history_.need_plans, history_.enquiries, conferences, conferred, plans,
                     categories, pre_proceedings, meetings, history_.inherited, duties_, entries());
    if (person) store::put_person_keys(work_.store, *person);
}

ImportedChild Import::run() {
    std::vector<cin::NotUnderstood> named_again;
    in_file_ = cin::inherit_person(child_, named_again);
    if (!take_person()) {
        done_.how = ImportedChild::How::not_taken;
        return std::move(done_);
    }
    choose_episodes();
    if (there_ && child_.episodes.empty()) return std::move(done_);
    inherit();
    put_in_team();
    duties_ = inherited_duties(work_, history_);
    save();
    done_.how = there_ ? ImportedChild::How::added_to : ImportedChild::How::new_here;
    done_.episodes = history_.referrals.size();
    done_.duties = duties_.size();
    return std::move(done_);
}

}  // namespace

std::unordered_map<std::string, PersonId> made_numbers(store::Reader& reader) {
    std::unordered_map<std::string, PersonId> numbers;
    reader.each("SELECT DISTINCT child FROM referral WHERE child IN (SELECT id FROM person WHERE local_number = '')",
                [&](const store::RowView& row) {
                    Person person;
                    person.id = PersonId(row.id(0));
                    numbers.emplace(reported_number(person), person.id);
                });
    return numbers;
}

ImportedChild import_child(Work& work, const cin::Child& child, const ImportedCensus& file) {
    return Import(work, child, file).run();
}

const Actor& the_importer() {
    static const Actor actor{.id = {}, .name = "Import", .role = Role::business_support};
    return actor;
}

}  // namespace kith::actions
