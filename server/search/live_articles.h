// The live articles of a generation: its segments also hold documents that are withdrawn from it (index/withdrawn.h),
// and no search may find them.
#pragma once

#include <xapian.h>

#include "server/search/database_pool.h"

namespace backfile {

// The query, without withdrawn documents; weights stay as they are. The query itself where nothing is withdrawn.
Xapian::Query live_only(const Xapian::Query& query, const SearchHandle& handle);

}  // namespace backfile
