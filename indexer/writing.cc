#include "indexer/writing.h"

#include <xxhash.h>

#include <algorithm>

#include "index/index_error.h"
#include "index/stored_fields.h"
#include "indexer/rejection.h"
#include "indexer/segment_plan.h"
#include "indexer/segment_writer.h"

namespace backfile {
namespace {

std::vector<SegmentUse> uses_of(const Ledger& ledger, const PreviousGeneration& previous) {
  std::vector<SegmentUse> uses(ledger.segments.size());
  for (std::size_t i = 0; i < uses.size(); ++i) uses[i].articles = previous.manifest()->segments[i].articles;
  for (const LedgerArticle& article : ledger.articles) {
    if (article.document.docid != 0 && !article.written) ++uses[article.document.segment].live;
  }
  return uses;
}

void refuse(Ledger& ledger, std::uint32_t number, const std::string& why, Report& report) {
  LedgerArticle& article = ledger.articles[number];
  article.rejection = {article.line, std::string(reason_name(Reason::refused)), why};
  report.reject(ledger.files[article.file].file, article.line, article.rejection.reason, why);
  article.leave_out();
}

// What an article stores, but for what others make of it.
std::uint64_t hash_alone(Article&& article) {
  article.story.clear();
  article.copies = 0;
  const std::string stored = encode_article(article);
  return XXH3_64bits(stored.data(), stored.size());
}

// Which documents of the segments are of no article any more.
std::vector<WithdrawnFlags> withdrawn_of(const Ledger& ledger, const std::vector<SegmentEntry>& segments) {
  std::vector<WithdrawnFlags> flags;
  for (const SegmentEntry& segment : segments) flags.emplace_back(std::size_t{segment.articles} + 1, true);
  for (WithdrawnFlags& segment : flags) segment[0] = false;  // there is no docid 0
  for (const LedgerArticle& article : ledger.articles) {
    if (article.document.docid != 0) flags[article.document.segment][article.document.docid] = false;
  }
  return flags;
}

}  // namespace

Article ArticleStore::article(std::uint32_t number) const {
  const LedgerArticle& entry = ledger_.articles[number];
  Article article = entry.spooled ? spool_.read(*entry.spooled) : previous_.read(entry.document);
  article.id = entry.id;
  article.story = entry.story;
  article.copies = entry.copies;
  return article;
}

void compare_with_previous(Ledger& ledger, const ArticleStore& store, const PreviousGeneration& previous) {
  for (std::uint32_t i = 0; i < ledger.articles.size(); ++i) {
    LedgerArticle& article = ledger.articles[i];
    if (!article.written) continue;
    article.stored = hash_alone(store.article(i));
    const auto known = previous.articles().find(article.id);
    if (known == previous.articles().end() || ledger.segments.empty() || known->second.stored != article.stored ||
        known->second.story != article.story || known->second.copies != article.copies) {
      continue;
    }
    article.document = known->second.document;
    article.spooled.reset();
    article.written = false;
  }
}

RunCounts count_changes(const Ledger& ledger, const PreviousGeneration& previous) {
  RunCounts counts;
  if (previous.manifest()) counts.generation = previous.manifest()->generation;
  for (const LedgerArticle& article : ledger.articles) {
    if (!article.indexed()) continue;
    ++counts.articles;
    if (article.story != article.id) ++counts.copies;
    const auto known = previous.articles().find(article.id);
    if (known == previous.articles().end()) {
      ++counts.indexed;
    } else {
      ++(known->second.stored == article.stored ? counts.unchanged : counts.updated);
    }
  }
  counts.deleted = previous.articles().size() - counts.unchanged - counts.updated;
  return counts;
}

WrittenSegments write_segments(const IndexFolder& index, const std::string& name, Ledger& ledger,
                               const ArticleStore& store, const PreviousGeneration& previous, Report& report) {
  const auto fresh = static_cast<std::uint32_t>(std::ranges::count_if(ledger.articles, &LedgerArticle::written));
  const std::vector<SegmentFate> fates = plan_segments(uses_of(ledger, previous), fresh);
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < ledger.articles.size(); ++i) {
    const LedgerArticle& article = ledger.articles[i];
    const bool merges = article.document.docid != 0 && fates[article.document.segment] == SegmentFate::merges;
    if (article.written || merges) numbers.push_back(i);
  }
  WrittenSegments all;
  std::vector<std::uint32_t> new_numbers(fates.size());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    new_numbers[i] = static_cast<std::uint32_t>(names.size());
    if (fates[i] != SegmentFate::stays) continue;
    names.push_back(ledger.segments[i]);
    all.segments.push_back(previous.manifest()->segments[i]);
  }
  NewSegment written;
  if (!numbers.empty()) {
    std::error_code error;
    std::filesystem::create_directories(index.segments(), error);
    if (error) throw WriteError("cannot make " + index.segments().string() + ": " + error.message());
    written = write_segment(index.building(), index.segment(name), static_cast<std::uint32_t>(numbers.size()),
                            [&](std::uint32_t i) { return store.article(numbers[i]); });
    names.push_back(name);
    all.segments.push_back(written.entry);
  }
  std::vector<DocumentPlace> places(ledger.articles.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    places[numbers[i]] = {static_cast<std::uint32_t>(names.size() - 1), written.docids[i]};
  }
  for (std::uint32_t i = 0; i < ledger.articles.size(); ++i) {
    DocumentPlace& document = ledger.articles[i].document;
    if (places[i].docid != 0) {
      document = places[i];
    } else if (document.docid != 0) {
      document.segment = new_numbers[document.segment];
    }
  }
  ledger.segments = std::move(names);
  for (const auto& [number, why] : written.refused) refuse(ledger, numbers[number], why, report);
  all.withdrawn = withdrawn_of(ledger, all.segments);
  return all;
}

}  // namespace backfile
