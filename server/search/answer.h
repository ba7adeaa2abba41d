// What the search answers: plain values, with no Xapian and no JSON in them.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "index/article.h"
#include "server/search/request.h"

namespace backfile {

// A piece of text, matched or not. The runs of a fragment, joined, are a piece of the article's text.
struct Run {
  std::string text;
  bool matched = false;
  friend bool operator==(const Run&, const Run&) = default;
};
using Runs = std::vector<Run>;

inline constexpr int kHeadlineParagraph = -1;
inline constexpr int kSummaryParagraph = -2;
inline constexpr int kBoilerplateParagraph = -3;

struct Fragment {
  Runs runs;
  int paragraph = 0;  // from 0 in the body, or one of the above
  friend bool operator==(const Fragment&, const Fragment&) = default;
};

// Something about the query that its writer may not have meant; `at` is its place, in code points from 0.
struct Warning {
  std::string code;
  std::string message;
  std::size_t at = 0;
};

// Which index answered.
struct IndexState {
  std::string generation;
  std::uint32_t articles = 0;
  std::string built_at;  // RFC 3339, UTC
};

// Why a hit stands where it does: what one clause of the query gave it. The weights of a hit add up to its score.
struct ClauseScore {
  std::string clause;               // as understood
  std::string field;                // that it is looked for in; empty: in headline, summary, dateline and body together
  std::vector<std::string> places;  // fields that it stands in: "headline", "body"
  std::vector<std::pair<std::string, std::uint32_t>> forms;  // terms of it that the article has, with how often
  std::uint32_t count = 0;                                   // of all of them
  double weight = 0;
};

struct Hit {
  Article article;
  double score = 0;
  Runs headline_runs;
  std::vector<Fragment> fragments;
  std::vector<std::string> matched;      // what of the query it shows
  std::vector<ClauseScore> explanation;  // where it was asked for
};

// A query that may do better, with the articles that it finds.
struct BetterQuery {
  std::string query;
  std::uint32_t total = 0;
  std::string reason;  // spelling, joined, split, one_clause_less, any_word, no_filters
};

// A clause of the query that no article has, or none together with the others.
struct EmptyClause {
  std::string clause;
  std::size_t at = 0;  // [at, end), in code points
  std::size_t end = 0;
  std::uint32_t total = 0;  // articles that have it by itself
};

// What to do about a search that found nothing.
struct NoHits {
  std::vector<EmptyClause> emptied_by;
  std::vector<BetterQuery> instead;
};

// How many of the articles that match, and of their stories, have a value.
struct FacetValue {
  std::string value;  // as most articles write it
  std::uint32_t articles = 0;
  std::uint32_t stories = 0;
  friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

struct FacetCounts {
  Facet facet = Facet::publication;
  std::vector<FacetValue> values;  // the commonest first; years and months: the newest first
  std::uint32_t all_values = 0;    // also those that are not among them
};

struct SearchAnswer {
  std::string parsed;  // the query as understood
  std::vector<Warning> warnings;
  std::uint32_t total = 0;    // articles
  std::uint32_t stories = 0;  // stories among them
  bool partial = false;       // the time was over: total and stories are the least that there are
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;
  std::string did_you_mean;       // a query with more hits; empty: none
  std::optional<NoHits> no_hits;  // where nothing was found
  IndexState index;
};

// A node of the query as understood, with the articles that it finds by itself.
struct ParsedClause {
  std::string kind;    // word, phrase, near, all, … (query_tree.h)
  std::string query;   // as understood
  std::size_t at = 0;  // [at, end), in code points
  std::size_t end = 0;
  std::string field;                      // that it is looked for in; empty: none by name
  std::optional<std::uint32_t> articles;  // nothing where there was no time to count, or it has no articles of its own
  std::vector<std::string> forms;         // words of the archive that it stands for
  std::optional<std::uint32_t> number;    // near: distance. fuzzy: edits. repeat: times
  std::vector<ParsedClause> children;
};

struct ParseAnswer {
  std::string parsed;
  std::vector<Warning> warnings;
  std::uint32_t total = 0;
  ParsedClause root;
  IndexState index;
};

// One article with its matches marked; runs are empty where no query was given.
struct ArticleAnswer {
  Article article;
  Runs headline_runs;
  std::vector<Runs> summary_runs;
  std::vector<Runs> body_runs;
  std::vector<Runs> boilerplate_runs;
  IndexState index;
};

// Articles or stories that appeared in one period.
struct TimelineBucket {
  Day first;
  Day last;
  std::uint32_t count = 0;
  std::uint32_t all = 0;  // of the archive, narrowed alike, whatever the query
};

struct TimelineSeries {
  std::string query;
  std::string parsed;
  std::vector<Warning> warnings;
  std::uint32_t total = 0;
  std::uint32_t undated = 0;  // of them; not known precisely enough for the interval
  bool partial = false;
  std::vector<TimelineBucket> buckets;  // of the same periods in every series, without a gap
};

struct TimelineAnswer {
  Interval interval = Interval::month;  // never automatic
  std::vector<TimelineSeries> series;
  IndexState index;
};

// A word or phrase that tells some articles from others.
struct TypicalTerm {
  std::string text;  // as the articles mostly write it
  bool is_phrase = false;
  std::uint32_t count = 0;  // of these articles, that hold it
  std::uint32_t all = 0;    // of all that they are compared with, themselves too
  double score = 0;         // log-likelihood
};

struct TermsAnswer {
  std::string parsed;
  std::vector<Warning> warnings;
  std::uint32_t total = 0;
  std::uint32_t stories = 0;
  std::uint32_t sampled = 0;  // articles that terms were looked for in
  bool partial = false;
  std::vector<TypicalTerm> terms;
  std::vector<Hit> hits;  // the top stories, without fragments
  IndexState index;
};

// The articles of one story.
struct CopiesAnswer {
  std::string id;  // of the article that was asked for
  std::string story;
  std::string first;        // of them, the id of the one that appeared first; empty where no date is known
  std::vector<Hit> copies;  // the others, those first that appeared first, undated ones last; without fragments
  IndexState index;
};

// What the text typed into a search box may go on to be.
struct SuggestAnswer {
  std::vector<std::string> suggestions;  // queries that have hits, the best first
  IndexState index;
};

// More like an article.
struct RelatedAnswer {
  std::string id;           // of the article that was asked for
  bool partial = false;     // the time was over: there may be more, and more alike
  std::uint32_t total = 0;  // stories found, at most kMostRelated (related.h)
  std::vector<Hit> hits;    // one article a story, the most alike first; without fragments
  IndexState index;
};

// The request cannot be answered as it stands: a 400 that names the parameter.
class InvalidRequest : public std::runtime_error {
 public:
  InvalidRequest(std::string at, const std::string& sentence, std::string passed = "")
      : std::runtime_error(sentence), parameter(std::move(at)), limit(std::move(passed)) {}
  std::string parameter;
  std::string limit;  // the limit that was passed, or empty
};

}  // namespace backfile
