// The HTTP/1.1 server: two I/O threads that read and write, workers that run the handler, and every limit of limits.h.
// It refuses what is malformed before any handler sees it (framing.h). Not here: TLS (a proxy in front), HTTP/2,
// compression.
//
//     Server server(options, {.handle = pages, .fault = fault_page, .ids = ids, .now = clock, .log = log});
//     server.start();
//     … server.port() …
//     server.stop();
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "http/limits.h"
#include "http/message.h"
#include "http/network.h"

namespace kith::http {

struct Address {
    std::string host = "127.0.0.1";  ///< an address, not a name
    std::uint16_t port = 0;          ///< 0: any free one; see Server::port
};

struct Options {
    Address address;
    Limits limits;
    std::vector<Network> trusted_proxies;  ///< whose X-Forwarded-For and X-Forwarded-Proto are believed
};

/// What the server asks of the program. All are called from many threads, except ids.
struct Hooks {
    /// Runs on a worker only; may block. Its exceptions are caught here and nowhere else.
    std::function<Response(const Request&)> handle;

    /// Whether any page takes a body there; asked before it is read, so it may not block. Without it: every page does.
    /// A body that nobody takes is not waited for: the handler gets the request without it, and the connection closes.
    std::function<bool(Method, std::string_view path)> takes_body{};

    /// The page for a request whose handler threw: it shows the reference and of the fault only what to do. Plain text
    /// without it.
    std::function<Response(const Request&, std::string_view reference, const std::exception_ptr& fault)> fault;

    IdSource ids;                  ///< references of faults: short, easy to read out
    std::function<Instant()> now;  ///< for the Date header
    std::function<void(std::string_view)>
        log;  ///< one line per fault: reference, method, path, what; no query, no body
};

class Server {
  public:
    Server(Options options, Hooks hooks);
    ~Server();  ///< stops

    /// Listens and serves. Throws std::system_error when the address cannot be had.
    void start();

    /// The port listened on; from start on.
    std::uint16_t port() const;

    /// Takes no more connections, lets requests in hand finish for Limits::stop_grace, then closes. A handler that
    /// never returns is waited for. Once stopped, a server is not started again.
    void stop();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace kith::http
