// What the search answers: plain values, with no Xapian and no JSON in them.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "index/article.h"

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

struct Hit {
  Article article;
  double score = 0;
  Runs headline_runs;
  std::vector<Fragment> fragments;
  std::vector<std::string> matched;  // what of the query it shows
};

struct SearchAnswer {
  std::string parsed;  // the query as understood
  std::vector<Warning> warnings;
  std::uint32_t total = 0;    // articles
  std::uint32_t stories = 0;  // stories among them
  std::vector<Hit> hits;
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

// The request cannot be answered as it stands: a 400 that names the parameter.
class InvalidRequest : public std::runtime_error {
 public:
  InvalidRequest(std::string at, const std::string& sentence, std::string passed = "")
      : std::runtime_error(sentence), parameter(std::move(at)), limit(std::move(passed)) {}
  std::string parameter;
  std::string limit;  // the limit that was passed, or empty
};

}  // namespace backfile
