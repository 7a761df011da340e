// What is held beside the database while it can be read and takes nothing (a full disk, a server set read-only), so
// that whoever is on duty can sign in and read: who looked at whom, in a spool on the disk; who is signed in, in
// memory. What people write is not held: it is refused, and given back to them (web/fault).
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "actions/service.h"
#include "store/desk_store.h"
#include "store/sign_in_store.h"
#include "store/spool.h"

namespace kith::actions {

/// For the life of the process; from any thread.
class Aside {
  public:
    /// Without a spool people can sign in, and nobody's record is shown.
    explicit Aside(std::unique_ptr<store::Spool> spool) : spool_(std::move(spool)) {}

    /// True once it is durable.
    [[nodiscard]] bool keep(const store::Look& look) { return spool_ && spool_->add(look); }

    /// The session as it is now, which the database has as it was, or not at all. One that has ended stays ended.
    void keep(const store::Session& session);
    std::optional<store::Session> session(const Bytes& token_hash) const;
    std::vector<store::Session> sessions() const;
    /// The database has it like this now.
    void forget(const store::Session& session);

    /// Failed attempts to sign in. Those before `since` are forgotten.
    void keep(const store::SignInAttempt& failed, Instant since);
    std::vector<store::SignInAttempt> attempts() const;

    /// Whether anything waits for the database to take it: nothing can be saved, as far as is known.
    bool waits() const;

    store::Spool* spool() { return spool_.get(); }

  private:
    std::unique_ptr<store::Spool> spool_;
    mutable std::mutex mutex_;
    std::map<Bytes, store::Session> sessions_;
    std::vector<store::SignInAttempt> attempts_;
};

/// Whether something lies aside: what people write now will not be saved, as far as is known.
bool saves_nothing(const Service& service);

/// Brings everything that lies aside into the database. The number of looks among it. Throws what the database met.
int bring_back(const Service& service);

/// The same after something was saved; when it cannot be, it stays where it is.
void bring_back_if_possible(const Service& service);

}  // namespace kith::actions
