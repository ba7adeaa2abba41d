// The names under which JSON records hold the fields of an article: our own, and those that archives usually have.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace backfile {

enum class JsonField : std::uint8_t {
  identifier,
  url,
  headline,
  headline_from,
  byline,
  dateline,
  published,
  published_from,
  published_rejected,
  publication,
  section,
  topics,
  language,
  summary,
  body,
  boilerplate,
  crawled
};

// By our own name ("published"); nothing for names that are not read, such as "words".
std::optional<JsonField> json_field_of(std::string_view name);

// One record's values by field. Refers to the record and must not outlive it.
class JsonRecord {
 public:
  // `mapped`: their key to our name, from the configuration; such a key serves that field alone, before any other.
  // Keys are compared without case.
  JsonRecord(const nlohmann::json& object, const std::map<std::string, std::string>& mapped);

  // The values of a field that are there and not null, the most telling name first.
  std::vector<const nlohmann::json*> values(JsonField field) const;

 private:
  std::unordered_map<std::string, const nlohmann::json*> by_key_;  // keys in small letters
  std::unordered_map<int, std::vector<const nlohmann::json*>> mapped_;
};

}  // namespace backfile
