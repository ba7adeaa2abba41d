#include "indexer/cleaning/learned_lines.h"

#include <algorithm>

#include "index/fold.h"

namespace backfile {
namespace {

constexpr std::size_t kLeast = 8;

// The lines, by one of their marks, that stand in at least so many articles.
template <typename Mark>
std::unordered_set<Mark> recurring(std::span<const ArticleLines> articles, Mark TextLine::*mark, std::size_t least) {
  std::vector<Mark> all;
  for (const ArticleLines& lines : articles) {
    const auto begin = static_cast<std::ptrdiff_t>(all.size());
    for (const TextLine& line : lines) all.push_back(line.*mark);
    std::sort(all.begin() + begin, all.end());
    all.erase(std::unique(all.begin() + begin, all.end()), all.end());
  }
  std::ranges::sort(all);
  std::unordered_set<Mark> found;
  for (std::size_t i = 0; i + least <= all.size(); ++i) {
    if (all[i + least - 1] == all[i]) found.insert(all[i]);
  }
  return found;
}

// What an article's lines are, in bytes: of those that recur as they are it says nothing.
struct Share {
  std::size_t own = 0;      // in no other article
  std::size_t pattern = 0;  // in others but for the numbers
};

bool counts_for_learning(const Share& share) { return share.own > share.pattern; }

}  // namespace

std::string site_of(std::string_view publication, std::string_view folder) {
  if (publication.empty()) return "folder:" + std::string(folder);
  return "publication:" + fold_label(publication);
}

std::size_t least_articles(std::size_t articles) {
  return std::max(kLeast, std::min((2 * articles + 4) / 5, 20 + articles / 20));
}

LineSet learn_lines(std::span<const ArticleLines> articles) {
  if (recurring(articles, &TextLine::hash, least_articles(articles.size())).empty()) return {};
  const LineSet as_written = recurring(articles, &TextLine::hash, kLeast);
  const std::unordered_set<std::uint32_t> patterns = recurring(articles, &TextLine::pattern, kLeast);
  std::vector<ArticleLines> telling;
  for (const ArticleLines& lines : articles) {
    Share share;
    for (const TextLine& line : lines) {
      if (!as_written.contains(line.hash)) (patterns.contains(line.pattern) ? share.pattern : share.own) += line.bytes;
    }
    if (counts_for_learning(share)) telling.push_back(lines);
  }
  return recurring(telling, &TextLine::hash, least_articles(telling.size()));
}

}  // namespace backfile
