// Journals of every schema that was ever released are read by today's program.
#include <fstream>

#include "store/on_both.h"
#include "store/replay.h"

namespace kith {
namespace {

using namespace support;

class Golden : public testing::TestWithParam<store::Dialect> {};
ON_BOTH_DATABASES(Golden);

std::vector<std::filesystem::path> journals() {
    std::vector<std::filesystem::path> files;
    for (const auto& each : std::filesystem::directory_iterator(KITH_SOURCE_DIR "/tests/golden/journal"))
        if (each.path().extension() == ".jsonl") files.push_back(each.path());
    return files;
}

TEST_P(Golden, journals_of_every_released_schema_are_replayed) {
    ASSERT_FALSE(journals().empty());
    for (const auto& file : journals()) {
        SCOPED_TRACE(file.filename());
        TestDatabase database(GetParam(), TestDatabase::Shape::none);
        auto options = database.options();
        options.schema = nullptr;
        auto store = database.open(options);
        store->migrate(noon);
        std::ifstream lines(file);
        int changes = 0;
        ASSERT_TRUE(store->write(by_ann, [&](store::Writer& writer) -> Result<void> {
            for (std::string line; std::getline(lines, line); ++changes)
                store::apply_change(writer.connection(), store->schema(), line);
            return {};
        }));
        EXPECT_GT(changes, 0);
        EXPECT_EQ(store->authority(), first_authority);
    }
}

}  // namespace
}  // namespace kith
