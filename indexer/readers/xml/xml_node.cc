#include "indexer/readers/xml/xml_node.h"

#include <algorithm>

namespace backfile {
namespace {

void append_text(const XmlNode& node, std::string& text) {
  text += node.text;
  for (const XmlNode& child : node.children) append_text(child, text);
}

void append_escaped(std::string_view text, std::string& html) {
  for (char c : text) {
    if (c == '<') {
      html += "&lt;";
    } else if (c == '&') {
      html += "&amp;";
    } else {
      html += c;
    }
  }
}

void append_html(const XmlNode& node, std::string& html) {
  if (node.name.empty()) return append_escaped(node.text, html);
  html.append("<").append(node.name).append(">");
  for (const XmlNode& child : node.children) append_html(child, html);
  if (node.name != "br" && node.name != "hr" && node.name != "img") html.append("</").append(node.name).append(">");
}

void collect(const XmlNode& node, std::string_view name, std::vector<const XmlNode*>& found) {
  for (const XmlNode& child : node.children) {
    if (child.name == name) found.push_back(&child);
    collect(child, name, found);
  }
}

}  // namespace

std::string_view XmlNode::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return value;
  }
  return {};
}

const XmlNode* XmlNode::child(std::string_view wanted, std::string_view of) const {
  const auto found = std::ranges::find_if(children, [&](const XmlNode& node) { return node.is(wanted, of); });
  return found == children.end() ? nullptr : &*found;
}

const XmlNode* find_below(const XmlNode& node, std::initializer_list<std::string_view> path) {
  const XmlNode* at = &node;
  for (std::string_view name : path) {
    const auto found = std::ranges::find(at->children, name, &XmlNode::name);
    if (found == at->children.end()) return nullptr;
    at = &*found;
  }
  return at;
}

std::vector<const XmlNode*> all_below(const XmlNode& node, std::string_view name) {
  std::vector<const XmlNode*> found;
  collect(node, name, found);
  return found;
}

std::string text_of(const XmlNode* node) {
  std::string text;
  if (node) append_text(*node, text);
  return text;
}

std::string inner_html(const XmlNode& node) {
  std::string html;
  for (const XmlNode& child : node.children) append_html(child, html);
  return html;
}

}  // namespace backfile
