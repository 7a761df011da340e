#include "outside/sender.h"

namespace kith::outside {

Sender::Sender(Receiver receiver, Poster post, Wait wait, std::function<Instant()> now, Retrying retrying)
    : receiver_(std::move(receiver)),
      post_(std::move(post)),
      wait_(std::move(wait)),
      now_(std::move(now)),
      retrying_(retrying) {}

Sent Sender::send(const std::string& json) {
    bool unknown = false;
    for (int tried = 1;; ++tried) {
        Try one = try_once(json);
        unknown = unknown || one.unknown;
        auto wait = wait_before_next(retrying_, tried, one.asked);
        if (!one.again || !wait) return {std::move(one.answer), unknown};
        wait_(*wait);
    }
}

Sender::Try Sender::try_once(const std::string& json) {
    for (bool renewed = false;; renewed = true) {
        auto token = this->token();
        if (!token)
            return {tl::unexpected(token.error().fault), token.error().may_retry, false, token.error().retry_after};
        auto answer = post_once(json, *token);
        if (!answer) return {std::move(answer), true, true, {}};
        if (answer->status == 401) token_.reset();
        if (answer->status == 401 && !renewed) continue;
        bool failed_there = answer->status == 408 || answer->status >= 500;
        auto asked = answer->retry_after;
        bool again = is_worth_another_try(answer->status);
        return {std::move(answer), again, failed_there, asked};
    }
}

tl::expected<std::string, NoToken> Sender::token() {
    if (!token_ || token_->good_until <= now_()) {
        auto fetched = fetch_token(post_, receiver_.credentials, now_());
        if (!fetched) return tl::unexpected(fetched.error());
        token_ = std::move(*fetched);
    }
    return token_->text;
}

tl::expected<HttpAnswer, NoAnswer> Sender::post_once(const std::string& json, const std::string& token) {
    HttpPost post{receiver_.url, receiver_.headers, json};
    post.headers.push_back({"Authorization", "Bearer " + token});
    post.headers.push_back({"Content-Type", "application/json"});
    return post_(post);
}

}  // namespace kith::outside
