#include "server/search/typed_phrases.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include "index/character.h"

namespace backfile {
namespace {

constexpr std::size_t kMostUnits = 60;  // of a text that are read
constexpr std::size_t kMoreWords = 3;
constexpr std::size_t kMoreCharacters = 6;

// Something other than spaces and marks within words stands between these neighbours.
bool is_stop_between(std::string_view text, const TextUnit& one, const TextUnit& next) {
  for (std::size_t at = one.end; at < next.begin;) {
    const Character c = character_at(text, at);
    const bool joins = c.code == ' ' || c.code == '-' || c.code == '/' || c.code == '&' || c.code == '_' ||
                       c.code == 0x00A0 || is_apostrophe(c.code) || is_letter_or_digit(c.code);
    if (!joins) return true;
    at = std::max(c.end, at + 1);
  }
  return false;
}

}  // namespace

TypedPhrases::TypedPhrases(std::vector<TextUnit> typed, bool whole_last, Says is_last, Says is_weak)
    : typed_(std::move(typed)), whole_last_(whole_last), is_last_(std::move(is_last)), is_weak_(std::move(is_weak)) {}

bool TypedPhrases::is_typed_at(const std::vector<TextUnit>& units, std::size_t at) const {
  if (at + typed_.size() > units.size()) return false;
  const std::size_t last = typed_.size() - 1;
  for (std::size_t i = 0; i < last; ++i) {
    if (units[at + i].folded != typed_[i].folded) return false;
  }
  return is_last_(units[at + last].folded);
}

void TypedPhrases::add_from(std::string_view text, const std::vector<TextUnit>& units, std::size_t at,
                            std::set<std::string>& seen) {
  const std::span<const TextUnit> all(units);
  std::string shorter;
  for (std::size_t count = typed_.size();; ++count) {
    const std::span<const TextUnit> phrase = all.subspan(at, count);
    const TextUnit& last = phrase.back();
    std::string folded = folded_units(phrase);
    if (count > typed_.size() || !whole_last_) {
      Counted& counted = counted_[folded];
      if (seen.insert(folded).second) ++counted.texts;
      if (counted.text.empty()) {
        counted.text = surface_of_units(text, phrase);
        counted.shorter = shorter;
        counted.units = count;
        counted.may_end = !is_weak_(last.folded);
      }
    }
    const bool ends = at + count == units.size() || is_stop_between(text, last, units[at + count]);
    if (const auto known = counted_.find(folded); known != counted_.end() && last.is_character) {
      ends || !units[at + count].is_character ? void(++known->second.ends)
                                              : void(known->second.next.insert(units[at + count].folded));
    }
    if (ends) return;
    shorter = std::move(folded);
    if (count == typed_.size() + (units[at + count].is_character ? kMoreCharacters : kMoreWords)) return;
  }
}

void TypedPhrases::add(std::string_view text) {
  const std::vector<TextUnit> units = units_of(text, kMostUnits);
  std::set<std::string> seen;
  for (std::size_t at = 0; at + typed_.size() <= units.size(); ++at) {
    if (is_typed_at(units, at)) add_from(text, units, at, seen);
  }
}

// Those that a longer one as common stands for.
std::set<std::string_view> TypedPhrases::covered() const {
  std::set<std::string_view> covered;
  for (const auto& [folded, longer] : counted_) {
    if (!longer.may_end || longer.texts < 2) continue;
    for (auto at = counted_.find(longer.shorter); at != counted_.end(); at = counted_.find(at->second.shorter)) {
      if (at->second.texts != longer.texts) break;
      covered.insert(at->first);
    }
  }
  return covered;
}

// Of a phrase that one text has: is a shorter one already that one's alone?
bool TypedPhrases::is_told_shorter(const Counted& phrase) const {
  for (auto at = counted_.find(phrase.shorter); at != counted_.end(); at = counted_.find(at->second.shorter)) {
    if (at->second.may_end) return at->second.texts == 1;
  }
  return false;
}

// As often as not another character follows, or none. (Of words, which have neither, every one is whole.)
bool TypedPhrases::is_whole(const Counted& phrase) {
  const std::size_t followers = phrase.next.size() + phrase.ends;
  return followers == 0 || 2 * followers > phrase.texts;
}

std::vector<TypedPhrase> TypedPhrases::best(std::size_t most) const {
  const std::set<std::string_view> hidden = covered();
  std::vector<TypedPhrase> found;
  std::map<std::string_view, std::size_t> length;
  for (const auto& [folded, phrase] : counted_) {
    if (!phrase.may_end || !is_whole(phrase) || hidden.contains(folded)) continue;
    if (phrase.texts == 1 && is_told_shorter(phrase)) continue;
    found.push_back({phrase.text, folded, phrase.texts});
    length[folded] = phrase.units;
  }
  std::ranges::sort(found, {}, [&](const TypedPhrase& phrase) {
    return std::tuple(-std::int64_t{phrase.texts}, length.at(phrase.folded), std::string_view(phrase.folded));
  });
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace backfile
