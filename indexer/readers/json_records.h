// The records of a JSON value: the value itself, or those that it wraps.
//
//   {"title": …, "text": …}                              itself
//   {"version": "https://jsonfeed.org/…", "items": […]}  a JSON Feed: its items (jsonfeed.org, 1 and 1.1)
//   {"status": "ok", "articles": […]}                    what interfaces answer: "results", "docs", "entries" …
//   {"response": {"docs": […]}}                          also one or two levels down
//   {"@context": …, "@graph": […]}                       JSON-LD: those whose @type is an article
//   {"_index": …, "_id": …, "_source": {…}}              Elasticsearch: the source
//
// The records come in the names that json_fields.h knows (json_shapes.h).
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace backfile {

// What a wrapper says of all its records; empty where it does not.
struct JsonDefaults {
  std::string publication;
  std::string language;
  const nlohmann::json* authors = nullptr;  // refers to the wrapper
};

struct JsonRecords {
  std::vector<nlohmann::json*> records;  // refer to the value
  JsonDefaults defaults;
};

// Changes `value`, which the answer refers to.
JsonRecords records_of(nlohmann::json& value);

// A line that says what to do with the next one: {"index": {"_id": "17"}} in bulk files of Elasticsearch.
bool is_bulk_action(const nlohmann::json& value);

}  // namespace backfile
