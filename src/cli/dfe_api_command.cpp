#include "cli/dfe_api_command.h"

#include <fmt/format.h>
#include <poll.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "actions/authority.h"
#include "actions/dfe_submissions.h"
#include "base/text.h"
#include "core/identifiers.h"
#include "outside/sender.h"

namespace kith::cli {

namespace dfe = returns::dfe_api;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view help =
    "kith returns dfe-api build [--out DIR]\n"
    "    Compares every child of the record with what was sent before, and keeps what is to be sent.\n"
    "  --out DIR                                 writes the messages there too, to look at\n"
    "kith returns dfe-api send --base URL --token-url URL --client-id ID --secret-file FILE --supplier-key-file FILE\n"
    "    Sends what the last build found, at most 100 children in a message. Run it again after any failure.\n"
    "  --base URL, --token-url URL, --scope S    of the Department's “Find and use an API” pages\n"
    "  --la NNN                                  the government's number of the authority, where the record lacks it\n"
    "  --secret-file FILE                        the client's secret; --supplier-key-file FILE: the supplier's key\n";

constexpr std::string_view by_hand = "Command line";

// ---- build ----------------------------------------------------------------------------------------------------------

Result<std::size_t> write_batches(const actions::Service& service, const std::filesystem::path& directory) {
    auto cannot = [&] {
        return refuse(Because::invalid, "out", fmt::format("Nothing can be written in {}.", directory.string()));
    };
    std::error_code failed;
    std::filesystem::create_directories(directory, failed);
    if (failed) return cannot();
    std::size_t written = 0;
    bool good = true;
    actions::each_batch(service, [&](const std::string& json) {
        auto path = directory / fmt::format("batch-{:04}.json", ++written);
        std::ofstream file(path, std::ios::binary | std::ios::trunc);
        std::filesystem::permissions(path, std::filesystem::perms(0600), failed);
        file << json;
        good = good && file.flush().good();
    });
    if (!good) return cannot();
    return written;
}

Result<std::string> build(Arguments arguments, const Environment& environment) {
    Options options = TRY(read_database_options(arguments, std::array{"out"sv}));
    auto store = TRY(open_record(options));
    store->migrate(environment.now());
    actions::Service service = service_over(*store, environment);
    store::DfeRun run = TRY(actions::refresh_submissions(service, std::string(by_hand)));
    std::string said = fmt::format("{} new, {} updated, {} unchanged, {} deleted, {} that cannot be sent\n", run.added,
                                   run.updated, run.unchanged, run.deleted, run.errors);
    if (auto out = options.get("out"))
        said += fmt::format("{}: {} messages\n", *out, TRY(write_batches(service, *out)));
    return said;
}

// ---- send -----------------------------------------------------------------------------------------------------------

volatile std::sig_atomic_t asked_to_stop = 0;

/// Hears SIGINT and SIGTERM while it lives.
class Stopping {
  public:
    Stopping() {
        asked_to_stop = 0;
        struct sigaction hear {};
        hear.sa_handler = [](int) { asked_to_stop = 1; };
        sigaction(SIGINT, &hear, &interrupt_);
        sigaction(SIGTERM, &hear, &terminate_);
    }
    ~Stopping() {
        sigaction(SIGINT, &interrupt_, nullptr);
        sigaction(SIGTERM, &terminate_, nullptr);
    }
    Stopping(const Stopping&) = delete;

  private:
    struct sigaction interrupt_ {
    }, terminate_{};
};

void wait_unless_stopped(std::chrono::seconds wait) {
    constexpr std::chrono::milliseconds slice(200);
    for (std::chrono::milliseconds left = wait; left.count() > 0 && !asked_to_stop; left -= slice)
        poll(nullptr, 0, static_cast<int>(slice.count()));
}

Result<std::string> secret_from(const Options& options, std::string_view name) {
    std::string_view path = TRY(options.need(name, "/run/secrets/" + std::string(name)));
    std::ifstream file{std::string(path), std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    std::string secret(trim(text.str()));
    if (!file.good() || secret.empty() || secret.find('\n') != secret.npos)
        return refuse(Because::invalid, name,
                      fmt::format("{} holds no secret: it must be a file with one line.", path));
    return secret;
}

Result<std::string> address_from(const Options& options, std::string_view name, std::string_view example) {
    std::string url(TRY(options.need(name, example)));
    if (auto good = outside::check_address(url); !good)
        return refuse(Because::invalid, name, fmt::format("--{}: {}", name, good.error().sentence));
    return url;
}

Result<std::string> authority_number(const Options& options, const actions::Service& service) {
    if (auto typed = options.get("la")) return core::authority_number(*typed);
    std::string number =
        actions::look(service, [](store::Reader& reader) { return actions::authority_profile(reader); }).dfe_number;
    if (number.empty())
        return refuse(Because::invalid, "la",
                      "The record does not say the government's number of this authority: give it as --la NNN.");
    return number;
}

Result<outside::Receiver> receiver_from(const Options& options, const actions::Service& service) {
    outside::Receiver receiver;
    std::string base = TRY(address_from(options, "base", "https://receiver.example/api"));
    while (base.ends_with('/'))
        base.pop_back();
    receiver.credentials.token_url = TRY(address_from(options, "token-url", "https://sign-in.example/token"));
    receiver.credentials.client_id = std::string(TRY(options.need("client-id", "6f1c1f0e-…")));
    receiver.credentials.scope = std::string(options.get("scope").value_or(""));
    receiver.credentials.client_secret = TRY(secret_from(options, "secret-file"));
    receiver.headers = {{"SupplierKey", TRY(secret_from(options, "supplier-key-file"))}};
    receiver.url =
        fmt::format("{}/children_social_care_data/{}/children", base, TRY(authority_number(options, service)));
    return receiver;
}

Result<store::DfeRun> send(Arguments arguments, const Environment& environment) {
    Options options =
        TRY(read_database_options(arguments, std::array{"base"sv, "token-url"sv, "scope"sv, "la"sv, "client-id"sv,
                                                        "secret-file"sv, "supplier-key-file"sv}));
    auto store = TRY(open_record(options));
    store->migrate(environment.now());
    actions::Service service = service_over(*store, environment);
    outside::Receiver receiver = TRY(receiver_from(options, service));
    outside::HttpClient client;
    outside::Sender sender(
        std::move(receiver), [&](const outside::HttpPost& post) { return client.post(post); }, wait_unless_stopped,
        environment.now);
    Stopping stopping;
    return actions::send_submissions(
        service,
        {.by = std::string(by_hand),
         .post = [&](const std::string& json, std::size_t children) { return understand(sender.send(json), children); },
         .stop = [] { return asked_to_stop != 0; }});
}

int print(const store::DfeRun& run, const Environment& environment) {
    environment.out << fmt::format("{} sent, {} not taken, in {} messages\n", run.sent, run.errors, run.batches);
    bool failed = run.ended_how == store::DfeRunEnd::failed;
    if (run.errors == 0 && run.ended_how == store::DfeRunEnd::done) return 0;
    if (failed)
        environment.err << "The sending failed. What was taken before stays there; the rest goes with the next.\n";
    environment.err << run.answer << "\n";
    return 1;
}

}  // namespace

dfe::Answer understand(const outside::Sent& sent, std::size_t children) {
    dfe::Answer answer = sent.answer ? dfe::understand(sent.answer->status, sent.answer->body, children)
                                     : dfe::no_answer(sent.answer.error());
    return sent.may_have_arrived ? dfe::after_unknown_try(std::move(answer)) : answer;
}

int run_dfe_api(Arguments arguments, const Environment& environment) {
    if (asks_for_help(arguments)) {
        environment.out << help << database_help;
        return 0;
    }
    if (!arguments.empty() && arguments[0] == "build") {
        auto said = build(arguments.subspan(1), environment);
        if (!said) return fail(environment, said.error());
        environment.out << *said;
        return 0;
    }
    if (!arguments.empty() && arguments[0] == "send") {
        auto run = send(arguments.subspan(1), environment);
        return run ? print(*run, environment) : fail(environment, run.error());
    }
    return fail(environment, {Because::invalid, "", "Build or send? “kith returns dfe-api --help” shows both."});
}

}  // namespace kith::cli
