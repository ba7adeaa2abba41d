#include "server/search/typical_terms.h"

#include <algorithm>

#include "index/stored_fields.h"
#include "server/search/log_likelihood.h"
#include "server/search/matching_articles.h"
#include "server/search/random_order.h"
#include "server/search/term_sample.h"

namespace backfile {
namespace {

using Xapian::Query;

constexpr std::uint32_t kSampled = 300;
constexpr std::uint32_t kFewArticles = 5;    // of which a term need not stand in several
constexpr std::uint32_t kLeastShare = 50;    // a term stands in one of so many of the sample, or more
constexpr std::size_t kCandidatesATerm = 2;  // counted exactly for each that is wanted
constexpr double kMostlyInPhrase = 0.6;      // then the word is not given by itself
constexpr std::size_t kCandidatesAtLeast = 30;
constexpr double kNearlyAll = 0.8;
constexpr std::size_t kMostPairs = 11;  // of a phrase that is joined: twelve characters

struct Candidate {
  SampledTerm term;
  double score = 0;
  std::uint32_t count = 0;
  std::uint32_t all = 0;
};

std::vector<Article> read_sample(const ArticleSet& of, const SearchHandle& handle) {
  const Columns& columns = *handle.columns;
  std::vector<Article> articles;
  for (const std::uint32_t article : random_page(of, columns, 0, true, 0, kSampled)) {
    articles.push_back(decode_article(handle.database.get_document(columns.docid_of(article)).get_data()));
  }
  return articles;
}

Query query_of(const SampledTerm& term) {
  if (term.terms.size() == 1) return Query(term.terms[0]);
  return Query(Query::OP_PHRASE, term.terms.begin(), term.terms.end(),
               static_cast<Xapian::termcount>(term.terms.size()));
}

bool is_known(const SampledTerm& term, const std::set<std::string>& known) {
  return std::ranges::all_of(term.terms, [&](const std::string& word) { return known.contains(word); });
}

// By what the lexicon knows of single words; of a phrase no more is known than that it is rarer than its rarest word.
double first_guess(const SampledTerm& term, std::size_t sampled, const SearchHandle& handle) {
  const Lexicon& lexicon = handle.generation->lexicon();
  std::uint32_t rarest = handle.generation->manifest().articles;
  for (const std::string& word : term.terms) {
    const auto number = lexicon.find(word);
    rarest = std::min(rarest, number ? lexicon.articles(*number) : 0);
  }
  const double all = handle.generation->manifest().articles;
  return log_likelihood(term.articles, static_cast<double>(sampled), rarest, all);
}

bool is_run(const SampledTerm& term) { return term.terms.size() == 3 && term.shown.find(' ') == std::string::npos; }

// Does `next` begin with the last two pairs of `term`, in nearly all articles that have either?
bool goes_on(const SampledTerm& term, const SampledTerm& next) {
  return std::equal(term.terms.end() - 2, term.terms.end(), next.terms.begin()) &&
         std::min(term.articles, next.articles) >= kNearlyAll * std::max(term.articles, next.articles);
}

// Of a longer phrase of an unspaced script the sample has pieces of four characters that overlap (易地扶贫, 地扶贫搬,
// 扶贫搬迁): made one again. Their score is the first's.
void join_pieces(std::vector<Candidate>& candidates) {
  std::vector<Candidate> pieces;
  std::erase_if(candidates, [&](const Candidate& candidate) {
    if (is_run(candidate.term)) pieces.push_back(candidate);
    return is_run(candidate.term);
  });
  std::vector<bool> is_inner(pieces.size());  // another goes on with it
  std::vector<std::size_t> next(pieces.size(), pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (std::size_t j = 0; j < pieces.size() && next[i] == pieces.size(); ++j) {
      if (i == j || is_inner[j] || !goes_on(pieces[i].term, pieces[j].term)) continue;
      next[i] = j;
      is_inner[j] = true;
    }
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (is_inner[i]) continue;
    Candidate whole = pieces[i];
    for (std::size_t at = next[i]; at < pieces.size() && whole.term.terms.size() < kMostPairs; at = next[at]) {
      whole.term.terms.push_back(pieces[at].term.terms.back());
      whole.term.shown += last_character(pieces[at].term.shown);
      whole.term.articles = std::min(whole.term.articles, pieces[at].term.articles);
    }
    candidates.push_back(std::move(whole));
  }
}

std::vector<Candidate> candidates(const std::vector<Article>& sample, const std::set<std::string>& known,
                                  std::size_t most, const SearchHandle& handle) {
  const auto size = static_cast<std::uint32_t>(sample.size());
  const std::uint32_t least = size < kFewArticles ? 1 : std::max(2U, size / kLeastShare);
  std::vector<Candidate> found;
  for (SampledTerm& term : sampled_terms(sample, handle.generation->lexicon(), least)) {
    if (is_known(term, known)) continue;
    const double score = first_guess(term, sample.size(), handle);
    if (score > 0) found.push_back({std::move(term), score});
  }
  const std::size_t kept = std::min(found.size(), std::max(most * kCandidatesATerm, kCandidatesAtLeast));
  std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept), std::ranges::greater{},
                            &Candidate::score);
  found.resize(kept);
  join_pieces(found);
  return found;
}

// Exactly, while there is time.
void count(std::vector<Candidate>& candidates, const ArticleSet& of, const ArticleSet& all, const SearchHandle& handle,
           const Deadline& deadline) {
  const double all_of = of.size();
  const double rest = all.size() - all_of;
  for (Candidate& candidate : candidates) {
    ArticleSet holding = matching_articles(query_of(candidate.term), handle, deadline);
    if (deadline.cut()) {
      candidate.score = 0;
      continue;
    }
    candidate.all = (holding &= all).size();
    candidate.count = (holding &= of).size();
    const double elsewhere = candidate.all - candidate.count;
    candidate.score = rest > 0 ? log_likelihood(candidate.count, all_of, elsewhere, rest) : 0;
  }
}

bool is_part(const SampledTerm& of, const SampledTerm& whole) {
  return of.terms.size() < whole.terms.size() && !std::ranges::search(whole.terms, of.terms).empty();
}

// Words that stand mostly in a phrase, and phrases that are hardly more than the words of a longer one.
void drop_parts(std::vector<Candidate>& candidates) {
  std::vector<Candidate> kept;
  for (const Candidate& candidate : candidates) {
    const bool is_mostly_part = std::ranges::any_of(candidates, [&](const Candidate& other) {
      return is_part(candidate.term, other.term) && other.score > 0 && other.count >= kMostlyInPhrase * candidate.count;
    });
    if (!is_mostly_part) kept.push_back(candidate);
  }
  candidates = std::move(kept);
}

}  // namespace

TypicalTerms typical_terms(const ArticleSet& of, const ArticleSet& all, const std::set<std::string>& known,
                           std::size_t most, const SearchHandle& handle, const Deadline& deadline) {
  const std::vector<Article> sample = read_sample(of, handle);
  std::vector<Candidate> found = candidates(sample, known, most, handle);
  count(found, of, all, handle, deadline);
  std::erase_if(found, [](const Candidate& candidate) { return candidate.score <= 0; });
  drop_parts(found);
  std::ranges::stable_sort(found, std::ranges::greater{}, &Candidate::score);
  TypicalTerms typical{{}, static_cast<std::uint32_t>(sample.size())};
  for (const Candidate& candidate : found) {
    if (typical.terms.size() == most) break;
    typical.terms.push_back(
        {candidate.term.shown, candidate.term.terms.size() > 1, candidate.count, candidate.all, candidate.score});
  }
  return typical;
}

}  // namespace backfile
