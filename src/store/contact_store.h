// Rows of contacts, and of the children they are about.
#pragma once

#include "core/contact.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Contact> {
    static constexpr std::string_view name = "contact";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 2;  // 2: heard_by
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::Contact::id),
                                               column("version", &core::Contact::version),
                                               column("reference", &core::Contact::reference),
                                               column("channel", &core::Contact::channel),
                                               column("reporter", &core::Contact::reporter),
                                               column("received_at", &core::Contact::received_at),
                                               column("entered_at", &core::Contact::entered_at),
                                               column("heard_by", &core::Contact::heard_by),
                                               column("accepted_at", &core::Contact::accepted_at),
                                               column("decided_at", &core::Contact::decided_at),
                                               column("worry", &core::Contact::worry),
                                               column("already_helps", &core::Contact::already_helps),
                                               column("danger_now", &core::Contact::danger_now),
                                               column("danger_why", &core::Contact::danger_why),
                                               column("reporter_name", &core::Contact::reporter_name),
                                               column("reporter_phone", &core::Contact::reporter_phone),
                                               column("reporter_email", &core::Contact::reporter_email),
                                               column("safe_to_reach", &core::Contact::safe_to_reach),
                                               column("may_name_reporter", &core::Contact::may_name_reporter),
                                               column("relation_to_child", &core::Contact::relation_to_child),
                                               column("agency", &core::Contact::agency),
                                               column("agency_role", &core::Contact::agency_role),
                                               column("source_code", &core::Contact::source_code),
                                               column("consent", &core::Contact::consent),
                                               column("without_consent_why", &core::Contact::without_consent_why),
                                               column("parents_told", &core::Contact::parents_told),
                                               column("not_told_why", &core::Contact::not_told_why),
                                               column("advice_taken", &core::Contact::advice_taken),
                                               column("state", &core::Contact::state),
                                               column("taken_by", &core::Contact::taken_by),
                                               column("taken_at", &core::Contact::taken_at),
                                               column("team", &core::Contact::team),
                                               column("decision", &core::Contact::decision),
                                               column("decided_by", &core::Contact::decided_by),
                                               column("decision_reasons", &core::Contact::decision_reasons),
                                               column("told_reporter", &core::Contact::told_reporter),
                                               column("for_worker", &core::Contact::for_worker),
                                               column("read_at", &core::Contact::read_at)};
};

template <>
struct kith::store::Table<kith::core::ContactChild> {
    static constexpr std::string_view name = "contact_child";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::ContactChild::id),
                                               column("contact", &core::ContactChild::contact),
                                               column("position", &core::ContactChild::position),
                                               column("given_name", &core::ContactChild::given_name),
                                               column("family_name", &core::ContactChild::family_name),
                                               column("unborn", &core::ContactChild::unborn),
                                               column("date_of_birth", &core::ContactChild::date_of_birth),
                                               column("expected_date", &core::ContactChild::expected_date),
                                               column("age_or_birth", &core::ContactChild::age_or_birth),
                                               column("address", &core::ContactChild::address),
                                               column("school", &core::ContactChild::school),
                                               column("person", &core::ContactChild::person)};
};
