// Repeatable chance for the invented council: the same seed throws the same.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kith::cli {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    /// 0 to `many` - 1.
    std::size_t below(std::size_t many) { return static_cast<std::size_t>(next() % many); }
    /// Both ends can come.
    int between(int least, int most) {
        return least + static_cast<int>(below(static_cast<std::size_t>(most - least) + 1));
    }
    bool percent(int chance) { return below(100) < static_cast<std::size_t>(chance); }
    /// 0 to 1.
    double share() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }
    template <class List>
    const auto& pick(const List& list) {
        return list[below(std::size(list))];
    }

  private:
    std::uint64_t next() {  // splitmix64
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    std::uint64_t state_;
};

}  // namespace kith::cli
