// The tables in three parts, in the specification's order. Internal to returns/ssd; see tables().
#pragma once

#include "returns/ssd/tables.h"

namespace kith::returns::ssd {

std::span<const Table> tables_of_need();
std::span<const Table> tables_of_care();
std::span<const Table> tables_of_others();

}  // namespace kith::returns::ssd
