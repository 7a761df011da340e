// Censuses for tests: one that no rule objects to, and small changes to it in one line of text.
//
//     CensusBuilder(2026).change("CINreferralDate=2026-04-01; -Assessments; *CINdetails").xml()
//
//     Path=text       gives an element its text, made where it is absent
//     -Path           takes an element away
//     *Path           puts an equal one behind it
//     +Path:<xml/>    puts raw XML at the end of an element
//
// A path names elements from any place downwards, the first that fits: "Section47/DateOfInitialCPC"; "CINdetails#2" is
// the second. Changes are made in order. The clean child has one open episode with an assessment, a child in need plan
// that ended when the child protection plan began, an enquiry with its conference, and (from 2026-27) pre-proceedings.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace kith::test {

struct Element {
    std::string name, text;
    std::vector<Element> inside;
    std::string raw{};  ///< instead of all that: XML as it is
};

class CensusBuilder {
  public:
    explicit CensusBuilder(int year = 2026) : year_(year) {
        root_ = {"Message", "", {header(), {"Children", "", {clean_child()}}}};
    }

    CensusBuilder& change(std::string_view changes) {
        while (!changes.empty()) {
            std::size_t end = std::min(changes.find(';'), changes.size());
            one_change(trimmed(changes.substr(0, end)));
            changes.remove_prefix(std::min(end + 1, changes.size()));
        }
        return *this;
    }

    std::string xml() const {
        std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        write(out, root_, 0);
        return out;
    }

    /// The day of the conference of the clean child: 10 July of the census year, or the Monday after.
    std::string conference() const {
        Date day = *make_date(year_ - 1, 7, 10);
        std::chrono::weekday weekday(day);
        if (weekday == std::chrono::Saturday) day += std::chrono::days(2);
        if (weekday == std::chrono::Sunday) day += std::chrono::days(1);
        return iso(day);
    }

    Element clean_child() const {
        std::string y = std::to_string(year_ - 1), born = std::to_string(year_ - 10) + "-05-10", met = conference();
        Element episode{"CINdetails",
                        "",
                        {{"CINreferralDate", y + "-05-06", {}},
                         {"ReferralSource", "6", {}},
                         {"PrimaryNeedCode", "N1", {}},
                         {"Assessments",
                          "",
                          {{"AssessmentActualStartDate", y + "-05-07", {}},
                           {"AssessmentAuthorisationDate", y + "-06-20", {}},
                           {"FactorsIdentifiedAtAssessment", "", {{"AssessmentFactors", "16A", {}}}}}},
                         {"CINPlanDates", "", {{"CINPlanStartDate", y + "-06-23", {}}, {"CINPlanEndDate", met, {}}}},
                         {"Section47",
                          "",
                          {{"S47ActualStartDate", y + "-06-26", {}},
                           {"InitialCPCtarget", met, {}},
                           {"DateOfInitialCPC", met, {}},
                           {"ICPCnotRequired", "0", {}}}},
                         {"ReferralNFA", "0", {}},
                         {"ChildProtectionPlans",
                          "",
                          {{"CPPstartDate", met, {}},
                           {"InitialCategoryOfAbuse", "NEG", {}},
                           {"LatestCategoryOfAbuse", "EMO", {}},
                           {"NumberOfPreviousCPP", "0", {}},
                           {"Reviews", "", {{"CPPreviewDate", y + "-10-02", {}}}}}}}};
        if (year_ >= 2027) episode.inside.push_back(pre_proceedings(y));
        Element sex{year_ >= 2025 ? "Sex" : "GenderCurrent", year_ >= 2025 ? "F" : "2", {}};
        Element disabilities{"Disabilities", "", {}};
        for (const char* code : {"MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS"})
            disabilities.inside.push_back({"Disability", code, {}});
        return {"Child",
                "",
                {{"ChildIdentifiers",
                  "",
                  {{"LAchildID", "C1", {}}, {"UPN", "B801200005001", {}}, {"PersonBirthDate", born, {}}, sex}},
                 {"ChildCharacteristics", "", {{"Ethnicity", "WBRI", {}}, disabilities}},
                 episode}};
    }

  private:
    Element header() const {
        std::string y = std::to_string(year_);
        return {"Header",
                "",
                {{"CollectionDetails",
                  "",
                  {{"Collection", "CIN", {}}, {"Year", y, {}}, {"ReferenceDate", y + "-03-31", {}}}},
                 {"Source",
                  "",
                  {{"SourceLevel", "L", {}},
                   {"LEA", "801", {}},
                   {"SoftwareCode", "Kith", {}},
                   {"SerialNo", "001", {}},
                   {"DateTime", y + "-05-01T09:00:00", {}}}}}};
    }

    static Element pre_proceedings(const std::string& y) {
        return {"PreProceedingsandFGDM",
                "",
                {{"PPStartDate", y + "-09-01", {}},
                 {"LBPSentDate", y + "-09-08", {}},
                 {"FGDMMeetingOffer", "1", {}},
                 {"FGDMMeetingFac", "0", {}},
                 {"InitialPPMeetingDate", y + "-09-22", {}},
                 {"ReviewMeetingsCount", "1", {}},
                 {"StepDecisionDate", y + "-12-01", {}},
                 {"PPOutcome", "A", {}},
                 {"CourtAppDate", y + "-12-08", {}},
                 {"LetterInitCPDate", y + "-12-09", {}}}};
    }

    static std::string_view trimmed(std::string_view text) {
        while (!text.empty() && (text.front() == ' ' || text.front() == '\n'))
            text.remove_prefix(1);
        while (!text.empty() && (text.back() == ' ' || text.back() == '\n'))
            text.remove_suffix(1);
        return text;
    }

    void one_change(std::string_view change) {
        if (change.empty()) return;
        char sign = change[0];
        if (sign == '-') return remove(change.substr(1));
        if (sign == '*') return copy(change.substr(1));
        if (sign == '+') {
            std::size_t colon = change.find(':');
            need(change.substr(1, colon - 1)).inside.push_back({"", "", {}, std::string(change.substr(colon + 1))});
            return;
        }
        std::size_t equals = change.find('=');
        if (equals == std::string_view::npos) throw std::runtime_error("no change: " + std::string(change));
        set(change.substr(0, equals), change.substr(equals + 1));
    }

    void set(std::string_view path, std::string_view text) {
        if (Element* found = find(path)) {
            found->text = text;
            return;
        }
        std::size_t slash = path.rfind('/');
        if (slash == std::string_view::npos) throw std::runtime_error("where does it belong: " + std::string(path));
        need(path.substr(0, slash)).inside.push_back({std::string(path.substr(slash + 1)), std::string(text), {}});
    }

    void remove(std::string_view path) {
        auto [parent, index] = place(path);
        parent->inside.erase(parent->inside.begin() + static_cast<long>(index));
    }

    void copy(std::string_view path) {
        auto [parent, index] = place(path);
        Element again = parent->inside[index];
        parent->inside.insert(parent->inside.begin() + static_cast<long>(index), std::move(again));
    }

    Element& need(std::string_view path) {
        Element* found = find(path);
        if (!found) throw std::runtime_error("there is no " + std::string(path));
        return *found;
    }

    std::pair<Element*, std::size_t> place(std::string_view path) {
        std::optional<std::pair<Element*, std::size_t>> found;
        visit(root_, path, found);
        if (!found) throw std::runtime_error("there is no " + std::string(path));
        return *found;
    }

    Element* find(std::string_view path) {
        std::optional<std::pair<Element*, std::size_t>> found;
        visit(root_, path, found);
        return found ? &found->first->inside[found->second] : nullptr;
    }

    /// The n-th element of that name under from, in document order; then the rest of the path under it.
    void visit(Element& from, std::string_view path, std::optional<std::pair<Element*, std::size_t>>& found) {
        std::size_t slash = path.find('/');
        std::string_view step = path.substr(0, slash);
        std::size_t hash = step.find('#');
        int wanted = hash == std::string_view::npos ? 1 : step[hash + 1] - '0';
        auto at = nth(from, step.substr(0, hash), wanted);
        if (!at) return;
        if (slash == std::string_view::npos)
            found = at;
        else
            visit(at->first->inside[at->second], path.substr(slash + 1), found);
    }

    static std::optional<std::pair<Element*, std::size_t>> nth(Element& from, std::string_view name, int& wanted) {
        for (std::size_t i = 0; i < from.inside.size(); ++i) {
            if (from.inside[i].name == name && --wanted == 0) return std::pair(&from, i);
            if (auto deeper = nth(from.inside[i], name, wanted)) return deeper;
        }
        return std::nullopt;
    }

    static std::string escaped(const std::string& text) {
        std::string out;
        for (char c : text)
            out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
        return out;
    }

    static void write(std::string& out, const Element& element, int depth) {
        out.append(static_cast<std::size_t>(depth) * 2, ' ');
        if (!element.raw.empty()) {
            out += element.raw + "\n";
            return;
        }
        out += "<" + element.name + ">";
        if (element.inside.empty()) {
            out += escaped(element.text) + "</" + element.name + ">\n";
            return;
        }
        out += "\n";
        for (const Element& inside : element.inside)
            write(out, inside, depth + 1);
        out.append(static_cast<std::size_t>(depth) * 2, ' ');
        out += "</" + element.name + ">\n";
    }

    int year_;
    Element root_;
};

}  // namespace kith::test
