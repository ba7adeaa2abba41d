#include <algorithm>
#include <initializer_list>
#include <span>
#include <unordered_map>

#include "index/character.h"
#include "index/url_identity.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/cleaning/writers.h"
#include "indexer/html/page_facts.h"

namespace backfile {
namespace {

constexpr std::size_t kMostTopics = 100;

// In small letters; the first that the page has counts.
constexpr std::string_view kHeadlines[] = {
    "citation_title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title",
    "dc:title",       "hdl",           "headline",       "og:title", "twitter:title"};
constexpr std::string_view kCredits[] = {"citation_author", "parsely-author",    "sailthru.author",
                                         "dc.creator",      "dc.creator.aut",    "dcterms.creator.aut",
                                         "dcsext.author",   "rbauthors",         "article.author",
                                         "article_author",  "article-author",    "dc.author",
                                         "dcterms.creator", "dc:creator",        "byl",
                                         "byline",          "bc:authors",        "article:author_name",
                                         "author",          "authors",           "og:author",
                                         "article:author",  "og:article:author", "shareaholic:article_author_name",
                                         "dc.contributor",  "creator",           "cxenseparse:author"};
constexpr std::string_view kPublished[] = {"article:published_time",
                                           "og:article:published_time",
                                           "article:published",
                                           "datepublished",
                                           "published",
                                           "date_published",
                                           "parsely-pub-date",
                                           "sailthru.date",
                                           "cxenseparse:recs:publishtime",
                                           "citation_publication_date",
                                           "citation_date",
                                           "dc.date.issued",
                                           "dcterms.issued",
                                           "dcterms.created",
                                           "dc.date.created",
                                           "dcterms.date",
                                           "dc.date",
                                           "dc:date",
                                           "dcterms:date",
                                           "pubdate",
                                           "publishdate",
                                           "publish-date",
                                           "publish_date",
                                           "publication_date",
                                           "publication-date",
                                           "published_time",
                                           "published_at",
                                           "published-date",
                                           "og:pubdate",
                                           "og:publish_date",
                                           "originalpublicationdate",
                                           "article.published",
                                           "article_date_original",
                                           "dat",
                                           "ptime",
                                           "displaydate",
                                           "pdate",
                                           "sailthru.published",
                                           "og:published_time",
                                           "release_date",
                                           "article:post_date",
                                           "article:created",
                                           "created",
                                           "issue_date",
                                           "shareaholic:article_published_time",
                                           "datecreated",
                                           "publisheddate",
                                           "published_date",
                                           "dc.date.published",
                                           "dcterms.available",
                                           "citation_online_date",
                                           "article.created",
                                           "article-publish-date",
                                           "firstpublishdate",
                                           "rnews:datepublished",
                                           "bt:pubdate",
                                           "cse_date",
                                           "vr:published_time",
                                           "news:publication_date",
                                           "weibo:article:create_at",
                                           "date",
                                           "article:date"};
constexpr std::string_view kModified[] = {
    "article:modified_time", "og:updated_time",  "datemodified",     "lastmod",
    "last-modified",         "dcterms.modified", "dc.date.modified", "shareaholic:article_modified_time"};
constexpr std::string_view kPublication[] = {
    "og:site_name",     "citation_journal_title",     "dc.publisher", "dcterms.publisher",    "cre",
    "application-name", "apple-mobile-web-app-title", "publisher",    "shareaholic:site_name"};
constexpr std::string_view kDescriptions[] = {"og:description", "description",         "twitter:description",
                                              "dc.description", "dcterms.description", "sailthru.description"};
constexpr std::string_view kSection[] = {"article:section", "parsely-section",    "cg",
                                         "section",         "sailthru.section",   "og:section",
                                         "category",        "dc.subject.section", "articlesection"};
constexpr std::string_view kTopics[] = {"article:tag",   "parsely-tags",    "sailthru.tags",
                                        "news_keywords", "keywords",        "citation_keywords",
                                        "dc.subject",    "dcterms.subject", "shareaholic:keywords"};
constexpr std::string_view kLanguage[] = {"dc.language", "dcterms.language", "content-language",
                                          "language",    "og:locale",        "inlanguage"};
constexpr std::string_view kUrls[] = {"og:url", "parsely-link", "twitter:url", "dc.identifier"};

std::string small(std::string_view text) { return ascii_lowered(text.substr(0, 200)); }

// The values of <meta> by their names.
class MetaValues {
 public:
  explicit MetaValues(const HtmlTree& tree) {
    for (NodeId id = 1; id < tree.size(); ++id) {
      if (tree[id].name != "meta") continue;
      std::string value = clean_value(tree.attribute(id, "content"));
      if (value.empty()) continue;
      for (std::string_view attribute : {"property", "name", "itemprop", "http-equiv"})
        add(small(tree.attribute(id, attribute)), value);
    }
  }

  std::vector<std::string> all(std::span<const std::string_view> names) const {
    std::vector<std::string> values;
    for (std::string_view name : names) {
      const auto found = values_.find(std::string(name));
      if (found != values_.end()) values.insert(values.end(), found->second.begin(), found->second.end());
    }
    return values;
  }

  std::vector<std::string> of_first(std::span<const std::string_view> names) const {
    for (std::string_view name : names) {
      const auto found = values_.find(std::string(name));
      if (found != values_.end()) return found->second;
    }
    return {};
  }

  std::string first(std::span<const std::string_view> names) const {
    const std::vector<std::string> values = of_first(names);
    return values.empty() ? std::string() : values[0];
  }

 private:
  // Several names may stand in one attribute: property="og:title dc:title".
  void add(const std::string& names, const std::string& value) {
    for (std::size_t begin = 0; begin < names.size();) {
      const std::size_t end = std::min(names.find(' ', begin), names.size());
      std::vector<std::string>& values = values_[names.substr(begin, end - begin)];
      if (values.size() < kMostTopics && std::ranges::find(values, value) == values.end()) values.push_back(value);
      begin = end + 1;
    }
  }

  std::unordered_map<std::string, std::vector<std::string>> values_;
};

std::vector<std::string> credits_of(const MetaValues& values) {
  for (std::string_view name : kCredits) {
    std::vector<std::string> credits = values.all({&name, 1});
    std::erase_if(credits, is_no_name);
    if (!credits.empty()) return credits;
  }
  // Cards of Twitter name two things of any kind.
  constexpr std::string_view kLabels[] = {"twitter:label1", "twitter:label2"};
  constexpr std::string_view kValues[] = {"twitter:data1", "twitter:data2"};
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string label = small(values.first({&kLabels[i], 1}));
    if (label == "written by" || label == "author") return values.all({&kValues[i], 1});
  }
  return {};
}

// The first, or where that is but a year or a month, the one that begins with it and says more.
std::string published_of(const MetaValues& values) {
  constexpr std::size_t kMonth = 7;  // bytes of "2025-03"
  std::string published;
  for (const std::string& value : values.all(kPublished)) {
    const bool more = published.size() <= kMonth && value.size() > published.size() && value.starts_with(published);
    if (published.empty() || more) published = value;
  }
  return published;
}

std::vector<std::string> topics_of(const MetaValues& values) {
  std::vector<std::string> topics;
  for (const std::string& list : values.of_first(kTopics)) {
    for (std::size_t begin = 0; begin <= list.size() && topics.size() < kMostTopics;) {
      const std::size_t end = std::min(list.find_first_of(",;", begin), list.size());
      std::string topic = one_line(std::string_view(list).substr(begin, end - begin));
      if (!topic.empty() && std::ranges::find(topics, topic) == topics.end()) topics.push_back(std::move(topic));
      begin = end + 1;
    }
  }
  return topics;
}

}  // namespace

std::string address_among(std::span<const std::string> addresses) {
  const std::string* home_page = nullptr;
  for (const std::string& address : addresses) {
    if (!address.starts_with("http://") && !address.starts_with("https://")) continue;
    if (!url_identity(address).empty()) return address;
    if (!home_page) home_page = &address;
  }
  return home_page ? *home_page : std::string();
}

PageFacts facts_of_head(const HtmlTree& tree) {
  const MetaValues values(tree);
  PageFacts facts;
  facts.headlines = values.all(kHeadlines);
  facts.descriptions = values.all(kDescriptions);
  facts.credits = credits_of(values);
  facts.published = published_of(values);
  facts.modified = values.first(kModified);
  facts.publication = values.first(kPublication);
  facts.section = values.first(kSection);
  facts.topics = topics_of(values);
  constexpr std::string_view kType[] = {"og:type"};
  facts.type = small(values.first(kType));
  std::vector<std::string> addresses;
  for (NodeId id = 1; id < tree.size(); ++id) {
    if (facts.language.empty() && tree[id].name == "html") {
      facts.language = clean_value(tree.attribute(id, "lang"));
      if (facts.language.empty()) facts.language = clean_value(tree.attribute(id, "xml:lang"));
    }
    if (tree[id].name == "link" && small(tree.attribute(id, "rel")) == "canonical") {
      addresses.push_back(clean_value(tree.attribute(id, "href")));
    }
  }
  if (facts.language.empty()) facts.language = values.first(kLanguage);
  for (std::string& address : values.all(kUrls)) addresses.push_back(std::move(address));
  facts.url = address_among(addresses);
  return facts;
}

std::string title_of(const HtmlTree& tree) {
  for (NodeId id = 1; id < tree.size(); ++id) {
    if (tree[id].name == "title" && tree[tree[id].parent].name != "svg") return clean_value(tree.text_below(id));
  }
  return {};
}

}  // namespace backfile
