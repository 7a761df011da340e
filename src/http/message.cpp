#include "http/message.h"

#include <algorithm>

#include "http/bytes.h"

namespace kith::http {

std::string_view name_of(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::head:
            return "HEAD";
        case Method::post:
            return "POST";
    }
    return "GET";
}

bool same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string_view> Request::header(std::string_view name) const {
    for (const auto& field : headers)
        if (same_name(field.name, name)) return field.value;
    return std::nullopt;
}

Body Body::forever(std::string_view bytes) {
    Body body;
    body.bytes_ = bytes;
    return body;
}

std::string_view Body::view() const {
    if (const auto* own = std::get_if<std::string>(&bytes_)) return *own;
    if (const auto* shared = std::get_if<std::shared_ptr<const std::string>>(&bytes_))
        return *shared ? std::string_view(**shared) : std::string_view();
    return std::get<std::string_view>(bytes_);
}

Response& Response::with(std::string_view name, std::string_view value) & {
    headers.push_back({std::string(name), std::string(value)});
    return *this;
}

Response Response::with(std::string_view name, std::string_view value) && {
    with(name, value);
    return std::move(*this);
}

Response Response::html(Body body, int status) {
    return {status, "text/html; charset=utf-8", std::move(body), {}};
}

Response Response::text(Body body, int status) {
    return {status, "text/plain; charset=utf-8", std::move(body), {}};
}

Response Response::redirect(int status, std::string_view location) {
    return {status, {}, {}, {{"Location", std::string(location)}}};
}

Response Response::see_other(std::string_view location) {
    return redirect(303, location);
}

}  // namespace kith::http
