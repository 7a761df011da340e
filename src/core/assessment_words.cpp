#include "core/assessment_words.h"

#include <algorithm>

namespace kith::core {

static constexpr AssessmentFactor factors[] = {
    {"1A", "Alcohol", "Alcohol misuse by the child"},
    {"1B", "Alcohol", "Alcohol misuse by a parent or carer"},
    {"1C", "Alcohol", "Alcohol misuse by somebody else in the household"},
    {"2A", "Drugs", "Drug misuse by the child"},
    {"2B", "Drugs", "Drug misuse by a parent or carer"},
    {"2C", "Drugs", "Drug misuse by somebody else in the household"},
    {"3A", "Domestic abuse", "Domestic abuse: the child is the subject"},
    {"3B", "Domestic abuse", "Domestic abuse: a parent or carer is the subject"},
    {"3C", "Domestic abuse", "Domestic abuse: somebody else in the household is the subject"},
    {"4A", "Mental health", "Mental health of the child"},
    {"4B", "Mental health", "Mental health of a parent or carer"},
    {"4C", "Mental health", "Mental health of somebody else in the household"},
    {"5A", "Learning disability", "Learning disability of the child"},
    {"5B", "Learning disability", "Learning disability of a parent or carer"},
    {"5C", "Learning disability", "Learning disability of somebody else in the household"},
    {"6A", "Physical disability or illness", "Physical disability or illness of the child"},
    {"6B", "Physical disability or illness", "Physical disability or illness of a parent or carer"},
    {"6C", "Physical disability or illness", "Physical disability or illness of somebody else in the household"},
    {"7A", "Young carer", "The child is a young carer"},
    {"8B", "Private fostering", "Privately fostered: from overseas, intends to return"},
    {"8C", "Private fostering", "Privately fostered: from overseas, intends to stay"},
    {"8D", "Private fostering", "Privately fostered: from the United Kingdom, in an educational placement"},
    {"8E", "Private fostering", "Privately fostered: from the United Kingdom, other family arrangement"},
    {"8F", "Private fostering", "Privately fostered: other"},
    {"9A", "Unaccompanied", "Unaccompanied asylum-seeking child"},
    {"10A", "Outside the home", "The child goes missing"},
    {"11A", "Outside the home", "Child sexual exploitation"},
    {"12A", "Outside the home", "Trafficking"},
    {"13A", "Outside the home", "Gangs"},
    {"24A", "Outside the home", "Child criminal exploitation"},
    {"14A", "Behaviour", "Socially unacceptable behaviour"},
    {"15A", "Behaviour", "Self-harm"},
    {"16A", "Abuse or neglect", "Neglect"},
    {"17A", "Abuse or neglect", "Emotional abuse"},
    {"18B", "Abuse or neglect", "Physical abuse by another child"},
    {"18C", "Abuse or neglect", "Physical abuse by an adult"},
    {"19B", "Abuse or neglect", "Sexual abuse by another child"},
    {"19C", "Abuse or neglect", "Sexual abuse by an adult"},
    {"22A", "Abuse or neglect", "Female genital mutilation"},
    {"23A", "Abuse or neglect", "Abuse linked to faith or belief"},
    {"20", "Other", "Another factor"},
    {no_factors, "None", "No factors identified"},
};

using enum FrameworkDomain;
static constexpr FrameworkPrompt prompts[] = {
    {child_development, "Health", "Growth, illness, diet, immunisations, sleep; for an unborn baby, antenatal care."},
    {child_development, "Education", "Nursery, school, play, interests, what the child is good at."},
    {child_development, "Emotional and behavioural development", "How the child feels, copes and shows it."},
    {child_development, "Identity", "How the child sees themselves; belonging, race, religion, disability."},
    {child_development, "Family and social relationships", "Who matters to the child, and friendships."},
    {child_development, "Social presentation", "How the child comes across, and how others respond."},
    {child_development, "Self-care skills", "What the child does for themselves, for their age."},
    {parenting_capacity, "Basic care", "Food, warmth, hygiene, health care."},
    {parenting_capacity, "Ensuring safety", "Protection from harm, at home, outside and online."},
    {parenting_capacity, "Emotional warmth", "Comfort, praise, and being valued."},
    {parenting_capacity, "Stimulation", "Play, talk, learning and encouragement."},
    {parenting_capacity, "Guidance and boundaries", "Example, limits, and help with feelings."},
    {parenting_capacity, "Stability", "People and routines that stay the same."},
    {family_and_environment, "Family history and functioning", "What has happened in this family, and how it lives."},
    {family_and_environment, "Wider family", "Relatives and close friends, and what they can do."},
    {family_and_environment, "Housing", "Where the family lives, and whether it is fit and secure."},
    {family_and_environment, "Employment", "Work, its hours, and what it means for the children."},
    {family_and_environment, "Income", "Money, benefits and debts."},
    {family_and_environment, "Family's social integration", "Neighbours, isolation, discrimination."},
    {family_and_environment, "Community resources", "Services, faith groups, transport, what is near."},
};

std::span<const AssessmentFactor> assessment_factors() {
    return factors;
}

const AssessmentFactor* find_factor(std::string_view code) {
    auto found = std::ranges::find(factors, code, &AssessmentFactor::code);
    return found == std::end(factors) ? nullptr : found;
}

std::span<const FrameworkPrompt> framework_prompts() {
    return prompts;
}

std::string_view says(AssessmentState state) {
    switch (state) {
        case AssessmentState::in_progress:
            return "Being written";
        case AssessmentState::with_manager:
            return "With the manager";
        case AssessmentState::authorised:
            return "Authorised";
        case AssessmentState::stopped:
            return "Stopped";
    }
    return "";
}

std::string_view says(ChildSeen seen) {
    switch (seen) {
        case ChildSeen::not_recorded:
            return "Not recorded yet";
        case ChildSeen::seen_alone:
            return "Seen alone";
        case ChildSeen::seen_with_others:
            return "Seen with others";
        case ChildSeen::observed:
            return "Observed";
        case ChildSeen::not_seen:
            return "Not seen";
        case ChildSeen::not_born:
            return "Not born yet";
    }
    return "";
}

std::string_view says(Section17Ground ground) {
    switch (ground) {
        case Section17Ground::standard_of_health_or_development:
            return "Without services, unlikely to achieve or maintain a reasonable standard of health or development: "
                   "section 17(10)(a)";
        case Section17Ground::significant_impairment:
            return "Without services, health or development likely to be significantly or further impaired: "
                   "section 17(10)(b)";
        case Section17Ground::disabled:
            return "Disabled: section 17(10)(c)";
    }
    return "";
}

std::string_view says(AssessmentOutcome outcome) {
    switch (outcome) {
        case AssessmentOutcome::no_further_action:
            return "No further action";
        case AssessmentOutcome::early_help:
            return "Early help";
        case AssessmentOutcome::child_in_need:
            return "Child in need plan";
        case AssessmentOutcome::strategy_discussion:
            return "Strategy discussion";
        case AssessmentOutcome::looked_after:
            return "To be looked after by the authority";
        case AssessmentOutcome::other_service:
            return "To another authority or to adult services";
        case AssessmentOutcome::plan_continues:
            return "The plan that the child has goes on";
    }
    return "";
}

std::string_view says(FrameworkDomain domain) {
    switch (domain) {
        case FrameworkDomain::child_development:
            return "The child's development";
        case FrameworkDomain::parenting_capacity:
            return "Parenting";
        case FrameworkDomain::family_and_environment:
            return "Family and environment";
    }
    return "";
}

}  // namespace kith::core
