// Recency: newer articles higher, by as much as the request asks for.
//
// The score becomes (1 - r) of the text's score and r of the date's. The date's is the best text score of the query
// times 1 / (1 + age / 90 days), where the age is counted from the newest article of the archive, not from today: so
// old archives have recent articles too, and an answer does not change overnight. An unknown date gets nothing. With
// r = 1 the newest come first. (A hyperbolic prior falls more slowly with age than Li and Croft's exponential one,
// 2003; an archive's researcher still wants to see the last decade in order.)
#pragma once

#include <xapian.h>

#include "server/search/deadline.h"

namespace backfile {

// `recency` lies in (0, 1]. `enquire` has its weighting scheme; its query is replaced.
Xapian::Query with_recency(const Xapian::Query& query, double recency, Xapian::Enquire& enquire,
                           const Xapian::Database& database, const Deadline& deadline);

}  // namespace backfile
