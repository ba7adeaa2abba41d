#include "server/search/suggester.h"

#include <algorithm>
#include <set>

#include "index/fold.h"
#include "index/surface.h"
#include "index/term.h"
#include "index/tokenizer.h"
#include "server/search/answer.h"
#include "server/search/article_sample.h"
#include "server/search/headline_completions.h"
#include "server/search/query_builder.h"
#include "server/search/query_parser.h"
#include "server/search/run_completions.h"
#include "server/search/spelling.h"
#include "server/search/word_completions.h"

namespace backfile {
namespace {

constexpr std::size_t kMostBytes = 400;  // of what is completed: nobody types more of it
constexpr std::size_t kMostLastWords = 24;
constexpr std::size_t kFewWords = 3;    // fewer completions, and a typing error is thought of
constexpr std::size_t kMostTried = 16;  // words whose company with the earlier ones is tried

// One list of three: each may have its share, and what the others leave.
std::vector<std::string> mixed(const std::vector<std::vector<std::string>>& lists,
                               const std::vector<std::size_t>& shares, const std::string& typed, std::size_t most) {
  std::set<std::string> seen;
  std::vector<std::vector<std::string>> kept(lists.size());
  std::size_t count = 0;
  for (const bool beyond_share : {false, true}) {
    for (std::size_t i = 0; i < lists.size(); ++i) {
      for (const std::string& text : lists[i]) {
        if (count == most || (!beyond_share && kept[i].size() >= shares[i])) break;
        if (text == typed || !seen.insert(fold_label(text)).second) continue;
        kept[i].push_back(text);
        ++count;
      }
    }
  }
  std::vector<std::string> all;
  for (const auto& list : kept) all.insert(all.end(), list.begin(), list.end());
  return all;
}

std::string quoted(const std::string& text) { return '"' + text + '"'; }

}  // namespace

bool Suggester::has_hits(const std::string& query) const {
  if (deadline_.passed()) return false;
  try {
    const ParsedQuery parsed = parse_query(query, {});
    const BuiltQuery built = build_query(parsed.root, handle_, deadline_, false);
    return !first_matches(built.query, handle_, deadline_, 1).empty();
  } catch (const InvalidQuery&) {
    return false;  // over a limit of queries
  } catch (const InvalidRequest&) {
    return false;
  }
}

// The lexicon counts withdrawn articles too.
bool Suggester::is_live(std::uint32_t number) const {
  if (!handle_.generation->any_withdrawn()) return true;
  return !sample_of_term(std::string(handle_.generation->lexicon().term(number)), handle_, deadline_, 1).empty();
}

std::vector<std::uint32_t> Suggester::last_words(const TypedText& typed) const {
  const Lexicon& lexicon = handle_.generation->lexicon();
  const std::string& beginning = typed.units.back().folded;
  std::vector<std::uint32_t> numbers = complete_word(lexicon, beginning, kMostLastWords);
  if (numbers.size() < kFewWords) {
    // Beside words that do begin so, few that nearly do.
    const std::size_t most = numbers.empty() ? kMostLastWords : kFewWords - numbers.size();
    for (const std::uint32_t near : complete_misspelt(lexicon, beginning, most)) {
      if (std::ranges::find(numbers, near) == numbers.end()) numbers.push_back(near);
    }
  }
  return numbers;
}

// One word that the archive does not have, where a near one is likely.
void Suggester::mend(std::vector<TextUnit>& units, std::string& before) const {
  const Lexicon& lexicon = handle_.generation->lexicon();
  for (std::size_t i = 0; i + 1 < units.size(); ++i) {
    if (units[i].is_character || lexicon.find(plain_term(units[i].folded))) continue;
    const std::vector<Suggestion> likely = suggest_words(lexicon, units[i].folded, 1);
    if (likely.empty()) return;
    units[i].folded = likely.front().text;
    before.clear();
    for (std::size_t j = 0; j + 1 < units.size(); ++j) before += units[j].folded + ' ';
    return;
  }
}

Suggester::Texts Suggester::words(const TypedText& typed, const std::string& before,
                                  const std::vector<std::uint32_t>& last, std::size_t most) const {
  const Lexicon& lexicon = handle_.generation->lexicon();
  Texts found;
  for (std::size_t i = 0; i < std::min(last.size(), kMostTried) && found.size() < most; ++i) {
    std::string text = before + std::string(lexicon.surface(last[i]));
    if (typed.units.size() == 1 ? is_live(last[i]) : has_hits(text)) found.push_back(std::move(text));
  }
  return found;
}

Suggester::Texts Suggester::runs(const TypedText& typed, std::size_t most) const {
  Texts found;
  for (TypedPhrase& phrase : complete_run(typed.tail, typed.units, handle_, deadline_, most)) {
    found.push_back(std::move(phrase.text));
  }
  return found;
}

Suggester::Texts Suggester::phrases(const std::vector<TextUnit>& typed, const std::vector<std::uint32_t>& last,
                                    bool open, std::size_t most) const {
  Texts found;
  for (TypedPhrase& phrase : complete_headlines(typed, last, open, handle_, deadline_, most)) {
    found.push_back(std::move(phrase.text));
  }
  return found;
}

std::string Suggester::with_field(const NameCompletion& name) const {
  return std::string(field(name.field).name) + ':' + quoted(name.name);
}

Suggester::Texts Suggester::names(const TypedText& typed, std::size_t most) const {
  Texts found;
  for (const NameCompletion& name : complete_names(typed.tail, name_fields(), handle_, deadline_, most)) {
    const std::vector<TextUnit> units = units_of(name.name, kMostTypedUnits);
    if (units.empty()) continue;
    const std::string plain = surface_of_units(name.name, units);
    if (has_hits(quoted(plain))) {
      found.push_back(plain);
    } else if (std::string text = with_field(name); has_hits(text)) {
      found.push_back(std::move(text));
    }
  }
  return found;
}

Suggester::Texts Suggester::behind_language(const TypedText& typed, std::size_t most) const {
  Texts found;
  const std::string given = typed.head + typed.tail;
  const auto offer = [&](std::string query) {
    if (found.size() < most && query != given && has_hits(query)) found.push_back(std::move(query));
  };
  if (typed.field && field(*typed.field).slot != kNoSlot) {
    const FieldName fields[] = {*typed.field};
    for (const NameCompletion& name : complete_names(typed.tail, fields, handle_, deadline_, most)) {
      offer(typed.head + (typed.in_quotes ? name.name + '"' : quoted(name.name)));
    }
  }
  if (!typed.open || typed.head.ends_with('~') || typed.head.ends_with('^')) return found;
  const std::string kept = typed.head + typed.tail.substr(0, typed.units.back().begin);
  const std::vector<std::uint32_t> last = last_words(typed);
  for (std::size_t i = 0; i < std::min(last.size(), kMostTried); ++i) {
    offer(kept + std::string(handle_.generation->lexicon().surface(last[i])) + (typed.in_quotes ? "\"" : ""));
  }
  return found;
}

std::vector<std::string> Suggester::suggest(std::string_view text, std::size_t most) const {
  const TypedText typed = read_typed_text(text);
  if (typed.units.empty() || typed.units.size() > kMostTypedUnits || typed.tail.size() > kMostBytes) return {};
  if (!typed.head.empty()) return behind_language(typed, most);
  std::vector<TextUnit> units = typed.units;
  const std::span<const TextUnit> earlier = std::span(units).first(units.size() - 1);
  std::string before = surface_of_units(typed.tail, earlier);
  if (!earlier.empty() && !are_joined(units[units.size() - 2], units.back())) before += ' ';
  mend(units, before);
  const std::vector<std::uint32_t> last = typed.open ? last_words(typed) : std::vector<std::uint32_t>{};
  const std::size_t of_names = most / 4;
  if (units.size() == 1 && !units.back().is_character) {
    const std::size_t of_words = (most - of_names + 1) / 2;
    const Texts some_words = words(typed, before, last, most);
    const Texts some_names = names(typed, most);
    return mixed({some_words, phrases(units, last, typed.open, most), some_names},
                 {of_words, most - of_names - of_words, of_names}, surface_of(text), most);
  }
  Texts some_phrases = runs(typed, most);
  const Texts some_names = names(typed, of_names);
  const bool is_run = !some_phrases.empty();
  if (!is_run) some_phrases = phrases(units, last, typed.open, most);
  const Texts some_words =
      is_run || some_phrases.size() >= most ? Texts{} : words(typed, before, last, most - some_phrases.size());
  return mixed({some_phrases, some_words, some_names}, {most - of_names, of_names, of_names}, surface_of(text), most);
}

}  // namespace backfile
