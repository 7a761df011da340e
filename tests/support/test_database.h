// An empty database for one test, on either engine, with the toy nouns and an authority founded in it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "support/toy_nouns.h"

namespace kith::support {

/// Made at the start of a test and removed at its end.
class TemporaryDirectory {
  public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

inline const Instant noon = from_london(Date(std::chrono::year{2026} / 11 / 23), std::chrono::hours(12));
inline const RawId ann{{0xa0}};
inline const RawId first_authority{{0xc1}};
inline const store::Stamp by_ann{ann, noon};

class TestDatabase {
  public:
    enum class Shape { toy, none };
    explicit TestDatabase(store::Dialect dialect, Shape shape = Shape::toy);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    const store::Location& location() const { return location_; }
    store::StoreOptions options() const;
    /// Opens it as it is.
    std::unique_ptr<store::Store> open() const { return open(options()); }
    std::unique_ptr<store::Store> open(const store::StoreOptions& options) const;
    /// Opens it, migrated, with an authority.
    std::unique_ptr<store::Store> ready() const;

    /// Changes the database behind the store's back. PostgreSQL: as the superuser.
    void tamper(const std::string& sql) const;

  private:
    TemporaryDirectory directory_;
    store::Location location_;
    Shape shape_;
};

/// Every row of every table of those durabilities, as text, by table and in key order.
std::map<std::string, std::vector<std::string>> everything(store::Store& store,
                                                           const std::vector<store::Durability>& which);

/// The lines that verify prints.
std::vector<std::string> faults(store::Store& store);

}  // namespace kith::support
