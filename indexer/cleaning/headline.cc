#include "indexer/cleaning/headline.h"

#include <algorithm>

#include "indexer/cleaning/dateline.h"
#include "indexer/cleaning/paragraphs.h"
#include "indexer/cleaning/sentence.h"

namespace backfile {
namespace {

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

bool is_headline_like(std::string_view line) {
  if (line.empty() || line.size() > kLongestHeadline * 4 || characters_of(line) > kLongestHeadline) return false;
  if (!bullet_text(line).empty() || ends_with_full_stop(line)) return false;
  return !std::ranges::any_of(std::initializer_list<std::string_view>{",", ";", ":", "，", "；", "："},
                              [&](std::string_view end) { return line.ends_with(end); });
}

void derive_headline(Article& article) {
  if (!article.headline.empty()) return;
  if (!article.summary.empty()) {
    const std::string& first = article.summary[0];
    article.headline = characters_of(first) <= kLongestHeadline ? first : first_sentence(first);
    article.headline_from = HeadlineFrom::summary;
  } else if (!article.body.empty()) {
    const auto prose =
        std::ranges::find_if(article.body, [](const std::string& paragraph) { return is_prose(paragraph); });
    const std::string_view paragraph = prose == article.body.end() ? article.body[0] : *prose;
    article.headline = first_sentence(paragraph.substr(read_dateline(paragraph).end));
    article.headline_from = HeadlineFrom::first_sentence;
  }
}

}  // namespace backfile
