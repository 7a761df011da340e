#include "cli/database_commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "actions/authority.h"
#include "actions/census_readiness.h"
#include "actions/draft.h"
#include "base/text.h"
#include "core/staff.h"
#include "store/spool.h"

namespace kith::cli {

using namespace std::literals;

static int help(const Environment& environment, std::string_view text) {
    environment.out << text << database_help;
    return 0;
}

int run_migrate(Arguments arguments, const Environment& environment) {
    if (asks_for_help(arguments))
        return help(environment, "kith migrate: brings the database to this program's shape, forward only.\n");
    auto options = read_database_options(arguments);
    if (!options) return fail(environment, options.error());
    auto store = open_database(*options);
    if (!store) return fail(environment, store.error());
    int applied = (*store)->migrate(environment.now());
    (*store)->write_head(environment.now());
    environment.out << applied << "\n";
    return 0;
}

static int verify(store::Store& store, const Environment& environment) {
    auto verified =
        store.verify([&](const store::JournalFault& fault) { environment.out << store::to_text(fault) << "\n"; });
    if (verified.faults > 0) return 1;
    environment.out << "ok " << verified.entries << " " << verified.records << "\n";
    return 0;
}

static int replay(store::Store& from, const Options& options, const Environment& environment) {
    auto into = options.need("into", "DIR");
    if (!into) return fail(environment, into.error());
    Options target;
    target.values.emplace("data", *into);
    auto store = open_database(target);
    if (!store) return fail(environment, store.error());
    (*store)->migrate(environment.now());
    from.replay_into(**store);  // its heads as well: none of our own, so that the copy is the record row for row
    environment.out << "replayed into " << *into << "\n";
    return 0;
}

int run_journal(Arguments arguments, const Environment& environment) {
    if (asks_for_help(arguments))
        return help(environment,
                    "kith journal verify: finds any change to the journal.\n"
                    "kith journal replay --into DIR: restores the record as DIR/kith.sqlite.\n");
    auto options = read_database_options(arguments, std::array{"into"sv}, 1);
    if (!options) return fail(environment, options.error());
    bool verifies = options->others == std::vector{"verify"s};
    if (!verifies && options->others != std::vector{"replay"s})
        return fail(environment,
                    {Because::invalid, "", "Say “kith journal verify” or “kith journal replay --into DIR”."});
    if (verifies && options->get("into"))
        return fail(environment, {Because::invalid, "into", "--into belongs to “kith journal replay”."});
    auto store = open_record(*options);
    if (!store) return fail(environment, store.error());
    return verifies ? verify(**store, environment) : replay(**store, *options, environment);
}

static std::string roles() {
    std::string all;
    for (const auto& role : Words<core::Role>::all)
        all += (all.empty() ? "" : ", ") + std::string(role.text);
    return all;
}

static Result<core::Staff> staff_from(const Options& options, store::Store& store) {
    core::Staff staff;
    staff.sign_in_name = std::string(TRY(options.need("sign-in", "amina.hale")));
    staff.name = std::string(TRY(options.need("name", "\"Amina Hale\"")));
    auto role = parse_word<core::Role>(TRY(options.need("role", "social_worker")));
    if (!role) return refuse(Because::invalid, "role", fmt::format("There is no such role. It can be {}.", roles()));
    staff.role = *role;
    staff.phone = std::string(options.get("phone").value_or(""));
    auto qualified = options.get("qualified").value_or("no");
    if (qualified != "yes" && qualified != "no")
        return refuse(Because::invalid, "qualified", "--qualified is yes or no.");
    staff.social_work_qualified = qualified == "yes";
    std::string team(options.get("team").value_or(""));
    for (const core::Team& each : store.read([](store::Reader& reader) { return actions::teams(reader); }))
        if (each.name == team) staff.team = each.id;
    if (!team.empty() && staff.team.is_nil()) return refuse(Because::invalid, "team", "There is no team of that name.");
    return staff;
}

static Result<void> add_user(const Options& options, store::Store& store, const Environment& environment) {
    actions::AddStaff command{TRY(staff_from(options, store)), ""};
    std::string password;
    std::getline(environment.in, password);
    command.password_hash = TRY(actions::password_hash(password));
    TRY(found_if_empty(store, environment));
    auto service = service_over(store, environment);
    TRY(actions::perform(service, core::Actor{},
                         [&](actions::Work& work) { return actions::add_staff(work, command); }));
    return {};
}

static Result<void> disable_user(const Options& options, store::Store& store, const Environment& environment) {
    std::string name(TRY(options.need("sign-in", "amina.hale")));
    auto service = service_over(store, environment);
    return actions::perform(service, core::Actor{},
                            [&](actions::Work& work) { return actions::disable_staff_named(work, name); });
}

int run_user(Arguments arguments, const Environment& environment) {
    if (asks_for_help(arguments))
        return help(environment,
                    "kith user add --sign-in NAME --name \"FULL NAME\" --role ROLE [--team TEAM] [--phone PHONE] "
                    "[--qualified yes|no]\n"
                    "  reads the password from standard input. ROLE is one of\n  " +
                        roles() + ".\nkith user disable --sign-in NAME\n");
    bool adds = !arguments.empty() && arguments[0] == "add";
    if (!adds && (arguments.empty() || arguments[0] != "disable"))
        return fail(environment,
                    {Because::invalid, "", "Say “kith user add …” or “kith user disable --sign-in NAME”."});
    static constexpr std::array of_add{"sign-in"sv, "name"sv, "role"sv, "team"sv, "phone"sv, "qualified"sv};
    auto options = read_database_options(arguments.subspan(1), std::span(of_add).first(adds ? of_add.size() : 1));
    if (!options) return fail(environment, options.error());
    auto store = open_record(*options);
    if (!store) return fail(environment, store.error());
    (*store)->migrate(environment.now());
    auto done = adds ? add_user(*options, **store, environment) : disable_user(*options, **store, environment);
    if (!done) return fail(environment, done.error());
    (*store)->write_head(environment.now());
    environment.out << (adds ? "added " : "disabled ") << options->get("sign-in").value_or("") << "\n";
    return 0;
}

// Before anything is forgotten: it is known by its tokens whether a look is in the log already.
static void bring_back_looks(store::Store& store, Instant now) {
    auto file = store.authority() ? store.file_beside_key(".spool") : std::filesystem::path();
    if (file.empty() || !std::filesystem::exists(file)) return;
    store::Spool spool(file);
    store::rejoin(spool, store, now);
}

int run_tick(Arguments arguments, const Environment& environment) {
    if (asks_for_help(arguments))
        return help(environment,
                    "kith tick --now: signs a head over the journal; what was read while nothing could be saved joins "
                    "the access "
                    "log; old form tokens, drafts and sessions are forgotten; the census figures of today are kept.\n");
    std::vector<std::string> rest(arguments.begin(), arguments.end());
    if (std::erase(rest, "--now") != 1) return fail(environment, {Because::invalid, "now", "Say “kith tick --now”."});
    auto options = read_database_options(rest);
    if (!options) return fail(environment, options.error());
    auto store = open_record(*options);
    if (!store) return fail(environment, store.error());
    (*store)->migrate(environment.now());
    bring_back_looks(**store, environment.now());
    (*store)->tidy(environment.now());
    actions::tidy_desk(**store, environment.now());
    actions::keep_figures_of_today(service_over(**store, environment));
    (*store)->write_head(environment.now());
    environment.out << "done\n";
    return 0;
}

}  // namespace kith::cli
