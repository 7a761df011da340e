#include "cli/returns_ssd.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "actions/safeguarding_dataset.h"
#include "base/csv.h"
#include "cli/new_file.h"
#include "store/export_sqlite.h"

namespace kith::cli {

namespace ssd = returns::ssd;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view help =
    "kith returns ssd --out DIR [--with-protected-places]\n"
    "    Writes the Standard Safeguarding Dataset 1.4.5 from the record, as it stands now and six years back: a CSV\n"
    "    file for each of its 48 tables and one SQLite file, ssd.sqlite. Tables that the record cannot fill have "
    "their\n"
    "    headings only. The files are about people by name: keep them as the record is kept.\n"
    "  --with-protected-places                   homes that must stay secret too; they are left out otherwise\n";

constexpr std::string_view with_protected_places = "--with-protected-places";
constexpr std::size_t most_bytes_held = 1 << 16;

struct Asked {
    std::filesystem::path directory;
    ssd::ProtectedPlaces places = ssd::ProtectedPlaces::left_out;
    Options options;
};

Result<Asked> understand(Arguments arguments) {
    std::vector<std::string> others(arguments.begin(), arguments.end());
    bool with_places = std::erase(others, with_protected_places) > 0;
    Options options = TRY(read_database_options(others, std::array{"out"sv}));
    std::string_view out = TRY(options.need("out", "ssd"));
    if (out.empty()) return refuse(Because::invalid, "out", "--out takes the name of a directory, such as ssd.");
    return Asked{std::filesystem::path(out),
                 with_places ? ssd::ProtectedPlaces::included : ssd::ProtectedPlaces::left_out, std::move(options)};
}

Result<void> make_directory(const std::filesystem::path& directory) {
    std::error_code failed;
    if (std::filesystem::is_directory(directory, failed)) return {};
    if (!std::filesystem::create_directory(directory, failed))
        return refuse(Because::invalid, "out", fmt::format("{} cannot be made.", directory.string()));
    std::filesystem::permissions(directory, std::filesystem::perms::owner_all, failed);
    return {};
}

/// One table as comma-separated values.
class TableFile {
  public:
    TableFile(const std::filesystem::path& directory, const ssd::Table& table)
        : file_((directory / (std::string(table.name) + ".csv")).string()) {
        std::vector<std::string_view> headings;
        for (const ssd::Column& column : table.columns)
            headings.push_back(column.name);
        append_csv_row(bytes_, headings);
    }
    void add(const std::vector<ssd::Cell>& cells) {
        fields_.clear();
        for (const ssd::Cell& cell : cells)
            fields_.push_back(cell ? std::string_view(*cell) : std::string_view());
        append_csv_row(bytes_, fields_);
        if (bytes_.size() > most_bytes_held) file_.put(bytes_);
        ++rows;
    }
    bool end() {
        file_.put(bytes_);
        return file_.end();
    }
    NewFile& file() { return file_; }

    std::size_t rows = 0;

  private:
    NewFile file_;
    std::string bytes_;
    std::vector<std::string_view> fields_;
};

store::ExportType export_type(ssd::ColumnType type) {
    switch (type) {
        case ssd::ColumnType::text:
        case ssd::ColumnType::date:
            return store::ExportType::text;
        case ssd::ColumnType::whole:
        case ssd::ColumnType::truth:
            return store::ExportType::whole;
        case ssd::ColumnType::number:
            return store::ExportType::number;
        case ssd::ColumnType::bytes:
            return store::ExportType::bytes;
    }
    return store::ExportType::text;
}

std::vector<store::ExportTable> export_tables() {
    std::vector<store::ExportTable> all;
    for (const ssd::Table& table : ssd::tables()) {
        store::ExportTable& made = all.emplace_back(store::ExportTable{table.name, {}});
        for (const ssd::Column& column : table.columns) {
            ssd::Reference refers_to = ssd::key_referred_to(column).value_or(ssd::Reference{});
            made.columns.push_back({column.name, export_type(column.type), column.key == ssd::KeyPart::primary,
                                    refers_to.table, refers_to.column});
        }
    }
    return all;
}

/// The 49 files of one run: none takes its place before all are whole.
class DatasetFiles {
  public:
    explicit DatasetFiles(const std::filesystem::path& directory)
        : database_((directory / "ssd.sqlite").string(), export_tables()) {
        for (const ssd::Table& table : ssd::tables())
            tables_.push_back(std::make_unique<TableFile>(directory, table));
    }
    void add(const ssd::Row& row) {
        auto at = static_cast<std::size_t>(&row.table() - ssd::tables().data());
        tables_[at]->add(row.cells());
        database_.add(at, row.cells());
    }
    Result<void> keep() {
        for (auto& each : tables_)
            if (!each->end()) return each->file().cannot_write();
        database_.keep();
        for (auto& each : tables_)
            TRY(each->file().keep());
        return {};
    }
    std::string counted() const {
        std::string text;
        for (std::size_t i = 0; i < tables_.size(); ++i)
            text += fmt::format("{:<32}{:>9}\n", ssd::tables()[i].name, tables_[i]->rows);
        return text;
    }

  private:
    store::SqliteExport database_;
    std::vector<std::unique_ptr<TableFile>> tables_;
};

std::string about_places(std::size_t left_out) {
    if (left_out == 0) return "";
    return fmt::format("{} {} must stay secret and {} left out. {} puts them in.\n", left_out,
                       left_out == 1 ? "address" : "addresses", left_out == 1 ? "was" : "were", with_protected_places);
}

Result<std::string> write(const Asked& asked, const Environment& environment) {
    auto store = TRY(open_record(asked.options));
    store->migrate(environment.now());
    TRY(make_directory(asked.directory));
    DatasetFiles files(asked.directory);
    Date today = london_date(environment.now());
    auto left_out = store->read([&](store::Reader& reader) {
        return actions::each_dataset_row(reader, today, asked.places, [&](const ssd::Row& row) { files.add(row); });
    });
    TRY(files.keep());
    return files.counted() + about_places(left_out.protected_places);
}

}  // namespace

int run_returns_ssd(Arguments arguments, const Environment& environment) {
    if (asks_for_help(arguments)) {
        environment.out << help << database_help;
        return 0;
    }
    auto asked = understand(arguments);
    if (!asked) return fail(environment, asked.error());
    auto lines = write(*asked, environment);
    if (!lines) return fail(environment, lines.error());
    environment.out << *lines;
    return 0;
}

}  // namespace kith::cli
