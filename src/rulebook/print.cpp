#include "rulebook/print.h"

#include <fmt/format.h>

#include <algorithm>

namespace kith::rulebook {

using namespace core;

template <HasWords E>
static std::string plain(E value) {
    return core::plain(word(value));
}

static std::string title(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

static std::string_view how_known(Evidence evidence) {
    switch (evidence) {
        case Evidence::read:
            return "read in a copy";
        case Evidence::known:
            return "known, not read again";
        case Evidence::local:
            return "local practice";
        case Evidence::open:
            return "not established";
    }
    return "";
}

static std::string cited(const Source& source) {
    std::string text = fmt::format("{}, {} ({}", source.title, source.place, how_known(source.evidence));
    bool unchecked = source.newest == NewestEdition::not_checked && source.evidence != Evidence::local;
    return text + (unchecked ? "; not re-checked against the newest edition)" : ")");
}

static std::string dates(const InForce& in_force) {
    if (!in_force.commenced()) return "not yet in force";
    std::string text = "from " + long_date(in_force.from);
    if (in_force.until != Date::max()) text += " until " + long_date(in_force.until - std::chrono::days(1));
    return text;
}

template <class List>
static std::string listed(const List& items) {
    std::string text;
    for (const auto& item : items)
        text += (text.empty() ? "" : ", ") + plain(item);
    return text;
}

static std::string length_of(const Clock& clock) {
    std::string text = words(clock.limit);
    if (clock.by) text += fmt::format(", by {:02}:00", clock.by->count());
    if (clock.length == Length::local) text += "; our default: local policy decides";
    if (clock.at_most) text += fmt::format("; at most {}", words(*clock.at_most));
    return text;
}

static std::string warned(const Clock& clock) {
    std::string text;
    for (Limit warn : clock.warn) {
        std::string point = words(warn);
        if (warn.unit == Unit::hours && warn.count == 0) point = "at once";
        if (warn.direction == Direction::back) point += " it is due";
        text += (text.empty() ? "" : ", ") + point;
    }
    return text;
}

static void print_clocks(std::string& out, const Rulebook& law) {
    out += "## Timescales\n\n| Timescale | What has to happen | Length |\n|---|---|---|\n";
    for (const Clock& clock : law.clocks)
        out += fmt::format("| {} | {} | {} |\n", clock.id, says(clock.duty), length_of(clock));
    for (const Clock& clock : law.clocks) {
        out += fmt::format("\n### {}: {}\n\n{}\n\n> {}\n\n", clock.id, says(clock.duty), clock.says, clock.family);
        out += fmt::format("- Counts from: {}\n- Length: {}\n", clock.counts_from, length_of(clock));
        if (clock.warn.count > 0) out += fmt::format("- Warning: {}\n", warned(clock));
        out += fmt::format("- Owed by: {}\n- Starts with: {}\n- Met by: {}\n", plain(clock.owner), listed(clock.starts),
                           listed(clock.stops));
        if (clock.lapses.count > 0) out += fmt::format("- No longer owed after: {}\n", listed(clock.lapses));
        out += fmt::format("- In force: {}\n- Source: {}\n", dates(clock.in_force), cited(clock.source));
        if (!clock.note.empty()) out += fmt::format("- Note: {}\n", clock.note);
    }
}

static std::string state_name(State state) {
    return state == State::none ? "[*]" : std::string(word(state));
}

static void print_diagram(std::string& out, const Rulebook& law, Noun noun) {
    out += "```mermaid\nstateDiagram-v2\n";
    for (const auto& [state, text] : Words<State>::all) {
        auto is_used = [noun, each = state](const Transition& row) {
            return row.noun == noun && (row.to == each || row.from.contains(each));
        };
        if (state != State::none && std::ranges::any_of(law.transitions, is_used))
            out += fmt::format("    state \"{}\" as {}\n", core::plain(text), text);
    }
    for (const Transition& row : law.transitions)
        for (State from : row.from)
            if (row.noun == noun)
                out += fmt::format("    {} --> {}: {}\n", state_name(from), word(row.to), plain(row.on));
    out += "```\n\n";
}

static std::string_view asked(Level level) {
    switch (level) {
        case Level::start:
            return "never refused";
        case Level::complete_by:
            return "completed afterwards";
        case Level::sign_off:
            return "signed off";
    }
    return "";
}

static void print_machine(std::string& out, const Rulebook& law, Noun noun) {
    out += fmt::format("### {}\n\n", title(plain(noun)));
    print_diagram(out, law, noun);
    out += "| From | What happens | Leads to | In words | Who | Source |\n|---|---|---|---|---|---|\n";
    for (const Transition& row : law.transitions) {
        if (row.noun != noun) continue;
        std::string in_words(row.says);
        if (row.only_if != Condition::always)
            in_words += fmt::format(" Only if {}. Otherwise: {}", says(row.only_if), row.otherwise);
        std::string who = row.by_role.count == 0 ? "anybody" : listed(row.by_role);
        out += fmt::format("| {} | {} | {} | {} | {}; {} | {} |\n", listed(row.from), plain(row.on), plain(row.to),
                           in_words, who, asked(row.level), cited(row.source));
    }
    out += "\n";
}

static void print_editions(std::string& out, const Rulebook& law) {
    out += "## Editions\n\n| Edition | In force | What it says | Source |\n|---|---|---|---|\n";
    for (const Edition& edition : law.editions)
        out += fmt::format("| {} | {} | {} | {} |\n", edition.title, dates(edition.in_force), edition.says,
                           cited(edition.source));
    out += "\n";
}

static void print_categories(std::string& out, const Rulebook& law) {
    out += "\n## Categories of a child protection plan\n\n";
    for (const Category& category : law.categories)
        out += fmt::format("### {}\n\n{}\n\n> {}\n\nIn the census: {}. Source: {}\n\n", category.name, category.says,
                           category.family, category.census_code, cited(category.source));
}

static void print_facts(std::string& out, const Rulebook& law) {
    out +=
        "## What each record asks for\n\n\"Not known\", \"not asked\" and \"not obtained because …\" are answers.\n\n";
    out += "| Record | Asks for | When | Source |\n|---|---|---|---|\n";
    static constexpr std::string_view when[] = {"at the start, never refused", "completed by the next working day",
                                                "before sign-off"};
    for (const Fact& fact : law.facts)
        out += fmt::format("| {} | {} | {} | {} |\n", plain(fact.noun), fact.asks,
                           when[static_cast<std::size_t>(fact.level)], cited(fact.source));
}

std::string as_markdown(const Rulebook& law) {
    std::string out = fmt::format(
        "<!-- Printed by `kith rulebook print --format markdown` from src/rulebook. Change the rows, not this page. "
        "-->\n"
        "# The procedures: {}\n\n"
        "Each timescale and each step, in practitioners' words and, indented, in the family's. Sources are "
        "paraphrased. "
        "Where a row says that it was not re-checked against the newest edition, a person has yet to hold it against "
        "that text.\n\n",
        law.nation);
    print_editions(out, law);
    print_clocks(out, law);
    print_categories(out, law);
    out += "## Steps\n\nThe machines run side by side for one child; the timescales above join them.\n\n";
    for (Noun noun : all_values<Noun>())
        print_machine(out, law, noun);
    print_facts(out, law);
    return out;
}

std::string as_dot(const Rulebook& law) {
    std::string out =
        fmt::format("digraph \"{}\" {{\n    rankdir=LR;\n    node [shape=box, style=rounded];\n", law.nation);
    for (Noun noun : all_values<Noun>()) {
        out += fmt::format("    subgraph cluster_{} {{\n        label=\"{}\";\n", word(noun), plain(noun));
        for (const Transition& row : law.transitions)
            for (State from : row.from)
                if (row.noun == noun)
                    out += fmt::format("        \"{0} {1}\" -> \"{0} {2}\" [label=\"{3}\"];\n", plain(noun),
                                       plain(from), plain(row.to), plain(row.on));
        out += "    }\n";
    }
    return out + "}\n";
}

}  // namespace kith::rulebook
