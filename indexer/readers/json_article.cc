#include "indexer/readers/json_article.h"

#include <algorithm>
#include <string>
#include <vector>

#include "index/language_tag.h"
#include "indexer/cleaning/byline.h"
#include "indexer/cleaning/page_text.h"
#include "indexer/cleaning/paragraphs.h"
#include "indexer/cleaning/published.h"
#include "indexer/cleaning/summary.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/cleaning/writers.h"
#include "indexer/html/html_fragment.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/json_credits.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/json_text.h"
#include "indexer/readers/markup.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t kMostKeysTold = 12;
constexpr const char* kNothingLeft = "there is no headline, and every line of the body is boilerplate";
constexpr std::size_t kMostTopics = 1000;

// The first value of a field that has a text, as one clean line.
std::string first_text(const JsonRecord& record, JsonField field) {
  for (const json* value : record.values(field)) {
    for (const std::string& raw : raw_texts(*value)) {
      if (std::string text = clean_value(plain_line(raw)); !text.empty()) return text;
    }
  }
  return {};
}

// An address as such, or as the "@id" or "url" of an object.
std::string url_in(const JsonRecord& record) {
  for (const json* value : record.values(JsonField::url)) {
    if (value->is_string()) {
      if (std::string url = clean_value(value->get<std::string>()); !url.empty()) return url;
    }
    for (const char* key : {"@id", "url", "href"}) {
      const auto found = value->is_object() ? value->find(key) : value->end();
      if (value->is_object() && found != value->end() && found->is_string())
        return clean_value(found->get<std::string>());
    }
  }
  return {};
}

// The first value that names anybody; the publication itself only where nobody else is named.
std::vector<std::string> names_in(const std::vector<const json*>& values, const std::string& publication) {
  for (const std::string& house : {publication, std::string()}) {
    for (const json* value : values) {
      std::vector<std::string> names;
      for (const std::string& credit : credits_of(*value)) add_names(writers_of_field(credit, house), names);
      if (!names.empty()) return names;
    }
  }
  return {};
}

// A list, or one string with commas, semicolons or bars between.
std::vector<std::string> topics_in(const JsonRecord& record) {
  std::vector<std::string> topics;
  auto add = [&](std::string_view raw) {
    if (topics.size() == kMostTopics) return;
    std::string topic = clean_value(raw);
    if (!topic.empty() && std::ranges::find(topics, topic) == topics.end()) topics.push_back(std::move(topic));
  };
  for (const json* value : record.values(JsonField::topics)) {
    for (const std::string& raw : raw_texts(*value)) {
      if (value->is_array()) {
        add(raw);
        continue;
      }
      for (std::size_t begin = 0; begin <= raw.size();) {
        const std::size_t end = std::min(raw.find_first_of(",;|", begin), raw.size());
        add(std::string_view(raw).substr(begin, end - begin));
        begin = end + 1;
      }
    }
    if (!topics.empty()) break;
  }
  return topics;
}

std::vector<std::string> summary_in(const JsonRecord& record) {
  std::vector<std::string> summary;
  for (const json* value : record.values(JsonField::summary)) {
    for (const std::string& raw : raw_texts(*value)) {
      const std::string text = has_blocks(raw) ? plain_line(raw) : lines_of_markup(raw);
      for (std::string& line : summary_lines(repair_text(text))) summary.push_back(std::move(line));
    }
    if (!summary.empty()) break;
  }
  return summary;
}

void append_body(const std::string& raw, std::string& body) {
  if (!body.empty()) body += "\n\n";
  if (!has_blocks(raw)) {
    body += lines_of_markup(raw);
    return;
  }
  for (const std::string& paragraph : paragraphs_of_html(raw)) body += paragraph + "\n\n";
}

std::string body_in(const JsonRecord& record) {
  std::string body;
  for (const json* value : record.values(JsonField::body)) {
    for (const std::string& raw : raw_texts(*value)) {
      append_body(raw, body);
    }
    body = repair_text(body);
    if (body.find_first_not_of(" \t\n") != std::string::npos) break;
    body.clear();
  }
  return body;
}

void take_headline(const JsonRecord& record, Article& article) {
  article.headline = first_text(record, JsonField::headline);
  if (article.headline.empty()) return;
  article.headline_from = HeadlineFrom::metadata;
  const std::string from = first_text(record, JsonField::headline_from);
  for (HeadlineFrom known : {HeadlineFrom::text, HeadlineFrom::summary, HeadlineFrom::first_sentence}) {
    if (from == headline_from_name(known)) article.headline_from = known;
  }
}

// The other dates of a record and those in its text tell how its date is written.
DateOrder order_in(const JsonRecord& record, std::string_view body) {
  DateOrderEvidence evidence;
  for (JsonField field : {JsonField::published, JsonField::crawled}) {
    for (const json* value : record.values(field)) evidence.add(raw_text(*value));
  }
  evidence.add(body);
  return evidence.order();
}

void take_date(const JsonRecord& record, DateOrder order, std::int64_t now, Article& article) {
  PublishedFrom from = PublishedFrom::metadata;
  const std::string said = first_text(record, JsonField::published_from);
  for (PublishedFrom known : {PublishedFrom::url, PublishedFrom::text, PublishedFrom::file_name}) {
    if (said == published_from_name(known)) from = known;
  }
  for (const json* value : record.values(JsonField::published)) {
    for (const std::string& raw : raw_texts(*value)) {
      const std::string written = written_date(raw);
      if (written.empty()) continue;
      if (take_published(article, read_metadata_date(written, order), written, from, now)) return;
    }
  }
  if (article.published_rejected.empty())
    article.published_rejected = first_text(record, JsonField::published_rejected);
}

std::string message_of_empty(const json& object) {
  std::string keys;
  std::size_t told = 0;
  for (const auto& item : object.items()) {
    if (told++ == kMostKeysTold) {
      keys += ", …";
      break;
    }
    keys += (keys.empty() ? "" : ", ") + clean_value(item.key()).substr(0, 60);
  }
  if (keys.empty()) return "an object without keys";
  return "neither a headline nor a body is under a name that is understood; its keys are " + keys +
         " (the configuration's 'fields' can map them)";
}

}  // namespace

ReadItem article_from_json(const json& record, const SourceFile& source, const ReadOptions& options,
                           const JsonDefaults& defaults) {
  if (!record.is_object()) {
    return Rejection{Reason::not_an_object, std::string("a JSON ") + record.type_name() + ", not an object"};
  }
  const JsonRecord fields(record, options.fields);
  Article article;
  article.file = source.file;
  article.identifier = first_text(fields, JsonField::identifier);
  article.url = url_in(fields);
  take_headline(fields, article);
  article.dateline = first_text(fields, JsonField::dateline);
  article.publication = first_text(fields, JsonField::publication);
  if (article.publication.empty()) article.publication = clean_value(defaults.publication);
  article.byline = names_in(fields.values(JsonField::byline), article.publication);
  if (article.byline.empty() && defaults.authors) article.byline = names_in({defaults.authors}, article.publication);
  article.section = first_text(fields, JsonField::section);
  article.topics = topics_in(fields);
  const std::string language = first_text(fields, JsonField::language);
  article.language = language_tag(language.empty() ? defaults.language : language);
  const std::string body = body_in(fields);
  take_date(fields, first_known({order_in(fields, body), order_of_source(options, article)}), options.now, article);
  article.summary = summary_in(fields);
  for (const json* value : fields.values(JsonField::boilerplate)) {
    for (const std::string& raw : raw_texts(*value)) {
      for (Paragraph& line : split_paragraphs(repair_text(raw))) article.boilerplate.push_back(std::move(line.text));
    }
  }
  read_page_text(body, page_rules(options, source, article, false), article);
  if (article.headline.empty() && article.body.empty()) {
    return Rejection{Reason::empty, body.empty() ? message_of_empty(record) : kNothingLeft};
  }
  complete_article(article, options.now);
  return article;
}

std::string crawled_of_json(const json& record, const ReadOptions& options) {
  if (!record.is_object()) return {};
  const JsonRecord fields(record, options.fields);
  for (const json* value : fields.values(JsonField::crawled)) {
    const auto date = read_metadata_date(clean_value(raw_text(*value)));
    if (date) return date->iso;
  }
  return {};
}

}  // namespace backfile
