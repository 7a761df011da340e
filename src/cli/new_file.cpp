#include "cli/new_file.h"

#include <fmt/format.h>

#include <filesystem>

namespace kith::cli {

NewFile::NewFile(std::string name) : name_(std::move(name)), beside_(name_ + ".part") {
    file_.open(beside_, std::ios::binary | std::ios::trunc);
}

NewFile::~NewFile() {
    std::error_code ignored;
    if (!kept_) std::filesystem::remove(beside_, ignored);
}

void NewFile::put(std::string& bytes) {
    file_ << bytes;
    bytes.clear();
}

bool NewFile::end() {
    file_.close();
    return !file_.fail();
}

Result<void> NewFile::keep() {
    std::error_code failed;
    std::filesystem::rename(beside_, name_, failed);
    if (failed) return cannot_write();
    kept_ = true;
    return {};
}

tl::unexpected<Refusal> NewFile::cannot_write() const {
    return refuse(Because::invalid, "out", fmt::format("{} cannot be written.", name_));
}

}  // namespace kith::cli
