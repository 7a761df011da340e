// Fields of a census written from values: the text as the specification has it, and what it means.
#pragma once

#include <string>

#include "returns/cin/census.h"

namespace kith::returns::cin {

inline void fill(TextField& field, std::string_view text) {
    field.text = text;
}
inline void fill(DateField& field, MaybeDate date) {
    if (!date) return;
    field.text = iso(*date);
    field.value = date;
}
inline void fill(NumberField& field, int number) {
    field.text = std::to_string(number);
    field.value = number;
}

enum class Truth : bool { no, yes };
inline void fill(TruthField& field, Truth truth) {
    field.text = truth == Truth::yes ? "1" : "0";
    field.value = truth == Truth::yes;
}

}  // namespace kith::returns::cin
