#include "actions/receive_contact.h"

#include <fmt/format.h>

#include "actions/duties.h"
#include "core/reporter_answer.h"
#include "store/contact_store.h"
#include "store/process_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

// Two ids may fold to one reference; the next id is then as good.
static ContactId id_with_free_reference(Work& work) {
    for (;;) {
        auto id = work.new_id<ContactId>();
        auto taken =
            work.store.scalar<std::int64_t>("SELECT 1 FROM contact WHERE reference = $1", contact_reference(id));
        if (!taken) return id;
    }
}

static Result<Instant> received_at(const Work& work, const ReceiveContact& command) {
    if (!command.received_at) return work.now;
    if (*command.received_at > work.now)
        return refuse(Because::invalid, "received_at",
                      "The time it was received cannot be in the future. Check the date and the time.");
    return *command.received_at;
}

/// Nobody, when it came through the public form; else who took the call, which is who types it unless they say.
static Result<std::optional<StaffId>> heard_by(const Work& work, const ReceiveContact& command) {
    if (work.actor.id.is_nil() || command.contact.channel == Channel::web) return std::optional<StaffId>();
    StaffId heard_by = command.contact.heard_by.value_or(work.actor.id);
    if (!work.store.find<Staff>(heard_by))
        return refuse(Because::invalid, "heard_by", "Choose who took the call or saw the person.");
    return std::optional(heard_by);
}

Result<Contact> receive_contact(Work& work, const ReceiveContact& command) {
    if (!work.actor.id.is_nil()) TRY(require(work.actor, Act::receive_contact));
    Contact contact = command.contact;
    contact.id = id_with_free_reference(work);
    contact.reference = contact_reference(contact.id);
    contact.received_at = TRY(received_at(work, command));
    contact.entered_at = work.now;
    contact.heard_by = TRY(heard_by(work, command));
    contact.state = ContactState::received;
    contact.version = 1;

    std::vector<ContactChild> children = command.children;
    for (std::size_t i = 0; i < children.size(); ++i) {
        children[i].id = work.new_id<decltype(ContactChild::id)>();
        children[i].contact = contact.id;
        children[i].position = static_cast<int>(i + 1);
    }
    Subject subject{RecordKind::contact, contact.id, {}, {}, contact.team};
    auto duties = after(work, Event::contact_received, subject, when(contact.received_at));
    if (!is_owed_receipt(contact))
        std::erase_if(duties, [](const OpenDuty& duty) { return duty.duty == Duty::acknowledge_referrer; });
    work.store.save(happened::contact_received, contact.id, contact, children, duties);
    return contact;
}

}  // namespace kith::actions
