// What the fuzzers kept, given to the same targets once more by this compiler: what was mended stays mended, and a
// target that no longer builds is seen. A target aborts where its laws do not hold.
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>

// tests/CMakeLists.txt gives each LLVMFuzzerTestOneInput the name of its file.
extern "C" int cin_read_fuzz(const std::uint8_t* data, std::size_t size);
extern "C" int http_form_fuzz(const std::uint8_t* data, std::size_t size);
extern "C" int http_framing_fuzz(const std::uint8_t* data, std::size_t size);

/// How many files of the folder the target survived.
static int survived(int (*target)(const std::uint8_t*, std::size_t), const std::string& folder) {
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(KITH_SOURCE_DIR "/tests/fuzz/corpus/" + folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        target(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        ++files;
    }
    return files;
}

TEST(FuzzCorpus, of_the_census_reader_is_survived) {
    EXPECT_GE(survived(cin_read_fuzz, "cin"), 6);
    EXPECT_GE(survived(cin_read_fuzz, "cin-found"), 50);
}

TEST(FuzzCorpus, of_forms_and_cookies_is_survived) {
    EXPECT_GE(survived(http_form_fuzz, "http_form"), 4);
}

TEST(FuzzCorpus, of_requests_is_survived) {
    EXPECT_GE(survived(http_framing_fuzz, "http_framing"), 4);
}
