// What an attacker, a broken client or a confused proxy sends, byte for byte, and what it gets.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "http/client.h"

namespace kith::http::test {

namespace {

using namespace std::string_literals;

struct Hostile {
    std::string name;
    std::string bytes;
    int status;
};

const std::string get = "GET / HTTP/1.1\r\n";
const std::string host = "Host: here\r\n";
const std::string post = "POST / HTTP/1.1\r\n" + host;
const std::string chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
const std::string smuggled = "GET /smuggled HTTP/1.1\r\nHost: here\r\n\r\n";

/// Every one is answered with that status, and the connection closed; nothing reaches the handler.
const std::vector<Hostile> hostile = {
    // The request line
    {"no_method", " / HTTP/1.1\r\n" + host + "\r\n", 400},
    {"unknown_method", "FROB / HTTP/1.1\r\n" + host + "\r\n", 400},
    {"lower_case_method", "get / HTTP/1.1\r\n" + host + "\r\n", 400},
    {"method_with_a_colon", "GET: / HTTP/1.1\r\n" + host + "\r\n", 400},
    {"put", "PUT / HTTP/1.1\r\n" + host + "\r\n", 405},
    {"delete", "DELETE / HTTP/1.1\r\n" + host + "\r\n", 405},
    {"patch", "PATCH / HTTP/1.1\r\n" + host + "\r\n", 405},
    {"trace", "TRACE / HTTP/1.1\r\n" + host + "\r\n", 405},
    {"options", "OPTIONS / HTTP/1.1\r\n" + host + "\r\n", 405},
    {"options_of_everything", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n", 405},
    {"connect", "CONNECT here:443 HTTP/1.1\r\n" + host + "\r\n", 405},
    {"http_2_preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
    {"http_9_9", "GET / HTTP/9.9\r\n" + host + "\r\n", 400},
    {"http_1_2", "GET / HTTP/1.2\r\n" + host + "\r\n", 400},
    {"http_0_9", "GET /\r\n\r\n", 400},
    {"lower_case_version", "GET / http/1.1\r\n" + host + "\r\n", 400},
    {"two_spaces_in_the_request_line", "GET  / HTTP/1.1\r\n" + host + "\r\n", 400},
    {"tab_in_the_request_line", "GET\t/ HTTP/1.1\r\n" + host + "\r\n", 400},
    {"space_in_the_target", "GET /a b HTTP/1.1\r\n" + host + "\r\n", 400},
    {"space_after_the_version", "GET / HTTP/1.1 \r\n" + host + "\r\n", 400},
    {"empty_line_first", "\r\n" + get + host + "\r\n", 400},
    {"a_tls_hello", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s, 400},
    {"garbage", "\xde\xad\xbe\xef\x80\x81\r\n\r\n"s, 400},
    // The target
    {"absolute_target", "GET http://here/ HTTP/1.1\r\n" + host + "\r\n", 400},
    {"target_without_a_slash", "GET index HTTP/1.1\r\n" + host + "\r\n", 400},
    {"nul_in_the_target", "GET /a\0b HTTP/1.1\r\n"s + host + "\r\n", 400},
    {"bare_cr_in_the_target", "GET /a\rb HTTP/1.1\r\n" + host + "\r\n", 400},
    {"bare_lf_in_the_target", "GET /a\nb HTTP/1.1\r\n" + host + "\r\n", 400},
    {"bytes_above_127_in_the_target", "GET /\xc3\xa9 HTTP/1.1\r\n" + host + "\r\n", 400},
    {"fragment_in_the_target", "GET /#top HTTP/1.1\r\n" + host + "\r\n", 400},
    {"encoded_nul", "GET /a%00b HTTP/1.1\r\n" + host + "\r\n", 400},
    {"encoded_line_feed", "GET /a%0Ab HTTP/1.1\r\n" + host + "\r\n", 400},
    {"encoded_bytes_that_are_not_utf_8", "GET /%ff HTTP/1.1\r\n" + host + "\r\n", 400},
    {"overlong_utf_8", "GET /%c0%af HTTP/1.1\r\n" + host + "\r\n", 400},
    {"encoded_slash", "GET /a%2fb HTTP/1.1\r\n" + host + "\r\n", 400},
    {"broken_percent", "GET /a%2 HTTP/1.1\r\n" + host + "\r\n", 400},
    {"percent_with_a_sign", "GET /a%+1 HTTP/1.1\r\n" + host + "\r\n", 400},
    {"dot_dot", "GET /../etc/passwd HTTP/1.1\r\n" + host + "\r\n", 400},
    {"encoded_dot_dot", "GET /a/%2e%2E HTTP/1.1\r\n" + host + "\r\n", 400},
    {"dot", "GET /./a HTTP/1.1\r\n" + host + "\r\n", 400},
    {"target_too_long", "GET /" + std::string(9'000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414},
    {"target_without_end", "GET /" + std::string(100'000, 'a'), 414},
    // Lines and fields
    {"bare_lf_ends_lines", "GET / HTTP/1.1\nHost: here\n\n", 400},
    {"bare_lf_ends_one_line", get + "Host: here\nX: y\r\n\r\n", 400},
    {"bare_cr_in_a_field", get + host + "X: a\rb\r\n\r\n", 400},
    {"nul_in_a_field", get + host + "X: a\0b\r\n\r\n"s, 400},
    {"control_character_in_a_field", get + host + "X: a\x01\r\n\r\n", 400},
    {"cr_cr_lf", get + "Host: here\r\r\n\r\n", 400},
    {"folded_field", get + host + "X: a\r\n b\r\n\r\n", 400},
    {"folded_by_tab", get + host + "X: a\r\n\tb\r\n\r\n", 400},
    {"space_before_the_first_field", get + " " + host + "\r\n", 400},
    {"space_before_the_colon", get + "Host : here\r\n\r\n", 400},
    {"field_without_a_colon", get + host + "nonsense\r\n\r\n", 400},
    {"field_without_a_name", get + host + ": x\r\n\r\n", 400},
    {"field_name_with_a_bracket", get + host + "X(y): z\r\n\r\n", 400},
    {"field_too_long", get + host + "X: " + std::string(20'000, 'a') + "\r\n\r\n", 431},
    {"fields_without_end", get + host + "X: " + std::string(100'000, 'a'), 431},
    {"too_many_fields",
     get + host +
         [] {
             std::string f;
             for (int i = 0; i < 200; ++i)
                 f += "X: y\r\n";
             return f;
         }() +
         "\r\n",
     431},
    {"connection_with_a_space", get + host + "Connection: clo se\r\n\r\n", 400},
    // Host
    {"no_host", get + "\r\n", 400},
    {"no_host_in_http_1_0", "GET / HTTP/1.0\r\n\r\n", 400},
    {"two_hosts", get + host + "Host: there\r\n\r\n", 400},
    {"the_same_host_twice", get + host + host + "\r\n", 400},
    {"empty_host", get + "Host:\r\n\r\n", 400},
    {"host_with_a_slash", get + "Host: here/there\r\n\r\n", 400},
    {"host_with_a_space", get + "Host: here there\r\n\r\n", 400},
    {"host_with_a_user", get + "Host: me@here\r\n\r\n", 400},
    {"host_with_two_ports", get + "Host: here:80:80\r\n\r\n", 400},
    {"host_with_a_port_too_large", get + "Host: here:65536\r\n\r\n", 400},
    {"host_with_an_open_bracket", get + "Host: [::1\r\n\r\n", 400},
    // Length and encoding
    {"length_and_chunked", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled, 400},
    {"chunked_and_length", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + smuggled, 400},
    {"two_lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400},
    {"the_same_length_twice", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello", 400},
    {"list_of_lengths", post + "Content-Length: 5, 5\r\n\r\nhello", 400},
    {"signed_length", post + "Content-Length: +5\r\n\r\nhello", 400},
    {"negative_length", post + "Content-Length: -1\r\n\r\n", 400},
    {"hexadecimal_length", post + "Content-Length: 0x5\r\n\r\nhello", 400},
    {"empty_length", post + "Content-Length:\r\n\r\n", 400},
    {"length_beyond_64_bits", post + "Content-Length: 18446744073709551616\r\n\r\n", 400},
    {"length_of_100_mb", post + "Content-Length: 100000000\r\n\r\n", 413},
    {"length_of_100_mb_and_some_of_it", post + "Content-Length: 100000000\r\n\r\n" + std::string(3'000'000, 'a'), 413},
    {"length_longer_than_the_body", post + "Content-Length: 10\r\n\r\nabc", 408},
    {"xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n" + smuggled, 400},
    {"gzip", post + "Transfer-Encoding: gzip\r\n\r\n" + smuggled, 400},
    {"gzip_chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400},
    {"chunked_chunked", post + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n", 400},
    {"chunked_twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
    {"identity", post + "Transfer-Encoding: identity\r\n\r\n", 400},
    {"quoted_chunked", post + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n", 400},
    {"chunked_with_a_vertical_tab",
     post + "Transfer-Encoding: \x0b"
            "chunked\r\n\r\n0\r\n\r\n",
     400},
    {"empty_encoding", post + "Transfer-Encoding:\r\n\r\n", 400},
    {"chunked_in_http_1_0", "POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
    // Chunks
    {"chunk_size_that_is_no_number", chunked + "xyz\r\n", 400},
    {"chunk_size_with_0x", chunked + "0x5\r\nhello\r\n0\r\n\r\n", 400},
    {"chunk_size_with_a_sign", chunked + "+5\r\nhello\r\n0\r\n\r\n", 400},
    {"chunk_size_with_a_space", chunked + " 5\r\nhello\r\n0\r\n\r\n", 400},
    {"chunk_size_that_overflows", chunked + "FFFFFFFFFFFFFFFF1\r\n", 400},
    {"chunk_size_beyond_the_limit", chunked + "7fffffff\r\n", 413},
    {"chunk_longer_than_it_says", chunked + "5\r\nhello!\r\n0\r\n\r\n", 400},
    {"chunk_line_with_a_bare_lf", chunked + "5\nhello\r\n0\r\n\r\n", 400},
    {"chunk_ended_by_a_bare_lf", chunked + "5\r\nhello\n0\r\n\r\n", 400},
    {"chunk_extension_with_a_bare_lf", chunked + "5;a=\"\n\"\r\nhello\r\n0\r\n\r\n", 400},
    {"chunk_extension_with_a_bare_cr", chunked + "5;a\rb\r\nhello\r\n0\r\n\r\n", 400},
    {"chunk_extension_with_nul", chunked + "5;a=\0\r\nhello\r\n0\r\n\r\n"s, 400},
    {"chunk_extension_too_long", chunked + "5;" + std::string(5'000, 'a') + "\r\n", 400},
    {"chunk_trailer", chunked + "0\r\nCookie: a=b\r\n\r\n", 400},
    {"chunks_beyond_the_limit", chunked + "1e8480\r\n" + std::string(2'000'000, 'a') + "\r\n1\r\nb\r\n0\r\n\r\n", 413},
    {"chunks_without_end", chunked + "5\r\nhello\r\n", 408},
    // Expectations and other protocols
    {"unknown_expectation", post + "Expect: tea\r\nContent-Length: 5\r\n\r\nhello", 417},
    {"100_continue_and_more", post + "Expect: 100-continue, tea\r\nContent-Length: 5\r\n\r\n", 417},
    {"100_continue_with_100_mb", post + "Expect: 100-continue\r\nContent-Length: 100000000\r\n\r\n", 413},
    {"100_continue_with_a_bad_length", post + "Expect: 100-continue\r\nContent-Length: x\r\n\r\n", 400},
    {"upgrade_to_websocket", get + host + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n", 400},
    {"upgrade_to_h2c", get + host + "Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n", 400},
    {"half_a_request", "GET / HTTP/1.1\r\nHos", 408},
};

}  // namespace

TEST(HostileRequest, is_answered_4xx_and_disconnected_and_reaches_no_handler) {
    Limits limits;
    limits.request = std::chrono::milliseconds(300);
    limits.linger = std::chrono::milliseconds(300);
    std::atomic<int> handled = 0;
    Running running(hooks([&](const Request&) {
                        ++handled;
                        return Response::text("handled");
                    }),
                    limits);
    for (const auto& row : hostile) {
        SCOPED_TRACE(row.name);
        Client client(running.port);
        client.send(row.bytes);
        const auto answer = client.receive();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, row.status);
        EXPECT_TRUE(answer->has("Connection: close"));
        for (const char* closed :
             {"X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "Cache-Control: no-store",
              "Content-Security-Policy: default-src 'none'; "
              "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"})
            EXPECT_TRUE(answer->has(closed)) << closed;
        EXPECT_EQ(answer->status == 405, answer->has("Allow: GET, HEAD, POST"));
        EXPECT_FALSE(client.receive()) << "one answer, and no more";
        EXPECT_TRUE(client.is_closed());
        EXPECT_EQ(handled, 0);
    }
    EXPECT_GE(hostile.size(), 40u);
}

TEST(HostileRequest, after_a_good_one_is_still_refused) {
    Running running(echo());
    Client client(running.port);
    client.send(std::string(simple_get) + "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + smuggled);
    EXPECT_EQ(client.receive()->status, 200);
    EXPECT_EQ(client.receive()->status, 400);
    EXPECT_FALSE(client.receive());
}

TEST(HostileRequest, cut_short_by_the_client_is_answered_400) {
    Running running(echo());
    for (std::string_view bytes :
         {"GET / HTTP/1.1\r\nHos", "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 5\r\n\r\nab"}) {
        Client client(running.port);
        client.send(bytes);
        client.no_more();
        EXPECT_EQ(client.receive()->status, 400);
        EXPECT_TRUE(client.is_closed());
    }
}

TEST(HostileRequest, of_100_mb_gets_its_answer_although_the_client_goes_on_sending) {
    Limits limits;
    limits.linger = std::chrono::seconds(10);
    Running running(echo(), limits);
    Client client(running.port);
    client.send("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100000000\r\n\r\n");
    EXPECT_TRUE(client.send(std::string(20'000'000, 'a'))) << "to cut it off could destroy the answer on its way";
    EXPECT_EQ(client.receive()->status, 413);
}

}  // namespace kith::http::test
