// What each record asks for, and when: at the start (never refused), completed by the next working day, or at sign-off.
// "Not known", "not asked" and "not obtained because …" are answers; blank is not.
#include "rulebook/england/tables.h"

namespace kith::rulebook::tables {

using namespace core;
using N = Noun;
using L = Level;

static constexpr Source referral{working_together, "referral"};
static constexpr Source assessing{working_together, "assessment", Evidence::read};
static constexpr Source act_17{children_act, "section 17 and section 17(10)", Evidence::known, NewestEdition::has_none};
static constexpr Source strategy{working_together, "strategy discussion"};
static constexpr Source enquiry{children_act, "section 47 and section 47(5A)", Evidence::known,
                                NewestEdition::has_none};
static constexpr Source conference{working_together, "child protection conference"};
static constexpr Source plan{working_together, "child protection plan"};
static constexpr Source corrections{practice, "three levels of asking", Evidence::local};

static constexpr Fact table[] = {
    {N::contact, "worry", L::start, "What the worry is, in the reporter's own words", corrections},
    {N::contact, "children", L::complete_by, "The children in the household, born and unborn", referral},
    {N::contact, "consent", L::complete_by, "The family's consent, or the reason for going on without it", referral},
    {N::contact, "parents_told", L::complete_by, "Whether the parents were told, or why not yet", referral},
    {N::contact, "already_helps", L::complete_by, "What already helps", corrections},
    {N::contact, "reasons", L::sign_off, "The reasons for the decision", referral},

    {N::referral, "child", L::start, "The child, or \"unknown child\"", corrections},
    {N::referral, "received", L::start, "When the concern was received", referral},
    {N::referral, "source", L::complete_by, "Who referred", referral},
    {N::referral, "worker", L::complete_by, "Exactly one accountable worker", corrections},
    {N::referral, "reasons", L::sign_off, "The reasons for the decision", referral},

    {N::assessment, "started", L::start, "When it started", assessing},
    {N::assessment, "review_on", L::complete_by, "The day it is looked at again, set at the start", assessing},
    {N::assessment, "worker", L::complete_by, "The worker who leads it", assessing},
    {N::assessment, "child_seen", L::sign_off, "The child seen and heard, and seen alone, or why not", act_17},
    {N::assessment, "child_view", L::sign_off, "The child's wishes and feelings, or what was observed", act_17},
    {N::assessment, "parents_accounts", L::sign_off, "Each parent's own account, or why it is missing", assessing},
    {N::assessment, "identity", L::sign_off, "Culture, religion and language", assessing},
    {N::assessment, "strengths", L::sign_off, "Strengths as well as difficulties", assessing},
    {N::assessment, "development", L::sign_off, "The child's needs and development", assessing},
    {N::assessment, "parenting", L::sign_off, "How the parents meet them", assessing},
    {N::assessment, "surroundings", L::sign_off, "The wider family and surroundings", assessing},
    {N::assessment, "analysis", L::sign_off, "What all this means for the child", assessing},
    {N::assessment, "section17_ground", L::sign_off, "The ground of section 17(10), or that none is met", act_17},
    {N::assessment, "factors", L::sign_off, "The factors found", {census_guide, "factors", Evidence::read}},
    {N::assessment, "outcome", L::sign_off, "The outcome for this child, with reasons", assessing},

    {N::strategy_discussion, "held", L::start, "When it was held, and how", strategy},
    {N::strategy_discussion, "decision", L::start, "What was decided for this child", strategy},
    {N::strategy_discussion, "attendance", L::complete_by,
     "Who took part: the authority, the police and health, or who was missing and why", strategy},
    {N::strategy_discussion, "information", L::complete_by, "What each shared", strategy},
    {N::strategy_discussion, "telling", L::complete_by, "Who tells the family what, and when", strategy},
    {N::strategy_discussion, "safety_plan", L::complete_by, "The interim safety plan", corrections},

    {N::section47_enquiry, "started", L::start, "The strategy discussion it starts from, or that one is owed", enquiry},
    {N::section47_enquiry, "lead", L::complete_by, "The qualified social worker who leads it", enquiry},
    {N::section47_enquiry, "child_seen", L::sign_off, "The child seen, and seen alone, or why not", enquiry},
    {N::section47_enquiry, "child_view", L::sign_off, "The child's wishes and feelings", enquiry},
    {N::section47_enquiry, "parents_accounts", L::sign_off, "Each parent's own account, or why it is missing", enquiry},
    {N::section47_enquiry, "outcome", L::sign_off, "The outcome for this child, with reasons", enquiry},
    {N::section47_enquiry, "telling", L::sign_off, "What each adult and the child is told, or not yet and why",
     corrections},

    {N::conference, "date", L::start, "Its date", conference},
    {N::conference, "chair", L::complete_by, "A chair who is independent of the work with the family", conference},
    {N::conference, "reports_shared", L::complete_by, "How and when each family member saw the reports, or why not",
     conference},
    {N::conference, "met_first", L::complete_by, "The chair met the parents first, or why not", conference},
    {N::conference, "attendance", L::sign_off, "Who took part, and whether that was enough", conference},
    {N::conference, "contributions", L::sign_off, "What everybody said, the parents and the child too", conference},
    {N::conference, "decision", L::sign_off, "The decision for this child, with reasons", conference},
    {N::conference, "dissent", L::sign_off, "Who did not agree, and why", conference},

    {N::child_protection_plan, "category", L::sign_off, "One of the four categories", plan},
    {N::child_protection_plan, "worker", L::sign_off, "The accountable worker", plan},
    {N::child_protection_plan, "core_group", L::sign_off, "The members of the core group and its first date", plan},
    {N::child_protection_plan, "review_on", L::sign_off, "The date of the review", plan},
    {N::child_protection_plan, "changes", L::complete_by, "What must change, by when, and how we will know", plan},
    {N::child_protection_plan, "visits", L::complete_by, "How often the child is visited, and by whom", plan},
    {N::child_protection_plan, "already_helps", L::complete_by, "What already helps", plan},
    {N::child_protection_plan, "contingency", L::complete_by, "What happens if it does not get better", plan},

    {N::child_in_need_plan, "outcomes", L::complete_by, "What should be better, who does what, by when", act_17},
    {N::child_in_need_plan, "agreement", L::complete_by, "What each member of the family says of it", act_17},
    {N::child_in_need_plan, "end_reason", L::sign_off, "Why it ends, and the family's view", act_17},
};

std::span<const Fact> facts() {
    return table;
}

}  // namespace kith::rulebook::tables
