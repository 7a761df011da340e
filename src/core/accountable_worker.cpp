#include "core/accountable_worker.h"

#include <algorithm>

namespace kith::core {

static ChildWorker begin(PersonId child, const HandOver& command, WorkerRole role, const Actor& actor) {
    ChildWorker worker;
    worker.id = command.id;
    worker.child = child;
    worker.staff = command.to;
    worker.team = command.team;
    worker.role = role;
    worker.from = command.at;
    worker.arranged_by = actor.id;
    worker.note = command.note;
    return worker;
}

static Result<void> check_moment(Instant at, Instant now) {
    if (at > now)
        return refuse(Because::invalid, "at", "Record this when it happens: the time given is still to come.");
    return {};
}

Result<HandedOver> hand_over(std::span<const ChildWorker> of_child, PersonId child, const HandOver& command,
                             const Actor& actor, Instant now) {
    TRY(check_moment(command.at, now));
    if (command.to.is_nil()) return refuse(Because::invalid, "worker", "Choose who is accountable for this child.");
    HandedOver result{std::nullopt, begin(child, command, WorkerRole::accountable, actor)};
    for (const ChildWorker& each : of_child) {
        if (each.child != child || each.role != WorkerRole::accountable) continue;
        if (each.from >= command.at || (each.until && *each.until > command.at))
            return refuse(Because::conflict, "at", "Somebody was already accountable from that time on.");
        if (each.until) continue;
        if (each.staff == command.to)
            return refuse(Because::conflict, "worker", "This person is already accountable for this child.");
        result.ended = TRY(end_work(each, command.at));
        result.began.taken_over_from = each.staff;
    }
    return result;
}

Result<ChildWorker> add_co_worker(std::span<const ChildWorker> of_child, PersonId child, const HandOver& command,
                                  const Actor& actor, Instant now) {
    TRY(check_moment(command.at, now));
    if (command.to.is_nil()) return refuse(Because::invalid, "worker", "Choose who works alongside.");
    auto is_same = [&](const ChildWorker& each) {
        return each.child == child && each.staff == command.to && !each.until;
    };
    if (std::ranges::any_of(of_child, is_same))
        return refuse(Because::conflict, "worker", "This person is already working with this child.");
    return begin(child, command, WorkerRole::co_worker, actor);
}

Result<ChildWorker> end_work(ChildWorker worker, Instant at) {
    if (worker.until) return refuse(Because::conflict, "at", "This had already ended.");
    if (at < worker.from) return refuse(Because::invalid, "at", "It cannot end before it began.");
    worker.until = at;
    return worker;
}

Result<ChildWorker> leave_as_co_worker(ChildWorker worker, Instant at, std::string_view why) {
    if (worker.role != WorkerRole::co_worker)
        return refuse(Because::conflict, "", "The accountable worker hands over: allocate somebody else.");
    if (why.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return refuse(Because::invalid, "why", "Say why they no longer work alongside.");
    worker = TRY(end_work(std::move(worker), at));
    worker.ended_why = why;
    return worker;
}

StaffId accountable_at(std::span<const ChildWorker> of_child, Instant at) {
    for (const ChildWorker& each : of_child)
        if (each.role == WorkerRole::accountable && each.from <= at && (!each.until || at < *each.until))
            return each.staff;
    return {};
}

std::string_view says(WorkerRole role) {
    return role == WorkerRole::accountable ? "Accountable worker" : "Co-worker";
}

}  // namespace kith::core
