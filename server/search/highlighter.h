// The highlighter: marks in an article what a query found in it.
//
// Every mark is a match and every match in what is shown is marked; text is cut between characters only; joined runs
// are a piece of the article's text.
//
// Of a hit no more is read than is needed: once 64 KB were read and each clause was found, or 128 KB and any clause,
// the rest is left. So a very long article costs a page of hits no more than some ordinary ones, and `matched` names
// what was found in what was read. An article shown alone is marked throughout.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/search/answer.h"
#include "server/search/fragments.h"
#include "server/search/match_finder.h"

namespace backfile {

// One for each request; not thread-safe.
class Highlighter {
 public:
  // `in_boilerplate`: fragments may come from boilerplate too.
  Highlighter(std::vector<HighlightClause> clauses, bool in_boilerplate)
      : finder_(std::move(clauses)), in_boilerplate_(in_boilerplate) {}

  // Fills in headline_runs, at most `fragments` fragments, and `matched`: each clause found, by its name, and where
  // another form of a word stands in the text, that form too ("mining → mined"), eight of them at most.
  void highlight(Hit& hit, std::uint32_t fragments);

  // Marks everything.
  void highlight(ArticleAnswer& answer);

 private:
  // How far a hit was read.
  struct Reading {
    std::size_t bytes = 0;
    std::uint64_t clauses = 0;  // found; those beyond 63 share a bit
  };

  bool enough(const Reading& reading) const;
  // Reads the text as far as is needed; what is given is no longer than what was read.
  MarkedText mark(std::string_view text, int paragraph, Part part, Reading& reading);
  Runs whole(std::string_view text, Part part);
  std::vector<std::string> names_of(const std::vector<MarkedText>& texts) const;

  MatchFinder finder_;
  bool in_boilerplate_;
};

}  // namespace backfile
