// A file that takes another's place when it is whole, and leaves nothing behind when it is not.
#pragma once

#include <fstream>
#include <string>

#include "base/result.h"

namespace kith::cli {

class NewFile {
  public:
    /// Opens NAME.part beside it; see good().
    explicit NewFile(std::string name);
    NewFile(const NewFile&) = delete;
    ~NewFile();

    const std::string& beside() const { return beside_; }
    bool good() const { return file_.good(); }
    /// Writes the bytes and empties them.
    void put(std::string& bytes);
    /// Whether all of it was written.
    bool end();
    Result<void> keep();
    tl::unexpected<Refusal> cannot_write() const;

  private:
    std::string name_, beside_;
    std::ofstream file_;
    bool kept_ = false;
};

}  // namespace kith::cli
