#include "store/secrets.h"

#include <sodium.h>

#include <array>
#include <semaphore>

#include "base/result.h"

namespace kith::store {

namespace {

// Each hash takes 64 MiB: a crowd signing in at nine o'clock must not take the machine's memory.
std::counting_semaphore<2> hashing(2);

struct Slot {
    Slot() { hashing.acquire(); }
    ~Slot() { hashing.release(); }
};

std::string hex(const unsigned char* bytes, std::size_t size) {
    std::string text(size * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, size);
    text.pop_back();
    return text;
}

}  // namespace

std::string hash_password(std::string_view password) {
    CHECK(sodium_init() >= 0);
    Slot slot;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    int failed = crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                   crypto_pwhash_MEMLIMIT_INTERACTIVE);
    if (failed) throw std::bad_alloc();
    return hash.data();
}

bool verify_password(std::string_view password, std::string_view hash) {
    static const std::string nobodys = hash_password("there is no such person");
    bool known = !hash.empty();
    std::string against(known ? hash : std::string_view(nobodys));
    Slot slot;
    bool right = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    return right && known;
}

std::string random_token() {
    CHECK(sodium_init() >= 0);
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return hex(bytes.data(), bytes.size());
}

std::string digest_of(std::string_view token) {
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(token.data()), token.size(),
                       nullptr, 0);
    return hex(digest.data(), digest.size());
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace kith::store
