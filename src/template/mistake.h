// A mistake in a template: where, and what to do about it. Thrown inside the compiler, handed back by compile().
#pragma once

#include <string>
#include <utility>

namespace kith::templates {

struct Place {
    std::string file;  ///< as it is printed and written into #line: "src/web/contact/received.html"
    int line = 1;
};

struct Mistake {
    Place place;
    std::string sentence;
};

[[noreturn]] inline void mistake(const Place& place, std::string sentence) {
    throw Mistake{place, std::move(sentence)};
}

}  // namespace kith::templates
