// Getting about: the header, ways back and on, lists of pages, filters, tabs. Drawn in navigation.html.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/html.h"

namespace kith::web {

struct BackLink {
    std::string href = "#";
    SafeHtml text = "Back";
    std::string classes;
    Attributes attributes;
};
SafeHtml back_link(const BackLink& options);

struct Crumb {
    SafeHtml text;
    std::string href;
};
struct Breadcrumbs {
    std::vector<Crumb> items;
    bool collapse_on_mobile = false;
    std::string classes;
    Attributes attributes;
};
SafeHtml breadcrumbs(const Breadcrumbs& options);

struct SkipLink {
    std::string href = "#main-content";
    SafeHtml text = "Skip to main content";
    std::string classes;
    Attributes attributes;
};
SafeHtml skip_link(const SkipLink& options);

struct ServiceNavigationItem {
    SafeHtml text;
    std::string href;
    bool current = false;  ///< this very page
    bool active = false;   ///< a page below it
};
struct ServiceNavigation {
    SafeHtml service_name;
    std::string service_url;
    std::vector<ServiceNavigationItem> items;
    std::string label;
    std::string classes;
    Attributes attributes;
};
SafeHtml service_navigation(const ServiceNavigation& options);

/// The header with a name and no crown: the crown belongs to gov.uk.
struct GenericHeader {
    SafeHtml logo;
    std::string url = "/";
    std::string container_classes = "govuk-width-container";
    std::string classes;
    Attributes attributes;
};
SafeHtml generic_header(const GenericHeader& options);

struct PaginationPage {
    int number = 0;
    std::string href;
    bool current = false;
    bool ellipsis = false;
};
struct PaginationLink {
    std::string href;
    SafeHtml text;   ///< "Previous page" or "Next page" when empty
    SafeHtml label;  ///< a second line: the title of that page
};
struct Pagination {
    std::optional<PaginationLink> previous;
    std::vector<PaginationPage> items;
    std::optional<PaginationLink> next;
    std::string landmark_label = "Pagination";
    std::string classes;
    Attributes attributes;
};
SafeHtml pagination(const Pagination& options);

struct SubNavigationItem {
    SafeHtml text;
    std::string href;
    bool current = false;
};
struct SubNavigation {
    std::vector<SubNavigationItem> items;
    std::string label = "Secondary navigation";
    std::string classes;
    Attributes attributes;
};
SafeHtml sub_navigation(const SubNavigation& options);

struct SelectedFilter {
    std::string text;
    std::string href;  ///< the same list without it
};
struct FilterCategory {
    SafeHtml heading;
    std::vector<SelectedFilter> items;
};
/// Around the filter's fields, inside a form with method get: `{% call filter({…}) %} fields {% endcall %}`.
struct Filter {
    SafeHtml heading = "Filter";
    std::vector<FilterCategory> selected;
    std::string clear_href;
    SafeHtml submit = "Apply filters";
    Attributes attributes;
};
SafeHtml filter(const Filter& options, const SafeHtml& content = {});

struct ExitThisPage {
    std::string href = "https://www.bbc.co.uk/weather";
    SafeHtml text;  ///< "Emergency Exit this page" when empty
    std::string id;
    std::string classes;
    Attributes attributes;
};
SafeHtml exit_this_page(const ExitThisPage& options);

struct PhaseBanner {
    SafeHtml tag;
    SafeHtml text;
    std::string classes;
    Attributes attributes;
};
SafeHtml phase_banner(const PhaseBanner& options);

struct Tab {
    std::string id;
    SafeHtml label;
    SafeHtml content;
};
struct Tabs {
    std::string id;
    SafeHtml title = "Contents";
    std::vector<Tab> items;
    std::string classes;
    Attributes attributes;
};
SafeHtml tabs(const Tabs& options);

}  // namespace kith::web
