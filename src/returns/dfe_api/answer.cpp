#include "returns/dfe_api/answer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"

namespace kith::returns::dfe_api {

namespace {

constexpr std::size_t most_said = 500;
constexpr std::size_t longest_receipt = 100;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// A JSON text, a JSON list of texts, or words between white space.
std::vector<std::string> receipts_in(std::string_view body) {
    std::vector<std::string> receipts;
    if (auto json = parse_json(body, 4)) {
        if (const auto* one = json->if_string()) receipts.emplace_back(one->data(), one->size());
        if (const auto* list = json->if_array())
            for (const auto& each : *list)
                if (const auto* text = each.if_string()) receipts.emplace_back(text->data(), text->size());
    } else {
        for (std::size_t at = 0; at < body.size();) {
            std::size_t end = at;
            while (end < body.size() && !is_space(body[end]))
                ++end;
            if (end > at) receipts.emplace_back(body.substr(at, end - at));
            at = end + 1;
        }
    }
    for (std::string& each : receipts)
        each = brief(each).substr(0, longest_receipt);
    return receipts;
}

Answer accepted(std::string_view body, std::size_t children) {
    std::vector<std::string> receipts = receipts_in(body);
    if (receipts.size() == 1) receipts.resize(children, receipts.front());
    if (receipts.size() == children) return {Taken::yes, "200 received", std::move(receipts)};
    return {Taken::not_known,
            fmt::format("200 with {} receipts for {} children: nobody knows whose they are", receipts.size(), children),
            {}};
}

Taken taken_by(int status) {
    if (status == 413) return Taken::too_many;
    if (status == 400 || status == 422) return Taken::refused;
    return status >= 400 && status < 500 && status != 408 ? Taken::not_taken : Taken::not_known;
}

}  // namespace

Answer understand(int status, std::string_view body, std::size_t children) {
    if (status == 200) return accepted(body, children);
    return {taken_by(status), brief(fmt::format("{} {}", status, body)), {}};
}

Answer no_answer(std::string_view fault) {
    return {Taken::not_taken, brief(fault), {}};
}

Answer after_unknown_try(Answer answer) {
    if (answer.taken == Taken::not_taken) answer.taken = Taken::not_known;
    return answer;
}

std::string brief(std::string_view text) {
    std::string said;
    for (char c : text.substr(0, most_said))
        said += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    while (!said.empty() && text.size() > said.size() && (static_cast<unsigned char>(text[said.size()]) & 0xc0) == 0x80)
        said.pop_back();
    while (!said.empty() && said.back() == ' ')
        said.pop_back();
    return said;
}

}  // namespace kith::returns::dfe_api
