// The seam between the browser's XML reader and the census, tested without a browser.
#include "checker/checker.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstring>

#include "returns/cin/events.h"
#include "returns/cin/report.h"
#include "returns/cin/support.h"

using namespace kith;
using namespace kith::test;

namespace {

/// The events that a reader in a browser would hand over.
struct Events {
    std::string bytes;

    Events& number(std::size_t value) {
        for (; value > 127; value >>= 7)
            bytes += static_cast<char>((value & 127) | 128);
        bytes += static_cast<char>(value);
        return *this;
    }
    Events& string(std::string_view text) {
        number(text.size());
        bytes += text;
        return *this;
    }
    Events& start(std::string_view name, std::size_t line) {
        bytes += '\1';
        return number(line).string(name);
    }
    Events& start_numbered(std::size_t name, std::size_t line) {
        bytes += '\2';
        return number(line).number(name);
    }
    Events& text(std::string_view piece) {
        bytes += '\3';
        return string(piece);
    }
    Events& end(int times = 1) {
        bytes.append(static_cast<std::size_t>(times), '\4');
        return *this;
    }
    Events& refuse(std::size_t line, std::string_view why) {
        bytes += '\5';
        return number(line).string(why);
    }
};

int take(const std::string& bytes) {
    std::memcpy(kith_checker_room(static_cast<std::uint32_t>(bytes.size())), bytes.data(), bytes.size());
    return kith_checker_take(static_cast<std::uint32_t>(bytes.size()));
}

std::string report(KithReport which) {
    const char* bytes = kith_checker_report(which);
    return std::string(bytes, kith_checker_report_size());
}

/// Line 1: everything up to the first child's identifier. Left open: Message, Children, Child.
Events beginning() {
    Events events;
    events.start("Message", 1).start("Header", 2).start("Year", 3).text("2026").end(2).start("Children", 200);
    events.start("Child", 201).start("ChildIdentifiers", 202).start("LAchildID", 203).text("=A").text("1").end(2);
    return events;
}

}  // namespace

TEST(Checker, finds_what_the_native_reader_finds_in_the_same_elements) {
    kith_checker_start(0);
    ASSERT_EQ(take(beginning().end(3).bytes), 0);
    EXPECT_EQ(kith_checker_children(), 1u);
    ASSERT_EQ(kith_checker_finish(300), 0);

    std::string xml = "<Message>\n<Header>\n<Year>2026</Year></Header>" + std::string(197, '\n') +
                      "<Children>\n<Child>\n<ChildIdentifiers>\n<LAchildID>=A1</LAchildID></ChildIdentifiers></Child>"
                      "</Children></Message>";
    std::string tsv = cin::tsv_heading(), csv = cin::csv_heading();
    auto checked = cin::check_census(bytes_of(xml), {}, [&](cin::Finding&& finding) {
        cin::append_tsv(tsv, finding);
        cin::append_csv(csv, finding);
    });
    ASSERT_TRUE(checked);
    EXPECT_EQ(report(kith_report_tsv), tsv);
    EXPECT_EQ(report(kith_report_csv), csv);
    EXPECT_NE(csv.find("\"'=A1\""), std::string::npos);
    EXPECT_NE(report(kith_report_summary).find("census\t2025-26\n"), std::string::npos);
    EXPECT_NE(report(kith_report_workbook).find("\tt=A1\t"), std::string::npos);
}

TEST(Checker, knows_names_by_their_number_and_pieces_of_events_in_any_size) {
    Events more = beginning().end(1);
    more.start_numbered(4, 210).start_numbered(5, 211).start_numbered(6, 212).text("B2").end(5);
    kith_checker_start(2027);
    ASSERT_EQ(take(beginning().end(1).bytes), 0);
    ASSERT_EQ(take(more.bytes.substr(beginning().end(1).bytes.size())), 0);
    ASSERT_EQ(kith_checker_finish(220), 0);
    EXPECT_NE(report(kith_report_tsv).find("\tB2\t"), std::string::npos);
    EXPECT_NE(report(kith_report_summary).find("census\t2026-27\n"), std::string::npos);
    EXPECT_NE(report(kith_report_summary).find("children\t2\n"), std::string::npos);
}

TEST(Checker, refuses_with_the_first_reason_whoever_gave_it) {
    kith_checker_start(0);
    EXPECT_EQ(take(Events().start("SSDA903", 7).refuse(8, "later").bytes), 1);
    EXPECT_EQ(report(kith_report_refusal), "7\tThe file begins with <SSDA903>; a census begins with <Message>.\n");
    kith_checker_start(0);
    EXPECT_EQ(take(beginning().refuse(9, "It\tstops.").bytes), 1);
    EXPECT_EQ(report(kith_report_refusal), "9\tIt\\tstops.\n");
    EXPECT_EQ(report(kith_report_tsv), "");
    kith_checker_start(0);
    EXPECT_EQ(take(Events().start("Message", 1).end().bytes), 0);
    EXPECT_EQ(kith_checker_finish(4), 1);
    EXPECT_EQ(report(kith_report_refusal), "4\tThe file has no <Children>.\n");
}

TEST(Checker, takes_nothing_that_is_no_event) {
    std::string cut = beginning().bytes;
    for (const std::string& bytes :
         {std::string("\0", 1), std::string("\6"), std::string("\1\1\7Mess"), std::string("\2\1\1"), std::string("\3"),
          std::string("\3\xFF\xFF\xFF\xFF\xFF\xFF"), cut.substr(0, cut.size() - 3) + "\3\5x"}) {
        kith_checker_start(0);
        EXPECT_EQ(take(bytes), 2);
    }
}

TEST(Checker, survives_any_bytes) {
    EXPECT_TRUE(rc::check([](const std::vector<char>& bytes) {
        kith_checker_start(2026);
        std::string start = beginning().bytes;
        RC_ASSERT(take(start) == 0);
        if (take(std::string(bytes.begin(), bytes.end())) == 0) kith_checker_finish(1);
        report(kith_report_tsv);
    }));
}
