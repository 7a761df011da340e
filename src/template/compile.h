// The template compiler: one .html becomes one .cpp and one .h. The language is described in docs/guides/add-a-page.md.
//
// It knows HTML, and nothing of C++ but brackets and quotes: names and types are checked by g++, which #line sends back
// to the template. It is a host tool: it runs while Kith is built and is no part of the program.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "template/mistake.h"

namespace kith::templates {

struct Generated {
    std::string source;              ///< of the .cpp
    std::string header;              ///< of the .h; a comment only, where the template is no page
    std::vector<std::string> files;  ///< every template that was read, by the name it is used with
};

struct Source {
    std::string text;
    std::string printed;  ///< the file's name in messages and #line: "src/web/contact/received.html"
};

/// A template by its name below the templates' folder ("contact/received.html"), or nothing.
using Reader = std::function<std::optional<Source>(const std::string& name)>;

/// `included_folder` is what stands before the name in #include: "web/".
tl::expected<Generated, Mistake> compile(const std::string& name, const std::string& included_folder,
                                         const Reader& read);

}  // namespace kith::templates
