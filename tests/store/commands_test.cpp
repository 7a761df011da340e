#include <atomic>
#include <thread>

#include "store/desk_store.h"
#include "store/on_both.h"

namespace kith {
namespace {

using namespace support;
using store::Reader;
using store::Writer;
using toy::Horse;

class Commands : public OnBoth {
  protected:
    /// Runs it on that many threads at once, each with its number.
    template <class F>
    void at_once(int threads, F body) {
        std::vector<std::thread> all;
        for (int i = 0; i < threads; ++i)
            all.emplace_back([&, i] { body(i); });
        for (auto& each : all)
            each.join();
    }
};
ON_BOTH_DATABASES(Commands);

TEST_P(Commands, that_are_refused_leave_nothing_behind) {
    const auto refused = write([&](Writer& writer) -> Result<void> {
        toy::save_horse(writer, toy::a_horse(1));
        return refuse(Because::invalid, "name", "A horse needs a name.");
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "name");
    EXPECT_EQ(horse(toy::a_horse(1).id), std::nullopt);
    EXPECT_EQ(count("journal_record"), 1);
    EXPECT_THAT(faults(*store), testing::IsEmpty());
}

TEST_P(Commands, that_throw_throw_to_their_caller_and_leave_nothing_behind) {
    EXPECT_THROW(write([&](Writer& writer) -> Result<void> {
                     toy::save_horse(writer, toy::a_horse(1));
                     throw std::logic_error("a bug");
                 }),
                 std::logic_error);
    EXPECT_EQ(horse(toy::a_horse(1).id), std::nullopt);
    keep(toy::a_horse(2));
    EXPECT_TRUE(horse(toy::a_horse(2).id));
}

TEST_P(Commands, fail_alone_among_their_neighbours) {
    std::atomic<int> kept = 0, refused = 0, thrown = 0;
    at_once(12, [&](int thread) {
        for (int i = 0; i < 10; ++i) {
            const auto one = toy::a_horse(static_cast<std::uint64_t>(1000 + thread * 10 + i));
            try {
                const auto result = write([&](Writer& writer) -> Result<void> {
                    toy::save_horse(writer, one);
                    if (i % 5 == 1) return refuse(Because::conflict, "", "No.");
                    if (i % 5 == 2) throw std::runtime_error("a fault");
                    if (i % 5 == 3)
                        writer.save(toy::horse_ridden, one.id, toy::Rider{.horse_id = {}, .since = first_date});
                    return {};
                });
                ++(result ? kept : refused);
            } catch (const std::runtime_error&) {
                ++thrown;
            }
        }
    });
    EXPECT_EQ(kept, 48);
    EXPECT_EQ(refused, 24);
    EXPECT_EQ(thrown, 48);
    EXPECT_EQ(count("horse"), 48);
    EXPECT_THAT(faults(*store), testing::IsEmpty());
}

TEST_P(Commands, on_one_row_at_once_each_see_the_one_before) {
    keep(toy::a_horse(1));
    at_once(6, [&](int) {
        for (int i = 0; i < 5; ++i)
            write([&](Writer& writer) -> Result<void> {
                auto found = *writer.find<Horse>(toy::a_horse(1).id);
                ++found.version;
                writer.save(toy::horse_foaled, found.id, found);
                return {};
            });
    });
    EXPECT_EQ(horse(toy::a_horse(1).id)->version, 31);
    EXPECT_THAT(faults(*store), testing::IsEmpty());
}

TEST_P(Commands, with_a_stale_version_are_refused_and_can_show_both_texts) {
    keep(toy::a_horse(1));
    const auto rename = [&](int seen, std::string name) {
        return write([&](Writer& writer) -> Result<void> {
            auto found = *writer.find<Horse>(toy::a_horse(1).id);
            if (found.version != seen) return refuse(Because::stale, "name", "It says " + found.name + " now.");
            found.name = name;
            ++found.version;
            toy::save_horse(writer, found);
            return {};
        });
    };
    EXPECT_TRUE(rename(1, "Silver"));
    const auto second = rename(1, "Sultan");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().because, Because::stale);
    EXPECT_EQ(second.error().sentence, "It says Silver now.");
}

TEST_P(Commands, know_who_and_when) {
    write([&](Writer& writer) -> Result<void> {
        EXPECT_EQ(writer.actor(), ann);
        EXPECT_EQ(writer.at(), noon);
        return {};
    });
}

TEST_P(Commands, see_what_they_wrote_themselves_and_readers_do_not_until_it_is_durable) {
    write([&](Writer& writer) -> Result<void> {
        toy::save_horse(writer, toy::a_horse(1));
        EXPECT_TRUE(writer.find<Horse>(toy::a_horse(1).id));
        EXPECT_FALSE(horse(toy::a_horse(1).id));
        return {};
    });
    EXPECT_TRUE(horse(toy::a_horse(1).id));
}

TEST_P(Commands, can_be_waited_for_later) {
    auto first = store->write_later(by_ann, [](Writer& writer) -> Result<int> {
        toy::save_horse(writer, toy::a_horse(1));
        return 1;
    });
    auto second =
        store->write_later(by_ann, [](Writer&) -> Result<int> { return refuse(Because::busy, "", "Later."); });
    auto third = store->write_later(by_ann, [](Writer&) -> Result<int> { throw std::runtime_error("a fault"); });
    EXPECT_EQ(first.wait(), 1);
    EXPECT_FALSE(second.wait());
    EXPECT_THROW(third.wait(), std::runtime_error);
    EXPECT_TRUE(horse(toy::a_horse(1).id));
}

TEST_P(Commands, that_were_accepted_are_finished_before_the_store_closes) {
    std::vector<store::Pending<Result<void>>> pending;
    for (std::uint64_t i = 1; i <= 20; ++i)
        pending.push_back(store->write_later(by_ann, [i](Writer& writer) -> Result<void> {
            toy::save_horse(writer, toy::a_horse(i));
            return {};
        }));
    store.reset();
    for (auto& each : pending)
        EXPECT_TRUE(each.wait());
    store = database.open();
    EXPECT_EQ(count("horse"), 20);
}

TEST_P(Commands, keep_one_snapshot_while_they_read) {
    keep(toy::a_horse(1));
    store->read([&](Reader& reader) {
        EXPECT_EQ(reader.scalar<std::int64_t>("SELECT count(*) FROM horse"), 1);
        keep(toy::a_horse(2));
        EXPECT_EQ(reader.scalar<std::int64_t>("SELECT count(*) FROM horse"), 1);
    });
    EXPECT_EQ(count("horse"), 2);
}

TEST_P(Commands, that_read_cannot_write) {
    keep(toy::a_horse(1));
    EXPECT_THROW(store->read([](Reader& reader) { reader.connection().run("DELETE FROM horse", {}); }), store::Fault);
    EXPECT_EQ(count("horse"), 1);
}

class Once : public Commands {
  protected:
    Result<std::string> send(std::string token, std::string content, const store::Stamp& stamp = by_ann) {
        return store->write_once({token}, content, stamp, [&](Writer& writer) -> Result<std::string> {
            ++runs;
            if (content == "refused") return refuse(Because::invalid, "", "No.");
            writer.put(toy::HorseWord{content + std::to_string(runs), toy::a_horse(1).id});
            return "/horses/" + content;
        });
    }
    std::atomic<int> runs = 0;
};
ON_BOTH_DATABASES(Once);

TEST_P(Once, the_same_form_sent_twice_has_one_effect_and_the_same_answer) {
    EXPECT_EQ(send("t1", "grey"), "/horses/grey");
    EXPECT_EQ(send("t1", "grey"), "/horses/grey");
    EXPECT_EQ(runs, 1);
}

TEST_P(Once, a_form_sent_many_times_at_once_has_one_effect) {
    std::atomic<int> right = 0;
    at_once(8, [&](int) { right += send("t1", "grey") == "/horses/grey"; });
    EXPECT_EQ(right, 8);
    EXPECT_EQ(count("horse_word"), 1);
    EXPECT_EQ(count("idempotency"), 1);
}

TEST_P(Once, the_same_token_with_other_content_is_a_conflict) {
    EXPECT_TRUE(send("t1", "grey"));
    const auto other = send("t1", "bay");
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().because, Because::conflict);
    EXPECT_EQ(count("horse_word"), 1);
}

TEST_P(Once, somebody_else_with_the_same_token_learns_nothing) {
    EXPECT_TRUE(send("t1", "grey"));
    EXPECT_FALSE(send("t1", "grey", {RawId{{0xb0}}, noon}));
}

TEST_P(Once, a_refusal_is_not_kept_so_the_corrected_form_goes_through) {
    EXPECT_FALSE(send("t1", "refused"));
    EXPECT_TRUE(send("t1", "corrected"));
}

TEST_P(Once, a_result_is_forgotten_after_seven_days) {
    EXPECT_TRUE(send("t1", "grey"));
    store->tidy(noon + std::chrono::days(7));
    EXPECT_EQ(count("idempotency"), 1);
    store->tidy(noon + std::chrono::days(7) + std::chrono::seconds(1));
    EXPECT_EQ(count("idempotency"), 0);
}

}  // namespace
}  // namespace kith
