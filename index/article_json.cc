#include "index/article_json.h"

namespace backfile {
namespace {

nlohmann::ordered_json text_or_null(std::string_view text) {
  if (text.empty()) return nullptr;
  return std::string(text);
}

}  // namespace

nlohmann::ordered_json article_to_json(const Article& article) {
  nlohmann::ordered_json json;
  json["id"] = article.id;
  json["identifier"] = text_or_null(article.identifier);
  json["url"] = text_or_null(article.url);
  json["headline"] = text_or_null(article.headline);
  json["headline_from"] = text_or_null(headline_from_name(article.headline_from));
  json["byline"] = article.byline;
  json["dateline"] = text_or_null(article.dateline);
  json["published"] = text_or_null(article.published.iso);
  json["published_precision"] = precision_name(article.published.precision);
  json["published_from"] = published_from_name(article.published_from);
  json["published_rejected"] = text_or_null(article.published_rejected);
  json["publication"] = text_or_null(article.publication);
  json["section"] = text_or_null(article.section);
  json["topics"] = article.topics;
  json["language"] = text_or_null(article.language);
  json["summary"] = article.summary;
  json["body"] = article.body;
  json["boilerplate"] = article.boilerplate;
  json["words"] = article.words;
  json["story"] = text_or_null(article.story);
  json["copies"] = article.copies;
  json["file"] = article.file;
  return json;
}

}  // namespace backfile
