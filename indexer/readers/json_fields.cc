#include "indexer/readers/json_fields.h"

#include <algorithm>
#include <span>

#include "index/character.h"
#include "indexer/readers/reader.h"

namespace backfile {
namespace {

using nlohmann::json;

// In small letters; the first that a record has counts. The order of identifier is part of the article model.
constexpr std::string_view kIdentifier[] = {"identifier", "id", "guid", "uri", "_id"};
constexpr std::string_view kUrl[] = {"url",         "link", "canonical_url",    "canonicalurl", "permalink",
                                     "webpage_url", "href", "mainentityofpage", "external_url"};
constexpr std::string_view kHeadline[] = {"headline", "title", "headlines"};
constexpr std::string_view kHeadlineFrom[] = {"headline_from"};
constexpr std::string_view kByline[] = {"byline",     "author", "authors", "creator", "creators",
                                        "dc:creator", "writer", "writers", "by"};
constexpr std::string_view kDateline[] = {"dateline"};
constexpr std::string_view kPublished[] = {"published",
                                           "datepublished",
                                           "date_published",
                                           "published_at",
                                           "publishedat",
                                           "publication_date",
                                           "publicationdate",
                                           "publish_date",
                                           "publishdate",
                                           "published_date",
                                           "publisheddate",
                                           "pubdate",
                                           "pub_date",
                                           "date_publish",
                                           "first_published",
                                           "issued",
                                           "date",
                                           "date_gmt",
                                           "firstcreated",
                                           "datecreated",
                                           "contentcreated",
                                           "versioncreated",
                                           "timestamp",
                                           "datetime",
                                           "created_at",
                                           "post_date",
                                           "posted_at",
                                           "publishedtime",
                                           "published_time",
                                           "webpublicationdate",
                                           "datetimepub",
                                           "seendate",
                                           "isodate",
                                           "first_publication_date"};
constexpr std::string_view kCrawled[] = {"crawled",      "crawled_at",     "crawl_date",   "date_download",
                                         "retrieved",    "fetched_at",     "datemodified", "date_modified",
                                         "modified_gmt", "versioncreated", "updated",      "updated_at"};
constexpr std::string_view kPublishedFrom[] = {"published_from"};
constexpr std::string_view kPublishedRejected[] = {"published_rejected"};
constexpr std::string_view kPublication[] = {"publication", "publisher",        "source",      "site",
                                             "newspaper",   "outlet",           "site_name",   "sitename",
                                             "source_name", "publication_name", "infosources", "provider"};
constexpr std::string_view kSection[] = {"section", "articlesection", "category", "categories", "channel"};
constexpr std::string_view kTopics[] = {"topics", "topic", "tags", "keywords", "subjects", "subject"};
constexpr std::string_view kLanguage[] = {"language", "lang", "inlanguage", "language_code"};
constexpr std::string_view kSummary[] = {"summary", "standfirst", "highlights",       "description", "abstract",
                                         "excerpt", "teaser",     "description_text", "descriptions"};
constexpr std::string_view kBody[] = {"body",      "articlebody",  "content_html", "body_xhtml", "body_html",
                                      "text",      "content",      "full_text",    "fulltext",   "maintext",
                                      "body_text", "content_text", "article",      "bodies"};
constexpr std::string_view kBoilerplate[] = {"boilerplate"};

struct Names {
  JsonField field;
  std::span<const std::string_view> names;
};

constexpr Names kNames[] = {{JsonField::identifier, kIdentifier},
                            {JsonField::url, kUrl},
                            {JsonField::headline, kHeadline},
                            {JsonField::headline_from, kHeadlineFrom},
                            {JsonField::byline, kByline},
                            {JsonField::dateline, kDateline},
                            {JsonField::published, kPublished},
                            {JsonField::published_from, kPublishedFrom},
                            {JsonField::published_rejected, kPublishedRejected},
                            {JsonField::publication, kPublication},
                            {JsonField::section, kSection},
                            {JsonField::topics, kTopics},
                            {JsonField::language, kLanguage},
                            {JsonField::summary, kSummary},
                            {JsonField::body, kBody},
                            {JsonField::boilerplate, kBoilerplate},
                            {JsonField::crawled, kCrawled}};

}  // namespace

std::optional<JsonField> json_field_of(std::string_view name) {
  for (const Names& row : kNames) {
    if (row.names[0] == name) return row.field;
  }
  return std::nullopt;
}

bool is_article_field(std::string_view name) { return json_field_of(name).has_value(); }

JsonRecord::JsonRecord(const json& object, const std::map<std::string, std::string>& mapped) {
  for (const auto& [key, value] : object.items()) {
    if (!value.is_null()) by_key_.emplace(ascii_lowered(key), &value);
  }
  for (const auto& [key, name] : mapped) {
    const auto found = by_key_.find(ascii_lowered(key));
    const auto field = json_field_of(name);
    if (found == by_key_.end() || !field) continue;
    mapped_[static_cast<int>(*field)].push_back(found->second);
    by_key_.erase(found);
  }
}

std::vector<const json*> JsonRecord::values(JsonField field) const {
  std::vector<const json*> values;
  if (const auto mapped = mapped_.find(static_cast<int>(field)); mapped != mapped_.end()) values = mapped->second;
  for (std::string_view name : std::ranges::find(kNames, field, &Names::field)->names) {
    if (const auto found = by_key_.find(std::string(name)); found != by_key_.end()) values.push_back(found->second);
  }
  return values;
}

}  // namespace backfile
