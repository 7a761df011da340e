// What is typed and not sent, on both databases: kept, given back to its writer only, forgotten with the form.
#include "actions/draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/authority.h"
#include "actions/session.h"
#include "rulebook/england/england.h"
#include "store/desk_store.h"
#include "store/secrets.h"
#include "support/test_database.h"

namespace {

using namespace kith;
using namespace kith::actions;
using namespace std::chrono_literals;
using support::TestDatabase;

constexpr std::string_view password = "correct horse battery";
const FormKey reasons{"/assessments/{id}/sign-off", "a1"};

class Drafts : public testing::TestWithParam<store::Dialect> {
  protected:
    Drafts() {
        open();
        EXPECT_TRUE(found_authority(*service, {.name = "Alderbrook"}));
        ann = add("ann");
        ben = add("ben");
    }

    void open() {
        store::StoreOptions options = database.options();
        options.authority.reset();
        options.schema = nullptr;
        service.reset();
        store.reset();
        store = database.open(options);
        store->migrate(now);
        service = std::make_unique<Service>(Service{*store, rulebook::england(), policy,
                                                    WorkingDays::england_and_wales(), ids, [this] { return now; }});
    }

    core::StaffId add(const std::string& name) {
        static const std::string hash = store::hash_password(password);
        core::Staff staff;
        staff.name = name;
        staff.sign_in_name = name;
        return perform(*service, core::Actor{}, [&](Work& work) { return add_staff(work, {staff, hash}); })->id;
    }

    Result<Instant> keep(core::StaffId owner, const FormKey& key, const std::string& text,
                         const std::string& token = "t1") {
        return keep_draft(*service, owner, {key, "/assessments/a1", {{"reasons", text}, {"empty", ""}}, token});
    }
    std::string kept(core::StaffId owner, const FormKey& key = reasons) {
        auto form = look(*service, [&](store::Reader& reader) { return kept_form(reader, owner, key); });
        return form ? form->typed.at(0).second : "nothing";
    }
    std::optional<core::StaffId> owner_of(const std::string& csrf) {
        return look(*service, [&](store::Reader& reader) { return owner_of_form(reader, csrf, now); });
    }

    Instant now = support::noon;
    TestDatabase database{GetParam(), TestDatabase::Shape::none};
    core::LocalPolicy policy;
    IdSource ids = counting_ids(1);
    std::unique_ptr<store::Store> store;
    std::unique_ptr<Service> service;
    core::StaffId ann, ben;
};

TEST_P(Drafts, are_their_writers_own_and_the_last_text_counts) {
    ASSERT_TRUE(keep(ann, reasons, "First \"words\"\nand \xf0\x9f\x8c\xb1"));
    now += 1min;
    ASSERT_TRUE(keep(ann, reasons, "Better words"));
    EXPECT_EQ(kept(ann), "Better words");
    EXPECT_EQ(kept(ben), "nothing");
    EXPECT_EQ(kept(ann, {"/assessments/{id}/sign-off", "a2"}), "nothing");
    ASSERT_TRUE(keep(ann, {"/assessments/{id}/plan", "a1"}, "Another form of the same page"));
    auto all = look(*service, [&](store::Reader& reader) { return kept_by(reader, ann); });
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].kept_at, now);
}

TEST_P(Drafts, are_there_after_a_crash) {
    ASSERT_TRUE(keep(ann, reasons, "It was \"late\"\r\n\xf0\x9f\x8c\xb1"));
    open();
    EXPECT_EQ(kept(ann), "It was \"late\"\r\n\xf0\x9f\x8c\xb1");
}

TEST_P(Drafts, belong_to_a_page_whatever_its_address_asks_besides) {
    KeepDraft draft{reasons, "/assessments/a1?discussion=7", {{"a", "b"}}, "t"};
    ASSERT_TRUE(keep_draft(*service, ann, draft));
    auto on = [&](const std::string& path) {
        return look(*service, [&](store::Reader& reader) { return kept_on_page(reader, ann, path).size(); });
    };
    EXPECT_EQ(on("/assessments/a1"), 1u);
    EXPECT_EQ(on("/assessments/a"), 0u);
    EXPECT_EQ(on("/assessments/a12"), 0u);
}

TEST_P(Drafts, are_forgotten_with_the_form_and_never_come_back_late) {
    ASSERT_TRUE(keep(ann, reasons, "Nearly"));
    core::Actor actor{.id = ann};
    auto send = [&](bool refused) {
        return perform_once(*service, actor, "t1", "x", [&](Work& work) -> Result<std::string> {
            forget_draft(work.store, ann, reasons);
            if (refused) return refuse(Because::invalid, "", "No.");
            return "/there";
        });
    };
    EXPECT_FALSE(send(true));
    EXPECT_EQ(kept(ann), "Nearly") << "a refused form keeps its draft";
    ASSERT_TRUE(send(false));
    EXPECT_EQ(kept(ann), "nothing");
    auto late = keep(ann, reasons, "Nearly", "t1");
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().because, Because::conflict);
    EXPECT_EQ(kept(ann), "nothing");
    EXPECT_TRUE(keep(ann, reasons, "A new form", "t2"));
}

TEST_P(Drafts, are_so_many_and_so_long_at_most) {
    for (int i = 0; i < most_drafts; ++i)
        ASSERT_TRUE(keep(ann, {"/form", std::to_string(i)}, "x"));
    EXPECT_EQ(keep(ann, {"/form", "one more"}, "x").error().because, Because::busy);
    EXPECT_TRUE(keep(ann, {"/form", "7"}, "more of what is there already"));
    EXPECT_TRUE(keep(ben, {"/form", "one more"}, "x"));
    EXPECT_FALSE(keep(ben, reasons, std::string(most_typed + 1, 'x')));
}

TEST_P(Drafts, go_after_ninety_days_and_not_before) {
    ASSERT_TRUE(keep(ann, reasons, "Old"));
    now += drafts_kept;
    tidy_desk(*store, now);
    EXPECT_EQ(kept(ann), "Old");
    now += 1s;
    tidy_desk(*store, now);
    EXPECT_EQ(kept(ann), "nothing");
}

TEST_P(Drafts, leave_no_trace_in_the_journal) {
    auto entries = [&] {
        return look(*service, [](store::Reader& reader) {
            return *reader.scalar<std::int64_t>("SELECT count(*) FROM journal_entry");
        });
    };
    auto before = entries();
    ASSERT_TRUE(keep(ann, reasons, "Not said yet"));
    EXPECT_EQ(entries(), before);
}

TEST_P(Drafts, a_form_tells_whose_it_is_for_a_week_after_its_session) {
    std::string token = sign_in(*service, {"ann", std::string(password), "192.0.2.1"})->token;
    std::string csrf =
        look(*service, [&](store::Reader& reader) { return current_session(*service, reader, token, now)->csrf; });
    EXPECT_EQ(owner_of(csrf), ann);
    EXPECT_EQ(owner_of(""), std::nullopt);
    EXPECT_EQ(owner_of(token), std::nullopt) << "the cookie is not the form's token";
    now += session_idle + forms_remembered - 1s;
    tidy_desk(*store, now);
    EXPECT_EQ(owner_of(csrf), ann);
    now += 1s;
    EXPECT_EQ(owner_of(csrf), std::nullopt);
    now += session_longest;
    tidy_desk(*store, now);
    EXPECT_EQ(look(*service, [](store::Reader& reader) { return reader.list<store::Session>("").size(); }), 0u);
}

TEST_P(Drafts, a_form_that_was_signed_out_of_is_known_and_a_disabled_persons_is_not) {
    std::string token = sign_in(*service, {"ann", std::string(password), "192.0.2.1"})->token;
    std::string csrf =
        look(*service, [&](store::Reader& reader) { return current_session(*service, reader, token, now)->csrf; });
    sign_out(*service, token);
    EXPECT_FALSE(look(*service, [&](store::Reader& reader) { return current_session(*service, reader, token, now); }));
    EXPECT_EQ(owner_of(csrf), ann);
    ASSERT_TRUE(perform(*service, core::Actor{}, [&](Work& work) { return disable_staff(work, ann); }));
    EXPECT_EQ(owner_of(csrf), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(On, Drafts, testing::Values(store::Dialect::sqlite, store::Dialect::postgres),
                         [](const auto& each) { return each.param == store::Dialect::sqlite ? "sqlite" : "postgres"; });

}  // namespace
