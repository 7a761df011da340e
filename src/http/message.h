// A request and a response as plain values: all that the rest of the program knows of HTTP, so that pages are tested
// with no socket. Not here: bytes on the wire (framing.h, wire.h), forms (form.h), cookies (cookies.h).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kith::http {

/// What is served. HEAD is answered as GET, and the server leaves the body out. Every other method is answered 405.
enum class Method { get, head, post };

std::string_view name_of(Method method);  ///< "GET"

struct Field {
    std::string name;
    std::string value;

    bool operator==(const Field&) const = default;
};

/// Names of header fields are compared without regard to ASCII case.
bool same_name(std::string_view a, std::string_view b);

/// A request whose framing was checked: whatever reaches a handler is whole and unambiguous.
struct Request {
    Method method = Method::get;
    std::string path = "/";  ///< percent-decoded UTF-8: begins with "/", no control character, no "." or ".." segment
    std::string query;       ///< as sent, without the "?"; read it with Form (form.h)
    std::vector<Field> headers;  ///< in the order sent; values without white space around them
    std::string body;            ///< whole, chunks joined; at most Limits::body bytes
    std::string peer;            ///< the client's address: "192.0.2.7"; that of a trusted proxy's client, if any
    bool secure = false;         ///< a trusted proxy says that the client came by HTTPS

    /// The first field of that name.
    std::optional<std::string_view> header(std::string_view name) const;
};

/// The bytes of a response: its own, shared with other responses (a cached file), or built into the program.
class Body {
  public:
    Body() = default;
    Body(std::string own) : bytes_(std::move(own)) {}
    Body(const char* own) : bytes_(std::string(own)) {}
    Body(std::shared_ptr<const std::string> shared) : bytes_(std::move(shared)) {}

    /// Bytes that outlive the server, such as a literal: never copied.
    static Body forever(std::string_view bytes);

    std::string_view view() const;
    std::size_t size() const { return view().size(); }
    bool empty() const { return view().empty(); }

  private:
    std::variant<std::string, std::shared_ptr<const std::string>, std::string_view> bytes_;
};

/// The server adds Date, Content-Length and Connection; security headers are the pages' own.
struct Response {
    int status = 200;
    std::string content_type;  ///< left out when empty
    Body body;
    std::vector<Field> headers;  ///< sent as they are; a CR, LF or NUL in one is a bug and answered as a fault

    Response& with(std::string_view name, std::string_view value) &;
    Response with(std::string_view name, std::string_view value) &&;

    static Response html(Body body, int status = 200);  ///< text/html; charset=utf-8
    static Response text(Body body, int status = 200);  ///< text/plain; charset=utf-8
    static Response redirect(int status, std::string_view location);
    static Response see_other(std::string_view location);  ///< 303: after a POST, go and GET that page
};

}  // namespace kith::http
