#include "cli/returns_build.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "actions/authority.h"
#include "actions/census.h"
#include "cli/census_year.h"
#include "cli/new_file.h"
#include "core/identifiers.h"
#include "returns/cin/report.h"
#include "returns/cin/write.h"

namespace kith::cli {

namespace cin = returns::cin;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view help =
    "kith returns cin build --year YYYY --out FILE [--dfe-number NNN]\n"
    "    Writes the children in need census of a year (2027 is 2026-27) from the record, as it would have stood on "
    "the\n"
    "    last day of that year, or stands today. The file is checked; work that the census has no place for is named.\n"
    "  --dfe-number NNN                          the government's number of the authority, where the record lacks it\n";

constexpr int first_year = 2022;
constexpr std::size_t most_bytes_held = 1 << 20;
constexpr std::size_t most_named = 20;

struct Asked {
    cin::CensusYear year;
    std::string out;
    Options options;
};

Result<cin::CensusYear> year_from(std::string_view typed) {
    int year = TRY(census_year_from(typed));
    if (year < first_year)
        return refuse(Because::invalid, "year",
                      fmt::format("Kith knows the census from {} on; choose a later year.", first_year));
    return cin::census_year(year);
}

Result<Asked> understand(Arguments arguments) {
    Options options = TRY(read_database_options(arguments, std::array{"year"sv, "out"sv, "dfe-number"sv}));
    std::string_view typed = TRY(options.need("year", "2027"));
    cin::CensusYear year = TRY(year_from(typed));
    std::string_view named = TRY(options.need("out", "cin-2027.xml"));
    std::string out(named);
    if (out.empty() || std::filesystem::is_directory(out))
        return refuse(Because::invalid, "out", "--out takes the name of a file, such as cin-2027.xml.");
    return Asked{year, out, std::move(options)};
}

Result<std::string> dfe_number(const Options& options, const actions::Service& service) {
    if (auto typed = options.get("dfe-number")) return core::authority_number(*typed);
    std::string number =
        actions::look(service, [](store::Reader& reader) { return actions::authority_profile(reader); }).dfe_number;
    if (number.empty())
        return refuse(
            Because::invalid, "dfe-number",
            "The record does not say the government's number of this authority: give it as --dfe-number NNN.");
    return number;
}

struct Written {
    std::size_t children = 0, episodes = 0, left_out = 0;
};

Result<Written> write_file(NewFile& file, const Asked& asked, const cin::Header& header,
                           const actions::Service& service, const Environment& environment) {
    Written written;
    std::string bytes;
    cin::CensusWriter writer(bytes);
    writer.begin(header);
    service.store.read([&](store::Reader& reader) {
        actions::each_census_child(
            reader, asked.year, service.days,
            [&](const cin::Child& child) {
                writer.child(child);
                written.episodes += child.episodes.size();
                if (bytes.size() > most_bytes_held) file.put(bytes);
                if (++written.children % 10'000 == 0) environment.err << written.children << " children" << std::endl;
            },
            [&](const cin::LeftOut& left_out) {
                if (++written.left_out <= most_named)
                    environment.err << fmt::format("{}, {}: {}\n", left_out.child, iso(left_out.on), left_out.what);
            });
    });
    writer.end();
    file.put(bytes);
    if (!file.end()) return file.cannot_write();
    if (written.left_out > most_named)
        environment.err << fmt::format("… and {} more that were left out.\n", written.left_out - most_named);
    return written;
}

Result<cin::Checked> check_file(const std::string& name, int year) {
    std::ifstream file(name, std::ios::binary);
    std::string piece(1 << 18, '\0');
    auto next = [&]() -> std::string_view {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        return std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount()));
    };
    auto checked = cin::check_census(next, {.rules_year = year});
    if (!checked)
        return refuse(
            Because::invalid, "out",
            fmt::format("What was written is no census: line {}: {}", checked.error().line, checked.error().why));
    return std::move(*checked);
}

Result<std::string> build(const Asked& asked, const Environment& environment) {
    auto store = TRY(open_record(asked.options));
    store->migrate(environment.now());
    actions::Service service = service_over(*store, environment);
    std::string number = TRY(dfe_number(asked.options, service));
    NewFile file(asked.out);
    if (!file.good()) return file.cannot_write();
    Written written = TRY(
        write_file(file, asked, cin::build_header(asked.year, {number, environment.now(), ""}), service, environment));
    cin::Checked checked = TRY(check_file(file.beside(), asked.year.year));
    TRY(file.keep());
    if (checked.basis.provisional) environment.err << cin::provisional_note << "\n";
    return fmt::format("{}: {} children, {} episodes, {} errors, {} queries{}\n", asked.out, written.children,
                       written.episodes, checked.errors, checked.queries,
                       written.left_out ? fmt::format(", {} left out", written.left_out) : "");
}

}  // namespace

int run_returns_build(Arguments arguments, const Environment& environment) {
    if (asks_for_help(arguments)) {
        environment.out << help << database_help;
        return 0;
    }
    auto asked = understand(arguments);
    if (!asked) return fail(environment, asked.error());
    auto line = build(*asked, environment);
    if (!line) return fail(environment, line.error());
    environment.out << *line;
    return 0;
}

}  // namespace kith::cli
