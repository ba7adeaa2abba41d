// The segment writer: articles to one new segment of the index.
//
// Documents are made and indexed on two threads, each into a database of its own; compacting makes one of both. An
// article that Xapian refuses is found by halving its batch and left out; all others are in the segment.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "index/article.h"
#include "index/segment.h"

namespace backfile {

struct NewSegment {
  SegmentEntry entry;
  std::vector<std::uint32_t> docids;             // of each article that was given; 0: refused
  std::map<std::uint32_t, std::string> refused;  // by the article's number among those given, why
};

// Gives an article by its number. Called from two threads at once.
using ArticleSource = std::function<Article(std::uint32_t)>;

// Writes `count` articles, at least one, in their order, working in the folder `building`, to the new file `segment`.
// Throws WriteError; std::runtime_error where every article is refused.
NewSegment write_segment(const std::filesystem::path& building, const std::filesystem::path& segment,
                         std::uint32_t count, const ArticleSource& article_of);

}  // namespace backfile
