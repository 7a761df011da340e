// A second opinion: what we accept, Boost.Beast's parser understands in the same way. (It forgives more, so not the
// reverse.)
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "http/framing.h"

namespace kith::http {

namespace {

namespace beast = boost::beast;

const Limits limits;

/// One request made of good pieces, and half of the time something bad put into it.
std::string some_request() {
    const auto line = *rc::gen::element<std::string>("GET / HTTP/1.1\r\n", "POST /a?b=c HTTP/1.1\r\n",
                                                     "HEAD /%41 HTTP/1.1\r\n", "GET / HTTP/1.0\r\n");
    const auto field = rc::gen::element<std::string>("Connection: close\r\n", "Connection: keep-alive\r\n", "X: y\r\n",
                                                     "X:\r\n", "Y: a\tb  \r\n", "Accept: */*\r\n");
    std::string bytes = line + "Host: a\r\n";
    for (const auto& more : *rc::gen::container<std::vector<std::string>>(field))
        bytes += more;
    bytes += *rc::gen::element<std::string>(
        "\r\n", "Content-Length: 0\r\n\r\n", "Content-Length:5 \r\n\r\nhello", "Content-Length: 5\r\n\r\nhelloGET /",
        "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\n\r\nX",
        "transfer-encoding: Chunked\r\n\r\n1\r\nh\r\n004\r\nello\r\n00\r\n\r\n");
    if (*rc::gen::arbitrary<bool>()) return bytes;
    const auto bad = *rc::gen::weightedOneOf<std::string>(
        {{1, rc::gen::element<std::string>("\r", "\n", " ", "\t", ":", ";", "Content-Length: 5\r\n", "\r\n", ",", "\0",
                                           "0")},
         {1, rc::gen::map(rc::gen::arbitrary<char>(), [](char c) { return std::string(1, c); })}});
    const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(bytes.size())));
    return bytes.replace(at, static_cast<std::size_t>(*rc::gen::inRange(0, 2)), bad);
}

struct Understood {
    std::string method;
    std::string target_path;
    std::vector<Field> fields;
    std::string body;
    bool keep_alive = false;
    std::size_t size = 0;  // of the whole request
    bool whole = false;
};

std::optional<Understood> ours(const std::string& bytes) {
    HeadScan scan(limits);
    const auto end = scan.look(bytes);
    if (!end || *end == 0) return std::nullopt;
    auto head = read_head(std::string_view(bytes).substr(0, *end), limits);
    if (!head) return std::nullopt;
    Understood found{std::string(name_of(head->method)), head->path, head->fields, {}, head->keep_alive, *end, true};
    const auto rest = std::string_view(bytes).substr(*end);
    if (head->framing == Head::Framing::length) {
        found.body = rest.substr(0, head->length);
        found.size += found.body.size();
        found.whole = found.body.size() == head->length;
    } else if (head->framing == Head::Framing::chunked) {
        ChunkReader reader(limits);
        const auto used = reader.feed(rest, found.body);
        if (!used) return std::nullopt;
        found.size += *used;
        found.whole = reader.done();
    }
    return found;
}

}  // namespace

TEST(FramingPeer, understands_what_we_accept_in_the_same_way) {
    int accepted = 0;
    const auto law = [&] {
        const auto bytes = some_request();
        RC_LOG() << '[' << bytes << ']';
        const auto found = ours(bytes);
        if (!found || !found->whole) return;
        ++accepted;
        beast::http::request_parser<beast::http::string_body> peer;
        peer.eager(true);
        beast::error_code error;
        std::size_t used = 0;
        while (!peer.is_done() && !error && used < bytes.size())
            used += peer.put(boost::asio::buffer(bytes.data() + used, bytes.size() - used), error);
        RC_ASSERT(!error || error == beast::http::error::need_more);
        RC_ASSERT(peer.is_done());
        RC_ASSERT(used == found->size);
        RC_ASSERT(std::string(peer.get().method_string()) == found->method);
        RC_ASSERT(peer.get().body() == found->body);
        RC_ASSERT(peer.get().keep_alive() || !found->keep_alive);  // of both options Beast believes the wrong one
        // Beast keeps its fields grouped by name: each of ours is among them.
        RC_ASSERT(static_cast<std::size_t>(std::distance(peer.get().begin(), peer.get().end())) ==
                  found->fields.size());
        for (const auto& field : found->fields) {
            const auto [first, last] = peer.get().equal_range(field.name);
            RC_ASSERT(std::any_of(first, last,
                                  [&](const auto& theirs) { return std::string(theirs.value()) == field.value; }));
        }
    };
    for (int round = 0; round < 10; ++round)
        EXPECT_TRUE(rc::check(law));
    EXPECT_GT(accepted, 200) << "the test sees something";
}

}  // namespace kith::http
