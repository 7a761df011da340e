#include "store/verify.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "store/canonical.h"
#include "store/head_keeper.h"
#include "store/journal.h"
#include "store/sha256.h"

namespace kith::store {

std::string to_text(const JournalFault& fault) {
    auto line = fmt::format("{} {}: {}", fault.record, fault.sequence, fault.what);
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return line;
}

namespace {

constexpr std::int64_t page_size = 2000;

struct StoredBody {
    bool present = false;
    bool emptied = false;
    Bytes salt, body;
};

class Verifier {
  public:
    Verifier(Reader& reader, const HeadKeeper& keeper, FaultVisitor visit)
        : reader_(reader),
          keeper_(keeper),
          visit_(visit),
          takes_any_bytes_(reader.connection().dialect() == Dialect::sqlite) {}

    Verified all() {
        if (takes_any_bytes_) check_ids();
        find_redactions();
        check_records();
        check_lost_records();
        check_stray_bodies();
        check_heads();
        check_sent_heads();
        return verified_;
    }

  private:
    void report(std::string record, std::int64_t sequence, std::string what) {
        ++verified_.faults;
        visit_({std::move(record), sequence, std::move(what)});
    }

    /// SQLite keeps any bytes for an id. Rows whose ids are none are named here and left out of what follows.
    void check_ids() {
        reader_.each(
            "SELECT sequence FROM journal_entry WHERE length(record_id) <> 16 OR length(actor) <> 16 ORDER BY sequence "
            "NULLS FIRST",
            [&](const RowView& row) { report("journal", row.integer(0), "its ids were changed"); });
        reader_.each(
            "SELECT last_sequence FROM journal_record WHERE length(record_id) <> 16 ORDER BY record_id NULLS FIRST",
            [&](const RowView& row) { report("journal", row.integer(0), "the id of a record was changed"); });
    }

    /// Of the rows of journal_entry e.
    std::string_view with_ids() const {
        return takes_any_bytes_ ? "length(e.record_id) = 16 AND length(e.actor) = 16 AND" : "";
    }

    void find_redactions() {
        reader_.each(
            fmt::format(
                "SELECT e.record_id, b.body FROM journal_entry e JOIN journal_body b ON b.sequence = e.sequence "
                "WHERE {} e.kind = $1 AND b.body IS NOT NULL ORDER BY e.sequence",
                with_ids()),
            [&](const RowView& row) {
                try {
                    const auto body = read_change(text_of(row.bytes(1)));
                    if (body.redaction)
                        redactions_[row.id(0)].insert(body.redaction->entries.begin(), body.redaction->entries.end());
                } catch (const Fault&) {  // its hash says so when its record is read
                }
            },
            redacted);
    }

    void check_records() {
        RawId record;
        std::int64_t sequence = -1;
        bool more = true;
        while (more) {
            more = false;
            reader_.each(
                fmt::format("{} WHERE {} (e.record_id, e.record_sequence) > ($1, $2) ORDER BY e.record_id, "
                            "e.record_sequence LIMIT $3",
                            table_select(), with_ids()),
                [&](const RowView& row) {
                    auto entry = row_from<JournalEntry>(row);
                    record = entry.record_id;
                    sequence = entry.record_sequence;
                    more = true;
                    check_entry(std::move(entry), body_from(row));
                },
                record, sequence, page_size);
        }
        end_record();
    }

    static std::string table_select() {
        std::string columns;
        for (const auto& column : table_info<JournalEntry>().columns)
            columns += "e." + column.name + ", ";
        return "SELECT " + columns +
               "b.sequence, b.salt, b.body FROM journal_entry e LEFT JOIN journal_body b ON b.sequence = e.sequence ";
    }

    static StoredBody body_from(const RowView& row) {
        const int first = static_cast<int>(Table<JournalEntry>::columns().size());
        StoredBody body;
        body.present = !row.is_null(first);
        body.emptied = body.present && row.is_null(first + 1) && row.is_null(first + 2);
        if (!row.is_null(first + 1)) body.salt = row.get<Bytes>(first + 1);
        if (!row.is_null(first + 2)) body.body = row.get<Bytes>(first + 2);
        return body;
    }

    void check_entry(JournalEntry entry, const StoredBody& body) {
        if (!last_ || last_->record_id != entry.record_id) {
            end_record();
            ++verified_.records;
        }
        ++verified_.entries;
        const auto name = record_name(entry.record_kind, entry.record_id);
        const std::int64_t expected = last_ ? last_->record_sequence + 1 : 1;
        for (auto missing = expected; missing < entry.record_sequence && missing < expected + 100; ++missing)
            report(name, missing, "this entry is missing");
        if (entry.record_sequence < expected)
            report(name, entry.record_sequence, "its number comes twice or is below 1");
        if (entry.hash != sha256(entry_text(entry)))
            report(name, entry.record_sequence, "what it says was changed (its hash is another)");
        if (entry.record_sequence == expected && entry.previous_hash != (last_ ? last_->hash : Bytes{}))
            report(name, entry.record_sequence, "it does not follow the entry before it");
        check_body(entry, body, name);
        last_ = std::move(entry);
    }

    void check_body(const JournalEntry& entry, const StoredBody& body, const std::string& name) {
        if (!body.present) {
            report(name, entry.record_sequence, "its body is missing");
        } else if (body.emptied) {
            const auto found = redactions_.find(entry.record_id);
            if (found == redactions_.end() || !found->second.contains(entry.record_sequence))
                report(name, entry.record_sequence, "its body was emptied and no redaction says so");
        } else if (entry.commitment != sha256(body.salt, body.body)) {
            report(name, entry.record_sequence, "its body was changed");
        }
    }

    /// The newest entry must be the one that the record's own row names.
    void end_record() {
        if (!last_) return;
        const auto name = record_name(last_->record_kind, last_->record_id);
        const auto newest = reader_.find<JournalRecord>(last_->record_id);
        if (!newest)
            report(name, 0, "the row that names its newest entry is missing");
        else if (newest->last_sequence > last_->record_sequence)
            report(name, newest->last_sequence, "its newest entries are missing");
        else if (newest->last_sequence != last_->record_sequence || newest->last_hash != last_->hash ||
                 newest->record_kind != last_->record_kind)
            report(name, last_->record_sequence, "its newest entry is not the one that was written");
        last_.reset();
    }

    void check_lost_records() {
        reader_.each(
            fmt::format("SELECT r.record_kind, r.record_id, r.last_sequence FROM journal_record r WHERE {} NOT EXISTS "
                        "(SELECT 1 FROM journal_entry e WHERE e.record_id = r.record_id) ORDER BY r.record_id NULLS "
                        "FIRST",
                        takes_any_bytes_ ? "length(r.record_id) = 16 AND" : ""),
            [&](const RowView& row) {
                report(record_name(row.text(0), row.id(1)), row.integer(2), "all its entries are missing");
            });
    }

    void check_stray_bodies() {
        reader_.each(
            "SELECT b.sequence FROM journal_body b WHERE NOT EXISTS "
            "(SELECT 1 FROM journal_entry e WHERE e.sequence = b.sequence) ORDER BY b.sequence NULLS FIRST",
            [&](const RowView& row) { report("journal", row.integer(0), "a body is there without its entry"); });
    }

    void check_heads() {
        const auto trusted = keeper_.trusted();
        Head last;
        for (const auto& head : reader_.list<Head>("ORDER BY number NULLS FIRST")) {
            check_head(head, last, trusted);
            numbers_.emplace(head.number, hex(head.hash));
            last = head;
        }
    }

    void check_head(const Head& head, const Head& last, const std::vector<Bytes>& trusted) {
        const auto name = fmt::format("head {}", head.number);
        if (head.number != last.number + 1 || head.previous_hash != last.hash)
            report(name, 0, "it does not follow the head before it: one is missing or was changed");
        if (head.hash != sha256(head_text(head)) || !signature_holds(head)) report(name, 0, "what it says was changed");
        if (!trusted.empty() && std::find(trusted.begin(), trusted.end(), head.public_key) == trusted.end())
            report(name, 0, "it was signed with a key that is not ours");
        Head again = head;
        try {
            cover(reader_, last, again);
        } catch (const Fault&) {
            report(name, 0, "the rows of the access log under it cannot be read");
            return;
        }
        if (again.entries != head.entries)
            report(name, 0, fmt::format("it covers {} entries and {} are there", head.entries, again.entries));
        else if (again.entries_hash != head.entries_hash)
            report(name, 0, "the entries under it are not those that were signed");
        if (again.accesses != head.accesses)
            report(name, 0,
                   fmt::format("it covers {} rows of the access log and {} are there", head.accesses, again.accesses));
        else if (again.access_hash != head.access_hash)
            report(name, 0, "the rows of the access log under it are not those that were signed");
    }

    void check_sent_heads() {
        for (const auto& [number, hash] : keeper_.sent()) {
            const auto found = numbers_.find(number);
            if (found == numbers_.end())
                report(fmt::format("head {}", number), 0, "it was sent and is missing here");
            else if (found->second != hash)
                report(fmt::format("head {}", number), 0, "it is not the one that was sent");
        }
    }

    Reader& reader_;
    const HeadKeeper& keeper_;
    FaultVisitor visit_;
    const bool takes_any_bytes_;
    Verified verified_;
    std::map<RawId, std::set<std::int64_t>> redactions_;
    std::map<std::int64_t, std::string> numbers_;
    std::optional<JournalEntry> last_;
};

}  // namespace

Verified verify_journal(Reader& reader, const HeadKeeper& heads, FaultVisitor fault) {
    return Verifier(reader, heads, fault).all();
}

}  // namespace kith::store
