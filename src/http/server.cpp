#include "http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <system_error>
#include <thread>

#include "http/session.h"

namespace kith::http {

namespace {

using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;

void must(const boost::system::error_code& error, const char* what) {
    if (error) throw std::system_error(error, what);
}

/// As many connections as the system lets this process have, with some files kept for everything else.
std::size_t connections_allowed(std::size_t wanted) {
    constexpr rlim_t other_files = 256;
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
    files.rlim_cur = std::max(files.rlim_cur, std::min<rlim_t>(files.rlim_max, wanted + other_files));
    setrlimit(RLIMIT_NOFILE, &files);
    getrlimit(RLIMIT_NOFILE, &files);
    return std::min<std::size_t>(wanted, std::max(files.rlim_cur, other_files + 16) - other_files);
}

std::string address_of(const Socket& socket) {
    boost::system::error_code gone;
    auto address = socket.remote_endpoint(gone).address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return gone ? std::string() : address.to_string();
}

/// A loop of its own for each thread: connections never wait for one another's locks.
struct Loop {
    asio::io_context context{1};
    asio::executor_work_guard<Executor> guard{context.get_executor()};
    std::thread thread;
};

}  // namespace

struct Server::State {
    State(Options chosen, Hooks hooks)
        : options(std::move(chosen)),
          common(options, std::move(hooks), connections_allowed(options.limits.connections)),
          loops(std::max<std::size_t>(1, options.limits.io_threads)) {
        for (auto& loop : loops)
            loop = std::make_unique<Loop>();
    }

    void listen();
    Task<void> accept_all();
    void admit(Socket socket);
    void stop();

    const Options options;
    Common common;
    std::vector<std::unique_ptr<Loop>> loops;  // destroyed before common, which their sessions use
    std::unique_ptr<Acceptor> acceptor;        // in the first loop
    std::uint16_t port = 0;
};

void Server::State::listen() {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address.host, error);
    must(error, "the address to listen on");
    const asio::ip::tcp::endpoint endpoint(address, options.address.port);
    acceptor = std::make_unique<Acceptor>(loops.front()->context);
    acceptor->open(endpoint.protocol(), error);
    must(error, "open a socket");
    acceptor->set_option(Acceptor::reuse_address(true), error);
    must(error, "reuse the address");
    acceptor->bind(endpoint, error);
    must(error, "bind to the address");
    acceptor->listen(asio::socket_base::max_listen_connections, error);
    must(error, "listen");
    port = acceptor->local_endpoint().port();
}

Task<void> Server::State::accept_all() {
    constexpr auto pause = std::chrono::milliseconds(50);
    Timer retry(loops.front()->context);
    for (std::size_t turn = 0;; turn = (turn + 1) % loops.size()) {
        Socket socket(loops[turn]->context);
        const auto [error] = co_await acceptor->async_accept(socket, quietly);
        if (common.stopping) co_return;
        if (!error) {
            admit(std::move(socket));
            continue;
        }
        retry.expires_after(pause);  // out of files, most likely: give those who leave a moment
        co_await retry.async_wait(quietly);
    }
}

void Server::State::admit(Socket socket) {
    boost::system::error_code ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    const auto executor = socket.get_executor();
    auto address = address_of(socket);
    const auto session = std::make_shared<Session>(common, std::move(socket), std::move(address));
    if (session->enter()) asio::co_spawn(executor, Session::run(session), asio::detached);
}

void Server::State::stop() {
    if (common.stopping.exchange(true) || !acceptor) return;
    asio::post(loops.front()->context, [this] { acceptor->close(); });
    common.door.ask_all(Leave::if_idle);
    if (!common.door.wait_until_empty(Steady::now() + options.limits.stop_grace)) common.door.ask_all(Leave::now);
    common.workers.stop();
    for (auto& loop : loops)
        loop->context.stop();
    for (auto& loop : loops)
        if (loop->thread.joinable()) loop->thread.join();
}

Server::Server(Options options, Hooks hooks) : state_(std::make_unique<State>(std::move(options), std::move(hooks))) {}

Server::~Server() {
    stop();
}

void Server::start() {
    state_->listen();
    asio::co_spawn(state_->loops.front()->context, state_->accept_all(), asio::detached);
    for (auto& loop : state_->loops)
        loop->thread = std::thread([&context = loop->context] { context.run(); });
}

std::uint16_t Server::port() const {
    return state_->port;
}

void Server::stop() {
    state_->stop();
}

}  // namespace kith::http
