#include "returns/ssd/row.h"

#include <algorithm>

#include "base/json.h"
#include "base/result.h"
#include "base/text.h"

namespace kith::returns::ssd {

std::string_view cut(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
        if (begins && characters++ == most) return text.substr(0, at);
    }
    return text;
}

Row& Row::text(std::string_view column, std::string_view value) {
    std::size_t index = column_of(*table_, column);
    int size = table_->columns[index].size;
    if (size > 0) value = cut(value, static_cast<std::size_t>(size));
    if (!value.empty()) cells_[index] = std::string(value);
    return *this;
}

Row& Row::reference(std::string_view column, const Cell& key) {
    return key ? text(column, *key) : *this;
}

Row& Row::date(std::string_view column, std::optional<Date> value) {
    if (value) at(column) = iso(*value) + " 00:00:00.000";
    return *this;
}

Row& Row::flag(std::string_view column, std::optional<bool> value) {
    if (value) at(column) = *value ? "Y" : "N";
    return *this;
}

Row& Row::whole(std::string_view column, std::int64_t value) {
    at(column) = std::to_string(value);
    return *this;
}

Row& Row::json(std::string_view column, std::string value) {
    std::size_t index = column_of(*table_, column);
    int size = table_->columns[index].size;
    CHECK(size == 0 || length(value) <= static_cast<std::size_t>(size));
    cells_[index] = std::move(value);
    return *this;
}

std::string flags(std::initializer_list<std::string_view> names, std::initializer_list<std::string_view> set,
                  std::string_view comments) {
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    for (std::string_view name : names)
        json.text(std::string(name) + "_FLAG", std::ranges::find(set, name) != set.end() ? "Y" : "N");
    if (!comments.empty()) json.text(comments, "");
    json.end_object();
    return text;
}

}  // namespace kith::returns::ssd
