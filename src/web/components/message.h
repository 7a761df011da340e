// What a page tells its reader: notes, warnings, banners, panels, what unfolds. Drawn in message.html.
#pragma once

#include <string>

#include "web/html.h"

namespace kith::web {

struct InsetText {
    SafeHtml text;
    std::string id;
    std::string classes;
    Attributes attributes;
};
SafeHtml inset_text(const InsetText& options, const SafeHtml& content = {});

struct WarningText {
    SafeHtml text;
    std::string hidden_prefix = "Warning";
    std::string classes;
    Attributes attributes;
};
SafeHtml warning_text(const WarningText& options);

struct Panel {
    SafeHtml title;
    SafeHtml text;
    int heading_level = 1;
    std::string classes;
    Attributes attributes;
};
SafeHtml panel(const Panel& options, const SafeHtml& content = {});

/// Stops and asks before a grave act: what will happen, one way on, one way back, and no form fields.
struct InterruptionCard {
    SafeHtml title;
    SafeHtml text;
    SafeHtml go_on;
    std::string form;  ///< id of the form that going on submits; empty: the form around
    SafeHtml go_back;
    std::string go_back_href;
    std::string button_type = "submit";
    std::string classes;
    Attributes attributes;
};
SafeHtml interruption_card(const InterruptionCard& options, const SafeHtml& content = {});

enum class BannerKind { information, success };
struct NotificationBanner {
    SafeHtml text;
    BannerKind kind = BannerKind::information;
    SafeHtml title;  ///< "Important" or "Success" when empty
    std::string title_id = "govuk-notification-banner-title";
    std::string classes;
    Attributes attributes;
};
SafeHtml notification_banner(const NotificationBanner& options, const SafeHtml& content = {});

struct Details {
    SafeHtml summary;
    SafeHtml text;
    std::string id;
    bool open = false;
    std::string classes;
    Attributes attributes;
};
SafeHtml details(const Details& options, const SafeHtml& content = {});

}  // namespace kith::web
