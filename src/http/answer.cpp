#include "http/answer.h"

#include <fmt/format.h>

#include <exception>

namespace kith::http {

/// A refusal is text: it loads nothing and stands in no other page.
constexpr std::string_view nothing_else =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

std::string reference_of(const RawId& id) {
    constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::uint64_t bits = 0;
    for (std::size_t i = 11; i < 16; ++i)
        bits = bits << 8 | id.bytes[i];
    std::string text;
    for (int shift = 35; shift >= 0; shift -= 5) {
        if (shift == 15) text += '-';
        text += letters[bits >> shift & 31];
    }
    return text;
}

std::string Answering::new_reference() const {
    std::lock_guard lock(ids_mutex_);
    return reference_of(hooks_.ids());
}

Reply Answering::ready(Response response, Method method, After after) const {
    auto head = response_head(response, http_date(hooks_.now()), after);
    if (has_no_body(method, response.status)) response.body = {};
    return {std::move(head), std::move(response.body)};
}

Response Answering::fault(const Request& request, std::string_view what, const std::exception_ptr& thrown) const {
    const auto reference = new_reference();
    if (hooks_.log)
        hooks_.log(fmt::format("fault {} {} {}: {}", reference, name_of(request.method), request.path, what));
    if (hooks_.fault) return hooks_.fault(request, reference, thrown);
    return Response::text("Something went wrong. Nothing was lost. Reference: " + reference + "\n", 500);
}

Reply Answering::answer(const Request& request, After after) const noexcept {
    std::string what = "unknown";
    std::exception_ptr thrown;
    try {
        return ready(hooks_.handle(request), request.method, after);
    } catch (const std::exception& fault) {
        what = fault.what();
        thrown = std::current_exception();
    } catch (...) {
        thrown = std::current_exception();
    }
    try {
        return ready(fault(request, what, thrown), request.method, after);
    } catch (...) {  // the fault page failed too
        return {"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", {}};
    }
}

Reply Answering::refuse(Refused refused, After after, std::chrono::seconds retry_after) const {
    auto response = Response::text(std::string(refused.sentence) + "\n", refused.status);
    response.with("Content-Security-Policy", nothing_else).with("X-Content-Type-Options", "nosniff");
    response.with("Referrer-Policy", "no-referrer").with("Cache-Control", "no-store");
    if (refused.status == 405) response.with("Allow", "GET, HEAD, POST");
    if (refused.status == 503) response.with("Retry-After", std::to_string(retry_after.count()));
    return ready(std::move(response), Method::get, after);
}

}  // namespace kith::http
