// Letters to the family, to print: who may get one about a record, and each letter on a page of its own. No script.
#pragma once

#include <string>
#include <vector>

#include "actions/letter.h"
#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct LettersPage {
    Layout layout;
    std::string back;
    struct Line {
        std::string whose;    ///< "To Carys Hale, about Wren Hale"; the name once where it is the child's own
        std::string href;     ///< empty: not now
        std::string not_now;  ///< why
    };
    std::vector<Line> lines;
};

struct LetterPage {
    Layout layout;
    std::string back;
    std::string to;
    std::string from;       ///< the authority, and the day
    std::string reads;      ///< language and formats; empty: none recorded
    std::string told_href;  ///< to record that it was given; empty: nothing is owed
    bool leaves_parts_out = false;
    documents::Letter letter;
};

/// The address of the list for a record.
std::string letters_href(documents::LetterKind kind, const RawId& record);

RouteTable letter_routes();

}  // namespace kith::web
