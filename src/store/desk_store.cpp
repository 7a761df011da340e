#include "store/desk_store.h"

namespace kith::store {

std::span<const Column<Session>> Table<Session>::columns() {
    static constexpr std::array all{
        column<&Session::token_hash>("token_hash"), column<&Session::form_hash>("form_hash"),
        column<&Session::staff_id>("staff_id"),     column<&Session::started_at>("started_at"),
        column<&Session::seen_at>("seen_at"),       column<&Session::ends_at>("ends_at"),
    };
    return all;
}

std::span<const Column<Draft>> Table<Draft>::columns() {
    static constexpr std::array all{
        column<&Draft::staff_id>("staff_id"), column<&Draft::form>("form"),     column<&Draft::subject>("subject"),
        column<&Draft::page>("page"),         column<&Draft::fields>("fields"), column<&Draft::saved_at>("saved_at"),
    };
    return all;
}

std::span<const Column<OutboxItem>> Table<OutboxItem>::columns() {
    static constexpr std::array all{
        column<&OutboxItem::id>("id"),
        column<&OutboxItem::kind>("kind"),
        column<&OutboxItem::payload>("payload"),
        column<&OutboxItem::written_at>("written_at"),
        column<&OutboxItem::not_before>("not_before"),
        column<&OutboxItem::attempts>("attempts"),
        column<&OutboxItem::last_fault>("last_fault"),
        column<&OutboxItem::done_at>("done_at"),
    };
    return all;
}

std::span<const Column<Idempotency>> Table<Idempotency>::columns() {
    static constexpr std::array all{
        column<&Idempotency::token>("token"),
        column<&Idempotency::fingerprint>("fingerprint"),
        column<&Idempotency::location>("location"),
        column<&Idempotency::at>("at"),
    };
    return all;
}

}  // namespace kith::store
