#include "indexer/cleaning/learned_lines.h"

#include <algorithm>
#include <unordered_map>

#include "index/fold.h"

namespace backfile {
namespace {

constexpr std::size_t kLeast = 8;
constexpr double kNearlyAll = 0.8;

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

// How often a sentence stands where.
struct Standing {
  std::size_t all = 0;
  std::size_t in_middle = 0;
};

// Of the sentences among `learned`, those that may be text of the articles.
LineSet sentences_within(std::span<const ArticleLines> articles, const LineSet& learned, const LineSet& recurring) {
  std::unordered_map<std::uint64_t, Standing> standings;
  for (const ArticleLines& lines : articles) {
    const auto is_own = [&](const TextLine& line) { return line.sentence && !recurring.contains(line.hash); };
    const auto first = std::ranges::find_if(lines, is_own);
    const auto last = std::find_if(lines.rbegin(), lines.rend(), is_own).base();
    std::unordered_set<std::uint64_t> seen;
    for (auto line = lines.begin(); line != lines.end(); ++line) {
      if (!line->sentence || !learned.contains(line->hash) || !seen.insert(line->hash).second) continue;
      Standing& standing = standings[line->hash];
      ++standing.all;
      if (first < line && line < last) ++standing.in_middle;
    }
  }
  LineSet within;
  for (const auto& [line, standing] : standings) {
    const bool nearly_all = static_cast<double>(standing.all) >= kNearlyAll * static_cast<double>(articles.size());
    if (2 * standing.in_middle > standing.all && !nearly_all) within.insert(line);
  }
  return within;
}

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
  LineSet learned = recurring(telling, &TextLine::hash, least_articles(telling.size()));
  if (learned.empty()) return learned;
  for (std::uint64_t line : sentences_within(telling, learned, as_written)) learned.erase(line);
  return learned;
}

}  // namespace backfile
