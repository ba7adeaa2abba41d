#include "indexer/readers/json_ld_graph.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "indexer/readers/json_parse.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t kMostScripts = 100;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n;") - begin + 1);
}

// Out of what stands around JSON in scripts: <!-- … -->, //<![CDATA[ … //]]>.
std::string_view without_wrapping(std::string_view text) {
  text = trimmed(text);
  if (const std::size_t cdata = text.find("CDATA["); cdata < 20) {
    text.remove_prefix(cdata + 6);
    text = text.substr(0, text.rfind("]]>"));
  }
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  return begin < end && end != std::string_view::npos ? text.substr(begin, end + 1 - begin) : text;
}

// Without commas before a closing bracket.
std::string without_last_commas(std::string_view text) {
  std::string out;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\' && i + 1 < text.size()) {
      out += c;
      out += text[++i];
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (!in_string && c == ',') {
      const std::size_t next = text.find_first_not_of(" \t\r\n,", i + 1);
      if (next != std::string_view::npos && (text[next] == '}' || text[next] == ']')) continue;
    }
    out += c;
  }
  return out;
}

// Of JSON that a page has escaped as if it were text: {&quot;@type&quot;: …}.
std::string without_entities(std::string_view text) {
  constexpr std::pair<std::string_view, char> kEntities[] = {{"&quot;", '"'}, {"&#34;", '"'},   {"&#x22;", '"'},
                                                             {"&#39;", '\''}, {"&#x27;", '\''}, {"&lt;", '<'},
                                                             {"&gt;", '>'},   {"&amp;", '&'}};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const auto* entity = std::ranges::find_if(kEntities, [&](const auto& one) { return rest.starts_with(one.first); });
    const bool found = entity != std::end(kEntities);
    out += found ? entity->second : text[i];
    i += found ? entity->first.size() : 1;
  }
  return out;
}

// A quote inside of a string, as in "The "Fog" lifts", escaped: what ends a string stands before one of , : ] }.
std::string with_escaped_quotes(std::string_view text) {
  std::string out;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_string && text[i] == '\\' && i + 1 < text.size()) {
      out += text[i++];
    } else if (text[i] == '"') {
      const std::size_t next = text.find_first_not_of(" \t\r\n", i + 1);
      const bool ends =
          next == std::string_view::npos || std::string_view(",:]}").find(text[next]) != std::string::npos;
      if (in_string && !ends) out += '\\';
      in_string = !in_string || !ends;
    }
    out += text[i];
  }
  return out;
}

// Objects that stand one behind the other, as an array: {…} {…}
std::string as_array(std::string_view text) {
  std::string out = "[";
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (depth == 0 && c == '{' && out.size() > 1 && !out.ends_with(',')) out += ',';
    out += c;
    if (in_string && c == '\\' && i + 1 < text.size()) out += text[++i];
    if (c == '"') in_string = !in_string;
    if (in_string) continue;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
  }
  return out + "]";
}

std::optional<json> parse_script(std::string_view script) {
  const std::string_view text = without_wrapping(script);
  if (text.empty()) return std::nullopt;
  auto parsed = parse_json(text);
  for (auto* mended : {without_last_commas, without_entities, with_escaped_quotes, as_array}) {
    if (std::holds_alternative<Rejection>(parsed)) parsed = parse_json(mended(text));
  }
  if (auto* value = std::get_if<json>(&parsed)) return std::move(*value);
  return std::nullopt;
}

// <script type="application/ld+json">; some programs make it <meta name="script:ld+json" content="…">.
std::string script_of(const HtmlTree& tree, NodeId id) {
  const bool meta = tree[id].name == "meta";
  if (!meta && tree[id].name != "script") return {};
  if (tree.attribute(id, meta ? "name" : "type").find("ld+json") == std::string_view::npos) return {};
  return meta ? std::string(tree.attribute(id, "content")) : tree.text_below(id);
}

}  // namespace

JsonLdGraph::JsonLdGraph(const HtmlTree& tree) {
  for (NodeId id = 1; id < tree.size() && scripts_.size() < kMostScripts; ++id) {
    const std::string script = script_of(tree, id);
    if (script.empty()) continue;
    if (auto value = parse_script(script)) scripts_.push_back(std::make_unique<json>(std::move(*value)));
  }
  std::vector<const json*> open;
  for (auto script = scripts_.rbegin(); script != scripts_.rend(); ++script) open.push_back(script->get());
  while (!open.empty()) {
    const json& value = *open.back();
    open.pop_back();
    if (value.is_object()) add(value);
    if (!value.is_structured()) continue;
    for (auto inner = value.rbegin(); inner != value.rend(); ++inner) {
      if (!inner->is_structured()) continue;
      open.push_back(&*inner);
      if (is_listed(value) || (value.is_object() && inner.key() == "itemListElement")) listed_.insert(&*inner);
    }
  }
}

const json& JsonLdGraph::resolved(const json& value) const {
  if (!value.is_object() || value.size() != 1) return value;
  const auto id = value.find("@id");
  if (id == value.end() || !id->is_string()) return value;
  const auto found = by_id_.find(id->get<std::string>());
  return found == by_id_.end() ? value : *found->second;
}

void JsonLdGraph::add(const json& object) {
  objects_.push_back(&object);
  const auto id = object.find("@id");
  if (id != object.end() && id->is_string() && object.size() > 1) by_id_.emplace(id->get<std::string>(), &object);
}

bool is_type(const json& object, const std::vector<std::string_view>& endings) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  auto matches = [&](const json& name) {
    return name.is_string() && std::ranges::any_of(endings, [&](std::string_view ending) {
             return name.get_ref<const std::string&>().ends_with(ending);
           });
  };
  return type->is_array() ? std::ranges::any_of(*type, matches) : matches(*type);
}

}  // namespace backfile
