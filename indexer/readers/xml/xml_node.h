// An element of an XML text with all that is in it, or a piece of its text.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backfile {

struct XmlNode {
  std::string name;                                             // without a prefix: "creator"; empty: a text
  std::string space;                                            // the vocabulary it is of: "dc"; see xml_space.h
  std::string text;                                             // of a text
  std::vector<std::pair<std::string, std::string>> attributes;  // "href", "xml:base"
  std::vector<XmlNode> children;

  bool is(std::string_view wanted, std::string_view of = {}) const { return name == wanted && space == of; }
  // Empty where there is none.
  std::string_view attribute(std::string_view wanted) const;
  // The first child of that name; nullptr where there is none.
  const XmlNode* child(std::string_view wanted, std::string_view of = {}) const;
};

// The first element at the end of a path of names below `node`, whatever vocabularies they are of; nullptr where there
// is none.
const XmlNode* find_below(const XmlNode& node, std::initializer_list<std::string_view> path);

// All elements of a name, at any depth below `node`, in their order.
std::vector<const XmlNode*> all_below(const XmlNode& node, std::string_view name);

// All text in it, as it stands; of nullptr, nothing.
std::string text_of(const XmlNode* node);

// What is in the element, as HTML: elements without their vocabularies and attributes, texts escaped.
std::string inner_html(const XmlNode& node);

}  // namespace backfile
