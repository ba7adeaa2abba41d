#include "indexer/readers/json_text.h"

#include <utility>

#include "indexer/cleaning/text_repair.h"

namespace backfile {

using nlohmann::json;

const json* member(const json& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

json* member(json& object, std::string_view key) { return const_cast<json*>(member(std::as_const(object), key)); }

const std::string* string_member(const json& object, std::initializer_list<std::string_view> keys) {
  for (std::string_view key : keys) {
    const json* value = member(object, key);
    if (value && value->is_string()) return value->get_ptr<const std::string*>();
  }
  return nullptr;
}

std::string text_member(const json& object, std::string_view key) {
  const std::string* text = string_member(object, {key});
  return text ? *text : std::string();
}

std::string raw_text(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (!value.is_object()) return {};
  const std::string* text =
      string_member(value, {"name", "title", "text", "value", "@value", "content", "label", "rendered", "#text"});
  if (text) return *text;
  // As MongoDB exports dates and numbers: {"$date": {"$numberLong": "1741006500000"}}.
  for (const char* key : {"$date", "$numberLong", "$oid"}) {
    if (const json* found = member(value, key)) return raw_text(*found);
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
