#include "indexer/readers/json_records.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/readers/json_shapes.h"
#include "indexer/readers/json_text.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr int kDeepestWrapper = 3;
constexpr std::string_view kWrappers[] = {"items", "articles", "results", "docs",     "documents", "entries",
                                          "posts", "stories",  "news",    "response", "data",      "hits"};
constexpr std::string_view kTexts[] = {"body",      "articleBody", "text",         "content",     "headline",
                                       "body_text", "body_xhtml",  "content_html", "content_text"};

bool is_list_of_objects(const json& value) {
  return value.is_array() && !value.empty() &&
         std::ranges::all_of(value, [](const json& element) { return element.is_object(); });
}

bool is_feed(const json& object) { return text_member(object, "version").find("jsonfeed.org") != std::string::npos; }

bool has_text(const json& object) {
  return std::ranges::any_of(kTexts, [&](std::string_view key) {
    const json* value = member(object, key);
    return value && (value->is_string() || (value->is_array() && !is_list_of_objects(*value)));
  });
}

// The list in a wrapper; nullptr where the object is none.
json* wrapped_list(json& object, int depth) {
  if (!object.is_object() || depth > kDeepestWrapper || has_text(object)) return nullptr;
  for (std::string_view key : kWrappers) {
    json* value = member(object, key);
    if (!value) continue;
    if (is_list_of_objects(*value)) return value;
    if (json* inner = wrapped_list(*value, depth + 1)) return inner;
  }
  return nullptr;
}

bool names_article(const json& type) {
  if (type.is_array()) return std::ranges::any_of(type, names_article);
  if (!type.is_string()) return false;
  const std::string name = type.get<std::string>();
  return name.ends_with("Article") || name.ends_with("Posting") || name.ends_with("BlogPost") || name == "Report";
}

// {"@id": "#ann"} as the object of the graph that it refers to.
void resolve(json& value, const std::unordered_map<std::string, json>& by_id) {
  if (value.is_array()) {
    for (json& element : value) resolve(element, by_id);
  } else if (value.is_object() && value.size() == 1 && value.contains("@id")) {
    if (const auto found = by_id.find(text_member(value, "@id")); found != by_id.end()) value = found->second;
  }
}

// People and papers are small and few; what else the graph holds stays where it is.
JsonRecords records_of_graph(json& graph) {
  JsonRecords found;
  std::unordered_map<std::string, json> by_id;
  for (json& node : graph) {
    const json* type = node.is_object() ? member(node, "@type") : nullptr;
    if (type && names_article(*type)) {
      found.records.push_back(&node);
    } else if (const std::string name = node.is_object() ? text_member(node, "name") : ""; !name.empty()) {
      by_id.emplace(text_member(node, "@id"), json{{"name", name}});
    }
  }
  for (json* record : found.records) {
    for (std::string_view key : {"author", "creator", "publisher"}) {
      if (json* value = member(*record, key)) resolve(*value, by_id);
    }
  }
  return found;
}

JsonRecords unwrapped(json& value) {
  JsonRecords found;
  if (value.is_object()) {
    if (json* graph = member(value, "@graph"); graph && graph->is_array()) {
      found = records_of_graph(*graph);
      if (!found.records.empty()) return found;
    }
    if (json* list = wrapped_list(value, 0)) {
      for (json& record : *list) found.records.push_back(&record);
      if (!is_feed(value)) return found;
      found.defaults.publication = text_member(value, "title");
      found.defaults.language = text_member(value, "language");
      found.defaults.authors = member(value, value.contains("authors") ? "authors" : "author");
      return found;
    }
  }
  found.records.push_back(&value);
  return found;
}

}  // namespace

JsonRecords records_of(json& value) {
  JsonRecords found = unwrapped(value);
  for (json* record : found.records) take_shape(*record);
  return found;
}

bool is_bulk_action(const json& value) {
  if (!value.is_object() || value.size() != 1 || !value.front().is_object()) return false;
  const std::string name = value.begin().key();
  const bool action = name == "index" || name == "create" || name == "update" || name == "delete";
  return action && (value.front().empty() || value.front().contains("_index") || value.front().contains("_id"));
}

}  // namespace backfile
