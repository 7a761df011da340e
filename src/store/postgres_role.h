// As whom a PostgreSQL session works. Row-level security is the wall between authorities; superusers and roles with
// BYPASSRLS walk through it, so none of them ever touches a row: their sessions take another role first.
#pragma once

#include <string>

#include "store/connection.h"

namespace kith::store {

/// The role that sessions of this database take with SET ROLE; empty when they may stay what they are.
///
///     the owner of the tables   when the session may become it and it does not see through the walls
///     itself                    a plain role
///     kith_app                  a superuser, where there are no tables yet or a superuser owns them
///
/// kith_app is made when it is missing: a plain role that cannot sign in, with the right to make tables in the schema.
/// Tables that came to belong to a superuser (a dump that was restored) are handed to it.
/// Throws Unusable for a role with BYPASSRLS that can become no plain one.
std::string role_behind_the_walls(Connection& connection);

}  // namespace kith::store
