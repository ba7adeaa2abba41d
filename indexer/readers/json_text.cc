#include "indexer/readers/json_text.h"

#include <string_view>

#include "indexer/cleaning/text_repair.h"

namespace backfile {

using nlohmann::json;

std::string raw_text(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (!value.is_object()) return {};
  for (const char* key : {"name", "title", "text", "value", "@value", "content", "label", "rendered", "#text"}) {
    const auto found = value.find(key);
    if (found != value.end() && found->is_string()) return found->get<std::string>();
  }
  // As MongoDB exports dates and numbers: {"$date": {"$numberLong": "1741006500000"}}.
  for (const char* key : {"$date", "$numberLong", "$oid"}) {
    if (const auto found = value.find(key); found != value.end()) return raw_text(*found);
  }
  return {};
}

std::vector<std::string> raw_texts(const json& value) {
  std::vector<std::string> texts;
  if (!value.is_array()) {
    texts.push_back(raw_text(value));
  } else {
    for (const json& element : value) texts.push_back(raw_text(element));
  }
  std::erase(texts, "");
  return texts;
}

// As programs of Microsoft write it, "/Date(1741006500000+0100)/" is the number of its milliseconds.
std::string written_date(const std::string& raw) {
  constexpr std::string_view kOpen = "/Date(";
  const std::string written = clean_value(raw);
  if (!written.starts_with(kOpen)) return written;
  return written.substr(kOpen.size(), written.find_first_not_of("-0123456789", kOpen.size()) - kOpen.size());
}

}  // namespace backfile
