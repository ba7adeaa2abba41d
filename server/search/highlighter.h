// The highlighter: marks in an article what a query found in it.
//
// Every mark is a match and every match in what is shown is marked; text is cut between characters only; joined runs
// are a piece of the article's text.
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
  // another form of a word stands in the text, that form too ("mining → mined").
  void highlight(Hit& hit, std::uint32_t fragments);

  // Marks everything.
  void highlight(ArticleAnswer& answer);

 private:
  MarkedText mark(std::string_view text, int paragraph, Part part);
  Runs whole(std::string_view text, Part part);
  std::vector<std::string> names_of(const std::vector<MarkedText>& texts) const;

  MatchFinder finder_;
  bool in_boilerplate_;
};

}  // namespace backfile
