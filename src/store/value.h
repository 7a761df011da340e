// One meaning on both databases: how a C++ value is written to a column and read back.
//
//     Id<Tag>, RawId            BLOB(16)           uuid
//     std::string               TEXT               TEXT COLLATE "C"
//     integers, bool (0 or 1)   INTEGER            BIGINT
//     Instant                   INTEGER            BIGINT         microseconds, UTC
//     Date                      TEXT, ISO          date
//     enum with Words           TEXT               TEXT           its word
//     std::optional<X>          as X, or NULL
//     std::vector<std::string>, std::vector<enum>  a JSON array in text
//     Bytes                     BLOB               bytea
//
// A Value may look into what it was made from, and lives no longer.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/date.h"
#include "base/function_ref.h"
#include "base/id.h"
#include "base/words.h"
#include "store/fault.h"

namespace kith::store {

struct Null {};
using Value = std::variant<Null, std::int64_t, std::string_view, std::string, RawId, Date, BytesView, Bytes>;

/// What a column holds, as far as the two databases and the journal tell types apart.
enum class ColumnType { id, text, integer, date, bytes };

/// The row under a cursor. Views are good until the visitor returns. A column of another type, or NULL, is a Fault.
class RowView {
  public:
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual BytesView bytes(int column) const = 0;
    virtual RawId id(int column) const = 0;
    virtual Date date(int column) const = 0;

    template <class X>
    X get(int column) const;

  protected:
    ~RowView() = default;
};
using RowVisitor = FunctionRef<void(const RowView&)>;

/// ["a","b"]: how lists lie in one column.
std::string to_json_array(const std::vector<std::string_view>& items);
std::vector<std::string> from_json_array(std::string_view text);

template <class X>
struct Codec;

template <std::derived_from<RawId> X>
struct Codec<X> {
    static constexpr ColumnType type = ColumnType::id;
    static Value encode(const X& x) { return static_cast<const RawId&>(x); }
    static X decode(const RowView& row, int column) { return X(row.id(column)); }
};

template <>
struct Codec<std::string> {
    static constexpr ColumnType type = ColumnType::text;
    static Value encode(const std::string& x) { return std::string_view(x); }
    static std::string decode(const RowView& row, int column) { return std::string(row.text(column)); }
};

/// For arguments only: nothing is read back as a view or a literal.
template <>
struct Codec<std::string_view> {
    static Value encode(std::string_view x) { return x; }
};
template <std::size_t N>
struct Codec<char[N]> {
    static Value encode(const char* x) { return std::string_view(x); }
};

template <std::integral X>
struct Codec<X> {
    static constexpr ColumnType type = ColumnType::integer;
    static Value encode(X x) { return static_cast<std::int64_t>(x); }
    static X decode(const RowView& row, int column) { return static_cast<X>(row.integer(column)); }
};

template <>
struct Codec<Instant> {
    static constexpr ColumnType type = ColumnType::integer;
    static Value encode(Instant x) { return micros(x); }
    static Instant decode(const RowView& row, int column) { return from_micros(row.integer(column)); }
};

template <>
struct Codec<Date> {
    static constexpr ColumnType type = ColumnType::date;
    static Value encode(Date x) { return x; }
    static Date decode(const RowView& row, int column) { return row.date(column); }
};

template <>
struct Codec<Bytes> {
    static constexpr ColumnType type = ColumnType::bytes;
    static Value encode(const Bytes& x) { return BytesView(x); }
    static Bytes decode(const RowView& row, int column) {
        const auto view = row.bytes(column);
        return Bytes(view.begin(), view.end());
    }
};

[[noreturn]] void unknown_word(std::string_view text);

template <HasWords X>
struct Codec<X> {
    static constexpr ColumnType type = ColumnType::text;
    static Value encode(X x) { return word(x); }
    static X decode(const RowView& row, int column) { return from(row.text(column)); }
    static X from(std::string_view text) {
        if (const auto x = parse_word<X>(text)) return *x;
        unknown_word(text);
    }
};

template <class X>
struct Codec<std::optional<X>> {
    static constexpr ColumnType type = Codec<X>::type;
    static Value encode(const std::optional<X>& x) { return x ? Codec<X>::encode(*x) : Value(Null{}); }
    static std::optional<X> decode(const RowView& row, int column) {
        if (row.is_null(column)) return std::nullopt;
        return Codec<X>::decode(row, column);
    }
};
template <>
struct Codec<std::nullopt_t> {
    static Value encode(std::nullopt_t) { return Null{}; }
};

template <>
struct Codec<std::vector<std::string>> {
    static constexpr ColumnType type = ColumnType::text;
    static Value encode(const std::vector<std::string>& x) { return to_json_array({x.begin(), x.end()}); }
    static std::vector<std::string> decode(const RowView& row, int column) { return from_json_array(row.text(column)); }
};

template <HasWords X>
struct Codec<std::vector<X>> {
    static constexpr ColumnType type = ColumnType::text;
    static Value encode(const std::vector<X>& x) {
        std::vector<std::string_view> words;
        for (const X each : x)
            words.push_back(word(each));
        return to_json_array(words);
    }
    static std::vector<X> decode(const RowView& row, int column) {
        std::vector<X> out;
        for (const auto& text : from_json_array(row.text(column)))
            out.push_back(Codec<X>::from(text));
        return out;
    }
};

template <class X>
Value to_value(const X& x) {
    return Codec<X>::encode(x);
}

template <class X>
X RowView::get(int column) const {
    return Codec<X>::decode(*this, column);
}

}  // namespace kith::store
