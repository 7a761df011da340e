#include "outside/oauth.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "outside/retry.h"

namespace kith::outside {

namespace {

constexpr std::int64_t longest_seconds = 24 * 60 * 60;
constexpr std::int64_t seconds_unsaid = 60 * 60;
constexpr std::int64_t margin = 60;

std::string encoded(std::string_view text) {
    std::string out;
    for (unsigned char c : text)
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
            c == '.' || c == '~')
            out += static_cast<char>(c);
        else
            out += fmt::format("%{:02X}", static_cast<unsigned>(c));
    return out;
}

std::string form_of(const Credentials& credentials) {
    std::string form = fmt::format("grant_type=client_credentials&client_id={}&client_secret={}",
                                   encoded(credentials.client_id), encoded(credentials.client_secret));
    if (!credentials.scope.empty()) form += "&scope=" + encoded(credentials.scope);
    return form;
}

std::optional<AccessToken> token_in(std::string_view body, Instant now) {
    auto json = parse_json(body, 8);
    if (!json || !json->is_object()) return std::nullopt;
    const auto* text = json->as_object().if_contains("access_token");
    if (!text || !text->is_string() || text->as_string().empty()) return std::nullopt;
    const auto* says = json->as_object().if_contains("expires_in");
    std::int64_t seconds = says && says->is_int64() ? says->as_int64() : seconds_unsaid;
    seconds = std::clamp<std::int64_t>(seconds, 0, longest_seconds);
    return AccessToken{{text->as_string().data(), text->as_string().size()},
                       now + std::chrono::seconds(seconds > 2 * margin ? seconds - margin : seconds / 2)};
}

}  // namespace

tl::expected<AccessToken, NoToken> fetch_token(const Poster& post, const Credentials& credentials, Instant now) {
    auto answer = post({credentials.token_url,
                        {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}},
                        form_of(credentials)});
    if (!answer) return tl::unexpected(NoToken{"No token: " + answer.error(), true, {}});
    if (answer->status != 200)
        return tl::unexpected(NoToken{fmt::format("No token: the answer was {}", answer->status),
                                      is_worth_another_try(answer->status), answer->retry_after});
    if (auto token = token_in(answer->body, now)) return *token;
    return tl::unexpected(NoToken{"No token: the answer holds none", false, {}});
}

}  // namespace kith::outside
