// The Standard Safeguarding Dataset from the record: every row that the record can fill, from the reader's one
// snapshot. Memory holds a few hundred children at a time, and one key for each person written.
#pragma once

#include "actions/service.h"
#include "returns/ssd/rows.h"

namespace kith::actions {

struct DatasetLeftOut {
    std::size_t protected_places = 0;  ///< homes that must stay secret, or that repeat one
};

/// Departments, professionals, the version, then child by child; each person once.
DatasetLeftOut each_dataset_row(store::Reader& reader, Date run_on, returns::ssd::ProtectedPlaces places,
                                returns::ssd::Rows rows);

}  // namespace kith::actions
