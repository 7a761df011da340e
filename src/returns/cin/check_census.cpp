#include "returns/cin/validate.h"

namespace kith::returns::cin {

tl::expected<Checked, Unreadable> check_census(const Bytes& bytes, const Options& options, const Findings& each,
                                               const std::function<void(const Child&)>& also) {
    CensusCheck check(options, each, also);
    if (auto read = read_census(bytes, check.receiver()); !read) return tl::unexpected(read.error());
    return check.finish();
}

}  // namespace kith::returns::cin
