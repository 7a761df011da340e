#include "store/journal_tables.h"

namespace kith::store {

std::span<const Column<JournalEntry>> Table<JournalEntry>::columns() {
    static constexpr std::array all{
        column<&JournalEntry::sequence>("sequence"),
        column<&JournalEntry::commit_order>("commit_order"),
        column<&JournalEntry::record_kind>("record_kind"),
        column<&JournalEntry::record_id>("record_id"),
        column<&JournalEntry::record_sequence>("record_sequence"),
        column<&JournalEntry::kind>("kind"),
        column<&JournalEntry::version>("version"),
        column<&JournalEntry::recorded_at>("recorded_at"),
        column<&JournalEntry::actor>("actor"),
        column<&JournalEntry::previous_hash>("previous_hash"),
        column<&JournalEntry::commitment>("commitment"),
        column<&JournalEntry::hash>("hash"),
    };
    return all;
}

std::span<const Column<JournalBody>> Table<JournalBody>::columns() {
    static constexpr std::array all{
        column<&JournalBody::sequence>("sequence"),
        column<&JournalBody::salt>("salt"),
        column<&JournalBody::body>("body"),
    };
    return all;
}

std::span<const Column<JournalRecord>> Table<JournalRecord>::columns() {
    static constexpr std::array all{
        column<&JournalRecord::record_id>("record_id"),
        column<&JournalRecord::record_kind>("record_kind"),
        column<&JournalRecord::last_sequence>("last_sequence"),
        column<&JournalRecord::last_hash>("last_hash"),
    };
    return all;
}

std::span<const Column<Head>> Table<Head>::columns() {
    static constexpr std::array all{
        column<&Head::number>("number"),
        column<&Head::at>("at"),
        column<&Head::entries_until>("entries_until"),
        column<&Head::entries>("entries"),
        column<&Head::entries_hash>("entries_hash"),
        column<&Head::access_until>("access_until"),
        column<&Head::accesses>("accesses"),
        column<&Head::access_hash>("access_hash"),
        column<&Head::previous_hash>("previous_hash"),
        column<&Head::hash>("hash"),
        column<&Head::public_key>("public_key"),
        column<&Head::signature>("signature"),
    };
    return all;
}

}  // namespace kith::store
