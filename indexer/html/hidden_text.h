// What a page does not show at first: hidden elements, and which of them are text all the same.
//
// Pages show the beginning of a text, and the rest when a button is pressed or its reader has paid. Such a rest is the
// last of the elements beside the paragraphs that are shown, and holds paragraphs like them. Menus, dialogs, forms,
// other articles and translations are hidden too and are not text.
#pragma once

#include "indexer/html/tree.h"

namespace backfile {

// By its "hidden" attribute, or its style.
bool is_hidden(const HtmlTree& tree, NodeId node);

// Makes the hidden rests of texts seen: takes off them what hides them.
void show_collapsed_text(HtmlTree& tree);

}  // namespace backfile
