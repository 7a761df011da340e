// Whose turn it is to build or send the daily data: one run at a time, on both databases, from whatever machine. A run
// keeps its turn by saying so in each of its transactions. One that was killed loses it a quarter of an hour after it
// last did; one that was overtaken meanwhile (a computer that slept) writes nothing more.
#pragma once

#include <memory>
#include <optional>

#include "actions/service.h"
#include "store/dfe_submission_store.h"

namespace kith::actions {

class DfeTurn {
  public:
    /// Refused (conflict) while another run goes on: says since when, by whom, and when this one could begin.
    static Result<std::unique_ptr<DfeTurn>> take(const Service& service, const store::DfeRun& run);
    ~DfeTurn();  ///< given back
    DfeTurn(const DfeTurn&) = delete;
    DfeTurn& operator=(const DfeTurn&) = delete;

    /// Inside each write of the run. Refused when another run has it.
    Result<void> keep(store::Writer& writer) const;
    /// Notes the run, ended now.
    void give_back(store::DfeRun& run);

  private:
    DfeTurn(const Service& service, store::DfeTurn row) : service_(service), row_(std::move(row)) {}

    const Service& service_;
    store::DfeTurn row_;
    bool given_back_ = false;
};

/// The run that goes on now.
std::optional<store::DfeTurn> turn_now(store::Reader& reader, Instant now);

}  // namespace kith::actions
