// The four categories under which a child protection plan is made: one for each plan. "Several" exists only in old
// returns, never as a choice.
#include "rulebook/england/tables.h"

namespace kith::rulebook::tables {

using namespace core;

static constexpr Category table[] = {
    {.word = "neglect",
     .name = "Neglect",
     .census_code = "NEG",
     .says = "A child's basic needs keep not being met, so that their health or development is likely to be seriously "
             "harmed: food, clothing, warmth, keeping clean, being watched over, medical care, school, or love and "
             "attention. Emotional neglect belongs here. Before birth it may be through the misuse of substances.",
     .family = "A child does not get what every child needs, such as enough food, clean clothes, someone to look after "
               "them, or love and attention.",
     .source = {working_together, "glossary: neglect", Evidence::known}},
    {.word = "physical_abuse",
     .name = "Physical abuse",
     .census_code = "PHY",
     .says = "A child is hurt in their body: hitting, shaking, throwing, poisoning, burning or scalding, drowning, "
             "suffocating, or making up or causing an illness.",
     .family =
         "Someone hurts a child's body, such as by hitting, shaking, poisoning, burning or stopping their breath.",
     .source = {working_together, "glossary: physical abuse", Evidence::known}},
    {.word = "sexual_abuse",
     .name = "Sexual abuse",
     .census_code = "SAB",
     .says = "A child is forced or persuaded to take part in sexual activity, with or without contact, in person or "
             "online, whether or not the child knows what is happening. It includes sexual exploitation.",
     .family = "Someone makes or talks a child into doing, seeing or hearing sexual things.",
     .source = {working_together, "glossary: sexual abuse", Evidence::known}},
    {.word = "emotional_abuse",
     .name = "Emotional abuse",
     .census_code = "EMO",
     .says = "A child is treated badly over time in ways that harm how they feel and grow: frightened, humiliated, "
             "ignored, cut off from others, blamed, or seeing or hearing somebody else being hurt.",
     .family = "A child is often scared, made to feel small, left out or ignored, or sees someone else being hurt.",
     .source = {working_together, "glossary: emotional abuse", Evidence::known}},
};

std::span<const Category> categories() {
    return table;
}

}  // namespace kith::rulebook::tables
