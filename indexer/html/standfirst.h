// The standfirst of a page: what its publisher puts between the headline and the text to say what the article is about
// (also dek, deck, chapô, Vorspann, entradilla, ingress).
//
// A line there is one where its element is called so, or where it is not text of the article and says what the page's
// own description says (meta description, og:description, schema.org "description"; a description that is cut short
// ends with an ellipsis). One that is called nothing is one beside the headline, where it is a sentence or a long line.
// The first paragraph of a text is none, though many descriptions are made of it. Entries of a list that is called the
// highlights of the story, or that stands beside the headline and is called nothing, stand in its place.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/html/article_region.h"

namespace backfile {

// Rows of `text` in their order, at most kMostStandfirstRows.
inline constexpr std::size_t kMostStandfirstRows = 10;
std::vector<std::size_t> rows_of_standfirst(const HtmlTree& tree, const MainText& text, const ArticleRegion& region,
                                            const std::vector<std::string>& descriptions);

}  // namespace backfile
