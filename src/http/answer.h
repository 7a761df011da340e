// From a request to the bytes of its answer, whatever the handler does: the one place that catches what it throws.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "http/framing.h"
#include "http/server.h"
#include "http/wire.h"

namespace kith::http {

/// An answer ready to be sent.
struct Reply {
    std::string head;
    Body body;
};

class Answering {
  public:
    explicit Answering(Hooks hooks) : hooks_(std::move(hooks)) {}

    /// Runs the handler, on a worker. Throws nothing: a fault is logged under a reference, and answered 500 with it.
    Reply answer(const Request& request, After after) const noexcept;

    bool takes_body(Method method, std::string_view path) const {
        return !hooks_.takes_body || hooks_.takes_body(method, path);
    }

    /// Why a request was not served, in a line of plain text.
    Reply refuse(Refused refused, After after, std::chrono::seconds retry_after) const;

  private:
    Reply ready(Response response, Method method, After after) const;
    Response fault(const Request& request, std::string_view what, const std::exception_ptr& thrown) const;
    std::string new_reference() const;

    Hooks hooks_;
    mutable std::mutex ids_mutex_;
};

/// Eight letters and digits that are not taken for one another when read out: "7F3A-91CQ".
std::string reference_of(const RawId& id);

}  // namespace kith::http
