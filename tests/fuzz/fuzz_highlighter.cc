// Fuzzes the highlighter: the first line of the input is a query, the rest the paragraphs of an article. What is shown
// is a piece of the text, cut between characters, marked where a match is and nowhere else.
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "server/search/highlighter.h"
#include "server/search/query_parser.h"
#include "server/search/query_text.h"
#include "tests/fuzz/require.h"

using namespace backfile;

namespace {

using Slots = std::vector<std::vector<std::string>>;

void add_slots(const QueryNode& node, Slots& slots) {
  for (const QueryNode& child : node.children) add_slots(child, slots);
  if (node.kind != QueryKind::word) return;
  if (!node.is_run()) slots.push_back({node.text});
  for (const std::string& bigram : node.bigrams) slots.push_back({bigram});
  if (node.is_run() && node.bigrams.empty()) slots.push_back({node.text});
}

// As the query builder would, without an index: each word stands for itself.
void add_clauses(const QueryNode& node, std::vector<HighlightClause>& clauses) {
  HighlightClause clause{node.surface, HighlightClause::Shape::phrase, 0, {}, kAllParts};
  if (node.kind == QueryKind::word || node.kind == QueryKind::phrase) {
    add_slots(node, clause.slots);
  } else if (node.kind == QueryKind::near) {
    clause.shape = node.ordered ? HighlightClause::Shape::ordered : HighlightClause::Shape::near;
    for (const QueryNode& child : node.children) {
      const std::size_t before = clause.slots.size();
      add_slots(child, clause.slots);
      if (clause.slots.size() == before) return;  // a wildcard: nothing to look for here
      clause.widths.push_back(static_cast<std::uint32_t>(clause.slots.size() - before));
    }
    clause.window = std::max(node.number + 1, static_cast<std::uint32_t>(clause.widths.size()));
  } else {
    for (const QueryNode& child : node.children) add_clauses(child, clauses);
  }
  if (!clause.slots.empty()) clauses.push_back(std::move(clause));
}

std::string joined(const Runs& runs) {
  std::string text;
  for (const Run& run : runs) {
    require(!run.text.empty(), "no run is empty");
    require((static_cast<unsigned char>(run.text[0]) & 0xC0) != 0x80, "a run begins with a character");
    text += run.text;
  }
  return text;
}

// Do the runs stand at `at`, marked where a match covers the text?
bool stand_at(const Runs& runs, std::size_t at, const std::vector<bool>& covered) {
  for (const Run& run : runs) {
    for (std::size_t i = 0; i < run.text.size(); ++i) {
      if (covered[at++] != run.matched) return false;
    }
  }
  return true;
}

void check_fragment(const Fragment& fragment, const Article& article, MatchFinder& finder) {
  const std::string& text = article.body.at(static_cast<std::size_t>(fragment.paragraph));
  std::vector<bool> covered(text.size());
  for (const Match& match : finder.find(text, Part::body)) {
    std::fill(covered.begin() + match.begin, covered.begin() + match.end, true);
  }
  const std::string piece = joined(fragment.runs);
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) {
    if (stand_at(fragment.runs, at, covered)) return;
  }
  require(false, "a fragment is a piece of its paragraph with its matches marked");
}

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    if (end > 0) paragraphs.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return paragraphs;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const QueryText valid(std::string_view(reinterpret_cast<const char*>(data), size));  // articles are valid UTF-8
  const std::string_view text = valid.text();
  const std::size_t line = std::min(text.find('\n'), text.size());
  std::vector<HighlightClause> clauses;
  try {
    add_clauses(parse_query(text.substr(0, line), {}).root, clauses);
  } catch (const InvalidQuery&) {
    return 0;
  }
  Hit hit;
  hit.article.body = paragraphs_of(text.substr(line));
  Highlighter highlighter(clauses, false);
  highlighter.highlight(hit, 3);
  require(hit.fragments.size() <= 3, "no more fragments than asked for");
  MatchFinder finder(clauses);
  for (const Fragment& fragment : hit.fragments) check_fragment(fragment, hit.article, finder);
  ArticleAnswer answer;
  answer.article = hit.article;
  highlighter.highlight(answer);
  for (std::size_t i = 0; i < answer.body_runs.size(); ++i) {
    require(joined(answer.body_runs[i]) == hit.article.body[i], "marked throughout, a text is whole");
  }
  return 0;
}
