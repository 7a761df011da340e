// Somebody at a browser, without one: asks the application for pages, keeps cookies, follows redirects, and sends forms
// with the hidden fields that the page carried. Real routes, no socket.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <exception>
#include <regex>
#include <string>

#include "http/form.h"
#include "http/message.h"
#include "web/app.h"

namespace kith::tests {

class Visitor {
  public:
    explicit Visitor(web::App& app) : app_(app) {}

    /// Opens a page, following redirects.
    const http::Response& open(const std::string& address) {
        ask(http::Method::get, address, "");
        return follow();
    }

    /// Sends fields to an address with the hidden fields of the page that is open, following redirects. `fields` win.
    const http::Response& send(const std::string& address, const http::Form& fields) {
        http::Form form;
        for (const auto& [name, value] : hidden())
            if (!fields.has(name) && !form.has(name)) form.add(name, value);
        for (const auto& [name, value] : fields.entries())
            form.add(name, value);
        return send_exactly(address, form);
    }

    /// Sends these fields and nothing else.
    const http::Response& send_exactly(const std::string& address, const http::Form& form) {
        ask(http::Method::post, address, http::encode_form(form));
        return follow();
    }

    const http::Response& sign_in(const std::string& name, const std::string& password) {
        open("/sign-in");
        return send("/sign-in", {{"sign_in_name", name}, {"password", password}});
    }

    std::string body() const { return std::string(response_.body.view()); }
    int status() const { return response_.status; }
    const std::string& address() const { return address_; }
    bool sees(std::string_view text) const { return body().find(text) != std::string::npos; }
    std::string cookie;
    std::string peer = "192.0.2.7";
    bool meets_faults = false;

    /// The first match's first group in the page; a failed test and "" when there is none.
    std::string find(const std::string& pattern) const {
        std::smatch found;
        std::string text = body();
        if (std::regex_search(text, found, std::regex(pattern))) return found[1];
        ADD_FAILURE() << "not on " << address_ << ": " << pattern;
        return {};
    }

    std::string header(std::string_view name) const {
        for (const http::Field& field : response_.headers)
            if (http::same_name(field.name, name)) return field.value;
        return {};
    }

    /// Every header of the answer, a line each.
    std::string headers() const {
        std::string lines;
        for (const http::Field& field : response_.headers)
            lines += field.name + ": " + field.value + "\n";
        return lines;
    }

    std::vector<std::pair<std::string, std::string>> hidden() const {
        std::vector<std::pair<std::string, std::string>> fields;
        static const std::regex pattern("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
        std::string text = body();
        for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
            fields.emplace_back(unescaped((*at)[1]), unescaped((*at)[2]));
        return fields;
    }

  private:
    static std::string unescaped(std::string text) {
        static const std::pair<const char*, const char*> entities[] = {
            {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&#x27;", "'"}, {"&amp;", "&"}};
        for (const auto& [entity, sign] : entities)
            for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at)
                text.replace(at, std::string_view(entity).size(), sign);
        return text;
    }

    /// As http/ does it; a fault that the test does not expect ends the test.
    http::Response answer(const http::Request& request) {
        if (!meets_faults) return app_.handle(request);
        try {
            return app_.handle(request);
        } catch (...) {
            return app_.fault_page(request, "0000-0001", std::current_exception());
        }
    }

    void ask(http::Method method, const std::string& address, const std::string& body) {
        http::Request request;
        request.method = method;
        auto question = address.find('?');
        request.path = address.substr(0, question);
        if (question != std::string::npos) request.query = address.substr(question + 1);
        request.headers.push_back({"Host", "kith.test"});
        if (!cookie.empty()) request.headers.push_back({"Cookie", cookie});
        if (method == http::Method::post)
            request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
        request.body = body;
        request.peer = peer;
        address_ = address;
        response_ = answer(request);
        std::string set = header("Set-Cookie");
        if (!set.empty()) cookie = set.find("Max-Age=0") != std::string::npos ? "" : set.substr(0, set.find(';'));
    }

    const http::Response& follow() {
        for (int hops = 0; response_.status == 303 && hops < 5; ++hops)
            ask(http::Method::get, header("Location"), "");
        return response_;
    }

    web::App& app_;
    http::Response response_;
    std::string address_;
};

}  // namespace kith::tests
