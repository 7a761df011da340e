#include "cli/clock_command.h"

#include <fmt/format.h>

#include <charconv>

#include "base/working_days.h"
#include "cli/options.h"

namespace kith::cli {

static constexpr std::string_view help =
    "kith clock due --from DATE --working-days N [--division england-and-wales]\n"
    "    The Nth working day after DATE; DATE is day 0, whether or not it is a working day.\n"
    "kith clock elapsed --from DATE --to DATE [--division england-and-wales]\n"
    "    The working days after the first DATE, up to and including the second; negative when that is earlier.\n"
    "A DATE is written 2026-11-22. Bank holidays are known for 2012 to 2030; in other years the ordinary rules hold.\n";

static Result<Date> date_option(const Options& options, std::string_view name) {
    std::string_view typed = TRY(options.need(name, "2026-11-22"));
    if (auto date = parse_date(typed)) return *date;
    return refuse(
        Because::invalid, name,
        fmt::format("--{} \"{}\" is not a date between 1900 and 2199: write it like 2026-11-22.", name, typed));
}

static Result<int> count_option(const Options& options, std::string_view name) {
    std::string_view typed = TRY(options.need(name, "15"));
    int count = 0;
    auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), count);
    if (error == std::errc() && end == typed.data() + typed.size() && count >= 0) return count;
    return refuse(Because::invalid, name,
                  fmt::format("--{} \"{}\" is not a number of days: write a whole number from 0.", name, typed));
}

static Result<WorkingDays> calendar_option(const Options& options) {
    auto division = options.get("division");
    if (!division || *division == "england-and-wales") return WorkingDays::england_and_wales();
    return refuse(Because::invalid, "division",
                  fmt::format("--division \"{}\" is not known; it can be england-and-wales.", *division));
}

static Result<std::string> due(const Options& options) {
    Date from = TRY(date_option(options, "from"));
    int count = TRY(count_option(options, "working-days"));
    WorkingDays calendar = TRY(calendar_option(options));
    Date found = calendar.due(from, count);
    if (found > last_date)
        return refuse(Because::invalid, "working-days",
                      "That falls after 31 December 2199, where Kith's calendar ends.");
    return iso(found);
}

static Result<std::string> elapsed(const Options& options) {
    Date from = TRY(date_option(options, "from"));
    Date to = TRY(date_option(options, "to"));
    WorkingDays calendar = TRY(calendar_option(options));
    return fmt::format("{}", calendar.elapsed(from, to));
}

static Result<std::string> answer(std::span<const std::string> arguments) {
    static constexpr std::string_view of_due[] = {"from", "working-days", "division"};
    static constexpr std::string_view of_elapsed[] = {"from", "to", "division"};
    bool is_due = !arguments.empty() && arguments[0] == "due";
    bool is_elapsed = !arguments.empty() && arguments[0] == "elapsed";
    if (!is_due && !is_elapsed) return refuse(Because::invalid, "", "Say what to count: clock due, or clock elapsed.");
    Options options =
        TRY(is_due ? read_options(arguments.subspan(1), of_due) : read_options(arguments.subspan(1), of_elapsed));
    if (!options.others.empty())
        return refuse(Because::invalid, "",
                      fmt::format("\"{}\" is not expected here; --help shows how it is written.", options.others[0]));
    return is_due ? due(options) : elapsed(options);
}

int run_clock(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
    if (asks_for_help(arguments)) {
        out << help;
        return 0;
    }
    auto found = answer(arguments);
    if (!found) {
        err << found.error().sentence << '\n';
        return 1;
    }
    out << *found << '\n';
    return 0;
}

}  // namespace kith::cli
