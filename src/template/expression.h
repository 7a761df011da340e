// The C++ between the braces: passed through, but for filters, and for what counts as true.
#pragma once

#include <string>
#include <string_view>

#include "template/mistake.h"

namespace kith::templates {

/// `a | f | g(1)` becomes `g(f(a), 1)`. Throws Mistake for text that is not one whole expression.
std::string value_of(std::string_view expression, const Place& place);

/// `a and not b == c` becomes `(truthy(a) && !(truthy(b == c)))`.
std::string condition_of(std::string_view expression, const Place& place);

/// `f(a)` with `content` as its last argument.
std::string call_with(std::string_view expression, std::string_view content, const Place& place);

/// Whether the expression names this variable.
bool mentions(std::string_view expression, std::string_view name);

}  // namespace kith::templates
