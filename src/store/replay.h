// Gives back every journalled table from the journal alone. No rule, clock or random number is asked. The journal
// itself and the access log (which its heads cover) are copied as they are; derived tables are rebuilt.
#pragma once

#include "store/transaction.h"

namespace kith::store {

struct Schema;

/// In one transaction on the target. Throws Fault when a body is not the one that was committed to.
void replay_journal(Reader& source, Writer& target, const Schema& schema);

}  // namespace kith::store
