// write_examples FOLDER [MORE]: every census of the tests as a file, NAME.xml, and beside it what the native checker
// says of it: NAME.tsv, or NAME.refused with the line and why. The browser's checker must say the same
// (tests/checker/run). With MORE, a folder, its files instead.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "returns/cin/report.h"
#include "returns/cin/rules/examples.h"
#include "support/census_builder.h"

using namespace kith;
using namespace kith::test;
namespace cin = returns::cin;
namespace fs = std::filesystem;

static std::string around(const std::string& inside) {
    return "<Message>\n<Header>\n<Year>2026</Year></Header>\n<Children>\n" + inside + "</Children>\n</Message>\n";
}

static std::string utf16(const std::string& ascii, bool little) {
    std::string wide = little ? "\xFF\xFE" : "\xFE\xFF";
    for (char c : ascii)
        wide += little ? std::string{c, '\0'} : std::string{'\0', c};
    return wide;
}

static std::string repeated(const std::string& piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i)
        text += piece;
    return text;
}

/// Files that are no census, or hardly one: the ways of read_test.cpp.
static std::vector<std::string> hostile() {
    std::string child = "<Child>\n<ChildIdentifiers>\n<LAchildID>A</LAchildID>\n</ChildIdentifiers>\n</Child>\n";
    std::string clean = CensusBuilder(2026).xml();
    std::string rest = "<Message><Header/><Children/></Message>";
    return {
        "",
        " \n",
        "hello",
        std::string("\0\1\2", 3),
        "<SSDA903/>",
        "<Message/>",
        "<Message>\n<Children></Message>",
        "<Message><Children/></Message><Message/>",
        "<Message><Children/></Message>\nx",
        "<Message><Children/><Header/></Message>",
        "<Message>\n<Header>\n</Header>\n<Children>\n<Child>\n</Chidl>\n",
        "<Message>\n<Header>\n<Year>2026</Year></Header>\n<Children>\n<Child>\n",
        CensusBuilder().change("Collection=SSDA903").xml(),
        "<!DOCTYPE Message>" + rest,
        "\n\n<!DOCTYPE Message SYSTEM 'file:///etc/passwd'>" + rest,
        "<?xml version='1.0'?>\n<!DOCTYPE\nMessage [\n<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + rest,
        "<!DOCTYPE Message PUBLIC 'a' 'http://127.0.0.1:1/x.dtd' [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/'> %p;]>" +
            rest,
        "<!DOCTYPE M [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><M>&b;</M>",
        around("&undeclared;"),
        around("<Child>\n&#0;</Child>"),
        around("<Child a=1/>"),
        around("<Child a='1' a='2'/>"),
        around("<Child a='<'/>"),
        around("<Child>\n<b </Child>"),
        around("]]>"),
        around("<Child>\n\x01</Child>"),
        around("<Child>\n\xC3\x28</Child>"),
        around("<Child>\n\xE9</Child>"),
        around("<!-- a -- b -->"),
        around("<!-- never ends"),
        around("<?xml version='1.0'?>"),
        around("<Child><ChildIdentifiers>\n<UPN>A<b/></UPN></ChildIdentifiers></Child>"),
        around(repeated("<x>", 100)),
        around(repeated("\n<x>", 100'000)),
        around("<Child><ChildIdentifiers>\n<UPN>" + repeated("x", 5000) + "</UPN></ChildIdentifiers></Child>"),
        around("<Child><ChildIdentifiers>\n<UPN>" + repeated("xy\n", 200'000) + "</UPN></ChildIdentifiers></Child>"),
        around("<Child><CINdetails>" + repeated("<Section47/>\n", 20'000) + "</CINdetails></Child>"),
        around("<Child><ChildIdentifiers><Surname><Deep>x</Deep></Surname></ChildIdentifiers>\n<LAchildID>Z</"
               "LAchildID></Child>"),
        around(child + child + "<Child/>\n<Other>x</Other>"),
        around(
            "<x:Child xmlns:x='urn:x'><x:ChildIdentifiers><x:LAchildID>A</x:LAchildID></x:ChildIdentifiers></x:Child>"),
        around("<y:Child/>"),
        around("<Child><ChildIdentifiers><LAchildID><![CDATA[C<1]]><!-- x "
               "-->2&amp;&#x263A;</LAchildID></ChildIdentifiers></Child>"),
        "<?xml version='1.1'?>" + around(child),
        "<?xml version='2.0'?>" + around(child),
        "<?xml version='1.0' encoding='ISO-8859-1'?>" +
            around("<Child><ChildIdentifiers><LAchildID>\xE9\x80</LAchildID></ChildIdentifiers></Child>"),
        "<?xml version='1.0' encoding='windows-1252'?>" +
            around("<Child><ChildIdentifiers><LAchildID>\xE9\x80</LAchildID></ChildIdentifiers></Child>"),
        "<?xml version='1.0' encoding='US-ASCII'?>" +
            around("<Child><ChildIdentifiers>\n<LAchildID>\xE9</LAchildID></ChildIdentifiers></Child>"),
        "<?xml version='1.0' encoding='no-such'?>" + around(child),
        "\xEF\xBB\xBF" + clean,
        utf16("<?xml version='1.0' encoding='UTF-16'?>" + around(child), true),
        utf16("<?xml version='1.0' encoding='UTF-16'?>" + around(child), false),
        "<?xml version='1.0' encoding='UTF-16'?>" + around(child),
        CensusBuilder()
            .change("LAchildID==HYPERLINK(1)<script>alert(1)</script>\"'; Ethnicity=@SUM(A1)\t\\; -ReferralNFA")
            .xml(),
        CensusBuilder().change("-Year; -ReferenceDate").xml(),
    };
}

static std::vector<std::string> files_in(const fs::path& folder) {
    std::vector<std::string> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return files;
}

/// The seeds of the fuzzer, without the byte that steers it.
static std::vector<std::string> seeds() {
    std::vector<std::string> files = files_in(KITH_SOURCE_DIR "/tests/fuzz/corpus/cin");
    for (std::string& file : files)
        file.erase(0, 1);
    return files;
}

static void write(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

static void add(const fs::path& folder, const std::string& name, const std::string& xml) {
    std::string rows = cin::tsv_heading();
    bool read = false;
    auto bytes = [&]() -> std::string_view { return std::exchange(read, true) ? std::string_view() : xml; };
    auto checked = cin::check_census(bytes, {}, [&](cin::Finding&& finding) { cin::append_tsv(rows, finding); });
    write(folder / (name + ".xml"), xml);
    if (checked)
        write(folder / (name + ".tsv"), rows);
    else
        write(folder / (name + ".refused"), std::to_string(checked.error().line) + "\t" + checked.error().why + "\n");
}

static void add_all(const fs::path& folder, const std::string& name, const std::vector<std::string>& files) {
    int number = 0;
    for (const std::string& xml : files)
        add(folder, name + "_" + std::to_string(++number), xml);
}

static void add_examples_to(const fs::path& folder) {
    for (int year = 2021; year <= 2027; ++year)
        add(folder, "clean_" + std::to_string(year), CensusBuilder(year).xml());
    int number = 0;
    for (const Example& example : examples())
        add(folder, std::string(example.rule) + "_" + std::to_string(++number),
            CensusBuilder(example.year).change(example.change).xml());
    add_all(folder, "hostile", hostile());
    add_all(folder, "seed", seeds());
}

int main(int count, char** arguments) {
    if (count < 2) return 1;
    fs::path folder = arguments[1];
    fs::create_directories(folder);
    if (count > 2)
        add_all(folder, "more", files_in(arguments[2]));
    else
        add_examples_to(folder);
}
