// The match finder: where the clauses of a query stand in a text, by the tokenizer that indexed it.
//
// Phrases are found by a bit mask that moves with the words (Shift-And, Baeza-Yates and Gonnet 1992), one bit a slot;
// of a clause of more than 64 slots only the first 64 count. So the time is linear in the text, whatever repeats in it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/tokenizer.h"
#include "server/search/highlight_clause.h"
#include "server/search/near_windows.h"

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

  // Matches in the text, which is of this part of an article, by `begin`; of words that begin before byte `most`. A
  // phrase is one match from its first word to its last, so is a run of Han; of a NEAR or ADJ each word or phrase
  // within a true window is a match.
  std::vector<Match> find(std::string_view text, Part part, std::size_t most = std::string_view::npos);

 private:
  static constexpr std::size_t kMaxSlots = 64;

  struct Wanted {
    std::uint32_t clause = 0;
    std::uint64_t slots = 0;  // that the term may fill
  };
  // What is known of a clause in the text at hand.
  struct Progress {
    std::uint64_t reached = 0;   // slots that may come at `position`
    std::uint64_t met = 0;       // slots that stand there, with all slots of their place before them
    std::uint32_t position = 0;  // of the last word that is any of its
    bool begun = false;
    std::vector<NearOccurrence> found;  // of a NEAR
  };
  // A clause's slots by their places.
  struct Plan {
    std::uint64_t starts = 0;  // first slot of each place
    std::uint64_t ends = 0;    // last slot of each place
    std::array<std::uint8_t, kMaxSlots> place_of{};
    std::vector<std::uint32_t> widths;
  };

  static Plan plan_of(const HighlightClause& clause);
  bool may_match(std::string_view term) const;
  void take(const Token& token, const Wanted& wanted, std::vector<Match>& matches);
  void end_places(const Token& token, std::uint32_t clause, std::uint64_t ended, std::vector<Match>& matches);

  std::vector<HighlightClause> clauses_;
  std::vector<Plan> plans_;
  std::unordered_map<std::string_view, std::vector<Wanted>> wanted_;  // by term; the texts are in clauses_
  std::array<std::uint64_t, 256> lengths_{};  // by a term's first byte: bit n set where one is n bytes long (63: more)
  std::vector<Progress> progress_;
  std::array<std::uint32_t, kMaxSlots> begins_{};  // bytes where the last words begin, by position
};

}  // namespace backfile
