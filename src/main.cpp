#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "cli/returns_command.h"

int main(int argc, char** argv) {
    std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    if (!arguments.empty() && arguments[0] == "returns")
        return kith::cli::run_returns(std::span(arguments).subspan(1), std::cout, std::cerr);
    std::puts("kith");
    return 0;
}
