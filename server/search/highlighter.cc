#include "server/search/highlighter.h"

#include <algorithm>

#include "index/fold.h"

namespace backfile {
namespace {

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

MarkedText Highlighter::mark(std::string_view text, int paragraph, Part part) {
  return {text, paragraph, finder_.find(text, part)};
}

Runs Highlighter::whole(std::string_view text, Part part) {
  const MarkedText marked = mark(text, 0, part);
  return runs_of(marked, 0, text.size());
}

void Highlighter::highlight(Hit& hit, std::uint32_t fragments) {
  const Article& article = hit.article;
  std::vector<MarkedText> texts;
  texts.push_back(mark(article.headline, kHeadlineParagraph, part_of_headline(article)));
  for (const std::string& bullet : article.summary) texts.push_back(mark(bullet, kSummaryParagraph, Part::summary));
  int paragraph = 0;
  for (const std::string& text : article.body) texts.push_back(mark(text, paragraph++, Part::body));
  if (in_boilerplate_) {
    for (const std::string& text : article.boilerplate) {
      texts.push_back(mark(text, kBoilerplateParagraph, Part::boilerplate));
    }
  }
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
  std::vector<std::vector<std::string>> forms(finder_.clauses().size());  // of each clause, as they stand in the text
  for (const MarkedText& marked : texts) {
    for (const Match& match : marked.matches) {
      std::string form = fold(marked.text.substr(match.begin, match.end - match.begin));
      std::vector<std::string>& seen = forms[match.clause];
      if (std::ranges::find(seen, form) == seen.end()) seen.push_back(std::move(form));
    }
  }
  std::vector<std::string> names;
  for (std::size_t clause = 0; clause < forms.size(); ++clause) {
    const HighlightClause& written = finder_.clauses()[clause];
    for (const std::string& form : forms[clause]) {
      const bool same = written.slots.size() != 1 || form == fold(written.name);
      std::string name = same ? written.name : written.name + " → " + form;
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
  }
  return names;
}

}  // namespace backfile
