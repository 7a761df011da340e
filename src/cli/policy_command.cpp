#include "cli/policy_command.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "actions/policy.h"
#include "cli/options.h"
#include "rulebook/england/england.h"
#include "rulebook/local_policy.h"
#include "store/staff_store.h"

namespace kith::cli {

static constexpr std::string_view help =
    "kith policy check FILE\n"
    "    Holds an authority's own policy (TOML) against the rulebook and prints what it would change, one line each.\n"
    "    Every fault is named with its key and what to write instead. Nothing is applied.\n"
    "kith policy apply FILE [--by SIGN-IN]\n"
    "    Checks the same, then puts the policy on the authority's record: from its first day it sets the clocks that "
    "start.\n"
    "    What is open already keeps its dates. A server that is running takes it up when it is started again.\n"
    "  --by SIGN-IN                              who decided it, by sign-in name\n";

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

static Result<Options> options_from(Arguments arguments) {
    static constexpr std::string_view by[] = {"by"};
    const bool checks = !arguments.empty() && arguments[0] == "check";
    if (!checks && (arguments.empty() || arguments[0] != "apply"))
        return refuse(Because::invalid, "", "Say what to do with the policy: policy check FILE or policy apply FILE.");
    Options options = TRY(checks ? read_options(arguments, {}) : read_database_options(arguments, by, 2));
    if (options.others.size() != 2)
        return refuse(Because::invalid, "", fmt::format("Name one file: policy {} FILE.", arguments[0]));
    return options;
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

static Result<core::Actor> decided_by(const Options& options, store::Store& store) {
    auto name = options.get("by");
    if (!name) return core::Actor{};
    auto staff = store.read([&](store::Reader& reader) {
        return reader.list_first<core::Staff>("WHERE sign_in_name = $1 ORDER BY id", std::string(*name));
    });
    if (!staff) return refuse(Because::not_found, "by", "There is nobody with this sign-in name.");
    return core::Actor{.id = staff->id, .role = staff->role};
}

static Result<core::AppliedPolicy> apply(const Options& options, const core::LocalPolicy& policy,
                                         const Environment& environment) {
    auto store = TRY(open_record(options));
    store->migrate(environment.now());
    TRY(found_if_empty(*store, environment));
    auto actor = TRY(decided_by(options, *store));
    auto service = service_over(*store, environment);
    auto applied =
        TRY(actions::perform(service, actor, [&](actions::Work& work) { return actions::apply_policy(work, policy); }));
    store->write_head(environment.now());
    return applied;
}

static int fail_with_each(const Environment& environment, const std::vector<Refusal>& faults) {
    for (const Refusal& fault : faults)
        fail(environment, fault);
    return 1;
}

int run_policy(Arguments arguments, const Environment& environment) {
    if (asks_for_help(arguments)) {
        environment.out << help << database_help;
        return 0;
    }
    auto options = options_from(arguments);
    if (!options) return fail(environment, options.error());
    auto text = read_file(options->others[1]);
    if (!text) return fail(environment, text.error());
    auto policy = rulebook::read_local_policy(*text, rulebook::england());
    if (!policy) return fail_with_each(environment, policy.error());
    if (options->others[0] == "check") {
        environment.out << changes(*policy, rulebook::england());
        return 0;
    }
    auto applied = apply(*options, *policy, environment);
    if (!applied) return fail(environment, applied.error());
    environment.out << changes(*policy, rulebook::england()) << "applied " << applied->hash << "\n";
    return 0;
}

}  // namespace kith::cli
