#include "indexer/readers/feed_status.h"

#include <algorithm>

#include "indexer/cleaning/text_repair.h"

namespace backfile {
namespace {

// Types of WordPress's own that are no posts; others that begin with "wp_" are parts of its pages. What a site adds
// ("review", "news") is an article.
constexpr std::string_view kNoPosts[] = {
    "attachment", "revision", "nav_menu_item", "custom_css", "user_request", "customize_changeset", "oembed_cache"};

std::string clean_child(const XmlNode& node, std::string_view name, std::string_view space) {
  return clean_value(text_of(node.child(name, space)));
}

// A password keeps readers out though the status is "publish".
bool is_published_wordpress(const XmlNode& entry) {
  const std::string status = clean_child(entry, "status", "wp");
  const std::string type = clean_child(entry, "post_type", "wp");
  return (status.empty() || status == "publish") && clean_child(entry, "post_password", "wp").empty() &&
         std::ranges::find(kNoPosts, type) == std::ranges::end(kNoPosts) && !type.starts_with("wp_");
}

// By the kind among the categories, or in later exports by elements of Blogger's own.
bool is_published_blogger(const XmlNode& entry) {
  for (const XmlNode& child : entry.children) {
    const std::string_view kind = child.attribute("term");
    if (is_kind(child) && !kind.ends_with("#post") && !kind.ends_with("#page")) return false;
  }
  const std::string type = clean_child(entry, "type", "blogger");
  const std::string status = clean_child(entry, "status", "blogger");
  return (type.empty() || type == "POST" || type == "PAGE") && (status.empty() || status == "LIVE");
}

// The Atom Publishing Protocol's mark (RFC 5023, 13.1.1).
bool is_draft(const XmlNode& entry) {
  const XmlNode* draft = find_below(entry, {"control", "draft"});
  return draft && clean_value(text_of(draft)) == "yes";
}

}  // namespace

bool is_kind(const XmlNode& category) {
  return category.name == "category" && category.attribute("scheme") == "http://schemas.google.com/g/2005#kind";
}

bool is_published_entry(const XmlNode& entry) {
  return is_published_wordpress(entry) && is_published_blogger(entry) && !is_draft(entry);
}

}  // namespace backfile
