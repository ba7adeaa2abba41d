#include "indexer/ledger_file.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "index/index_error.h"
#include "index/varint.h"

namespace backfile {
namespace {

constexpr std::string_view kMagic = "BFLEDGR2";  // the last character is the version
static_assert(std::endian::native == std::endian::little);

class Writer {
 public:
  static constexpr bool kReads = false;

  void number(std::uint64_t value) { append_varint(value, bytes); }
  void text(const std::string& value) {
    number(value.size());
    bytes += value;
  }
  void raw(const void* from, std::size_t size) { bytes.append(static_cast<const char*>(from), size); }

  std::string bytes{kMagic};
};

class Reader {
 public:
  static constexpr bool kReads = true;

  Reader(std::string_view bytes, const std::string& file) : rest_(bytes), file_(file) {
    if (!rest_.starts_with(kMagic) && rest_.starts_with(kMagic.substr(0, kMagic.size() - 1))) {
      throw IndexError(file_ + " was written by another version of backfile-indexer");
    }
    if (!rest_.starts_with(kMagic)) damaged();
    rest_.remove_prefix(kMagic.size());
  }

  std::uint64_t number() {
    const auto value = take_varint(rest_);
    if (!value) damaged();
    return *value;
  }
  // A number of entries that follow, each of a byte or more.
  std::size_t count() {
    const std::uint64_t value = number();
    if (value > rest_.size()) damaged();
    return static_cast<std::size_t>(value);
  }
  void text(std::string& value) {
    const std::size_t size = count();
    value.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  void raw(void* to, std::size_t size) {
    if (size > rest_.size()) damaged();
    std::memcpy(to, rest_.data(), size);
    rest_.remove_prefix(size);
  }
  void end() const {
    if (!rest_.empty()) damaged();
  }
  [[noreturn]] void damaged() const { throw IndexError(file_ + " is damaged: run backfile-indexer index --full"); }

 private:
  std::string_view rest_;
  const std::string& file_;
};

// One function a type for both ways, so that what is written is what is read.
template <typename Way>
class Fields {
 public:
  explicit Fields(Way& way) : way_(way) {}

  template <typename Number>
  void number(Number& value) {
    if constexpr (Way::kReads) {
      value = static_cast<Number>(way_.number());
    } else {
      way_.number(static_cast<std::uint64_t>(value));
    }
  }
  void signed_number(std::int64_t& value) {
    std::uint64_t zigzag = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
    number(zigzag);
    if constexpr (Way::kReads) value = static_cast<std::int64_t>((zigzag >> 1) ^ (~(zigzag & 1) + 1));
  }
  template <typename Hash>
  void hash(Hash& value) {
    way_.raw(&value, sizeof value);
  }
  void text(std::string& value) { way_.text(value); }

  template <typename Entry, typename Each>
  void list(std::vector<Entry>& entries, const Each& each) {
    if constexpr (Way::kReads) {
      entries.resize(way_.count());
    } else {
      way_.number(entries.size());
    }
    for (Entry& entry : entries) each(entry);
  }
  void texts(std::vector<std::string>& entries) {
    list(entries, [&](std::string& entry) { text(entry); });
  }

  void ledger(Ledger& ledger) {
    list(ledger.archives, [&](LedgerArchive& archive) {
      text(archive.name);
      hash(archive.file_system);
    });
    texts(ledger.sites);
    texts(ledger.segments);
    learned(ledger.learned);
    list(ledger.files, [&](LedgerFile& entry) { file(entry); });
    list(ledger.articles, [&](LedgerArticle& entry) { article(entry); });
  }

 private:
  void learned(LearnedLines& learned) {
    std::vector<std::pair<std::string, std::vector<std::uint64_t>>> sites;
    for (const auto& [site, lines] : learned) {
      sites.emplace_back(site, std::vector(lines.begin(), lines.end()));
      std::ranges::sort(sites.back().second);
    }
    list(sites, [&](auto& site) {
      text(site.first);
      list(site.second, [&](std::uint64_t& line) { hash(line); });
    });
    if constexpr (Way::kReads) {
      for (const auto& [site, lines] : sites) learned[site] = LineSet(lines.begin(), lines.end());
    }
  }

  void remark(Remark& remark) {
    number(remark.line);
    text(remark.reason);
    text(remark.message);
  }

  void file(LedgerFile& file) {
    text(file.archive);
    text(file.file);
    number(file.state.bytes);
    signed_number(file.state.modified);
    number(file.state.inode);
    hash(file.state.content);
    number(file.state.settled);
    bool can_grow = file.end.has_value();
    number(can_grow);
    if (can_grow) read_point(file);
    list(file.remarks, [&](Remark& entry) { remark(entry); });
  }

  void read_point(LedgerFile& file) {
    if constexpr (Way::kReads) file.end.emplace();
    number(file.end->bytes);
    number(file.end->format);
    number(file.end->place);
    number(file.end->line);
  }

  void article(LedgerArticle& article) {
    number(article.file);
    number(article.place);
    number(article.line);
    text(article.own_id);
    number(article.id_from);
    text(article.name);
    hash(article.identifier);
    hash(article.headline);
    hash(article.text);
    signed_number(article.crawled);
    signed_number(article.published);
    number(article.site);
    list(article.lines, [&](TextLine& line) {
      hash(line.hash);
      hash(line.pattern);
      std::uint64_t bytes_and_sentence = std::uint64_t{line.bytes} << 1 | line.sentence;
      number(bytes_and_sentence);
      line.bytes = static_cast<std::uint32_t>(bytes_and_sentence >> 1) & 0x7FFFFFFF;
      line.sentence = bytes_and_sentence & 1;
    });
    text(article.id);
    remark(article.rejection);
    sketch(article.sketch);
    text(article.story);
    number(article.copies);
    hash(article.stored);
    number(article.document.segment);
    number(article.document.docid);
  }

  void sketch(StorySketch& sketch) {
    number(sketch.empty);
    if (sketch.empty) return;
    number(sketch.shingles);
    way_.raw(sketch.least.data(), sizeof sketch.least);
    for (std::vector<std::uint32_t>* words : {&sketch.names, &sketch.numbers}) {
      list(*words, [&](std::uint32_t& word) { hash(word); });
    }
  }

  Way& way_;
};

void check_numbers(const Ledger& ledger, const Reader& in) {
  for (const LedgerArticle& article : ledger.articles) {
    const bool sound = article.file < ledger.files.size() && article.site < ledger.sites.size() &&
                       (article.document.docid == 0 || article.document.segment < ledger.segments.size());
    if (!sound) in.damaged();
  }
}

}  // namespace

std::string write_ledger(const Ledger& ledger) {
  Writer out;
  Fields<Writer>(out).ledger(const_cast<Ledger&>(ledger));  // a Writer changes nothing
  return std::move(out.bytes);
}

Ledger read_ledger(std::string_view bytes, const std::string& file) {
  Reader in(bytes, file);
  Ledger ledger;
  Fields<Reader>(in).ledger(ledger);
  in.end();
  check_numbers(ledger, in);
  return ledger;
}

}  // namespace backfile
