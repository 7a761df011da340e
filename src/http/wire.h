// A response as bytes. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "http/message.h"

namespace kith::http {

std::string_view reason_of(int status);  ///< "Not Found"

/// "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date(Instant instant);

enum class After { keep_alive, close };

/// Status line and header fields, the empty line included. Content-Length is the body's, for HEAD too; left out with
/// 204 and 304. A CR, LF or NUL in a field, or a status outside 200 to 599, is a bug (CHECK).
std::string response_head(const Response& response, std::string_view date, After after);

/// No body follows the head: HEAD, 204 and 304.
bool has_no_body(Method method, int status);

}  // namespace kith::http
