// Durable commands per second: a contact is received through the real action by 64 clients.
//
//     commands sqlite [commands] [directory]   against the bare group-commit loop: the statements and values that the
//                                              action ran, recorded and run again by one thread with cached statements,
//                                              one COMMIT for as many as wait, synchronous=FULL (at least 0.6)
//     commands rate URI [commands]             PostgreSQL: the rate alone, for bench/postgres to set beside pgbench's
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "actions/authority.h"
#include "actions/receive_contact.h"
#include "bare_loop.h"
#include "clients.h"
#include "rulebook/england/england.h"
#include "store/location.h"

namespace {

using namespace kith;
namespace fs = std::filesystem;

const std::string worry(600, 'w');

actions::ReceiveContact a_contact() {
    actions::ReceiveContact command;
    command.contact.reporter = core::ReporterKind::professional;
    command.contact.worry = worry;
    command.contact.agency = "Alder Primary School";
    command.contact.agency_role = "Designated safeguarding lead";
    command.children.resize(1);
    command.children[0].given_name = "Amara";
    command.children[0].family_name = "Okafor";
    return command;
}

/// A service over a store; the same seed gives the same ids and tokens.
struct Desk {
    explicit Desk(store::Store& store, std::uint64_t from = 7)
        : seed(from),
          service{store, rulebook::england(), policy, WorkingDays::england_and_wales(), safe(seeded_ids(from)), [] {
                      return from_micros(1'795'168'800'000'000);
                  }} {}

    void receive(std::uint64_t number) {
        auto done =
            actions::perform_once(service, actions::the_public(), fmt::format("token-{}-{}", seed, number), worry,
                                  [&](actions::Work& work) -> Result<std::string> {
                                      return "/contacts/" + TRY(actions::receive_contact(work, a_contact())).reference;
                                  });
        if (!done) throw std::runtime_error(done.error().sentence);
    }

    static IdSource safe(IdSource ids) {
        auto one_at_a_time = std::make_shared<std::mutex>();
        return [ids = std::move(ids), one_at_a_time] {
            const std::lock_guard lock(*one_at_a_time);
            return ids();
        };
    }

    std::uint64_t seed;
    core::LocalPolicy policy;
    actions::Service service;
};

std::unique_ptr<store::Store> open(const store::Location& location, store::Synchronous synchronous) {
    auto store = store::Store::open(location, {.connections = bench::clients, .synchronous = synchronous});
    store->migrate({});
    if (!store->authority()) (void)store->found({}, RawId{{1}}, "Alderbrook");
    return store;
}

fs::path founded(const fs::path& file) {
    open({.where = file}, store::Synchronous::full);
    return file;
}

std::vector<bench::Recorded> record(const fs::path& file, std::uint64_t commands) {
    auto recorder = bench::Recorder();
    auto store = open({.where = file}, store::Synchronous::off);
    Desk desk(*store);
    desk.receive(0);  // statements that only the first one needs
    recorder.start();
    for (std::uint64_t i = 1; i <= commands; ++i)
        desk.receive(i);
    return recorder.stop();
}

double through_the_action(const fs::path& file, std::uint64_t commands) {
    auto store = open({.where = file}, store::Synchronous::full);
    Desk desk(*store);
    desk.receive(0);
    return bench::rate(commands, [&](std::uint64_t number) { desk.receive(number + 1); });
}

int against_the_bare_loop(std::uint64_t commands, const fs::path& directory) {
    fs::create_directories(directory);
    auto recorded = record(directory / "recorded.sqlite", commands);
    std::vector<double> ratios;
    for (int run = 0; run < 5; ++run) {
        auto bare_file = founded(directory / fmt::format("bare-{}.sqlite", run));
        auto our_file = founded(directory / fmt::format("ours-{}.sqlite", run));
        double floor = bench::bare_rate(bare_file, recorded);
        double ours = through_the_action(our_file, commands);
        ratios.push_back(ours / floor);
        fmt::print(
            "durable commands/s (receive a contact, 64 clients, SQLite FULL): action {:.0f}, bare group-commit "
            "loop of its {} statements {:.0f}, ratio {:.2f}\n",
            ours, recorded.front().size(), floor, ratios.back());
    }
    std::sort(ratios.begin(), ratios.end());
    fmt::print("median ratio {:.2f} (at least 0.60)\n", ratios[2]);
    return ratios[2] >= 0.6 ? 0 : 1;
}

int rate_alone(std::string_view uri, std::uint64_t commands) {
    auto location = store::parse_location(uri);
    if (!location) throw std::runtime_error(location.error().sentence);
    auto store = open(*location, store::Synchronous::full);
    Desk desk(*store, static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count()));
    desk.receive(1'000'000'000);
    fmt::print("{:.0f}\n", bench::rate(commands, [&](std::uint64_t number) { desk.receive(number); }));
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const std::string mode = count > 1 ? words[1] : "";
    if (mode == "rate" && count > 2) return rate_alone(words[2], count > 3 ? std::stoull(words[3]) : 5'000);
    if (mode != "sqlite") return 1;
    const fs::path directory = (count > 3 ? fs::path(words[3]) : fs::temp_directory_path()) / "kith-bench-commands";
    fs::remove_all(directory);
    int code = against_the_bare_loop(count > 2 ? std::stoull(words[2]) : 10'000, directory);
    fs::remove_all(directory);
    return code;
}
