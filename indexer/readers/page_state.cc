#include "indexer/readers/page_state.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <variant>
#include <vector>

#include "index/fold.h"
#include "indexer/readers/json_parse.h"
#include "indexer/readers/json_text.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr int kMostScripts = 10;
constexpr std::size_t kLongestHeadline = 2000;  // bytes

bool is_headed(const json& object, const std::string& folded) {
  for (const char* key : {"headline", "title", "name"}) {
    const std::string* text = string_member(object, {key});
    if (text && text->size() <= kLongestHeadline && fold_label(*text) == folded) return true;
  }
  return false;
}

std::string body_at(const json& object) {
  for (const char* key : {"articleBody", "body", "content"}) {
    const auto body = object.find(key);
    if (body == object.end()) continue;
    if (body->is_string()) return body->get<std::string>();
    if (!body->is_array()) continue;
    std::string text;
    for (const json& part : *body) {
      const std::string* paragraph = part.is_string()   ? part.get_ptr<const std::string*>()
                                     : part.is_object() ? string_member(part, {"html", "text", "content", "value"})
                                                        : nullptr;
      if (paragraph) text += "<p>" + *paragraph + "</p>";
    }
    if (!text.empty()) return text;
  }
  return {};
}

std::string body_in(const json& state, const std::string& folded) {
  std::vector<const json*> open{&state};
  while (!open.empty()) {
    const json& value = *open.back();
    open.pop_back();
    if (value.is_object() && is_headed(value, folded)) {
      if (std::string body = body_at(value); !body.empty()) return body;
    }
    for (const json& inner : value) {
      if (inner.is_structured()) open.push_back(&inner);
    }
  }
  return {};
}

}  // namespace

std::string body_of_page_state(const HtmlTree& tree, const std::string& headline) {
  const std::string folded = fold_label(headline);
  int scripts = 0;
  for (NodeId id = 1; id < tree.size() && scripts < kMostScripts && !folded.empty(); ++id) {
    if (tree[id].name != "script" || tree.attribute(id, "type") != "application/json") continue;
    ++scripts;
    const auto state = parse_json(tree.text_below(id));
    const auto* value = std::get_if<json>(&state);
    if (!value || !value->is_structured()) continue;
    if (std::string body = body_in(*value, folded); !body.empty()) return body;
  }
  return {};
}

}  // namespace backfile
