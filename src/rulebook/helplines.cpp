#include "rulebook/helplines.h"

#include <fmt/format.h>

#include <algorithm>

namespace kith::rulebook {

using namespace core;
using namespace std::chrono_literals;

static constexpr std::chrono::days checked_for{365};
static constexpr std::string_view directory = "support directory of the advice pages for families";

static constexpr Helpline table[] = {
    {.name = "Family Rights Group",
     .what_for = "advice on your rights when a council decides about your child",
     .reach = "0808 801 0366, Monday to Friday, 9:30am to 3pm",
     .checked_on = 2026y / 11 / 22,
     .source = {directory, "Family Rights Group, England", Evidence::read}},
    {.name = "Family Lives",
     .what_for = "somebody who listens, and advice for parents",
     .reach = "0808 800 2222",
     .checked_on = 2026y / 11 / 22,
     .source = {directory, "Family Lives; its hours were not established", Evidence::known}},
    {.name = "Childline",
     .who = HelplineFor::children,
     .what_for = "somebody to talk to who is not one of us",
     .source = {directory, "Childline, run by NSPCC; no number was given", Evidence::open}},
};

std::span<const Helpline> helplines() {
    return table;
}

static std::string reach_of(const Helpline& helpline, Date day, const LocalPolicy& policy) {
    bool local = policy.from <= day;
    for (const auto& [name, reach] : policy.helplines)
        if (local && name == helpline.name) return reach;
    return day - helpline.checked_on <= checked_for ? std::string(helpline.reach) : "";
}

static bool is_ours(std::string_view name) {
    return std::ranges::find(table, name, &Helpline::name) != std::end(table);
}

std::vector<std::string> helplines_in_words(HelplineFor who, Date day, const LocalPolicy& policy) {
    std::vector<std::string> sentences;
    for (const Helpline& each : table) {
        if (each.who != who) continue;
        std::string reach = reach_of(each, day, policy);
        sentences.push_back(reach.empty() ? fmt::format("{}: {}. Ask us for the number.", each.name, each.what_for)
                                          : fmt::format("{}: {}. Ring {}.", each.name, each.what_for, reach));
    }
    for (const auto& [name, reach] : policy.helplines)
        if (policy.from <= day && !is_ours(name)) sentences.push_back(fmt::format("{}: {}.", name, reach));
    return sentences;
}

}  // namespace kith::rulebook
