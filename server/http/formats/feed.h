// A feed: articles as news readers poll them, in one of three formats.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace backfile {

struct FeedEntry {
  std::string id;  // a URI that stays the same whatever the server is called
  std::string title;
  std::string page;      // the address of the article here
  std::string original;  // and elsewhere; empty: none
  std::string summary;   // plain text
  std::vector<std::string> authors;
  std::vector<std::string> topics;
  std::string publication;
  std::string language;
  // When it appeared, in seconds since 1970; nothing where the day is not known. Where the day is known and no time, it
  // is midnight: none of the formats can say less.
  std::optional<std::int64_t> published;
  // For Atom, which demands a time of every entry: the beginning of what is known of the time at which it appeared, or
  // when nothing is, the feed's own.
  std::int64_t updated = 0;
};

struct Feed {
  std::string title;
  std::string self;          // its own address
  std::string page;          // of the search page with the same query
  std::int64_t updated = 0;  // when the index was built
  std::vector<FeedEntry> entries;
};

std::string atom_text(const Feed& feed);       // RFC 4287
std::string rss_text(const Feed& feed);        // RSS 2.0, with dc:creator and atom:link
std::string json_feed_text(const Feed& feed);  // JSON Feed 1.1

}  // namespace backfile
