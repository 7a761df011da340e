#include "web/components/message.h"
#include "web/support/govuk_examples.h"

namespace kith::web {
namespace {

SafeHtml make_panel(const Options& o) {
    const json::array& items = list(part(o, "actions"), "items");
    if (!items.empty()) {
        const Options& go_on = items[0].as_object();
        const Options& go_back = items[1].as_object();
        return interruption_card({.title = content(o, "title"),
                                  .text = content(o),
                                  .go_on = text(go_on, "text"),
                                  .form = text(part(go_on, "attributes"), "form"),
                                  .go_back = text(go_back, "text"),
                                  .go_back_href = text(go_back, "href"),
                                  .button_type = text(go_on, "type", "button")});
    }
    return panel({.title = content(o, "title"),
                  .text = content(o),
                  .heading_level = number(o, "headingLevel").value_or(1),
                  .classes = text(o, "classes"),
                  .attributes = attributes(o)});
}

}  // namespace

Drawers message_drawers() {
    return {
        {"details",
         [](const Options& o) {
             return details({.summary = content(o, "summary"),
                             .text = content(o),
                             .id = text(o, "id"),
                             .open = flag(o, "open"),
                             .classes = text(o, "classes"),
                             .attributes = attributes(o)});
         }},
        {"inset-text",
         [](const Options& o) {
             return inset_text({content(o), text(o, "id"), text(o, "classes"), attributes(o)});
         }},
        {"notification-banner",
         [](const Options& o) {
             NotificationBanner banner{
                 .text = text(o, "text"),
                 .kind = text(o, "type") == "success" ? BannerKind::success : BannerKind::information,
                 .title = content(o, "title"),
                 .classes = text(o, "classes"),
                 .attributes = attributes(o)};
             return notification_banner(banner, markup(text(o, "html")));
         }},
        {"panel", make_panel},
        {"warning-text",
         [](const Options& o) {
             return warning_text(
                 {content(o), text(o, "iconFallbackText", "Warning"), text(o, "classes"), attributes(o)});
         }},
    };
}

}  // namespace kith::web
