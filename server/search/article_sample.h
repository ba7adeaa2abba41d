// Samples: some of the articles that match, to read what they say. Withdrawn ones are not among them.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "server/search/database_pool.h"
#include "server/search/deadline.h"

namespace backfile {

// Articles that have the term, spread evenly by their docids over the archive, or over the part of it where they are;
// all of them where they are few. Half of `most` at least, where there are so many; fewer where the time is over.
std::vector<Xapian::docid> sample_of_term(const std::string& term, const SearchHandle& handle, const Deadline& deadline,
                                          std::size_t most);

// The first articles that match.
std::vector<Xapian::docid> first_matches(const Xapian::Query& query, const SearchHandle& handle,
                                         const Deadline& deadline, std::size_t most);

}  // namespace backfile
