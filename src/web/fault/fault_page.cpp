#include "web/fault/fault_page.h"

#include <algorithm>

#include "base/text.h"
#include "web/fault/fault.html.h"
#include "web/rendered_form.h"

namespace kith::web {

namespace {

using actions::Fault;

std::string_view title_for(Fault fault) {
    switch (fault) {
        case Fault::records_unreachable:
            return "Kith cannot reach its records just now";
        case Fault::disk_full:
            return "There is no room to save this";
        case Fault::cannot_save:
            return "Nothing can be saved at the moment";
        case Fault::in_doubt:
            return "It is not certain that this was saved";
        case Fault::other:
            break;
    }
    return "Sorry, something went wrong";
}

std::vector<std::string> about_form(Fault fault, bool comes_back) {
    std::vector<std::string> lines;
    if (fault == Fault::in_doubt)
        lines.emplace_back("What you just sent may be saved or not. Send it again: it is never done twice.");
    else
        lines.emplace_back("Nothing that was saved before is lost. What you just sent was not saved.");
    if (!comes_back)
        lines.emplace_back("Go back and send it again.");
    else if (fault == Fault::records_unreachable)
        lines.emplace_back("Wait a minute, then send it again with the button below. Kith goes on by itself.");
    else if (fault == Fault::disk_full)
        lines.emplace_back("When there is room again, send it with the button below.");
    else if (fault == Fault::cannot_save)
        lines.emplace_back("When Kith can save again, send it with the button below.");
    else if (fault == Fault::other)
        lines.emplace_back("Send it again with the button below.");
    return lines;
}

std::string_view what_to_tell(Fault fault) {
    if (fault == Fault::disk_full) return "Tell the people who run Kith now: the disk that keeps the records is full.";
    if (fault == Fault::cannot_save) return "Tell the people who run Kith now: its database takes nothing.";
    return "If it happens again, tell the people who run Kith.";
}

std::vector<std::string> paragraphs(Fault fault, bool is_form, bool comes_back) {
    std::vector<std::string> lines;
    if (is_form)
        lines = about_form(fault, comes_back);
    else
        lines = {"Nothing that was saved is lost.", "Wait a minute, then try again. Kith goes on by itself."};
    lines.emplace_back(what_to_tell(fault));
    return lines;
}

bool holds_password(const http::Form& form) {
    return std::ranges::any_of(form.entries(), [](const http::Form::Entry& entry) {
        return entry.first.find("password") != std::string::npos;
    });
}

void give_back(FaultPage& page, const http::Request& request, const http::Form& form) {
    page.action = request.path;
    for (const auto& [name, value] : form.entries()) {
        page.fields.push_back({name, value});
        if (!is_bookkeeping(name) && !trim(value).empty())
            page.typed.push_back({.key = words_of_field(name), .value = value});
    }
}

}  // namespace

http::Response fault_response(const FaultedRequest& faulted) {
    const http::Request& request = faulted.request;
    bool is_form = request.method == http::Method::post;
    auto form = is_form ? http::decode_form(request.body) : Result<http::Form>(http::Form{});
    bool comes_back = is_form && form && !holds_password(*form);
    FaultPage page;
    page.layout.title = std::string(title_for(faulted.fault));
    page.layout.nonce = faulted.nonce;
    page.layout.audience = faulted.audience;
    page.home = faulted.audience == Audience::staff ? "/my-work" : "/";
    page.layout.home = page.home;
    page.paragraphs = paragraphs(faulted.fault, is_form, comes_back);
    page.reference = std::string(faulted.reference);
    if (comes_back) give_back(page, request, *form);
    if (!is_form) page.again = request.path + (request.query.empty() ? "" : "?" + request.query);
    bool passes = faulted.fault != Fault::other;
    http::Response response = http::Response::html(render(page), passes ? 503 : 500);
    if (passes) response.with("Retry-After", "60");
    return response;
}

}  // namespace kith::web
