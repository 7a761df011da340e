// Posts JSON to a receiver that wants a bearer token: fetches the token, keeps it while it is good, asks for a new one
// once when it is not taken (401), and tries again what is worth it (retry.h).
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "outside/http_client.h"
#include "outside/oauth.h"
#include "outside/retry.h"

namespace kith::outside {

struct Receiver {
    std::string url;
    std::vector<HttpHeader> headers;  ///< of its own, such as a supplier's key
    Credentials credentials;
};

/// The last answer, or why there was none.
struct Sent {
    tl::expected<HttpAnswer, NoAnswer> answer;
    bool may_have_arrived = false;  ///< some try was cut off or failed over there: nobody knows what came of it
};

class Sender {
  public:
    Sender(Receiver receiver, Poster post, Wait wait, std::function<Instant()> now, Retrying retrying = {});

    Sent send(const std::string& json);

  private:
    tl::expected<std::string, NoToken> token();
    /// One try, with a token; how long the other side asks us to wait before the next, when there should be one.
    struct Try {
        tl::expected<HttpAnswer, NoAnswer> answer;
        bool again = false;
        bool unknown = false;  ///< what came of it
        std::optional<std::chrono::seconds> asked;
    };
    Try try_once(const std::string& json);
    tl::expected<HttpAnswer, NoAnswer> post_once(const std::string& json, const std::string& token);

    Receiver receiver_;
    Poster post_;
    Wait wait_;
    std::function<Instant()> now_;
    Retrying retrying_;
    std::optional<AccessToken> token_;
};

}  // namespace kith::outside
