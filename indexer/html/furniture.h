// Furniture of a page: the elements that are not the article by what they are or are called: navigation, asides,
// footers, forms; boxes for sharing, newsletters, comments, related articles, advertisements, cookies.
//
// Told by element, role, and the words of class, id and test name, in the line of Readability's "unlikely candidates"
// and Trafilatura's list of what to discard (A. Barbaresi, ACL 2021).
#pragma once

#include <cstdint>

#include "indexer/html/tree.h"

namespace backfile {

enum class Furniture : std::uint8_t {
  none,
  weak,    // so by its name: "post-header", "meta", "share"; believed where it holds little of the page's text
  sure,    // by a name that leaves little doubt: "sidebar", "comments"; believed where it holds no more than half
  strong,  // by its element or role
};

Furniture furniture_of(const HtmlTree& tree, NodeId node);

// The same by its names alone.
Furniture furniture_by_name(const HtmlTree& tree, NodeId node);

// Is the element called a caption or credit of a picture?
bool is_caption(const HtmlTree& tree, NodeId node);

// Is the element called the body of an article, by itemprop or by a usual class?
bool is_called_body(const HtmlTree& tree, NodeId node);

}  // namespace backfile
