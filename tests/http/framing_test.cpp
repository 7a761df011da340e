// The reading of bytes without a socket; the hostile table (hostile_test.cpp) goes through one.
#include "http/framing.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kith::http {

namespace {

const Limits limits;

Read<Head> read(std::string_view bytes) {
    HeadScan scan(limits);
    auto end = scan.look(bytes);
    if (!end) return tl::unexpected(end.error());
    if (*end == 0) return tl::unexpected<Refused>({0, "more to come"});
    return read_head(bytes.substr(0, *end), limits);
}

std::string in_chunks(const std::vector<std::string>& chunks) {
    constexpr std::string_view digits = "0123456789aBcDeF";
    std::string out;
    for (const auto& chunk : chunks) {
        if (chunk.empty()) continue;
        std::string size;
        for (auto n = chunk.size(); n > 0; n /= 16)
            size.insert(size.begin(), digits[n % 16]);
        out += size + ";name=\"value\"\r\n" + chunk + "\r\n";
    }
    return out + "0\r\n\r\n";
}

}  // namespace

TEST(Framing, reads_what_a_request_says) {
    const auto head =
        read("POST /caf%C3%A9/a%20b?q=%zz&r HTTP/1.1\r\nHost: [::1]:8080\r\nX-A:\t b \t\r\ncontent-length: 12\r\n\r\n");
    ASSERT_TRUE(head);
    EXPECT_EQ(head->method, Method::post);
    EXPECT_EQ(head->path, "/café/a b");
    EXPECT_EQ(head->query, "q=%zz&r");
    EXPECT_EQ(head->fields[1], (Field{"X-A", "b"}));
    EXPECT_EQ(head->framing, Head::Framing::length);
    EXPECT_EQ(head->length, 12u);
    EXPECT_TRUE(head->keep_alive);
    EXPECT_FALSE(head->expects_continue);
}

TEST(Framing, accepts_the_forms_that_real_clients_send) {
    for (const char* field :
         {"Host: a", "host:a", "HOST: example.org:80", "Host: 192.0.2.1:8080", "Host: [2001:db8::1]",
          "Host: a\r\nTransfer-Encoding: Chunked", "Host: a\r\nConnection: keep-alive, Upgrade-Insecure",
          "Host: a\r\nCookie: a=b\r\nCookie: c=d", "Host: a\r\nX-Name: Zo\xc3\xab",
          "Host: a\r\nX:", "Host: a\r\nExpect: 100-Continue\r\nContent-Length: 1", "Host: a\r\nContent-Length: 0",
          "Host: a\r\nUpgrade-Insecure-Requests: 1"})
        EXPECT_TRUE(read("POST / HTTP/1.1\r\n" + std::string(field) + "\r\n\r\n")) << field;
    for (const char* target :
         {"/", "/a?", "/a?b=c|d{e}", "/...", "/.well-known/x", "/a%2Eb", "//", "/%E2%82%AC", "/a;b=c"})
        EXPECT_TRUE(read("GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n\r\n")) << target;
}

TEST(Framing, finds_the_same_end_however_the_bytes_are_cut) {
    const std::string whole = "GET / HTTP/1.1\r\nHost: here\r\nX: y\r\n\r\n";
    EXPECT_TRUE(rc::check([&] {
        HeadScan scan(limits);
        std::size_t size = 0;
        while (size < whole.size()) {
            size = std::min(whole.size(), size + static_cast<std::size_t>(*rc::gen::inRange(1, 8)));
            const auto end = scan.look(std::string_view(whole + "more").substr(0, size));
            RC_ASSERT(end.has_value());
            RC_ASSERT(*end == (size == whole.size() ? whole.size() : 0));
        }
    }));
}

TEST(Framing, counts_the_limits_to_the_byte) {
    Limits small;
    small.request_line = 18;
    small.header_bytes = 60;
    small.header_fields = 2;
    const auto status = [&](std::string_view bytes) {
        HeadScan scan(small);
        const auto end = scan.look(bytes);
        return end ? 200 : end.error().status;
    };
    EXPECT_EQ(status("GET /abcd HTTP/1.1\r\n"), 200);
    EXPECT_EQ(status("GET /abcde HTTP/1.1\r\n"), 414);
    EXPECT_EQ(status("GET / HTTP/1.1\r\nA: b\r\nC: d\r\n\r\n"), 200);
    EXPECT_EQ(status("GET / HTTP/1.1\r\nA: b\r\nC: d\r\nE: f\r\n\r\n"), 431);
    EXPECT_EQ(status("GET / HTTP/1.1\r\nA: " + std::string(37, 'b') + "\r\n\r\n"), 200);
    EXPECT_EQ(status("GET / HTTP/1.1\r\nA: " + std::string(38, 'b') + "\r\n\r\n"), 431);
}

TEST(Framing, joins_chunks_however_they_and_the_bytes_are_cut) {
    EXPECT_TRUE(rc::check([] {
        const auto chunks = *rc::gen::container<std::vector<std::string>>(rc::gen::string<std::string>());
        std::string expected;
        for (const auto& chunk : chunks)
            expected += chunk;
        const std::string bytes = in_chunks(chunks) + "GET /next";
        ChunkReader reader(limits);
        std::string body;
        std::string waiting;
        for (std::size_t at = 0; at < bytes.size() && !reader.done();) {
            const auto piece = std::string_view(bytes).substr(at, static_cast<std::size_t>(*rc::gen::inRange(1, 9)));
            const auto used = reader.feed(piece, body);
            RC_ASSERT(used.has_value());
            RC_ASSERT(*used == piece.size() || reader.done());
            at += *used;
            waiting = bytes.substr(at);
        }
        RC_ASSERT(reader.done());
        RC_ASSERT(body == expected);
        RC_ASSERT(waiting == "GET /next");
    }));
}

}  // namespace kith::http
