#include "web/components/navigation.h"
#include "web/support/govuk_examples.h"

namespace kith::web {
namespace {

std::optional<PaginationLink> pagination_link(const Options& o, std::string_view name) {
    const Options& link = part(o, name);
    if (text(link, "href").empty()) return std::nullopt;
    return PaginationLink{text(link, "href"), content(link), text(link, "labelText")};
}

SafeHtml make_pagination(const Options& o) {
    return pagination({.previous = pagination_link(o, "previous"),
                       .items = each<PaginationPage>(o, "items",
                                                     [](const Options& item) {
                                                         return PaginationPage{
                                                             number(item, "number").value_or(0), text(item, "href"),
                                                             flag(item, "current"), flag(item, "ellipsis")};
                                                     }),
                       .next = pagination_link(o, "next"),
                       .landmark_label = text(o, "landmarkLabel", "Pagination"),
                       .classes = text(o, "classes"),
                       .attributes = attributes(o)});
}

SafeHtml make_service_navigation(const Options& o) {
    return service_navigation({.service_name = text(o, "serviceName"),
                               .service_url = text(o, "serviceUrl"),
                               .items = each<ServiceNavigationItem>(
                                   o, "navigation",
                                   [](const Options& item) {
                                       return ServiceNavigationItem{content(item), text(item, "href"),
                                                                    flag(item, "current"), flag(item, "active")};
                                   }),
                               .classes = text(o, "classes"),
                               .attributes = attributes(o)});
}

SafeHtml make_tabs(const Options& o) {
    return tabs({.id = text(o, "id"),
                 .title = text(o, "title", "Contents"),
                 .items = each<Tab>(o, "items",
                                    [](const Options& item) {
                                        const Options& panel = part(item, "panel");
                                        SafeHtml body = content(panel);
                                        if (text(panel, "html").empty())
                                            body = markup("<p class=\"govuk-body\">" + body.markup() + "</p>");
                                        return Tab{text(item, "id"), text(item, "label"), body};
                                    }),
                 .classes = text(o, "classes"),
                 .attributes = attributes(o)});
}

}  // namespace

Drawers navigation_drawers() {
    return {
        {"back-link",
         [](const Options& o) {
             BackLink link{.href = text(o, "href", "#"), .classes = text(o, "classes"), .attributes = attributes(o)};
             if (!content(o).empty()) link.text = content(o);
             return back_link(link);
         }},
        {"breadcrumbs",
         [](const Options& o) {
             return breadcrumbs({.items = each<Crumb>(o, "items",
                                                      [](const Options& item) {
                                                          return Crumb{content(item), text(item, "href")};
                                                      }),
                                 .collapse_on_mobile = flag(o, "collapseOnMobile"),
                                 .classes = text(o, "classes"),
                                 .attributes = attributes(o)});
         }},
        {"exit-this-page",
         [](const Options& o) {
             return exit_this_page({.href = text(o, "redirectUrl", "https://www.bbc.co.uk/weather"),
                                    .text = content(o),
                                    .id = text(o, "id"),
                                    .classes = text(o, "classes"),
                                    .attributes = attributes(o)});
         }},
        {"generic-header",
         [](const Options& o) {
             return generic_header({.logo = content(o, "logo"),
                                    .url = text(o, "url", "/"),
                                    .container_classes = text(o, "containerClasses", "govuk-width-container"),
                                    .classes = text(o, "classes"),
                                    .attributes = attributes(o)});
         }},
        {"pagination", make_pagination},
        {"phase-banner",
         [](const Options& o) {
             return phase_banner({content_of(o, "tag"), content(o), text(o, "classes"), attributes(o)});
         }},
        {"service-navigation", make_service_navigation},
        {"skip-link",
         [](const Options& o) {
             return skip_link({text(o, "href", "#content"), content(o), text(o, "classes"), attributes(o)});
         }},
        {"tabs", make_tabs},
    };
}

}  // namespace kith::web
