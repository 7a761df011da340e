#include <rapidcheck.h>

#include <algorithm>

#include "store/access_store.h"
#include "store/on_both.h"

namespace kith {
namespace {

using namespace support;
using store::Dialect;
using store::Durability;
using store::Writer;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using toy::Horse;
using toy::HorseId;
using toy::Rider;

/// Each run makes and replays a database: forty are enough here.
[[maybe_unused]] const int fewer_runs = setenv("RC_PARAMS", "max_success=40", 0);

const std::vector<Durability> what_replay_gives{Durability::journalled, Durability::derived, Durability::journal};

class Journalled : public OnBoth {
  protected:
    void show(const RawId& person) {
        write([&](Writer& writer) -> Result<void> {
            record_access(writer, {.action = "horse page", .purpose = "own horse", .persons = {person, RawId{{7}}}});
            return {};
        });
    }
    void ride(std::uint64_t rider, HorseId horse, std::optional<std::string> note = std::nullopt) {
        auto ids = counting_ids(900 + rider);
        write([&](Writer& writer) -> Result<void> {
            writer.save(toy::horse_ridden, horse, Rider{toy::RiderId(ids()), horse, first_date, note});
            return {};
        });
    }
    /// Three records, the first with four entries, a head over the first half of them, two looks.
    void some_history() {
        keep(toy::a_horse(1));
        keep(toy::a_horse(2));
        ride(1, toy::a_horse(1).id);
        show(toy::a_horse(1).id);
        ASSERT_TRUE(store->write_head(noon));
        ride(2, toy::a_horse(1).id);
        ride(3, toy::a_horse(1).id);
        ride(4, toy::a_horse(2).id);
        show(toy::a_horse(2).id);
        ASSERT_TRUE(store->write_head(noon + std::chrono::minutes(1)));
    }
    void expect_same_after_replay(Dialect onto) {
        TestDatabase other(onto);
        auto target = other.open();
        target->migrate(noon);
        store->replay_into(*target);
        EXPECT_EQ(everything(*target, what_replay_gives), everything(*store, what_replay_gives));
        EXPECT_THAT(faults(*target), IsEmpty());
        // It goes on from there.
        ASSERT_TRUE(target->write(by_ann, [&](Writer& writer) -> Result<void> {
            toy::save_horse(writer, toy::a_horse(1));
            record_access(writer, {.action = "horse page", .purpose = "own horse", .persons = {RawId{{7}}}});
            return {};
        }));
        EXPECT_TRUE(target->write_head(noon + std::chrono::hours(1)));
        EXPECT_THAT(faults(*target), IsEmpty());
    }
};
ON_BOTH_DATABASES(Journalled);

TEST_P(Journalled, records_hold_up_to_verification) {
    some_history();
    const auto verified = store->verify([](const auto& fault) { ADD_FAILURE() << to_text(fault); });
    EXPECT_EQ(verified.entries, 7);
    EXPECT_EQ(verified.records, 3);
    EXPECT_EQ(verified.faults, 0);
}

TEST_P(Journalled, tables_come_back_row_for_row_on_either_database) {
    some_history();
    expect_same_after_replay(Dialect::sqlite);
    expect_same_after_replay(Dialect::postgres);
}

TEST_P(Journalled, tables_come_back_whatever_was_done) {
    EXPECT_TRUE(rc::check([&] {
        TestDatabase fresh(GetParam());
        store = fresh.ready();
        const auto steps = *rc::gen::container<std::vector<std::tuple<int, int, std::string>>>(
            rc::gen::tuple(rc::gen::inRange(0, 6), rc::gen::inRange(1, 5), rc::gen::string<std::string>()));
        for (auto [step, number, text] : steps) {
            text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c <= 0; }), text.end());
            auto horse = toy::a_horse(static_cast<std::uint64_t>(number));
            const auto known = this->horse(horse.id).has_value();
            if (step <= 2) {
                horse.name = text;
                horse.nicknames = {text, ""};
                horse.version = step;
                if (step == 1) horse.born = first_date + std::chrono::days(text.size());
                keep(horse);
            } else if (step == 3 && known) {
                ride(static_cast<std::uint64_t>(number), horse.id, text);
            } else if (step == 4) {
                show(horse.id);
            } else {
                store->write_head(noon);
            }
        }
        TestDatabase other(steps.size() % 2 ? Dialect::sqlite : Dialect::postgres);
        auto target = other.open();
        target->migrate(noon);
        store->replay_into(*target);
        RC_ASSERT(everything(*target, what_replay_gives) == everything(*store, what_replay_gives));
        RC_ASSERT(faults(*store).empty());
        RC_ASSERT(faults(*target).empty());
    }));
}

TEST_P(Journalled, tables_are_not_replayed_onto_anything_that_is_there) {
    TestDatabase other(GetParam());
    EXPECT_THROW(store->replay_into(*other.ready()), store::Unusable);
}

TEST_P(Journalled, heads_cover_everything_once_and_nothing_new_needs_none) {
    some_history();
    const auto heads = store->heads();
    ASSERT_EQ(heads.size(), 2u);
    EXPECT_EQ(heads[0].entries, 4);
    EXPECT_EQ(heads[1].entries, 3);
    EXPECT_EQ(heads[0].accesses, 1);
    EXPECT_EQ(heads[1].accesses, 1);
    EXPECT_EQ(heads[1].previous_hash, heads[0].hash);
    EXPECT_FALSE(store->write_head(noon));
}

TEST_P(Journalled, heads_are_believed_without_their_files_when_only_the_database_was_copied) {
    some_history();
    auto options = database.options();
    options.head_key = options.head_key.parent_path() / "elsewhere.key";
    store.reset();
    store = database.open(options);
    EXPECT_THAT(faults(*store), IsEmpty());
    keep(toy::a_horse(3));
    EXPECT_TRUE(store->write_head(noon));
    EXPECT_THAT(faults(*store), IsEmpty());
}

struct Tampering {
    const char* what;
    const char* sql;
    const char* found;  ///< part of a line of verify
};

// H1 is the horse with four entries (sequences 2, 4, 5, 6 of the file), H2 the one with two (3, 7). Sequence 1 is the
// authority's.
const std::vector<Tampering> tamperings{
    {"body_changed",
     "UPDATE journal_body SET body = (SELECT body FROM journal_body WHERE sequence = 3) WHERE sequence = 4",
     "2: its body was changed"},
    {"salt_changed",
     "UPDATE journal_body SET salt = (SELECT salt FROM journal_body WHERE sequence = 3) WHERE sequence = 4",
     "its body was changed"},
    {"body_emptied", "UPDATE journal_body SET body = NULL, salt = NULL WHERE sequence = 4", "no redaction says so"},
    {"body_deleted", "DELETE FROM journal_body WHERE sequence = 4", "its body is missing"},
    {"bodies_swapped",
     "UPDATE journal_body SET sequence = CASE sequence WHEN 5 THEN -6 ELSE -5 END WHERE sequence IN (5, 6); UPDATE "
     "journal_body SET sequence = -sequence WHERE sequence < 0",
     "its body was changed"},
    {"body_invented", "INSERT INTO journal_body (AUTHsequence) VALUES (AUTHVALUE99)",
     "a body is there without its entry"},
    {"time_changed", "UPDATE journal_entry SET recorded_at = recorded_at + 1 WHERE sequence = 4",
     "2: what it says was changed"},
    {"actor_changed", "UPDATE journal_entry SET actor = record_id WHERE sequence = 4", "what it says was changed"},
    {"kind_changed", "UPDATE journal_entry SET kind = 'horse sold' WHERE sequence = 4", "what it says was changed"},
    {"version_changed", "UPDATE journal_entry SET version = 9 WHERE sequence = 4", "what it says was changed"},
    {"record_kind_changed", "UPDATE journal_entry SET record_kind = 'contact' WHERE sequence = 4",
     "what it says was changed"},
    {"commitment_changed", "UPDATE journal_entry SET commitment = hash WHERE sequence = 4", "what it says was changed"},
    {"hash_changed", "UPDATE journal_entry SET hash = commitment WHERE sequence = 4", "what it says was changed"},
    {"previous_hash_changed", "UPDATE journal_entry SET previous_hash = commitment WHERE sequence = 5",
     "it does not follow the entry before it"},
    {"renumbered_in_the_file",
     "UPDATE journal_entry SET sequence = 99 WHERE sequence = 4; UPDATE journal_body SET sequence = 99 WHERE sequence "
     "= 4",
     "what it says was changed"},
    {"renumbered_in_the_record", "UPDATE journal_entry SET record_sequence = 9 WHERE sequence = 4",
     "2: this entry is missing"},
    {"commit_order_changed", "UPDATE journal_entry SET commit_order = commit_order + 1000000 WHERE sequence = 4",
     "head 1 0: it covers 4 entries and 3 are there"},
    {"commit_order_nudged", "UPDATE journal_entry SET commit_order = commit_order - 1 WHERE sequence = 2",
     "head 1 0: the entries under it"},
    {"deleted_inside", "DELETE FROM journal_entry WHERE sequence = 4; DELETE FROM journal_body WHERE sequence = 4",
     "2: this entry is missing"},
    {"deleted_first", "DELETE FROM journal_entry WHERE sequence = 2; DELETE FROM journal_body WHERE sequence = 2",
     "1: this entry is missing"},
    {"deleted_newest_of_a_record",
     "DELETE FROM journal_entry WHERE sequence = 6; DELETE FROM journal_body WHERE sequence = 6",
     "4: its newest entries are missing"},
    {"deleted_newest_of_the_file",
     "DELETE FROM journal_entry WHERE sequence = 7; DELETE FROM journal_body WHERE sequence = 7",
     "2: its newest entries are missing"},
    {"truncated_carefully",
     "DELETE FROM journal_entry WHERE sequence = 7; DELETE FROM journal_body WHERE sequence = 7; UPDATE journal_record "
     "SET last_sequence = 1, last_hash = (SELECT hash FROM journal_entry WHERE sequence = 3) WHERE record_id = (SELECT "
     "record_id FROM journal_entry WHERE sequence = 3)",
     "head 2 0: it covers 3 entries and 2 are there"},
    {"record_deleted",
     "DELETE FROM journal_body WHERE sequence IN (3, 7); DELETE FROM journal_entry WHERE sequence IN (3, 7)",
     "2: all its entries are missing"},
    {"record_deleted_carefully",
     "DELETE FROM journal_record WHERE record_id = (SELECT record_id FROM journal_entry WHERE sequence = 3); DELETE "
     "FROM journal_body WHERE sequence IN (3, 7); DELETE FROM journal_entry WHERE sequence IN (3, 7)",
     "head 1 0: it covers 4 entries and 3 are there"},
    {"record_row_deleted", "DELETE FROM journal_record WHERE last_sequence = 4",
     "the row that names its newest entry is missing"},
    {"record_row_changed", "UPDATE journal_record SET last_hash = record_kindBYTES WHERE last_sequence = 4",
     "its newest entry is not the one that was written"},
    {"moved_to_another_record",
     "UPDATE journal_entry SET record_id = (SELECT record_id FROM journal_entry WHERE sequence = 3), record_sequence = "
     "3 WHERE sequence = 6",
     "what it says was changed"},
    {"entries_swapped",
     "UPDATE journal_entry SET record_sequence = -record_sequence WHERE sequence IN (4, 5); UPDATE journal_entry SET "
     "record_sequence = 5 + record_sequence WHERE record_sequence < 0",
     "what it says was changed"},
    {"head_deleted", "DELETE FROM journal_head WHERE number = 1", "head 2 0: it does not follow"},
    {"newest_head_deleted", "DELETE FROM journal_head WHERE number = 2", "head 2 0: it was sent and is missing here"},
    {"truncated_with_its_head",
     "DELETE FROM journal_head WHERE number = 2; DELETE FROM journal_entry WHERE sequence > 4; DELETE FROM "
     "journal_body WHERE sequence > 4; UPDATE journal_record SET last_sequence = (SELECT max(record_sequence) FROM "
     "journal_entry e WHERE e.record_id = journal_record.record_id), last_hash = (SELECT hash FROM journal_entry e "
     "WHERE e.record_id = journal_record.record_id ORDER BY record_sequence DESC LIMIT 1); DELETE FROM access_person "
     "WHERE access_sequence = 2; DELETE FROM access_log WHERE sequence = 2",
     "head 2 0: it was sent and is missing here"},
    {"head_changed", "UPDATE journal_head SET at = at + 1 WHERE number = 1", "head 1 0: what it says was changed"},
    {"head_count_changed", "UPDATE journal_head SET entries = entries - 1 WHERE number = 2",
     "head 2 0: what it says was changed"},
    {"signature_changed", "UPDATE journal_head SET signature = hash WHERE number = 2",
     "head 2 0: what it says was changed"},
    {"look_deleted", "DELETE FROM access_person WHERE access_sequence = 1; DELETE FROM access_log WHERE sequence = 1",
     "head 1 0: it covers 1 rows of the access log and 0 are there"},
    {"look_given_to_another",
     "UPDATE access_log SET actor = (SELECT min(record_id)IDCAST FROM journal_record) WHERE sequence = 1",
     "head 1 0: the rows of the access log under it"},
    {"look_moved_in_time", "UPDATE access_log SET at = at - 1 WHERE sequence = 1",
     "head 1 0: the rows of the access log under it"},
    {"commit_order_of_a_look_nudged", "UPDATE access_log SET commit_order = commit_order - 1 WHERE sequence = 1",
     "head 1 0: the rows of the access log under it"},
    {"person_shown_deleted",
     "DELETE FROM access_person WHERE access_sequence = 1 AND person_id = (SELECT record_id FROM journal_entry WHERE "
     "sequence = 2)",
     "head 1 0: the rows of the access log under it"},
    {"newest_look_deleted",
     "DELETE FROM access_person WHERE access_sequence = 2; DELETE FROM access_log WHERE sequence = 2",
     "head 2 0: it covers 1 rows of the access log and 0 are there"},
};

std::string in_place(std::string sql, const std::string& what, const std::string& with) {
    for (auto at = sql.find(what); at != std::string::npos; at = sql.find(what))
        sql.replace(at, what.size(), with);
    return sql;
}

std::string dialect_sql(Dialect dialect, std::string sql) {
    const bool sqlite = dialect == Dialect::sqlite;
    sql = in_place(sql, "AUTHVALUE", sqlite ? "" : "'" + to_text(first_authority) + "', ");
    sql = in_place(sql, "AUTH", sqlite ? "" : "authority_id, ");
    sql = in_place(sql, "record_kindBYTES", sqlite ? "CAST(record_kind AS BLOB)" : "record_kind::bytea");
    sql = in_place(sql, "min(record_id)IDCAST", sqlite ? "min(record_id)" : "min(record_id::text)::uuid");
    return sql;
}

TEST_P(Journalled, entries_tampered_with_in_any_way_are_found) {
    some_history();
    ASSERT_THAT(faults(*store), IsEmpty());
    const auto sqlite = GetParam() == Dialect::sqlite;
    for (const auto& tampering : tamperings) {
        SCOPED_TRACE(tampering.what);
        const auto saved = everything(*store, {Durability::journal, Durability::durable});
        if (sqlite) {
            database.tamper("VACUUM INTO '" + database.location().where + ".good'");
        } else {
            for (const auto* table :
                 {"journal_entry", "journal_body", "journal_record", "journal_head", "access_log", "access_person"})
                database.tamper(std::string("CREATE TABLE good_") + table + " AS TABLE " + table);
        }
        database.tamper(dialect_sql(GetParam(), tampering.sql));
        ASSERT_NE(everything(*store, {Durability::journal, Durability::durable}), saved) << "nothing was changed";
        EXPECT_THAT(faults(*store), Contains(HasSubstr(tampering.found)));
        if (sqlite) {
            store.reset();
            for (const auto* end : {"", "-wal", "-shm"})
                std::filesystem::remove(database.location().where + end);
            std::filesystem::rename(database.location().where + ".good", database.location().where);
            store = database.open();
        } else {
            for (const auto* table :
                 {"journal_entry", "journal_body", "journal_record", "journal_head", "access_log", "access_person"})
                database.tamper("DELETE FROM " + std::string(table) + "; INSERT INTO " + table + " TABLE good_" +
                                table + "; DROP TABLE good_" + table);
        }
        ASSERT_THAT(faults(*store), IsEmpty());
    }
}

TEST(JournalFault, is_one_line_whatever_somebody_wrote_into_the_record) {
    EXPECT_EQ(store::to_text({"horse\nok 5", 2, "its body was changed\r"}), "horse ok 5 2: its body was changed ");
    EXPECT_EQ(store::to_text({"journal", 9, "a body is there without its entry"}),
              "journal 9: a body is there without its entry");
}

/// PostgreSQL keeps an id an id; SQLite takes any bytes.
TEST_P(Journalled, entries_whose_ids_are_none_are_named_and_the_rest_is_still_verified) {
    if (GetParam() != Dialect::sqlite) return;
    some_history();
    database.tamper("UPDATE journal_body SET body = x'00' WHERE sequence = 7");
    for (const char* id : {"x''", "x'00'", "zeroblob(17)", "zeroblob(32)"}) {
        SCOPED_TRACE(id);
        const std::string wrong(id);
        database.tamper("UPDATE journal_entry SET actor = " + wrong + " WHERE sequence = 4");
        EXPECT_THAT(faults(*store), Contains("journal 4: its ids were changed"));
        EXPECT_THAT(faults(*store), Contains(HasSubstr("2: its body was changed")));
        database.tamper("UPDATE journal_entry SET actor = zeroblob(16), record_id = " + wrong + " WHERE sequence = 5");
        EXPECT_THAT(faults(*store), Contains("journal 5: its ids were changed"));
        EXPECT_THAT(faults(*store), Contains(HasSubstr("2: its body was changed")));
        database.tamper("UPDATE access_log SET actor = " + wrong + " WHERE sequence = 1");
        EXPECT_THAT(faults(*store), Contains(HasSubstr("access log")));
    }
    database.tamper("UPDATE journal_record SET record_id = x'0102' WHERE last_sequence = 4");
    EXPECT_THAT(faults(*store), Contains(HasSubstr("4: the id of a record was changed")));
}

TEST_P(Journalled, younger_entries_are_watched_by_their_chain_before_any_head) {
    keep(toy::a_horse(1));
    ride(1, toy::a_horse(1).id);
    ride(2, toy::a_horse(1).id);
    ASSERT_TRUE(store->heads().empty());
    database.tamper("DELETE FROM journal_entry WHERE record_sequence = 2");
    EXPECT_THAT(faults(*store), Contains(HasSubstr("2: this entry is missing")));
}

TEST_P(Journalled, heads_signed_by_somebody_else_are_not_believed) {
    some_history();
    auto options = database.options();
    options.head_key = options.head_key.parent_path() / "forger.key";
    keep(toy::a_horse(3));
    database.open(options)->write_head(noon);
    EXPECT_THAT(faults(*store), Contains(HasSubstr("head 3 0: it was signed with a key that is not ours")));
}

TEST_P(Journalled, tables_are_not_replayed_from_a_body_that_was_changed) {
    some_history();
    database.tamper(
        "UPDATE journal_body SET body = (SELECT body FROM journal_body WHERE sequence = 3) WHERE sequence = 4");
    TestDatabase other(GetParam());
    auto target = other.open();
    target->migrate(noon);
    EXPECT_THROW(store->replay_into(*target), store::Fault);
    EXPECT_FALSE(target->authority());
}

class Redacted : public Journalled {
  protected:
    store::Redaction redaction(std::vector<std::int64_t> entries) {
        return {.entries = std::move(entries),
                .why = "entered on the wrong \"horse\"",
                .authorised_by = ann,
                .legal_basis = "rectification"};
    }
    bool anywhere(std::string_view secret) {
        for (const auto& [table, rows] :
             everything(*store, {Durability::journalled, Durability::derived, Durability::durable}))
            for (const auto& row : rows)
                if (row.find(secret) != std::string::npos) return true;
        bool found = false;
        store->read([&](store::Reader& reader) {
            reader.each("SELECT body FROM journal_body WHERE body IS NOT NULL ORDER BY sequence",
                        [&](const store::RowView& row) {
                            found = found || text_of(row.bytes(0)).find(secret) != std::string_view::npos;
                        });
        });
        return found;
    }
};
ON_BOTH_DATABASES(Redacted);

TEST_P(Redacted, entries_are_gone_from_body_and_tables_and_verification_and_replay_agree) {
    keep(toy::a_horse(1));
    ride(1, toy::a_horse(1).id, "SECRET");
    ride(2, toy::a_horse(1).id, "kept");
    store->write_head(noon);
    ASSERT_TRUE(anywhere("SECRET"));

    write([&](Writer& writer) -> Result<void> {
        writer.redact(core::RecordKind::person, toy::a_horse(1).id, redaction({2}));
        return {};
    });
    EXPECT_FALSE(anywhere("SECRET"));
    EXPECT_TRUE(anywhere("kept"));
    EXPECT_TRUE(anywhere("entered on the wrong"));
    EXPECT_EQ(count("rider"), 1);
    EXPECT_THAT(faults(*store), IsEmpty());
    expect_same_after_replay(Dialect::sqlite);
    expect_same_after_replay(Dialect::postgres);
}

TEST_P(Redacted, rows_can_have_a_stand_in_also_where_others_name_them) {
    auto horse = toy::a_horse(1);
    horse.name = "SECRET";
    keep(horse);
    ride(1, horse.id);
    horse.name = "(removed)";
    write([&](Writer& writer) -> Result<void> {
        writer.redact(core::RecordKind::person, horse.id, redaction({1}), horse);
        writer.run("DELETE FROM horse_word WHERE horse_id = $1", horse.id);
        writer.put(toy::HorseWord{"(removed)", horse.id});
        return {};
    });
    EXPECT_FALSE(anywhere("SECRET"));
    EXPECT_EQ(this->horse(horse.id)->name, "(removed)");
    EXPECT_THAT(faults(*store), IsEmpty());
    expect_same_after_replay(Dialect::sqlite);
    expect_same_after_replay(Dialect::postgres);
}

TEST_P(Redacted, rows_that_were_written_again_since_stay) {
    auto horse = toy::a_horse(1);
    horse.name = "SECRET";
    keep(horse);
    horse.name = "Silver";
    keep(horse);
    write([&](Writer& writer) -> Result<void> {
        writer.redact(core::RecordKind::person, horse.id, redaction({1}));
        return {};
    });
    EXPECT_FALSE(anywhere("SECRET"));
    EXPECT_EQ(this->horse(horse.id), horse);
    EXPECT_THAT(faults(*store), IsEmpty());
    expect_same_after_replay(Dialect::sqlite);
}

TEST_P(Redacted, the_account_of_a_redaction_cannot_be_redacted) {
    keep(toy::a_horse(1));
    ride(1, toy::a_horse(1).id);
    const auto redact = [&](std::int64_t entry) {
        write([&](Writer& writer) -> Result<void> {
            writer.redact(core::RecordKind::person, toy::a_horse(1).id, redaction({entry}));
            return {};
        });
    };
    redact(2);
    EXPECT_THROW(redact(3), Bug);
    EXPECT_THROW(redact(77), Bug);
}

TEST_P(Redacted, an_emptied_body_of_another_entry_is_not_excused_by_it) {
    keep(toy::a_horse(1));
    ride(1, toy::a_horse(1).id);
    ride(2, toy::a_horse(1).id);
    write([&](Writer& writer) -> Result<void> {
        writer.redact(core::RecordKind::person, toy::a_horse(1).id, redaction({2}));
        return {};
    });
    database.tamper("UPDATE journal_body SET body = NULL, salt = NULL WHERE sequence = 4");
    EXPECT_THAT(faults(*store), Contains(HasSubstr("3: its body was emptied and no redaction says so")));
}

}  // namespace
}  // namespace kith
