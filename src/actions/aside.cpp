#include "actions/aside.h"

#include <algorithm>

#include "store/fault.h"

namespace kith::actions {

void Aside::keep(const store::Session& session) {
    const std::lock_guard lock(mutex_);
    auto [kept, is_new] = sessions_.try_emplace(session.token_hash, session);
    if (is_new) return;
    kept->second.seen_at = std::max(kept->second.seen_at, session.seen_at);
    kept->second.ends_at = std::min(kept->second.ends_at, session.ends_at);
}

std::optional<store::Session> Aside::session(const Bytes& token_hash) const {
    const std::lock_guard lock(mutex_);
    auto found = sessions_.find(token_hash);
    return found == sessions_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<store::Session> Aside::sessions() const {
    const std::lock_guard lock(mutex_);
    std::vector<store::Session> all;
    for (const auto& [hash, session] : sessions_)
        all.push_back(session);
    return all;
}

void Aside::forget(const store::Session& session) {
    const std::lock_guard lock(mutex_);
    auto found = sessions_.find(session.token_hash);
    if (found != sessions_.end() && found->second.ends_at == session.ends_at) sessions_.erase(found);
}

void Aside::keep(const store::SignInAttempt& failed, Instant since) {
    const std::lock_guard lock(mutex_);
    std::erase_if(attempts_, [&](const store::SignInAttempt& each) { return each.at <= since; });
    attempts_.push_back(failed);
}

std::vector<store::SignInAttempt> Aside::attempts() const {
    const std::lock_guard lock(mutex_);
    return attempts_;
}

bool Aside::waits() const {
    const std::lock_guard lock(mutex_);
    return !sessions_.empty() || (spool_ && spool_->waits());
}

bool saves_nothing(const Service& service) {
    return service.aside && service.aside->waits();
}

static void bring_back_sessions(const Service& service) {
    auto sessions = service.aside->sessions();
    if (sessions.empty()) return;
    auto kept = service.store.write(store::Stamp{{}, service.now()}, [&](store::Writer& writer) -> Result<void> {
        for (const store::Session& each : sessions)
            writer.put(each);
        return {};
    });
    CHECK(kept);
    for (const store::Session& each : sessions)
        service.aside->forget(each);
}

int bring_back(const Service& service) {
    if (!service.aside) return 0;
    bring_back_sessions(service);
    return service.aside->spool() ? store::rejoin(*service.aside->spool(), service.store, service.now()) : 0;
}

void bring_back_if_possible(const Service& service) {
    if (!saves_nothing(service)) return;
    try {
        bring_back(service);
    } catch (const store::Fault&) {  // it waits on; the minute's turn says so
    }
}

}  // namespace kith::actions
