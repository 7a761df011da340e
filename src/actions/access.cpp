#include "actions/access.h"

#include "actions/aside.h"
#include "store/access_store.h"
#include "store/fault.h"

namespace kith::actions {

void note_access(const Service& service, const core::Actor& actor, const Access& access, Instant now) {
    std::vector<RawId> persons(access.shown.begin(), access.shown.end());
    auto noted = service.store.write(store::Stamp{actor.id, now}, [&](store::Writer& writer) -> Result<void> {
        store::record_access(writer, {access.action, access.purpose, std::nullopt, persons});
        return {};
    });
    CHECK(noted.has_value());
    bring_back_if_possible(service);
}

static store::Look look_of(const core::Actor& actor, const Access& access, Instant now) {
    return {{.at = now, .actor = actor.id, .action = access.action, .purpose = access.purpose},
            {access.shown.begin(), access.shown.end()}};
}

Noted note_reading(const Service& service, const core::Actor& actor, const Access& access, Instant now) {
    try {
        note_access(service, actor, access, now);
        return Noted::in_log;
    } catch (const store::CannotSave&) {
        if (!service.aside || !service.aside->keep(look_of(actor, access, now))) throw;
        return Noted::aside;
    }
}

}  // namespace kith::actions
