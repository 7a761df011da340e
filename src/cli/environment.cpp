#include "cli/environment.h"

#include <filesystem>

#include "rulebook/england/england.h"

namespace kith::cli {

int fail(const Environment& environment, const Refusal& refusal) {
    environment.err << refusal.sentence << "\n";
    return 1;
}

Result<std::unique_ptr<store::Store>> open_database(const Options& options) {
    if (options.get("database") && options.get("data"))
        return refuse(Because::invalid, "database", "Give --database or --data, not both.");
    std::string directory(options.get("data").value_or("data"));
    std::string text(options.get("database").value_or("sqlite:" + directory + "/kith.sqlite"));
    if (!options.get("database")) {
        std::error_code failed;
        std::filesystem::create_directories(directory, failed);
        if (failed)
            return refuse(Because::invalid, "data",
                          "The directory " + directory + " cannot be made: " + failed.message() + ".");
    }
    return store::Store::open(TRY(store::parse_location(text)));
}

actions::Service service_over(store::Store& store, const Environment& environment) {
    static const core::LocalPolicy no_policy;
    return {store, rulebook::england(), no_policy, WorkingDays::england_and_wales(), environment.ids, environment.now};
}

}  // namespace kith::cli
