#include "server/search/headline_completions.h"

#include <algorithm>
#include <set>
#include <string>

#include "index/schema.h"
#include "index/stored_fields.h"
#include "index/term.h"
#include "server/search/article_sample.h"
#include "server/search/where.h"

namespace backfile {
namespace {

constexpr std::size_t kMostHeadlines = 48;  // read, in all
constexpr std::size_t kWordsFollowed = 3;   // of a single word's completions

constexpr std::string_view kHeadline = field(FieldName::headline).prefix;

// The places of the units in a headline; the last one may be any of `last`.
Slots slots_of(const std::vector<TextUnit>& units, const Forms& last) {
  Slots slots;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool is_last = i + 1 == units.size();
    if (is_last && !units[i].is_character) {
      slots.push_back(last);
    } else if (units[i].pair.empty()) {
      // At the end of a run its last character is part of the pair before it, which has the place before.
      const bool told = is_last && i > 0 && are_joined(units[i - 1], units[i]);
      if (!told) slots.push_back({plain_term(units[i].folded)});
    } else {
      slots.push_back({plain_term(units[i].pair)});
    }
  }
  return slots;
}

}  // namespace

std::vector<TypedPhrase> complete_headlines(const std::vector<TextUnit>& typed, const std::vector<std::uint32_t>& last,
                                            bool open, const SearchHandle& handle, const Deadline& deadline,
                                            std::size_t most) {
  const Lexicon& lexicon = handle.generation->lexicon();
  const bool itself = !open || typed.back().is_character;
  Forms forms;
  if (itself) forms.push_back(plain_term(typed.back().folded));
  for (std::size_t i = 0; !itself && i < last.size(); ++i) forms.emplace_back(lexicon.term(last[i]));
  const std::set<std::string, std::less<>> accepted(forms.begin(), forms.end());
  const auto is_weak = [&](std::string_view word) {
    const auto number = lexicon.find(word);
    return number && lexicon.is_stop_word(*number);
  };
  TypedPhrases phrases(
      typed, itself || typed.size() == 1, [&](std::string_view word) { return accepted.contains(word); }, is_weak);
  const auto read = [&](const std::vector<Xapian::docid>& articles) {
    for (const Xapian::docid docid : articles) {
      if (deadline.passed()) return;
      phrases.add(decode_headline(handle.database.get_document(docid).get_data()));
    }
  };
  const Slots slots = slots_of(typed, forms);
  if (slots.size() == 1) {
    const std::size_t followed = std::min(kWordsFollowed, slots.front().size());
    for (std::size_t i = 0; i < followed; ++i) {
      read(sample_of_term(prefixed_term(kHeadline, slots.front()[i]), handle, deadline, kMostHeadlines / followed));
    }
  } else {
    const auto window = static_cast<Xapian::termcount>(slots.size());
    read(
        first_matches(at_places(Xapian::Query::OP_PHRASE, kHeadline, slots, window), handle, deadline, kMostHeadlines));
  }
  return phrases.best(most);
}

}  // namespace backfile
