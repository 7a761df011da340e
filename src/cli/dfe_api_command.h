// kith returns dfe-api build | send: the DfE's daily API, from the record.
//
//     returns dfe-api build [--out DIR]       compares every child with what was sent; DIR gets the messages to look at
//     returns dfe-api send --base URL --token-url URL --client-id ID --secret-file FILE --supplier-key-file FILE
//                          [--scope S] [--la NNN]                     sends what the last build found
//
// Secrets come from files and are written nowhere. build: 0. send: 0 when everything that waited was taken, 1 when
// anything was not, with the reason; SIGINT ends it between two messages.
#pragma once

#include "cli/environment.h"
#include "outside/sender.h"
#include "returns/dfe_api/answer.h"

namespace kith::cli {

/// The arguments after "dfe-api".
int run_dfe_api(Arguments arguments, const Environment& environment);

/// What came back from outside, as the sending understands it.
returns::dfe_api::Answer understand(const outside::Sent& sent, std::size_t children);

}  // namespace kith::cli
