// An article: one news item as the indexer understood it, whatever file it came from. Both programs speak of it: the
// indexer fills it, the index stores it, the server shows it.
//
// All text is valid UTF-8. Strings are empty and lists are empty where something is not known.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/date.h"

namespace backfile {

// Where the headline was found. `summary` and `first_sentence` are derived: the text stays where it was taken from.
enum class HeadlineFrom : std::uint8_t { none, metadata, text, summary, first_sentence };
enum class PublishedFrom : std::uint8_t { none, metadata, url, text, file_name };

struct Article {
  std::string id;          // stable, URL-safe, at most 32 characters: index/article_id.h
  std::string identifier;  // what the archive calls it
  std::string url;
  std::string headline;
  HeadlineFrom headline_from = HeadlineFrom::none;
  std::vector<std::string> byline;  // names
  std::string dateline;             // "PARIS, Jan 28"
  Date published;                   // precision `none`: unknown
  PublishedFrom published_from = PublishedFrom::none;
  std::string published_rejected;  // a date that was there and cannot be true, as written
  std::string publication;
  std::string section;
  std::vector<std::string> topics;
  std::string language;                  // BCP 47
  std::vector<std::string> summary;      // bullets or standfirst
  std::vector<std::string> body;         // paragraphs
  std::vector<std::string> boilerplate;  // lines of the page that are not the article
  std::uint32_t words = 0;               // words of the body; each Han character counts as one
  std::string story;                     // smallest article id of its group of copies
  std::uint32_t copies = 0;              // the other articles of its story
  std::string file;                      // relative to its archive folder, '/' between parts

  bool headline_is_given() const {
    return headline_from == HeadlineFrom::metadata || headline_from == HeadlineFrom::text;
  }
  friend bool operator==(const Article&, const Article&) = default;
};

// Names as in the article model ("first_sentence"). `none` is the empty string for a headline and "none" for a date.
std::string_view headline_from_name(HeadlineFrom from);
std::string_view published_from_name(PublishedFrom from);

}  // namespace backfile
