// Writes a children in need census: the specification's element order, no empty elements, UTF-8, no namespace.
#pragma once

#include <string>

#include "returns/cin/census.h"

namespace kith::returns::cin {

/// Appends one file in three steps: the beginning with its header, each child, the end. Only fields with text are
/// written, and only groups that hold something. One Reviews element holds all review dates of a plan.
class CensusWriter {
  public:
    explicit CensusWriter(std::string& out) : out_(out) {}
    void begin(const Header& header);
    void child(const Child& child);
    void end();

  private:
    std::string& out_;
};

/// A whole census at once.
std::string write_census(const Header& header, const std::vector<Child>& children);

}  // namespace kith::returns::cin
