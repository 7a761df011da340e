// A bruise that nobody can explain: from a strategy discussion by telephone to a child protection plan and its first
// core group, over real routes; and a pregnancy that ends.
#include <gtest/gtest.h>

#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

http::Form operator+(http::Form form, const http::Form& more) {
    for (const auto& [name, value] : more.entries())
        form.add(name, value);
    return form;
}

/// The three fields of a date, and with a time the fourth.
http::Form on(const std::string& name, std::string_view date, std::string_view time = "") {
    std::chrono::year_month_day ymd(*parse_date(date));
    http::Form form{{name + "-day", std::to_string(static_cast<unsigned>(ymd.day()))},
                    {name + "-month", std::to_string(static_cast<unsigned>(ymd.month()))},
                    {name + "-year", std::to_string(static_cast<int>(ymd.year()))}};
    if (!time.empty()) form.add(name + "-time", time);
    return form;
}

class Protection : public ::testing::Test {
  protected:
    SmallCouncil council;
    web::App app{*council.service};
    core::Person amara;

    Protection() {
        council.let_in({council.worker, council.manager, council.chair, council.night, council.head}, password);
        amara = council.add_child(
            {.given_name = "Amara", .family_name = "Okafor", .date_of_birth = *parse_date("2021-05-04")});
        council.mother_of(amara, "Grace");
    }

    Visitor sign_in(const std::string& name) {
        Visitor visitor(app);
        visitor.sign_in(name, std::string(password));
        return visitor;
    }
    std::string child() const { return "/children/" + to_text(amara.id); }

    /// The version that the page's form for this action carries: a page holds several.
    static std::string version_on(const std::string& page, const std::string& action) {
        std::size_t begin = page.find("action=\"" + action + "\"");
        if (begin == std::string::npos) return {};
        std::string form = page.substr(begin, page.find("</form>", begin) - begin);
        std::smatch found;
        return std::regex_search(form, found, std::regex("name=\"version\" value=\"([^\"]*)\"")) ? found[1].str() : "";
    }

    /// Opens a page and sends a form from it, which leads to the next.
    void fill(Visitor& who, const std::string& page, const std::string& action, const http::Form& fields) {
        who.open(page);
        ASSERT_EQ(who.status(), 200) << page << who.body();
        http::Form sent = fields;
        if (std::string version = version_on(who.body(), action); !version.empty()) sent.add("version", version);
        who.send(action, sent);
        ASSERT_EQ(who.status(), 200) << action << who.body();
    }

    static std::string without_query(const std::string& address) { return address.substr(0, address.find('?')); }

    /// A discussion by telephone on Monday 23 November 2026 that decides on an enquiry; the enquiry's address.
    std::string discuss() {
        council.at("2026-11-23", 12);
        Visitor manager = sign_in("priya");
        std::string form = child() + "/strategy-discussions/new";
        fill(manager, form, form,
             http::Form{{"held_as", "telephone"},
                        {"police", "joined"},
                        {"police_name", "DC Hall"},
                        {"health", "missing"},
                        {"missing_why", "No paediatrician could be reached."},
                        {"information", "A bruise on the cheek."},
                        {"reasonable_cause", "Nobody can explain it."}} +
                 on("held", "2026-11-23", "11:30") + on("follow_up", "2026-11-24"));
        std::string address = without_query(manager.address());
        EXPECT_TRUE(manager.sees("Not decided yet"));
        EXPECT_TRUE(manager.sees("To be caught up with by 24 November 2026"));
        std::string row = manager.find("name=\"reasons-([0-9a-f-]{36})\"");
        manager.send(
            address + "/decisions",
            {{"decision-" + row, "section_47_joint"}, {"reasons-" + row, "No account fits."}, {"dissent-" + row, ""}});
        EXPECT_EQ(manager.status(), 200) << manager.body();
        return manager.find("href=\"(/section-47-enquiries/[0-9a-f-]{36})\"");
    }

    void enquire(const std::string& enquiry) {
        council.at("2026-12-01", 12);
        Visitor worker = sign_in("dana"), manager = sign_in("priya");
        for (const char* kind : {"parent_interview", "agency_check"})
            fill(worker, enquiry, enquiry + "/steps",
                 http::Form{{"kind", kind}, {"with_whom", "Grace"}, {"learnt", "She fell, Grace says."}} +
                     on("happened", "2026-11-25", "10:00"));
        fill(worker, enquiry, enquiry + "/findings",
             http::Form{{"seen_alone", "yes"},
                        {"wishes", "“I want to stay with Mummy.”"},
                        {"access_refused", "no"},
                        {"medical", "not_needed"},
                        {"analysis", "The account does not fit."}} +
                 on("seen", "2026-11-24"));
        worker.open(enquiry);
        worker.send(enquiry + "/steps", {});
        EXPECT_EQ(worker.status(), 422);
        EXPECT_TRUE(worker.sees("The account does not fit.</textarea>")) << "the page's other forms keep what is saved";
        fill(worker, enquiry, enquiry + "/outcome",
             {{"outcome", "substantiated_continuing_risk"}, {"reasons", "Two agencies saw it."}});
        worker.open(enquiry);
        EXPECT_FALSE(worker.sees("Endorse the outcome")) << "the worker is not the authoriser";
        fill(manager, enquiry, enquiry + "/endorsement", {{"endorsement", "I agree."}, {"answer", "endorse"}});
        EXPECT_TRUE(manager.sees("Initial child protection conference"));
    }

    /// Books it for Monday 14 December; its address.
    std::string book() {
        Visitor worker = sign_in("dana");
        std::string form = child() + "/conferences/new";
        fill(worker, form, form,
             http::Form{{"venue", "Civic centre"}, {"transferred_in", "no"}} + on("starts", "2026-12-14", "10:00"));
        std::string conference = without_query(worker.address());
        EXPECT_TRUE(worker.sees("due by Monday 14 December 2026"));
        for (auto [name, agency] :
             {std::pair{"Joan Birch", "Health visiting"}, std::pair{"Ted Lowe", "Hill Street School"}})
            fill(worker, conference, conference + "/invitations",
                 {{"invited_as", "professional"}, {"name", name}, {"agency", agency}});
        fill(worker, conference, conference + "/chair", {{"chair", to_text(council.chair.id)}, {"relative", "no"}});
        return conference;
    }

    http::Form everyone_came(Visitor& chair, const std::string& conference) {
        chair.open(conference);
        http::Form form;
        std::string body = chair.body();
        std::regex row("name=\"came-([0-9a-f-]{36})\"");
        for (std::sregex_iterator at(body.begin(), body.end(), row), end; at != end; ++at) {
            form.add("came-" + (*at)[1].str(), "came");
            form.add("said-" + (*at)[1].str(), "What they know.");
        }
        EXPECT_EQ(form.entries().size(), 10u);
        return form;
    }

    void hold(const std::string& conference) {
        council.at("2026-12-14", 13);
        Visitor chair = sign_in("ruth");
        chair.open("/my-work");
        EXPECT_TRUE(chair.sees("Conferences that I lead"));
        EXPECT_TRUE(chair.sees("href=\"" + conference + "\">14 December 2026 at 10:00am</a>: Amara"));
        http::Form people = everyone_came(chair, conference);
        fill(chair, conference, conference + "/people", people);
        fill(chair, conference, conference + "/held",
             http::Form{{"met_who", "Grace"}} + on("held", "2026-12-14", "10:00") + on("met", "2026-12-14", "9:30"));
        chair.send(conference + "/sign-off", {});
        EXPECT_EQ(chair.status(), 422) << "nothing is decided yet";
        EXPECT_TRUE(chair.sees("Record the decision for Amara"));
        chair.open(conference);
        std::string decision = chair.find("href=\"(/conferences/[0-9a-f-]{36}/children/[0-9a-f-]{36})\"");
        chair.open(decision);
        EXPECT_TRUE(chair.sees("The last day that can be booked is Friday 12 March 2027")) << chair.body();
        http::Form form = http::Form{{"decision", "plan_made"},
                                     {"category", "physical_abuse"},
                                     {"threshold", "Unexplained, and it may happen again."},
                                     {"child_view", "“I want to stay with Mummy.”"},
                                     {"outline", "Grandmother sleeps there."},
                                     {"accountable_worker", to_text(council.worker.id)}} +
                          on("first_core_group", "2026-12-22") + on("review", "2027-03-12");
        std::string body = chair.body();
        std::regex member("name=\"core_group\" type=\"checkbox\" value=\"([0-9a-f-]{36})\"");
        for (std::sregex_iterator at(body.begin(), body.end(), member), end; at != end; ++at)
            form.add("core_group", (*at)[1].str());
        EXPECT_TRUE(form.has("core_group"));
        chair.send(decision, form);
        ASSERT_EQ(chair.status(), 200) << chair.body();
        chair.send(conference + "/sign-off", {});
        ASSERT_EQ(chair.status(), 200) << chair.body();
        EXPECT_TRUE(chair.sees("Held and decided"));
    }
};

TEST_F(Protection, a_bruise_nobody_can_explain_leads_to_a_plan_that_the_family_can_read) {
    std::string enquiry = discuss();
    enquire(enquiry);
    std::string conference = book();
    hold(conference);
    Visitor worker = sign_in("dana");
    worker.open(child());
    EXPECT_TRUE(worker.sees("Child protection plan"));
    EXPECT_TRUE(worker.sees("Hold the first core group"));
    std::string plan = worker.find("href=\"(/child-protection-plans/[0-9a-f-]{36})\"");
    fill(worker, plan, plan + "/changes",
         http::Form{{"must_change", "Amara is never left with Uncle Ray."},
                    {"how_we_will_know", "Grandmother and the visits say so."},
                    {"who", "Grace"},
                    {"what", "Grandmother collects her."}} +
             on("by", "2027-01-31"));
    council.at("2026-12-22", 15);
    worker.sign_in("dana", std::string(password));
    worker.open(plan + "/core-groups/new");
    http::Form meeting =
        http::Form{{"family_said", "Grandmother has moved in."}, {"progress", "Nobody unknown in the house."}} +
        on("held", "2026-12-22", "14:00") + on("next", "2027-01-26");
    std::string body = worker.body();
    std::regex row("name=\"(came|status)-([0-9a-f-]{36})\"");
    for (std::sregex_iterator at(body.begin(), body.end(), row), end; at != end; ++at)
        meeting.add((*at)[1].str() + "-" + (*at)[2].str(), (*at)[1].str() == "came" ? "came" : "under_way");
    worker.send(plan + "/core-groups/new", meeting);
    ASSERT_EQ(worker.status(), 200) << worker.body();
    EXPECT_TRUE(worker.sees("Core group 1"));
    fill(worker, plan + "/visits/new", plan + "/visits/new",
         http::Form{{"seen", "yes"}, {"seen_alone", "yes"}, {"child_said", "“Granny is here.”"}} +
             on("visited", "2026-12-22", "14:45"));
    EXPECT_TRUE(worker.sees("Grandmother collects her."));
    EXPECT_FALSE(council.owes(amara.id, core::Duty::hold_first_core_group));
    worker.open(child());
    EXPECT_TRUE(worker.sees("22 December 2026")) << "last seen";
}

TEST_F(Protection, the_record_of_a_discussion_is_completed_on_its_page_and_health_is_heard_later) {
    std::string enquiry = discuss();
    council.at("2026-11-24", 12);
    Visitor worker = sign_in("dana"), manager = sign_in("priya");
    worker.open(child());
    std::string discussion = worker.find("href=\"(/strategy-discussions/[0-9a-f-]{36})\"");
    worker.open(discussion);
    std::string hear = worker.find("href=\"([^\"]*/afterwards\\?agency=health)\"");
    worker.open(hear);
    EXPECT_TRUE(worker.sees("value=\"health\" selected")) << worker.body();
    worker.send(discussion + "/afterwards", http::Form{{"agency", "health"}, {"who", ""}, {"said", "Seen in A&E."}});
    EXPECT_EQ(worker.status(), 422);
    EXPECT_TRUE(worker.sees("Seen in A&amp;E.")) << "what was typed is still there";
    worker.send(discussion + "/afterwards",
                http::Form{{"agency", "health"}, {"who", "Named nurse"}, {"said", "Seen in A&E."}} +
                    on("said_on", "2026-11-24"));
    ASSERT_EQ(worker.status(), 200) << worker.body();
    EXPECT_TRUE(worker.sees("Caught up with on 24 November 2026"));
    EXPECT_TRUE(worker.sees("No paediatrician could be reached.")) << "what stood there stays";
    EXPECT_FALSE(council.owes(amara.id, core::Duty::hold_strategy_follow_up));
    EXPECT_TRUE(worker.sees("Say who tells the family of Amara"));
    fill(worker, discussion, discussion + "/record",
         http::Form{{"manager", to_text(council.manager.id)},
                    {"information", "A bruise on the cheek."},
                    {"reasonable_cause", "Nobody can explain it."},
                    {"interpreted_by", "family_member"},
                    {"interpreter", "Aunt Bisi"},
                    {"relative_interprets_why", "Nobody else at that hour."},
                    {"tell_child", to_text(amara.id)},
                    {"who_is_told", "Grace"},
                    {"told_by", "Dana"},
                    {"what", "That we are worried."}} +
             on("told", "2026-11-24", "13:00"));
    EXPECT_TRUE(worker.sees("Aunt Bisi, a member of the family, in an emergency: Nobody else at that hour."));
    EXPECT_EQ(council.owed(amara.id, core::Duty::complete_missing_facts).owner, council.manager.id);
    fill(manager, discussion, discussion + "/completion", {});
    EXPECT_FALSE(council.owes(amara.id, core::Duty::complete_missing_facts));
    fill(worker, discussion + "/afterwards", discussion + "/afterwards",
         http::Form{{"agency", "education"}, {"who", "Ted Lowe"}, {"said", "Quiet since May."}} +
             on("said_on", "2026-11-24"));
    EXPECT_TRUE(worker.sees("Quiet since May.")) << "also beside a signed record";
}

TEST_F(Protection, a_plan_has_its_letters_a_second_action_and_a_core_group_that_changes) {
    std::string enquiry = discuss();
    enquire(enquiry);
    std::string conference = book();
    Visitor worker = sign_in("dana");
    worker.open(conference);
    worker.open(worker.find("href=\"(/letters/conference_invitation/[^\"]*)\""));
    worker.open(worker.find("href=\"(/letters/conference_invitation/[^\"]*/to/[^\"]*)\""));
    EXPECT_TRUE(worker.sees("You are invited to a meeting about Amara")) << worker.body();
    EXPECT_TRUE(worker.sees("Monday 14 December 2026"));
    hold(conference);
    worker.sign_in("dana", std::string(password));
    worker.open(conference);
    fill(worker, conference, conference + "/minutes", http::Form{{"minutes", "Grace said that she wants help."}});
    EXPECT_TRUE(worker.sees("Written by")) << worker.body();
    EXPECT_TRUE(worker.sees("To be sent by"));
    for (const char* kind : {"conference_decision", "conference_minutes"}) {
        worker.open(conference);
        worker.open(worker.find("href=\"(/letters/" + std::string(kind) + "/[^\"]*)\""));
        worker.open(worker.find("href=\"(/letters/" + std::string(kind) + "/[^\"]*/to/[^\"]*)\""));
        EXPECT_TRUE(worker.sees("physical abuse. That means being hurt in the body")) << worker.body();
        EXPECT_TRUE(worker.sees("Printed by <bdi>Dana Whitlock"));
    }
    EXPECT_TRUE(worker.sees("Grace said that she wants help.")) << "in the letter with the minutes";
    worker.open(conference);
    worker.send(conference + "/minutes-sent",
                http::Form{{"minutes_sent_how", "By post"}} + on("minutes_sent", "2026-12-14"));
    EXPECT_EQ(worker.status(), 422);
    EXPECT_TRUE(worker.sees("href=\"#minutes_sent_to\"")) << "the error leads to its own field";
    fill(worker, conference, conference + "/minutes-sent",
         http::Form{{"minutes_sent_to", "Grace, and all who came"}, {"minutes_sent_how", "By post"}} +
             on("minutes_sent", "2026-12-14"));
    EXPECT_TRUE(worker.sees("Grace, and all who came"));
    EXPECT_FALSE(worker.sees("Save the minutes")) << "what went out stands";
    worker.open(child());
    std::string plan = worker.find("href=\"(/child-protection-plans/[0-9a-f-]{36})\"");
    fill(worker, plan, plan + "/changes", http::Form{{"must_change", "Nobody hits."}} + on("by", "2027-01-31"));
    std::string action = worker.find("href=\"(" + plan + "/changes/[0-9a-f-]{36}/actions/new)\"");
    fill(worker, action, action, http::Form{{"who", "Grace"}, {"what", "Rings Granny."}} + on("by", "2027-01-10"));
    fill(worker, action, action, http::Form{{"who", "Dana"}, {"what", "Visits on Fridays."}} + on("by", "2027-01-10"));
    EXPECT_TRUE(worker.sees("Rings Granny."));
    EXPECT_TRUE(worker.sees("Visits on Fridays."));
    std::string leaving = worker.find("href=\"(" + plan + "/members/[0-9a-f-]{36}/leaving)\"");
    worker.open(leaving);
    worker.send(leaving, on("until", "2026-12-14"));
    EXPECT_EQ(worker.status(), 422);
    fill(worker, leaving, leaving, http::Form{{"left_why", "Moved to another post."}} + on("until", "2026-12-14"));
    EXPECT_TRUE(worker.sees("Who was in it before"));
    EXPECT_TRUE(worker.sees("Moved to another post."));
    fill(worker, plan + "/members/new", plan + "/members/new",
         http::Form{{"name", "Ann Reed"}, {"role", "Health visitor"}, {"agency", "Health visiting"}} +
             on("from", "2026-12-14"));
    EXPECT_TRUE(worker.sees("Ann Reed, Health visitor, Health visiting, since 14 December 2026"));
}

TEST_F(Protection, somebody_works_alongside_until_it_ends) {
    Visitor manager = sign_in("priya"), worker = sign_in("dana");
    manager.open(child());
    EXPECT_TRUE(manager.sees(child() + "/workers"));
    std::string page = child() + "/workers";
    manager.open(page);
    manager.send(page, {{"co_worker", to_text(council.night.id)}});
    EXPECT_EQ(manager.status(), 422);
    fill(manager, page, page, {{"co_worker", to_text(council.night.id)}, {"what_for", "Covers the nights."}});
    EXPECT_TRUE(manager.sees("Covers the nights."));
    worker.open(page);
    EXPECT_TRUE(worker.sees("Sam Field"));
    EXPECT_FALSE(worker.sees("<form method=\"post\" action=\"" + page)) << "a worker does not arrange it";
    std::string leaving = manager.find("href=\"(" + page + "/[0-9a-f-]{36}/leaving)\"");
    fill(manager, leaving, leaving, {{"why", "The leave is over."}});
    EXPECT_TRUE(manager.sees("The leave is over."));
}

TEST_F(Protection, a_child_who_moved_here_on_another_plan_gets_a_conference_from_the_page) {
    council.at("2026-12-10", 12);
    Visitor worker = sign_in("dana");
    std::string page = child() + "/transfer-in";
    worker.open(page);
    worker.send(page, on("told_on", "2026-12-10"));
    EXPECT_EQ(worker.status(), 422);
    fill(worker, page, page,
         http::Form{{"from_authority", "Fernshire"}, {"worries", "Left alone."}} + on("told_on", "2026-12-10"));
    EXPECT_TRUE(worker.sees("The conference here is to be held by Tuesday 5 January 2027.")) << worker.body();
    std::string booking = worker.find("href=\"([^\"]*/conferences/new)\"");
    worker.open(booking);
    EXPECT_TRUE(worker.sees("value=\"yes\" checked")) << worker.body();
}

TEST_F(Protection, a_form_that_is_wrong_comes_back_with_what_was_typed_and_every_error) {
    Visitor manager = sign_in("priya");
    std::string form = child() + "/strategy-discussions/new";
    manager.open(form);
    manager.send(form, http::Form{{"information", "Typed with care"}} + on("held", "2026-11-20", "25:00"));
    EXPECT_EQ(manager.status(), 422);
    EXPECT_TRUE(manager.sees("Typed with care"));
    EXPECT_TRUE(manager.sees("Give the time as hours and minutes"));
}

TEST_F(Protection, what_only_a_head_of_service_decides_about_a_chair_is_asked_of_nobody_else) {
    enquire(discuss());
    std::string conference = book();
    const char* who_can = "a head of service can decide that they may chair";
    for (const char* name : {"dana", "ruth"}) {
        Visitor other = sign_in(name);
        other.open(conference);
        EXPECT_TRUE(!other.sees("name=\"override_why\"") && other.sees(who_can)) << name;
    }
    Visitor head = sign_in("owen");
    head.open(conference);
    EXPECT_TRUE(head.sees("name=\"override_why\"") && !head.sees(who_can));
}

TEST_F(Protection, a_pregnancy_that_ends_stops_everything_and_offers_nothing_more) {
    core::Person baby;
    baby.family_name = "Okafor";
    baby.stage = core::Stage::unborn;
    baby.expected_date = *parse_date("2027-03-03");
    baby = council.add_child(baby);
    std::string address = "/children/" + to_text(baby.id);
    Visitor worker = sign_in("dana");
    fill(worker, address + "/strategy-discussions/new", address + "/strategy-discussions/new",
         http::Form{{"police", "joined"}, {"health", "joined"}} + on("held", "2026-11-23", "8:00"));
    EXPECT_FALSE(council.duties_of(baby.id).empty());
    worker.open(address + "/birth");
    EXPECT_FALSE(worker.sees("action=\"" + address + "/pregnancy-ended\"")) << "one press beside others is not enough";
    EXPECT_TRUE(worker.sees("href=\"" + address + "/pregnancy-ended\""));
    fill(worker, address + "/pregnancy-ended", address + "/pregnancy-ended", {});
    EXPECT_TRUE(council.duties_of(baby.id).empty());
    EXPECT_TRUE(worker.sees("It is recorded. Every visit, letter and reminder about this baby has stopped."))
        << worker.body();
    EXPECT_FALSE(worker.sees("Success")) << "it is none to anybody";
    worker.open(address);
    EXPECT_TRUE(worker.sees("The pregnancy has ended"));
    EXPECT_FALSE(worker.sees(address + "/conferences/new"));
}

TEST_F(Protection, the_end_of_a_pregnancy_is_refused_for_a_child_who_was_born_without_naming_the_child) {
    Visitor worker = sign_in("dana");
    worker.open(child() + "/birth");
    worker.send(child() + "/pregnancy-ended", {});
    EXPECT_EQ(worker.status(), 409);
    EXPECT_FALSE(worker.sees("Amara")) << "nobody wrote down that the record was looked at";
}

TEST_F(Protection, a_mother_under_18_may_be_discussed_as_a_child_herself_and_an_adult_may_not) {
    core::Person young = council.mother_of(amara, "Ife");
    young.date_of_birth = *parse_date("2010-01-09");
    council.keep(young);
    core::Person adult = council.mother_of(amara, "Abena");
    adult.date_of_birth = *parse_date("1994-01-09");
    council.keep(adult);
    Visitor worker = sign_in("dana");
    for (const char* form : {"/strategy-discussions/new", "/conferences/new"}) {
        worker.open(child() + form);
        EXPECT_TRUE(worker.sees("A parent under 18 is a child too")) << form;
        auto offered = [&](const core::Person& person) {
            return std::regex_search(worker.body(), std::regex("name=\"others\"[^>]*" + to_text(person.id)));
        };
        EXPECT_TRUE(offered(young)) << form;
        EXPECT_FALSE(offered(adult)) << form;
    }
}

TEST_F(Protection, somebody_of_another_team_finds_nothing_of_it) {
    core::Person stranger;
    stranger.given_name = "Noor";
    stranger.team = council.chairs.id;
    stranger.accountable_worker = council.head.id;
    amara = council.keep(stranger);
    std::string enquiry = discuss();
    Visitor manager = sign_in("priya"), worker = sign_in("dana");
    manager.open(child());
    std::string discussion = manager.find("href=\"(/strategy-discussions/[0-9a-f-]{36})\"");
    for (const std::string& address :
         {child(), discussion, enquiry, child() + "/birth", child() + "/conferences/new"}) {
        worker.open(address);
        EXPECT_EQ(worker.status(), 404) << address;
        EXPECT_FALSE(worker.sees("Noor"));
    }
}

TEST_F(Protection, whoever_still_owes_something_keeps_reading_after_the_child_moves_to_another_team) {
    std::string enquiry = discuss();
    core::Person moved = council.person(amara.id);
    moved.team = council.chairs.id;
    moved.accountable_worker = council.head.id;
    ASSERT_TRUE(council.as(council.manager,
                           [&](actions::Work& work) { return actions::change_person(work, moved, moved.version); }));
    Visitor worker = sign_in("dana");
    worker.open(enquiry);
    EXPECT_EQ(worker.status(), 200);
    worker.open(child());
    EXPECT_EQ(worker.status(), 200);
}

}  // namespace
