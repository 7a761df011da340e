// Any bytes as a request: read or refused, and the same whether they come at once or one by one.
#include <cstdint>
#include <cstdlib>

#include "http/framing.h"

namespace {

using namespace kith::http;

struct Outcome {
    int status = 0;  // of the refusal
    std::size_t used = 0;
    std::string path;
    std::string body;

    bool operator==(const Outcome&) const = default;
};

/// The bytes as they would come from a socket, so many at a time.
Outcome read(std::string_view bytes, std::size_t piece) {
    static const Limits limits{
        .request_line = 100, .header_bytes = 300, .header_fields = 5, .body = 200, .chunk_line = 20};
    Outcome outcome;
    HeadScan scan(limits);
    std::size_t end = 0;
    for (std::size_t size = 0; end == 0;) {
        if (size == bytes.size()) return outcome;
        size = std::min(bytes.size(), size + piece);
        const auto looked = scan.look(bytes.substr(0, size));
        if (!looked) return {.status = looked.error().status};
        end = *looked;
    }
    const auto head = read_head(bytes.substr(0, end), limits);
    if (!head) return {.status = head.error().status};
    if (head->path.empty() || head->path[0] != '/' || head->length > limits.body) std::abort();
    outcome = {.used = end, .path = head->path};
    if (head->framing != Head::Framing::chunked) return outcome;
    ChunkReader chunks(limits);
    while (outcome.used < bytes.size() && !chunks.done()) {
        const auto used = chunks.feed(bytes.substr(outcome.used, piece), outcome.body);
        if (!used) return {.status = used.error().status};
        outcome.used += *used;
    }
    if (outcome.body.size() > limits.body) std::abort();
    return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!(read(bytes, size) == read(bytes, 1))) std::abort();
    return 0;
}
