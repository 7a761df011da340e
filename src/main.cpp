// Wires the parts together: the only place that reads the clock, the environment and the command line.
#include <malloc.h>
#include <sodium.h>
#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>
#include <memory>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "actions/aside.h"
#include "actions/census_counts.h"
#include "actions/draft.h"
#include "cli/clock_command.h"
#include "cli/database_commands.h"
#include "cli/demo_command.h"
#include "cli/import_command.h"
#include "cli/policy_command.h"
#include "cli/returns_command.h"
#include "cli/rulebook_command.h"
#include "http/server.h"
#include "web/app.h"

namespace {

using namespace kith;
using namespace std::string_view_literals;

Instant clock_now() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

RawId random_id() {
    RawId id;
    randombytes_buf(id.bytes.data(), id.bytes.size());
    return id;
}

void log_line(std::string_view line) {
    static std::mutex one_line_at_a_time;
    std::lock_guard lock(one_line_at_a_time);
    std::cerr << iso_utc(clock_now()) << " " << line << std::endl;
}

Result<http::Options> serve_options(const cli::Options& options) {
    http::Options serve;
    serve.address.host = std::string(options.get("listen").value_or("127.0.0.1"));
    std::string port(options.get("port").value_or("8080"));
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos ||
        std::stoi(port) > 65535)
        return refuse(Because::invalid, "port", "--port takes a number from 0 to 65535.");
    serve.address.port = static_cast<std::uint16_t>(std::stoi(port));
    if (auto proxy = options.get("trusted-proxy")) serve.trusted_proxies.push_back(TRY(http::parse_network(*proxy)));
    return serve;
}

/// Whether the signal to end has come and waits to be taken.
bool is_ending(const sigset_t& ending) {
    sigset_t waiting;
    sigpending(&waiting);
    sigandset(&waiting, &waiting, &ending);
    return !sigisemptyset(&waiting);
}

/// Takes room on the disk while there is some, for what is read while nothing can be saved. Kith serves without it too.
std::unique_ptr<store::Spool> take_spool(const store::Store& store) {
    try {
        return std::make_unique<store::Spool>(store.file_beside_key(".spool"));
    } catch (const store::Fault& fault) {
        log_line(std::string("no spool, so that nothing can be read while nothing can be saved: ") + fault.what());
        return nullptr;
    }
}

// Before anything is forgotten: it is known by its tokens whether a look is in the log already.
void bring_back_and_say(const actions::Service& service) {
    if (const int looks = actions::bring_back(service))
        log_line("while nothing could be saved " + std::to_string(looks) + " pages were read: now in the access log");
}

// A head over the journal every minute, and the census figures, until the signal to end.
void keep_time(const actions::Service& service, const sigset_t& ending) {
    store::Store& store = service.store;
    for (;;) {
        timespec minute{60, 0};
        if (sigtimedwait(&ending, nullptr, &minute) > 0) return;
        try {
            bring_back_and_say(service);
            store.tidy(clock_now());
            actions::tidy_desk(store, clock_now());
            actions::keep_figures_of_today(service);
            store.write_head(clock_now());
        } catch (const std::exception& fault) {
            log_line(std::string("the minute's head could not be written: ") + fault.what());
        }
    }
}

/// What is committed stays committed: without its head it is only not signed yet. Looks that wait stay in the spool.
void write_closing_head(const actions::Service& service) {
    try {
        bring_back_and_say(service);
        service.store.write_head(clock_now());
    } catch (const std::exception& fault) {
        log_line(std::string("the closing head could not be written; the next run signs what it would have: ") +
                 fault.what());
    }
}

/// As it stands in an address: an IPv6 one in brackets.
std::string written(const std::string& host) {
    return host.find(':') == host.npos ? host : "[" + host + "]";
}

/// The memory that a page took is there for the next one, instead of going back to the system page by page: a tenth of
/// the time of a large page. A thread keeps four megabytes at most; what takes more than one at once goes back.
void keep_memory_between_pages() {
    mallopt(M_TRIM_THRESHOLD, 4 << 20);
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
}

int run_serve(cli::Arguments arguments, const cli::Environment& environment) {
    if (cli::asks_for_help(arguments)) {
        environment.out
            << "kith serve [--port N] [--listen ADDRESS] [--trusted-proxy CIDR]\n"
            << "  --trusted-proxy CIDR                      whose X-Forwarded-For and X-Forwarded-Proto are\n"
            << "                                            believed: behind HTTPS, cookies and pages then\n"
            << "                                            never travel without it\n"
            << cli::database_help;
        return 0;
    }
    auto options = cli::read_database_options(arguments, std::array{"port"sv, "listen"sv, "trusted-proxy"sv});
    if (!options) return cli::fail(environment, options.error());
    auto serve = serve_options(*options);
    if (!serve) return cli::fail(environment, serve.error());
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);  // every thread inherits it; keep_time takes the signal

    keep_memory_between_pages();
    auto store = cli::open_database(*options);
    if (!store) return cli::fail(environment, store.error());
    (*store)->migrate(clock_now());
    if (auto founded = cli::found_if_empty(**store, environment); !founded)
        return cli::fail(environment, founded.error());
    actions::Service service = cli::service_over(**store, environment);
    std::atomic<bool> ended = false;
    actions::CensusCounts counts([&] { return ended || is_ending(ending); });
    service.census = &counts;
    actions::Aside aside(take_spool(**store));
    service.aside = &aside;
    try {
        bring_back_and_say(service);
    } catch (const store::Fault& fault) {
        log_line(std::string("what was read while nothing could be saved waits on: ") + fault.what());
    }
    web::App app(service);
    http::Server server(
        *serve, {.handle = [&](const http::Request& request) { return app.handle(request); },
                 .takes_body = [&](http::Method method, std::string_view path) { return app.takes_body(method, path); },
                 .fault = [&](const http::Request& request, std::string_view reference,
                              const std::exception_ptr& fault) { return app.fault_page(request, reference, fault); },
                 .ids = environment.ids,
                 .now = clock_now,
                 .log = log_line});
    try {
        server.start();
    } catch (const std::system_error& fault) {
        return cli::fail(environment, {Because::invalid, "port",
                                       "Kith cannot listen at " + written(serve->address.host) + ":" +
                                           std::to_string(serve->address.port) + ": " + fault.code().message() +
                                           ". Choose another --port, or stop what listens there."});
    }
    environment.out << "Kith is at http://" << written(serve->address.host) << ":" << server.port() << std::endl;
    keep_time(service, ending);
    ended = true;
    server.stop();
    write_closing_head(service);
    return 0;
}

constexpr std::string_view usage =
    "kith serve | demo | migrate | user add | tick --now | journal verify | journal replay --into DIR\n"
    "     | policy check | policy apply | rulebook print | clock due | clock elapsed | returns cin check\n"
    "     | returns cin rules | returns cin build | returns ssd | returns dfe-api build | returns dfe-api send\n"
    "     | import cin        (each with --help)\n";

int run(const std::string& command, cli::Arguments rest, const cli::Environment& environment) {
    if (command == "serve") return run_serve(rest, environment);
    if (command == "demo") return cli::run_demo(rest, environment);
    if (command == "migrate") return cli::run_migrate(rest, environment);
    if (command == "journal") return cli::run_journal(rest, environment);
    if (command == "user") return cli::run_user(rest, environment);
    if (command == "tick") return cli::run_tick(rest, environment);
    if (command == "clock") return cli::run_clock(rest, environment.out, environment.err);
    if (command == "rulebook") return cli::run_rulebook(rest, environment.out, environment.err);
    if (command == "returns") return cli::run_returns(rest, environment);
    if (command == "import") return cli::run_import(rest, environment);
    if (command == "policy") return cli::run_policy(rest, environment);
    if (command == "--help" || command == "help") {
        environment.out << usage;
        return 0;
    }
    environment.err << "There is no command “" << command << "”: kith --help lists them.\n";
    return 1;
}

/// An answer that nobody could read is none: a full disk behind it, or nothing there at all.
int delivered(int code) {
    if (std::cout.flush()) return code;
    std::cerr << "The answer could not be written.\n";
    return 1;
}

}  // namespace

int main(int count, char** words) {
    if (sodium_init() < 0) return 70;
    umask(0077);  // what a council knows about children is for the account that runs Kith
    std::vector<std::string> arguments(words + 1, words + count);
    cli::Environment environment{clock_now, random_id, std::cin, std::cout, std::cerr};
    try {
        if (arguments.empty()) {
            environment.err << "Say what to do: kith --help lists the commands.\n";
            return 1;
        }
        return delivered(run(arguments[0], std::span(arguments).subspan(1), environment));
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
}
