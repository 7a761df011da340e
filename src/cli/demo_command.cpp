#include "cli/demo_command.h"

#include <fmt/format.h>

#include <array>

#include "cli/demo/council.h"

namespace kith::cli {

using namespace std::string_view_literals;

static Result<std::int64_t> number(const Options& options, std::string_view name, std::int64_t otherwise) {
    auto text = options.get(name);
    if (!text) return otherwise;
    if (text->empty() || text->size() > 9 || text->find_first_not_of("0123456789") != std::string_view::npos)
        return refuse(Because::invalid, name, "--" + std::string(name) + " takes a whole number.");
    return std::stoll(std::string(*text));
}

// Every run ends with a head: a council without one was never finished.
static Refusal already_there(const Options& options, store::Store& store) {
    if (!store.heads().empty())
        return {Because::conflict, "data", "This database already holds a council. Choose an empty directory."};
    std::string way_on = store.dialect() == store::Dialect::sqlite
                             ? fmt::format("Remove it with: rm \"{}\"* Then", file_of(options))
                             : "Empty the database or name another one. Then";
    return {Because::conflict, "data",
            fmt::format("A council was begun here and never finished. {} give the same command again.", way_on)};
}

// While it is built, no commit waits for the disk: a council that a crash cut short is begun again. The head that ends
// it is written as every other is, which brings the whole file to the disk first.
static Result<void> build(const Options& options, const CouncilSize& size, const Environment& environment) {
    {
        auto store = TRY(open_database(options));
        store->migrate(environment.now());
        if (store->authority()) return tl::unexpected(already_there(options, *store));
    }
    {
        auto store = TRY(open_database(options, store::Synchronous::off));
        TRY(build_council(*store, size, [&](std::string_view line) { environment.out << line << std::endl; }));
    }
    TRY(open_database(options))->write_head(environment.now());
    return {};
}

int run_demo(Arguments arguments, const Environment& environment) {
    if (asks_for_help(arguments)) {
        environment.out
            << "kith demo [--children N] [--seed S]: builds an invented council, of 200 children and seed 7.\n"
            << database_help;
        return 0;
    }
    auto options = read_database_options(arguments, std::array{"children"sv, "seed"sv});
    if (!options) return fail(environment, options.error());
    auto children = number(*options, "children", 200);
    if (!children) return fail(environment, children.error());
    auto seed = number(*options, "seed", 7);  // even a small council of it has every step from a contact to a review
    if (!seed) return fail(environment, seed.error());
    auto built =
        build(*options, {.children = *children, .seed = static_cast<std::uint64_t>(*seed), .now = environment.now()},
              environment);
    if (!built) return fail(environment, built.error());
    return 0;
}

}  // namespace kith::cli
