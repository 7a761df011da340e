// Any bytes, in pieces of any size: the census reader and every rule must survive them, hold what they read apart from
// what they refuse, and write back only what reads again.
//
//     cin_read_fuzz -dict=tests/fuzz/cin_read.dict tests/fuzz/corpus/cin
#include <cstdint>
#include <cstdlib>

#include "returns/cin/report.h"
#include "returns/cin/write.h"

using namespace kith;
namespace cin = returns::cin;

static cin::Bytes bytes_of(std::string_view text, std::size_t piece) {
    return [text, piece, at = std::size_t(0)]() mutable {
        std::string_view next = text.substr(at, piece);
        at += next.size();
        return next;
    };
}

static std::vector<cin::Child> children_of(std::string_view xml, std::size_t piece, cin::Header& header, bool& read) {
    std::vector<cin::Child> children;
    cin::Receiver receiver{[&](const cin::Header& it) {
                               header = it;
                               return std::string();
                           },
                           [&](const cin::Child& child) { children.push_back(child); }, [](const cin::Note&) {}};
    read = cin::read_census(bytes_of(xml, piece), receiver).has_value();
    return children;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    std::size_t piece = data[0] % 64 == 0 ? 1 << 16 : data[0] % 64;
    std::string_view xml(reinterpret_cast<const char*>(data) + 1, size - 1);

    auto checked = cin::check_census(bytes_of(xml, piece), {.rules_year = 2023 + data[0] % 5});
    if (checked) {
        cin::Report report{*checked, "fuzz.xml"};
        cin::text_report(report);
        cin::json_report(report);
        cin::html_report(report);
    }

    cin::Header header;
    bool read = false;
    std::vector<cin::Child> children = children_of(xml, piece, header, read);
    if (!read) return 0;
    std::string written = cin::write_census(header, children);
    bool read_again = false;
    std::vector<cin::Child> again = children_of(written, 1 << 16, header, read_again);
    if (!read_again || cin::write_census(header, again) != written) std::abort();
    return 0;
}
