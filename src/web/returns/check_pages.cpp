#include "web/returns/check_pages.h"

#include <fmt/format.h>

#include "web/assets.h"
#include "web/returns/check.html.h"

namespace kith::web {

/// WebAssembly may be compiled, in a worker made of the page's own script; no connection may be opened at all.
static std::string policy(const Visit& visit) {
    return fmt::format(
        "default-src 'none'; script-src 'self' 'nonce-{}' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self'; "
        "img-src "
        "'self' data:; connect-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        visit.nonce);
}

static Answered show(Visit& visit) {
    CheckPage page{.layout = layout_for(visit, "Check a children in need census file")};
    if (has_asset("checker.js")) page.script = asset_url("checker.js");
    return http::Response::html(render(page)).with("Content-Security-Policy", policy(visit));
}

RouteTable check_routes() {
    return {{http::Method::get, "/returns/check", {May{core::Act::check_returns}, show}}};
}

}  // namespace kith::web
