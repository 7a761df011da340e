// A receiver of the daily API on this computer: a real HTTP server with a token's giver and the children's address. It
// validates every message strictly, merges it as the real one is understood to, and can be told to misbehave.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>

#include "http/form.h"
#include "http/server.h"
#include "returns/dfe_api/schema.h"
#include "support/dfe_receiver.h"

namespace kith::tests {

/// How the next message is met, instead of being taken and answered.
struct Instead {
    http::Response answer;
    enum class Message { lost, taken, taken_and_silent } message = Message::lost;
};

class Receiver {
  public:
    Receiver()
        : server_({}, {.handle = [this](const http::Request& request) { return meet(request); },
                       .fault = {},
                       .ids = counting_ids(),
                       .now = [] { return Instant(); },
                       .log = {}}) {
        server_.start();
    }
    ~Receiver() {
        release();
        server_.stop();
    }

    std::string base() const { return "http://127.0.0.1:" + std::to_string(server_.port()) + "/api"; }
    std::string token_url() const { return "http://127.0.0.1:" + std::to_string(server_.port()) + "/token"; }

    void next(Instead instead) { script_.push_back(std::move(instead)); }
    void next(int status, std::string text = "") { next({http::Response::text(std::move(text), status)}); }
    /// Ends the silence.
    void release() {
        std::lock_guard lock(mutex_);
        released_ = true;
        changed_.notify_all();
    }

    Held held;
    std::vector<std::size_t> messages;  ///< children of each that arrived with a good token
    std::vector<std::string> bodies;
    int tokens = 0;          ///< given
    std::string good_token;  ///< the last one given, until somebody changes it
    std::string refuses;     ///< la_child_id that is refused, for reasons of its own
    std::size_t most = 100;  ///< children of a message
    bool one_receipt_for_all = false;

  private:
    http::Response meet(const http::Request& request) {
        std::unique_lock lock(mutex_);
        if (request.path == "/token") return give_token(request);
        if (request.path != "/api/children_social_care_data/330/children") return http::Response::text("", 404);
        if (request.header("Authorization") != "Bearer " + good_token) return http::Response::text("Expired", 401);
        if (request.header("SupplierKey") != "supplier-key") return http::Response::text("No key", 403);
        if (request.header("Content-Type") != "application/json") return http::Response::text("", 415);
        if (script_.empty()) return take(request.body);
        Instead instead = std::move(script_.front());
        script_.pop_front();
        if (instead.message != Instead::Message::lost) take(request.body);
        if (instead.message == Instead::Message::taken_and_silent) changed_.wait(lock, [this] { return released_; });
        return instead.answer;
    }

    http::Response give_token(const http::Request& request) {
        auto form = http::decode_form(request.body);
        if (!form || form->get("grant_type") != "client_credentials" || form->get("client_id") != "kith-client" ||
            form->get("client_secret") != "s3cret & more" || form->get("scope") != "children/.default")
            return http::Response::text("No", 400);
        good_token = "token-" + std::to_string(++tokens);
        return {200, "application/json", R"({"access_token":")" + good_token + R"(","expires_in":3600})", {}};
    }

    http::Response take(const std::string& body) {
        auto json = parse_json(body);
        if (!json) return http::Response::text("Not JSON", 400);
        std::size_t children = json->is_array() ? json->as_array().size() : 0;
        messages.push_back(children);
        bodies.push_back(body);
        if (children > most) return http::Response::text("Too many", 413);
        if (auto good = returns::dfe_api::check_message(*json); !good)
            return http::Response::text(good.error().sentence, 400);
        for (std::size_t i = 0; i < children; ++i)
            if (!refuses.empty() && json->as_array()[i].as_object().at("la_child_id").as_string() == refuses)
                return http::Response::text("[" + std::to_string(i) + "] is not to our liking", 400);
        std::string receipts;
        for (const auto& each : json->as_array()) {
            merge(held, each.as_object());
            receipts += (receipts.empty() ? "[" : ",") + std::string("\"2026-11-23_09:00:00.000000_") +
                        std::to_string(++receipts_) + "\"";
        }
        if (one_receipt_for_all) return http::Response::text("6f1c1f0e-8a53-4c62-9d0b-7d0f4c1f2a11");
        return {200, "application/json", receipts + "]", {}};
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    bool released_ = false;
    std::deque<Instead> script_;
    int receipts_ = 0;
    http::Server server_;
};

}  // namespace kith::tests
