// What the receiver's answer to a message means, by its status and body. Pure: who asked, and how often, is not known
// here.
//
// Source: docs/returns/dfe-api.md, "Answers". The published schema promises one receipt for a message; the live
// receiver gives one for each child, in order. Both are understood.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kith::returns::dfe_api {

enum class Taken {
    yes,
    refused,    ///< the message is at fault: all of it is refused because of any one child
    too_many,   ///< the same children are taken in smaller messages
    not_taken,  ///< credentials, or not now: nothing is wrong with the message
    not_known,  ///< it may have been taken
};

struct Answer {
    Taken taken = Taken::not_known;
    std::string says;                   ///< for people: at most 500 bytes, no control characters
    std::vector<std::string> receipts;  ///< yes: one for each child of the message
};

Answer understand(int status, std::string_view body, std::size_t children);

/// No answer came, and nothing had left: the fault in words.
Answer no_answer(std::string_view fault);

/// The same after an earlier try of which nobody knows what became: what was not taken now may have been taken then.
Answer after_unknown_try(Answer answer);

/// At most 500 bytes of a text from outside, cut between characters, without control characters.
std::string brief(std::string_view text);

}  // namespace kith::returns::dfe_api
