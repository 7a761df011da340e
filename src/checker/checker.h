// The census checker as a browser's worker calls it: plain functions, compiled to WebAssembly
// (src/checker/CMakeLists.txt) and natively for the tests. One check at a time. The worker reads the XML and hands over
// its events (returns/cin/events.h); nothing here knows a file, a clock or a network.
//
//     kith_checker_start(0);
//     … copy events to kith_checker_room(size), kith_checker_take(size) …
//     kith_checker_finish(last_line);
//     bytes = kith_checker_report(kith_report_tsv); size = kith_checker_report_size();
#pragma once

#include <cstdint>

extern "C" {

enum KithReport : int {
    kith_report_refusal,   ///< line, tab, why
    kith_report_summary,   ///< a name and a value each line, tab between; see checker.cpp
    kith_report_tsv,       ///< the same bytes as `kith returns cin check --format tsv`
    kith_report_csv,       ///< the same bytes as --format csv
    kith_report_workbook,  ///< each line: "sheet" name, "columns" title width …, or "row" and cells: "t" text, "n"
                           ///< number
};

/// A new check; the last one is forgotten. The rules of this census year; 0: of the year that the header names.
void kith_checker_start(int rules_year);
/// Where the next events are to be put; valid until the next call.
char* kith_checker_room(std::uint32_t size);
/// 0: go on. 1: refused, see the report. 2: these were no events.
int kith_checker_take(std::uint32_t size);
/// After the last event. 0: checked. 1: refused.
int kith_checker_finish(std::uint32_t line);
/// Children read so far.
std::uint32_t kith_checker_children();

/// The bytes of a report, valid until the next call; kith_report_refusal only after a refusal, the others only after
/// kith_checker_finish() handed back 0.
const char* kith_checker_report(int report);
std::uint32_t kith_checker_report_size();
}
