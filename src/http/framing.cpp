#include "http/framing.h"

#include "http/bytes.h"

namespace kith::http {

namespace {

tl::unexpected<Refused> no(int status, std::string_view sentence) {
    return tl::unexpected<Refused>({status, sentence});
}

constexpr auto npos = std::string_view::npos;

/// Takes the part before the separator off the text; nothing when it is not there.
std::optional<std::string_view> take_until(std::string_view& text, std::string_view separator) {
    const auto at = text.find(separator);
    if (at == npos) return std::nullopt;
    const auto part = text.substr(0, at);
    text.remove_prefix(at + separator.size());
    return part;
}

bool is_visible(std::string_view text) {
    for (char c : text)
        if (c <= 0x20 || c >= 0x7f) return false;
    return true;
}

Read<Method> read_method(std::string_view name) {
    if (name == "GET") return Method::get;
    if (name == "HEAD") return Method::head;
    if (name == "POST") return Method::post;
    for (auto known : {"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT"})
        if (name == known) return no(405, "This address can be read or posted to, and nothing else.");
    return no(400, "This is not a method of HTTP.");
}

bool has_dot_segment(std::string_view path) {
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto segment = path.substr(0, path.find('/'));
        if (segment == "." || segment == "..") return true;
        path.remove_prefix(segment.size());
    }
    return false;
}

Read<bool> read_target(std::string_view target, Head& head) {
    if (!target.starts_with('/')) return no(400, "The address must begin with a slash.");
    if (!is_visible(target) || target.find('#') != npos)
        return no(400, "The address holds a character that must be encoded.");
    const auto question = target.find('?');
    const auto encoded = target.substr(0, question);
    if (question != npos) head.query = target.substr(question + 1);
    auto path = percent_decode(encoded, Plus::is_plus);
    if (!path) return no(400, "The address holds a broken % code.");
    if (path->size() != encoded.size()) {
        for (char c : *path)
            if (is_forbidden_control(c) || c == '\t') return no(400, "The address holds a control character.");
        if (!is_utf8(*path)) return no(400, "The address is not UTF-8.");
        if (encoded.find("%2F") != npos || encoded.find("%2f") != npos)
            return no(400, "The address holds an encoded slash.");
    }
    if (has_dot_segment(*path)) return no(400, "The address holds a . or .. segment.");
    head.path = std::move(*path);
    return true;
}

/// What the request line says, and the minor version.
Read<int> read_request_line(std::string_view line, Head& head) {
    const auto method_end = line.find(' ');
    const auto target_end = line.rfind(' ');
    if (method_end == npos || target_end == method_end) return no(400, "The request line is malformed.");
    const auto version = line.substr(target_end + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return no(400, "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
    auto method = read_method(line.substr(0, method_end));
    if (!method) return tl::unexpected(method.error());
    head.method = *method;
    if (auto read = read_target(line.substr(method_end + 1, target_end - method_end - 1), head); !read)
        return tl::unexpected(read.error());
    return version.back() - '0';
}

Read<Field> read_field(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == npos) return no(400, "A header field has no colon.");
    const auto name = line.substr(0, colon);
    if (!is_token(name)) return no(400, "A header field's name is malformed.");
    return Field{std::string(name), std::string(without_space(line.substr(colon + 1)))};
}

bool is_host(std::string_view value) {
    auto port_at = value.rfind(':');
    std::string_view host = value;
    if (value.starts_with('[')) {
        const auto end = value.find(']');
        if (end == npos || end < 3) return false;
        if (value.substr(1, end - 1).find_first_not_of("0123456789abcdefABCDEF:.") != npos) return false;
        host = value.substr(0, end + 1);
        port_at = end + 1 == value.size() ? npos : end + 1;
        if (port_at != npos && value[port_at] != ':') return false;
    } else {
        host = value.substr(0, port_at);
        for (char c : host)
            if (!is_alpha(c) && !is_digit(c) && c != '.' && c != '-' && c != '_') return false;
    }
    if (host.empty()) return false;
    if (port_at == npos) return true;
    const auto port = parse_decimal(value.substr(port_at + 1));
    return port && *port <= 65'535;
}

/// The fields that decide where the request ends and what follows it: at most one of each.
struct Deciding {
    const std::string* host = nullptr;
    const std::string* length = nullptr;
    const std::string* encoding = nullptr;
    const std::string* expect = nullptr;
    bool upgrade = false;
    bool close = false;
    bool keep_alive = false;
};

Read<Deciding> find_deciding(const std::vector<Field>& fields) {
    Deciding found;
    for (const auto& field : fields) {
        const std::string** slot = nullptr;
        if (same_name(field.name, "host")) slot = &found.host;
        if (same_name(field.name, "content-length")) slot = &found.length;
        if (same_name(field.name, "transfer-encoding")) slot = &found.encoding;
        if (same_name(field.name, "expect")) slot = &found.expect;
        if (slot && *slot) return no(400, "Host, Content-Length, Transfer-Encoding and Expect may each come once.");
        if (slot) *slot = &field.value;
        if (same_name(field.name, "upgrade")) found.upgrade = true;
        if (!same_name(field.name, "connection")) continue;
        bool are_tokens = true;
        each_of_list(field.value, [&](std::string_view option) {
            are_tokens = are_tokens && is_token(option);
            found.close = found.close || same_name(option, "close");
            found.keep_alive = found.keep_alive || same_name(option, "keep-alive");
        });
        if (!are_tokens) return no(400, "The Connection field is malformed.");
    }
    return found;
}

Read<bool> decide_framing(const Deciding& found, int minor, const Limits& limits, Head& head) {
    if (found.encoding) {
        if (minor == 0) return no(400, "HTTP/1.0 has no Transfer-Encoding.");
        if (found.length) return no(400, "Transfer-Encoding and Content-Length together are refused.");
        if (!same_name(*found.encoding, "chunked")) return no(400, "The only Transfer-Encoding is chunked.");
        head.framing = Head::Framing::chunked;
    } else if (found.length) {
        const auto length = parse_decimal(*found.length);
        if (!length) return no(400, "Content-Length must be a number.");
        if (*length > limits.body) return no(413, "This is larger than can be received here.");
        head.framing = *length == 0 ? Head::Framing::none : Head::Framing::length;
        head.length = *length;
    }
    return true;
}

Read<bool> decide_expectation(const Deciding& found, int minor, Head& head) {
    if (!found.expect || minor == 0) return true;
    if (!same_name(*found.expect, "100-continue")) return no(417, "The only expectation met here is 100-continue.");
    head.expects_continue = head.framing != Head::Framing::none;
    return true;
}

}  // namespace

Read<bool> HeadScan::within_limits() const {
    if (lines_ == 0 && at_ > limits_->request_line + 1) return no(414, "The address is too long.");
    if (at_ > limits_->header_bytes) return no(431, "The header fields are too long.");
    if (lines_ > limits_->header_fields + 1) return no(431, "There are too many header fields.");
    return true;
}

/// True at the end of the head.
Read<bool> HeadScan::step(std::string_view bytes, char byte) {
    const bool after_cr = at_ > 0 && bytes[at_ - 1] == '\r';
    if (after_cr != (byte == '\n')) return no(400, "A line ends with CR and LF together.");
    if (byte == '\n') {
        if (at_ - line_start_ == 1) return lines_ > 0 ? Read<bool>(true) : no(400, "The request line is missing.");
        line_start_ = at_ + 1;
        ++lines_;
    } else if (byte != '\r' && is_forbidden_control(byte)) {
        return no(400, "A head holds no control characters.");
    } else if (at_ == line_start_ && (byte == ' ' || byte == '\t')) {
        return no(400, "A line may not begin with a space.");
    }
    return false;
}

Read<std::size_t> HeadScan::look(std::string_view bytes) {
    while (at_ < bytes.size()) {
        auto ended = step(bytes, bytes[at_]);
        if (!ended) return tl::unexpected(ended.error());
        ++at_;
        if (auto within = within_limits(); !within) return tl::unexpected(within.error());
        if (*ended) return at_;
    }
    return 0;
}

Read<Head> read_head(std::string_view bytes, const Limits& limits) {
    Head head;
    const auto request_line = take_until(bytes, "\r\n");
    if (!request_line) return no(400, "The request line is malformed.");
    const auto minor = read_request_line(*request_line, head);
    if (!minor) return tl::unexpected(minor.error());
    for (auto line = take_until(bytes, "\r\n"); line && !line->empty(); line = take_until(bytes, "\r\n")) {
        auto field = read_field(*line);
        if (!field) return tl::unexpected(field.error());
        head.fields.push_back(std::move(*field));
    }
    const auto found = find_deciding(head.fields);
    if (!found) return tl::unexpected(found.error());
    if (!found->host || !is_host(*found->host)) return no(400, "A request names its host, once.");
    if (found->upgrade) return no(400, "No other protocol is spoken here.");
    if (auto framed = decide_framing(*found, *minor, limits, head); !framed) return tl::unexpected(framed.error());
    if (auto met = decide_expectation(*found, *minor, head); !met) return tl::unexpected(met.error());
    head.keep_alive = !found->close && (*minor == 1 || found->keep_alive);
    return head;
}

}  // namespace kith::http
