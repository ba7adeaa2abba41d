#include "indexer/cleaning/calendar_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "index/character.h"
#include "index/fold.h"

namespace backfile {
namespace {

using icu::DateFormatSymbols;

// The languages that have stemmers, and Polish.
constexpr const char* kLanguages[] = {"ar", "ar_DZ", "ar_LB", "hy", "eu", "ca", "da",      "nl", "en", "et", "fi",
                                      "fr", "de",    "hi",    "hu", "id", "ga", "it",      "lt", "ne", "nb", "nn",
                                      "pt", "ro",    "ru",    "sr", "es", "sv", "sr_Latn", "ta", "tr", "yi", "pl"};

// Of others only longer names are taken: "pro" (December in Czech) or "few" (February in Maltese) stand beside numbers
// in English, too.
constexpr const char* kOthers[] = {"el", "cs", "sk", "uk", "be",  "bg", "mk", "bs", "sl", "lv", "he", "fa",
                                   "th", "ms", "is", "sq", "gl",  "ka", "az", "kk", "uz", "bn", "mr", "gu",
                                   "pa", "te", "kn", "ml", "si",  "ur", "sw", "af", "cy", "eo", "lb", "mt",
                                   "am", "km", "lo", "my", "fil", "ky", "tg", "tk", "hr", "vi"};
constexpr std::size_t kShortestOfOthers = 4;  // bytes
constexpr std::size_t kShortestWeekday = 3;   // "to" is a Thursday in Norway, but an English word, too

struct Names {
  std::unordered_map<std::string, int> months;
  std::unordered_map<std::string, int> croatian;  // of another month elsewhere
  std::unordered_set<std::string> first_words;    // of names of several
  std::unordered_map<std::string, int> weekdays;
};

// The folded words of a name. Nothing where it has digits: those are read as numbers.
std::vector<std::string> words_of_name(const icu::UnicodeString& name) {
  std::string text;
  name.toUTF8String(text);
  const std::string folded = fold(text);
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < folded.size();) {
    const Character c = character_at(folded, at);
    if (is_digit(c.code)) return {};
    const bool letter = is_letter(c.code) || is_mark(c.code);
    if (letter && !inside) words.emplace_back();
    if (letter) words.back() += folded.substr(at, c.end - at);
    inside = letter;
    at = c.end;
  }
  if (words.size() > 1 && (words[0] == "de" || words[0] == "d")) words.erase(words.begin());  // Catalan: "d’abril"
  return words;
}

void add_month(Names& names, const std::string& language, std::size_t shortest, const std::vector<std::string>& words,
               int month) {
  std::string name;
  for (const std::string& word : words) name.append(name.empty() ? "" : " ").append(word);
  if (language == "he") names.months.emplace("ב" + name, month);  // "in March"
  if (const auto known = names.months.find(name); known != names.months.end()) {
    if (known->second != month && language == "hr") names.croatian.emplace(name, month);
    return;
  }
  if (name.size() < shortest) return;
  names.months.emplace(name, month);
  if (words.size() > 1) names.first_words.insert(words.front());
  if (language == "eu") {
    for (const char* ending : {"ren", "k"}) names.months.emplace(name + ending, month);  // "of March", "March the"
  }
}

// Names of fewer bytes than `shortest` are left out.
void add_language(Names& names, const std::string& language, std::size_t shortest) {
  UErrorCode error = U_ZERO_ERROR;
  const DateFormatSymbols symbols(icu::Locale(language.c_str()), error);
  if (U_FAILURE(error)) return;
  for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
    for (const auto width : {DateFormatSymbols::WIDE, DateFormatSymbols::ABBREVIATED}) {
      int count = 0;
      const icu::UnicodeString* const months = symbols.getMonths(count, context, width);
      for (int i = 0; i < std::min(count, 12); ++i) {
        if (const auto words = words_of_name(months[i]); !words.empty()) {
          add_month(names, language, shortest, words, i + 1);
        }
      }
      const icu::UnicodeString* const weekdays = symbols.getWeekdays(count, context, width);
      for (int i = 1; i < count; ++i) {  // there is no day 0
        const auto words = words_of_name(weekdays[i]);
        if (words.size() == 1 && words[0].size() < shortest) continue;
        for (std::string word : words) {
          const bool english = word.size() < kShortestWeekday && is_ascii_alnum(static_cast<unsigned char>(word[0]));
          if (english && language != "vi") continue;
          if (language == "th" && width == DateFormatSymbols::WIDE) word += "ที่";  // "Monday the"
          const auto [known, fresh] = names.weekdays.emplace(word, i - 1);
          if (!fresh && known->second != i - 1) known->second = kDisputedWeekday;
        }
      }
    }
  }
}

const Names& all_names() {
  static const Names kNames = [] {
    Names names;
    for (const char* language : kLanguages) add_language(names, language, 0);
    for (const char* language : kOthers) add_language(names, language, kShortestOfOthers);
    for (auto* months : {&names.months, &names.croatian}) months->erase("srp");  // in both with a dot before
    return names;
  }();
  return kNames;
}

}  // namespace

std::optional<int> month_of_name(std::string_view words, bool behind_dot) {
  const Names& names = all_names();
  const std::string name(words);
  const auto croatian = names.croatian.find(name);
  if (behind_dot && croatian != names.croatian.end()) return croatian->second;
  const auto found = names.months.find(name);
  if (found == names.months.end()) return std::nullopt;
  return found->second;
}

bool begins_long_name(std::string_view word) { return all_names().first_words.contains(std::string(word)); }

std::optional<int> weekday_of_name(std::string_view word) {
  const auto found = all_names().weekdays.find(std::string(word));
  if (found == all_names().weekdays.end()) return std::nullopt;
  return found->second;
}

}  // namespace backfile
