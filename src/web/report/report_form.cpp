#include "web/report/report_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::web {

using namespace core;

static constexpr std::size_t most_children = 12;

// The fields of each step. Children's fields are numbered: "child-2-given_name".
static constexpr std::array about_fields{"reporter"sv, "danger_now"sv, "danger_why"sv};
static constexpr std::array worry_fields{"worry"sv, "already_helps"sv};
static constexpr std::array you_fields{"reporter_name"sv,  "relation_to_child"sv,   "reporter_phone"sv,
                                       "reporter_email"sv, "safe_to_reach"sv,       "may_name_reporter"sv,
                                       "agency"sv,         "agency_role"sv,         "consent"sv,
                                       "parents_told"sv,   "without_consent_why"sv, "not_told_why"sv,
                                       "advice_taken"sv};

static std::span<const std::string_view> fields_of(ReportStep step) {
    switch (step) {
        case ReportStep::about:
            return about_fields;
        case ReportStep::worry:
            return worry_fields;
        case ReportStep::you:
            return you_fields;
        case ReportStep::children:
        case ReportStep::check:
            break;
    }
    return {};
}

static bool belongs_to(std::string_view name, ReportStep step) {
    if (step == ReportStep::children) return name.starts_with("child-") || name == "child_count";
    return std::ranges::find(fields_of(step), name) != fields_of(step).end();
}

ReportWords report_words(ReporterKind kind) {
    switch (kind) {
        case ReporterKind::parent_or_carer:
            return {"Who is in your family?",
                    "What would you like help with?",
                    "Tell us in your own words. Asking for help is a good thing to do for your family.",
                    "What helps already? This may be people, places or things that you do.",
                    "How can we reach you?",
                    "We will talk with you first before we talk with anyone else, unless someone is in danger."};
        case ReporterKind::child:
            return {"Who is this about?",
                    "What is happening?",
                    "Use your own words. You do not have to tell us everything now. It is not your fault.",
                    "Is there anybody or anything that helps?",
                    "How can we talk with you?",
                    "Tell us a safe way. We will not tell anyone at home that you wrote to us without talking with you "
                    "first, unless "
                    "someone is in danger right now."};
        case ReporterKind::professional:
            return {"Which children is this about?",
                    "What are you worried about?",
                    "Say what you have seen and heard, when, and what it is like for each child. Give facts first, "
                    "then what you think.",
                    "What is working well, and what help has been tried?",
                    "About you and what the parents know",
                    "“Not known” is always an answer. We accept every concern."};
        case ReporterKind::relative:
        case ReporterKind::member_of_public:
            break;
    }
    return {"Which children is this about?",
            "What are you worried about?",
            "Tell us what you have seen or heard, and when. You do not need to be sure.",
            "Is there anything that already helps this family?",
            "About you",
            "You do not have to give your name. If you do, we will not tell the family who you are unless you agree or "
            "a court orders it."};
}

ReportForm::ReportForm(http::Form typed, Date today) : state_(std::move(typed)), today_(today) {}

ReporterKind ReportForm::reporter() const {
    return parse_word<ReporterKind>(state_.value("reporter")).value_or(ReporterKind::member_of_public);
}

std::size_t ReportForm::child_count() const {
    std::string typed = state_.value("child_count");
    std::size_t count =
        typed.empty() || typed.size() > 2 || !std::ranges::all_of(typed, [](char c) { return c >= '0' && c <= '9'; })
            ? 1
            : std::stoul(typed);
    return std::clamp<std::size_t>(count, 1, most_children);
}

void ReportForm::add_child() {
    state_.set("child_count", std::to_string(std::min(child_count() + 1, most_children)));
}

// Later children move up one number, so that no gap is left.
void ReportForm::remove_child(std::size_t number) {
    http::Form kept;
    std::string gone = fmt::format("child-{}-", number);
    for (const auto& [name, value] : state_.typed().entries()) {
        if (name.starts_with(gone) || name == "child_count") continue;
        std::string moved = name;
        for (std::size_t later = number + 1; later <= most_children; ++later) {
            std::string prefix = fmt::format("child-{}-", later);
            if (name.starts_with(prefix)) moved = fmt::format("child-{}-", later - 1) + name.substr(prefix.size());
        }
        kept.add(moved, value);
    }
    kept.add("child_count", std::to_string(std::max<std::size_t>(child_count(), 2) - 1));
    state_ = FormState(std::move(kept));
}

ContactChild ReportForm::child(std::size_t number) {
    auto named = [&](std::string_view field) { return fmt::format("child-{}-{}", number, field); };
    ContactChild child;
    child.position = static_cast<int>(number);
    child.given_name = state_.text(named("given_name"), 100);
    child.family_name = state_.text(named("family_name"), 100);
    child.unborn = state_.choice(named("unborn"), Answer::no);
    child.date_of_birth = state_.date_of_a_life(named("date_of_birth"));
    if (child.date_of_birth && *child.date_of_birth > today_)
        state_.add_error(
            named("date_of_birth"),
            "The date of birth cannot be in the future. For a baby who is not born yet, say when it is due.");
    child.expected_date = state_.date(named("expected_date"));
    child.age_or_birth = state_.text(named("age"), 100);
    child.address = state_.text(named("address"), 500);
    child.school = state_.text(named("school"), 200);
    return child;
}

static void check_about(FormState& state) {
    state.required_choice<ReporterKind>("reporter", "Choose who you are.");
    state.choice("danger_now", Answer::not_known);
    state.long_text("danger_why");
}

static void check_email(FormState& state) {
    std::string email = state.text("reporter_email", 200);
    std::size_t at = email.find('@');
    bool plausible = at != std::string::npos && at > 0 && email.find('@', at + 1) == std::string::npos &&
                     email.find('.', at) != std::string::npos && email.find(' ') == std::string::npos;
    if (!email.empty() && !plausible)
        state.add_error("reporter_email", "Enter an email address such as name@example.com, or leave it empty.");
}

static void check_you(FormState& state) {
    for (std::string_view name : you_fields)
        state.text(name, 5'000);
    check_email(state);
    for (std::string_view name : {"may_name_reporter"sv, "consent"sv, "parents_told"sv})
        state.choice(name, Answer::not_known);
}

void ReportForm::check(ReportStep step) {
    switch (step) {
        case ReportStep::about:
            return check_about(state_);
        case ReportStep::children:
            for (std::size_t number = 1; number <= child_count(); ++number)
                child(number);
            return;
        case ReportStep::worry:
            state_.required_text("worry", "Tell us what is happening, in a few words or more.", 50'000);
            state_.long_text("already_helps");
            return;
        case ReportStep::you:
            return check_you(state_);
        case ReportStep::check:
            return;
    }
}

std::optional<ReportStep> ReportForm::first_step_in_error() {
    for (ReportStep step : {ReportStep::about, ReportStep::children, ReportStep::worry, ReportStep::you}) {
        check(step);
        if (state_.has_errors()) return step;
    }
    return std::nullopt;
}

static bool says_anything(const ContactChild& child) {
    return !child.given_name.empty() || !child.family_name.empty() || child.unborn == Answer::yes ||
           child.date_of_birth || child.expected_date || !child.age_or_birth.empty() || !child.address.empty() ||
           !child.school.empty();
}

actions::ReceiveContact ReportForm::command() {
    actions::ReceiveContact command;
    Contact& contact = command.contact;
    contact.channel = Channel::web;
    contact.reporter = reporter();
    contact.danger_now = state_.choice("danger_now", Answer::not_known);
    contact.danger_why = state_.long_text("danger_why");
    contact.worry = state_.long_text("worry");
    contact.already_helps = state_.long_text("already_helps");
    contact.reporter_name = state_.text("reporter_name", 5'000);
    contact.relation_to_child = state_.text("relation_to_child", 5'000);
    contact.reporter_phone = state_.text("reporter_phone", 5'000);
    contact.reporter_email = state_.text("reporter_email", 5'000);
    contact.safe_to_reach = state_.text("safe_to_reach", 5'000);
    contact.may_name_reporter = state_.choice("may_name_reporter", Answer::not_known);
    contact.agency = state_.text("agency", 5'000);
    contact.agency_role = state_.text("agency_role", 5'000);
    contact.consent = state_.choice("consent", Answer::not_known);
    contact.without_consent_why = state_.text("without_consent_why", 5'000);
    contact.parents_told = state_.choice("parents_told", Answer::not_known);
    contact.not_told_why = state_.text("not_told_why", 5'000);
    contact.advice_taken = state_.text("advice_taken", 5'000);
    for (std::size_t number = 1; number <= child_count(); ++number)
        if (ContactChild each = child(number); says_anything(each)) command.children.push_back(each);
    return command;
}

std::vector<HiddenField> ReportForm::carried(ReportStep step) const {
    std::vector<HiddenField> fields;
    for (const auto& [name, value] : state_.typed().entries()) {
        bool known = belongs_to(name, ReportStep::about) || belongs_to(name, ReportStep::children) ||
                     belongs_to(name, ReportStep::worry) || belongs_to(name, ReportStep::you);
        if (known && !belongs_to(name, step)) fields.push_back({name, value});
    }
    return fields;
}

}  // namespace kith::web
