#include <algorithm>

#include "indexer/html/markup_words.h"
#include "indexer/html/page_facts.h"

namespace backfile {

PageFacts facts_of_markup(const HtmlTree& tree) {
  PageFacts facts;
  for (NodeId id = 1; id < tree.size(); ++id) {
    if (tree.is_text(id) || tree[id].size == 0 || tree[id].name == "meta") continue;
    for (std::string_view attribute : {"itemprop", "property"}) {
      if (tree.attribute(id, attribute).empty()) continue;
      const std::string properties = small_attribute(tree, id, attribute);
      if (facts.headlines.empty() && has_word(properties, "headline")) facts.headlines = {value_of_element(tree, id)};
      if (facts.section.empty() && has_word(properties, "articlesection")) facts.section = value_of_element(tree, id);
    }
  }
  std::erase(facts.headlines, "");
  return facts;
}

}  // namespace backfile
