#include "actions/session.h"

#include "store/desk_store.h"
#include "store/secrets.h"
#include "store/sha256.h"
#include "store/sign_in_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;
using namespace std::chrono_literals;

namespace {

constexpr auto attempts_window = 15min;
constexpr int most_failures_for_name_and_address = 5;
constexpr int most_failures_for_address = 100;

Bytes hash_of(const std::string& token) {
    return store::sha256(token);
}

std::string csrf_of(const std::string& token) {
    return store::digest_of("form of " + token);
}

Actor actor_of(const Staff& staff) {
    return {.id = staff.id,
            .name = staff.name,
            .role = staff.role,
            .team = staff.team,
            .social_work_qualified = staff.social_work_qualified};
}

bool must_wait(store::Reader& reader, const SignIn& attempt, Instant now) {
    Instant since = now - attempts_window;
    auto from_address = reader.scalar<std::int64_t>(
        "SELECT count(*) FROM sign_in_attempt WHERE peer = $1 AND at > $2 AND failed = 1", attempt.peer, since);
    auto for_name = reader.scalar<std::int64_t>(
        "SELECT count(*) FROM sign_in_attempt WHERE sign_in_name = $1 AND peer = $2 AND at > $3 AND failed = 1",
        attempt.sign_in_name, attempt.peer, since);
    return from_address.value_or(0) >= most_failures_for_address ||
           for_name.value_or(0) >= most_failures_for_name_and_address;
}

struct Found {
    std::optional<Staff> staff;
    std::string hash;
    bool wait = false;
};

Found look_up(const Service& service, const SignIn& attempt, Instant now) {
    return look(service, [&](store::Reader& reader) {
        Found found;
        found.wait = must_wait(reader, attempt, now);
        auto staff = reader.list<Staff>("WHERE sign_in_name = $1 ORDER BY id", attempt.sign_in_name);
        if (staff.empty() || staff.front().disabled_at) return found;
        found.staff = staff.front();
        if (auto password = reader.find<store::StaffPassword>(found.staff->id)) found.hash = password->hash;
        return found;
    });
}

void note_attempt(const Service& service, const SignIn& attempt, Instant now, bool failed) {
    (void)service.store.write(store::Stamp{{}, now}, [&](store::Writer& writer) -> Result<void> {
        writer.put(store::SignInAttempt{service.ids(), attempt.sign_in_name, attempt.peer, now, failed});
        if (!failed)
            writer.run("DELETE FROM sign_in_attempt WHERE sign_in_name = $1 AND peer = $2 AND failed = 1",
                       attempt.sign_in_name, attempt.peer);
        return {};
    });
}

}  // namespace

Result<StartedSession> sign_in(const Service& service, const SignIn& attempt) {
    Instant now = service.now();
    Found found = look_up(service, attempt, now);
    if (found.wait)
        return refuse(Because::busy, "sign_in_name",
                      "Too many attempts did not fit. Wait 15 minutes, or ask an administrator.");
    bool right = store::verify_password(attempt.password, found.hash);
    note_attempt(service, attempt, now, !right || !found.staff);
    if (!right || !found.staff)
        return refuse(Because::invalid, "sign_in_name",
                      "The name and the password do not fit together. Check both and try again.");
    StartedSession started{store::random_token(), actor_of(*found.staff)};
    TRY(service.store.write(store::Stamp{found.staff->id, now}, [&](store::Writer& writer) -> Result<void> {
        writer.put(store::Session{hash_of(started.token), hash_of(csrf_of(started.token)), found.staff->id, now, now,
                                  now + session_longest});
        return {};
    }));
    return started;
}

std::optional<CurrentSession> current_session(store::Reader& reader, const std::string& token, Instant now) {
    auto session = reader.find<store::Session>(hash_of(token));
    if (!session || now >= session->ends_at || now >= session->seen_at + session_idle) return std::nullopt;
    auto staff = reader.find<Staff>(StaffId(session->staff_id));
    if (!staff || staff->disabled_at) return std::nullopt;
    return CurrentSession{
        .actor = actor_of(*staff), .token = token, .csrf = csrf_of(token), .touch = now > session->seen_at + 1min};
}

void touch_session(const Service& service, const CurrentSession& session) {
    Instant now = service.now();
    (void)service.store.write(store::Stamp{session.actor.id, now}, [&](store::Writer& writer) -> Result<void> {
        writer.run("UPDATE session SET seen_at = $1 WHERE token_hash = $2", now, hash_of(session.token));
        return {};
    });
}

void sign_out(const Service& service, const std::string& token) {
    Instant now = service.now();
    (void)service.store.write(store::Stamp{{}, now}, [&](store::Writer& writer) -> Result<void> {
        writer.run("UPDATE session SET ends_at = $1 WHERE token_hash = $2", now, hash_of(token));
        return {};
    });
}

}  // namespace kith::actions
