#include "server/search/run_completions.h"

#include <algorithm>

#include "index/article.h"
#include "index/stored_fields.h"
#include "index/term.h"
#include "server/search/article_sample.h"
#include "server/search/where.h"

namespace backfile {
namespace {

constexpr std::size_t kMostArticles = 24;    // read
constexpr std::size_t kFewArticles = 3;      // of which a phrase need not stand in several
constexpr std::size_t kMostPieces = 3;       // of an article
constexpr std::size_t kBytesBehind = 6 * 4;  // characters that a phrase goes on by

// Characters that a phrase does not end on: particles, "and", "in", "etc.".
bool is_weak(std::string_view character) {
  constexpr std::string_view kWeak = "的了着和与及或等在是将被把也就都而并";
  return kWeak.find(character) != std::string_view::npos;
}

bool is_run(const std::vector<TextUnit>& units) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!units[i].is_character || (i > 0 && !are_joined(units[i - 1], units[i]))) return false;
  }
  return units.size() > 1;
}

std::vector<Xapian::docid> articles_with(const std::vector<TextUnit>& run, const SearchHandle& handle,
                                         const Deadline& deadline) {
  Slots pairs;
  for (std::size_t i = 0; i + 1 < run.size(); ++i) pairs.push_back({plain_term(run[i].pair)});
  if (pairs.size() == 1) return sample_of_term(pairs[0][0], handle, deadline, kMostArticles);
  const auto window = static_cast<Xapian::termcount>(pairs.size());
  return first_matches(at_places(Xapian::Query::OP_PHRASE, "", pairs, window), handle, deadline, kMostArticles);
}

// What stands at the first places of the run in the article, apart by ends of lines.
std::string pieces_of(const Article& article, const std::string& run) {
  std::string pieces;
  std::size_t count = 0;
  const auto look = [&](const std::string& text) {
    for (std::size_t at = text.find(run); at != std::string::npos && count < kMostPieces;
         at = text.find(run, at + run.size())) {
      std::size_t end = std::min(text.size(), at + run.size() + kBytesBehind);
      while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
      pieces.append(text, at, end - at).append(1, '\n');
      ++count;
    }
  };
  look(article.headline);
  for (const std::string& paragraph : article.body) look(paragraph);
  return pieces;
}

}  // namespace

std::vector<TypedPhrase> complete_run(const std::string& text, const std::vector<TextUnit>& typed,
                                      const SearchHandle& handle, const Deadline& deadline, std::size_t most) {
  if (!is_run(typed)) return {};
  const std::string run = text.substr(typed.front().begin, typed.back().end - typed.front().begin);
  const std::string& last = typed.back().folded;
  TypedPhrases phrases(
      typed, true, [&](std::string_view character) { return character == last; }, is_weak);
  std::size_t read = 0;
  for (const Xapian::docid docid : articles_with(typed, handle, deadline)) {
    if (deadline.passed()) break;
    phrases.add(pieces_of(decode_article(handle.database.get_document(docid).get_data()), run));
    ++read;
  }
  std::vector<TypedPhrase> found = phrases.best(most);
  if (read > kFewArticles) std::erase_if(found, [](const TypedPhrase& phrase) { return phrase.texts < 2; });
  return found;
}

}  // namespace backfile
