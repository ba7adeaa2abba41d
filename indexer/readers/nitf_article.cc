#include "indexer/readers/nitf_article.h"

#include <algorithm>

#include "indexer/cleaning/text_repair.h"
#include "indexer/html/html_fragment.h"
#include "indexer/readers/markup.h"

namespace backfile {
namespace {

std::string clean_text(const XmlNode* node) { return clean_value(text_of(node)); }

std::string clean_below(const XmlNode& node, std::initializer_list<std::string_view> path) {
  const XmlNode* found = find_below(node, path);
  return found == &node ? "" : clean_text(found);
}

std::string attribute_below(const XmlNode& node, std::initializer_list<std::string_view> path, std::string_view name) {
  const XmlNode* found = find_below(node, path);
  return found ? std::string(found->attribute(name)) : "";
}

void take_document_data(const XmlNode& nitf, ArticleParts& parts) {
  const XmlNode* docdata = find_below(nitf, {"head", "docdata"});
  if (!docdata) return;
  if (const std::string id = attribute_below(*docdata, {"doc-id"}, "id-string"); !id.empty()) parts.identifier = id;
  for (std::string_view name : {"date.issue", "date.release"}) {
    if (const XmlNode* date = docdata->child(name)) {
      const std::string_view norm = date->attribute("norm");
      parts.published.push_back(norm.empty() ? text_of(date) : wire_date(norm));
    }
  }
  for (const XmlNode* keyword : all_below(*docdata, "keyword")) parts.topics.emplace_back(keyword->attribute("key"));
}

void take_head(const XmlNode& nitf, ArticleParts& parts) {
  take_document_data(nitf, parts);
  const XmlNode* head = nitf.child("head");
  if (!head) return;
  for (const XmlNode* subject : all_below(*head, "tobject.subject")) {
    for (std::string_view level : {"tobject.subject.matter", "tobject.subject.detail", "tobject.subject.type"}) {
      if (const std::string_view name = subject->attribute(level); !name.empty()) {
        parts.topics.emplace_back(name);
        break;
      }
    }
  }
  if (const XmlNode* paper = head->child("pubdata")) {
    parts.publication = paper->attribute("name");
    parts.section = paper->attribute("position.section");
    parts.published.push_back(wire_date(paper->attribute("date.publication")));
    parts.url = paper->attribute("ex-ref");
  }
}

// "By <person>Ann Lee</person>, Asia Editor": the persons, where they are marked.
void take_bylines(const XmlNode& head, ArticleParts& parts) {
  for (const XmlNode* byline : all_below(head, "byline")) {
    const auto persons = all_below(*byline, "person");
    for (const XmlNode* person : persons) parts.credits.push_back(text_of(person));
    if (!persons.empty()) continue;
    XmlNode line = *byline;  // "byttl" is the title of a writer, or the agency
    std::erase_if(line.children, [](const XmlNode& child) { return child.name == "byttl"; });
    parts.credits.push_back(text_of(&line));
  }
}

void take_body_head(const XmlNode& head, ArticleParts& parts) {
  const XmlNode* headline = find_below(head, {"hedline", "hl1"});
  if (!headline) headline = head.child("headline");
  if (headline) parts.headline = clean_text(headline);
  for (const XmlNode* line : all_below(head, "hl2")) parts.summary.push_back(text_of(line));
  if (const XmlNode* abstract = head.child("abstract")) {
    for (std::string& line : paragraphs_of_html(inner_html(*abstract))) parts.summary.push_back(std::move(line));
  }
  take_bylines(head, parts);
  if (const XmlNode* dateline = head.child("dateline")) {
    parts.dateline = clean_text(dateline);
    const XmlNode* date = dateline->child("story.date");
    if (date)
      parts.published.push_back(date->attribute("norm").empty() ? text_of(date) : wire_date(date->attribute("norm")));
  }
}

// Pictures and their captions are not the text.
void leave_media_out(XmlNode& node) {
  std::erase_if(node.children, [](const XmlNode& c) { return c.name == "media" || c.name == "bibliography"; });
  for (XmlNode& child : node.children) leave_media_out(child);
}

}  // namespace

std::string wire_date(std::string_view text) {
  const bool basic =
      text.size() >= 8 && std::all_of(text.begin(), text.begin() + 8, [](char c) { return c >= '0' && c <= '9'; });
  if (!basic) return std::string(text);
  std::string date =
      std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" + std::string(text.substr(6, 2));
  std::string_view time = text.substr(8);
  if (time.size() < 7 || time[0] != 'T') return date;
  date.append("T")
      .append(time.substr(1, 2))
      .append(":")
      .append(time.substr(3, 2))
      .append(":")
      .append(time.substr(5, 2));
  time.remove_prefix(7);
  if (time.size() == 5 && (time[0] == '+' || time[0] == '-')) {
    return date.append(time.substr(0, 3)).append(":").append(time.substr(3));
  }
  return date.append(time);
}

bool is_withdrawn_nitf(const XmlNode& nitf) {
  const std::string status = attribute_below(nitf, {"head", "docdata"}, "management-status");
  return status == "canceled" || status == "withheld";
}

ArticleParts parts_of_nitf(const XmlNode& nitf) {
  ArticleParts parts;
  parts.identifier = nitf.attribute("uno");
  take_head(nitf, parts);
  const XmlNode* body = nitf.name == "body" ? &nitf : nitf.child("body");
  if (body) {
    if (const XmlNode* head = body->child("body.head")) take_body_head(*head, parts);
    const XmlNode* content = body->child("body.content");
    XmlNode text = content ? *content : XmlNode();
    leave_media_out(text);
    parts.body = paragraphs_of_escaped_html(inner_html(text));
    parts.language = body->attribute("xml:lang");
  }
  if (parts.language.empty()) parts.language = nitf.attribute("xml:lang");
  if (parts.headline.empty()) parts.headline = clean_below(nitf, {"head", "title"});
  return parts;
}

}  // namespace backfile
