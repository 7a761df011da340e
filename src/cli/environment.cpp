#include "cli/environment.h"

#include <fmt/format.h>
#include <unistd.h>

#include <deque>
#include <filesystem>
#include <mutex>

#include "actions/policy.h"
#include "base/text.h"
#include "rulebook/england/england.h"

namespace kith::cli {

const std::string_view database_help =
    "  --database sqlite:PATH | postgresql://…   the database\n"
    "  --data DIR                                short for sqlite:DIR/kith.sqlite; \"data\" when neither is given.\n"
    "                                            With PostgreSQL: where the keys that sign the journal lie\n"
    "  --authority ID                            whose records, where a PostgreSQL database holds several\n";

int fail(const Environment& environment, const Refusal& refusal) {
    environment.err << refusal.sentence << "\n";
    return 1;
}

Result<Options> read_database_options(Arguments arguments, std::span<const std::string_view> more, std::size_t words) {
    std::vector<std::string_view> known{"database", "data", "authority"};
    known.insert(known.end(), more.begin(), more.end());
    Options options = TRY(read_options(arguments, known));
    if (options.others.size() > words)
        return refuse(Because::invalid, "",
                      fmt::format("“{}” is not expected here; --help shows how it is written.", options.others[words]));
    return options;
}

namespace {

struct Place {
    store::Location location;
    store::StoreOptions options;
    std::string directory;  ///< that must be there and take files
};

Result<RawId> authority_from(std::string_view text) {
    if (auto id = parse_id(text)) return *id;
    return refuse(Because::invalid, "authority", "--authority takes an id like 6f1c1f0e-8a53-4c62-9d0b-7d0f4c1f2a11.");
}

Result<Place> place_of(const Options& options) {
    std::string directory(options.get("data").value_or("data"));
    auto location =
        TRY(store::parse_location(options.get("database").value_or("sqlite:" + directory + "/kith.sqlite")));
    Place place{location, {}, directory};
    if (auto authority = options.get("authority")) place.options.authority = TRY(authority_from(*authority));
    if (location.dialect == store::Dialect::postgres) {
        place.options.head_key = std::filesystem::path(directory) / "";
    } else if (options.get("database")) {
        if (options.get("data")) return refuse(Because::invalid, "database", "Give --database or --data, not both.");
        place.directory = std::filesystem::path(location.where).parent_path();
    }
    if (place.directory.empty()) place.directory = ".";
    return place;
}

Result<void> make_directory(const std::string& directory) {
    std::error_code failed;
    std::filesystem::create_directories(directory, failed);
    if (failed || !std::filesystem::is_directory(directory))
        return refuse(Because::invalid, "data",
                      fmt::format("The directory {} cannot be made: {}.", directory,
                                  failed ? failed.message() : "something else is there"));
    if (access(directory.c_str(), W_OK | X_OK) != 0)
        return refuse(Because::invalid, "data", fmt::format("Nothing can be written in the directory {}.", directory));
    return {};
}

Result<std::unique_ptr<store::Store>> open(const Place& place) {
    const bool is_file = place.location.dialect == store::Dialect::sqlite;
    try {
        return store::Store::open(place.location, place.options);
    } catch (const store::Unusable& fault) {
        return refuse(Because::invalid, "database", fault.what());
    } catch (const store::Fault& fault) {
        return refuse(Because::invalid, "database",
                      fmt::format("The database{} cannot be opened: {}.", is_file ? " " + place.location.where : "",
                                  fault.what()));
    }
}

bool holds_record(store::Store& store) {
    const bool sqlite = store.dialect() == store::Dialect::sqlite;
    return store.read([&](store::Reader& reader) {
        return reader.scalar<std::int64_t>(sqlite
                                               ? "SELECT count(*) FROM sqlite_master WHERE name = 'journal_entry'"
                                               : "SELECT count(*) WHERE to_regclass('journal_entry') IS NOT NULL") == 1;
    });
}

}  // namespace

Result<std::unique_ptr<store::Store>> open_database(const Options& options, store::Synchronous synchronous) {
    Place place = TRY(place_of(options));
    place.options.synchronous = synchronous;
    TRY(make_directory(place.directory));
    const bool is_there =
        place.location.dialect == store::Dialect::sqlite && std::filesystem::exists(place.location.where);
    if (is_there && access(place.location.where.c_str(), W_OK) != 0)
        return refuse(Because::invalid, "database",
                      fmt::format("Nothing can be written in the file {}.", place.location.where));
    return open(place);
}

std::string file_of(const Options& options) {
    auto place = place_of(options);
    CHECK(place && place->location.dialect == store::Dialect::sqlite);
    return place->location.where;
}

Result<std::unique_ptr<store::Store>> open_record(const Options& options) {
    constexpr std::string_view none = "There is no record here yet{}: “kith migrate” makes an empty one.";
    Place place = TRY(place_of(options));
    const bool is_file = place.location.dialect == store::Dialect::sqlite;
    if (is_file && !std::filesystem::exists(place.location.where))
        return refuse(Because::not_found, "database", fmt::format(none, " (" + place.location.where + ")"));
    TRY(make_directory(place.directory));
    auto store = TRY(open(place));
    if (!holds_record(*store)) return refuse(Because::not_found, "database", fmt::format(none, ""));
    if (place.options.authority && store->authority() != place.options.authority)
        return refuse(Because::not_found, "authority", "This database holds no authority with that id.");
    return store;
}

Result<void> found_if_empty(store::Store& store, const Environment& environment) {
    if (store.authority()) return {};
    return store.found({{}, environment.now()}, environment.ids(), "Your council");
}

actions::Service service_over(store::Store& store, const Environment& environment) {
    static std::mutex one_at_a_time;
    static std::deque<core::LocalPolicy> kept;
    const std::lock_guard lock(one_at_a_time);
    const core::LocalPolicy& policy = kept.emplace_back(store.read(
        [&](store::Reader& reader) { return actions::policy_in_force(reader, london_date(environment.now())); }));
    return {store,           rulebook::england(), policy, WorkingDays::england_and_wales(policy.bank_holidays),
            environment.ids, environment.now};
}

}  // namespace kith::cli
