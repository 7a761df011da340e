#include "actions/receive_contact.h"

#include <fmt/format.h>

#include "actions/duties.h"
#include "store/contact_store.h"
#include "store/process_store.h"

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
        return refuse(Because::invalid, "received_at", "The time it was received cannot be in the future.");
    return *command.received_at;
}

Result<Contact> receive_contact(Work& work, const ReceiveContact& command) {
    if (!work.actor.id.is_nil()) TRY(require(work.actor, Act::receive_contact));
    Contact contact = command.contact;
    contact.id = id_with_free_reference(work);
    contact.reference = contact_reference(contact.id);
    contact.received_at = TRY(received_at(work, command));
    contact.entered_at = work.now;
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
    if (contact.reporter != ReporterKind::professional)
        std::erase_if(duties, [](const OpenDuty& duty) { return duty.duty == Duty::acknowledge_referrer; });
    work.store.save(happened::contact_received, contact.id, contact, children, duties);
    return contact;
}

}  // namespace kith::actions
