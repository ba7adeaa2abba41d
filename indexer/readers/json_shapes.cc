#include "indexer/readers/json_shapes.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/readers/json_text.h"

namespace backfile {
namespace {

using nlohmann::json;

bool has(const json& object, const char* key, json::value_t type) {
  const json* value = member(object, key);
  return value && value->type() == type;
}

void take_source(json& record) {
  if (!has(record, "_source", json::value_t::object)) return;
  json source = std::move(record["_source"]);
  if (!source.contains("_id") && record.contains("_id")) source["_id"] = std::move(record["_id"]);
  record = std::move(source);
}

bool is_wordpress(const json& record) {
  return has(record, "title", json::value_t::object) && record["title"].contains("rendered");
}

// The names of the terms of one taxonomy, which "_embedded" holds as lists of terms.
json names_of_terms(const json& embedded, std::string_view taxonomy) {
  json names = json::array();
  const json* lists = member(embedded, "wp:term");
  if (!lists) return names;
  for (const json& list : *lists) {
    for (const json& term : list) {
      if (text_member(term, "taxonomy") == taxonomy) names.push_back(text_member(term, "name"));
    }
  }
  return names;
}

void take_wordpress_names(json& record) {
  if (!is_wordpress(record)) return;
  const json embedded = record.value("_embedded", json::object());
  if (has(record, "author", json::value_t::number_unsigned)) {
    const json* authors = member(embedded, "author");
    record["author"] = authors ? *authors : json();
  }
  const std::pair<const char*, const char*> lists[] = {{"categories", "category"}, {"tags", "post_tag"}};
  for (const auto& [key, taxonomy] : lists) {
    const bool numbers = has(record, key, json::value_t::array) &&
                         std::ranges::all_of(record[key], [](const json& term) { return term.is_number(); });
    if (numbers) record[key] = names_of_terms(embedded, taxonomy);
  }
}

void take_one_body(json& record) {
  if (!has(record, "bodies", json::value_t::array) || record["bodies"].empty()) return;
  const json& bodies = record["bodies"];
  const auto html = std::ranges::find_if(bodies, [](const json& body) {
    for (const char* key : {"contentType", "contenttype"}) {
      if (text_member(body, key).find("html") != std::string::npos) return true;
    }
    return false;
  });
  json best = html == bodies.end() ? bodies.front() : *html;
  record["bodies"] = std::move(best);
}

void take_updates(json& record) {
  if (!has(record, "liveBlogUpdate", json::value_t::array)) return;
  json texts = json::array();
  if (std::string text = text_member(record, "articleBody"); !text.empty()) texts.push_back(std::move(text));
  for (const json& update : record["liveBlogUpdate"]) {
    for (const char* key : {"headline", "articleBody"}) {
      if (std::string text = text_member(update, key); !text.empty()) texts.push_back(std::move(text));
    }
  }
  record["articleBody"] = std::move(texts);
}

}  // namespace

void take_shape(json& record) {
  if (!record.is_object()) return;
  take_source(record);
  take_wordpress_names(record);
  take_one_body(record);
  take_updates(record);
}

bool is_passed_over(const json& record) {
  if (!record.is_object()) return false;
  for (const char* key : {"pubstatus", "pubStatus"}) {
    if (const std::string status = text_member(record, key); status == "canceled" || status == "withheld") return true;
  }
  const std::string wordpress = is_wordpress(record) ? text_member(record, "status") : "";
  if (!wordpress.empty() && wordpress != "publish" && wordpress != "inherit") return true;
  const bool is_ninjs =
      record.contains("uri") && (record.contains("versioncreated") || record.contains("versionCreated"));
  const std::string type = is_ninjs ? text_member(record, "type") : "";
  return type == "picture" || type == "graphic" || type == "video" || type == "audio";
}

}  // namespace backfile
