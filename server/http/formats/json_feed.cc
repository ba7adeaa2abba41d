#include "server/http/formats/feed.h"
#include "server/http/json_response.h"
#include "server/http/utc.h"

namespace backfile {
namespace {

Json item_json(const FeedEntry& entry) {
  Json json{{"id", entry.id}, {"url", entry.page}};
  if (!entry.original.empty()) json["external_url"] = entry.original;
  json["title"] = entry.title;
  json["content_text"] = entry.summary;
  if (entry.published) json["date_published"] = utc_text(*entry.published);
  for (const std::string& name : entry.authors) json["authors"].push_back({{"name", name}});
  if (!entry.topics.empty()) json["tags"] = entry.topics;
  if (!entry.language.empty()) json["language"] = entry.language;
  // An extension's name begins with an underscore.
  if (!entry.publication.empty()) json["_backfile"] = {{"publication", entry.publication}};
  return json;
}

}  // namespace

std::string json_feed_text(const Feed& feed) {
  Json json{{"version", "https://jsonfeed.org/version/1.1"},
            {"title", feed.title},
            {"home_page_url", feed.page},
            {"feed_url", feed.self},
            {"items", Json::array()}};
  for (const FeedEntry& entry : feed.entries) json["items"].push_back(item_json(entry));
  return json_text(json, false);
}

}  // namespace backfile
