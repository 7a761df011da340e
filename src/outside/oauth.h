// OAuth 2 client credentials (RFC 6749, section 4.4): a client's id and secret for a token that is good for a while.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "outside/http_client.h"

namespace kith::outside {

struct Credentials {
    std::string token_url;
    std::string client_id, client_secret;
    std::string scope;  ///< may be empty
};

struct AccessToken {
    std::string text;
    Instant good_until;  ///< a minute before the giver says; an hour where it does not say
};

/// What the token's giver answered; the fault is in words and holds neither secret nor token. It may be tried again
/// (retry.h): `may_retry` says so.
struct NoToken {
    std::string fault;
    bool may_retry = false;
    std::optional<std::chrono::seconds> retry_after;
};
tl::expected<AccessToken, NoToken> fetch_token(const Poster& post, const Credentials& credentials, Instant now);

}  // namespace kith::outside
