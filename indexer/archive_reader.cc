#include "indexer/archive_reader.h"

#include <xxhash.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "index/article_id.h"
#include "index/url_identity.h"
#include "indexer/cleaning/published.h"
#include "indexer/file_state.h"
#include "indexer/folder_site.h"
#include "indexer/progress.h"
#include "indexer/stop_request.h"

namespace backfile {
namespace {

constexpr const char* kNotRegular = "not a regular file, or a folder that cannot be listed: links are not followed";

// Names in the order of the scanner: folder by folder.
std::string sort_name(std::string file) {
  std::ranges::replace(file, '/', '\0');
  return file;
}

// What an article says, whatever is learned about its lines.
std::uint64_t text_hash(const Article& article, const std::vector<TextLine>& lines) {
  std::string text = article.headline_from == HeadlineFrom::metadata ? article.headline : "";
  for (const std::string& paragraph : article.summary) text.append(1, '\n').append(paragraph);
  for (const TextLine& line : lines) text.append(reinterpret_cast<const char*>(&line.hash), sizeof line.hash);
  return XXH3_64bits(text.data(), text.size());
}

IdFrom id_from(const Article& article) {
  if (!url_identity(article.url).empty()) return IdFrom::url;
  return article.identifier.empty() ? IdFrom::place : IdFrom::identifier;
}

std::int64_t seconds_of(const std::optional<Date>& date) { return date && date->known() ? date->epoch_seconds() : 0; }

// The next run reads the file again, whatever it looks like.
void forget_state(LedgerFile& file) {
  file.state.settled = false;
  file.state.content = 0;
  file.end.reset();
}

}  // namespace

ArchiveReader::ArchiveReader(const IndexerConfig& config, const ReadingRules& rules, std::int64_t now, Spool& spool,
                             Report& report)
    : config_(config),
      rules_(rules),
      now_(now),
      began_(nanoseconds_now()),
      spool_(spool),
      report_(report),
      boilerplate_(BoilerplateList::parse(config.boilerplate_phrases, config.boilerplate_name)) {}

Ledger ArchiveReader::read(Ledger&& last_ledger) {
  Ledger ledger;
  ledger.sites = last_ledger.sites;
  ledger.segments = last_ledger.segments;
  ledger.learned = last_ledger.learned;
  for (std::uint32_t i = 0; i < ledger.sites.size(); ++i) sites_.emplace(ledger.sites[i], i);
  for (const Settings::Archive& archive : config_.archives) {
    ledger.archives.push_back({archive.name, file_system_of(archive.folder)});
  }
  LastRun last(std::move(last_ledger));
  const std::vector<Found> found = find_files(last);
  std::uint64_t total_bytes = 0;
  for (const Found& file : found) total_bytes += file.state.bytes;
  Progress progress(!rules_.quiet, total_bytes);
  article_done_ = [&] { progress.article_done(); };
  for (const Found& file : found) {
    throw_if_stopped();
    take_file(file, last, ledger);
    progress.file_done(file.state.bytes);
  }
  article_done_ = [] {};
  spool_.flush();
  return ledger;
}

std::vector<ArchiveReader::Found> ArchiveReader::find_files(const LastRun& last) const {
  std::vector<Found> found;
  for (std::size_t i = 0; i < config_.archives.size(); ++i) {
    const Settings::Archive& archive = config_.archives[i];
    scan_archive(archive, config_.index, [&](const ScannedFile& file) {
      Found one{i, archive.name, file};
      if (const auto state = look_at(file.path, began_)) one.state = *state;
      found.push_back(std::move(one));
    });
  }
  add_missing(last, found);
  std::ranges::sort(found, {},
                    [](const Found& file) { return std::tuple(file.archive, sort_name(file.scanned.file)); });
  return found;
}

// Files of the last run that are not found but kept: those below a folder that cannot be listed, or all.
void ArchiveReader::add_missing(const LastRun& last, std::vector<Found>& found) const {
  std::vector<std::string> there;
  std::vector<std::string> unlisted;
  for (const Found& file : found) {
    there.push_back(file.archive_name + '\0' + file.scanned.file);
    if (!file.scanned.regular) unlisted.push_back(there.back() + '/');
  }
  std::ranges::sort(there);
  for (const LedgerFile* file : last.remaining()) {
    const std::string name = file->archive + '\0' + file->file;
    if (std::ranges::binary_search(there, name)) continue;
    const bool hidden =
        std::ranges::any_of(unlisted, [&](const std::string& folder) { return name.starts_with(folder); });
    if (!hidden && !rules_.keep_vanished) continue;
    const auto archive = std::ranges::find(config_.archives, file->archive, &Settings::Archive::name);
    found.push_back({static_cast<std::size_t>(archive - config_.archives.begin()),
                     file->archive,
                     {{}, file->file, true},
                     file->state,
                     true});
  }
}

void ArchiveReader::reject(const Found& found, const std::string& message) {
  report_.reject(found.scanned.file, 0, reason_name(Reason::unreadable), message);
}

// What was said of a file holds as long as it stands.
void ArchiveReader::repeat_remarks(const LedgerFile& file) {
  for (const Remark& remark : file.remarks) {
    if (remark.reason.empty()) {
      report_.note_again(file.file, remark.line, remark.message);
    } else {
      report_.reject(file.file, remark.line, remark.reason, remark.message);
    }
  }
}

void ArchiveReader::take_file(const Found& found, LastRun& last, Ledger& ledger) {
  const LedgerFile* known = last.find(found.archive_name, found.scanned.file);
  const auto keep = [&]() -> LedgerFile& {
    LedgerFile& file = last.hand_over(*known, ledger);
    repeat_remarks(file);
    return file;
  };
  const auto keep_until_next_run = [&] { forget_state(keep()); };
  if (found.known_only) return keep_until_next_run();
  if (!found.scanned.regular) {
    if (known && may_be_regular(found.scanned.path)) keep_until_next_run();
    return reject(found, kNotRegular);
  }
  const bool again = known && rules_.retry_failed && known->has_rejection();
  if (known && !again && known->state.settled && looks_the_same(known->state, found.state)) {
    keep();
    return;
  }
  const auto content = content_hash(found.scanned.path, found.state.bytes);
  if (!content && known && look_at(found.scanned.path, began_)) {
    keep_until_next_run();
    return reject(found, "cannot be read now; its articles stay as the last run read them");
  }
  if (known && !again && content == known->state.content && found.state.bytes == known->state.bytes) {
    LedgerFile& file = keep();
    file.state = found.state;
    file.state.content = *content;
  } else if (known && !again && known->end && found.state.bytes > known->state.bytes &&
             content_hash(found.scanned.path, known->state.bytes) == known->state.content) {
    read_grown(found, content.value_or(0), keep(), ledger);
  } else {
    const bool to_its_end = read_new(found, content.value_or(0), ledger);
    if (!known || (to_its_end && !rules_.keep_vanished)) return;
    last.hand_over_missing(*known, ledger);
    forget_state(ledger.files.back());
  }
}

bool ArchiveReader::read_new(const Found& found, std::uint64_t content, Ledger& ledger) {
  LedgerFile& file = ledger.files.emplace_back();
  file.archive = found.archive_name;
  file.file = found.scanned.file;
  file.state = found.state;
  file.state.content = content;
  return read_items(found, file, ledger);
}

void ArchiveReader::read_grown(const Found& found, std::uint64_t content, LedgerFile& file, Ledger& ledger) {
  file.state = found.state;
  file.state.content = content;
  read_items(found, file, ledger);
}

bool ArchiveReader::read_items(const Found& found, LedgerFile& file, Ledger& ledger) {
  const SourceFile source{found.scanned.path, file.file, folder_site(file.archive, file.file),
                          std::exchange(file.end, std::nullopt)};
  std::optional<ReadPoint> end;
  bool broke_off = false;
  read_file(source, options(nullptr, &end), [&](ReadItem&& item, Place place) {
    throw_if_stopped();
    if (const auto* rejection = std::get_if<Rejection>(&item)) {
      report_.reject(file.file, place.line, reason_name(rejection->reason), rejection->message);
      file.remarks.push_back({place.line, std::string(reason_name(rejection->reason)), rejection->message});
      broke_off = broke_off || rejection->reason == Reason::unreadable;
    } else if (const auto* note = std::get_if<Note>(&item)) {
      report_.note(file.file, place.line, note->message);
      file.remarks.push_back({place.line, "", note->message});
    } else {
      ledger.articles.push_back(make_entry(std::get<Article>(item), file, place, ledger));
    }
    lines_.clear();
    article_done_();
  });
  if (end) end->bytes = file.state.bytes;
  file.end = end;
  if (broke_off) forget_state(file);  // a fault of the disk, not of the file: the next run tries again
  if (broke_off) return false;
  const auto after = look_at(found.scanned.path, began_);
  if (after && looks_the_same(*after, file.state)) {
    file.state.settled = file.state.settled && file.state.content != 0;
    return true;
  }
  forget_state(file);
  report_.note(file.file, 0, "changed while it was read: the next run reads it again");
  return true;
}

LedgerArticle ArchiveReader::make_entry(const Article& article, const LedgerFile& file, const Place& place,
                                        Ledger& ledger) {
  LedgerArticle entry;
  entry.file = static_cast<std::uint32_t>(ledger.files.size() - 1);
  entry.place = place.number;
  entry.line = place.line;
  entry.own_id = make_article_id(article, file.archive, place.number);
  entry.id_from = id_from(article);
  entry.name = entry.id_from == IdFrom::url ? article.url : article.identifier;
  if (!article.identifier.empty()) entry.identifier = XXH3_64bits(article.identifier.data(), article.identifier.size());
  entry.headline = XXH3_64bits(article.headline.data(), article.headline.size());
  entry.lines = lines_;
  entry.text = text_hash(article, lines_);
  entry.crawled = seconds_of(read_metadata_date(place.crawled));
  entry.published = seconds_of(article.published);
  entry.site = site_number(site_of(article.publication, folder_site(file.archive, file.file)), ledger);
  entry.sketch = make_story_sketch(article);
  entry.spooled = spool_.add(article);
  return entry;
}

std::uint32_t ArchiveReader::site_number(const std::string& site, Ledger& ledger) {
  const auto [known, fresh] = sites_.try_emplace(site, static_cast<std::uint32_t>(ledger.sites.size()));
  if (fresh) ledger.sites.push_back(site);
  return known->second;
}

ReadOptions ArchiveReader::options(const LearnedLines* learned, std::optional<ReadPoint>* end) {
  return {&boilerplate_, config_.fields, config_.max_article_bytes, now_, learned, &lines_, end, config_.date_order};
}

void ArchiveReader::read_again(Ledger& ledger, std::span<const std::uint32_t> articles) {
  while (!articles.empty()) {
    const std::uint32_t file = ledger.articles[articles[0]].file;
    const auto other = std::ranges::find_if(articles, [&](std::uint32_t i) { return ledger.articles[i].file != file; });
    const auto of_file = static_cast<std::size_t>(other - articles.begin());
    read_file_again(ledger, articles.first(of_file));
    articles = articles.subspan(of_file);
  }
  spool_.flush();
}

void ArchiveReader::read_file_again(Ledger& ledger, std::span<const std::uint32_t> articles) {
  const LedgerFile& file = ledger.files[ledger.articles[articles[0]].file];
  const SourceFile source{folder_of_archive(file.archive) / file.file, file.file, folder_site(file.archive, file.file)};
  auto next = articles.begin();
  read_file(source, options(&ledger.learned, nullptr), [&](ReadItem&& item, const Place& place) {
    throw_if_stopped();
    const std::vector<TextLine> lines = std::exchange(lines_, {});
    if (std::holds_alternative<Note>(item)) return;
    while (next != articles.end() && ledger.articles[*next].place < place.number) ++next;
    if (next == articles.end() || ledger.articles[*next].place != place.number) return;
    LedgerArticle& entry = ledger.articles[*next];
    if (const auto* rejection = std::get_if<Rejection>(&item)) {
      entry.rejection = {entry.line, std::string(reason_name(rejection->reason)), rejection->message};
      return;
    }
    if (lines != entry.lines) return;  // the file changed meanwhile: as it was read first
    const Article& article = std::get<Article>(item);
    entry.rejection = {};
    entry.sketch = make_story_sketch(article);
    entry.spooled = spool_.add(article);
  });
}

std::filesystem::path ArchiveReader::folder_of_archive(const std::string& name) const {
  const auto archive = std::ranges::find(config_.archives, name, &Settings::Archive::name);
  return archive == config_.archives.end() ? std::filesystem::path() : archive->folder;
}

}  // namespace backfile
