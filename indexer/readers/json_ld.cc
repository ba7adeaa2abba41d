#include "indexer/readers/json_ld.h"

#include <algorithm>

#include "indexer/cleaning/text_repair.h"
#include "indexer/html/title_words.h"
#include "indexer/readers/json_credits.h"
#include "indexer/readers/json_ld_graph.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr int kMostSteps = 4;  // through "@id" and lists, to a name
constexpr std::size_t kMostNames = 50;
constexpr double kLeastAgreement = 0.6;
constexpr int kMostOthers = 20;  // objects that say again what the article's own does not

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

bool is_article(const json& object) {
  return is_type(object, {"Article", "NewsArticle", "BlogPosting", "Report", "LiveBlogPosting", "Posting", "Review",
                          "Recipe", "HowTo"}) &&
         !is_type(object, {"JobPosting"});
}

class ArticleReader {
 public:
  ArticleReader(const JsonLdGraph& graph, const json& object) : graph_(graph), object_(object) {}

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
      for (const char* key : {"name", "@value"}) {
        const auto inner = value.find(key);
        if (inner != value.end() && !inner->is_null()) return add_names(*inner, steps + 1, found);
      }
      if (const std::string name = name_of_parts(value); !name.empty()) return add_names(name, steps + 1, found);
      if (const auto id = value.find("@id"); id != value.end()) return add_names(*id, steps + 1, found);
    }
  }

  const JsonLdGraph& graph_;
  const json& object_;
};

// Do both speak of one article? Pages have it twice where two programs wrote them.
bool is_same(const json& article, const json& other) {
  for (const char* key : {"headline", "url"}) {
    const auto one = article.find(key);
    const auto two = other.find(key);
    if (one != article.end() && two != other.end() && one->is_string() && *one == *two) return true;
  }
  return false;
}

// "https://www.echo.example/fog/?from=feed#top" -> "echo.example/fog"
std::string_view bare_address(std::string_view address) {
  if (const std::size_t host = address.find("://"); host != std::string_view::npos) address.remove_prefix(host + 3);
  if (address.starts_with("www.")) address.remove_prefix(4);
  address = address.substr(0, address.find_first_of("?#"));
  return address.ends_with('/') ? address.substr(0, address.size() - 1) : address;
}

bool is_called(const json& object, const std::string& headline) {
  for (const char* key : {"headline", "name"}) {
    const auto value = object.find(key);
    if (value == object.end() || !value->is_string()) continue;
    const Agreement both = agreement(clean_value(value->get<std::string>()), headline);
    if (both.share == 1 || (both.share >= kLeastAgreement && both.words > 1)) return true;
  }
  return false;
}

bool is_at(const json& object, std::string_view address) {
  for (const char* key : {"url", "mainEntityOfPage", "@id"}) {
    auto value = object.find(key);
    if (value == object.end()) continue;
    const json& told = value->is_object() && value->contains("@id") ? (*value)["@id"] : *value;
    if (told.is_string() && bare_address(told.get_ref<const std::string&>()) == bare_address(address)) return true;
  }
  return false;
}

bool has_headlines(const ArticleNames& names) {
  return std::ranges::any_of(names.headlines, [](const auto& one) { return !one.empty(); });
}

bool agrees(const json& object, const ArticleNames& names) {
  return std::ranges::any_of(names.headlines, [&](const auto& one) { return is_called(object, one); }) ||
         std::ranges::any_of(names.addresses, [&](const auto& one) {
           return bare_address(one).find('/') != std::string_view::npos && is_at(object, one);
         });
}

// The first that has a headline and a date, else the first.
const json* first_told(const std::vector<const json*>& articles) {
  const json* article = nullptr;
  for (const json* object : articles) {
    const bool better = article == nullptr || (!article->contains("datePublished") &&
                                               object->contains("datePublished") && object->contains("headline"));
    if (better) article = object;
  }
  return article;
}

// The article itself among all that the page speaks of.
const json* main_article(const JsonLdGraph& graph, const ArticleNames& names) {
  std::vector<const json*> articles;
  std::vector<const json*> agreeing;
  for (const json* object : graph.objects()) {
    if (!is_article(*object)) continue;
    articles.push_back(object);
    if (agrees(*object, names)) agreeing.push_back(object);
  }
  if (!has_headlines(names) || !agreeing.empty()) return first_told(agreeing.empty() ? articles : agreeing);
  std::erase_if(articles, [&](const json* object) { return graph.is_listed(*object); });
  const bool one = !articles.empty() && std::ranges::all_of(articles, [&](const json* object) {
    return object == articles[0] || is_same(*articles[0], *object);
  });
  return one ? first_told(articles) : nullptr;
}

void add_missing(const PageFacts& from, PageFacts& to) {
  if (to.credits.empty() && to.houses.empty()) {
    to.credits = from.credits;
    to.houses = from.houses;
  }
  if (to.published.empty()) to.published = from.published;
  if (to.modified.empty()) to.modified = from.modified;
}

PageFacts facts_of(const JsonLdGraph& graph, const json& object) {
  LinkedData data;
  ArticleReader(graph, object).add_to(data);
  return std::move(data.facts);
}

}  // namespace

LinkedData linked_data_of(const HtmlTree& tree, const ArticleNames& names) {
  const JsonLdGraph graph(tree);
  LinkedData data;
  const json* article = main_article(graph, names);
  data.is_article = std::ranges::any_of(graph.objects(), [](const json* object) { return is_article(*object); });
  if (article != nullptr) {
    data.is_called_so = !has_headlines(names) || agrees(*article, names);
    ArticleReader(graph, *article).add_to(data);
  }
  int others = 0;
  for (const json* object : graph.objects()) {
    const bool page = is_type(*object, {"WebPage", "ItemPage"}) && !is_type(*object, {"CollectionPage"});
    const bool twin = article != nullptr && object != article && is_article(*object) && is_same(*article, *object);
    if ((page || twin) && ++others <= kMostOthers) add_missing(facts_of(graph, *object), data.facts);
    if (data.facts.publication.empty() && is_type(*object, {"WebSite", "NewsMediaOrganization", "Organization"})) {
      const PageFacts site = facts_of(graph, *object);
      if (!site.headlines.empty()) data.facts.publication = site.headlines[0];
    }
  }
  return data;
}

}  // namespace backfile
