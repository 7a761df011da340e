#include "http/wire.h"

#include <fmt/format.h>

#include <array>

#include "base/result.h"
#include "http/bytes.h"

namespace kith::http {

std::string_view reason_of(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 414:
            return "URI Too Long";
        case 415:
            return "Unsupported Media Type";
        case 417:
            return "Expectation Failed";
        case 422:
            return "Unprocessable Content";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 503:
            return "Service Unavailable";
        default:
            return "";
    }
}

std::string http_date(Instant instant) {
    using namespace std::chrono;
    constexpr std::array<std::string_view, 7> weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = floor<days>(instant);
    const year_month_day date(day);
    const hh_mm_ss time(floor<seconds>(instant - day));
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", weekdays[weekday(day).c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

bool has_no_body(Method method, int status) {
    return method == Method::head || status == 204 || status == 304;
}

namespace {

void add_field(std::string& head, std::string_view name, std::string_view value) {
    head += name;
    head += ": ";
    head += value;
    head += "\r\n";
}

bool is_one_line(std::string_view value) {
    for (char c : value)
        if (is_forbidden_control(c)) return false;
    return true;
}

}  // namespace

std::string response_head(const Response& response, std::string_view date, After after) {
    CHECK(response.status >= 200 && response.status <= 599);
    CHECK(is_one_line(response.content_type));
    std::string head = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
    add_field(head, "Date", date);
    if (!response.content_type.empty()) add_field(head, "Content-Type", response.content_type);
    if (response.status != 204 && response.status != 304)
        add_field(head, "Content-Length", std::to_string(response.body.size()));
    for (const auto& field : response.headers) {
        CHECK(is_token(field.name) && is_one_line(field.value));
        add_field(head, field.name, field.value);
    }
    add_field(head, "Connection", after == After::close ? "close" : "keep-alive");
    head += "\r\n";
    return head;
}

}  // namespace kith::http
