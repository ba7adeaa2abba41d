// Reading the archive's files: each becomes articles, and a rejection for each that cannot be taken.
//
// The format is told by content and name. Read are plain text as copied from a page, HTML, JSON (an object, objects one
// behind another, or an array of them), JSON Lines, feeds and wires in XML, Markdown and web archives; each also
// compressed with gzip or zstd. A line, an element or a record that is broken costs no other. Memory is bounded by a
// few times max_article_bytes, whatever the file's size or compression.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/cleaning/boilerplate_list.h"
#include "indexer/cleaning/learned_lines.h"
#include "indexer/cleaning/page_text.h"
#include "indexer/readers/format.h"
#include "indexer/rejection.h"

namespace backfile {

// From where on a file can be read that was read before and has grown: JSON Lines and WARC, whose items do not depend
// on those before them.
struct ReadPoint {
  std::uint64_t bytes = 0;  // of the file on disk
  Format format = Format::json_lines;
  std::uint64_t place = 0;  // the number of the next item
  std::uint64_t line = 0;   // JSON Lines: lines before it; WARC: decompressed bytes before it
  friend bool operator==(const ReadPoint&, const ReadPoint&) = default;
};

struct SourceFile {
  std::filesystem::path path;  // to open
  std::string file;            // as Article::file names it
  std::string folder = {};     // the site of its articles that name no publication (learned_lines.h)
  std::optional<ReadPoint> from = {};
};

struct ReadOptions {
  const BoilerplateList* boilerplate = nullptr;  // not owned; nullptr: nothing is boilerplate
  std::map<std::string, std::string> fields;     // their JSON key -> our field (is_article_field); wins over all names
  std::uint64_t max_article_bytes = 32u << 20;   // of a text file, of a JSON value; at most kLargestText
  std::int64_t now = 0;                          // seconds since 1970: dates over 48 hours later are not believed
  const LearnedLines* learned = nullptr;         // not owned; lines that are set aside
  std::vector<TextLine>* lines = nullptr;        // not owned; holds the lines of an article's text when it is given
  std::optional<ReadPoint>* end = nullptr;       // not owned; set, but for `bytes`, where the file may grow at its end
  DateOrder date_order = DateOrder::unknown;     // of dates in numbers where nothing in an article tells
};

// Where in its file an item stands.
struct Place {
  std::uint64_t number = 0;  // from 0, rejected ones counted; blank lines are no items
  std::uint64_t line = 0;    // from 1; 0 where the format does not go by lines
  std::string crawled = {};  // when this state of the article was fetched or changed, ISO 8601; empty: unknown
  friend bool operator==(const Place&, const Place&) = default;
};

using ItemSink = std::function<void(ReadItem&&, Place)>;

// Reads one file and hands on its items in their order; at least one, even of an empty file. Articles have all that can
// be told from the file, but no id. Throws only what `sink` throws, and what the machine cannot do (std::bad_alloc).
void read_file(const SourceFile& source, const ReadOptions& options, const ItemSink& sink);

// The rules for the text of one article, whose publication is known if it ever will be. What was gathered of another
// article's lines is forgotten.
PageRules page_rules(const ReadOptions& options, const SourceFile& source, const Article& article,
                     bool headline_in_text);

// How dates in numbers are written where an article is from, by its language and url, if it has them yet.
DateOrder order_of_source(const ReadOptions& options, const Article& article);

// Is this the name of a field that ReadOptions::fields can map to?
bool is_article_field(std::string_view name);

}  // namespace backfile
