#include "web/returns/dfe_api_pages.h"

#include <fmt/format.h>

#include "actions/dfe_submissions.h"
#include "web/returns/dfe_api.html.h"
#include "web/step_form.h"

namespace kith::web {

namespace {

constexpr std::int64_t faults_shown = 100;

/// "1,204".
std::string grouped(std::int64_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, ",");
    return digits;
}

std::string children(std::int64_t count) {
    if (count == 0) return "No children";
    return count == 1 ? "1 child" : grouped(count) + " children";
}

DfeApiPage::Run line_of(const store::DfeRun& run) {
    DfeApiPage::Run line{.when = long_time(run.started_at), .answer = run.answer, .by = run.by};
    if (run.kind == store::DfeRunKind::build) {
        line.what = "Built";
        line.counts = fmt::format("{} new, {} updated, {} deleted, {} unchanged", grouped(run.added),
                                  grouped(run.updated), grouped(run.deleted), grouped(run.unchanged));
        if (run.errors) line.counts += fmt::format(", {} that cannot be sent", grouped(run.errors));
        line.answer = "Not sent by this";
    } else {
        line.what = fmt::format("Sent in {} {}", grouped(run.batches), run.batches == 1 ? "message" : "messages");
        line.counts = fmt::format("{} taken, {} not taken", grouped(run.sent), grouped(run.errors));
        if (run.ended_how == store::DfeRunEnd::failed) {
            line.counts = fmt::format("{} taken, then it failed", grouped(run.sent));
            line.answer = "Failed: " + run.answer;
        }
    }
    return line;
}

DfeApiPage::Fault line_of(const actions::SubmissionsNow::Fault& fault) {
    DfeApiPage::Fault line{.number = fault.row.number, .name = fault.name, .why = fault.row.error};
    if (!fault.name.empty()) line.href = "/children/" + to_text(fault.row.child);
    line.state = fault.row.status == store::SubmissionStatus::not_sendable ? "Cannot be sent" : "Not taken";
    line.since = long_time(fault.row.changed_at);
    return line;
}

std::vector<SummaryRow> facts_of(const actions::SubmissionsNow& now) {
    return {fact("Held there", children(now.held)),
            fact("Last taken", now.last_taken ? long_time(*now.last_taken) : "Nothing yet"),
            fact("Waiting to be sent", children(now.waiting))};
}

std::string failed_in_words(const actions::SubmissionsNow& now) {
    const auto& last = now.last_sending;
    if (!last || last->ended_how != store::DfeRunEnd::failed) return "";
    return fmt::format(
        "On {} the Department’s service was not there, did not let us in, or gave no answer to be sure "
        "of. It said: {}",
        long_time(last->ended_at), last->answer);
}

std::string under_way_in_words(const actions::SubmissionsNow& now) {
    if (!now.under_way) return "";
    return fmt::format("{} under way since {} ({}).",
                       now.under_way->kind == store::DfeRunKind::build ? "A building is" : "A sending is",
                       long_time(now.under_way->since), now.under_way->by);
}

Answered show(Visit& visit) {
    auto now = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::submissions_now(reader, visit.actor, visit.now);
    }));
    DfeApiPage page{.layout = layout_for(visit, "Daily data to the Department for Education")};
    page.now = facts_of(now);
    page.failed = failed_in_words(now);
    page.under_way = under_way_in_words(now);
    for (const store::DfeRun& run : now.runs)
        page.runs.push_back(line_of(run));
    for (const auto& fault : now.faults) {
        page.faults.push_back(line_of(fault));
        if (!fault.name.empty()) visit.shown.push_back(fault.row.child);
    }
    if (now.with_error > faults_shown) page.more_faults = grouped(now.with_error - faults_shown) + " more.";
    visit.purpose = "daily return";
    return http::Response::html(render(page));
}

}  // namespace

RouteTable dfe_api_routes() {
    return {{http::Method::get, "/returns/dfe-api", {May{core::Act::check_returns}, show}}};
}

}  // namespace kith::web
