#include "server/search/near_terms.h"

#include <algorithm>
#include <array>
#include <string>

#include "index/character.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxCharacters = 63;

using Mask = std::uint64_t;  // bit n: the first n characters of the word have been met

struct State {
  std::array<Mask, kMaxEdits + 1> met{};      // with so many edits or fewer
  std::array<Mask, kMaxEdits + 1> swapped{};  // and, one character later, the first of two swapped ones
  bool alive = true;
};

// Characters of the word, each once, in the order of their UTF-8 bytes, with the places where they stand.
struct Letter {
  CodePoint code = 0;
  Mask places = 0;  // bit n: it is the n-th character, from 1
};

class Automaton {
 public:
  Automaton(std::u32string_view word, std::uint32_t edits) : edits_(edits), whole_(Mask{1} << word.size()) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      const auto code = static_cast<CodePoint>(word[i]);
      const auto at = std::ranges::lower_bound(letters_, code, {}, &Letter::code);
      const auto letter = at != letters_.end() && at->code == code ? at : letters_.insert(at, {code, 0});
      letter->places |= Mask{2} << i;
    }
    for (const Letter& letter : letters_) {
      if (letter.code < 0x80) ascii_[static_cast<std::size_t>(letter.code)] = letter.places;
    }
  }

  State start() const {
    State state;
    for (std::uint32_t e = 0; e <= edits_; ++e) state.met[e] = (Mask{2} << e) - 1;
    return state;
  }

  State take(const State& from, CodePoint c) const {
    const Mask places = places_of(c);
    State to;
    to.met[0] = (from.met[0] << 1) & places;
    Mask any = to.met[0];
    for (std::uint32_t e = 1; e <= edits_; ++e) {
      const Mask fewer = from.met[e - 1];
      to.met[e] = ((from.met[e] << 1) & places) | fewer | (fewer << 1) | (to.met[e - 1] << 1) |
                  (from.swapped[e] & (places << 1));
      to.swapped[e] = (fewer << 2) & places;
      any |= to.met[e] | to.swapped[e];
    }
    to.alive = (any & (whole_ | (whole_ - 1))) != 0;
    return to;
  }

  // Where every edit is used up only some characters lead on: the first of them behind `c`, or -1. Nothing where any
  // character does.
  bool any_leads_on(const State& from) const {
    return edits_ > 0 && (from.met[edits_ - 1] & (whole_ | (whole_ - 1))) != 0;
  }
  CodePoint next_leading(const State& from, CodePoint c) const {
    for (const Letter& letter : letters_) {
      if (letter.code <= c) continue;
      if ((from.met[edits_] << 1 & letter.places) || (from.swapped[edits_] & letter.places << 1)) return letter.code;
    }
    return -1;
  }

  // The fewest edits that make the word of what was taken, or kMaxEdits + 1.
  std::uint32_t edits_of(const State& state) const {
    for (std::uint32_t e = 0; e <= edits_; ++e) {
      if (state.met[e] & whole_) return e;
    }
    return kMaxEdits + 1;
  }

 private:
  Mask places_of(CodePoint c) const {
    if (c >= 0 && c < 0x80) return ascii_[static_cast<std::size_t>(c)];
    const auto letter = std::ranges::lower_bound(letters_, c, {}, &Letter::code);
    return letter != letters_.end() && letter->code == c ? letter->places : 0;
  }

  std::uint32_t edits_;
  Mask whole_;
  std::vector<Letter> letters_;
  std::array<Mask, 0x80> ascii_{};
};

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    points += static_cast<char32_t>(c.code);
    at = c.end;
  }
  return points;
}

void append_utf8(std::string& text, CodePoint code) {
  const auto c = static_cast<std::uint32_t>(code);
  const auto byte = [&](std::uint32_t value) { text += static_cast<char>(value); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12);
    byte(0x80 | (c >> 6 & 0x3F));
  } else {
    byte(0xF0 | c >> 18);
    byte(0x80 | (c >> 12 & 0x3F));
    byte(0x80 | (c >> 6 & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

std::size_t common_beginning(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same < most && a[same] == b[same]) ++same;
  return same;
}

// One walk over the lexicon.
class Walk {
 public:
  Walk(const Lexicon& lexicon, const Automaton& automaton) : lexicon_(lexicon), automaton_(automaton) {
    states_.push_back(automaton.start());
  }

  std::vector<NearTerm> run() {
    std::vector<NearTerm> found;
    for (std::uint32_t number = 0; number < lexicon_.term_count();) {
      const std::string_view term = lexicon_.term(number);
      keep_common(term);
      while (states_.back().alive && ends_.back() < term.size()) {
        const Character c = character_at(term, ends_.back());
        states_.push_back(automaton_.take(states_.back(), c.code));
        ends_.push_back(c.end);
      }
      last_ = term;
      if (!states_.back().alive) {
        number = leap(number, term);
        continue;
      }
      const std::uint32_t edits = automaton_.edits_of(states_.back());
      if (edits <= kMaxEdits) found.push_back({number, edits});
      ++number;
    }
    return found;
  }

  std::vector<NearBeginning> run_beginnings() {
    std::vector<NearBeginning> found;
    for (std::uint32_t number = 0; number < lexicon_.term_count();) {
      const std::string_view term = lexicon_.term(number);
      keep_common(term);
      while (states_.back().alive && !is_met() && ends_.back() < term.size()) {
        const Character c = character_at(term, ends_.back());
        states_.push_back(automaton_.take(states_.back(), c.code));
        ends_.push_back(c.end);
      }
      last_ = term;
      if (is_met()) {
        const std::string_view beginning = term.substr(0, ends_.back());
        const std::uint32_t behind =
            first_behind(number, [&](std::string_view other) { return other.starts_with(beginning); });
        found.push_back({number, behind});
        number = behind;
      } else {
        number = states_.back().alive ? number + 1 : leap(number, term);
      }
    }
    return found;
  }

 private:
  bool is_met() const { return automaton_.edits_of(states_.back()) <= kMaxEdits; }

  // Forgets the states of the last term but those of what the next one has in common with it.
  void keep_common(std::string_view term) {
    const std::size_t same = common_beginning(last_, term);
    while (ends_.back() > same) {
      ends_.pop_back();
      states_.pop_back();
    }
  }

  // The last character taken led nowhere: the first term behind all that begin so, or behind all that begin with
  // another character that leads nowhere either.
  std::uint32_t leap(std::uint32_t number, std::string_view term) const {
    const std::size_t before = ends_[ends_.size() - 2];
    const State& state = states_[states_.size() - 2];
    if (automaton_.any_leads_on(state)) {
      return first_behind(number,
                          [&](std::string_view other) { return other.starts_with(term.substr(0, ends_.back())); });
    }
    std::string beginning(term.substr(0, before));
    const CodePoint next = automaton_.next_leading(state, character_at(term, before).code);
    if (next < 0) {
      return first_behind(number, [&](std::string_view other) { return other.starts_with(beginning); });
    }
    append_utf8(beginning, next);
    return first_behind(number, [&](std::string_view other) { return other < beginning; });
  }

  // The first term behind `number` of which `still` does not hold; it holds of `number`. Looks near by first.
  template <typename Still>
  std::uint32_t first_behind(std::uint32_t number, Still still) const {
    std::uint32_t step = 1;
    std::uint32_t low = number;
    while (low + step < lexicon_.term_count() && still(lexicon_.term(low + step))) {
      low += step;
      step *= 2;
    }
    std::uint32_t high = std::min(low + step, lexicon_.term_count());
    while (high - low > 1) {
      const std::uint32_t middle = low + (high - low) / 2;
      (still(lexicon_.term(middle)) ? low : high) = middle;
    }
    return high;
  }

  const Lexicon& lexicon_;
  const Automaton& automaton_;
  std::vector<State> states_;
  std::vector<std::size_t> ends_{0};  // ends_[d]: bytes of the last term's first d characters
  std::string_view last_;
};

}  // namespace

std::vector<NearTerm> near_terms(const Lexicon& lexicon, std::string_view word, std::uint32_t edits) {
  const std::u32string characters = code_points(word);
  if (characters.size() > kMaxCharacters) {
    const auto own = lexicon.find(word);
    return own ? std::vector<NearTerm>{{*own, 0}} : std::vector<NearTerm>{};
  }
  const Automaton automaton(characters, std::min(edits, kMaxEdits));
  return Walk(lexicon, automaton).run();
}

std::vector<NearBeginning> near_beginnings(const Lexicon& lexicon, std::string_view beginning, std::uint32_t edits) {
  const std::u32string characters = code_points(beginning);
  if (characters.empty() || characters.size() > kMaxCharacters) return {};
  const Automaton automaton(characters, std::min(edits, kMaxEdits));
  return Walk(lexicon, automaton).run_beginnings();
}

}  // namespace backfile
