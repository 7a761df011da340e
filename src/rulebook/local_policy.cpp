#include "rulebook/local_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/json.h"
#include "base/result.h"
#include "base/text.h"

// toml++ 3.3 asserts on some malformed files ("[=") and has undefined behaviour on others (a letter that is not ASCII
// outside quotes and comments). The first becomes an exception here; first_unreadable_line keeps the second from it.
#pragma GCC diagnostic ignored "-Wterminate"
#define TOML_ASSERT(claim) CHECK(claim)
#define TOML_EXCEPTIONS 1
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace kith::rulebook {

using namespace core;

namespace {

constexpr int longest_count = 999;

struct Reading {
    const Rulebook& law;
    LocalPolicy policy{};
    std::vector<Refusal> faults{};

    void fault(std::string_view key, std::string sentence) {
        faults.push_back({Because::invalid, std::string(key), std::move(sentence)});
    }
};

std::optional<Date> plain_date(const toml::node& node) {
    auto date = node.value_exact<toml::date>();
    if (!date) return std::nullopt;
    return make_date(date->year, date->month, date->day);
}

void read_authority(Reading& reading, const toml::table& file) {
    auto name = file["authority"].value_exact<std::string>();
    auto clean = name ? clean_text(trim(*name)) : std::nullopt;
    if (!clean || clean->empty() || length(*clean) > 200)
        reading.fault("authority", "Write authority = \"…\" with the name of the authority, in 1 to 200 characters.");
    else
        reading.policy.authority = *clean;
}

void read_from(Reading& reading, const toml::table& file) {
    const toml::node* node = file.get("from");
    auto date = node ? plain_date(*node) : std::nullopt;
    if (date)
        reading.policy.from = *date;
    else
        reading.fault("from", "Write from = 2026-12-01, without quotes: the first day of this policy.");
}

void read_bank_holidays(Reading& reading, const toml::table& file) {
    const toml::node* node = file.get("bank_holidays");
    if (!node) return;
    const toml::array* days = node->as_array();
    if (!days)
        return reading.fault("bank_holidays", "Write bank_holidays = [2027-05-10], a list of dates without quotes.");
    for (const toml::node& day : *days) {
        auto date = plain_date(day);
        if (!date)
            reading.fault("bank_holidays", "Each of bank_holidays is a date without quotes, such as 2027-05-10.");
        else if (std::chrono::weekday(*date).iso_encoding() > 5)
            reading.fault("bank_holidays",
                          fmt::format("{} in bank_holidays is a weekend, which is never a working day: "
                                      "leave it out.",
                                      weekday_and_date(*date)));
        else
            reading.policy.bank_holidays.insert(*date);
    }
}

// The clock that a policy of this day is about: the one in force, or the next of a duty that has none yet.
const Clock* clock_for(const Reading& reading, Duty duty) {
    return clock_in_force(reading.law, duty, std::max(reading.policy.from, first_date));
}

std::string nearest_key(std::string_view typed) {
    std::string_view best;
    int most = 850;
    for (const auto& [duty, text] : Words<Duty>::all)
        if (int alike = likeness(typed, text); alike > most) best = text, most = alike;
    if (best.empty()) return "`kith rulebook print --format markdown` lists them.";
    return fmt::format("Did you mean {}?", best);
}

// How a length may not be set, or nothing when it may.
std::optional<std::string> objection(const Clock& clock, Limit wanted) {
    std::string_view key = word(clock.duty);
    bool set_by_act = clock.limit.unit == Unit::hours || clock.limit.unit == Unit::days_counting_the_first;
    if (clock.length == Length::national && set_by_act)
        return fmt::format("{} is {} by law ({}, {}) and cannot be set: leave the line out.", key, words(clock.limit),
                           clock.source.title, clock.source.place);
    if (wanted.count < 1 || wanted.count > longest_count)
        return fmt::format("{} must be between 1 and {}.", key, longest_count);
    if ((wanted.unit == Unit::hours) != (clock.limit.unit == Unit::hours))
        return fmt::format("{} is not counted in {}: write it like \"{}\".", key,
                           wanted.unit == Unit::hours ? "hours" : "days", words(clock.limit));
    if (wanted.direction != clock.limit.direction)
        return fmt::format("{} is counted {} its event: write it like \"{}\".", key,
                           clock.limit.direction == Direction::back ? "back from" : "on from", words(clock.limit));
    const std::optional<Limit>& most = clock.length == Length::national ? std::optional(clock.limit) : clock.at_most;
    if (!most) return std::nullopt;
    if (wanted.unit != most->unit)
        return fmt::format("{} must be given in the unit of its limit: write it like \"{}\".", key, words(*most));
    bool looser = most->direction == Direction::back ? wanted.count < most->count : wanted.count > most->count;
    if (!looser) return std::nullopt;
    return fmt::format("{} may be stricter than {} but not longer: write \"{}\" or less, or leave the line out.", key,
                       words(*most), words(*most));
}

void read_timescale(Reading& reading, std::string_view key, const toml::node& node) {
    auto duty = parse_word<Duty>(key);
    const Clock* clock = duty ? clock_for(reading, *duty) : nullptr;
    if (!clock) return reading.fault(key, fmt::format("There is no timescale {}. {}", key, nearest_key(key)));
    auto typed = node.value_exact<std::string>();
    auto limit = typed ? parse_limit(*typed) : std::nullopt;
    if (!limit)
        return reading.fault(key,
                             fmt::format("{} must be a length in quotes, such as \"{}\".", key, words(clock->limit)));
    if (auto why_not = objection(*clock, *limit)) return reading.fault(key, *why_not);
    reading.policy.lengths.push_back({*duty, *limit});
}

void read_timescales(Reading& reading, const toml::table& file) {
    const toml::node* node = file.get("timescales");
    if (!node) return;
    const toml::table* table = node->as_table();
    if (!table)
        return reading.fault("timescales", "Write [timescales] on a line of its own, and the lengths below it.");
    for (const auto& [key, value] : *table)
        read_timescale(reading, key.str(), value);
    std::ranges::sort(reading.policy.lengths, {}, [](const auto& row) { return word(row.duty); });
}

void read_conference_quorum(Reading& reading, const toml::table& file) {
    const toml::node* node = file.get("conference_quorum");
    if (!node) return;
    auto agencies = node->value_exact<std::int64_t>();
    if (!agencies || *agencies < 2 || *agencies > 10)
        return reading.fault("conference_quorum",
                             "Write conference_quorum = 3, the agencies that a conference needs, from 2 to 10. The "
                             "chair may go ahead with fewer, with reasons.");
    reading.policy.conference_quorum = static_cast<int>(*agencies);
}

void read_court(Reading& reading, const toml::table& file) {
    constexpr std::size_t longest = 200;
    const toml::node* node = file.get("court_out_of_hours");
    if (!node) return;
    auto typed = node->value_exact<std::string>();
    auto reach = typed ? clean_text(trim(*typed)) : std::nullopt;
    if (!reach || reach->empty() || length(*reach) > longest)
        return reading.fault("court_out_of_hours",
                             "Write court_out_of_hours = \"whom to ring, and when\", in 1 to 200 characters: how the "
                             "court is reached at night and at weekends.");
    reading.policy.court_out_of_hours = *reach;
}

void read_helpline(Reading& reading, std::string_view name, const toml::node& node) {
    constexpr std::size_t longest = 200;
    auto typed = node.value_exact<std::string>();
    auto reach = typed ? clean_text(trim(*typed)) : std::nullopt;
    bool good = reach && !reach->empty() && length(*reach) <= longest && !trim(name).empty() && length(name) <= longest;
    if (good)
        reading.policy.helplines.emplace_back(trim(name), *reach);
    else
        reading.fault("helplines",
                      "Write each of [helplines] as \"Name\" = \"number, and when\", both in 1 to 200 characters.");
}

void read_helplines(Reading& reading, const toml::table& file) {
    const toml::node* node = file.get("helplines");
    if (!node) return;
    const toml::table* table = node->as_table();
    if (!table)
        return reading.fault("helplines",
                             "Write [helplines] on a line of its own, and the names and numbers below it.");
    for (const auto& [name, reach] : *table)
        read_helpline(reading, name.str(), reach);
    std::ranges::sort(reading.policy.helplines);
}

void refuse_unknown_keys(Reading& reading, const toml::table& file) {
    static constexpr std::string_view known[] = {
        "authority", "from", "bank_holidays", "conference_quorum", "court_out_of_hours", "helplines", "timescales"};
    for (const auto& [key, value] : file)
        if (std::ranges::find(known, key.str()) == std::end(known))
            reading.fault(key.str(),
                          fmt::format("{} is not part of a policy, which has authority, from, bank_holidays, "
                                      "conference_quorum, court_out_of_hours, [helplines] and [timescales]: take it "
                                      "out, or put it under [timescales].",
                                      key.str()));
}

std::string canonical_text(const LocalPolicy& policy) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().text("authority", policy.authority).text("from", iso(policy.from));
    json.key("bank_holidays").begin_array();
    for (Date day : policy.bank_holidays)
        json.text(iso(day));
    json.end_array();
    if (policy.conference_quorum) json.integer("conference_quorum", *policy.conference_quorum);
    if (!policy.court_out_of_hours.empty()) json.text("court_out_of_hours", policy.court_out_of_hours);
    if (!policy.helplines.empty()) {
        json.key("helplines").begin_object();
        for (const auto& [name, reach] : policy.helplines)
            json.text(name, reach);
        json.end_object();
    }
    json.key("timescales").begin_object();
    for (const auto& [duty, limit] : policy.lengths)
        json.text(word(duty), words(limit));
    json.end_object().end_object();
    return out;
}

}  // namespace

std::optional<Limit> parse_limit(std::string_view text) {
    int count = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || count < 0) return std::nullopt;
    std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (!rest.starts_with(' ')) return std::nullopt;
    rest.remove_prefix(1);
    constexpr std::string_view back = " before";
    Limit limit{.count = count};
    if (rest.ends_with(back)) {
        limit.direction = Direction::back;
        rest.remove_suffix(back.size());
    }
    static constexpr std::pair<std::string_view, Unit> units[] = {
        {"working day", Unit::working_days},
        {"working days", Unit::working_days},
        {"day, counting the first", Unit::days_counting_the_first},
        {"days, counting the first", Unit::days_counting_the_first},
        {"week", Unit::weeks},
        {"weeks", Unit::weeks},
        {"month", Unit::months},
        {"months", Unit::months},
        {"hour", Unit::hours},
        {"hours", Unit::hours},
    };
    auto found = std::ranges::find(units, rest, &std::pair<std::string_view, Unit>::first);
    if (found == std::end(units)) return std::nullopt;
    limit.unit = found->second;
    return limit;
}

static PolicyResult not_toml(std::size_t line, std::string_view why) {
    return tl::unexpected(
        std::vector{Refusal{Because::invalid, "", fmt::format("Line {} cannot be read as TOML: {}.", line, why)}});
}

static std::size_t end_of_quote(std::string_view line, std::size_t at) {
    char quote = line[at];
    for (++at; at < line.size() && line[at] != quote; ++at)
        if (quote == '"' && line[at] == '\\') ++at;
    return at;
}

static bool is_readable(std::string_view line) {
    for (std::size_t at = 0; at < line.size() && line[at] != '#'; ++at) {
        if (static_cast<unsigned char>(line[at]) > 0x7e) return false;
        if (line[at] != '"' && line[at] != '\'') continue;
        if (line.substr(at).starts_with("\"\"\"") || line.substr(at).starts_with("'''")) return false;
        at = end_of_quote(line, at);
    }
    return true;
}

// Outside quotes and comments only ASCII, and nothing in triple quotes: a policy needs neither. 0 when all can be read.
static std::size_t first_unreadable_line(std::string_view text) {
    auto lines = split(text, '\n');
    auto found = std::ranges::find_if_not(lines, is_readable);
    return found == lines.end() ? 0 : static_cast<std::size_t>(found - lines.begin()) + 1;
}

static PolicyResult read_tables(const toml::table& file, const Rulebook& law) {
    Reading reading{law};
    read_authority(reading, file);
    read_from(reading, file);
    read_bank_holidays(reading, file);
    read_conference_quorum(reading, file);
    read_court(reading, file);
    read_helplines(reading, file);
    read_timescales(reading, file);
    refuse_unknown_keys(reading, file);
    if (!reading.faults.empty()) return tl::unexpected(std::move(reading.faults));
    reading.policy.canonical = canonical_text(reading.policy);
    return std::move(reading.policy);
}

PolicyResult read_local_policy(std::string_view text, const Rulebook& law) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    auto clean = clean_text(text);
    if (!clean) return not_toml(1, "the file is not text in UTF-8");
    if (auto line = first_unreadable_line(*clean)) return not_toml(line, "put text in plain quotes, on one line");
    try {
        return read_tables(toml::parse(*clean), law);
    } catch (const toml::parse_error& error) {
        return not_toml(error.source().begin.line, error.description());
    } catch (const Bug&) {
        return not_toml(1, "the file is not laid out as TOML");
    }
}

}  // namespace kith::rulebook
