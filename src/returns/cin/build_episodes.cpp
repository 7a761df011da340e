#include "returns/cin/build_episodes.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/conference_steps.h"
#include "returns/cin/codes.h"
#include "returns/cin/fill.h"
#include "returns/cin/mapping.h"
#include "returns/referral_days.h"

namespace kith::returns::cin {

namespace {

/// The referrals of one day, and the episode that they are.
struct Referred : ReferralsOfDay {
    Episode episode;
};

class Episodes {
  public:
    Episodes(const core::ChildHistory& history, const CensusYear& year, const WorkingDays& calendar)
        : history_(history), year_(year), calendar_(calendar) {}
    BuiltEpisodes build();

  private:
    void add_referrals();
    void add_assessments();
    void add_need_plans();
    void add_enquiries();
    void add_conferences();
    void add_protection_plans();
    void add_pre_proceedings();
    bool in_scope(const Referred& referred) const;
    void finish(Referred& referred);

    Referred* host(Date on) { return host_of(std::span<Referred>(referred_), on); }
    Referred* host(core::ReferralId id, Date on) { return host_of(std::span<Referred>(referred_), id, on); }
    MaybeDate by_the_end(MaybeDate day) const { return day && *day <= year_.last ? day : std::nullopt; }
    bool running(Date from, MaybeDate until) const { return from <= year_.last && (!until || *until >= year_.first); }
    void leave_out(Date on, std::string what) { left_out_.push_back({{}, on, std::move(what)}); }
    MaybeDate conference_of(const core::Section47Enquiry& enquiry) const;
    bool arose_from_enquiry(const core::ConferenceOfChild& conference) const;

    const core::ChildHistory& history_;
    const CensusYear& year_;
    const WorkingDays& calendar_;
    std::vector<Referred> referred_;
    std::vector<LeftOut> left_out_;
};

BuiltEpisodes Episodes::build() {
    add_referrals();
    add_assessments();
    add_need_plans();
    add_enquiries();
    add_conferences();
    add_protection_plans();
    add_pre_proceedings();
    BuiltEpisodes built;
    for (Referred& each : referred_) {
        if (!in_scope(each)) continue;
        finish(each);
        built.episodes.push_back(std::move(each.episode));
    }
    built.left_out = std::move(left_out_);
    return built;
}

// ---- Referrals ------------------------------------------------------------------------------------------------------

void Episodes::add_referrals() {
    for (ReferralsOfDay& each : referrals_by_day(history_))
        referred_.push_back({std::move(each), {}});
}

bool Episodes::in_scope(const Referred& referred) const {
    if (referred.no_further_action) return year_.holds(referred.on);
    return running(referred.on, referred.closed_on);
}

void Episodes::finish(Referred& referred) {
    Episode& episode = referred.episode;
    fill(episode.referral, referred.on);
    fill(episode.referral_source, code_of(referred.by->source));
    fill(episode.no_further_action, referred.no_further_action ? Truth::yes : Truth::no);
    if (!referred.no_further_action || referred.by->need != core::PrimaryNeed::not_stated)
        fill(episode.primary_need, code_of(referred.by->need));
    if (referred.no_further_action || !by_the_end(referred.closed_on)) return;
    fill(episode.closure, referred.closed_on);
    for (const core::Closure& each : history_.closures)
        if (each.state == core::ClosureState::authorised &&
            std::ranges::find(referred.ids, each.referral) != referred.ids.end())
            fill(episode.reason_for_closure, code_of(each.reason));
}

// ---- Assessments ----------------------------------------------------------------------------------------------------

std::vector<TextField> factors_of(const core::AssessmentChild& part) {
    std::vector<TextField> factors;
    for (const std::string& code : part.factors)
        if (is_factor(code)) fill(factors.emplace_back("Assessments", "AssessmentFactors"), code);
    return factors;
}

void Episodes::add_assessments() {
    for (const auto& [assessment, part] : history_.assessments) {
        if (assessment.state == core::AssessmentState::stopped || assessment.started_on > year_.last) continue;
        MaybeDate authorised;
        if (assessment.state == core::AssessmentState::authorised && assessment.signed_off_at)
            authorised = london_date(*assessment.signed_off_at);
        if (authorised && *authorised < year_.first) continue;
        Referred* referred = host(part.referral, assessment.started_on);
        if (!referred) {
            leave_out(assessment.started_on, "An assessment follows no referral that was open: record the referral.");
            continue;
        }
        if (!in_scope(*referred)) continue;
        authorised = by_the_end(authorised);
        if (!authorised && assessment.started_on < year_.first) {
            leave_out(assessment.started_on,
                      "An assessment began before this census year and is not authorised: the census takes it when it "
                      "is.");
            continue;
        }
        Assessment& row = referred->episode.assessments.emplace_back();
        fill(row.start, assessment.started_on);
        fill(row.internal_review, by_the_end(assessment.reviewed_on));
        fill(row.authorisation, authorised);
        if (authorised) row.factors = factors_of(part);
    }
}

// ---- Child in need plans --------------------------------------------------------------------------------------------

void Episodes::add_need_plans() {
    for (const core::NeedPlan& plan : history_.need_plans) {
        if (!plan.met_on || !running(*plan.met_on, plan.ended_on)) continue;
        Referred* referred = host(plan.referral, *plan.met_on);
        if (!referred) {
            leave_out(*plan.met_on, "A child in need plan follows no referral that was open: record the referral.");
            continue;
        }
        CinPlan& row = referred->episode.cin_plans.emplace_back();
        fill(row.start, plan.met_on);
        fill(row.end, by_the_end(plan.ended_on));
    }
}

// ---- Section 47 enquiries and conferences ---------------------------------------------------------------------------

/// Practice: a child protection conference is held within 15 working days of the strategy discussion.
constexpr int working_days_to_conference = 15;

bool is_first_of(const core::ConferenceOfChild& conference, const core::Section47Enquiry& enquiry) {
    return conference.part.kind == core::ConferenceKind::initial && conference.part.enquiry == enquiry.id &&
           core::was_held(conference);
}

MaybeDate Episodes::conference_of(const core::Section47Enquiry& enquiry) const {
    MaybeDate first;
    for (const core::ConferenceOfChild& each : history_.conferences)
        if (is_first_of(each, enquiry) && (!first || core::day_of(each) < *first)) first = core::day_of(each);
    return by_the_end(first);
}

/// Whether it was known on the last day that the enquiry leads to no initial conference.
bool needs_no_conference(const core::Section47Enquiry& enquiry, Date last) {
    if (enquiry.state == core::EnquiryState::stopped) return true;
    if (enquiry.state == core::EnquiryState::ended && !enquiry.endorsed_at)  // brought over: when is not known
        return enquiry.leads_to != core::AfterEnquiry::initial_conference;
    return enquiry.state == core::EnquiryState::ended && enquiry.endorsed_at &&
           london_date(*enquiry.endorsed_at) <= last && enquiry.leads_to != core::AfterEnquiry::initial_conference;
}

void Episodes::add_enquiries() {
    for (const core::Section47Enquiry& enquiry : history_.enquiries) {
        MaybeDate conference = conference_of(enquiry);
        if (enquiry.started_on > year_.last || (conference && *conference < year_.first)) continue;
        bool not_needed = !conference && needs_no_conference(enquiry, year_.last);
        if (not_needed && enquiry.started_on < year_.first) continue;
        Referred* referred = host(enquiry.started_on);
        if (!referred) {
            leave_out(enquiry.started_on,
                      "A section 47 enquiry follows no referral that was open: record the referral.");
            continue;
        }
        if (!in_scope(*referred)) continue;
        if (!conference && !not_needed && enquiry.started_on < year_.first) {
            leave_out(enquiry.started_on,
                      "A section 47 enquiry began before this census year and has neither a conference nor the "
                      "decision that none is needed.");
            continue;
        }
        Section47Enquiry& row = referred->episode.enquiries.emplace_back();
        fill(row.start, enquiry.started_on);
        if (!not_needed) fill(row.conference_target, calendar_.due(enquiry.started_on, working_days_to_conference));
        fill(row.conference, conference);
        fill(row.conference_not_required, not_needed ? Truth::yes : Truth::no);
    }
}

bool Episodes::arose_from_enquiry(const core::ConferenceOfChild& conference) const {
    return std::ranges::any_of(history_.enquiries, [&](const core::Section47Enquiry& enquiry) {
        return is_first_of(conference, enquiry) && conference_of(enquiry) == core::day_of(conference);
    });
}

/// A conference that arose from no enquiry of ours: a transfer in.
void Episodes::add_conferences() {
    for (const core::ConferenceOfChild& conference : history_.conferences) {
        Date day = core::day_of(conference);
        if (!core::is_first(conference.part.kind) || !core::was_held(conference) || !year_.holds(day)) continue;
        if (arose_from_enquiry(conference)) continue;
        if (Referred* referred = host(day))
            fill(referred->episode.conference, day);
        else
            leave_out(day, "A conference follows no referral that was open: record the referral.");
    }
}

// ---- Child protection plans -----------------------------------------------------------------------------------------

core::AbuseCategory latest_category(const core::ProtectionPlanOfChild& of_child, Date last) {
    core::AbuseCategory latest =
        of_child.categories.empty() ? of_child.plan.category : of_child.categories.front().category;
    for (const core::PlanCategory& each : of_child.categories)
        if (each.from <= last) latest = each.category;
    return latest;
}

/// What another system counted; nothing where the plan was made here.
int plans_before(const core::ChildHistory& history, const core::ProtectionPlanId& plan) {
    for (const core::Inherited& each : history.inherited)
        if (each.record == plan) return each.plans_before.value_or(0);
    return 0;
}

void Episodes::add_protection_plans() {
    int earlier = 0;
    for (const core::ProtectionPlanOfChild& of_child : history_.protection_plans) {
        const core::ProtectionPlan& plan = of_child.plan;
        earlier = std::max(earlier, plans_before(history_, plan.id));
        int previous = earlier++;
        if (!running(plan.started_on, plan.ended_on)) continue;
        Referred* referred = host(plan.started_on);
        if (!referred) {
            leave_out(plan.started_on,
                      "A child protection plan follows no referral that was open: record the referral.");
            continue;
        }
        ProtectionPlan& row = referred->episode.protection_plans.emplace_back();
        fill(row.start, plan.started_on);
        fill(row.end, by_the_end(plan.ended_on));
        fill(row.initial_category,
             code_of(of_child.categories.empty() ? plan.category : of_child.categories.front().category));
        fill(row.latest_category, code_of(latest_category(of_child, year_.last)));
        fill(row.previous_plans, previous);
        Reviews reviews;
        for (const core::ConferenceOfChild& each : history_.conferences)
            if (each.part.kind == core::ConferenceKind::review && each.part.plan == plan.id && core::was_held(each) &&
                year_.holds(core::day_of(each)))
                fill(reviews.dates.emplace_back("Reviews", "CPPreviewDate"), core::day_of(each));
        if (!reviews.dates.empty()) row.reviews.push_back(std::move(reviews));
    }
}

// ---- Pre-proceedings ------------------------------------------------------------------------------------------------

constexpr int first_year_of_pre_proceedings = 2027;

/// What PPOutcome's letters mean is not established (mapping.h), so none is written. Of what was brought over the
/// family's meeting is known without its day, and the review meetings by their number.
PreProceedings reported(const core::PreProceedingsOfChild& of_child, const core::Inherited* inherited, Date last) {
    const core::PreProceedings& from = of_child.pre_proceedings;
    auto by_the_end = [&](MaybeDate day) { return day && *day <= last ? day : std::nullopt; };
    PreProceedings row;
    fill(row.start, from.decided_on);
    MaybeDate letter = by_the_end(from.letter_sent_on);
    fill(row.letter_before_proceedings, letter);
    if (letter) {
        fill(row.meeting_offered, from.meeting_offered == core::Answer::yes ? Truth::yes : Truth::no);
        bool met =
            by_the_end(from.family_meeting_on) || (inherited && from.family_meeting == core::FamilyMeeting::held);
        fill(row.meeting_facilitated, met ? Truth::yes : Truth::no);
    }
    auto held = std::ranges::count_if(of_child.meetings, [&](const auto& each) { return each.held_on <= last; });
    if (held > 0) {
        fill(row.first_meeting, of_child.meetings.front().held_on);
        int before = inherited ? inherited->review_meetings.value_or(0) : 0;
        fill(row.review_meetings, static_cast<int>(held) - 1 + before);
    }
    if (!from.end || core::is_decided(*from.end)) fill(row.step_decision, by_the_end(from.ended_on));
    fill(row.court_application, by_the_end(from.applied_on));
    fill(row.initiating_letter, by_the_end(from.court_letter_on));
    return row;
}

void Episodes::add_pre_proceedings() {
    if (year_.year < first_year_of_pre_proceedings) return;
    for (const core::PreProceedingsOfChild& each : history_.pre_proceedings) {
        Date decided = each.pre_proceedings.decided_on;
        if (!running(decided, each.pre_proceedings.ended_on)) continue;
        Referred* referred = host(decided);
        if (!referred) {
            leave_out(decided, "Pre-proceedings follow no referral that was open: record the referral.");
            continue;
        }
        if (!in_scope(*referred)) continue;
        if (decided < year_.first) {
            leave_out(decided,
                      "Pre-proceedings began before this census year: the census takes those that begin in it.");
            continue;
        }
        auto inherited =
            std::ranges::find(history_.inherited, RawId(each.pre_proceedings.id), &core::Inherited::record);
        referred->episode.pre_proceedings.push_back(
            reported(each, inherited == history_.inherited.end() ? nullptr : &*inherited, year_.last));
    }
}

}  // namespace

BuiltEpisodes build_episodes(const core::ChildHistory& history, const CensusYear& year, const WorkingDays& calendar) {
    return Episodes(history, year, calendar).build();
}

}  // namespace kith::returns::cin
