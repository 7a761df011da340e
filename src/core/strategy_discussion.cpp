#include "core/strategy_discussion.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::core {

Result<StrategyDiscussion> hold_strategy_discussion(StrategyDiscussion discussion,
                                                    std::span<const StrategyChild> children, const Actor& actor,
                                                    Instant now) {
    if (children.empty())
        return refuse(Because::invalid, "children",
                      "Say which children it is about. A child with no record can be added as \"name not known\".");
    if (discussion.held_at > now)
        return refuse(Because::invalid, "held_at",
                      "Record a discussion once it has been held. To plan one, put its date in your list.");
    if (discussion.manager.is_nil() && actor.role == Role::team_manager) discussion.manager = actor.id;
    discussion.recorded_by = actor.id;
    discussion.entered_at = now;
    if (discussion.team.is_nil()) discussion.team = actor.team;
    return discussion;
}

Result<StrategyChild> decide_strategy_child(StrategyChild child, const DecideStrategyChild& command) {
    if (child.decision)
        return refuse(Because::conflict, "decision",
                      fmt::format("This discussion already decided for this child: {}. "
                                  "If things have changed, hold another discussion.",
                                  says(*child.decision)));
    child.decision = command.decision;
    child.reasons = command.reasons;
    child.dissent = command.dissent;
    child.enquiry = command.open_enquiry;
    child.starts_the_enquiry = is_section47(command.decision) && command.open_enquiry.is_nil();
    return child;
}

Result<StrategyAttendance> follow_up(StrategyAttendance missing, Date on) {
    if (missing.took_part != TookPart::missing)
        return refuse(Because::conflict, "", fmt::format("{} took part in the discussion.", says(missing.agency)));
    if (missing.followed_up_on)
        return refuse(
            Because::conflict, "",
            fmt::format("{} was caught up with on {}.", says(missing.agency), long_date(*missing.followed_up_on)));
    missing.followed_up_on = on;
    return missing;
}

Result<StrategyAddition> add_to_discussion(StrategyAddition addition, const StrategyDiscussion& discussion,
                                           const Actor& actor, Instant now) {
    if (is_blank(addition.who)) return refuse(Because::invalid, "who", "Say who spoke for them: name and role.");
    if (is_blank(addition.said)) return refuse(Because::invalid, "said", "Write what they said.");
    if (addition.said_on > london_date(now))
        return refuse(Because::invalid, "said_on", "Record it once they have said it: that day is still to come.");
    if (addition.said_on < london_date(discussion.held_at))
        return refuse(Because::invalid, "said_on",
                      fmt::format("The discussion was held on {}. What was said before belongs to its own record.",
                                  long_date(london_date(discussion.held_at))));
    addition.discussion = discussion.id;
    addition.added_by = actor.id;
    addition.added_at = now;
    return addition;
}

std::optional<StrategyAttendance> heard_afterwards(std::span<const StrategyAttendance> attendance,
                                                   const StrategyAddition& addition) {
    bool took_part = false;
    for (const StrategyAttendance& row : attendance) {
        if (row.agency != addition.agency) continue;
        if (auto heard = follow_up(row, addition.said_on)) {
            if (is_blank(heard->name)) heard->name = addition.who;
            return *heard;
        }
        took_part = true;
    }
    if (took_part) return std::nullopt;
    return StrategyAttendance{.id = {},
                              .discussion = addition.discussion,
                              .agency = addition.agency,
                              .name = addition.who,
                              .role = "",
                              .took_part = TookPart::missing,
                              .missing_why = "Not asked at the time.",
                              .follow_up_on = std::nullopt,
                              .followed_up_on = addition.said_on};
}

Result<StrategyAttendance> explain_absence(StrategyAttendance missing, std::string_view why, std::optional<Date> by) {
    if (missing.took_part != TookPart::missing)
        return refuse(Because::conflict, "", fmt::format("{} took part in the discussion.", says(missing.agency)));
    if (is_blank(missing.missing_why)) missing.missing_why = why;
    if (!missing.follow_up_on && !missing.followed_up_on) missing.follow_up_on = by;
    return missing;
}

Result<StrategyChild> give_reasons(StrategyChild child, std::string_view reasons) {
    if (!child.decision) return refuse(Because::conflict, "", "Record the decision first.");
    if (!is_blank(child.reasons))
        return refuse(Because::conflict, "", "The reasons stand already. If things have changed, discuss it again.");
    child.reasons = reasons;
    return child;
}

bool is_complete(const StrategyTelling& telling) {
    bool planned = !is_blank(telling.what) && !is_blank(telling.told_by) && telling.when;
    return planned || !is_blank(telling.not_yet_why);
}

StrategyTelling complete_telling(StrategyTelling stands, const StrategyTelling& said) {
    if (is_complete(stands)) return stands;
    if (is_blank(stands.told_by)) stands.told_by = said.told_by;
    if (is_blank(stands.what)) stands.what = said.what;
    if (!stands.when) stands.when = said.when;
    stands.not_yet_why = said.not_yet_why;
    return stands;
}

std::vector<Agency> missing_agencies(std::span<const StrategyAttendance> attendance) {
    std::vector<Agency> missing;
    for (Agency least : {Agency::local_authority, Agency::police, Agency::health}) {
        bool heard = std::ranges::any_of(attendance, [&](const StrategyAttendance& row) {
            return row.agency == least && row.took_part != TookPart::missing;
        });
        if (!heard) missing.push_back(least);
    }
    return missing;
}

bool is_quorate(std::span<const StrategyAttendance> attendance) {
    return missing_agencies(attendance).empty();
}

static void add_missing_attendance(MissingList& list, std::span<const StrategyAttendance> attendance) {
    for (Agency agency : missing_agencies(attendance)) {
        auto row = std::ranges::find_if(attendance, [&](const auto& each) { return each.agency == agency; });
        bool explained =
            row != attendance.end() && !is_blank(row->missing_why) && (row->follow_up_on || row->followed_up_on);
        list.fact(
            explained, "attendance",
            fmt::format("{} did not take part. Say why, and by which day they will be caught up with.", says(agency)));
    }
}

static void add_missing_decisions(MissingList& list, const StrategyRecord& record) {
    for (std::size_t i = 0; i < record.children.size(); ++i) {
        const StrategyChild& child = record.children[i];
        std::string field = fmt::format("child_{}", i + 1), who = called(record.names, i);
        list.fact(child.decision.has_value(), field, fmt::format("Record the decision for {}.", who));
        if (!child.decision) continue;
        list.text(child.reasons, field, fmt::format("Give the reasons for the decision for {}.", who));
        bool told = std::ranges::any_of(record.tellings, [&](const auto& row) { return row.child == child.child; });
        list.fact(told, field,
                  fmt::format("Say who tells the family of {} what and when, or why they are not told yet.", who));
    }
}

static void add_missing_tellings(MissingList& list, std::span<const StrategyTelling> tellings) {
    for (const StrategyTelling& row : tellings) {
        list.fact(is_complete(row), "tellings",
                  fmt::format("For {}, say who tells them what and when, or why they are not told yet.",
                              is_blank(row.who_is_told) ? "each person" : row.who_is_told));
    }
}

std::vector<Missing> missing_from(const StrategyRecord& record) {
    const StrategyDiscussion& discussion = record.discussion;
    MissingList list;
    list.fact(!discussion.manager.is_nil(), "manager", "Name the social work manager who decided.");
    add_missing_attendance(list, record.attendance);
    list.text(discussion.information, "information", "Record what each one shared.");
    list.text(discussion.reasonable_cause, "reasonable_cause",
              "Give the facts that show, or do not show, reasonable cause to suspect significant harm.");
    add_missing_decisions(list, record);
    add_missing_tellings(list, record.tellings);
    return list.take();
}

Result<StrategyDiscussion> complete_strategy_discussion(const StrategyRecord& record, const Actor& actor, Instant now) {
    if (record.discussion.completed_at)
        return refuse(Because::conflict, "", "This record has already been signed off.");
    TRY(refuse_if_any(missing_from(record)));
    StrategyDiscussion discussion = record.discussion;
    discussion.completed_at = now;
    discussion.completed_by = actor.id;
    ++discussion.version;
    return discussion;
}

bool is_section47(StrategyDecision decision) {
    return decision == StrategyDecision::section_47_single || decision == StrategyDecision::section_47_joint;
}

std::string_view says(StrategyDecision decision) {
    switch (decision) {
        case StrategyDecision::no_further_action:
            return "No further action by children's services";
        case StrategyDecision::section_17:
            return "Assessment as a child in need (section 17)";
        case StrategyDecision::section_47_single:
            return "Section 47 enquiry by children's services";
        case StrategyDecision::section_47_joint:
            return "Section 47 enquiry together with the police";
        case StrategyDecision::police_only:
            return "Police investigation only";
        case StrategyDecision::immediate_protection:
            return "Immediate protection";
    }
    return "";
}

std::string_view says(HeldAs held_as) {
    switch (held_as) {
        case HeldAs::telephone:
            return "By telephone";
        case HeldAs::video:
            return "By video";
        case HeldAs::meeting:
            return "In a meeting";
    }
    return "";
}

std::string_view says(Agency agency) {
    switch (agency) {
        case Agency::local_authority:
            return "Children's services";
        case Agency::police:
            return "Police";
        case Agency::health:
            return "Health";
        case Agency::education:
            return "Education";
        case Agency::early_years:
            return "Early years";
        case Agency::probation:
            return "Probation";
        case Agency::housing:
            return "Housing";
        case Agency::voluntary:
            return "Voluntary organisation";
        case Agency::other:
            return "Another agency";
    }
    return "";
}

std::string_view says(TookPart took_part) {
    switch (took_part) {
        case TookPart::joined:
            return "Took part";
        case TookPart::sent_information:
            return "Sent what they know";
        case TookPart::missing:
            return "Missing";
    }
    return "";
}

}  // namespace kith::core
