// The web application: requests in, pages out. It knows no socket (http/ does that) and no SQL (actions/ do that).
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "actions/service.h"
#include "http/message.h"

namespace kith::web {

class App {
  public:
    explicit App(const actions::Service& service);
    ~App();

    /// One request to one response. Throws for faults only; http/ turns those into `fault_page`.
    http::Response handle(const http::Request& request);

    /// Whether a form can be sent there: a body to anywhere else is not read.
    bool takes_body(http::Method method, std::string_view path) const;

    /// What somebody sees when a fault stopped the request (web/fault/fault_page.h). Asks nothing of the database.
    http::Response fault_page(const http::Request& request, std::string_view reference,
                              const std::exception_ptr& fault) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Every route there is, with its rule, as "METHOD pattern: who", one a line: docs/permissions.md is made of it.
std::string route_matrix();

}  // namespace kith::web
