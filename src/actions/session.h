// Signing in and out, and who a request comes from. Sessions live on the server; the browser holds a random token only.
#pragma once

#include <optional>
#include <string>

#include "actions/service.h"
#include "core/staff.h"

namespace kith::actions {

inline constexpr auto session_idle = std::chrono::hours(1);      ///< without a request
inline constexpr auto session_longest = std::chrono::hours(12);  ///< from signing in

struct SignIn {
    std::string sign_in_name;
    std::string password;
    std::string peer;  ///< the client's address
};

struct StartedSession {
    std::string token;  ///< for the cookie; only its digest is stored
    core::Actor actor;
};

/// One sentence for a wrong name, a wrong password and a disabled account, and the same time taken: nobody learns
/// which. Five failures for a name from one address, or 100 from one address, within 15 minutes: wait, and it says so.
Result<StartedSession> sign_in(const Service& service, const SignIn& attempt);

struct CurrentSession {
    core::Actor actor;
    std::string token;   ///< the cookie's
    std::string csrf;    ///< carried in each form; derived from the token, so nobody without the cookie knows it
    bool touch = false;  ///< last used more than a minute ago: write that down
};

/// Whose request it is; nothing for an unknown, ended, idle or disabled one. At most a disabled person's next request.
std::optional<CurrentSession> current_session(const Service& service, store::Reader& reader, const std::string& token,
                                              Instant now);
/// Where the database takes nothing, sessions that begin, are used or end lie aside (actions/aside.h).
void touch_session(const Service& service, const CurrentSession& session);
/// Ends it at once. Its row stays a while, so that a form of it that is still open loses nothing (draft.h).
void sign_out(const Service& service, const std::string& token);

}  // namespace kith::actions
