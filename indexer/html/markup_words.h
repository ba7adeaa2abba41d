// The names that the elements of a page have: class, id and test name, as words.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "indexer/html/article_region.h"
#include "indexer/html/tree.h"

namespace backfile {

// An attribute in small letters, at most its first 300 bytes, "_" as "-".
std::string small_attribute(const HtmlTree& tree, NodeId node, std::string_view attribute);

// Class, id and data-testid together.
std::string names_of_element(const HtmlTree& tree, NodeId node);

// Is `wanted` one of the words that spaces part?
bool has_word(std::string_view words, std::string_view wanted);

// Does one of `pieces` stand anywhere in `names`?
bool has_piece(std::string_view names, std::initializer_list<std::string_view> pieces);

// Does the node stand in what accompanies the article (comments, related articles, a side bar), by the elements around
// it? Elements that hold the beginning of the article's body itself are not asked; nor do cards count between headline
// and body.
bool is_beside_article(const HtmlTree& tree, NodeId node, const ArticleRegion& region);

// Does the node stand in a list of other articles, or among comments, by the names of the elements around it?
bool is_among_others(const HtmlTree& tree, NodeId node, const ArticleRegion& region);

// Does the node stand in one entry of a list with a link that reads like a headline, or behind the body in a line that
// begins with one?
bool is_beside_headline(const HtmlTree& tree, NodeId node, const ArticleRegion& region);

// What an element says: its content or date attribute, else its text as one line; empty where it holds much.
std::string value_of_element(const HtmlTree& tree, NodeId node);

// The same of a credit, without papers and roles behind a line break (credit_of_block.h).
std::string credit_of_element(const HtmlTree& tree, NodeId node);

// Has the element no more text than `most` bytes, white space not counted? Looks no further than it has to.
bool is_short_line(const HtmlTree& tree, NodeId node, std::size_t most);

// The nearest text before the node that is not blank, at most 12 nodes away and not before `from`: the last 60 bytes of
// it, folded.
std::string text_before(const HtmlTree& tree, NodeId node, NodeId from = 0);

}  // namespace backfile
