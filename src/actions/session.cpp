#include "actions/session.h"

#include "actions/aside.h"
#include "store/desk_store.h"
#include "store/fault.h"
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

bool must_wait(const Service& service, store::Reader& reader, const SignIn& attempt, Instant now) {
    Instant since = now - attempts_window;
    std::int64_t aside_from_address = 0, aside_for_name = 0;
    if (service.aside)
        for (const store::SignInAttempt& each : service.aside->attempts()) {
            if (each.peer != attempt.peer || each.at <= since) continue;
            ++aside_from_address;
            if (each.sign_in_name == attempt.sign_in_name) ++aside_for_name;
        }
    auto from_address = reader.scalar<std::int64_t>(
        "SELECT count(*) FROM sign_in_attempt WHERE peer = $1 AND at > $2 AND failed = 1", attempt.peer, since);
    auto for_name = reader.scalar<std::int64_t>(
        "SELECT count(*) FROM sign_in_attempt WHERE sign_in_name = $1 AND peer = $2 AND at > $3 AND failed = 1",
        attempt.sign_in_name, attempt.peer, since);
    return from_address.value_or(0) + aside_from_address >= most_failures_for_address ||
           for_name.value_or(0) + aside_for_name >= most_failures_for_name_and_address;
}

struct Found {
    std::optional<Staff> staff;
    std::string hash;
    bool wait = false;
};

Found look_up(const Service& service, const SignIn& attempt, Instant now) {
    return look(service, [&](store::Reader& reader) {
        Found found;
        found.wait = must_wait(service, reader, attempt, now);
        auto staff = reader.list<Staff>("WHERE sign_in_name = $1 ORDER BY id", attempt.sign_in_name);
        if (staff.empty() || staff.front().disabled_at) return found;
        found.staff = staff.front();
        if (auto password = reader.find<store::StaffPassword>(found.staff->id)) found.hash = password->hash;
        return found;
    });
}

void note_attempt(const Service& service, const SignIn& attempt, Instant now, bool failed) {
    const store::SignInAttempt row{service.ids(), attempt.sign_in_name, attempt.peer, now, failed};
    try {
        (void)service.store.write(store::Stamp{{}, now}, [&](store::Writer& writer) -> Result<void> {
            writer.put(row);
            if (!failed)
                writer.run("DELETE FROM sign_in_attempt WHERE sign_in_name = $1 AND peer = $2 AND failed = 1",
                           attempt.sign_in_name, attempt.peer);
            return {};
        });
    } catch (const store::CannotSave&) {
        if (!service.aside) throw;
        if (failed) service.aside->keep(row, now - attempts_window);
    }
}

void keep_session(const Service& service, const store::Session& session) {
    try {
        (void)service.store.write(store::Stamp{session.staff_id, session.seen_at},
                                  [&](store::Writer& writer) -> Result<void> {
                                      writer.put(session);
                                      return {};
                                  });
        if (service.aside) service.aside->forget(session);
    } catch (const store::CannotSave&) {
        if (!service.aside) throw;
        service.aside->keep(session);
    }
}

/// As it is now: one that the database could not take lies aside.
std::optional<store::Session> session_of(const Service& service, store::Reader& reader, const std::string& token) {
    auto newer = service.aside ? service.aside->session(hash_of(token)) : std::nullopt;
    return newer ? newer : reader.find<store::Session>(hash_of(token));
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
    keep_session(service, {hash_of(started.token), hash_of(csrf_of(started.token)), found.staff->id, now, now,
                           now + session_longest});
    return started;
}

std::optional<CurrentSession> current_session(const Service& service, store::Reader& reader, const std::string& token,
                                              Instant now) {
    auto session = session_of(service, reader, token);
    if (!session || now >= session->ends_at || now >= session->seen_at + session_idle) return std::nullopt;
    auto staff = reader.find<Staff>(StaffId(session->staff_id));
    if (!staff || staff->disabled_at) return std::nullopt;
    return CurrentSession{
        .actor = actor_of(*staff), .token = token, .csrf = csrf_of(token), .touch = now > session->seen_at + 1min};
}

/// Reads it and writes it in one transaction, so that nobody's other request is undone by this one.
template <class F>
static void change_session(const Service& service, const std::string& token, Instant now, F change) {
    std::optional<store::Session> changed;
    try {
        (void)service.store.write(store::Stamp{{}, now}, [&](store::Writer& writer) -> Result<void> {
            changed = session_of(service, writer, token);
            if (!changed) return {};
            change(*changed);
            writer.put(*changed);
            return {};
        });
        if (service.aside && changed) service.aside->forget(*changed);
    } catch (const store::CannotSave&) {
        if (!service.aside) throw;
        changed = look(service, [&](store::Reader& reader) { return session_of(service, reader, token); });
        if (!changed) return;
        change(*changed);
        service.aside->keep(*changed);
    }
}

void touch_session(const Service& service, const CurrentSession& session) {
    Instant now = service.now();
    change_session(service, session.token, now, [&](store::Session& row) { row.seen_at = now; });
}

void sign_out(const Service& service, const std::string& token) {
    Instant now = service.now();
    change_session(service, token, now, [&](store::Session& row) { row.ends_at = now; });
}

}  // namespace kith::actions
