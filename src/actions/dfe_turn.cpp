#include "actions/dfe_turn.h"

#include <fmt/format.h>

namespace kith::actions {

namespace {

/// Longer than one message can take: three tries of half a minute, and twice the longest wait that a receiver may ask.
constexpr std::chrono::minutes turn_lasts(15);

std::optional<store::DfeTurn> turn(store::Reader& reader) {
    return reader.find<store::DfeTurn>(store::DfeTurn{}.what);
}

std::string_view says(store::DfeRunKind kind) {
    return kind == store::DfeRunKind::build ? "building" : "sending";
}

}  // namespace

std::optional<store::DfeTurn> turn_now(store::Reader& reader, Instant now) {
    auto held = turn(reader);
    return held && held->until > now ? held : std::nullopt;
}

Result<std::unique_ptr<DfeTurn>> DfeTurn::take(const Service& service, const store::DfeRun& run) {
    Instant now = service.now();
    store::DfeTurn row{.run = run.id, .kind = run.kind, .by = run.by, .since = now, .until = now + turn_lasts};
    TRY(service.store.write({{}, now}, [&](store::Writer& writer) -> Result<void> {
        if (auto held = turn_now(writer, now))
            return refuse(Because::conflict, "",
                          fmt::format("Another {} of the daily data is under way since {} ({}). This one did nothing. "
                                      "If that one was cut off, this one can begin from {} on.",
                                      says(held->kind), long_time(held->since), held->by, long_time(held->until)));
        writer.put(row);
        return {};
    }));
    return std::unique_ptr<DfeTurn>(new DfeTurn(service, std::move(row)));
}

Result<void> DfeTurn::keep(store::Writer& writer) const {
    auto held = turn(writer);
    if (!held || held->run != row_.run)
        return refuse(Because::conflict, "",
                      "Another run took over while this one was asleep. It goes on with the rest.");
    held->until = writer.at() + turn_lasts;
    writer.put(*held);
    return {};
}

void DfeTurn::give_back(store::DfeRun& run) {
    run.ended_at = service_.now();
    auto noted = service_.store.write({{}, run.ended_at}, [&](store::Writer& writer) -> Result<void> {
        writer.put(run);
        writer.run("DELETE FROM dfe_turn WHERE run = $1", row_.run);
        return {};
    });
    CHECK(noted);
    given_back_ = true;
}

DfeTurn::~DfeTurn() {
    if (given_back_) return;
    try {
        (void)service_.store.write({{}, service_.now()}, [&](store::Writer& writer) -> Result<void> {
            writer.run("DELETE FROM dfe_turn WHERE run = $1", row_.run);
            return {};
        });
    } catch (const std::exception&) {  // the database has gone: the turn ends by itself
    }
}

}  // namespace kith::actions
