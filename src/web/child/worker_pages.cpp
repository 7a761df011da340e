#include "web/child/worker_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/people.h"
#include "web/child/worker_leaves.html.h"
#include "web/child/workers.html.h"

namespace kith::web {

using namespace core;

namespace {

std::string address_of(const PersonId& child) {
    return "/children/" + to_text(child);
}

Result<actions::ChildWorkers> load(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    auto workers = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::child_workers(reader, visit.actor, id); }));
    visit.shown.push_back(workers.child.id);
    return workers;
}

void add_sentence(std::string& note, const std::string& sentence) {
    if (sentence.empty()) return;
    if (!note.empty()) note += note.ends_with('.') ? " " : ". ";
    note += sentence;
}

std::string note_of(const actions::WorkerTime& worker) {
    std::string note = worker.time.note;
    if (!worker.time.ended_why.empty()) add_sentence(note, "Ended: " + worker.time.ended_why);
    if (!worker.arranged_by.empty()) add_sentence(note, "Arranged by " + worker.arranged_by);
    return note;
}

ChildWorkersPage::Line line_of(const actions::WorkerTime& worker, const std::string& address, bool may_arrange) {
    Date from = london_date(worker.time.from);
    std::string since = worker.time.until
                            ? fmt::format("{} to {}", long_date(from), long_date(london_date(*worker.time.until)))
                            : "since " + long_date(from);
    bool ends = may_arrange && !worker.time.until && worker.time.role == WorkerRole::co_worker;
    return {worker.name + (worker.phone.empty() || worker.time.until ? "" : ", " + worker.phone),
            std::string(says(worker.time.role)), since, note_of(worker),
            ends ? address + "/workers/" + to_text(worker.time.id) + "/leaving" : ""};
}

Result<http::Response> workers_page(Visit& visit, FormState form, int status) {
    actions::ChildWorkers workers = TRY(load(visit));
    ChildWorkersPage page;
    begin(page, visit, "Who works with " + full_name(workers.child), address_of(workers.child.id), std::move(form));
    page.child_name = full_name(workers.child);
    page.may_arrange = !workers.may_join.empty();
    for (const actions::WorkerTime& each : workers.now)
        page.now.push_back(line_of(each, page.address, page.may_arrange));
    for (const actions::WorkerTime& each : workers.before)
        page.before.push_back(line_of(each, page.address, false));
    for (const Staff& each : workers.may_join)
        page.may_join.push_back({.value = to_text(each.id), .text = each.name});
    return http::Response::html(render(page), status);
}

Answered show(Visit& visit) {
    return workers_page(visit, {}, 200);
}

Answered join(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    FormState form(visit.form);
    auto worker = parse_id_as<StaffId>(form.value("co_worker"));
    if (!worker) form.add_error("co_worker", "Choose a worker from the list.");
    std::string what_for = form.required_text("what_for", "Say what they are there for.", 2'000);
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::join_as_co_worker(work, id, *worker, what_for));
            return address_of(id) + "/workers?done=saved";
        },
        workers_page);
}

Result<http::Response> leave_page(Visit& visit, FormState form, int status) {
    actions::ChildWorkers workers = TRY(load(visit));
    auto id = TRY(id_in_path<ChildWorkerId>(visit, "worker"));
    auto worker = std::ranges::find_if(workers.now, [&](const auto& each) { return each.time.id == id; });
    if (worker == workers.now.end())
        return refuse(Because::not_found, "", "There is no such record, or it is not one of yours.");
    WorkerLeavesPage page;
    begin(page, visit, worker->name + " no longer works alongside", address_of(workers.child.id), std::move(form));
    page.action = page.address + "/workers/" + to_text(id) + "/leaving";
    page.child_name = full_name(workers.child);
    page.worker = worker->name;
    return http::Response::html(render(page), status);
}

Answered leaving(Visit& visit) {
    return leave_page(visit, {}, 200);
}

Answered leave(Visit& visit) {
    PersonId child = TRY(id_in_path<PersonId>(visit));
    auto worker = TRY(id_in_path<ChildWorkerId>(visit, "worker"));
    FormState form(visit.form);
    std::string why = form.required_text("why", "Say why they no longer work alongside.", 2'000);
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::leave_as_co_worker(work, child, worker, why));
            return address_of(child) + "/workers?done=saved";
        },
        leave_page);
}

}  // namespace

RouteTable child_worker_routes() {
    May arranges{Act::allocate_worker};
    return {
        {http::Method::get, "/children/{id}/workers", {May{Act::read_child}, show}},
        {http::Method::post, "/children/{id}/workers", {arranges, join}},
        {http::Method::get, "/children/{id}/workers/{worker}/leaving", {arranges, leaving}},
        {http::Method::post, "/children/{id}/workers/{worker}/leaving", {arranges, leave}},
    };
}

}  // namespace kith::web
