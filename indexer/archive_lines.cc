#include "indexer/archive_lines.h"

#include <algorithm>
#include <span>

namespace backfile {
namespace {

const LineSet& lines_of(const LearnedLines& learned, const std::string& site) {
  static const LineSet kNone;
  const auto found = learned.find(site);
  return found == learned.end() ? kNone : found->second;
}

LineSet difference(const LineSet& a, const LineSet& b) {
  LineSet lines;
  for (std::uint64_t line : a) {
    if (!b.contains(line)) lines.insert(line);
  }
  for (std::uint64_t line : b) {
    if (!a.contains(line)) lines.insert(line);
  }
  return lines;
}

bool has_any(const LedgerArticle& article, const LineSet& lines) {
  return !lines.empty() &&
         std::ranges::any_of(article.lines, [&](const TextLine& line) { return lines.contains(line.hash); });
}

}  // namespace

LearnedLines learn_archive_lines(const Ledger& ledger, const std::vector<std::string>& ids) {
  std::vector<std::vector<ArticleLines>> by_site(ledger.sites.size());
  for (std::size_t i = 0; i < ledger.articles.size(); ++i) {
    if (!ids[i].empty()) by_site[ledger.articles[i].site].push_back(ledger.articles[i].lines);
  }
  LearnedLines learned;
  for (std::size_t site = 0; site < by_site.size(); ++site) {
    LineSet lines = learn_lines(by_site[site]);
    if (!lines.empty()) learned.emplace(ledger.sites[site], std::move(lines));
  }
  return learned;
}

std::vector<std::uint32_t> articles_to_clean_again(const Ledger& ledger, const std::vector<std::string>& ids,
                                                   const LearnedLines& now) {
  std::vector<LineSet> changed(ledger.sites.size());
  for (std::size_t site = 0; site < changed.size(); ++site) {
    changed[site] = difference(lines_of(now, ledger.sites[site]), lines_of(ledger.learned, ledger.sites[site]));
  }
  std::vector<std::uint32_t> again;
  for (std::uint32_t i = 0; i < ledger.articles.size(); ++i) {
    const LedgerArticle& article = ledger.articles[i];
    if (ids[i].empty()) continue;
    const bool concerned = article.spooled ? has_any(article, lines_of(now, ledger.sites[article.site]))
                                           : has_any(article, changed[article.site]);
    const bool unread = !article.spooled && article.document.docid == 0 && article.rejection.reason.empty();
    if (concerned || unread) again.push_back(i);
  }
  return again;
}

}  // namespace backfile
