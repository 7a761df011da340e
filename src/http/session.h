// One connection: reads a request, has it answered by a worker, writes the answer, and again. Runs on one I/O thread.
// Private to http/: it and server.cpp are all that see Asio.
#pragma once

#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "http/answer.h"
#include "http/door.h"
#include "http/framing.h"
#include "http/workers.h"

namespace kith::http {

namespace asio = boost::asio;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Steady = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor>;
template <class T>
using Task = asio::awaitable<T, Executor>;
inline constexpr auto quietly = asio::as_tuple(asio::use_awaitable_t<Executor>{});

/// What all connections share.
struct Common {
    Common(const Options& options, Hooks hooks, std::size_t connections)
        : limits(options.limits),
          trusted(options.trusted_proxies),
          answering(std::move(hooks)),
          workers(limits.workers, limits.queue),
          door(connections, limits.connections_per_address) {}

    const Limits limits;
    const std::vector<Network> trusted;
    const Answering answering;
    Workers workers;
    Door door;
    std::atomic<bool> stopping = false;
    std::atomic<std::size_t> body_bytes = 0;  // of all bodies being read or answered
};

/// Its coroutines keep to the rule for GCC 12: each argument inside co_await is a named variable, or std::move of one.
class Session : public std::enable_shared_from_this<Session> {
  public:
    /// The address of the client's end, or of the proxy before it.
    Session(Common& common, Socket socket, std::string address);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// False when there is no room.
    bool enter();

    /// The whole life of a connection that entered; its coroutine keeps it alive.
    static Task<void> run(std::shared_ptr<Session> session);

  private:
    void leave(Leave leave);

    // A step that fails says why with a status, or with `gone` when there is nobody left to tell.
    static constexpr int gone = 0;
    enum class Next { request, close };

    Task<Next> serve_one();
    Task<Read<Head>> next_head();
    void leave_body_that_nobody_takes(Head& head) const;
    Task<Read<std::string>> read_body(const Head& head);
    Task<Read<std::string>> read_length(std::uint64_t length);
    Task<Read<std::string>> read_chunks();
    Task<Read<bool>> receive(std::string& into, std::size_t most);
    Task<Reply> answered(Request request, After after);
    Task<Next> send(Reply reply, After after);
    Task<void> refuse(Refused refused);
    Task<void> linger();
    void cut_off();

    Request request_of(Head head, std::string body) const;
    Read<bool> hold(std::size_t body_bytes);
    void release();

    void keeps_us_waiting();
    void is_being_served();

    // One timer for all deadlines: moving a deadline further away costs nothing.
    void due(Steady::time_point deadline);
    void arm();
    void timer_fired();

    Common& common_;
    Socket socket_;
    std::shared_ptr<Visit> visit_ = std::make_shared<Visit>();
    bool entered_ = false;
    Timer timer_;
    Timer reply_ready_;  // never expires: cancelled by the worker
    Steady::time_point deadline_ = Steady::time_point::max();
    Steady::time_point armed_for_ = Steady::time_point::max();
    bool expired_ = false;
    bool is_first_ = true;  // request of this connection
    bool is_idle_ = true;   // no byte of the next request yet
    std::size_t held_ = 0;  // of Common::body_bytes
    std::string buffer_;    // received and not yet used
};

}  // namespace kith::http
