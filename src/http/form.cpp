#include "http/form.h"

#include <algorithm>

#include "http/bytes.h"

namespace kith::http {

std::string_view Form::get(std::string_view name) const {
    for (const auto& [key, value] : entries_)
        if (key == name) return value;
    return {};
}

std::vector<std::string_view> Form::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : entries_)
        if (key == name) values.push_back(value);
    return values;
}

bool Form::has(std::string_view name) const {
    return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.first == name; });
}

void Form::add(std::string_view name, std::string_view value) {
    entries_.emplace_back(name, value);
}

namespace {

bool is_text(std::string_view bytes) {
    return is_utf8(bytes) && bytes.find('\0') == std::string_view::npos;
}

/// The same with U+FFFD for each byte that belongs to no text: what a page shows where something was lost.
std::string as_text(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        std::size_t sign = 1;
        while (sign < 4 && sign < bytes.size() && !is_utf8(bytes.substr(0, sign)))
            ++sign;
        bool good = is_text(bytes.substr(0, sign));
        text += good ? bytes.substr(0, sign) : std::string_view("\xEF\xBF\xBD");
        bytes.remove_prefix(good ? sign : 1);
    }
    return text;
}

Result<std::string> decode_part(std::string_view encoded, std::size_t most, std::string_view field) {
    auto decoded = percent_decode(encoded, Plus::is_space);
    if (!decoded) return refuse(Because::invalid, field, "The form was sent with a broken % code.");
    if (decoded->size() > most)
        return refuse(Because::invalid, field, "This text is too long to be stored. Shorten it.");
    return std::move(*decoded);
}

Result<Form::Entry> decode_pair(std::string_view pair, const FormLimits& limits) {
    const auto equals = pair.find('=');
    auto name = TRY(decode_part(pair.substr(0, equals), limits.name_bytes, ""));
    if (!is_text(name))
        return refuse(Because::invalid, "",
                      "The form was sent with a field whose name is not text. Load the page again.");
    const auto encoded = equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
    auto value = TRY(decode_part(encoded, limits.value_bytes, name));
    if (!is_text(value)) value = as_text(value);
    return Form::Entry(std::move(name), std::move(value));
}

void encode_part(std::string_view text, std::string_view space, std::string& out) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (char c : text) {
        if (is_digit(c) || is_alpha(c) || c == '-' || c == '.' || c == '_' || c == '~') {
            out += c;
        } else if (c == ' ') {
            out += space;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
}

}  // namespace

Result<Form> decode_form(std::string_view encoded, const FormLimits& limits) {
    Form form;
    while (!encoded.empty()) {
        const auto ampersand = encoded.find('&');
        const auto pair = encoded.substr(0, ampersand);
        encoded = ampersand == std::string_view::npos ? std::string_view() : encoded.substr(ampersand + 1);
        if (pair.empty()) continue;
        if (form.entries().size() == limits.fields)
            return refuse(Because::invalid, "", "The form was sent with too many fields.");
        auto entry = TRY(decode_pair(pair, limits));
        form.add(entry.first, entry.second);
    }
    return form;
}

std::string encode_form(const Form& form) {
    std::string out;
    for (const auto& [name, value] : form.entries()) {
        if (!out.empty()) out += '&';
        encode_part(name, "+", out);
        out += '=';
        encode_part(value, "+", out);
    }
    return out;
}

std::string percent_encode(std::string_view text) {
    std::string out;
    encode_part(text, "%20", out);
    return out;
}

}  // namespace kith::http
