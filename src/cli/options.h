// Command-line options of the form "--name value" or "--name=value", read strictly: what is not known, is given twice
// or lacks its value is refused with a sentence.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kith::cli {

struct Options {
    std::map<std::string, std::string, std::less<>> values;
    std::vector<std::string> others;  ///< what is not an option, in order

    std::optional<std::string_view> get(std::string_view name) const;
    /// The value, or a refusal that says which option is missing and shows how it is written.
    Result<std::string_view> need(std::string_view name, std::string_view example) const;
};

/// `known` are the names without "--".
Result<Options> read_options(std::span<const std::string> arguments, std::span<const std::string_view> known);

bool asks_for_help(std::span<const std::string> arguments);

}  // namespace kith::cli
