// Passwords and tokens: what must be hard to guess, and what must never be stored in clear.
#pragma once

#include <string>
#include <string_view>

namespace kith::store {

/// Argon2id with libsodium's interactive limits (64 MiB): about a quarter of a second. At most two run at once; others
/// wait.
std::string hash_password(std::string_view password);

/// Takes as long for a wrong password as for a right one. An empty hash (no such person) costs the same and is never
/// right.
bool verify_password(std::string_view password, std::string_view hash);

/// 256 random bits as 64 hexadecimal digits.
std::string random_token();

/// What is stored of a token: a leaked table opens no session.
std::string digest_of(std::string_view token);

/// Compares without telling by time where two texts differ.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace kith::store
