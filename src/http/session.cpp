#include "http/session.h"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <utility>

namespace kith::http {

namespace {

constexpr std::size_t head_piece = 4'096;
constexpr std::size_t body_piece = 65'536;

tl::unexpected<Refused> ended(int status, std::string_view sentence) {
    return tl::unexpected<Refused>({status, sentence});
}

}  // namespace

Session::Session(Common& common, Socket socket, std::string address)
    : common_(common),
      socket_(std::move(socket)),
      timer_(socket_.get_executor()),
      reply_ready_(socket_.get_executor()) {
    visit_->address = std::move(address);
    if (is_trusted(visit_->address, common_.trusted)) visit_->counted = Visit::Counted::in_total_only;
    keeps_us_waiting();
}

Session::~Session() {
    release();
    if (entered_) common_.door.left(*visit_);
}

bool Session::enter() {
    visit_->leave = [weak = weak_from_this(), executor = socket_.get_executor()](Leave leave) {
        asio::post(executor, [weak, leave] {
            if (const auto self = weak.lock()) self->leave(leave);
        });
    };
    return entered_ = common_.door.enter(visit_);
}

Task<void> Session::run(std::shared_ptr<Session> session) {
    while (co_await session->serve_one() == Next::request)
        session->is_first_ = false;
    boost::system::error_code ignored;
    session->socket_.close(ignored);
    session->timer_.cancel();
}

void Session::leave(Leave leave) {
    if (leave == Leave::if_idle && !is_idle_) return;
    if (leave == Leave::if_waiting && visit_->waiting_since == Visit::being_served) return;
    if (!is_idle_) cut_off();
    boost::system::error_code ignored;
    socket_.close(ignored);
}

Task<Session::Next> Session::serve_one() {
    auto head = co_await next_head();
    if (!head) {
        const auto refused = head.error();
        co_await refuse(refused);
        co_return Next::close;
    }
    leave_body_that_nobody_takes(*head);
    auto body = co_await read_body(*head);
    if (!body) {
        const auto refused = body.error();
        co_await refuse(refused);
        co_return Next::close;
    }
    const bool another = head->keep_alive && !common_.stopping;
    const auto after = another ? After::keep_alive : After::close;
    auto request = request_of(std::move(*head), std::move(*body));
    auto reply = co_await answered(std::move(request), after);
    release();
    co_return co_await send(std::move(reply), after);
}

Task<Read<Head>> Session::next_head() {
    const auto& limits = common_.limits;
    HeadScan scan(limits);
    is_idle_ = buffer_.empty();
    keeps_us_waiting();
    due(Steady::now() + (is_first_ || !is_idle_ ? limits.request : limits.keep_alive));
    for (;;) {
        const auto end = scan.look(buffer_);
        if (!end) co_return tl::unexpected(end.error());
        if (*end > 0) {
            auto head = read_head(std::string_view(buffer_).substr(0, *end), limits);
            buffer_.erase(0, *end);
            co_return head;
        }
        if (is_idle_ && common_.stopping) co_return ended(gone, "");
        const auto received = co_await receive(buffer_, head_piece);
        if (!received) co_return is_idle_ ? ended(gone, "") : tl::unexpected(received.error());
        if (is_idle_ && !is_first_) due(Steady::now() + limits.request);
        is_idle_ = false;
    }
}

/// What follows on the connection is that body, so that no other request can.
void Session::leave_body_that_nobody_takes(Head& head) const {
    if (head.framing == Head::Framing::none || common_.answering.takes_body(head.method, head.path)) return;
    head.framing = Head::Framing::none;
    head.keep_alive = false;
}

Task<Read<std::string>> Session::read_body(const Head& head) {
    if (head.framing == Head::Framing::none) co_return std::string();
    if (head.expects_continue && buffer_.empty()) {
        const auto go_on = asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n"));
        const auto [error, size] = co_await asio::async_write(socket_, go_on, quietly);
        if (error) co_return ended(gone, "");
    }
    if (head.framing == Head::Framing::chunked) co_return co_await read_chunks();
    co_return co_await read_length(head.length);
}

Task<Read<std::string>> Session::read_length(std::uint64_t length) {
    std::string body = buffer_.substr(0, length);
    buffer_.erase(0, body.size());
    for (std::size_t before = 0;; before = body.size()) {
        if (auto held = hold(body.size() - before); !held) co_return tl::unexpected(held.error());
        if (body.size() == length) co_return body;
        const auto most = std::min<std::size_t>(length - body.size(), body_piece);
        const auto received = co_await receive(body, most);
        if (!received) co_return tl::unexpected(received.error());
    }
}

Task<Read<std::string>> Session::read_chunks() {
    ChunkReader chunks(common_.limits);
    std::string body;
    for (;;) {
        const auto before = body.size();
        const auto used = chunks.feed(buffer_, body);
        if (!used) co_return tl::unexpected(used.error());
        buffer_.erase(0, *used);
        if (auto held = hold(body.size() - before); !held) co_return tl::unexpected(held.error());
        if (chunks.done()) co_return body;
        const auto received = co_await receive(buffer_, body_piece);
        if (!received) co_return tl::unexpected(received.error());
    }
}

Task<Read<bool>> Session::receive(std::string& into, std::size_t most) {
    const auto before = into.size();
    into.resize(before + most);
    const auto space = asio::buffer(into.data() + before, most);
    const auto [error, size] = co_await socket_.async_read_some(space, quietly);
    into.resize(before + size);
    if (expired_) co_return ended(408, "The request took too long to arrive.");
    if (error == asio::error::eof) co_return ended(400, "The request ended before it was whole.");
    if (error) co_return ended(gone, "");
    co_return true;
}

Request Session::request_of(Head head, std::string body) const {
    auto client = client_of(visit_->address, head.fields, common_.trusted);
    return {head.method,     std::move(head.path),      std::move(head.query), std::move(head.fields),
            std::move(body), std::move(client.address), client.secure};
}

/// The reply, or 503 when all workers are busy and the queue is full.
Task<Reply> Session::answered(Request request, After after) {
    is_being_served();
    due(Steady::time_point::max());
    Reply reply;
    // The worker uses this frame, which lives until reply_ready_ is cancelled: by then the worker is done with it.
    auto job = [this, &reply, &request, after, self = shared_from_this()]() mutable {
        reply = common_.answering.answer(request, after);
        const auto executor = socket_.get_executor();
        asio::post(executor, [self = std::move(self)] { self->reply_ready_.cancel(); });
    };
    reply_ready_.expires_at(Steady::time_point::max());
    if (!common_.workers.offer(std::move(job))) {
        const Refused busy{503, "Too many requests at once. Try again in a moment."};
        co_return common_.answering.refuse(busy, after, common_.limits.retry_after);
    }
    co_await reply_ready_.async_wait(quietly);
    co_return std::move(reply);
}

/// As much in one call as the socket takes: a page of some hundred kilobytes goes out at once.
static std::size_t in_large_pieces(const boost::system::error_code& error, std::size_t) {
    constexpr std::size_t piece = 1 << 20;
    return error ? 0 : piece;
}

Task<Session::Next> Session::send(Reply reply, After after) {
    keeps_us_waiting();
    due(Steady::now() + common_.limits.response);
    const std::array<asio::const_buffer, 2> bytes = {asio::buffer(reply.head), asio::buffer(reply.body.view())};
    const auto [error, size] = co_await asio::async_write(socket_, bytes, in_large_pieces, quietly);
    if (error) cut_off();
    if (error) co_return Next::close;
    if (after == After::keep_alive) co_return Next::request;
    co_await linger();
    co_return Next::close;
}

Task<void> Session::refuse(Refused refused) {
    if (refused.status == gone) co_return;
    expired_ = false;
    const auto after = After::close;
    auto reply = common_.answering.refuse(refused, after, common_.limits.retry_after);
    co_await send(std::move(reply), after);
}

/// Reads on for a while and throws it away: to close with bytes unread would destroy the answer on its way.
Task<void> Session::linger() {
    boost::system::error_code failed;
    socket_.shutdown(Socket::shutdown_send, failed);
    if (failed) co_return;
    due(Steady::now() + common_.limits.linger);
    buffer_.clear();
    while (co_await receive(buffer_, body_piece))
        buffer_.clear();
}

/// What the client did not take yet is forgotten when the connection closes; the system would keep it for minutes.
void Session::cut_off() {
    boost::system::error_code ignored;
    socket_.set_option(asio::socket_base::linger(true, 0), ignored);
}

Read<bool> Session::hold(std::size_t body_bytes) {
    held_ += body_bytes;
    if (common_.body_bytes.fetch_add(body_bytes) + body_bytes <= common_.limits.bodies_together) return true;
    return ended(503, "Too much is being sent here at once. Try again in a moment.");
}

void Session::release() {
    common_.body_bytes -= std::exchange(held_, 0);
}

void Session::keeps_us_waiting() {
    visit_->waiting_since = Steady::now().time_since_epoch().count();
}

void Session::is_being_served() {
    visit_->waiting_since = Visit::being_served;
}

void Session::due(Steady::time_point deadline) {
    deadline_ = deadline;
    if (deadline_ < armed_for_) arm();
}

void Session::arm() {
    armed_for_ = deadline_;
    if (deadline_ == Steady::time_point::max()) return;
    timer_.expires_at(deadline_);
    timer_.async_wait([weak = weak_from_this()](boost::system::error_code error) {
        if (const auto self = weak.lock(); self && !error) self->timer_fired();
    });
}

void Session::timer_fired() {
    if (Steady::now() < deadline_) return arm();
    armed_for_ = Steady::time_point::max();
    expired_ = true;
    boost::system::error_code ignored;
    socket_.cancel(ignored);
}

}  // namespace kith::http
