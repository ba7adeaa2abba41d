#include "indexer/stop_words.h"

#include <algorithm>
#include <cstdint>

#include "index/character.h"
#include "index/language_tag.h"
#include "index/schema.h"
#include "index/settings.h"
#include "index/term.h"
#include "index/tokenizer.h"

namespace backfile {
namespace {

constexpr std::uint8_t kNoLanguage = 0xFF;

// Languages other than English that have enough articles, and which of them each article is in.
struct Languages {
  std::vector<Xapian::doccount> articles;
  std::vector<std::uint8_t> of_document;  // by docid
};

Languages read_languages(const Xapian::Database& database) {
  Languages languages;
  languages.of_document.assign(database.get_lastdocid() + 1, kNoLanguage);
  const std::string prefix = prefixed_term(field(FieldName::language).label, "");
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string language = (*term).substr(prefix.size());
    if (language == "en" || language == "no" || primary_language(language) != language) continue;
    if (term.get_termfreq() < kLeastArticlesToTell || languages.articles.size() == kNoLanguage) continue;
    for (auto article = database.postlist_begin(*term); article != database.postlist_end(*term); ++article) {
      languages.of_document[*article] = static_cast<std::uint8_t>(languages.articles.size());
    }
    languages.articles.push_back(term.get_termfreq());
  }
  return languages;
}

bool is_of_letters(std::string_view term) {
  for (std::size_t at = 0; at < term.size(); at = character_at(term, at).end) {
    const CodePoint c = character_at(term, at).code;
    if ((!is_letter(c) && !is_mark(c) && c != '\'') || is_run_character(c)) return false;
  }
  return true;
}

bool is_told(const Xapian::Database& database, const Languages& languages, const TermCount& term) {
  std::vector<Xapian::doccount> holding(languages.articles.size());
  for (auto article = database.postlist_begin(term.term); article != database.postlist_end(term.term); ++article) {
    const std::uint8_t language = languages.of_document[*article];
    if (language != kNoLanguage) ++holding[language];
  }
  for (std::size_t language = 0; language < holding.size(); ++language) {
    if (holding[language] >= kStopWordShare * languages.articles[language] && holding[language] * 2 > term.articles) {
      return true;
    }
  }
  return false;
}

}  // namespace

StopWords parse_stop_words(std::string_view text, std::string_view name) {
  StopWords words;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, std::min(end, text.find('#')));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Tokenizer tokenizer(line);
    Token token;
    const bool word = tokenizer.next(token) && token.kind == TokenKind::word;
    std::string folded = word ? std::string(token.text) : std::string();
    if (!word || tokenizer.next(token)) {
      throw SettingsError(std::string(name) + ":" + std::to_string(number) + ": '" + std::string(line) +
                          "' is not one word");
    }
    words.insert(std::move(folded));
  }
  return words;
}

void flag_stop_words(const Xapian::Database& database, const StopWords& listed, std::vector<TermCount>& terms) {
  const Languages languages = read_languages(database);
  const auto smallest = std::ranges::min_element(languages.articles);
  for (TermCount& term : terms) {
    term.stop_word = listed.contains(term.term);
    if (term.stop_word || smallest == languages.articles.end()) continue;
    if (term.articles < kStopWordShare * *smallest || !is_of_letters(term.term)) continue;
    term.stop_word = is_told(database, languages, term);
  }
}

}  // namespace backfile
