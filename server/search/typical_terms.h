// Typical terms: the words and phrases that tell some articles from others. Candidates come from a sample of the
// articles, one a story, so that a wire story told five times speaks once; what is given is then counted exactly, among
// all of them, and ranked by log-likelihood (log_likelihood.h).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "server/search/answer.h"
#include "server/search/article_set.h"
#include "server/search/database_pool.h"
#include "server/search/deadline.h"

namespace backfile {

struct TypicalTerms {
  std::vector<TypicalTerm> terms;  // the most telling first
  std::uint32_t sampled = 0;       // articles that were read
};

// At most `most` terms of the articles `of`, against those of `all` (of which they are a part). Terms in `known` tell
// nothing new: they are left out, and phrases of nothing else. A word that stands mostly in a phrase that is given is
// not given by itself.
TypicalTerms typical_terms(const ArticleSet& of, const ArticleSet& all, const std::set<std::string>& known,
                           std::size_t most, const SearchHandle& handle, const Deadline& deadline);

}  // namespace backfile
