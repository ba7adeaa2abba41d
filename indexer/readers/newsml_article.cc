#include "indexer/readers/newsml_article.h"

#include <algorithm>

#include "indexer/cleaning/text_repair.h"
#include "indexer/html/html_fragment.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/nitf_article.h"

namespace backfile {
namespace {

std::string clean_text(const XmlNode* node) { return clean_value(text_of(node)); }

// The name of a person, a party or a subject: an element <name>, the English one where there are several.
std::string name_in(const XmlNode& node) {
  const XmlNode* first = nullptr;
  for (const XmlNode& child : node.children) {
    if (child.name != "name") continue;
    if (child.attribute("xml:lang").starts_with("en")) return clean_text(&child);
    if (!first) first = &child;
  }
  if (first) return clean_text(first);
  return node.children.empty() ? std::string(node.attribute("literal")) : "";
}

void take_item_meta(const XmlNode& item, ArticleParts& parts) {
  const XmlNode* meta = item.child("itemMeta");
  if (!meta) return;
  for (std::string_view name : {"firstCreated", "versionCreated"})
    parts.published.push_back(clean_text(meta->child(name)));
  if (const XmlNode* provider = meta->child("provider")) parts.publication = name_in(*provider);
  if (parts.headline.empty()) parts.headline = clean_text(meta->child("title"));
}

// Of the kinds of subjects, only those that are named.
void take_content_meta(const XmlNode& item, ArticleParts& parts) {
  const XmlNode* meta = item.child("contentMeta");
  if (!meta) return;
  for (const XmlNode& child : meta->children) {
    if (child.name == "headline" && parts.headline.empty()) parts.headline = clean_text(&child);
    if (child.name == "by") parts.credits.push_back(text_of(&child));
    if (child.name == "dateline") parts.dateline = clean_text(&child);
    if (child.name == "language") parts.language = child.attribute("tag");
    if (child.name == "contentCreated") parts.published.push_back(clean_text(&child));
    if (child.name == "description") parts.summary.push_back(text_of(&child));
    if (child.name == "subject") parts.topics.push_back(name_in(child));
    if (child.name == "infoSource" && parts.publication.empty()) parts.publication = name_in(child);
  }
  if (!parts.credits.empty()) return;
  for (const XmlNode& child : meta->children) {
    if (child.name == "creator") parts.credits.push_back(name_in(child));
  }
}

// A headline, a byline and so on of NITF in the item count where the item itself says nothing.
void complete_by(ArticleParts&& inner, ArticleParts& parts) {
  if (parts.headline.empty()) parts.headline = std::move(inner.headline);
  if (parts.credits.empty()) parts.credits = std::move(inner.credits);
  if (parts.dateline.empty()) parts.dateline = std::move(inner.dateline);
  if (parts.summary.empty()) parts.summary = std::move(inner.summary);
  if (parts.language.empty()) parts.language = std::move(inner.language);
  if (parts.publication.empty()) parts.publication = std::move(inner.publication);
  std::ranges::move(inner.published, std::back_inserter(parts.published));
  std::ranges::move(inner.topics, std::back_inserter(parts.topics));
  parts.body = std::move(inner.body);
}

void take_inline(const XmlNode& content, ArticleParts& parts) {
  for (const XmlNode& child : content.children) {
    if (child.name == "nitf") return complete_by(parts_of_nitf(child), parts);
    if (child.name == "html") {
      const XmlNode* body = child.child("body", child.space);
      const XmlNode* title = find_below(child, {"head", "title"});
      if (parts.headline.empty()) parts.headline = clean_text(title);
      parts.body = paragraphs_of_escaped_html(inner_html(body ? *body : child));
      return;
    }
  }
  parts.body = paragraphs_of_escaped_html(inner_html(content));
}

// Plain text keeps its lines, for they may be wrapped.
void take_data(const XmlNode& data, ArticleParts& parts) {
  const std::string_view type = data.attribute("contenttype");
  const bool is_html = type.find("html") != std::string_view::npos;
  std::string text = text_of(&data);
  parts.body = is_html ? paragraphs_of_html(text) : std::vector<std::string>{std::move(text)};
}

bool is_withdrawn(const XmlNode& item) {
  const XmlNode* status = find_below(item, {"itemMeta", "pubStatus"});
  if (!status) return false;
  const std::string_view code = status->attribute("qcode");
  return code.ends_with(":canceled") || code.ends_with(":withheld");
}

}  // namespace

std::optional<ArticleParts> parts_of_news_item(const XmlNode& item) {
  const XmlNode* set = item.child("contentSet");
  if (!set || is_withdrawn(item)) return std::nullopt;
  const XmlNode* xml = set->child("inlineXML");
  const XmlNode* data = set->child("inlineData");
  if (!xml && !data) return std::nullopt;
  ArticleParts parts;
  parts.identifier = item.attribute("guid");
  take_content_meta(item, parts);
  take_item_meta(item, parts);
  if (xml) {
    take_inline(*xml, parts);
  } else {
    take_data(*data, parts);
  }
  if (parts.language.empty()) parts.language = item.attribute("xml:lang");
  return parts;
}

std::string version_of_news_item(const XmlNode& item) {
  const XmlNode* version = find_below(item, {"itemMeta", "versionCreated"});
  return clean_text(version);
}

}  // namespace backfile
