#include "web/returns/census_box.h"

#include <fmt/format.h>

#include "returns/cin/labels.h"
#include "web/work/work_pages.h"

namespace kith::web {

using namespace core;
namespace cin = returns::cin;

std::string rule_in_full(const cin::Rule& rule) {
    std::string text =
        fmt::format("Rule {}, {}. {}", rule.code,
                    rule.severity() == cin::Severity::error ? "an error" : "a query: true is a good answer", rule.says);
    if (rule.provisional()) text += " This rule is known only as of January 2026.";
    return text;
}

/// Elements of the child that are fields of the form of numbers and characteristics.
static constexpr std::pair<std::string_view, std::string_view> characteristics[] = {
    {"LAchildID", "local_number"},     {"UPN", "pupil_number"},        {"FormerUPN", "former_pupil_number"},
    {"UPNunknown", "no_pupil_number"}, {"Ethnicity", "ethnicity"},     {"Sex", "sex"},
    {"GenderCurrent", "sex"},          {"Disability", "disabilities"}, {"Disabilities", "disabilities"},
};

/// The page where it is recorded, and there the field if the page has one of its own.
static std::string correct_href(const cin::ChildFinding& found, PersonId child) {
    if (found.kind != RecordKind::person) return record_href(found.kind, found.record, child);
    for (const auto& [element, field] : characteristics)
        if (found.field == element) return fmt::format("/children/{}/characteristics#{}", to_text(child), field);
    std::string href = "/people/" + to_text(child) + "/details";
    if (found.field == "PersonBirthDate") href += "#date_of_birth-day";
    return href;
}

static std::string answer_in_words(const std::optional<CensusNote>& note) {
    if (!note) return "";
    std::string words = note->answer == CensusAnswer::waiting
                            ? fmt::format("Sent to the data team on {}.", long_date(london_date(note->written_at)))
                            : fmt::format("The data team: {}.", says(note->answer));
    return note->answer_words.empty() ? words : words + " " + note->answer_words;
}

static CensusBoxLine line_of(const actions::CensusFinding& finding, PersonId child) {
    const cin::ChildFinding& found = finding.found;
    return {.sentence = std::string(found.rule->explain),
            .about = cin::about_in_words(found.about),
            .answer = answer_in_words(finding.note),
            .explain_href = fmt::format("/children/{}/census/{}", to_text(child), found.rule->code),
            .correct_href = correct_href(found, child),
            .correct = fmt::format("Correct it: {}", cin::label_of(found.field)),
            .rule = rule_in_full(*found.rule),
            .may_explain = !finding.note || finding.note->answer == CensusAnswer::please_correct};
}

CensusBox census_box_of(const std::vector<actions::CensusFinding>& findings, PersonId child) {
    CensusBox box;
    std::size_t explained = 0;
    for (const actions::CensusFinding& each : findings)
        if (each.explained())
            ++explained;
        else
            box.lines.push_back(line_of(each, child));
    if (explained == 1) box.explained = "1 finding is explained.";
    if (explained > 1) box.explained = fmt::format("{} findings are explained.", explained);
    return box;
}

CensusBox census_box_at(const Visit& visit, const std::vector<PersonId>& children, RecordKind kind,
                        const RawId& record) {
    CensusBox box;
    for (PersonId child : children) {
        auto findings = actions::look(visit.service, [&](store::Reader& reader) {
            return actions::census_findings_today(reader, visit.actor, child, visit.today, visit.service.days);
        });
        std::erase_if(findings, [&](const actions::CensusFinding& each) {
            return each.found.kind != kind || each.found.record != record || each.explained();
        });
        for (const actions::CensusFinding& each : findings)
            box.lines.push_back(line_of(each, child));
    }
    return box;
}

std::vector<CensusAsked> census_asked_of(Visit& visit) {
    std::vector<CensusAsked> lines;
    auto asked = actions::look(visit.service, [&](store::Reader& reader) {
        return actions::corrections_asked(reader, visit.actor, visit.today, visit.service.days);
    });
    for (const actions::CorrectionAsked& each : asked) {
        CensusAsked line{full_name(each.child), line_of(each.finding, each.child.id)};
        line.line.may_explain = line.line.may_explain && each.may_explain;
        lines.push_back(std::move(line));
        visit.shown.push_back(each.child.id);
    }
    return lines;
}

}  // namespace kith::web
