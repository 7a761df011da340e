// The parts that pages are made of: GOV.UK Frontend 6.6 and MOJ Frontend 11.1 markup, as functions of typed options.
// Each is a macro in the .html file named at its section and is called from templates as `{{ input({.name = "age", …})
// }}`.
//
// - SafeHtml takes plain text too, and escapes it. Empty means: not shown.
// - `error` is the sentence shown at the field; the same sentence goes into the page's error summary.
// - `id` may be left out where there is a `name`: it is then the name. The summary links to "#" + id.
// - Headings of labels and legends: Heading::page_large makes the label the page's h1.
//
// What these do not cover of the original components is listed, with reasons, in
// tests/web/components_not_supported.txt.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/kept_text.h"
#include "web/html.h"

namespace kith::web {

// --- forms: form.html, choices.html ------------------------------------------------------------------------------

/// How large a label or legend is set. `page_*` make it the page's one h1.
enum class Heading {
    none,
    small,
    medium,
    large,
    extra_large,
    page_plain,
    page_small,
    page_medium,
    page_large,
    page_extra_large
};

struct Label {
    SafeHtml text;
    Heading heading = Heading::none;
    std::string for_id;
    std::string classes;
    Attributes attributes;
};
SafeHtml label(const Label& options);

struct Hint {
    std::string id;
    SafeHtml text;
    std::string classes;
    Attributes attributes;
};
SafeHtml hint(const Hint& options);

struct ErrorMessage {
    std::string id;
    SafeHtml text;
    std::string classes;
    Attributes attributes;
    std::string hidden_prefix = "Error";
};
SafeHtml error_message(const ErrorMessage& options);

struct ErrorLink {
    SafeHtml text;
    std::string href;  ///< "#given_name"; empty: not a link
};
/// At the top of the page, before the h1; takes the focus. Nothing when there is neither an error nor a description.
struct ErrorSummary {
    std::vector<ErrorLink> errors;
    SafeHtml title = "There is a problem";
    SafeHtml description;
    std::string classes;
    Attributes attributes;
};
SafeHtml error_summary(const ErrorSummary& options);

struct Input {
    std::string id;
    std::string name;
    SafeHtml label;
    Heading label_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::string value;
    std::string type = "text";
    std::string inputmode;
    std::string autocomplete;
    std::optional<bool> spellcheck;
    SafeHtml prefix;
    SafeHtml suffix;
    std::string classes;  ///< "govuk-input--width-10"
    std::string described_by;
    Attributes attributes;
};
SafeHtml input(const Input& options);

struct Textarea {
    std::string id;
    std::string name;
    SafeHtml label;
    Heading label_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::string value;
    int rows = 5;
    std::string autocomplete;
    std::optional<bool> spellcheck;
    std::string classes;
    std::string described_by;
    Attributes attributes;
};
SafeHtml textarea(const Textarea& options);

/// What is counted. `characters` is as people count; `code_units` as UTF-16 does, which the original does unasked.
enum class CountIn { characters, words, code_units };
/// A textarea that says how much may still be written.
struct CharacterCount {
    std::string id;
    std::string name;
    SafeHtml label;
    Heading label_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::string value;
    int rows = 5;
    int limit = 0;
    CountIn count_in = CountIn::characters;
    std::optional<int> threshold;  ///< per cent, after which the count is shown
    std::string classes;
    Attributes attributes;
};
SafeHtml character_count(const CharacterCount& options);

struct PasswordInput {
    std::string id;
    std::string name;
    SafeHtml label;
    Heading label_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::string value;
    std::string autocomplete = "current-password";
    std::string classes;
    Attributes attributes;
};
SafeHtml password_input(const PasswordInput& options);

struct SelectItem {
    std::string value;
    std::string text;
    bool selected = false;
    bool disabled = false;
    Attributes attributes;
};
struct Select {
    std::string id;
    std::string name;
    SafeHtml label;
    Heading label_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::optional<std::string> value;  ///< selects the item with this value
    std::vector<SelectItem> items;
    std::string classes;
    Attributes attributes;
};
SafeHtml select(const Select& options);

/// One radio or checkbox, or (with `divider`) the word "or" between two. The first item's id is that of the group, so
/// that the error summary's link lands on it; later ones are "<id>-2", "<id>-3" …
struct Choice {
    std::string value;
    SafeHtml text;
    SafeHtml hint;
    SafeHtml conditional;  ///< shown when chosen: `input({…})`. Without JavaScript it is always shown.
    bool checked = false;
    bool disabled = false;
    bool exclusive = false;  ///< checkboxes: "None of these"
    SafeHtml divider;
    std::string id;
    std::string name;  ///< checkboxes: of its own
    Attributes attributes;
};
struct Radios {
    std::string id;
    std::string name;
    SafeHtml legend;
    Heading legend_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::optional<std::string> value;  ///< the one chosen
    std::vector<Choice> items;
    std::string classes;  ///< "govuk-radios--inline", "govuk-radios--small"
    Attributes attributes;
    std::string group_classes;
};
SafeHtml radios(const Radios& options);

struct Checkboxes {
    std::string id;
    std::string name;
    SafeHtml legend;
    Heading legend_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::vector<std::string> values;  ///< those chosen
    std::vector<Choice> items;
    std::string classes;  ///< "govuk-checkboxes--small"
    Attributes attributes;
    std::string group_classes;
};
SafeHtml checkboxes(const Checkboxes& options);

enum class DateFields { day_month_year, month_year, day_month };
/// Day, month and year: fields "<name>-day", "<name>-month", "<name>-year" with ids alike. What was typed is kept as
/// text. With an `error`, those in error are marked: all three, unless `wrong` names some.
struct DateInput {
    std::string id;
    std::string name;
    SafeHtml legend;
    Heading legend_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::string day;
    std::string month;
    std::string year;
    struct Wrong {
        bool day = false;
        bool month = false;
        bool year = false;
    };
    Wrong wrong;
    DateFields fields = DateFields::day_month_year;
    bool birthday = false;  ///< autocomplete with the reader's own date of birth
    std::string classes;
    Attributes attributes;
};
SafeHtml date_input(const DateInput& options);

/// Wraps fields: `{% call fieldset({.legend = "Address"}) %} … {% endcall %}`.
struct Fieldset {
    SafeHtml legend;
    Heading legend_heading = Heading::none;
    std::string described_by;
    std::string role;
    std::string classes;
    Attributes attributes;
};
SafeHtml fieldset(const Fieldset& options, const SafeHtml& content = {});

enum class ButtonKind { primary, secondary, warning, inverse, start };
/// A button, or with `href` a link that looks like one. `once` keeps a double click from sending twice.
struct Button {
    SafeHtml text;
    ButtonKind kind = ButtonKind::primary;
    std::string href;
    std::string name;
    std::string value;
    std::string type = "submit";
    std::string id;
    bool disabled = false;
    bool once = false;
    std::string classes;
    Attributes attributes;
};
SafeHtml button(const Button& options);

// --- showing what is recorded: record.html -----------------------------------------------------------------------

struct Action {
    SafeHtml text;
    std::string href;
    SafeHtml hidden;  ///< "Change<hidden> date of birth</hidden>": what is changed, for who cannot see the row
    std::string classes;
    Attributes attributes;
};

struct SummaryRow {
    SafeHtml key;
    SafeHtml value;  ///< never empty on a page: say "Not recorded"
    std::vector<Action> actions;
    std::string classes;
};
/// Facts as key and value; with `card_title` in a card of its own.
struct SummaryList {
    std::vector<SummaryRow> rows;
    SafeHtml card_title;
    std::vector<Action> card_actions;
    int card_heading_level = 2;
    std::string classes;
    std::string card_classes;
    Attributes attributes;
};
SafeHtml summary_list(const SummaryList& options);

/// A card around anything: `{% call summary_card({.title = "Plan"}) %} … {% endcall %}`.
struct SummaryCard {
    SafeHtml title;
    std::vector<Action> actions;
    int heading_level = 2;
    std::string classes;
    Attributes attributes;
};
SafeHtml summary_card(const SummaryCard& options, const SafeHtml& content = {});

struct Cell {
    SafeHtml text;
    bool numeric = false;
    std::string classes;
    int column_span = 1;
    Attributes attributes;
};
struct Table {
    SafeHtml caption;
    std::string caption_classes;  ///< "govuk-table__caption--m"
    std::vector<Cell> head;
    std::vector<std::vector<Cell>> rows;
    bool first_cell_is_header = false;
    SafeHtml empty;  ///< said instead when there are no rows: "No strategy discussion recorded"
    std::string classes;
    Attributes attributes;
};
SafeHtml table(const Table& options);

/// A table that on a narrow screen shows each row as a card: every cell of the content repeats its column's head as
/// data-label. Wraps rows: `{% call cards({.label = "By rule", …}) %} <tr …> … {% endcall %}`.
struct Cards {
    std::string label;  ///< what the scrolling region is called: the heading that stands above it
    SafeHtml caption;
    std::string caption_classes = "govuk-visually-hidden";
    std::vector<SafeHtml> heads;
};
SafeHtml cards(const Cards& options, const SafeHtml& content = {});

enum class Colour { standard, grey, green, teal, blue, purple, magenta, red, orange, yellow };
struct Tag {
    SafeHtml text;
    Colour colour = Colour::standard;
    std::string classes;
    Attributes attributes;
};
SafeHtml tag(const Tag& options);

struct Task {
    SafeHtml title;
    SafeHtml hint;
    std::string href;
    SafeHtml status;      ///< as text: "Completed"
    SafeHtml status_tag;  ///< or as a tag: "Not yet started"
    Colour tag_colour = Colour::blue;
    bool cannot_start = false;
    std::string classes;
};
struct TaskList {
    std::vector<Task> items;
    std::string id_prefix = "task-list";
    std::string classes;
    Attributes attributes;
};
SafeHtml task_list(const TaskList& options);

enum class Urgency { none, soon, today, overdue };
/// A date with what it means: bold date, short words, a bar whose colour says the words again.
struct ContextualDate {
    std::string date;   ///< "Friday 27 November 2026"
    std::string iso;    ///< "2026-11-27"
    std::string words;  ///< "3 working days left"; never empty unless Urgency::none
    Urgency urgency = Urgency::none;
};
SafeHtml contextual_date(const ContextualDate& options);

/// Plain text that lasts until the timeline is written: a long one is written straight to its page.
struct TimelineItem {
    std::string_view title;
    std::string_view byline;  ///< who; "by " is put before it
    Instant at;
    std::string_view words;  ///< the narrative, its lines kept
    std::string_view href;   ///< of the record it comes from, where the title leads
};
struct Timeline {
    std::vector<TimelineItem> items;
    SafeHtml empty;         ///< said instead when there are none
    int heading_level = 2;  ///< or 3
    std::string classes;
    Attributes attributes;
    KeptText texts;  ///< what the items say, unless it lasts elsewhere

    /// The item's texts need not last.
    void add(const TimelineItem& item) {
        items.push_back(
            {texts.keep(item.title), texts.keep(item.byline), item.at, texts.keep(item.words), texts.keep(item.href)});
    }
};
SafeHtml timeline(const Timeline& options);

struct IdentityFact {
    SafeHtml key;
    SafeHtml value;
};
/// On top of each page of a person's record: who this is, status as tags, the facts a worker needs at a glance.
struct IdentityBar {
    SafeHtml name;
    std::vector<Tag> tags;
    std::vector<IdentityFact> facts;
    std::vector<Action> actions;
    std::string classes;
    Attributes attributes;
};
SafeHtml identity_bar(const IdentityBar& options);

// --- telling: message.html ---------------------------------------------------------------------------------------

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

// --- getting about: navigation.html ------------------------------------------------------------------------------

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
