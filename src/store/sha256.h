// SHA-256 with the processor's own instructions where it has them.
#pragma once

#include <memory>

#include "base/bytes.h"

namespace kith::store {

/// Fed in pieces; good for one hash.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    void add(BytesView bytes);
    void add(std::string_view text) { add(bytes_of(text)); }
    Bytes finish();

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

Bytes sha256(BytesView bytes);
inline Bytes sha256(std::string_view text) {
    return sha256(bytes_of(text));
}
/// Of one after the other, as if they were one.
Bytes sha256(BytesView first, BytesView second);

}  // namespace kith::store
