// Gives back every journalled table from the journal alone. No rule, clock or random number is asked. The journal
// itself and the access log (which its heads cover) are copied as they are; derived tables are rebuilt.
#pragma once

#include "store/transaction.h"

namespace kith::store {

struct Schema;

/// In one transaction on the target. Throws Fault when a body is not the one that was committed to.
void replay_journal(Reader& source, Writer& target, const Schema& schema);

/// One body: its rows into their tables, brought to today's shape. Part of a replay, also of journals kept for tests.
void apply_change(Connection& target, const Schema& schema, std::string_view text);

/// A journal that came from elsewhere (a replay, a dump restored into a new cluster) is counted on from its own end:
/// nothing that is written now may fall under a head that was signed before.
void go_on_counting(Connection& connection);

}  // namespace kith::store
