// Any bytes as a form, a query, cookies and forwarded addresses: read or refused; what was read is written and read
// again.
#include <cstdint>
#include <cstdlib>

#include "http/cookies.h"
#include "http/form.h"
#include "http/network.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kith::http;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto form = decode_form(bytes)) {
        const auto again = decode_form(encode_form(*form));
        if (!again || *again != *form) std::abort();
    }
    for (const auto& cookie : parse_cookies(bytes))
        set_cookie({.name = cookie.name, .value = cookie.value});
    client_of("10.0.0.1", {{"X-Forwarded-For", std::string(bytes)}}, {*parse_network("10.0.0.0/8")});
    if (const auto network = parse_network(bytes)) network->contains({});
    return 0;
}
