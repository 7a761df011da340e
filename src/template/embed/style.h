// What is done to style sheets and scripts that were written for gov.uk before they are embedded.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::templates {

/// Only the rules whose selector names one of these classes, also inside @media.
std::string keep_rules(std::string_view css, const std::vector<std::string>& classes);

/// Without @font-face, @charset, source maps and the GDS Transport font, which may be used on gov.uk only. `image`
/// gives the new address of a picture, or nothing: then none is shown (the crest belongs to gov.uk too).
std::string without_what_is_gov_uk(std::string_view text, const std::function<std::string(std::string_view)>& image);

/// 16 hexadecimal digits that change with the content. Not a protection against anyone: it names a version.
std::string content_hash(std::string_view bytes);

}  // namespace kith::templates
