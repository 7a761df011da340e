// kith-embed OUTPUT_FOLDER IMAGE_FOLDER LIST
//
// Reads LIST, one asset a line, `name content-type piece...`, where a piece is a file, or `file?class,class` for only
// the rules of these classes, and writes OUTPUT_FOLDER/{name}, embedded.s (the bytes, by .incbin) and embedded.cpp (the
// table). Pictures that the style sheets name are taken from IMAGE_FOLDER.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>

#include "template/embed/style.h"

namespace {

using namespace kith::templates;
namespace fs = std::filesystem;

struct Embedded {
    std::string content_type;
    std::string bytes;
};
using All = std::map<std::string, Embedded>;

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("There is no file " + path.string() + ".");
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string path_of(const std::string& name, const std::string& bytes) {
    fs::path path(name);
    return "/assets/" + path.stem().string() + "-" + content_hash(bytes) + path.extension().string();
}

std::string piece_of(const std::string& piece) {
    std::size_t mark = piece.find('?');
    std::string text = text_of(piece.substr(0, mark));
    if (mark == std::string::npos) return text;
    std::vector<std::string> classes;
    std::istringstream rest(piece.substr(mark + 1));
    for (std::string name; std::getline(rest, name, ',');)
        classes.push_back(name);
    return keep_rules(text, classes);
}

void add(All& all, const std::string& line, const fs::path& images) {
    std::istringstream words(line);
    std::string name;
    Embedded asset;
    words >> name >> asset.content_type;
    if (name.empty()) return;
    if (asset.content_type.substr(0, 5) == "text/") asset.content_type += "; charset=utf-8";
    auto image = [&](std::string_view wanted) -> std::string {
        fs::path path = images / wanted;
        if (!fs::exists(path)) return {};
        std::string bytes = text_of(path);
        all[std::string(wanted)] = {"image/svg+xml", bytes};
        return path_of(std::string(wanted), bytes);
    };
    for (std::string piece; words >> piece;)
        asset.bytes += without_what_is_gov_uk(piece_of(piece) + "\n", image);
    all[name] = std::move(asset);
}

void write(const fs::path& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    if (!file.flush()) throw std::runtime_error(path.string() + " cannot be written.");
}

void write_all(const All& all, const fs::path& folder) {
    std::string data;
    std::string symbols;
    std::string rows;
    int number = 0;
    for (const auto& [name, asset] : all) {
        std::string symbol = "kith_asset_" + std::to_string(number++);
        write(folder / name, asset.bytes);
        data += "    \".global " + symbol + "\\n" + symbol + ": .incbin \\\"" + (folder / name).string() +
                "\\\"\\n.byte 0\\n\"\n";
        symbols += "extern const char " + symbol + "[];\n";
        rows += "    {\"" + name + "\", \"" + path_of(name, asset.bytes) + "\", \"" + asset.content_type + "\", {" +
                symbol + ", " + std::to_string(asset.bytes.size()) + "}},\n";
    }
    std::string text = "// Written by kith-embed.\n#include \"web/embedded.h\"\n";
    text += "asm(\".pushsection .rodata\\n\"\n" + data + "    \".popsection\\n\");\n";
    text += "extern \"C\" {\n" + symbols + "}\nnamespace kith::web {\n";
    text += "std::vector<Asset> embedded_assets() {\n    return {\n" + rows + "    };\n}\n}\n";
    write(folder / "embedded.cpp", text);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "kith-embed OUTPUT_FOLDER IMAGE_FOLDER LIST\n";
        return 1;
    }
    try {
        All all;
        std::istringstream lines(text_of(arguments[3]));
        for (std::string line; std::getline(lines, line);)
            add(all, line, arguments[2]);
        fs::create_directories(arguments[1]);
        write_all(all, arguments[1]);
    } catch (const std::exception& failed) {
        std::cerr << "kith-embed: " << failed.what() << '\n';
        return 1;
    }
}
