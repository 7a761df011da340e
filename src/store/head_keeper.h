// Makes, signs and sends heads, and knows whose signature to believe.
//
// Beside the key file K lie K.trusted (public keys, one a line) and K.heads (every head that was written, one a line of
// JSON): the nearest copy that tampering inside the database does not reach. Send K.heads further for more.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "store/heads.h"
#include "store/transaction.h"

namespace kith::store {

class HeadKeeper {
  public:
    HeadKeeper(std::filesystem::path key, RandomBytes random) : key_(std::move(key)), random_(std::move(random)) {}

    /// The key's file; empty while it is not known whose is meant.
    const std::filesystem::path& key() const { return key_; }

    /// Signs and stores a head over what the transaction sees and no head covers; nothing when there is nothing.
    std::optional<Head> write(Writer& writer, Instant now);
    /// Appends it to K.heads.
    void send(const Head& head) const;

    /// The heads in K.heads are those of another history, which is not this database's: sets them aside as
    /// K.heads.TIME. Only where somebody at this machine begins a new history; to the database alone it can never
    /// happen.
    void begin_anew(Instant now) const;

    /// Public keys to believe; empty when none is known here (a copy of the database without its files).
    std::vector<Bytes> trusted() const;
    /// Number and hash of every head in K.heads.
    std::vector<std::pair<std::int64_t, std::string>> sent() const;

  private:
    Bytes secret_key(Reader& reader) const;
    Bytes make_key(Reader& reader) const;
    std::filesystem::path beside(std::string_view ending) const;

    std::filesystem::path key_;
    RandomBytes random_;
};

/// Fills in what a head says about everything from `from` on: counts and hashes of entries and access rows.
void cover(Reader& reader, const Head& from, Head& head);

/// Whether the signature is the key's own.
bool signature_holds(const Head& head);

}  // namespace kith::store
