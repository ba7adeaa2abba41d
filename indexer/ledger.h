// The ledger: what is known of the archive's files and of every article in them. It is written into the generation that
// a run publishes, so that the next run can tell what changed and cannot disagree with the index.
//
// Plain values. Articles stand in the order in which a full run reads them: archives as configured, files by name,
// places in the file.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/cleaning/learned_lines.h"
#include "indexer/cleaning/text_line.h"
#include "indexer/readers/reader.h"
#include "indexer/syndication/story_sketch.h"

namespace backfile {

// By what a file is known again.
struct FileState {
  std::uint64_t bytes = 0;
  std::int64_t modified = 0;  // nanoseconds since 1970
  std::uint64_t inode = 0;
  std::uint64_t content = 0;  // XXH3 of all bytes
  bool settled = true;        // false: changed while it was read, or just before; look at the content next time
  friend bool operator==(const FileState&, const FileState&) = default;
};

// What was said of a file, or of a place in it, when it was read.
struct Remark {
  std::uint64_t line = 0;
  std::string reason;  // of a rejection (rejection.h); empty: a note
  std::string message;
  friend bool operator==(const Remark&, const Remark&) = default;
};

struct LedgerFile {
  std::string archive;  // its name
  std::string file;     // as Article::file
  FileState state;
  std::optional<ReadPoint> end;  // where it can be read on when it has grown
  std::vector<Remark> remarks;

  bool has_rejection() const {
    return std::ranges::any_of(remarks, [](const Remark& remark) { return !remark.reason.empty(); });
  }
  friend bool operator==(const LedgerFile&, const LedgerFile&) = default;
};

enum class IdFrom : std::uint8_t { url, identifier, place };

// Where an article's document is.
struct DocumentPlace {
  std::uint32_t segment = 0;  // number in Ledger::segments
  std::uint32_t docid = 0;    // in that segment; 0: there is no document
  friend bool operator==(const DocumentPlace&, const DocumentPlace&) = default;
};

struct LedgerArticle {
  // As it was read; does not depend on any other article.
  std::uint32_t file = 0;  // number in Ledger::files
  std::uint64_t place = 0;
  std::uint64_t line = 0;
  std::string own_id;  // of URL, identifier or place
  IdFrom id_from = IdFrom::place;
  std::string name;              // its URL or identifier, for messages
  std::uint64_t identifier = 0;  // hash of its identifier; 0: it has none
  std::uint64_t headline = 0;    // hash of its headline
  std::uint64_t text = 0;        // hash of what it says
  std::int64_t crawled = 0;      // seconds since 1970 of this state of it; 0: unknown
  std::int64_t published = 0;    // seconds since 1970; 0: unknown
  std::uint32_t site = 0;        // number in Ledger::sites
  std::vector<TextLine> lines;   // of its text

  // What the archive as a whole makes of it.
  std::string id;      // empty: not in the index
  Remark rejection;    // where learned lines left nothing of it; else without a reason
  StorySketch sketch;  // of the text as cleaned
  std::string story;
  std::uint32_t copies = 0;
  std::uint64_t stored = 0;  // hash of its stored fields but for story and copies
  DocumentPlace document;

  // Only while a run is at work: where its text, as this run read it, stands in the spool; and whether its document is
  // written by this run.
  std::optional<std::uint64_t> spooled = {};
  bool written = false;

  bool indexed() const { return !id.empty(); }
  // It is not in the index, and so no part of a story.
  void leave_out() {
    id.clear();
    story.clear();
    copies = 0;
    document = {};
  }
  friend bool operator==(const LedgerArticle&, const LedgerArticle&) = default;
};

// An archive as it was found, to notice that another disk is mounted in its place.
struct LedgerArchive {
  std::string name;
  std::uint64_t file_system = 0;
  friend bool operator==(const LedgerArchive&, const LedgerArchive&) = default;
};

struct Ledger {
  std::vector<LedgerArchive> archives;
  std::vector<LedgerFile> files;
  std::vector<LedgerArticle> articles;
  std::vector<std::string> sites;
  std::vector<std::string> segments;  // names
  LearnedLines learned;               // with which the articles were cleaned
};

}  // namespace backfile
