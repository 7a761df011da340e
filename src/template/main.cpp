// kith-template FOLDER PRINTED_FOLDER INCLUDED_FOLDER NAME OUTPUT_STEM
//
// Compiles FOLDER/NAME into OUTPUT_STEM.cpp and OUTPUT_STEM.h, and lists what it read in OUTPUT_STEM.d for the build.
// A mistake is one line on stderr, "file:line: sentence", and exit status 1.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "template/compile.h"

namespace {

std::optional<std::string> text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Leaves a file with the same text alone, so that what includes it is not built again.
bool write(const std::string& path, const std::string& text) {
    if (text_of(path) == text) return true;
    std::ofstream file(path, std::ios::binary);
    file << text;
    return static_cast<bool>(file.flush());
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 6) {
        std::cerr << "kith-template FOLDER PRINTED_FOLDER INCLUDED_FOLDER NAME OUTPUT_STEM\n";
        return 1;
    }
    std::filesystem::path folder = arguments[1];
    std::string stem = arguments[5];
    kith::templates::Naming naming{arguments[2], arguments[3]};
    auto generated =
        kith::templates::compile(arguments[4], naming, [&](const std::string& name) { return text_of(folder / name); });
    if (!generated) {
        const kith::templates::Mistake& mistake = generated.error();
        std::cerr << mistake.place.file << ':' << mistake.place.line << ": " << mistake.sentence << '\n';
        return 1;
    }
    std::filesystem::create_directories(std::filesystem::path(stem).parent_path());
    std::string depends = stem + ".cpp:";
    for (const std::string& name : generated->files)
        depends += " " + (folder / name).string();
    bool written = write(stem + ".h", generated->header) && write(stem + ".cpp", generated->source) &&
                   write(stem + ".d", depends + "\n");
    if (!written) std::cerr << "kith-template: " << stem << " cannot be written.\n";
    return written ? 0 : 1;
}
