// The children in need checker: processor time and memory for 20,000 children, and whether ten times as many cost ten
// times as much. Prints each figure against its limit; ends with 1 where one is missed.
//
//     returns_cin                       measures
//     returns_cin write N FILE [clean]  writes an invented census of N children, for tools outside
#include <fmt/format.h>

#include <fstream>

#include "process.h"
#include "returns/cin/validate.h"
#include "returns_cin_data.h"

using namespace kith;
using bench::CensusOfManyChildren, bench::processor_seconds, bench::resident_megabytes;

struct Measured {
    double seconds = 0, megabytes_read = 0;
    std::size_t findings = 0;
};

/// The time to check, without the time to invent.
static Measured check_once(std::size_t children, CensusOfManyChildren::Kind kind) {
    Measured measured;
    double inventing = 0;
    {
        CensusOfManyChildren census(children, kind);
        double start = processor_seconds();
        for (std::string_view piece = census.next(); !piece.empty(); piece = census.next())
            measured.megabytes_read += double(piece.size()) / 1e6;
        inventing = processor_seconds() - start;
    }
    CensusOfManyChildren census(children, kind);
    double start = processor_seconds();
    auto checked = returns::cin::check_census([&] { return census.next(); }, {});
    measured.seconds = processor_seconds() - start - inventing;
    measured.findings = checked ? checked->errors + checked->queries : 0;
    return measured;
}

/// The quickest of three: what other programs on the machine cost is not ours.
static Measured check(std::size_t children, CensusOfManyChildren::Kind kind) {
    Measured best = check_once(children, kind);
    for (int again = 0; again < 2; ++again)
        if (Measured next = check_once(children, kind); next.seconds < best.seconds) best = next;
    return best;
}

/// 200,000 children against 20,000, the mean of ten: the least of three, because the machine does other things.
static double growth() {
    double least = 1e9;
    for (int again = 0; again < 3; ++again) {
        double small = 0;
        for (int part = 0; part < 10; ++part)
            small += check_once(20'000, CensusOfManyChildren::Kind::clean).seconds / 10;
        least = std::min(least, check_once(200'000, CensusOfManyChildren::Kind::clean).seconds / small);
    }
    return least;
}

static bool within(std::string_view what, double value, double limit, std::string_view unit) {
    fmt::print("{:<58}{:>8.2f} {:<3} of {:>6.2f} {:<3} ratio {:.2f}{}\n", what, value, unit, limit, unit, value / limit,
               value <= limit ? "" : "  MISSED");
    return value <= limit;
}

static int write(std::size_t children, const char* path, CensusOfManyChildren::Kind kind) {
    std::ofstream file(path, std::ios::binary);
    CensusOfManyChildren census(children, kind);
    for (std::string_view piece = census.next(); !piece.empty(); piece = census.next())
        file << piece;
    return file.flush() ? 0 : 1;
}

int main(int count, char** arguments) {
    using Kind = CensusOfManyChildren::Kind;
    if (count >= 4 && std::string_view(arguments[1]) == "write")
        return write(std::stoul(arguments[2]), arguments[3], count > 4 ? Kind::clean : Kind::with_mistakes);
    bool good = true;
    Measured clean = check(20'000, Kind::clean);
    Measured mistaken = check(20'000, Kind::with_mistakes);
    good &= within("check 20,000 clean children, processor", clean.seconds, 1.0, "s");
    good &= within("check 20,000 children with mistakes, processor", mistaken.seconds, 1.0, "s");
    good &= within("the same, most memory resident", resident_megabytes(), 100, "MB");
    good &= within("200,000 children against 20,000", growth(), 10.5, "x");
    fmt::print(
        "20,000 children are {:.1f} MB; {} findings in the clean file, {} in the other; 200,000 children left {:.0f} "
        "MB "
        "resident.\n",
        clean.megabytes_read, clean.findings, mistaken.findings, resident_megabytes());
    return good ? 0 : 1;
}
