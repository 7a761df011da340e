// Somebody tells the authority of a worry about a child, or asks for help. Always accepted, whatever is missing.
#pragma once

#include "actions/service.h"
#include "core/contact.h"

namespace kith::actions {

struct ReceiveContact {
    core::Contact contact;                     ///< id, reference, times and state are set here
    std::vector<core::ContactChild> children;  ///< may be empty: an advice-only contact, or children not known
    std::optional<Instant> received_at;        ///< recorded afterwards: when it was really received
};

/// Anyone may; staff record one for somebody who rang or came. Opens "decide within one working day", and for a
/// professional "acknowledge the referrer".
Result<core::Contact> receive_contact(Work& work, const ReceiveContact& command);

}  // namespace kith::actions
