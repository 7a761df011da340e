#include "cli/import_command.h"

#include <fmt/format.h>

#include <chrono>
#include <deque>
#include <filesystem>
#include <fstream>

#include "actions/authority.h"
#include "actions/import_census.h"
#include "returns/cin/read.h"
#include "returns/cin/validate.h"

namespace kith::cli {

namespace cin = returns::cin;
using namespace std::string_view_literals;
using actions::ImportedChild;

namespace {

constexpr std::string_view help =
    "kith import cin FILE.xml [--team NAME] [--report FILE.tsv] [--dry-run]\n"
    "    Brings the children of a census, with their episodes, into an empty or existing record. What comes over is\n"
    "    shown as brought over: it has no reasons. The same file again changes nothing.\n"
    "  --team NAME             the team whose list open work goes to; made where there is none of that name\n"
    "  --report FILE           every value that was not brought over as it stands, one a line\n"
    "  --dry-run               says what would be brought over, and changes nothing\n";

constexpr int not_a_census = 2;
constexpr std::size_t children_in_a_command = 25, commands_under_way = 8, most_named = 20,
                      children_between_lines = 5000;
constexpr std::string_view usual_team = "Brought over, to be allocated";

struct Asked {
    std::string file, team, report;
    bool dry_run = false;
    Options options;
};

Result<Asked> understand(Arguments arguments) {
    std::vector<std::string> rest(arguments.begin(), arguments.end());
    bool dry_run = std::erase(rest, "--dry-run") > 0;
    Options options = TRY(read_database_options(rest, std::array{"team"sv, "report"sv}, 2));
    if (options.others.size() != 2 || options.others[0] != "cin")
        return refuse(Because::invalid, "", "Say “kith import cin FILE.xml”.");
    Asked asked{options.others[1], std::string(options.get("team").value_or("")),
                std::string(options.get("report").value_or("")), dry_run, std::move(options)};
    if (!std::ifstream(asked.file).good() || std::filesystem::is_directory(asked.file))
        return refuse(Because::invalid, "file", fmt::format("{} cannot be read.", asked.file));
    return asked;
}

tl::expected<void, cin::Unreadable> read_file(const std::string& name, const cin::Receiver& receiver) {
    std::ifstream file(name, std::ios::binary);
    std::string piece(1 << 18, '\0');
    return cin::read_census(
        [&]() -> std::string_view {
            file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
            return std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount()));
        },
        receiver);
}

/// Values not understood, to the report and (the first ones) to whoever runs it.
class NotUnderstoodList {
  public:
    NotUnderstoodList(const std::string& file, std::ostream& err) : err_(err) {
        if (file.empty()) return;
        out_.open(file, std::ios::binary | std::ios::trunc);
        out_ << "child\telement\tvalue\tline\twhy\n";
        good_ = out_.good();
    }
    bool good() const { return good_; }
    void add(const cin::NotUnderstood& each) {
        if (out_.is_open())
            out_ << cell(each.child) << '\t' << each.element << '\t' << cell(each.text) << '\t' << each.line << '\t'
                 << cell(each.why) << '\n';
        if (++count_ <= most_named)
            err_ << fmt::format("line {}: child {}, {} “{}”: {}\n", each.line, each.child, each.element, each.text,
                                each.why);
        if (count_ == most_named + 1) err_ << "… and more: --report FILE takes all of them.\n";
    }
    std::size_t count() const { return count_; }

  private:
    static std::string cell(std::string text) {
        for (char& c : text)
            if (c == '\t' || c == '\n' || c == '\r') c = ' ';
        return text;
    }
    std::ostream& err_;
    std::ofstream out_;
    bool good_ = true;
    std::size_t count_ = 0;
};

/// Many children a command, several commands under way.
class Importing {
  public:
    Importing(const actions::Service& service, const Asked& asked, const actions::ImportedCensus& file,
              NotUnderstoodList& list, const Environment& environment)
        : service_(service), asked_(asked), file_(file), list_(list), environment_(environment) {}

    void add(const cin::Child& child) {
        lot_.push_back(child);
        if (lot_.size() == children_in_a_command) send();
    }
    void finish() {
        send();
        while (!under_way_.empty())
            take();
    }
    std::string lines() const;

  private:
    using Lot = std::vector<ImportedChild>;
    struct UnderWay {
        store::Pending<Result<int>> pending;
        std::shared_ptr<Lot> done;
    };
    void send();
    void take();
    void count(const ImportedChild& child);

    const actions::Service& service_;
    const Asked& asked_;
    const actions::ImportedCensus& file_;
    NotUnderstoodList& list_;
    const Environment& environment_;
    std::vector<cin::Child> lot_;
    std::deque<UnderWay> under_way_;
    std::size_t seen_ = 0, made_ = 0, added_to_ = 0, unchanged_ = 0, not_taken_ = 0;
    std::size_t episodes_ = 0, episodes_known_ = 0, duties_ = 0;
};

void Importing::send() {
    if (lot_.empty()) return;
    auto done = std::make_shared<Lot>();
    Instant now = service_.now();
    auto body = [this, done, now, lot = std::move(lot_)](store::Writer& writer) -> Result<int> {
        actions::Work work{actions::the_importer(), now, london_date(now), service_, writer};
        done->clear();  // it may run again
        for (const cin::Child& each : lot)
            done->push_back(actions::import_child(work, each, file_));
        if (asked_.dry_run) return refuse(Because::invalid, "dry-run", "Nothing is changed.");
        return 0;
    };
    lot_.clear();
    under_way_.push_back({service_.store.write_later({{}, now}, std::move(body)), done});
    if (under_way_.size() > commands_under_way) take();
}

void Importing::take() {
    UnderWay first = std::move(under_way_.front());
    under_way_.pop_front();
    auto saved = first.pending.wait();
    CHECK(saved || asked_.dry_run);
    for (const ImportedChild& each : *first.done)
        count(each);
}

void Importing::count(const ImportedChild& child) {
    using How = ImportedChild::How;
    made_ += child.how == How::new_here;
    added_to_ += child.how == How::added_to;
    unchanged_ += child.how == How::unchanged;
    not_taken_ += child.how == How::not_taken;
    episodes_ += child.episodes;
    episodes_known_ += child.episodes_known;
    duties_ += child.duties;
    for (const cin::NotUnderstood& each : child.not_understood)
        list_.add(each);
    if (++seen_ % children_between_lines == 0) environment_.err << seen_ << " children" << std::endl;
}

std::string Importing::lines() const {
    return fmt::format(
        "children: {} new, {} added to, {} unchanged, {} not brought over\n"
        "episodes: {} brought over, {} there already\n"
        "duties opened: {}\n"
        "values not understood: {}\n",
        made_, added_to_, unchanged_, not_taken_, episodes_, episodes_known_, duties_, list_.count());
}

/// The file's last day, from its header.
Result<Date> last_day(const cin::Header& header) {
    if (header.reference_date.given()) return *header.reference_date.value;
    return refuse(Because::invalid, "file", "The file's header has no ReferenceDate: its year is not known.");
}

Result<core::TeamId> team_for(const actions::Service& service, const std::string& asked) {
    auto teams = actions::look(service, [](store::Reader& reader) { return actions::teams(reader); });
    std::string name = asked.empty() ? std::string(usual_team) : asked;
    for (const core::Team& each : teams)
        if (each.name == name || (asked.empty() && teams.size() == 1)) return each.id;
    core::Team made = TRY(actions::perform(service, actions::the_importer(), [&](actions::Work& work) {
        return Result<core::Team>(actions::record_team(work, {.id = {}, .name = name, .phone = ""}));
    }));
    return made.id;
}

Result<std::unique_ptr<store::Store>> ready_record(const Asked& asked, const Environment& environment) {
    auto store = asked.dry_run ? TRY(open_record(asked.options)) : TRY(open_database(asked.options));
    store->migrate(environment.now());
    TRY(found_if_empty(*store, environment));
    return store;
}

Result<std::string> bring_over(const Asked& asked, const cin::Header& header, const Environment& environment) {
    Date last = TRY(last_day(header));
    NotUnderstoodList list(asked.report, environment.err);
    if (!list.good()) return refuse(Because::invalid, "report", fmt::format("{} cannot be written.", asked.report));
    auto store = TRY(ready_record(asked, environment));
    actions::Service service = service_over(*store, environment);
    actions::ImportedCensus file{std::filesystem::path(asked.file).filename().string(), last, {}, {}};
    if (!asked.dry_run) file.team = TRY(team_for(service, asked.team));
    file.made_numbers = actions::look(service, actions::made_numbers);
    Importing importing(service, asked, file, list, environment);
    Instant began = environment.now();
    std::size_t children = 0;
    auto read =
        read_file(asked.file, {.header = [](const cin::Header&) { return std::string(); },
                               .child =
                                   [&](const cin::Child& child) {
                                       ++children;
                                       importing.add(child);
                                   },
                               .note =
                                   [&](const cin::Note& note) {
                                       list.add({"-", note.element, "", note.line,
                                                 "No element of the census in " + note.within + ". Passed over."});
                                   }});
    importing.finish();
    if (!read) return refuse(Because::invalid, "file", "The file changed while it was read: run it again.");
    double seconds = std::chrono::duration<double>(environment.now() - began).count();
    environment.err << fmt::format("{:.1f} s, {:.0f} children a second\n", seconds,
                                   static_cast<double>(children) / std::max(seconds, 0.001));
    if (!asked.dry_run) store->write_head(environment.now());
    return (asked.dry_run ? "Nothing was changed. It would be:\n" : "") + importing.lines();
}

}  // namespace

int run_import(Arguments arguments, const Environment& environment) {
    if (arguments.empty() || asks_for_help(arguments)) {
        (arguments.empty() ? environment.err : environment.out) << help << database_help;
        return arguments.empty() ? 1 : 0;
    }
    auto asked = understand(arguments);
    if (!asked) return fail(environment, asked.error());
    cin::Header header;
    auto whole = read_file(asked->file, {.header =
                                             [&](const cin::Header& read) {
                                                 header = read;
                                                 return std::string();
                                             },
                                         .child = [](const cin::Child&) {},
                                         .note = [](const cin::Note&) {}});
    if (!whole) {
        environment.err << fmt::format("{}: line {}: not a children in need census. {} Nothing was brought over.\n",
                                       asked->file, whole.error().line, whole.error().why);
        return not_a_census;
    }
    auto lines = bring_over(*asked, header, environment);
    if (!lines) return fail(environment, lines.error());
    environment.out << *lines;
    return 0;
}

}  // namespace kith::cli
