// Posts to other systems over HTTP(S), bounded in everything: time to connect, time for all, bytes of the answer.
// Certificates are checked; http:// goes to this computer only; nothing is followed elsewhere (a redirect is an answer
// like any other), so that credentials reach the address that was named and no other. Not here: trying again (retry.h).
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "base/result.h"

namespace kith::outside {

struct HttpHeader {
    std::string name, value;
};

struct HttpPost {
    std::string url;
    std::vector<HttpHeader> headers;
    std::string body;
};

struct HttpAnswer {
    int status = 0;
    std::string body;
    std::optional<std::chrono::seconds> retry_after;
};

/// No answer came: refused, unreachable, not trusted, too slow, too long. In words, without what was sent.
using NoAnswer = std::string;

struct HttpLimits {
    std::chrono::milliseconds connect = std::chrono::seconds(10);
    std::chrono::milliseconds total = std::chrono::seconds(30);
    std::size_t answer = 1'000'000;  ///< bytes
};

/// How anything in this module posts: the client, or what a test puts in its place.
using Poster = std::function<tl::expected<HttpAnswer, NoAnswer>(const HttpPost&)>;

/// Refuses what is no https:// address, unless it is http:// to this computer.
Result<void> check_address(const std::string& url);

/// One connection, kept between posts. For one thread.
class HttpClient {
  public:
    explicit HttpClient(HttpLimits limits = {});
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;

    tl::expected<HttpAnswer, NoAnswer> post(const HttpPost& post);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace kith::outside
