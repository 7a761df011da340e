#include "returns/dfe_api/payload.h"

#include <algorithm>
#include <set>

#include "core/characteristics.h"
#include "core/conference_steps.h"
#include "returns/cin/codes.h"
#include "returns/cin/mapping.h"
#include "returns/referral_days.h"

namespace kith::returns::dfe_api {

using boost::json::array;
using boost::json::object;

namespace {

using MaybeDate = std::optional<Date>;

constexpr int months_back = 24;
constexpr int first_age_outside = 26;

void put(object& to, std::string_view name, std::string_view text) {
    if (!text.empty()) to[name] = text;
}
void put(object& to, std::string_view name, MaybeDate day) {
    if (day) to[name] = iso(*day);
}
/// An end before its beginning is a slip of the pen: the end is not told.
void put_end(object& to, std::string_view name, Date start, MaybeDate end) {
    if (end && *end >= start) to[name] = iso(*end);
}
void put_list(object& to, std::string_view name, array list) {
    if (!list.empty()) to[name] = std::move(list);
}

class Payload {
  public:
    Payload(const Subject& subject, const Window& window)
        : child_(subject.history.child), history_(subject.history), subject_(subject), window_(window) {}
    std::optional<object> build();

  private:
    struct Episode : ReferralsOfDay {
        array assessments, need_plans, enquiries, protection_plans;
    };
    bool in_cohort() const;
    object details() const;
    void add_assessments();
    void add_need_plans();
    void add_enquiries();
    void add_protection_plans();
    object finish(Episode& episode) const;
    MaybeDate conference_of(const core::Section47Enquiry& enquiry) const;

    bool overlaps(Date from, MaybeDate until) const {
        return from <= window_.last && (!until || *until < from || *until >= window_.first);
    }
    bool holds(MaybeDate day) const { return day && window_.first <= *day && *day <= window_.last; }
    Episode* host(core::ReferralId id, Date on) { return host_of(std::span<Episode>(episodes_), id, on); }
    Episode* host(Date on) { return host_of(std::span<Episode>(episodes_), on); }

    const core::Person& child_;
    const core::ChildHistory& history_;
    const Subject& subject_;
    const Window& window_;
    std::vector<Episode> episodes_;
};

std::optional<object> Payload::build() {
    if (!in_cohort()) return std::nullopt;
    for (ReferralsOfDay& each : referrals_by_day(history_))
        episodes_.push_back({std::move(each), {}, {}, {}, {}});
    add_assessments();
    add_need_plans();
    add_enquiries();
    add_protection_plans();
    array episodes;
    for (Episode& each : episodes_)
        if (overlaps(each.on, each.closed_on)) episodes.push_back(finish(each));
    if (episodes.empty()) return std::nullopt;
    object payload;
    payload["la_child_id"] = core::reported_number(child_);
    payload["mis_child_id"] = to_text(child_.id);
    payload["purge"] = false;
    payload["child_details"] = details();
    payload["social_care_episodes"] = std::move(episodes);
    return payload;
}

bool Payload::in_cohort() const {
    if (!child_.date_of_birth) return true;
    Date of_age(std::chrono::year_month_day(*child_.date_of_birth) + std::chrono::years(first_age_outside));
    return *child_.date_of_birth <= window_.last && of_age > window_.first;
}

object Payload::details() const {
    object details;
    put(details, "unique_pupil_number", child_.pupil_number);
    put(details, "former_unique_pupil_number", child_.former_pupil_number);
    if (child_.pupil_number.empty() && child_.no_pupil_number)
        put(details, "unique_pupil_number_unknown_reason", cin::code_of(*child_.no_pupil_number));
    put(details, "first_name", child_.given_name);
    put(details, "surname", child_.family_name);
    put(details, "date_of_birth", child_.date_of_birth);
    if (!child_.date_of_birth) put(details, "expected_date_of_birth", child_.expected_date);
    put(details, "sex", cin::code_of(child_.stage == core::Stage::born ? child_.sex : core::Sex::unknown));
    put(details, "ethnicity", child_.ethnicity.empty() ? cin::ethnicity_not_obtained : child_.ethnicity);
    std::set<std::string_view> disabilities;
    for (core::Disability each : child_.disabilities)
        disabilities.insert(cin::code_of(each));
    put_list(details, "disabilities", array(disabilities.begin(), disabilities.end()));
    put(details, "postcode", subject_.home_postcode);
    details["purge"] = false;
    return details;
}

void Payload::add_assessments() {
    for (const auto& [assessment, part] : history_.assessments) {
        if (assessment.state == core::AssessmentState::stopped) continue;
        MaybeDate authorised;
        if (assessment.state == core::AssessmentState::authorised && assessment.signed_off_at)
            authorised = london_date(*assessment.signed_off_at);
        if (!holds(assessment.started_on) && !holds(authorised)) continue;
        Episode* episode = host(part.referral, assessment.started_on);
        if (!episode) continue;
        object row;
        row["child_and_family_assessment_id"] = to_text(assessment.id);
        put(row, "start_date", assessment.started_on);
        put_end(row, "authorisation_date", assessment.started_on, authorised);
        std::set<std::string_view> factors;
        for (const std::string& code : part.factors)
            if (authorised && cin::is_factor(code)) factors.insert(code);
        put_list(row, "factors", array(factors.begin(), factors.end()));
        row["purge"] = false;
        episode->assessments.push_back(std::move(row));
    }
}

void Payload::add_need_plans() {
    for (const core::NeedPlan& plan : history_.need_plans) {
        if (!plan.met_on || !overlaps(*plan.met_on, plan.ended_on)) continue;
        Episode* episode = host(plan.referral, *plan.met_on);
        if (!episode) continue;
        object row;
        row["child_in_need_plan_id"] = to_text(plan.id);
        put(row, "start_date", plan.met_on);
        put_end(row, "end_date", *plan.met_on, plan.ended_on);
        row["purge"] = false;
        episode->need_plans.push_back(std::move(row));
    }
}

/// The initial conference to which the enquiry led, once held.
MaybeDate Payload::conference_of(const core::Section47Enquiry& enquiry) const {
    MaybeDate first;
    for (const core::ConferenceOfChild& each : history_.conferences)
        if (each.part.kind == core::ConferenceKind::initial && each.part.enquiry == enquiry.id &&
            core::was_held(each) && (!first || core::day_of(each) < *first))
            first = core::day_of(each);
    return first;
}

/// Nothing while it is not decided.
std::optional<bool> needs_conference(const core::Section47Enquiry& enquiry, MaybeDate held) {
    if (held) return true;
    if (enquiry.state == core::EnquiryState::stopped) return false;
    if (enquiry.state != core::EnquiryState::ended) return std::nullopt;
    return enquiry.leads_to == core::AfterEnquiry::initial_conference;
}

void Payload::add_enquiries() {
    for (const core::Section47Enquiry& enquiry : history_.enquiries) {
        MaybeDate ended, conference = conference_of(enquiry);
        if (enquiry.state == core::EnquiryState::ended && enquiry.endorsed_at)
            ended = london_date(*enquiry.endorsed_at);
        if (!overlaps(enquiry.started_on, ended) && !holds(conference)) continue;
        Episode* episode = host(enquiry.started_on);
        if (!episode) continue;
        object row;
        row["section_47_assessment_id"] = to_text(enquiry.id);
        put(row, "start_date", enquiry.started_on);
        if (auto needed = needs_conference(enquiry, conference)) row["icpc_required_flag"] = *needed;
        put(row, "icpc_date", conference);
        put_end(row, "end_date", enquiry.started_on, ended);
        row["purge"] = false;
        episode->enquiries.push_back(std::move(row));
    }
}

void Payload::add_protection_plans() {
    for (const auto& [plan, categories] : history_.protection_plans) {
        if (!overlaps(plan.started_on, plan.ended_on)) continue;
        Episode* episode = host(plan.started_on);
        if (!episode) continue;
        object row;
        row["child_protection_plan_id"] = to_text(plan.id);
        put(row, "start_date", plan.started_on);
        put_end(row, "end_date", plan.started_on, plan.ended_on);
        row["purge"] = false;
        episode->protection_plans.push_back(std::move(row));
    }
}

object Payload::finish(Episode& episode) const {
    object row;
    row["social_care_episode_id"] = to_text(episode.ids.front());
    put(row, "referral_date", episode.on);
    put(row, "referral_source", cin::code_of(episode.by->source));
    row["referral_no_further_action_flag"] = episode.no_further_action;
    if (!episode.no_further_action && episode.closed_on && *episode.closed_on >= episode.on) {
        put(row, "closure_date", episode.closed_on);
        for (const core::Closure& each : history_.closures)
            if (each.state == core::ClosureState::authorised &&
                std::ranges::find(episode.ids, each.referral) != episode.ids.end())
                row["closure_reason"] = cin::code_of(each.reason);
    }
    put_list(row, "child_and_family_assessments", std::move(episode.assessments));
    put_list(row, "child_in_need_plans", std::move(episode.need_plans));
    put_list(row, "section_47_assessments", std::move(episode.enquiries));
    put_list(row, "child_protection_plans", std::move(episode.protection_plans));
    row["purge"] = false;
    return row;
}

// ---- Content --------------------------------------------------------------------------------------------------------

bool is_system_made(std::string_view name) {
    return name == "purge" || (name.ends_with("_id") && name != "la_child_id" && name != "worker_id");
}

std::string content(const boost::json::value& value) {
    std::string text;
    if (const object* members = value.if_object()) {
        std::set<std::string> each;
        for (const auto& member : *members) {
            std::string_view name(member.key().data(), member.key().size());
            if (!is_system_made(name)) each.insert(std::string(name) + ":" + content(member.value()));
        }
        text = "{";
        for (const std::string& one : each)
            text += one + ",";
        return text + "}";
    }
    if (const array* items = value.if_array()) {
        std::multiset<std::string> each;
        for (const auto& item : *items)
            each.insert(content(item));
        text = "[";
        for (const std::string& one : each)
            text += one + ",";
        return text + "]";
    }
    return json_text(value);
}

}  // namespace

Window window_on(Date today) {
    std::chrono::year_month_day then(today);
    std::chrono::year_month month = then.year() / then.month() - std::chrono::months(months_back);
    bool before_april = month.month() < std::chrono::April;
    return {Date((month.year() - std::chrono::years(before_april ? 1 : 0)) / std::chrono::April / 1),
            Date(std::chrono::sys_days(today) + std::chrono::days(1))};
}

std::optional<object> payload_of(const Subject& subject, const Window& window) {
    return Payload(subject, window).build();
}

std::string content_of(const object& payload) {
    return content(payload);
}

}  // namespace kith::returns::dfe_api
