#include "indexer/readers/json_ld.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/json_parse.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr int kMostSteps = 4;  // through "@id" and lists, to a name
constexpr std::size_t kMostScripts = 100;
constexpr std::size_t kMostNames = 50;

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

std::optional<json> parse_script(std::string_view script) {
  const std::string_view text = without_wrapping(script);
  if (text.empty()) return std::nullopt;
  auto parsed = parse_json(text);
  if (std::holds_alternative<Rejection>(parsed)) parsed = parse_json(without_last_commas(text));
  if (std::holds_alternative<Rejection>(parsed)) parsed = parse_json(without_entities(text));
  if (auto* value = std::get_if<json>(&parsed)) return std::move(*value);
  return std::nullopt;
}

// "keywords" are a list, or one text with commas.
std::vector<std::string> topics_of(const std::vector<std::string>& lists) {
  std::vector<std::string> topics;
  for (const std::string& list : lists) {
    for (std::size_t begin = 0; begin <= list.size() && topics.size() < kMostNames;) {
      const std::size_t end = lists.size() == 1 ? std::min(list.find(',', begin), list.size()) : list.size();
      std::string topic = one_line(std::string_view(list).substr(begin, end - begin));
      if (!topic.empty()) topics.push_back(std::move(topic));
      begin = end + 1;
    }
  }
  return topics;
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

bool is_article(const json& object) {
  return is_type(object, {"Article", "NewsArticle", "BlogPosting", "Report", "LiveBlogPosting", "Posting", "Review",
                          "Recipe", "HowTo"}) &&
         !is_type(object, {"JobPosting"});
}

// <script type="application/ld+json">; some programs make it <meta name="script:ld+json" content="…">.
std::string script_of(const HtmlTree& tree, NodeId id) {
  const bool meta = tree[id].name == "meta";
  if (!meta && tree[id].name != "script") return {};
  if (tree.attribute(id, meta ? "name" : "type").find("ld+json") == std::string_view::npos) return {};
  return meta ? std::string(tree.attribute(id, "content")) : tree.text_below(id);
}

// All objects of the page's scripts.
class Graph {
 public:
  explicit Graph(const HtmlTree& tree) {
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
        if (inner->is_structured()) open.push_back(&*inner);
      }
    }
  }

  const std::vector<const json*>& objects() const { return objects_; }

  const json& resolved(const json& value) const {
    if (!value.is_object() || value.size() != 1) return value;
    const auto id = value.find("@id");
    if (id == value.end() || !id->is_string()) return value;
    const auto found = by_id_.find(id->get<std::string>());
    return found == by_id_.end() ? value : *found->second;
  }

 private:
  void add(const json& object) {
    objects_.push_back(&object);
    const auto id = object.find("@id");
    if (id != object.end() && id->is_string() && object.size() > 1) by_id_.emplace(id->get<std::string>(), &object);
  }

  std::vector<std::unique_ptr<json>> scripts_;
  std::vector<const json*> objects_;
  std::unordered_map<std::string, const json*> by_id_;
};

class ArticleReader {
 public:
  ArticleReader(const Graph& graph, const json& object) : graph_(graph), object_(object) {}

  void add_to(LinkedData& data) const {
    PageFacts& facts = data.facts;
    for (const char* key : {"headline", "name", "alternativeHeadline"}) {
      for (std::string& name : names(key)) facts.headlines.push_back(std::move(name));
    }
    if (facts.descriptions.empty()) facts.descriptions = names("description");
    for (const char* key : {"author", "creator"}) {
      if (facts.credits.empty() && facts.houses.empty()) add_writers(key, facts);
    }
    set(facts.published, {"datePublished", "dateCreated"});
    set(facts.modified, {"dateModified"});
    set(facts.section, {"articleSection"});
    set(facts.publication, {"publisher"});
    set(facts.language, {"inLanguage"});
    set(facts.url, {"url", "mainEntityOfPage"});
    if (facts.topics.empty()) facts.topics = topics_of(names("keywords"));
    const auto body = object_.find("articleBody");
    if (data.body.empty() && body != object_.end() && body->is_string()) data.body = body->get<std::string>();
    const auto free = object_.find("isAccessibleForFree");
    if (free != object_.end()) data.is_free = !(*free == false || *free == "False" || *free == "false");
  }

 private:
  void set(std::string& fact, std::initializer_list<const char*> keys) const {
    for (const char* key : keys) {
      if (!fact.empty()) return;
      if (std::vector<std::string> found = names(key); !found.empty()) fact = found[0];
    }
  }

  void add_writers(const char* key, PageFacts& facts) const {
    const auto value = object_.find(key);
    if (value == object_.end()) return;
    auto add = [&](const json& writer) {
      const json& known = graph_.resolved(writer);
      const bool house = known.is_object() && is_type(known, {"Organization", "Corporation"});
      add_names(known, 0, house ? facts.houses : facts.credits);
    };
    const json& writers = graph_.resolved(*value);
    if (writers.is_array()) {
      for (const json& writer : writers) add(writer);
    } else {
      add(writers);
    }
  }

  std::vector<std::string> names(const char* key) const {
    std::vector<std::string> found;
    if (const auto value = object_.find(key); value != object_.end()) add_names(*value, 0, found);
    return found;
  }

  void add_names(const json& unresolved, int steps, std::vector<std::string>& found) const {
    const json& value = graph_.resolved(unresolved);
    if (steps > kMostSteps || found.size() >= kMostNames) return;
    if (value.is_string()) {
      std::string text = clean_value(value.get<std::string>());
      if (!text.empty() && std::ranges::find(found, text) == found.end()) found.push_back(std::move(text));
    } else if (value.is_array()) {
      for (const json& one : value) add_names(one, steps + 1, found);
    } else if (value.is_object()) {
      for (const char* key : {"name", "@value", "@id"}) {
        const auto inner = value.find(key);
        if (inner != value.end()) return add_names(*inner, steps + 1, found);
      }
    }
  }

  const Graph& graph_;
  const json& object_;
};

// The article itself among all that the page speaks of: the first that has a headline and a date, else the first.
const json* main_article(const Graph& graph) {
  const json* article = nullptr;
  for (const json* object : graph.objects()) {
    if (!is_article(*object)) continue;
    const bool better = article == nullptr || (!article->contains("datePublished") &&
                                               object->contains("datePublished") && object->contains("headline"));
    if (better) article = object;
  }
  return article;
}

// Do both speak of one article? Pages have it twice where two programs wrote them.
bool is_same(const json& article, const json& other) {
  for (const char* key : {"headline", "url"}) {
    const auto one = article.find(key);
    const auto two = other.find(key);
    if (one != article.end() && two != other.end() && one->is_string() && *one == *two) return true;
  }
  return false;
}

void add_missing(const PageFacts& from, PageFacts& to) {
  if (to.credits.empty() && to.houses.empty()) {
    to.credits = from.credits;
    to.houses = from.houses;
  }
  if (to.published.empty()) to.published = from.published;
  if (to.modified.empty()) to.modified = from.modified;
}

PageFacts facts_of(const Graph& graph, const json& object) {
  LinkedData data;
  ArticleReader(graph, object).add_to(data);
  return std::move(data.facts);
}

}  // namespace

LinkedData linked_data_of(const HtmlTree& tree) {
  const Graph graph(tree);
  LinkedData data;
  const json* article = main_article(graph);
  if (article != nullptr) {
    data.is_article = true;
    ArticleReader(graph, *article).add_to(data);
  }
  for (const json* object : graph.objects()) {
    const bool page = is_type(*object, {"WebPage", "ItemPage"}) && !is_type(*object, {"CollectionPage"});
    const bool twin = article != nullptr && object != article && is_article(*object) && is_same(*article, *object);
    if (page || twin) add_missing(facts_of(graph, *object), data.facts);
    if (data.facts.publication.empty() && is_type(*object, {"WebSite", "NewsMediaOrganization", "Organization"})) {
      const PageFacts site = facts_of(graph, *object);
      if (!site.headlines.empty()) data.facts.publication = site.headlines[0];
    }
  }
  return data;
}

}  // namespace backfile
