#include "actions/draft.h"

#include "actions/session.h"
#include "actions/step.h"
#include "base/json.h"
#include "store/desk_store.h"
#include "store/journal_tables.h"
#include "store/sha256.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

namespace {

std::string json_of(const Typed& typed) {
    std::string text;
    JsonWriter json(text);
    json.begin_array();
    for (const auto& [name, value] : typed)
        json.text(name).text(value);
    json.end_array();
    return text;
}

Typed typed_in(const std::string& json) {
    Typed typed;
    auto value = parse_json(json);
    CHECK(value && value->is_array());
    const auto& items = value->get_array();
    for (std::size_t i = 0; i + 1 < items.size(); i += 2)
        typed.emplace_back(std::string(items[i].get_string()), std::string(items[i + 1].get_string()));
    return typed;
}

KeptForm kept(const store::Draft& draft) {
    return {{draft.form, draft.subject}, draft.page, typed_in(draft.fields), draft.saved_at};
}

std::vector<KeptForm> all_kept(const std::vector<store::Draft>& drafts) {
    std::vector<KeptForm> forms;
    for (const store::Draft& draft : drafts)
        forms.push_back(kept(draft));
    return forms;
}

std::size_t bytes_of(const Typed& typed) {
    std::size_t bytes = 0;
    for (const auto& [name, value] : typed)
        bytes += name.size() + value.size();
    return bytes;
}

Result<void> keep(store::Writer& writer, StaffId owner, const KeepDraft& command, Instant now) {
    if (writer.find<store::Idempotency>(command.form_token))
        return refuse(Because::conflict, "", "This form is sent already.");
    bool there = writer.find<store::Draft>(owner, command.key.form, command.key.subject).has_value();
    auto others = writer.scalar<std::int64_t>("SELECT count(*) FROM draft WHERE staff_id = $1", owner);
    if (!there && others.value_or(0) >= most_drafts)
        return refuse(Because::busy, "", "Not kept: too many forms wait in your work. Send or discard some of them.");
    writer.put(store::Draft{owner, command.key.form, command.key.subject, command.page, json_of(command.typed), now});
    return {};
}

}  // namespace

Result<Instant> keep_draft(const Service& service, StaffId owner, const KeepDraft& command) {
    if (bytes_of(command.typed) > most_typed) return refuse(Because::invalid, "", "Not kept: this is too long.");
    Instant now = service.now();
    TRY(service.store.write(store::Stamp{owner, now},
                            [&](store::Writer& writer) { return keep(writer, owner, command, now); }));
    return now;
}

void forget_draft(store::Writer& writer, StaffId owner, const FormKey& key) {
    writer.remove<store::Draft>(owner, key.form, key.subject);
}

Result<void> discard_draft(Work& work, const FormKey& key) {
    forget_draft(work.store, work.actor.id, key);
    return {};
}

std::optional<KeptForm> kept_form(store::Reader& reader, StaffId owner, const FormKey& key) {
    auto draft = reader.find<store::Draft>(owner, key.form, key.subject);
    return draft ? std::optional(kept(*draft)) : std::nullopt;
}

std::vector<KeptForm> kept_on_page(store::Reader& reader, StaffId owner, const std::string& path) {
    // "@" comes next after "?": everything between is this path with a query.
    return all_kept(reader.list<store::Draft>(
        "WHERE staff_id = $1 AND (page = $2 OR (page >= $3 AND page < $4)) ORDER BY form, subject", owner, path,
        path + "?", path + "@"));
}

std::vector<KeptForm> kept_by(store::Reader& reader, StaffId owner) {
    return all_kept(
        reader.list<store::Draft>("WHERE staff_id = $1 ORDER BY saved_at DESC NULLS LAST, form, subject", owner));
}

std::optional<StaffId> owner_of_form(store::Reader& reader, const std::string& csrf, Instant now) {
    auto session =
        reader.list_first<store::Session>("WHERE form_hash = $1 ORDER BY token_hash", Bytes(store::sha256(csrf)));
    if (!session) return std::nullopt;
    Instant ended = std::min(session->ends_at, session->seen_at + session_idle);
    auto staff = reader.find<Staff>(StaffId(session->staff_id));
    if (now >= ended + forms_remembered || !staff || staff->disabled_at) return std::nullopt;
    return staff->id;
}

void tidy_desk(store::Store& store, Instant now) {
    (void)store.write(store::Stamp{{}, now}, [&](store::Writer& writer) -> Result<void> {
        writer.run("DELETE FROM draft WHERE saved_at < $1", now - drafts_kept);
        writer.run("DELETE FROM session WHERE ends_at < $1", now - forms_remembered);
        return {};
    });
}

std::optional<LastChange> last_change(store::Reader& reader, const RawId& record) {
    std::optional<std::pair<StaffId, Instant>> last;
    reader.each(
        "SELECT actor, recorded_at FROM journal_entry WHERE record_id = $1 "
        "ORDER BY record_sequence DESC NULLS LAST LIMIT 1",
        [&](const store::RowView& row) { last.emplace(row.get<RawId>(0), row.get<Instant>(1)); }, record);
    if (!last) return std::nullopt;
    return LastChange{staff_name(reader, last->first), last->second};
}

}  // namespace kith::actions
