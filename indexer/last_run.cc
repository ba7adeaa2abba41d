#include "indexer/last_run.h"

#include <set>
#include <utility>

namespace backfile {
namespace {

std::string name_of(const std::string& archive, const std::string& file) { return archive + '\0' + file; }

}  // namespace

LastRun::LastRun(Ledger&& ledger)
    : ledger_(std::move(ledger)), first_article_(ledger_.files.size() + 1), handed_over_(ledger_.files.size()) {
  for (const LedgerArticle& article : ledger_.articles) ++first_article_[article.file + 1];
  for (std::size_t i = 0; i < ledger_.files.size(); ++i) {
    first_article_[i + 1] += first_article_[i];
    by_name_.emplace(name_of(ledger_.files[i].archive, ledger_.files[i].file), i);
  }
}

const LedgerFile* LastRun::find(const std::string& archive, const std::string& file) const {
  const auto found = by_name_.find(name_of(archive, file));
  if (found == by_name_.end() || handed_over_[found->second]) return nullptr;
  return &ledger_.files[found->second];
}

std::vector<const LedgerFile*> LastRun::remaining() const {
  std::vector<const LedgerFile*> files;
  for (std::size_t i = 0; i < ledger_.files.size(); ++i) {
    if (!handed_over_[i]) files.push_back(&ledger_.files[i]);
  }
  return files;
}

LedgerFile& LastRun::hand_over(const LedgerFile& file, Ledger& ledger) {
  const auto number = static_cast<std::size_t>(&file - ledger_.files.data());
  handed_over_[number] = true;
  const auto new_number = static_cast<std::uint32_t>(ledger.files.size());
  for (std::size_t i = first_article_[number]; i < first_article_[number + 1]; ++i) {
    ledger.articles.push_back(std::move(ledger_.articles[i]));
    ledger.articles.back().file = new_number;
  }
  return ledger.files.emplace_back(file);
}

void LastRun::hand_over_missing(const LedgerFile& file, Ledger& ledger) {
  const auto number = static_cast<std::size_t>(&file - ledger_.files.data());
  handed_over_[number] = true;
  const auto new_number = static_cast<std::uint32_t>(ledger.files.size() - 1);
  std::set<std::string> there;
  for (auto article = ledger.articles.rbegin(); article != ledger.articles.rend() && article->file == new_number;
       ++article) {
    there.insert(article->own_id);
  }
  for (std::size_t i = first_article_[number]; i < first_article_[number + 1]; ++i) {
    if (there.contains(ledger_.articles[i].own_id) || ledger_.articles[i].document.docid == 0) continue;
    ledger.articles.push_back(std::move(ledger_.articles[i]));
    ledger.articles.back().file = new_number;
  }
}

}  // namespace backfile
