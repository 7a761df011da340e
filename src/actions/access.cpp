#include "actions/access.h"

#include "store/access_store.h"

namespace kith::actions {

void note_access(const Service& service, const core::Actor& actor, const Access& access, Instant now) {
    std::vector<RawId> persons(access.shown.begin(), access.shown.end());
    auto noted = service.store.write(store::Stamp{actor.id, now}, [&](store::Writer& writer) -> Result<void> {
        store::record_access(writer, {access.action, access.purpose, std::nullopt, persons});
        return {};
    });
    CHECK(noted.has_value());
}

}  // namespace kith::actions
