#include "indexer/survey.h"

#include "indexer/archive_lines.h"
#include "indexer/archive_stories.h"
#include "indexer/naming.h"

namespace backfile {
namespace {

void tell_names(const Ledger& ledger, const Names& names, Report& report) {
  for (const Names::Note& note : names.notes) {
    const LedgerArticle& article = ledger.articles[note.article];
    const std::string& file = ledger.files[article.file].file;
    if (article.spooled || article.indexed()) {  // read now, or in the index until now
      report.note(file, article.line, note.message);
    } else {
      report.note_again(file, article.line, note.message);
    }
  }
}

void tell_rejection(const Ledger& ledger, const LedgerArticle& article, Report& report) {
  report.reject(ledger.files[article.file].file, article.line, article.rejection.reason, article.rejection.message);
}

}  // namespace

Ledger survey_archive(const IndexerConfig& config, const ReadingRules& rules, const WithdrawnIds& withdrawn,
                      std::int64_t now, Ledger&& last, Spool& spool, Report& report) {
  ArchiveReader reader(config, rules, now, spool, report);
  Ledger ledger = reader.read(std::move(last));
  const Names names = name_articles(ledger, withdrawn);
  tell_names(ledger, names, report);
  LearnedLines learned = learn_archive_lines(ledger, names.ids);
  const std::vector<std::uint32_t> again = articles_to_clean_again(ledger, names.ids, learned);
  ledger.learned = std::move(learned);
  reader.read_again(ledger, again);
  const std::vector<StoryOf> stories = find_archive_stories(ledger, names.ids);
  for (std::size_t i = 0; i < ledger.articles.size(); ++i) {
    LedgerArticle& article = ledger.articles[i];
    const bool left = article.rejection.reason.empty() && (article.spooled || article.document.docid != 0);
    if (!names.ids[i].empty() && !article.rejection.reason.empty()) tell_rejection(ledger, article, report);
    if (names.ids[i].empty() || !left) {
      article.leave_out();
      continue;
    }
    article.written = article.spooled || article.id != names.ids[i] || article.story != stories[i].story ||
                      article.copies != stories[i].copies;
    article.id = names.ids[i];
    article.story = stories[i].story;
    article.copies = stories[i].copies;
  }
  return ledger;
}

}  // namespace backfile
