#include "rulebook/print.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "rulebook/england/england.h"

using namespace kith;
using namespace kith::core;

static std::string committed_page() {
    std::ifstream file(KITH_SOURCE_DIR "/docs/rulebook/england.md", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Print, the_committed_page_is_what_the_rows_say) {
    EXPECT_TRUE(committed_page() == rulebook::as_markdown(rulebook::england()))
        << "Run: build/release/kith rulebook print --format markdown > docs/rulebook/england.md";
}

TEST(Print, every_row_is_on_the_page_in_both_voices) {
    std::string page = rulebook::as_markdown(rulebook::england());
    for (const Clock& clock : rulebook::england().clocks)
        for (std::string_view text : {clock.id, clock.says, clock.family, clock.counts_from, clock.note})
            EXPECT_NE(page.find(text), std::string::npos) << text;
    for (const Transition& row : rulebook::england().transitions)
        EXPECT_NE(page.find(row.says), std::string::npos);
    for (const Edition& edition : rulebook::england().editions)
        EXPECT_NE(page.find(edition.title), std::string::npos);
}

TEST(Print, no_cell_of_a_table_holds_a_bar_or_a_line_end) {
    for (const Transition& row : rulebook::england().transitions)
        for (std::string_view text : {row.says, row.otherwise, row.source.title, row.source.place})
            EXPECT_EQ(text.find_first_of("|\n"), std::string_view::npos) << text;
}

TEST(Print, a_diagram_stands_for_every_machine) {
    std::string page = rulebook::as_markdown(rulebook::england()), dot = rulebook::as_dot(rulebook::england());
    std::size_t diagrams = 0;
    for (std::size_t at = page.find("```mermaid"); at != page.npos; at = page.find("```mermaid", at + 1))
        ++diagrams;
    EXPECT_EQ(diagrams, Words<Noun>::all.size());
    EXPECT_NE(page.find("    [*] --> received: contact received\n"), std::string::npos);
    EXPECT_NE(dot.find("\"contact none\" -> \"contact received\" [label=\"contact received\"];"), std::string::npos);
}

TEST(Print, what_is_local_or_was_not_re_checked_says_so) {
    std::string page = rulebook::as_markdown(rulebook::england());
    EXPECT_NE(page.find("10 working days; our default: local policy decides"), std::string::npos);
    EXPECT_NE(page.find("not re-checked against the newest edition"), std::string::npos);
    EXPECT_NE(page.find("not yet in force"), std::string::npos);
}
