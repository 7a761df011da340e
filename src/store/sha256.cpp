#include "store/sha256.h"

#include <openssl/evp.h>

#include <new>

#include "base/result.h"

namespace kith::store {

namespace {

// Looked up once: OpenSSL 3's one-call functions look it up each time.
const EVP_MD* algorithm() {
    static EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (!found) throw std::bad_alloc();
    return found;
}

struct ContextDeleter {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using ContextPtr = std::unique_ptr<EVP_MD_CTX, ContextDeleter>;

Bytes take(EVP_MD_CTX* context) {
    Bytes out(32);
    CHECK(EVP_DigestFinal_ex(context, out.data(), nullptr) == 1);
    return out;
}

}  // namespace

struct Sha256::Context {
    ContextPtr inner{EVP_MD_CTX_new()};
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {
    CHECK(EVP_DigestInit_ex(context_->inner.get(), algorithm(), nullptr) == 1);
}
Sha256::~Sha256() = default;

void Sha256::add(BytesView bytes) {
    CHECK(EVP_DigestUpdate(context_->inner.get(), bytes.data(), bytes.size()) == 1);
}

Bytes Sha256::finish() {
    return take(context_->inner.get());
}

Bytes sha256(BytesView first, BytesView second) {
    thread_local const ContextPtr context{EVP_MD_CTX_new()};
    CHECK(EVP_DigestInit_ex(context.get(), algorithm(), nullptr) == 1);
    CHECK(EVP_DigestUpdate(context.get(), first.data(), first.size()) == 1);
    CHECK(EVP_DigestUpdate(context.get(), second.data(), second.size()) == 1);
    return take(context.get());
}

Bytes sha256(BytesView bytes) {
    return sha256(bytes, {});
}

}  // namespace kith::store
