// A date among a few other words below a headline that a label, a source or its time of day tells to be that of
// publication: "SELWYN, MARCH 2, 2025 10:15 IST", "2025年3月2日 来源：…". A place and a day alone may be those of an
// event.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/cleaning/credit_line.h"

namespace backfile {

std::optional<CreditLine> read_stamp(std::string_view line);

}  // namespace backfile
