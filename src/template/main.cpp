// kith-template INCLUDED_FOLDER NAME OUTPUT_STEM (FOLDER PRINTED_FOLDER)...
//
// Compiles the template NAME, found in the first FOLDER that has it, into OUTPUT_STEM.cpp and OUTPUT_STEM.h, and lists
// what it read in OUTPUT_STEM.d for the build. A mistake is one line on stderr, "file:line: sentence", and exit
// status 1.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "template/compile.h"

namespace {

namespace fs = std::filesystem;

std::optional<std::string> text_of(const fs::path& path) {
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

struct Folder {
    fs::path path;
    std::string printed;
};

struct Found {
    std::vector<Folder> folders;
    std::map<std::string, std::string> paths;  ///< of the templates that were read

    std::optional<kith::templates::Source> operator()(const std::string& name) {
        for (const Folder& folder : folders) {
            std::optional<std::string> text = text_of(folder.path / name);
            if (!text) continue;
            paths[name] = (folder.path / name).string();
            return kith::templates::Source{*text, folder.printed + name};
        }
        return std::nullopt;
    }
};

}  // namespace

int main(int count, char** arguments) {
    if (count < 6 || count % 2 != 0) {
        std::cerr << "kith-template INCLUDED_FOLDER NAME OUTPUT_STEM (FOLDER PRINTED_FOLDER)...\n";
        return 1;
    }
    std::string stem = arguments[3];
    Found found;
    for (int i = 4; i + 1 < count; i += 2)
        found.folders.push_back({arguments[i], arguments[i + 1]});
    auto generated = kith::templates::compile(arguments[2], arguments[1], std::ref(found));
    if (!generated) {
        const kith::templates::Mistake& mistake = generated.error();
        std::cerr << mistake.place.file << ':' << mistake.place.line << ": " << mistake.sentence << '\n';
        return 1;
    }
    fs::create_directories(fs::path(stem).parent_path());
    std::string depends = stem + ".cpp:";
    for (const auto& [name, path] : found.paths)
        depends += " " + path;
    bool written = write(stem + ".h", generated->header) && write(stem + ".cpp", generated->source) &&
                   write(stem + ".d", depends + "\n");
    if (!written) std::cerr << "kith-template: " << stem << " cannot be written.\n";
    return written ? 0 : 1;
}
