// "For the census": what its rules say of one child, quietly beside the record, with what can be done. Nothing when
// there is nothing to say, or for somebody who may not work on the child. It never stops anybody.
#pragma once

#include <string>
#include <vector>

#include "actions/census_recording.h"
#include "web/html.h"
#include "web/visit.h"

namespace kith::web {

struct CensusBoxLine {
    std::string sentence;  ///< plain words, no rule number
    std::string about;     ///< "referral date 5 May 2026"
    std::string answer;    ///< what became of a note; empty: none was written
    std::string explain_href;
    std::string correct_href;
    std::string correct;  ///< "Correct it: referral date"
    std::string rule;     ///< number, kind and the rule's own text
    bool may_explain = true;
};
struct CensusBox {
    std::vector<CensusBoxLine> lines;
    std::string explained;  ///< "1 more is explained"; empty: none
};
SafeHtml census_box(const CensusBox& options);

/// What the data team asks this worker to look at again, a child a line (My work).
struct CensusAsked {
    std::string child;
    CensusBoxLine line;
};
std::vector<CensusAsked> census_asked_of(Visit& visit);

CensusBox census_box_of(const std::vector<actions::CensusFinding>& findings, core::PersonId child);

/// For the page of a record: only what is recorded there, of these children.
CensusBox census_box_at(const Visit& visit, const std::vector<core::PersonId>& children, core::RecordKind kind,
                        const RawId& record);

/// "Rule 8670Q, a query. No authorisation, and start before …", with what should be known of the rule.
std::string rule_in_full(const returns::cin::Rule& rule);

}  // namespace kith::web
