// The pages of the public form, and what a person sees once it is sent.
#pragma once

#include <string>
#include <vector>

#include "core/authority.h"
#include "web/components/record.h"
#include "web/layout/layout.h"
#include "web/report/report_form.h"
#include "web/routes/route.h"

namespace kith::web {

struct ReportedChild {
    std::size_t number = 1;
    std::string prefix;  ///< "child-1-"
    bool may_remove = false;
};

/// One step of the form. Every step shares this model: each template shows its own fields.
struct ReportPage {
    Layout layout;
    core::AuthorityProfile authority;
    std::string read_by;  ///< "Monday 23 November 2026": the day by which this will be read and decided
    bool out_of_hours = false;
    ReportWords words;
    core::ReporterKind reporter = core::ReporterKind::member_of_public;
    FormState form;
    std::vector<HiddenField> carried;
    std::vector<ReportedChild> children;
    std::string token;

    bool is_professional() const { return reporter == core::ReporterKind::professional; }
    bool is_child() const { return reporter == core::ReporterKind::child; }
    bool says_danger() const { return form.value("danger_now") == "yes"; }
    bool asks_for_help() const { return reporter == core::ReporterKind::parent_or_carer || is_child(); }
    std::string in(const ReportedChild& child, std::string_view field) const {
        return child.prefix + std::string(field);
    }
};

struct ReportAboutPage : ReportPage {};
struct ReportChildrenPage : ReportPage {};
struct ReportWorryPage : ReportPage {};
struct ReportYouPage : ReportPage {};

/// Everything that was said, to be checked before it is sent.
struct ReportCheckPage : ReportPage {
    struct Section {
        std::string title;
        std::string step;  ///< where "Change" leads
        std::vector<SummaryRow> rows;
    };
    std::vector<Section> sections;
};

// What templates ask for besides.
std::string child_heading(const ReportPage& page, const ReportedChild& child);  ///< "Child 2"
std::string remove_child_button(const ReportedChild& child);
std::string change_button(const std::string& step);
std::string change_button_text(const std::string& section_title);

struct ReportReceivedPage {
    Layout layout;
    core::AuthorityProfile authority;
    std::string reference;
    std::string decide_by;
};

RouteTable report_routes();

}  // namespace kith::web
