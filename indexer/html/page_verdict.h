// Pages that are no article: errors, questions for consent, lists of articles, and what stands before a paywall.
//
// Cautious: an article that is kept out costs more than a page too many. Each verdict takes two signs, one of them that
// there is little text, and a page that calls itself an article and has a text is one.
#pragma once

#include <optional>
#include <string>

#include "indexer/html/main_text.h"
#include "indexer/rejection.h"

namespace backfile {

struct PageSigns {
  bool called_article = false;  // by JSON-LD, or by og:type
  bool is_free = true;          // "isAccessibleForFree"
  bool has_frames = false;      // <frameset>
  std::string title = {};       // <title>
};

// Is the page made of frames, each a page of its own?
bool has_frames(const HtmlTree& tree);

// Nothing where the page may be an article. `article` as read so far, with its headline and body.
std::optional<Rejection> verdict_on_page(const Article& article, const MainText& text, const PageSigns& signs);

}  // namespace backfile
