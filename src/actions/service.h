// What every action stands on, and the one way to run one.
//
// An action is a function over a Work: authorise, load, decide, save. Its whole body runs inside the write transaction
// and may run again after a conflict, so it has no effect but through `work.store`. Looking something up runs on a
// snapshot.
#pragma once

#include <functional>
#include <utility>

#include "base/date.h"
#include "base/id.h"
#include "base/working_days.h"
#include "core/process.h"
#include "core/staff.h"
#include "store/store.h"

namespace kith::actions {

class CensusCounts;  // actions/census_counts.h
class Aside;         // actions/aside.h

/// For the life of the process; `ids` and `now` may be called from any thread.
struct Service {
    store::Store& store;
    const core::Rulebook& rulebook;
    const core::LocalPolicy& policy;
    WorkingDays days;
    IdSource ids;
    std::function<Instant()> now;
    CensusCounts* census = nullptr;  ///< kept between those who ask; null: each counts for itself
    Aside* aside = nullptr;          ///< so that people can read while nothing can be saved; null: then they cannot
};

/// For one command: who, when, under which law, and the door for writes.
struct Work {
    const core::Actor& actor;
    Instant now;
    Date today;
    const Service& service;
    store::Writer& store;

    template <class IdType>
    IdType new_id() const {
        return IdType(service.ids());
    }
};

/// Runs an action and returns when what it saved is durable. F: Result<T>(Work&).
template <class F>
auto perform(const Service& service, const core::Actor& actor, F action) {
    Instant now = service.now();
    return service.store.write(store::Stamp{actor.id, now}, [&](store::Writer& writer) {
        Work work{actor, now, london_date(now), service, writer};
        return action(work);
    });
}

/// As perform, once for each form token: a double submit gets the first one's location. F: Result<std::string>(Work&).
/// Without a token (a form made by hand) it is simply performed.
template <class F>
Result<std::string> perform_once(const Service& service, const core::Actor& actor, const std::string& token,
                                 const std::string& content, F action) {
    if (token.empty() || token.size() > 200) return perform(service, actor, std::move(action));
    Instant now = service.now();
    return service.store.write_once(store::Token{token}, content, store::Stamp{actor.id, now},
                                    [&](store::Writer& writer) {
                                        Work work{actor, now, london_date(now), service, writer};
                                        return action(work);
                                    });
}

/// Runs a look-up on one snapshot. F: T(store::Reader&).
template <class F>
auto look(const Service& service, F lookup) {
    return service.store.read(std::move(lookup));
}

/// The public: somebody without an account, through a public form.
inline const core::Actor& the_public() {
    static const core::Actor actor{.id = {}, .name = "The public", .role = core::Role::business_support};
    return actor;
}

}  // namespace kith::actions
