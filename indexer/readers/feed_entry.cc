#include "indexer/readers/feed_entry.h"

#include <algorithm>

#include "indexer/cleaning/text_repair.h"
#include "indexer/html/html_fragment.h"
#include "indexer/readers/feed_status.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/wordpress_text.h"

namespace backfile {
namespace {

constexpr std::size_t kMostWriters = 100'000;

// The text of a child that stands in Atom or RSS itself or, in documents that use a prefix for it, in Atom.
const XmlNode* own_child(const XmlNode& node, std::string_view name) {
  const XmlNode* found = node.child(name);
  return found ? found : node.child(name, "atom");
}

std::string own_text(const XmlNode& node, std::string_view name) { return text_of(own_child(node, name)); }

void set_if_empty(std::string& field, std::string value) {
  if (field.empty()) field = clean_value(value);
}

// A text of Atom by its type: escaped HTML and XHTML become paragraphs. RSS says no type: it is HTML where it looks so.
std::vector<std::string> paragraphs_of(const XmlNode* node) {
  if (!node) return {};
  const std::string_view type = node->attribute("type");
  const bool has_elements = std::ranges::any_of(node->children, [](const XmlNode& c) { return !c.name.empty(); });
  if (type == "text" || type == "text/plain") return {text_of(node)};
  if (has_elements) return paragraphs_of_html(inner_html(*node));
  const std::string text = text_of(node);
  // Escaped once more than it should be, it has no tags of its own; text about tags has.
  return text.find('<') == std::string::npos ? paragraphs_of_escaped_html(text) : paragraphs_of_html(text);
}

// "jonas@example.org (Jonas Sund)" is Jonas Sund, an address alone is nobody.
std::string name_of_author(std::string text) {
  const std::size_t at = text.find('@');
  if (at == std::string::npos) return text;
  const std::size_t open = text.find('(');
  if (open != std::string::npos) return text.substr(open + 1, text.find(')', open) - open - 1);
  const std::size_t angle = text.find('<');
  if (angle != std::string::npos && angle < at) return text.substr(0, angle);
  return {};
}

// Authors of a feed or an entry: Atom persons, RSS addresses, Dublin Core creators.
std::vector<std::string> credits_in(const XmlNode& node) {
  std::vector<std::string> credits;
  for (const XmlNode& child : node.children) {
    const bool is_author = child.is("author") || child.is("author", "atom") || child.is("creator", "dc");
    if (!is_author) continue;
    const XmlNode* name = own_child(child, "name");
    std::string credit = name_of_author(clean_value(text_of(name ? name : &child)));
    if (!credit.empty()) credits.push_back(std::move(credit));
  }
  return credits;
}

// The address of the article: Atom's alternate link, RSS's link.
std::string link_in(const XmlNode& node) {
  if (const XmlNode* original = node.child("origLink", "feedburner")) return clean_value(text_of(original));
  std::string first;
  for (const XmlNode& child : node.children) {
    if (child.name != "link" || (!child.space.empty() && child.space != "atom")) continue;
    const std::string_view rel = child.attribute("rel");
    std::string address(child.attribute("href"));
    if (address.empty()) address = clean_value(text_of(&child));
    if (address.empty() || (!rel.empty() && rel != "alternate")) continue;
    const std::string_view type = child.attribute("type");
    if (type.empty() || type == "text/html") return address;
    if (first.empty()) first = address;
  }
  return first;
}

std::string address_of(const XmlNode& entry, const std::string& identifier, const FeedHead& head) {
  const std::string base = resolve_url(std::string(entry.attribute("xml:base")), head.base);
  std::string address = link_in(entry);
  if (!address.empty()) return resolve_url(address, base.empty() ? head.base : base);
  const XmlNode* guid = entry.child("guid");
  const bool is_link = guid ? guid->attribute("isPermaLink") != "false" : entry.child("guid") == nullptr;
  return is_link && identifier.starts_with("http") ? identifier : "";
}

std::vector<std::string> topics_in(const XmlNode& entry) {
  std::vector<std::string> topics;
  for (const XmlNode& child : entry.children) {
    if ((child.is("category") || child.is("category", "atom")) && !is_kind(child)) {
      std::string topic(child.attribute("label"));
      if (topic.empty()) topic = text_of(&child);
      if (topic.empty()) topic = child.attribute("term");
      topics.push_back(std::move(topic));
    }
    if (child.is("subject", "dc")) topics.push_back(text_of(&child));
  }
  return topics;
}

void take_texts(const XmlNode& entry, ArticleParts& parts) {
  const XmlNode* full = entry.child("encoded", "content");
  const bool stored = full && entry.child("post_id", "wp");
  std::vector<std::string> body = stored ? paragraphs_of_html(html_of_wordpress(text_of(full))) : paragraphs_of(full);
  if (body.empty()) body = paragraphs_of(own_child(entry, "content"));
  const XmlNode* teaser = own_child(entry, "summary");
  if (!teaser) teaser = entry.child("description");
  if (!teaser) teaser = entry.child("description", "dc");
  std::vector<std::string> summary = paragraphs_of(teaser);
  if (summary.empty()) summary = paragraphs_of(entry.child("encoded", "excerpt"));
  if (body.empty()) {
    parts.body = std::move(summary);
  } else {
    if (summary != body) parts.summary = std::move(summary);
    parts.body = std::move(body);
  }
}

}  // namespace

void FeedHead::take_root(const XmlNode& root) {
  set_if_empty(language, std::string(root.attribute("xml:lang")));
  set_if_empty(base, std::string(root.attribute("xml:base")));
}

void FeedHead::take(const XmlNode& element) {
  const bool own = element.space.empty() || element.space == "atom";
  if (own && element.name == "title") set_if_empty(title, plain_line(text_of(&element)));
  if (element.name == "language") set_if_empty(language, text_of(&element));
  const bool alternate = element.attribute("rel").empty() || element.attribute("rel") == "alternate";
  if (own && element.name == "link" && alternate) {
    const std::string address(element.attribute("href"));
    set_if_empty(base, resolve_url(address.empty() ? clean_value(text_of(&element)) : address, base));
  }
  if (element.is("author", "wp")) {
    const std::string login = clean_value(text_of(element.child("author_login", "wp")));
    const std::string name = clean_value(text_of(element.child("author_display_name", "wp")));
    if (!name.empty() && writers.size() < kMostWriters) writers.emplace(login, name);
  }
  XmlNode parent;
  parent.children.push_back(element);
  for (std::string& credit : credits_in(parent)) credits.push_back(std::move(credit));
}

bool is_feed_entry(const XmlNode& element) { return element.name == "item" || element.name == "entry"; }

ArticleParts parts_of_entry(const XmlNode& entry, const FeedHead& head) {
  ArticleParts parts;
  for (std::string_view name : {"guid", "id"}) set_if_empty(parts.identifier, own_text(entry, name));
  set_if_empty(parts.identifier, text_of(entry.child("identifier", "dc")));
  parts.url = address_of(entry, parts.identifier, head);
  parts.headline = own_text(entry, "title");
  if (clean_value(parts.headline).empty()) parts.headline = text_of(entry.child("title", "dc"));
  parts.credits = credits_in(entry);
  for (std::string& credit : parts.credits) {
    if (const auto known = head.writers.find(credit); known != head.writers.end()) credit = known->second;
  }
  if (parts.credits.empty() && !own_child(entry, "author")) parts.credits = head.credits;
  for (std::string_view name : {"published", "pubDate", "issued", "created"}) {
    parts.published.push_back(own_text(entry, name));
  }
  for (std::string_view space : {"dc", "dcterms"}) {
    for (std::string_view name : {"date", "issued", "created"})
      parts.published.push_back(text_of(entry.child(name, space)));
  }
  parts.published.push_back(updated_of_entry(entry));
  const XmlNode* origin = own_child(entry, "source");
  const XmlNode* origin_title = origin ? own_child(*origin, "title") : nullptr;
  if (origin) parts.publication = clean_value(text_of(origin_title ? origin_title : origin));
  if (parts.publication.empty()) parts.publication = head.title;
  parts.topics = topics_in(entry);
  parts.language = entry.attribute("xml:lang");
  set_if_empty(parts.language, text_of(entry.child("language", "dc")));
  set_if_empty(parts.language, head.language);
  take_texts(entry, parts);
  return parts;
}

std::string updated_of_entry(const XmlNode& entry) {
  std::string updated = own_text(entry, "updated");
  return updated.empty() ? own_text(entry, "modified") : updated;
}

}  // namespace backfile
