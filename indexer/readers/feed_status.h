// What entries of a feed are no published article: exports of WordPress (WXR) and Blogger hold drafts, pictures, menus
// and comments beside the posts, as entries like any other.
#pragma once

#include "indexer/readers/xml/xml_node.h"

namespace backfile {

// Is the entry a post or a page that anyone may read? One of a feed that says nothing of it is.
bool is_published_entry(const XmlNode& entry);

// Is the category one that Blogger marks the kind of an entry with ("…kind#post"), and no topic?
bool is_kind(const XmlNode& category);

}  // namespace backfile
