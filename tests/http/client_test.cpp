#include "http/client.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace kith::http::test {

namespace {

sockaddr_in address_of(std::string_view ip, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    if (inet_pton(AF_INET, std::string(ip).c_str(), &address.sin_addr) != 1) throw std::runtime_error("bad address");
    return address;
}

bool wait_for(int file, short what, int timeout_ms) {
    pollfd entry{file, what, 0};
    return poll(&entry, 1, timeout_ms) == 1;
}

}  // namespace

Client::Client(std::uint16_t port, std::string_view from) : file_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const auto source = address_of(from, 0);
    const auto target = address_of("127.0.0.1", port);
    if (bind(file_, reinterpret_cast<const sockaddr*>(&source), sizeof source) != 0 ||
        connect(file_, reinterpret_cast<const sockaddr*>(&target), sizeof target) != 0)
        throw std::runtime_error("cannot connect");
    const int at_once = 1;  // a piece is a packet
    setsockopt(file_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
}

Client::~Client() {
    if (file_ >= 0) close(file_);
}

Client::Client(Client&& other) noexcept : file_(std::exchange(other.file_, -1)), buffer_(std::move(other.buffer_)) {}

bool Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        if (!wait_for(file_, POLLOUT, patience_ms)) return false;
        const auto sent = ::send(file_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno == EAGAIN) continue;
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Client::no_more() {
    shutdown(file_, SHUT_WR);
}

bool Client::more() {
    if (!wait_for(file_, POLLIN, patience_ms)) throw std::runtime_error("the server said nothing in time");
    char piece[65'536];
    const auto size = recv(file_, piece, sizeof piece, 0);
    if (size <= 0) return false;
    buffer_.append(piece, static_cast<std::size_t>(size));
    return true;
}

std::optional<Answer> Client::receive(std::string_view method) {
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
        if (!more()) return std::nullopt;
    Answer answer;
    answer.head = buffer_.substr(0, end + 2);
    buffer_.erase(0, end + 4);
    answer.status = std::stoi(answer.head.substr(9, 3));
    const auto length_at = answer.head.find("Content-Length: ");
    if (length_at == std::string::npos || method == "HEAD") return answer;
    const auto length = std::stoul(answer.head.substr(length_at + 16));
    while (buffer_.size() < length)
        if (!more()) return std::nullopt;
    answer.body = buffer_.substr(0, length);
    buffer_.erase(0, length);
    return answer;
}

bool Client::is_closed() {
    try {
        while (more()) {
        }
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

bool Client::has_news() const {
    return wait_for(file_, POLLIN, 0);
}

Hooks hooks(std::function<Response(const Request&)> handle) {
    return {.handle = std::move(handle),
            .fault = {},
            .ids = counting_ids(),
            .now = [] { return Instant(std::chrono::seconds(784'111'777)); },
            .log = {}};
}

Hooks echo() {
    return hooks([](const Request& request) {
        return Response::text(std::string(name_of(request.method)) + " " + request.path + " " + request.body);
    });
}

Running::Running(Hooks hooks, Limits limits, std::vector<Network> trusted)
    : server({.address = {}, .limits = limits, .trusted_proxies = std::move(trusted)}, std::move(hooks)),
      port((server.start(), server.port())) {}

TEST(Client, sees_an_answer_and_the_end_of_a_connection) {
    Running running(echo());
    Client client(running.port);
    client.send("GET /echo HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "GET /echo ");
    EXPECT_TRUE(client.is_closed());
}

}  // namespace kith::http::test
