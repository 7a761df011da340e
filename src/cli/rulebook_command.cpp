#include "cli/rulebook_command.h"

#include <fmt/format.h>

#include "cli/options.h"
#include "rulebook/england/england.h"
#include "rulebook/print.h"

namespace kith::cli {

static constexpr std::string_view help =
    "kith rulebook print --format markdown\n"
    "    The procedures, their timescales and their sources, with a diagram for each.\n"
    "kith rulebook print --format dot\n"
    "    The same diagrams for Graphviz.\n";

static Result<std::string> printed(std::span<const std::string> arguments) {
    static constexpr std::string_view known[] = {"format"};
    if (arguments.empty() || arguments[0] != "print")
        return refuse(Because::invalid, "", "Say what to do with the rulebook: rulebook print.");
    Options options = TRY(read_options(arguments.subspan(1), known));
    if (!options.others.empty())
        return refuse(Because::invalid, "",
                      fmt::format("\"{}\" is not expected here; --help shows how it is written.", options.others[0]));
    std::string_view format = TRY(options.need("format", "markdown"));
    if (format == "markdown") return rulebook::as_markdown(rulebook::england());
    if (format == "dot") return rulebook::as_dot(rulebook::england());
    return refuse(Because::invalid, "format",
                  fmt::format("--format \"{}\" is not known; it can be markdown or dot.", format));
}

int run_rulebook(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
    if (asks_for_help(arguments)) {
        out << help;
        return 0;
    }
    auto text = printed(arguments);
    if (!text) {
        err << text.error().sentence << '\n';
        return 1;
    }
    out << *text;
    return 0;
}

}  // namespace kith::cli
