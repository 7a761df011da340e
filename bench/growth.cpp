// Whether cost grows with the data: my work, the child page and the front door's list, with as many open items, in a
// small council and in a large one. Processor time of a whole request through the application, without the socket.
//
//     growth SMALL_DIR LARGE_DIR      (each ratio at most 1.3)
#include <fmt/format.h>
#include <sodium.h>
#include <sys/resource.h>

#include <algorithm>
#include <vector>

#include "measured.h"
#include "web/app.h"

namespace {

using namespace kith;

double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

struct Council {
    explicit Council(const std::string& directory)
        : store(store::Store::open({.where = directory + "/kith.sqlite"})),
          service(bench::service(*store, policy)),
          measured(bench::measured(service)),
          app(service) {}

    /// Processor microseconds of one request.
    double cost(const std::string& path, const std::string& session) {
        http::Request request;
        request.path = path;
        request.headers.push_back({"Cookie", "kith_session=" + session});
        constexpr int times = 50;
        double from = processor_seconds();
        for (int i = 0; i < times; ++i)
            if (app.handle(request).status != 200) throw std::runtime_error("not a page: " + path);
        return (processor_seconds() - from) / times * 1e6;
    }

    core::LocalPolicy policy;
    std::unique_ptr<store::Store> store;
    actions::Service service;
    bench::Measured measured;
    web::App app;
};

}  // namespace

int main(int count, char** words) {
    if (count != 3 || sodium_init() < 0) return 1;
    Council small(words[1]), large(words[2]);
    struct Asked {
        std::string what, path;
        std::string bench::Measured::*session;
    };
    const std::vector<Asked> pages{
        {"my work", "/my-work", &bench::Measured::worker_session},
        {"child page", "", &bench::Measured::worker_session},
        {"front door", "/front-door", &bench::Measured::door_session},
    };
    bool grew = false;
    for (const Asked& asked : pages) {
        auto path = [&](const Council& council) {
            return asked.path.empty() ? "/children/" + to_text(council.measured.child) : asked.path;
        };
        std::vector<double> ratios, costs;
        for (int run = 0; run < 7; ++run) {
            double little = small.cost(path(small), small.measured.*asked.session);
            double much = large.cost(path(large), large.measured.*asked.session);
            ratios.push_back(much / little);
            costs.push_back(much);
        }
        std::sort(ratios.begin(), ratios.end());
        std::sort(costs.begin(), costs.end());
        fmt::print("{}: {:.0f} CPU-µs in the large council, {:.2f} of the small one's (at most 1.30)\n", asked.what,
                   costs[3], ratios[3]);
        grew = grew || ratios[3] > 1.3;
    }
    return grew ? 1 : 0;
}
