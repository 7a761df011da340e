// Whatever is typed into whichever form, the answer names it, gives everything back, and saves nothing half: over the
// real routes, for every form that somebody of the invented council can see.
#include <gtest/gtest.h>

#include "support/forms_of_council.h"

namespace {

using namespace kith;
using namespace kith::tests;

class BadInput : public ::testing::Test {
  protected:
    /// F: void(visitor, found, form). The page is fresh for each form, as after a reload.
    template <class F>
    void for_every_form(F test) {
        for (const FoundForm& found : forms_of_council()) {
            Visitor& visitor = council.as(found.user);
            SCOPED_TRACE("POST " + found.action + " from " + found.page + " as " + found.user);
            visitor.open(found.page);
            std::string page = visitor.body();
            auto opening = web::opening_of(page, found.action);
            if (!opening) continue;  // the record has moved on
            test(visitor, found, web::read_form(page, *opening));
        }
    }

    /// The first field that the error summary leads to and that is not on the page; empty: none.
    static std::string leads_nowhere(const std::string& page) {
        std::string summary = page.substr(std::min(page.find("govuk-error-summary"), page.size()));
        summary = summary.substr(0, summary.find("</ul>"));
        static const std::regex link("href=\"#([^\"]+)\"");
        for (std::sregex_iterator at(summary.begin(), summary.end(), link), end; at != end; ++at)
            if (page.find("id=\"" + (*at)[1].str() + "\"") == std::string::npos) return (*at)[1];
        return {};
    }

    std::int64_t changes() { return council.count("SELECT count(*) FROM journal_entry"); }

    InventedCouncil council;
};

constexpr std::string_view today = "2026-11-24";

struct BadDate {
    std::string day, month, year, answer;
};
const std::vector<BadDate> bad_dates = {
    {"30", "2", "2026", "30 2 2026 is not a real date."},
    {"31", "2", "2025", "31 2 2025 is not a real date."},
    {"1", "1", "0", "1 1 0 is not a real date."},
    {"1", "13", "2026", "1 13 2026 is not a real date."},
    {"1", "1", "20260", "Enter the day, month and year as numbers"},
    {"first", "May", "2026", "Enter the day, month and year as numbers"},
    {"-1", "1", "2026", "Enter the day, month and year as numbers"},
    {"١", "٢", "٢٠٢٦", "Enter the day, month and year as numbers"},
    {"1", "", "2026", "Enter the day, month and year as numbers"},
};

TEST_F(BadInput, a_date_that_cannot_be_is_named_at_its_field_and_stands_there_as_typed) {
    std::size_t asked = 0, turn = 0;
    for_every_form([&](Visitor& visitor, const FoundForm& found, const web::FormOnPage& form) {
        http::Form good = filled_in(form, today);
        for (const std::string& date : dates_of(form)) {
            const BadDate& bad = bad_dates[turn++ % bad_dates.size()];
            SCOPED_TRACE(date + ": " + bad.day + "/" + bad.month + "/" + bad.year);
            std::int64_t before = changes();
            visitor.send_exactly(
                found.action,
                with(good, {{date + "-day", bad.day}, {date + "-month", bad.month}, {date + "-year", bad.year}}));
            EXPECT_EQ(visitor.status(), 422);
            EXPECT_TRUE(visitor.sees(bad.answer));
            EXPECT_TRUE(visitor.sees("href=\"#" + date + "-day\"")) << "the error leads to no field";
            EXPECT_EQ(typed_on(visitor.body(), found.action, date + "-year"), bad.year);
            EXPECT_EQ(changes(), before);
            ++asked;
        }
    });
    EXPECT_GT(asked, 30u) << "the council has lost its forms";
}

TEST_F(BadInput, a_text_that_is_too_long_is_refused_at_its_field_and_given_back_whole) {
    std::set<std::string> seen;
    for_every_form([&](Visitor& visitor, const FoundForm& found, const web::FormOnPage& form) {
        if (!seen.insert(found.pattern).second) return;
        http::Form good = filled_in(form, today);
        std::vector<std::string> texts = texts_of(form);
        if (texts.empty()) return;
        const std::string& field = texts[seen.size() % texts.size()];
        SCOPED_TRACE(field);
        bool huge = seen.size() % 12 == 0;  // a megabyte each time would take minutes
        const std::string long_text(huge ? 1'000'000 : 50'001, 'x');
        std::int64_t before = changes();
        visitor.send_exactly(found.action, with(good, {{field, long_text}}));
        EXPECT_EQ(visitor.status(), 422);
        EXPECT_TRUE(visitor.sees("characters or fewer. It has " + std::to_string(long_text.size()) + "."));
        EXPECT_TRUE(visitor.sees("href=\"#" + field + "\""));
        auto typed = typed_on(visitor.body(), found.action, field);
        EXPECT_TRUE(typed && *typed == long_text) << "it came back otherwise";
        EXPECT_EQ(changes(), before);
    });
    EXPECT_GT(seen.size(), 30u);
}

TEST_F(BadInput, bytes_that_are_not_text_are_named_at_their_field_and_what_is_text_stands_there) {
    std::set<std::string> seen;
    for_every_form([&](Visitor& visitor, const FoundForm& found, const web::FormOnPage& form) {
        if (!seen.insert(found.pattern).second) return;
        for (const std::string& field : texts_of(form)) {
            SCOPED_TRACE(field);
            std::int64_t before = changes();
            bool nul = field.size() % 2 == 0;
            std::string sent = nul ? std::string("nul \0 here", 10) : "latin 1: caf\xe9";
            visitor.send_exactly(found.action, with(filled_in(form, today), {{field, sent}}));
            EXPECT_EQ(visitor.status(), 422);
            EXPECT_TRUE(visitor.sees("This holds signs that cannot be stored.") || field == "visit_every_days");
            EXPECT_EQ(typed_on(visitor.body(), found.action, field), nul ? "nul \uFFFD here" : "latin 1: caf\uFFFD");
            EXPECT_EQ(changes(), before);
        }
    });
    EXPECT_GT(seen.size(), 30u);
}

TEST_F(BadInput, control_characters_are_refused_at_each_field_and_the_other_words_stay) {
    std::set<std::string> seen;
    for_every_form([&](Visitor& visitor, const FoundForm& found, const web::FormOnPage& form) {
        if (!seen.insert(found.pattern).second) return;
        for (const std::string& field : texts_of(form)) {
            SCOPED_TRACE(field);
            std::int64_t before = changes();
            visitor.send_exactly(found.action, with(filled_in(form, today), {{field, "bell \x07 and escape \x1b"}}));
            EXPECT_EQ(visitor.status(), 422);
            EXPECT_TRUE(visitor.sees("This holds signs that cannot be stored.") || field == "visit_every_days")
                << "a number has a sentence of its own";
            EXPECT_EQ(changes(), before);
        }
    });
    EXPECT_GT(seen.size(), 30u);
}

/// Dates that people plan for.
const std::set<std::string> may_lie_ahead = {
    "by",
    "review",
    "review_on",
    "review_point",
    "next",
    "next_review",
    "reviewed_by",
    "expected",
    "expected_date",
    "starts",
    "first_core_group",
    "sealed_until",  // an order as sealed is recorded and never refused
    "follow_up",
    "closes_on",
    "from",
    "told",
    "child-1-expected_date",
};

TEST_F(BadInput, a_day_of_next_year_is_refused_wherever_something_has_happened) {
    for_every_form([&](Visitor& visitor, const FoundForm& found, const web::FormOnPage& form) {
        http::Form words;
        for (const std::string& text : texts_of(form))
            words.add(text, "Words");
        for (const std::string& date : dates_of(form)) {
            if (may_lie_ahead.contains(date)) continue;
            SCOPED_TRACE(date);
            http::Form good = with(filled_in(form, today), words);
            std::int64_t before = changes();
            visitor.send_exactly(found.action,
                                 with(good, {{date + "-day", "1"}, {date + "-month", "12"}, {date + "-year", "2027"}}));
            EXPECT_NE(visitor.status(), 200) << "it was taken";
            EXPECT_EQ(changes(), before);
            EXPECT_EQ(leads_nowhere(visitor.body()), "");
        }
    });
}

/// Days that may lie before anything that the record knows: births, where somebody lived, and work that began earlier.
const std::set<std::string> may_lie_long_ago = {"date_of_birth", "child-1-date_of_birth", "from"};

TEST_F(BadInput, an_outcome_is_refused_on_a_day_before_it_all_began) {
    for_every_form([&](Visitor& visitor, const FoundForm& found, const web::FormOnPage& form) {
        http::Form words;
        for (const std::string& text : texts_of(form))
            words.add(text, "Words");
        for (const std::string& date : dates_of(form)) {
            if (may_lie_long_ago.contains(date)) continue;
            SCOPED_TRACE(date);
            http::Form good = with(filled_in(form, today), words);
            std::int64_t before = changes();
            visitor.send_exactly(found.action,
                                 with(good, {{date + "-day", "1"}, {date + "-month", "2"}, {date + "-year", "1901"}}));
            EXPECT_NE(visitor.status(), 200) << "it was taken";
            EXPECT_EQ(changes(), before);
            EXPECT_EQ(leads_nowhere(visitor.body()), "");
        }
    });
}

/// What is decided once.
const std::set<std::string> decisions = {
    "/contacts/{id}/decision",
    "/referrals/{id}/decision",
    "/closures/{id}/decision",
    "/assessments/{id}/sign-off",
    "/assessments/{id}/submit",
    "/strategy-discussions/{id}/decisions",
    "/section-47-enquiries/{id}/outcome",
    "/section-47-enquiries/{id}/endorsement",
    "/conferences/{id}/sign-off",
    "/child-protection-plans/{id}/end",
    "/child-in-need-plans/{id}/end",
    "/children/{id}/birth",
    "/tellings/{id}/told",
};

TEST_F(BadInput, a_second_decision_from_another_tab_changes_nothing_and_says_so) {
    std::set<std::string> decided;
    for_every_form([&](Visitor& visitor, const FoundForm& found, const web::FormOnPage& form) {
        if (!decisions.contains(found.pattern)) return;
        http::Form words;
        for (const std::string& text : texts_of(form))
            words.add(text, "Words");
        http::Form first = with(filled_in(form, today), words);
        visitor.open(found.page);
        std::string page = visitor.body();
        auto opening = web::opening_of(page, found.action);
        ASSERT_TRUE(opening);
        http::Form second = with(filled_in(web::read_form(page, *opening), today), words);
        std::int64_t before = changes();
        visitor.send_exactly(found.action, first);
        if (visitor.status() != 200 || changes() == before) return;
        decided.insert(found.pattern);
        std::int64_t after = changes();
        visitor.send_exactly(found.action, second);
        EXPECT_EQ(visitor.status() / 100, 4);
        EXPECT_EQ(changes(), after);
        EXPECT_TRUE(visitor.sees("href=\"/")) << "a way on";
    });
    EXPECT_GE(decided.size(), 3u) << "hardly anything could be decided";
}

const std::string marker = "<script>alert(1)</script>\"'& 👩‍👩‍👧 שלום Zoë";
std::string marker_of(std::size_t number) {
    return marker + " #" + std::to_string(number) + "#";
}

/// Forgets the numbers of the markers that a page shows exactly as they were typed.
void take_out_what_is_on(const std::string& page, std::map<std::size_t, std::string>& sent) {
    std::string text = web::unescaped(page);
    for (std::size_t at = text.find(marker); at != std::string::npos; at = text.find(marker, at + 1)) {
        std::string behind = text.substr(at + marker.size(), 10);
        if (behind.starts_with(" #")) sent.erase(static_cast<std::size_t>(std::stoul(behind.substr(2))));
    }
}

TEST_F(BadInput, markup_emoji_and_right_to_left_words_come_back_exactly_from_every_field_and_never_run) {
    std::map<std::size_t, std::string> sent;  // number: form and field, of those that were saved
    std::size_t number = 0, saved = 0;
    for (std::string_view date : {today, std::string_view("2026-12-08"), std::string_view("2026-11-20")})
        for_every_form([&](Visitor& visitor, const FoundForm& found, const web::FormOnPage& form) {
            http::Form words;
            std::map<std::string, std::size_t> numbers;
            for (const std::string& text : texts_of(form))
                if (!words.has(text)) words.add(text, marker_of(numbers[text] = ++number));
            std::int64_t before = changes();
            visitor.send_exactly(found.action, with(filled_in(form, date), words));
            std::string body = visitor.body();
            EXPECT_LT(visitor.status(), 500);
            EXPECT_EQ(body.find("<script>alert"), std::string::npos);
            if (visitor.status() == 422) {
                for (const auto& [field, its] : numbers)
                    if (auto typed = typed_on(body, found.action, field)) {
                        EXPECT_EQ(*typed, marker_of(its)) << field;
                    }
            } else if (visitor.status() == 200 && changes() > before) {
                ++saved;
                for (const auto& [field, its] : numbers)
                    sent[its] = found.pattern + " " + field;
                take_out_what_is_on(body, sent);
                visitor.open(found.page);  // what the form itself begins with from now on
                take_out_what_is_on(visitor.body(), sent);
            }
        });
    EXPECT_GT(saved, 30u) << "most forms were refused";

    for (const char* user : {"hana.head", "mira.manager", "ngozi.manager", "cleo.chair", "farah.door"})
        crawl(council.as(user), beginnings(council), 30, [&](const std::string& address, const std::string&) {
            std::string body = council.as(user).body();
            EXPECT_EQ(body.find("<script>alert"), std::string::npos) << address;
            EXPECT_LT(council.as(user).status(), 500) << address << " as " << user;
            take_out_what_is_on(body, sent);
        });
    std::set<std::string> lost;
    for (const auto& [its, field] : sent)
        lost.insert(field);
    for (const std::string& field : lost)
        ADD_FAILURE() << "saved, and on no page as it was typed: " << field;
}

}  // namespace
