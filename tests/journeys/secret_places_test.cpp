// Places that somebody must not know, of children and adults, looked for everywhere: on every page as every role, in
// prints, files, their names, headers, titles, lists and search results. They stand where the child's place is shown to
// staff with its warning, and are not printed even there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "actions/census_recording.h"
#include "actions/child_record.h"
#include "actions/conference.h"
#include "actions/emergency_protection.h"
#include "actions/people.h"
#include "actions/place.h"
#include "actions/pre_proceedings.h"
#include "actions/strategy_discussion.h"
#include "cli/dfe_api_command.h"
#include "cli/returns_build.h"
#include "cli/returns_command.h"
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
        keep_safe(*open_child);
        think_of_a_court(*open_child);
        confer(*open_child);
        explain_to_data_team(children);
        protect_at_night(*open_child);
    }

    /// Done by the head of service, or by somebody else.
    template <class F>
    auto must(F action) {
        return must_as(head, std::move(action));
    }
    template <class F>
    auto must_as(const core::Actor& actor, F action) {
        auto done = actions::perform(*service, actor, std::move(action));
        if (!done) throw std::runtime_error(done.error().field + ": " + done.error().sentence);
        return *done;
    }
    core::Actor staff(const std::string& sign_in_name) {
        core::Staff found = store->read([&](store::Reader& reader) {
            return *reader.list_first<core::Staff>("WHERE sign_in_name = $1 ORDER BY id", sign_in_name);
        });
        return {found.id, found.name, found.role, found.team, true};
    }

    void keep_safe(const core::Person& child) {
        core::InterimSafetyPlan plan;
        plan.child = child.id;
        plan.starts = plan.reviewed_by = london_date(now);
        plan.who_does_what = "Her aunt collects her.";
        auto made = must([&](actions::Work& work) { return actions::make_safety_plan(work, plan); });
        also_opened.push_back("/safety-plans/" + to_text(made.id));
    }

    /// Pre-proceedings with their letter, and one of the adults to whom it may be printed.
    void think_of_a_court(const core::Person& child) {
        core::PreProceedings facts;
        facts.child = child.id;
        facts.decided_on = london_date(now);
        facts.worries = facts.alternatives = facts.legal_advice = facts.family_meeting_words = "Said.";
        auto started = must([&](actions::Work& work) { return actions::start_pre_proceedings(work, facts); });
        core::LetterBeforeProceedings letter{.sent_on = facts.decided_on,
                                             .concerns = "Nights.",
                                             .help_given = "The hub.",
                                             .must_change = "Safe nights.",
                                             .lawyers = "The list.",
                                             .meeting_offered = core::Answer::yes};
        must([&](actions::Work& work) { return actions::send_letter(work, {started.id, started.version}, letter); });
        std::string page = "/pre-proceedings/" + to_text(started.id);
        for (const char* form : {"", "/letter", "/meetings/new", "/family-meeting", "/end", "/court"})
            also_opened.push_back(page + form);
        also_opened.push_back("/letters/before_proceedings/" + to_text(started.id));
    }

    /// Police protection, and the note of it that the day reads.
    void protect_at_night(const core::Person& child) {
        actions::StartEmergency command{child.id, {core::EmergencyPower::police_protection, now}, {}};
        auto started = must_as(staff("owen.night"),
                               [&](actions::Work& work) { return actions::start_emergency_protection(work, command); });
        std::string page = "/emergency-protections/" + to_text(started.id);
        for (const char* form : {"", "/facts", "/order", "/end"})
            also_opened.push_back(page + form);
        also_opened.push_back("/out-of-hours-notes/" + ids("SELECT id FROM out_of_hours_note ORDER BY id").front());
    }

    /// A conference that was held and whose chair has not decided yet.
    void confer(const core::Person& child) {
        core::Actor chair = staff("cleo.chair");
        actions::CallConference command{
            {{child.id, core::Answer::no}}, now - std::chrono::hours(2), "Civic centre", ""};
        auto called = must_as(chair, [&](actions::Work& work) { return actions::call_conference(work, command); });
        must_as(staff("mira.manager"), [&](actions::Work& work) {
            return actions::name_chair(work, {called.id, {.chair = chair.id}, core::Answer::no});
        });
        must_as(chair, [&](actions::Work& work) {
            return actions::hold_conference(work, called.id,
                                            {.held_at = now - std::chrono::hours(2),
                                             .not_met_why = "They came late.",
                                             .not_quorate_why = "Delay would harm.",
                                             .early_review_considered = "Yes, in six weeks."});
        });
        auto row = ids("SELECT id FROM conference_child ORDER BY id DESC LIMIT 1").front();
        also_opened.push_back("/conferences/" + to_text(called.id));
        also_opened.push_back("/conferences/" + to_text(called.id) + "/children/" + row);
    }

    /// A note about something that a census rule found and that is true.
    void explain_to_data_team(const std::vector<core::Person>& children) {
        for (const core::Person& child : children) {
            auto found = actions::look(*service, [&](store::Reader& reader) {
                return actions::census_findings_today(reader, staff("mira.manager"), child.id, london_date(now),
                                                      service->days);
            });
            if (found.empty()) continue;
            actions::ExplainFinding command{child.id, std::string(found[0].found.rule->code), found[0].found.about,
                                            "It is so."};
            auto note = must_as(staff("mira.manager"),
                                [&](actions::Work& work) { return actions::explain_finding(work, command); });
            also_opened.push_back("/returns/notes/" + to_text(note.id));
            also_opened.push_back("/children/" + to_text(child.id) + "/census/" + command.rule);
            return;
        }
        throw std::runtime_error("the census finds nothing");
    }

    void keep_secret(core::PersonId person, core::PlaceKind kind, const std::string& text,
                     const std::string& postcode) {
        (void)must([&](actions::Work& work) -> Result<core::Place> {
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
        receipt = neighbour.address();
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

    /// What lies compressed in a workbook.
    static std::string unpacked(const std::filesystem::path& workbook) {
        std::string command =
            "python3 -c \"import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); "
            "[sys.stdout.write(z.read(n).decode('latin1')) for n in z.namelist()]\" " +
            workbook.string();
        FILE* pipe = popen(command.c_str(), "r");
        std::string text;
        char buffer[4096];
        for (std::size_t got; pipe && (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;)
            text.append(buffer, got);
        EXPECT_EQ(pipe ? pclose(pipe) : -1, 0) << command;
        EXPECT_GT(text.size(), 1000u) << "the workbook is empty";
        return text;
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

    core::Actor head;
    std::string contact;
    std::string receipt;                   ///< the page that whoever reported saw last
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
    Visitor stranger(*app);
    for (const std::string& address : {std::string("/"), std::string("/sign-in"), receipt}) {
        stranger.open(address);
        if (stranger.status() == 200) opened.insert(pattern_of("GET", stranger.address()));
        look_at_page(stranger, address, pattern_of("GET", address));
    }
    Visitor& hana = as("hana.head");
    std::string form = also_opened.front() + "/answers/new";  // somebody begins to answer, and throws it away
    hana.open(form);
    hana.send("/drafts", {{"draft_of", form}, {"said", "It reached us."}});
    hana.open("/drafts/discard?of=" + form);
    if (hana.status() == 200) opened.insert("/drafts/discard");
    look_at_page(hana, "/drafts/discard", "/drafts/discard");
    EXPECT_GT(shown_on["/children/{id}"], 0) << "the plant is not seen at all";
    EXPECT_GT(shown_on["/contacts/{id}"], 0);
    for (const RouteLine& route : routes_of("GET"))
        EXPECT_TRUE(opened.contains(route.pattern)) << "nobody came to " << route.pattern;
}

TEST_F(SecretPlaces, are_in_no_file_that_leaves_and_in_no_file_name) {
    std::filesystem::path files = directory / "files";
    std::filesystem::create_directory(files);
    EXPECT_EQ(run(cli::run_returns_ssd, {"--out", (files / "ssd").string()}), 0) << err.str();
    EXPECT_EQ(run(cli::run_returns_build, {"--year", "2027", "--out", (files / "cin.xml").string()}), 0) << err.str();
    EXPECT_EQ(run(cli::run_dfe_api, {"build", "--out", (files / "api").string()}), 0) << err.str();
    for (const char* format : {"text", "tsv", "csv", "json", "html", "xlsx"}) {
        std::string findings = (files / (std::string("findings.") + format)).string();
        std::vector<std::string> check{"cin",   "check", (files / "cin.xml").string(), "--format", format,
                                       "--out", findings};
        EXPECT_LE(cli::run_returns(check, out, err), 1) << format << err.str();
    }
    int looked = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(files)) {
        EXPECT_EQ(planted_in(entry.path().string()), "");
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        if (entry.path().extension() == ".xlsx") bytes = unpacked(entry.path());
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
