// An entry of a feed as the parts of an article: RSS 0.90 to 2.0 with its modules (Dublin Core, content), Atom 0.3 and
// 1.0 (RFC 4287), exports of WordPress (WXR) and Blogger.
//
// The full text (content:encoded, Atom's content) is the body, and what stands beside it the summary; an entry that has
// one text alone has it as its body. The feed's name is the publication, unless the entry names its source.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/readers/article_parts.h"
#include "indexer/readers/xml/xml_node.h"

namespace backfile {

// What a feed says of all its entries.
struct FeedHead {
  std::string title;
  std::string language;
  std::string base;  // the address that relative ones stand at
  std::vector<std::string> credits;
  std::unordered_map<std::string, std::string> writers;  // of a WordPress export: names by login

  // Takes an element of the feed (of the channel) that is no entry. The first of a kind counts.
  void take(const XmlNode& element);
  void take_root(const XmlNode& root);  // its attributes
};

bool is_feed_entry(const XmlNode& element);

ArticleParts parts_of_entry(const XmlNode& entry, const FeedHead& head);

// When the entry last changed, as written; empty where it does not say.
std::string updated_of_entry(const XmlNode& entry);

}  // namespace backfile
