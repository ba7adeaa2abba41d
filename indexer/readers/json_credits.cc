#include "indexer/readers/json_credits.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "index/character.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/json_text.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr int kDeepest = 4;  // objects and lists one inside another
constexpr std::size_t kMostCredits = 1000;

std::string first_string(const json& object, std::initializer_list<std::string_view> keys) {
  const std::string* text = string_member(object, keys);
  return text ? clean_value(*text) : std::string();
}

void add(std::string_view credit, std::vector<std::string>& credits) {
  std::string text = clean_value(plain_line(credit));
  if (!text.empty() && credits.size() < kMostCredits) credits.push_back(std::move(text));
}

// The strings in quotes of "['Ann Lee', \"Bo O'Brien\"]"; a quote ends one before a comma or the bracket.
void add_listed(std::string_view list, std::vector<std::string>& credits) {
  for (std::size_t at = list.find_first_of("'\""); at < list.size(); at = list.find_first_of("'\"", at)) {
    const char quote = list[at++];
    std::size_t end = list.find(quote, at);
    while (end < list.size() - 1 && list[end + 1] != ',' && list[end + 1] != ']') end = list.find(quote, end + 1);
    if (end == std::string_view::npos) return;
    add(list.substr(at, end - at), credits);
    at = end + 1;
  }
}

void add_lines(std::string_view text, std::vector<std::string>& credits) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = one_line(text.substr(begin, end - begin));
    if (line.starts_with('[') && line.ends_with(']')) {
      add_listed(line, credits);
    } else {
      add(line, credits);
    }
    begin = end + 1;
  }
}

void add_credits(const json& value, int depth, std::vector<std::string>& credits) {
  if (value.is_string()) return add_lines(value.get_ref<const std::string&>(), credits);
  if (depth == kDeepest || !value.is_structured()) return;
  if (value.is_array()) {
    for (const json& one : value) add_credits(one, depth + 1, credits);
    return;
  }
  const std::size_t before = credits.size();
  for (const char* key : {"name", "display_name", "displayName", "full_name", "fullName", "original", "title", "text",
                          "value", "@value", "content", "label", "rendered", "#text"}) {
    const auto found = value.find(key);
    if (found != value.end()) add_credits(*found, depth + 1, credits);
    if (credits.size() > before) return;
  }
  add(name_of_parts(value), credits);
  for (const char* key : {"person", "persons"}) {
    const auto found = value.find(key);
    if (found != value.end() && credits.size() == before) add_credits(*found, depth + 1, credits);
  }
}

}  // namespace

std::string name_of_parts(const json& object) {
  const std::string given =
      first_string(object, {"givenName", "given_name", "given", "first_name", "firstName", "firstname"});
  const std::string family =
      first_string(object, {"familyName", "family_name", "family", "last_name", "lastName", "lastname"});
  if (given.empty() || family.empty()) return given + family;
  const bool is_east_asian = is_run_character(character_at(family, 0).code);
  return is_east_asian ? family + given : given + " " + family;
}

std::vector<std::string> credits_of(const json& value) {
  std::vector<std::string> credits;
  add_credits(value, 0, credits);
  return credits;
}

}  // namespace backfile
