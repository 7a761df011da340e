#include "cli/options.h"

#include <fmt/format.h>

#include <algorithm>

namespace kith::cli {

std::optional<std::string_view> Options::get(std::string_view name) const {
    auto found = values.find(name);
    if (found == values.end()) return std::nullopt;
    return found->second;
}

Result<std::string_view> Options::need(std::string_view name, std::string_view example) const {
    if (auto value = get(name)) return *value;
    return refuse(Because::invalid, name, fmt::format("--{} is missing: write it like --{} {}.", name, name, example));
}

Result<Options> read_options(std::span<const std::string> arguments, std::span<const std::string_view> known) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string_view argument = arguments[i];
        if (!argument.starts_with("--")) {
            options.others.emplace_back(argument);
            continue;
        }
        auto equals = argument.find('=');
        std::string name(argument.substr(2, equals == argument.npos ? equals : equals - 2));
        if (std::ranges::find(known, name) == known.end())
            return refuse(Because::invalid, name, fmt::format("--{} is not an option here; --help lists them.", name));
        if (options.values.contains(name))
            return refuse(Because::invalid, name, fmt::format("--{} is given twice; give it once.", name));
        if (equals != argument.npos)
            options.values[name] = argument.substr(equals + 1);
        else if (i + 1 < arguments.size() && !arguments[i + 1].starts_with("--"))
            options.values[name] = arguments[++i];
        else
            return refuse(Because::invalid, name, fmt::format("--{} needs a value after it.", name));
        if (options.values[name].empty())
            return refuse(Because::invalid, name, fmt::format("--{} is empty; give it a value or leave it out.", name));
    }
    return options;
}

bool asks_for_help(std::span<const std::string> arguments) {
    return std::ranges::find(arguments, "--help") != arguments.end();
}

}  // namespace kith::cli
