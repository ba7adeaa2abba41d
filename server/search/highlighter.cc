#include "server/search/highlighter.h"

#include <algorithm>

#include "index/fold.h"
#include "server/search/sentence.h"

namespace backfile {
namespace {

// Bytes of a hit's text: read for a match of every clause, and for any.
constexpr std::size_t kReadForAll = 64 * 1024;
constexpr std::size_t kReadForSome = 128 * 1024;
constexpr std::size_t kUnsure = 2048;  // more than a window of NEAR/100 takes

// Of one clause, for `matched`.
constexpr std::size_t kMaxNamed = 8;
constexpr std::size_t kMaxWritten = 32;

std::uint64_t clause_bit(std::size_t clause) { return std::uint64_t{1} << std::min<std::size_t>(clause, 63); }

// A derived headline stands in the summary or the body: there it was searched.
Part part_of_headline(const Article& article) {
  switch (article.headline_from) {
    case HeadlineFrom::summary:
      return Part::summary;
    case HeadlineFrom::first_sentence:
      return Part::body;
    default:
      return Part::headline;
  }
}

}  // namespace

bool Highlighter::enough(const Reading& reading) const {
  std::uint64_t all = 0;
  for (std::size_t clause = 0; clause < finder_.clauses().size(); ++clause) all |= clause_bit(clause);
  if (reading.bytes >= kReadForSome) return reading.clauses != 0;
  return reading.bytes >= kReadForAll && reading.clauses == all;
}

MarkedText Highlighter::mark(std::string_view text, int paragraph, Part part, Reading& reading) {
  MarkedText marked{text, paragraph, {}};
  const Reading before = reading;
  for (std::size_t most = kReadForAll;; most *= 2) {
    marked.matches = finder_.find(text, part, most);
    reading.bytes = before.bytes + std::min(most, text.size());
    for (const Match& match : marked.matches) reading.clauses |= clause_bit(match.clause);
    if (most >= text.size()) return marked;
    if (!enough(reading)) continue;
    // Windows of NEAR that reach beyond what was read are not known: the last words are not shown.
    marked.text = text.substr(0, cut_before(text, most - kUnsure, 0));
    std::erase_if(marked.matches, [&](const Match& match) { return match.end > marked.text.size(); });
    return marked;
  }
}

Runs Highlighter::whole(std::string_view text, Part part) {
  return runs_of({text, 0, finder_.find(text, part)}, 0, text.size());
}

void Highlighter::highlight(Hit& hit, std::uint32_t fragments) {
  const Article& article = hit.article;
  const Part part = part_of_headline(article);
  std::vector<MarkedText> texts{{article.headline, kHeadlineParagraph, finder_.find(article.headline, part)}};
  Reading reading;
  const auto read = [&](const std::vector<std::string>& list, int first, Part of) {
    for (std::size_t i = 0; i < list.size() && !enough(reading); ++i) {
      const int paragraph = first < 0 ? first : first + static_cast<int>(i);
      texts.push_back(mark(list[i], paragraph, of, reading));
    }
  };
  read(article.summary, kSummaryParagraph, Part::summary);
  read(article.body, 0, Part::body);
  if (in_boilerplate_) read(article.boilerplate, kBoilerplateParagraph, Part::boilerplate);
  hit.matched = names_of(texts);
  hit.headline_runs = runs_of(texts.front(), 0, article.headline.size());
  texts.erase(texts.begin());
  hit.fragments = choose_fragments(texts, fragments);
}

void Highlighter::highlight(ArticleAnswer& answer) {
  const Article& article = answer.article;
  answer.headline_runs = whole(article.headline, part_of_headline(article));
  for (const std::string& text : article.summary) answer.summary_runs.push_back(whole(text, Part::summary));
  for (const std::string& text : article.body) answer.body_runs.push_back(whole(text, Part::body));
  for (const std::string& text : article.boilerplate) answer.boilerplate_runs.push_back(whole(text, Part::boilerplate));
}

std::vector<std::string> Highlighter::names_of(const std::vector<MarkedText>& texts) const {
  struct Seen {
    std::vector<std::string_view> written;  // as they stand in the text
    std::vector<std::string> forms;         // folded
  };
  std::vector<Seen> seen(finder_.clauses().size());
  for (const MarkedText& marked : texts) {
    for (const Match& match : marked.matches) {
      Seen& of_clause = seen[match.clause];
      // Of several words only the name is told, whatever stands there.
      const bool told = finder_.clauses()[match.clause].slots.size() > 1 && !of_clause.forms.empty();
      if (told || of_clause.written.size() == kMaxWritten || of_clause.forms.size() == kMaxNamed) continue;
      const std::string_view written = marked.text.substr(match.begin, match.end - match.begin);
      if (std::ranges::find(of_clause.written, written) != of_clause.written.end()) continue;
      of_clause.written.push_back(written);
      std::string form = fold(written);
      if (std::ranges::find(of_clause.forms, form) == of_clause.forms.end()) of_clause.forms.push_back(std::move(form));
    }
  }
  std::vector<std::string> names;
  for (std::size_t clause = 0; clause < seen.size(); ++clause) {
    const HighlightClause& written = finder_.clauses()[clause];
    const std::string own = fold(written.name);
    std::vector<std::string>& of_clause = seen[clause].forms;
    std::stable_partition(of_clause.begin(), of_clause.end(), [&](const std::string& form) { return form == own; });
    for (const std::string& form : of_clause) {
      const bool same = written.slots.size() != 1 || form == own;
      std::string name = same ? written.name : written.name + " → " + form;
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
  }
  return names;
}

}  // namespace backfile
