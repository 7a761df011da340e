// Invented censuses of any size, for measuring: the clean child of the tests with its own identifier and pupil number,
// shifted dates, and in one child of ten a seeded mistake.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/identifiers.h"
#include "support/census_builder.h"

namespace kith::bench {

/// A census of 2025-26 in pieces of one child.
class CensusOfManyChildren {
  public:
    enum class Kind { clean, with_mistakes };

    CensusOfManyChildren(std::size_t children, Kind kind) : children_(children), kind_(kind) {
        std::string whole = test::CensusBuilder(2026).change(history).xml();
        std::size_t start = whole.find("    <Child>"), end = whole.find("  </Children>");
        before_ = whole.substr(0, start);
        child_ = whole.substr(start, end - start);
        after_ = whole.substr(end);
    }

    /// The next piece; empty at the end.
    std::string_view next() {
        std::size_t piece = piece_++;
        if (piece == 0) return before_;
        if (piece == children_ + 1) return after_;
        if (piece > children_) return {};
        return child(piece);
    }

  private:
    /// An older, closed episode with work of its own, so that a child is about as large as a real one.
    static constexpr std::string_view history =
        "*CINdetails; CINdetails#1/CINreferralDate=2024-05-06; CINdetails#1/CINPlanStartDate=2024-06-23;"
        "+CINdetails#1:<CINclosureDate>2025-04-20</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>;"
        "CINdetails#1/AssessmentActualStartDate=2025-03-20; CINdetails#1/AssessmentAuthorisationDate=2025-04-10;"
        "CINdetails#1/CINPlanEndDate=2025-04-18; -ChildProtectionPlans; -Section47;"
        "+Reviews:<CPPreviewDate>2026-03-02</CPPreviewDate>;"
        "+FactorsIdentifiedAtAssessment#2:<AssessmentFactors>3B</AssessmentFactors><AssessmentFactors>4B</"
        "AssessmentFactors>";

    std::string_view child(std::size_t number) {
        current_ = child_;
        replace("<LAchildID>C1<", "<LAchildID>K" + std::to_string(number) + "<");
        replace("B801200005001", upn(number));
        if (kind_ == Kind::with_mistakes && number % 10 == 0) mistake(number / 10);
        return current_;
    }

    void mistake(std::size_t number) {
        static constexpr std::array<std::pair<const char*, const char*>, 8> mistakes = {{
            {"<Ethnicity>WBRI<", "<Ethnicity>XXXX<"},
            {"<CINreferralDate>2025-05-06<", "<CINreferralDate>2025-05-10<"},
            {"<ReferralNFA>0<", "<ReferralNFA><"},
            {"<CPPstartDate>2025-07-10<", "<CPPstartDate>2025-07-11<"},
            {"<LatestCategoryOfAbuse>EMO<", "<LatestCategoryOfAbuse>XXX<"},
            {"<PersonBirthDate>2016-05-10<", "<PersonBirthDate>2016-02-31<"},
            {"<AssessmentAuthorisationDate>2025-06-20<", "<AssessmentAuthorisationDate><"},
            {"<Disability>HAND<", "<Disability>MOB<"},
        }};
        replace(mistakes[number % mistakes.size()].first, mistakes[number % mistakes.size()].second);
    }

    static std::string upn(std::size_t number) {
        std::string digits = std::to_string(100'000'000 + number % 800'000'000);
        std::string text = "A801" + digits;
        text[0] = *core::upn_check_letter(text);
        return text;
    }

    void replace(std::string_view old_text, std::string_view new_text) {
        std::size_t at = current_.find(old_text);
        if (at != std::string::npos) current_.replace(at, old_text.size(), new_text);
    }

    std::size_t children_;
    Kind kind_;
    std::string before_, child_, after_, current_;
    std::size_t piece_ = 0;
};

}  // namespace kith::bench
