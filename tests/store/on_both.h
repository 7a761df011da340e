// A test that runs on both databases, with the same words.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/test_database.h"

namespace kith {

class OnBoth : public testing::TestWithParam<store::Dialect> {
  protected:
    support::TestDatabase database{GetParam()};
    std::unique_ptr<store::Store> store = database.ready();

    template <class F>
    auto write(F body) {
        return store->write(support::by_ann, body);
    }
    /// Saves a horse and answers whether it was kept.
    void keep(const toy::Horse& horse) {
        const auto kept = write([&](store::Writer& writer) -> Result<void> {
            toy::save_horse(writer, horse);
            return {};
        });
        ASSERT_TRUE(kept);
    }
    std::optional<toy::Horse> horse(toy::HorseId id) {
        return store->read([&](store::Reader& reader) { return reader.find<toy::Horse>(id); });
    }
    std::int64_t count(std::string_view table) {
        return store->read([&](store::Reader& reader) {
            return *reader.scalar<std::int64_t>("SELECT count(*) FROM " + std::string(table));
        });
    }
};

inline std::string engine_name(const testing::TestParamInfo<store::Dialect>& info) {
    return info.param == store::Dialect::sqlite ? "sqlite" : "postgres";
}

#define ON_BOTH_DATABASES(Suite) \
    INSTANTIATE_TEST_SUITE_P(On, Suite, testing::Values(store::Dialect::sqlite, store::Dialect::postgres), engine_name)

}  // namespace kith
