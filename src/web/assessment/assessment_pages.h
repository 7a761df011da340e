// An assessment: an overview with what is still missing and who has it, one page for each section that is written, and
// the manager's sign-off. The framework's dimensions are prompts under three narratives.
#pragma once

#include <string>
#include <vector>

#include "actions/assessment.h"
#include "web/components/components.h"
#include "web/form_state.h"
#include "web/layout/layout.h"
#include "web/returns/census_box.h"
#include "web/routes/route.h"
#include "web/telling/telling_pages.h"

namespace kith::web {

struct StartAssessmentPage {
    Layout layout;
    std::string token;
    std::string address;
    std::string back;
    std::string child;
    FormState form;
    std::vector<Choice> with;  ///< brothers and sisters to assess together
    std::vector<ErrorLink> errors;
};

struct AssessmentPage {
    Layout layout;
    CensusBox census;
    std::string token;
    std::string address;
    actions::AssessmentRecord record;
    std::string names;
    ContextualDate due;
    std::vector<SummaryRow> facts;
    std::vector<Task> sections;
    std::vector<SelectItem> more_adults;
    std::vector<actions::TellingLine> tellings;
    std::string letters;  ///< where they are printed
    struct ChildPart {
        std::string name;
        std::string href;
        std::vector<SummaryRow> rows;
    };
    std::vector<ChildPart> children;
    std::vector<SummaryRow> whole;
    std::vector<SummaryRow> accounts;
    FormState form;
    std::vector<ErrorLink> errors;
    bool may_stop = false;

    const core::Assessment& assessment() const { return record.parts.assessment; }
};

/// A section as a form.
struct SectionPage {
    Layout layout;
    std::string token;
    std::string address;
    std::string back;
    std::string version;  ///< the mark of the section as shown
    std::string name;     ///< whose part it is
    FormState form;
    std::vector<ErrorLink> errors;
};
struct FamilySectionPage : SectionPage {
    std::vector<core::FrameworkPrompt> parenting;
    std::vector<core::FrameworkPrompt> surroundings;
};
struct ChildSectionPage : SectionPage {
    std::vector<core::FrameworkPrompt> development;
    std::vector<Choice> seens;
    std::vector<Choice> grounds;
    std::vector<Choice> outcomes;
    std::vector<Choice> factors;
};
struct AccountSectionPage : SectionPage {};

struct Prompts {
    std::string summary;
    std::vector<core::FrameworkPrompt> prompts;
};
SafeHtml prompts(const Prompts& options);

RouteTable assessment_routes();
RouteTable assessment_section_routes();

}  // namespace kith::web
