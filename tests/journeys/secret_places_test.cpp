// Places that somebody must not know, of children and adults, looked for everywhere: on every page as every role, in
// prints, files, their names, headers, titles, lists and search results. They stand where the child's place is shown to
// staff with its warning, and are not printed even there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "actions/child_record.h"
#include "actions/people.h"
#include "actions/place.h"
#include "cli/dfe_api_command.h"
#include "cli/returns_build.h"
#include "cli/returns_ssd.h"
#include "store/contact_store.h"
#include "store/person_store.h"
#include "store/place_store.h"
#include "store/staff_store.h"
#include "support/invented_council.h"

namespace {

using namespace kith;
using namespace kith::tests;

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool has_class(const web::MarkupTag& tag, std::string_view name) {
    std::string classes = " " + tag.value("class") + " ";
    return classes.find(" " + std::string(name) + " ") != std::string::npos;
}

/// A page without the elements that no printer prints.
std::string as_printed(const std::string& page) {
    std::string printed;
    std::size_t from = 0;
    for (auto tag = web::next_tag(page, 0); tag; tag = web::next_tag(page, tag->end)) {
        if (tag->begin < from || !has_class(*tag, "kith-not-printed")) continue;
        printed += page.substr(from, tag->begin - from);
        int open = 1;
        auto inside = tag;
        while (open > 0 && (inside = web::next_tag(page, inside->end)))
            open += inside->name == tag->name ? 1 : inside->name == "/" + tag->name ? -1 : 0;
        from = inside ? inside->end : page.size();
    }
    return printed + page.substr(from);
}

TEST(AsPrinted, leaves_out_the_elements_of_that_class_and_nothing_else) {
    EXPECT_EQ(as_printed("<p>a</p><div class=\"x kith-not-printed\"><div>b</div>c</div><p>d</p>"), "<p>a</p><p>d</p>");
    EXPECT_EQ(as_printed("<p class=\"kith-not-printed\">a"), "");
}

class SecretPlaces : public ::testing::Test, public InventedCouncil {
  protected:
    SecretPlaces() {
        core::Staff hana = store->read([](store::Reader& reader) {
            return reader.list<core::Staff>("WHERE sign_in_name = 'hana.head' ORDER BY id").front();
        });
        head = {hana.id, hana.name, hana.role, hana.team, true};
        auto children = store->read([](store::Reader& reader) {
            return reader.list<core::Person>("WHERE id IN (SELECT child FROM relation) ORDER BY id");
        });
        for (const core::Person& child : children)
            plant(child.id);
        auto adults = store->read([](store::Reader& reader) {
            return reader.list<core::Person>(
                "WHERE id IN (SELECT other FROM relation WHERE kind IN ('mother', 'father')) ORDER BY id");
        });
        for (const core::Person& adult : adults)
            keep_secret(adult.id, core::PlaceKind::home, "12 Quillfeather Passage, Ottersby", "ZX9 4QD");
        auto open_child = std::ranges::find_if(children, [](const core::Person& each) {
            return !each.accountable_worker.is_nil() && each.stage == core::Stage::born;
        });
        if (open_child == children.end()) throw std::runtime_error("no child is open");
        report_and_identify(*open_child);
        std::string child = "/children/" + to_text(open_child->id);
        auto places = store->read([&](store::Reader& reader) {
            return reader.list<core::Place>("WHERE person = $1 ORDER BY id", open_child->id);
        });
        std::string place = "/people/" + to_text(open_child->id) + "/places/" + to_text(places.front().id);
        also_opened = {contact, place + "/secret", place + "/end"};
        Visitor& browser = as("hana.head");
        browser.open(child + "/safety-plans/new");
        browser.send(child + "/safety-plans/new", {{"who_does_what", "Her aunt collects her."}});
        also_opened.push_back(browser.address().substr(0, browser.address().find('?')));
    }

    template <class F>
    void must(F action) {
        auto done = actions::perform(*service, head, std::move(action));
        if (!done) throw std::runtime_error(done.error().sentence);
    }

    void keep_secret(core::PersonId person, core::PlaceKind kind, const std::string& text,
                     const std::string& postcode) {
        must([&](actions::Work& work) -> Result<core::Place> {
            core::Place place =
                TRY(actions::record_place(work, {.person = person, .kind = kind, .text = text, .postcode = postcode}));
            TRY(actions::keep_place_secret(work, {place.id, {}, "There were threats."}));
            return place;
        });
    }

    void plant(core::PersonId child) {
        keep_secret(child, core::PlaceKind::home, "12 Quillfeather Passage, Ottersby", "ZX9 4QD");
        keep_secret(child, core::PlaceKind::school, "Larkmeadow School, Ottersby", "ZX9 4QE");
        keep_secret(child, core::PlaceKind::other, "3 Osprey Yard", "ZX9 4QF");
    }

    /// Somebody reports the child again, and knows where the family is now.
    void report_and_identify(const core::Person& child) {
        Visitor neighbour(*app);
        neighbour.open("/report-a-concern");
        neighbour.send("/report-a-concern", {{"reporter", "member_of_public"}, {"go", "next"}});
        neighbour.send("/report-a-concern", {{"child-1-given_name", child.given_name},
                                             {"child-1-family_name", child.family_name},
                                             {"child-1-address", "12 Quillfeather Passage"},
                                             {"child-1-school", "Larkmeadow School"},
                                             {"go", "next"}});
        neighbour.send("/report-a-concern", {{"worry", "Shouting at night"}, {"go", "next"}});
        neighbour.send("/report-a-concern", {{"go", "next"}});
        neighbour.send("/report-a-concern", {{"go", "send"}});
        auto reported = store->read([](store::Reader& reader) {
            return reader.list<core::ContactChild>("WHERE address LIKE '%Quillfeather%' ORDER BY id");
        });
        ASSERT_EQ(reported.size(), 1u);
        contact = "/contacts/" + to_text(reported.front().contact);
        Visitor& farah = as("farah.door");
        farah.open(contact + "/children/" + to_text(reported.front().id));
        farah.send(farah.address(), {{"person", to_text(child.id)}});
        ASSERT_EQ(farah.status(), 200) << farah.body();
    }

    /// The planted words that a text holds; empty: none.
    static std::string planted_in(const std::string& text) {
        std::string words = lower(text);
        for (const char* each : {"quillfeather", "larkmeadow", "osprey yard", "zx9 4q", "zx94q", "zx9%204q", "zx9+4q"})
            if (words.find(each) != std::string::npos) return each;
        return {};
    }

    void look_at_page(Visitor& visitor, const std::string& address, const std::string& pattern) {
        EXPECT_EQ(planted_in(address), "") << "in an address";
        EXPECT_EQ(planted_in(visitor.headers()), "") << "in a header";
        std::string page = visitor.body();
        std::string found = planted_in(page);
        if (found.empty()) return;
        ++shown_on[pattern];
        EXPECT_TRUE(pattern == "/children/{id}" || pattern == "/contacts/{id}")
            << "shown where it is no business: " << found;
        EXPECT_NE(lower(page).find("must not be known to"), std::string::npos) << "without its warning: " << found;
        EXPECT_EQ(planted_in(as_printed(page)), "") << "it is printed";
        EXPECT_EQ(planted_in(page.substr(0, page.find("</head>"))), "") << "in the title";
    }

    int run(int (*command)(cli::Arguments, const cli::Environment&), std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--data", directory.string()});
        std::istringstream in;
        cli::Environment environment{[this] { return now; }, counting_ids(700'000), in, out, err};
        return command(arguments, environment);
    }

    /// Pages that stand on something the invented council has not: each has a journey of its own.
    const std::set<std::string> never_opened = {
        "/", "/sign-in", "/drafts/discard", "/report-a-concern/received/{reference}", "/safety-plans/{id}",
        "/conferences/{id}/children/{row}", "/returns/notes/{id}",
        // no pre-proceedings stand in this council
        "/pre-proceedings/{id}", "/pre-proceedings/{id}/letter", "/pre-proceedings/{id}/meetings/new",
        "/pre-proceedings/{id}/family-meeting", "/pre-proceedings/{id}/end", "/pre-proceedings/{id}/court"};

    core::Actor head;
    std::string contact;
    std::vector<std::string> also_opened;  ///< what no link leads to in this council
    std::map<std::string, int> shown_on;
    std::ostringstream out, err;
};

TEST_F(SecretPlaces, are_on_no_page_of_any_role_but_with_their_warning_and_on_no_print) {
    std::set<std::string> opened;
    for (const std::string& user : one_of_each_role()) {
        Visitor& visitor = as(user);
        std::vector<std::string> from = beginnings(*this);
        from.insert(from.end(), also_opened.begin(), also_opened.end());
        for (const char* words : {"Okafor", "a", "2021-03-27"})
            from.push_back(std::string("/people?q=") + words);
        crawl(visitor, from, 25, [&](const std::string& address, const std::string& pattern) {
            SCOPED_TRACE("GET " + address + " as " + user);
            if (visitor.status() == 200) opened.insert(pattern);
            look_at_page(visitor, address, pattern);
        });
        for (const char* words : {"Quillfeather", "Larkmeadow+School", "ZX9+4QD"}) {
            visitor.open(std::string("/people?q=") + words);
            EXPECT_TRUE(visitor.status() != 200 || visitor.sees("Nobody found.")) << user << " found by " << words;
        }
    }
    EXPECT_GT(shown_on["/children/{id}"], 0) << "the plant is not seen at all";
    EXPECT_GT(shown_on["/contacts/{id}"], 0);
    for (const RouteLine& route : routes_of("GET"))
        EXPECT_TRUE(never_opened.contains(route.pattern) || opened.contains(route.pattern))
            << "nobody came to " << route.pattern;
}

TEST_F(SecretPlaces, are_in_no_file_that_leaves_and_in_no_file_name) {
    std::filesystem::path files = directory / "files";
    std::filesystem::create_directory(files);
    EXPECT_EQ(run(cli::run_returns_ssd, {"--out", (files / "ssd").string()}), 0) << err.str();
    EXPECT_EQ(run(cli::run_returns_build, {"--year", "2027", "--out", (files / "cin.xml").string()}), 0) << err.str();
    EXPECT_EQ(run(cli::run_dfe_api, {"build", "--out", (files / "api").string()}), 0) << err.str();
    int looked = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(files)) {
        EXPECT_EQ(planted_in(entry.path().string()), "");
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        EXPECT_EQ(planted_in(bytes), "") << entry.path();
        ++looked;
    }
    EXPECT_GT(looked, 20);
    EXPECT_EQ(planted_in(out.str() + err.str()), "");
}

TEST_F(SecretPlaces, are_in_no_list_of_drafts) {
    Visitor& hana = as("hana.head");
    std::string child = ids("SELECT DISTINCT child FROM relation ORDER BY child").front();
    std::string form = "/people/" + child + "/places/new";
    hana.open(form);
    hana.send("/drafts", {{"draft_of", form}, {"text", "12 Quillfeather Passage"}, {"postcode", "ZX9 4QD"}});
    hana.open("/my-work");
    EXPECT_TRUE(hana.sees("Forms I have not sent"));
    EXPECT_EQ(planted_in(hana.body()), "");
}

}  // namespace
