// clang 14, which the fuzz targets are built with, does not deduce the arguments of an aggregate by itself (C++20). The
// fuzz preset includes this before everything else; nothing else does.
#pragma once

#include "base/words.h"

namespace kith {
template <class Enum>
Word(Enum, std::string_view) -> Word<Enum>;
}  // namespace kith
