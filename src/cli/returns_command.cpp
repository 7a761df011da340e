#include "cli/returns_command.h"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "cli/census_year.h"
#include "cli/dfe_api_command.h"
#include "cli/returns_build.h"
#include "cli/returns_ssd.h"
#include "returns/cin/report.h"

namespace kith::cli {

namespace cin = returns::cin;

namespace {

constexpr int clean = 0, has_errors = 1, not_a_census = 2;
constexpr int not_written = not_a_census;  // never 1: a full disk is no error in the census

constexpr std::string_view usage =
    "kith returns cin check FILE [--year YYYY] [--format text|tsv|csv|json|html|xlsx] [--out FILE] [--against FILE]\n"
    "kith returns cin rules --year YYYY [--changed-since YYYY] [--format text|tsv]\n"
    "kith returns cin build --year YYYY --out FILE     (from the record; --help says more)\n"
    "kith returns ssd --out DIR                        (the Standard Safeguarding Dataset; --help says more)\n"
    "kith returns dfe-api build | send                 (the daily API, from the record; --help says more)\n";

struct Asked {
    std::vector<std::string> plain;
    std::map<std::string, std::string> named;

    std::optional<std::string> find(const std::string& name) const {
        auto found = named.find(name);
        if (found == named.end()) return std::nullopt;
        return found->second;
    }
    std::string find_or(const std::string& name, std::string otherwise) const {
        return find(name).value_or(std::move(otherwise));
    }
};

tl::expected<Asked, std::string> understand(std::span<const std::string> arguments,
                                            std::initializer_list<std::string_view> known) {
    Asked asked;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (!argument.starts_with("--")) {
            asked.plain.push_back(argument);
            continue;
        }
        std::size_t equals = argument.find('=');
        std::string name = argument.substr(2, equals == std::string::npos ? equals : equals - 2);
        if (std::find(known.begin(), known.end(), name) == known.end())
            return tl::unexpected("There is no option --" + name + ".");
        if (equals == std::string::npos && i + 1 == arguments.size())
            return tl::unexpected("--" + name + " needs a value.");
        asked.named[name] = equals == std::string::npos ? arguments[++i] : argument.substr(equals + 1);
    }
    return asked;
}

/// A file in pieces.
class FileBytes {
  public:
    explicit FileBytes(const std::string& path) : buffer_(256 * 1024, '\0') {
        if (path != "-") file_.open(path, std::ios::binary);
        in_ = path == "-" ? &std::cin : &file_;
        std::error_code ignored;
        good_ = path == "-" || (file_.is_open() && !std::filesystem::is_directory(path, ignored));
    }
    bool good() const { return good_; }
    std::string_view next() {
        in_->read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        return std::string_view(buffer_).substr(0, static_cast<std::size_t>(in_->gcount()));
    }

  private:
    std::string buffer_;
    std::ifstream file_;
    std::istream* in_ = nullptr;
    bool good_ = false;
};

struct CheckedFile {
    cin::Checked checked;
    cin::ChildrenByIdentifier children;
};

std::optional<CheckedFile> check_file(const std::string& path, const cin::Options& options, const cin::Findings& each,
                                      bool keep_children, std::ostream& err) {
    FileBytes file(path);
    if (!file.good()) {
        err << path << ": the file cannot be read.\n";
        return std::nullopt;
    }
    CheckedFile result;
    std::function<void(const cin::Child&)> keep;
    if (keep_children) keep = [&](const cin::Child& child) { result.children.add(child); };
    auto checked = cin::check_census([&] { return file.next(); }, options, each, keep);
    if (!checked) {
        err << fmt::format("{}: line {}: not a children in need census. {}\n", path, checked.error().line,
                           checked.error().why);
        return std::nullopt;
    }
    result.checked = std::move(*checked);
    return result;
}

/// Rows are held back until the file is known to be a census, unless they become too many to hold.
class HeldRows {
  public:
    HeldRows(std::ostream& out, std::string_view format)
        : out_(out), append_(format == "csv" ? cin::append_csv : cin::append_tsv) {
        held_ = format == "csv" ? cin::csv_heading() : cin::tsv_heading();
    }
    void add(const cin::Finding& finding) {
        append_(held_, finding);
        if (held_.size() > 32u * 1024 * 1024) let_go();
    }
    void let_go() {
        out_ << held_;
        held_.clear();
    }

  private:
    std::ostream& out_;
    void (*append_)(std::string&, const cin::Finding&);
    std::string held_;
};

std::optional<std::string> xlsx_bytes(const cin::Report& report) {
    std::string path = (std::filesystem::temp_directory_path() / "kith-report-XXXXXX").string();
    int handle = mkstemp(path.data());
    if (handle < 0) return std::nullopt;
    close(handle);
    bool written = cin::write_xlsx(report, path);
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    std::filesystem::remove(path);
    if (!written) return std::nullopt;
    return bytes.str();
}

bool write_report(const cin::Report& report, const std::string& format, std::ostream& out) {
    if (format == "text") out << cin::text_report(report);
    if (format == "json") out << cin::json_report(report);
    if (format == "html") out << cin::html_report(report);
    if (format == "tsv" && report.comparison) out << cin::tsv_comparison(*report.comparison);
    if (format == "xlsx") {
        std::optional<std::string> bytes = xlsx_bytes(report);
        if (!bytes) return false;
        out << *bytes;
    }
    return static_cast<bool>(out.flush());
}

void remark_on(const cin::Checked& checked, std::ostream& err) {
    for (const cin::Note& note : checked.notes)
        err << fmt::format("line {}: {} in {} is no element of the census; it was passed over.\n", note.line,
                           note.element, note.within);
    if (checked.basis.provisional) err << cin::provisional_note << '\n';
}

struct CheckRequest {
    std::string file, format, against;
    cin::Options options;
};

int check_into(const CheckRequest& request, std::ostream& out, std::ostream& err) {
    HeldRows rows(out, request.format);
    bool in_rows = request.format == "tsv" || request.format == "csv";
    cin::Findings each;
    if (in_rows) each = [&](cin::Finding&& finding) { rows.add(finding); };
    bool comparing = !request.against.empty();
    auto now = check_file(request.file, request.options, each, comparing, err);
    if (!now) return not_a_census;
    std::optional<cin::Comparison> comparison;
    if (comparing) {
        auto last = check_file(request.against, {}, {}, true, err);
        if (!last) return not_a_census;
        comparison = cin::compare(last->checked, last->children, now->checked, now->children);
        comparison->last_file = std::filesystem::path(request.against).filename().string();
    }
    if (in_rows) rows.let_go();
    std::string name = std::filesystem::path(request.file).filename().string();
    cin::Report report{now->checked, name, comparison ? &*comparison : nullptr};
    if (!write_report(report, request.format, out)) {
        err << "The report could not be written.\n";
        return not_written;
    }
    if (in_rows) remark_on(now->checked, err);
    return now->checked.clean() ? clean : has_errors;
}

int refuse_usage(const std::string& why, std::ostream& err) {
    err << why << '\n' << usage;
    return not_a_census;
}

int check(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
    auto asked = understand(arguments, {"year", "format", "out", "against"});
    if (!asked) return refuse_usage(asked.error(), err);
    if (asked->plain.size() != 1) return refuse_usage("Name one file to check.", err);
    CheckRequest request{asked->plain[0], asked->find_or("format", "text"), asked->find_or("against", ""), {}};
    for (std::string_view known : {"text", "tsv", "csv", "json", "html", "xlsx", ""}) {
        if (known.empty()) return refuse_usage("There is no format \"" + request.format + "\".", err);
        if (known == request.format) break;
    }
    if (request.format == "csv" && !request.against.empty())
        return refuse_usage("A comparison of two files is written as text, tsv, json, html or xlsx.", err);
    if (auto year = asked->find("year")) {
        auto understood = census_year_from(*year);
        if (!understood) return refuse_usage(understood.error().sentence, err);
        request.options.rules_year = *understood;
    }
    std::optional<std::string> path = asked->find("out");
    if (!path) return check_into(request, out, err);
    std::ostringstream report;
    int code = check_into(request, report, err);
    if (code == not_a_census) return code;
    std::ofstream file(*path, std::ios::binary);
    file << report.str();
    if (!file.flush()) {
        err << *path << ": the file cannot be written.\n";
        return not_written;
    }
    return code;
}

// ---- rules ----------------------------------------------------------------------------------------------------------

std::string years_of(const cin::Rule& rule) {
    if (rule.until > cin::last_year) return cin::census_name(rule.from) + " on";
    return cin::census_name(rule.from) + " to " + cin::census_name(rule.until);
}

void print_rule(const cin::Rule& rule, std::ostream& out) {
    out << fmt::format("{:<6} {}  {}\n", rule.code, cin::name_of(rule.severity()), rule.explain);
    out << fmt::format("              Flag when: {}\n              Elements: {}\n", rule.says, rule.fields);
    out << fmt::format("              Years: {}\n", years_of(rule));
    if (!rule.doubt.empty()) out << fmt::format("              In doubt: {}\n", rule.doubt);
    if (rule.provisional()) out << "              Known only as of January 2026.\n";
}

void print_rule_row(const cin::Rule& rule, std::string_view change, std::ostream& out) {
    out << rule.code << '\t' << cin::name_of(rule.severity()) << '\t' << rule.fields << '\t' << years_of(rule) << '\t'
        << rule.says << '\t' << rule.explain << '\t' << rule.doubt << '\t'
        << (rule.provisional() ? "as of January 2026" : "") << '\t' << change << '\n';
}

std::string_view kind_of(const cin::RuleChange& change) {
    return !change.was ? "new" : !change.now ? "gone" : "changed";
}

void print_changes(int year, int since, bool rows, std::ostream& out) {
    std::vector<cin::RuleChange> changes = cin::rules_changed(since, year);
    if (!rows)
        out << fmt::format("Rules of the children in need census {} that differ from {}: {}.\n",
                           cin::census_name(cin::rule_set_of(year)), cin::census_name(cin::rule_set_of(since)),
                           changes.size());
    for (const cin::RuleChange& change : changes) {
        const cin::Rule& rule = change.now ? *change.now : *change.was;
        if (rows) {
            print_rule_row(rule, kind_of(change), out);
            continue;
        }
        out << '\n' << kind_of(change) << ":\n";
        print_rule(rule, out);
        if (change.was && change.now) out << fmt::format("              Before: {}\n", change.was->says);
    }
}

void print_rules(int year, bool rows, std::ostream& out) {
    std::vector<const cin::Rule*> rules = cin::rules_of(year);
    if (!rows)
        out << fmt::format("Rules of the children in need census {}: {}.\n", cin::census_name(cin::rule_set_of(year)),
                           rules.size());
    for (const cin::Rule* rule : rules)
        if (rows)
            print_rule_row(*rule, "", out);
        else
            print_rule(*rule, out);
}

int rules(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
    auto asked = understand(arguments, {"year", "changed-since", "format"});
    if (!asked) return refuse_usage(asked.error(), err);
    std::string format = asked->find_or("format", "text");
    if (!asked->plain.empty() || (format != "text" && format != "tsv"))
        return refuse_usage("Rules are printed as text or tsv.", err);
    auto year = census_year_from(asked->find_or("year", std::to_string(cin::last_year)));
    if (!year) return refuse_usage(year.error().sentence, err);
    bool rows = format == "tsv";
    if (rows) out << "rule\tseverity\telements\tyears\tflag when\texplanation\tin doubt\tknown\tchange\n";
    if (!rows && cin::rule_set_of(*year) >= cin::provisional_from) out << cin::provisional_note << "\n\n";
    std::optional<std::string> since = asked->find("changed-since");
    if (!since) {
        print_rules(*year, rows, out);
        return 0;
    }
    auto earlier = census_year_from(*since);
    if (!earlier) return refuse_usage(earlier.error().sentence, err);
    print_changes(*year, *earlier, rows, out);
    return 0;
}

}  // namespace

int run_returns(Arguments arguments, const Environment& environment) {
    if (arguments.size() >= 2 && arguments[0] == "cin" && arguments[1] == "build")
        return run_returns_build(arguments.subspan(2), environment);
    if (!arguments.empty() && arguments[0] == "dfe-api") return run_dfe_api(arguments.subspan(1), environment);
    if (!arguments.empty() && arguments[0] == "ssd") return run_returns_ssd(arguments.subspan(1), environment);
    return run_returns(arguments, environment.out, environment.err);
}

int run_returns(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
    if (asks_for_help(arguments)) {
        out << usage;
        return clean;
    }
    if (arguments.size() >= 2 && arguments[0] == "cin" && arguments[1] == "check")
        return check(arguments.subspan(2), out, err);
    if (arguments.size() >= 2 && arguments[0] == "cin" && arguments[1] == "rules")
        return rules(arguments.subspan(2), out, err);
    return refuse_usage("Which return, and what about it?", err);
}

}  // namespace kith::cli
