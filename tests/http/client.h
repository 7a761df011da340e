// A client that sends exactly the bytes it is told to, and says exactly what came back and whether the server hung up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/server.h"

namespace kith::http::test {

struct Answer {
    int status = 0;
    std::string head;
    std::string body;

    bool has(std::string_view line) const { return head.find(std::string(line) + "\r\n") != std::string::npos; }
};

/// Every wait ends after this; a test that reaches it fails.
inline constexpr int patience_ms = 15'000;

class Client {
  public:
    explicit Client(std::uint16_t port, std::string_view from = "127.0.0.1");
    ~Client();
    Client(Client&& other) noexcept;
    Client& operator=(Client&&) = delete;

    /// False when the server has hung up.
    bool send(std::string_view bytes);
    void no_more();  ///< says that nothing more will be sent

    /// The next answer, 100 included; nothing when the server hangs up first. The answer to HEAD has no body.
    std::optional<Answer> receive(std::string_view method = "GET");

    /// Reads what is left. True when the server hung up, false when patience ended first.
    bool is_closed();

    /// Has the server hung up, or something arrived, by now?
    bool has_news() const;

    int file() const { return file_; }

  private:
    bool more();

    int file_ = -1;
    std::string buffer_;
};

/// Hooks that echo the request, with counted ids and a fixed date.
Hooks echo();
Hooks hooks(std::function<Response(const Request&)> handle);

/// A server on a free port, started.
struct Running {
    explicit Running(Hooks hooks, Limits limits = {}, std::vector<Network> trusted = {});
    Server server;
    std::uint16_t port;
};

inline constexpr std::string_view simple_get = "GET /echo HTTP/1.1\r\nHost: here\r\n\r\n";

}  // namespace kith::http::test
