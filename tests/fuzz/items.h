// What every reader owes, whatever it is given: at least one item, places in order, and articles of clean text.
#pragma once

#include <string>
#include <string_view>

#include "index/character.h"
#include "indexer/readers/stream_reader.h"
#include "tests/fuzz/require.h"

namespace backfile {

inline void require_clean(std::string_view text, const char* what) {
  for (std::size_t at = 0; at < text.size(); at = character_at(text, at).end) {
    require(character_at(text, at).code >= 0x20 || text[at] == '\t', what);
  }
}

inline void require_article(const Article& article) {
  require(!article.headline.empty(), "an article has a headline");
  for (const std::string* value : {&article.headline, &article.identifier, &article.url, &article.publication,
                                   &article.section, &article.dateline, &article.language}) {
    require_clean(*value, "metadata are clean text");
  }
  for (const auto* list : {&article.body, &article.summary, &article.topics, &article.byline, &article.boilerplate}) {
    for (const std::string& line : *list) {
      require(!line.empty(), "no line is empty");
      require_clean(line, "lines are clean text");
    }
  }
}

inline void require_sound_reading(std::string bytes, const std::string& name,
                                  const BoilerplateList* boilerplate = nullptr) {
  ReadOptions options;
  options.boilerplate = boilerplate;
  options.max_article_bytes = 1u << 20;
  options.now = 1767225600;
  std::uint64_t items = 0;
  read_stream(ByteStream::of_text(std::move(bytes)), {"/x/" + name, name}, options, [&](ReadItem&& item, Place) {
    ++items;
    require(items < 100'000, "a file of some bytes has not more items than bytes");
    if (const auto* article = std::get_if<Article>(&item)) require_article(*article);
    if (const auto* rejection = std::get_if<Rejection>(&item)) {
      require(!rejection->message.empty(), "a rejection says why");
    }
  });
  require(items > 0, "a file has at least one item");
}

}  // namespace backfile
