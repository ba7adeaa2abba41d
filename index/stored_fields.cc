#include "index/stored_fields.h"

#include <charconv>

#include "index/index_error.h"
#include "index/varint.h"

namespace backfile {
namespace {

constexpr char kStoredVersion = 1;
constexpr unsigned kMostVarintBytes = 9;  // no size has more

class Writer {
 public:
  void one(std::string_view text) {
    number(1);
    string(text);
  }
  void list(const std::vector<std::string>& texts) {
    number(texts.size());
    for (const std::string& text : texts) string(text);
  }
  void count(std::uint32_t value) { one(std::to_string(value)); }

  std::string bytes{kStoredVersion};

 private:
  void number(std::size_t value) { append_varint(value, bytes); }
  void string(std::string_view text) {
    number(text.size());
    bytes += text;
  }
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {
    if (rest_.empty() || rest_[0] != kStoredVersion) damaged();
    rest_.remove_prefix(1);
  }
  std::string one() {
    if (number() != 1) damaged();
    return string();
  }
  std::vector<std::string> list() {
    const std::size_t size = number();
    if (size > rest_.size()) damaged();
    std::vector<std::string> texts;
    texts.reserve(size);
    for (std::size_t i = 0; i < size; ++i) texts.push_back(string());
    return texts;
  }
  std::uint32_t count() {
    const std::string text = one();
    std::uint32_t value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{}) damaged();
    return value;
  }
  void end() const {
    if (!rest_.empty()) damaged();
  }

 private:
  [[noreturn]] static void damaged() {
    throw IndexError("an article's stored fields are damaged: run backfile-indexer index --full");
  }
  std::size_t number() {
    const auto value = take_varint(rest_, kMostVarintBytes);
    if (!value) damaged();
    return static_cast<std::size_t>(*value);
  }
  std::string string() {
    const std::size_t size = number();
    if (size > rest_.size()) damaged();
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
  }

  std::string_view rest_;
};

HeadlineFrom headline_from(std::string_view name) {
  for (auto from : {HeadlineFrom::metadata, HeadlineFrom::text, HeadlineFrom::summary, HeadlineFrom::first_sentence}) {
    if (headline_from_name(from) == name) return from;
  }
  return HeadlineFrom::none;
}

PublishedFrom published_from(std::string_view name) {
  for (auto from : {PublishedFrom::metadata, PublishedFrom::url, PublishedFrom::text, PublishedFrom::file_name}) {
    if (published_from_name(from) == name) return from;
  }
  return PublishedFrom::none;
}

}  // namespace

std::string encode_article(const Article& article) {
  Writer out;
  out.one(article.id);
  out.one(article.identifier);
  out.one(article.url);
  out.one(article.headline);
  out.one(headline_from_name(article.headline_from));
  out.list(article.byline);
  out.one(article.dateline);
  out.one(article.published.iso);
  out.one(precision_name(article.published.precision));
  out.one(published_from_name(article.published_from));
  out.one(article.published_rejected);
  out.one(article.publication);
  out.one(article.section);
  out.list(article.topics);
  out.one(article.language);
  out.list(article.summary);
  out.list(article.body);
  out.list(article.boilerplate);
  out.count(article.words);
  out.one(article.story);
  out.count(article.copies);
  out.one(article.file);
  return std::move(out.bytes);
}

Article decode_article(std::string_view stored) {
  Reader in(stored);
  Article article;
  article.id = in.one();
  article.identifier = in.one();
  article.url = in.one();
  article.headline = in.one();
  article.headline_from = headline_from(in.one());
  article.byline = in.list();
  article.dateline = in.one();
  article.published.iso = in.one();
  article.published.precision = precision_from_name(in.one()).value_or(Precision::none);
  article.published_from = published_from(in.one());
  article.published_rejected = in.one();
  article.publication = in.one();
  article.section = in.one();
  article.topics = in.list();
  article.language = in.one();
  article.summary = in.list();
  article.body = in.list();
  article.boilerplate = in.list();
  article.words = in.count();
  article.story = in.one();
  article.copies = in.count();
  article.file = in.one();
  in.end();
  return article;
}

std::string decode_headline(std::string_view stored) {
  Reader in(stored);
  for (int before = 0; before < 3; ++before) in.one();  // id, identifier, url
  return in.one();
}

}  // namespace backfile
