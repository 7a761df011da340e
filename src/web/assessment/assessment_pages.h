// An assessment: an overview with what is still missing and who has it, one page for each section that is written, and
// the manager's sign-off. The framework's dimensions are prompts under three narratives.
#pragma once

#include <string>
#include <vector>

#include "actions/assessment.h"
#include "web/components/choices.h"
#include "web/components/record.h"
#include "web/returns/census_box.h"
#include "web/routes/route.h"
#include "web/step_form.h"
#include "web/telling/telling_pages.h"

namespace kith::web {

struct StartAssessmentPage : SingleForm {
    std::vector<Choice> with;  ///< brothers and sisters to assess together
};

struct AssessmentPage : FormPage {
    CensusBox census;
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
    bool may_stop = false;

    const core::Assessment& assessment() const { return record.parts.assessment; }
};

// Its sections, each a form; the version is the mark of the section as shown.
struct FamilySectionPage : SingleForm {
    std::vector<core::FrameworkPrompt> parenting;
    std::vector<core::FrameworkPrompt> surroundings;
};
struct ChildSectionPage : SingleForm {
    std::vector<core::FrameworkPrompt> development;
    std::vector<Choice> seens;
    std::vector<Choice> grounds;
    std::vector<Choice> outcomes;
    std::vector<Choice> factors;
};
struct AccountSectionPage : SingleForm {};

struct Prompts {
    std::string summary;
    std::vector<core::FrameworkPrompt> prompts;
};
SafeHtml prompts(const Prompts& options);

RouteTable assessment_routes();
RouteTable assessment_section_routes();

}  // namespace kith::web
