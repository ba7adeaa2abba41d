// The match finder: where the clauses of a query stand in a text, by the tokenizer that indexed it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/tokenizer.h"
#include "server/search/highlight_clause.h"

namespace backfile {

// Bytes [begin, end) of a text that are to be marked for a clause.
struct Match {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t clause = 0;
};

// Built once a query, used for all its hits. Not thread-safe: it keeps its working memory.
class MatchFinder {
 public:
  explicit MatchFinder(std::vector<HighlightClause> clauses);
  MatchFinder(const MatchFinder&) = delete;
  MatchFinder& operator=(const MatchFinder&) = delete;

  const std::vector<HighlightClause>& clauses() const { return clauses_; }

  // Matches in the text, which is of this part of an article, by `begin`. A phrase is one match from its first word to
  // its last, so is a run of Han; of a NEAR or ADJ each word within a true window is a match.
  std::vector<Match> find(std::string_view text, Part part);

 private:
  struct Place {
    std::uint32_t clause = 0;
    std::uint32_t slot = 0;
  };
  struct Occurrence {
    std::uint32_t position = 0;
    std::uint32_t slot = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  using Occurrences = std::vector<Occurrence>;

  bool may_match(const Token& token) const;
  static void phrases(const Occurrences& found, std::size_t slots, std::uint32_t clause, std::vector<Match>& matches);
  static void windows(const Occurrences& found, const HighlightClause& clause, std::uint32_t number,
                      std::vector<Match>& matches);

  std::vector<HighlightClause> clauses_;
  std::unordered_map<std::string_view, std::vector<Place>> places_;  // term -> where it is wanted; texts in clauses_
  std::array<std::uint64_t, 256> lengths_{};  // by a term's first byte: bit n set where one is n bytes long (63: more)
  std::vector<Occurrences> found_;            // of each clause, in the text at hand
};

}  // namespace backfile
