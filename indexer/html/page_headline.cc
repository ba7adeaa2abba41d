#include "indexer/html/page_headline.h"

#include <algorithm>
#include <unordered_set>

#include "index/fold.h"
#include "index/tokenizer.h"

namespace backfile {
namespace {

constexpr std::string_view kSeparators[] = {" | ", " - ",  " – ", " — ", " · ", " » ",
                                            " « ", " :: ", " • ", ": ",  " / "};

// Letters and digits alone, folded.
std::string bare(std::string_view text) {
  std::string out;
  Tokenizer tokens(text);
  Token token;
  while (tokens.next(token)) {
    if (token.kind != TokenKind::bigram) out.append(token.text) += " ";
  }
  return out;
}

std::unordered_set<std::string> words_of(std::string_view text) {
  std::unordered_set<std::string> words;
  Tokenizer tokens(text);
  Token token;
  while (tokens.next(token)) words.emplace(token.text);
  return words;
}

// The share of the smaller text's words that the other has as well.
double agreement(std::string_view a, std::string_view b) {
  const auto words_a = words_of(a);
  const auto words_b = words_of(b);
  const std::size_t fewer = std::min(words_a.size(), words_b.size());
  if (fewer == 0) return 0;
  const auto common = std::ranges::count_if(words_a, [&](const std::string& word) { return words_b.contains(word); });
  return static_cast<double>(common) / static_cast<double>(fewer);
}

std::string squeezed(std::string_view text) {
  std::string out = bare(text);
  std::erase(out, ' ');
  return out;
}

bool is_site_name(std::string_view piece, std::string_view publication) {
  const std::string name = squeezed(publication);
  const std::string part = squeezed(piece);
  if (part.empty() || name.empty()) return false;
  return part == name || (part.size() >= 4 && name.find(part) != std::string::npos) ||
         (name.size() >= 4 && part.find(name) != std::string::npos && part.size() < name.size() * 3);
}

struct Cut {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
};

Cut last_cut(std::string_view title) {
  Cut cut;
  for (std::string_view mark : kSeparators) {
    const std::size_t at = title.rfind(mark);
    if (at != std::string_view::npos && (cut.at == std::string_view::npos || at > cut.at)) cut = {at, mark.size()};
  }
  return cut;
}

Cut first_cut(std::string_view title) {
  Cut cut;
  for (std::string_view mark : kSeparators) {
    const std::size_t at = title.find(mark);
    if (at < cut.at) cut = {at, mark.size()};
  }
  return cut;
}

// What a bar parts off is a name of something even where nobody says of what: the piece with most words stays.
std::string without_unnamed_site(std::string_view title) {
  std::string_view best;
  std::size_t most = 0;
  for (std::size_t begin = 0; begin <= title.size();) {
    const std::size_t end = std::min(title.find(" | ", begin), title.size());
    const std::string_view piece = title.substr(begin, end - begin);
    const auto words = static_cast<std::size_t>(std::ranges::count(piece, ' ')) + 1;
    if (words > most) {
      most = words;
      best = piece;
    }
    begin = end + 3;
  }
  return std::string(most >= 4 ? best : title);
}

}  // namespace

std::string without_site_name(std::string_view title, std::string_view publication) {
  for (int times = 0; times < 2; ++times) {
    const Cut last = last_cut(title);
    if (last.at == std::string_view::npos || last.at == 0) break;
    if (!is_site_name(title.substr(last.at + last.size), publication)) break;
    title = title.substr(0, last.at);
  }
  const Cut first = first_cut(title);
  if (first.at != std::string_view::npos && is_site_name(title.substr(0, first.at), publication)) {
    title = title.substr(first.at + first.size);
  }
  return without_unnamed_site(title);
}

std::string choose_headline(const HeadlineSources& sources) {
  std::vector<std::string> told;
  for (const std::string& one : sources.metadata) told.push_back(without_site_name(one, sources.publication));
  if (!sources.title.empty()) told.push_back(without_site_name(sources.title, sources.publication));
  std::erase_if(told, [](const std::string& one) { return bare(one).empty(); });
  const std::string* best = nullptr;
  double most = 0.6;
  for (const std::string& heading : sources.headings) {
    if (bare(heading).empty() || is_site_name(heading, sources.publication)) continue;
    for (const std::string& one : told) {
      const double agrees = agreement(heading, one);
      if (agrees > most && bare(heading).size() * 3 > bare(one).size()) {
        most = agrees;
        best = &heading;
      }
    }
  }
  if (best) return *best;
  if (sources.headings.size() == 1 && !is_site_name(sources.headings[0], sources.publication) &&
      bare(sources.headings[0]).size() > 15 && sources.headings[0].size() < 150) {
    const bool agrees =
        std::ranges::any_of(told, [&](const std::string& one) { return agreement(sources.headings[0], one) > 0.3; });
    if (agrees || told.empty()) return sources.headings[0];
  }
  if (!told.empty()) return told[0];
  return sources.headings.empty() ? std::string() : sources.headings[0];
}

}  // namespace backfile
