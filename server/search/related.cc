#include "server/search/related.h"

#include "index/schema.h"
#include "index/term.h"
#include "server/search/live_articles.h"
#include "server/search/ranking.h"
#include "server/search/telling_terms.h"

namespace backfile {
namespace {

using Xapian::Query;

constexpr std::size_t kMostTerms = 25;

Query any_of(const std::vector<TellingTerm>& terms) {
  std::vector<Query> weighted;
  for (const TellingTerm& one : terms) {
    weighted.push_back(Query(Query::OP_SCALE_WEIGHT, Query(one.term), one.weight));
  }
  return Query(Query::OP_OR, weighted.begin(), weighted.end());
}

// What the article has for its own words.
double own_score(const Query& words, const Article& article, const SearchHandle& handle) {
  Xapian::Enquire enquire(handle.database);
  enquire.set_weighting_scheme(weighting_scheme());
  enquire.set_query(live_only(Query(Query::OP_FILTER, words, Query(id_term(article.id))), handle));
  const Xapian::MSet found = enquire.get_mset(0, 1);
  return found.empty() ? 0 : found.begin().get_weight();
}

}  // namespace

std::vector<RankedMatch> related_articles(const Article& article, const SearchHandle& handle,
                                          const Deadline& deadline) {
  const auto terms =
      telling_terms(article, handle.generation->lexicon(), handle.generation->manifest().articles, kMostTerms);
  if (terms.empty()) return {};
  const Query words = any_of(terms);
  const Query own_story(Query::OP_OR, Query(prefixed_term(kStoryPrefix, article.story)), Query(id_term(article.id)));
  Xapian::Enquire enquire(handle.database);
  enquire.set_weighting_scheme(weighting_scheme());
  enquire.set_query(deadline.limit(live_only(Query(Query::OP_AND_NOT, words, own_story), handle)));
  enquire.set_cutoff(0, kLeastLike * own_score(words, article, handle));
  enquire.set_collapse_key(kStorySlot);
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, kMostRelated);
  std::vector<RankedMatch> related;
  for (auto match = found.begin(); match != found.end(); ++match) related.push_back({*match, match.get_weight()});
  return related;
}

}  // namespace backfile
