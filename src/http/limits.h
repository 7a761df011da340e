// Every limit of the server, by name. A client that goes beyond one gets the status beside it, and is disconnected.
#pragma once

#include <chrono>
#include <cstddef>

namespace kith::http {

struct Limits {
    // The size of one request.
    std::size_t request_line = 8'000;          ///< bytes, its CR LF not counted: 414
    std::size_t header_bytes = 16'000;         ///< bytes of request line and all header fields: 431
    std::size_t header_fields = 100;           ///< 431
    std::size_t body = 2'000'000;              ///< bytes, declared or in chunks: 413
    std::size_t chunk_line = 200;              ///< bytes of a chunk's size and extensions: 400
    std::size_t bodies_together = 64'000'000;  ///< bytes of all bodies being read: 503

    // Time. Each runs from its start, however many bytes trickle in meanwhile.
    std::chrono::milliseconds request = std::chrono::seconds(8);  ///< from a request's first byte, or a new connection,
                                                                  ///< to the end of its body: 408
    std::chrono::milliseconds keep_alive = std::chrono::seconds(30);  ///< between two requests: closed
    std::chrono::milliseconds response = std::chrono::seconds(30);    ///< to take the whole response: closed
    std::chrono::milliseconds linger = std::chrono::seconds(2);      ///< to take a refusal before the connection is cut
    std::chrono::milliseconds stop_grace = std::chrono::seconds(5);  ///< for requests in hand when the server stops

    // How many at once. At a limit, the connection that has kept the server waiting longest makes room for the new one;
    // when each is being served, the new one is closed. A trusted proxy counts in total only: it stands for many.
    std::size_t connections = 2'000;            ///< in total; lowered to what the system allows this process
    std::size_t connections_per_address = 256;  ///< an office behind one address shares these

    // Threads.
    std::size_t io_threads = 2;
    std::size_t workers = 16;  ///< threads that run handlers; they wait on commits, so more than processors
    std::size_t queue = 256;   ///< requests waiting for a worker; beyond: 503 with Retry-After
    std::chrono::seconds retry_after{2};
};

}  // namespace kith::http
