#include "actions/policy.h"

#include "base/bytes.h"
#include "base/json.h"
#include "rulebook/local_policy.h"
#include "store/policy_store.h"
#include "store/sha256.h"

namespace kith::actions {

using namespace core;

static std::string hash_of(const LocalPolicy& policy) {
    return hex(store::sha256(policy.canonical));
}

static std::optional<AppliedPolicy> applied_for(store::Reader& reader, Date today) {
    auto ruling = reader.list_first<AppliedPolicy>(
        "WHERE from_date <= $1 ORDER BY from_date DESC NULLS LAST, applied_at DESC NULLS LAST, id LIMIT 1", today);
    if (ruling) return ruling;
    return reader.list_first<AppliedPolicy>("ORDER BY from_date NULLS LAST, applied_at DESC NULLS LAST, id LIMIT 1");
}

Result<AppliedPolicy> apply_policy(Work& work, const LocalPolicy& policy) {
    auto authority = work.store.scalar<RawId>("SELECT id FROM authority");
    if (!authority) return refuse(Because::not_found, "", "There is no authority here yet whose policy this could be.");
    AppliedPolicy applied{.id = work.new_id<AppliedPolicyId>(),
                          .from = policy.from,
                          .hash = hash_of(policy),
                          .text = policy.canonical,
                          .applied_by = work.actor.id,
                          .applied_at = work.now};
    if (auto ruling = applied_for(work.store, work.today); ruling && ruling->hash == applied.hash) return *ruling;
    work.store.save(happened::policy_applied, *authority, applied);
    return applied;
}

// Read as it was journalled, without holding it against the law again: a policy that was right when it was applied
// stays readable, and limit_for leaves out what a later law no longer lets it set.
static LocalPolicy read_canonical(const AppliedPolicy& applied) {
    const auto json = parse_json(applied.text);
    CHECK(json && json->is_object());
    const auto& members = json->as_object();
    LocalPolicy policy;
    policy.authority = members.at("authority").as_string();
    policy.from = applied.from;
    policy.canonical = applied.text;
    for (const auto& day : members.at("bank_holidays").as_array())
        if (auto date = parse_date(std::string_view(day.as_string()))) policy.bank_holidays.insert(*date);
    if (auto quorum = members.find("conference_quorum"); quorum != members.end())
        policy.conference_quorum = static_cast<int>(quorum->value().as_int64());
    if (auto court = members.find("court_out_of_hours"); court != members.end())
        policy.court_out_of_hours = court->value().as_string();
    if (auto helplines = members.find("helplines"); helplines != members.end())
        for (const auto& [name, reach] : helplines->value().as_object())
            policy.helplines.emplace_back(std::string(name.data(), name.size()), std::string(reach.as_string()));
    for (const auto& [name, length] : members.at("timescales").as_object()) {
        auto duty = parse_word<Duty>(std::string_view(name.data(), name.size()));
        auto limit = rulebook::parse_limit(std::string_view(length.as_string()));
        if (duty && limit) policy.lengths.push_back({*duty, *limit});
    }
    return policy;
}

LocalPolicy policy_in_force(store::Reader& reader, Date today) {
    auto applied = applied_for(reader, today);
    return applied ? read_canonical(*applied) : LocalPolicy{};
}

std::string policy_hash(const Service& service, Date day) {
    const LocalPolicy& policy = service.policy;
    return policy.canonical.empty() || day < policy.from ? "" : hash_of(policy);
}

}  // namespace kith::actions
