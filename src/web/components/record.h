// What is recorded, shown: facts, tables, tags, tasks, dates, timelines, who somebody is. Drawn in record.html.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/kept_text.h"
#include "web/html.h"

namespace kith::web {

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

}  // namespace kith::web
