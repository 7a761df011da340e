#include "cli/policy_command.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "cli/options.h"
#include "rulebook/england/england.h"
#include "rulebook/local_policy.h"

namespace kith::cli {

static constexpr std::string_view help =
    "kith policy check FILE\n"
    "    Holds an authority's own policy (TOML) against the rulebook and prints what it would change, one line each.\n"
    "    Every fault is named with its key and what to write instead. Nothing is applied.\n";

static constexpr std::size_t largest_file = 1 << 20;

static Result<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text(largest_file + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file && !file.eof())
        return refuse(Because::invalid, "",
                      fmt::format("{} cannot be read: check that it is there and is a file.", path));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > largest_file)
        return refuse(Because::invalid, "", fmt::format("{} is larger than a policy can be (1 MB).", path));
    return text;
}

static Result<std::string> file_named(std::span<const std::string> arguments) {
    if (arguments.empty() || arguments[0] != "check")
        return refuse(Because::invalid, "", "Say what to do with the policy: policy check FILE.");
    Options options = TRY(read_options(arguments.subspan(1), {}));
    if (options.others.size() != 1) return refuse(Because::invalid, "", "Name one file to check: policy check FILE.");
    return options.others[0];
}

static std::string changes(const core::LocalPolicy& policy, const core::Rulebook& law) {
    std::string text = fmt::format("{} from {}\n", policy.authority, iso(policy.from));
    for (Date day : policy.bank_holidays)
        text += fmt::format("bank holiday {}\n", iso(day));
    for (const auto& [duty, limit] : policy.lengths) {
        const core::Clock* clock = core::clock_in_force(law, duty, policy.from);
        text +=
            fmt::format("{} {} (the rulebook says {})\n", word(duty), core::words(limit), core::words(clock->limit));
    }
    return text;
}

int run_policy(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
    if (asks_for_help(arguments)) {
        out << help;
        return 0;
    }
    auto path = file_named(arguments);
    auto text = path ? read_file(*path) : Result<std::string>(tl::unexpected(path.error()));
    if (!text) {
        err << text.error().sentence << '\n';
        return 1;
    }
    auto policy = rulebook::read_local_policy(*text, rulebook::england());
    if (policy) {
        out << changes(*policy, rulebook::england());
        return 0;
    }
    for (const Refusal& fault : policy.error())
        err << fault.sentence << '\n';
    return 1;
}

}  // namespace kith::cli
