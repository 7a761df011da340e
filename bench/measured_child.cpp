// measured_child DIR: adds what the measurements need to the council in DIR, and prints the child page's address, the
// worker's session and the front door's, a line each.
#include <fmt/format.h>
#include <sodium.h>

#include "measured.h"

int main(int count, char** words) {
    using namespace kith;
    if (count != 2 || sodium_init() < 0) return 1;
    auto store = store::Store::open({.where = std::string(words[1]) + "/kith.sqlite"});
    core::LocalPolicy policy;
    actions::Service service = bench::service(*store, policy);
    auto measured = bench::measured(service);
    fmt::print("/children/{}\n{}\n{}\n", to_text(measured.child), measured.worker_session, measured.door_session);
}
