// Times of lookups in the lexicon: lexicon_bench [INDEX]
//
// Without an index, a lexicon of 250,000 invented words of syllables. Prints for each kind of lookup the median and the
// longest of several hundred words, in microseconds of processor time, beside one pass over all terms in the same run.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>
#include <set>

#include "index/generation.h"
#include "server/search/expansion.h"
#include "server/search/spelling.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

constexpr std::size_t kTerms = 250000;
constexpr std::size_t kLookups = 400;

std::string invented_word(std::mt19937& random) {
  static const char* const kBegin[] = {"b", "br", "c",  "d", "f",  "g", "h", "k", "l", "m",  "n",  "p",  "qu",
                                       "r", "s",  "st", "t", "tr", "v", "w", "z", "",  "ch", "sh", "ph", "j"};
  static const char* const kMiddle[] = {"a", "e", "i", "o", "u", "ai", "ea", "ou", "y", "ei"};
  static const char* const kEnd[] = {"", "", "n", "r", "s", "t", "l", "m", "nd", "st", "rt", "ng", "ck", "d"};
  std::string word;
  for (std::size_t syllables = 1 + random() % 4; syllables > 0; --syllables) {
    word += kBegin[random() % std::size(kBegin)];
    word += kMiddle[random() % std::size(kMiddle)];
    word += kEnd[random() % std::size(kEnd)];
  }
  return word;
}

std::string invented_lexicon() {
  std::mt19937 random(1);
  std::set<std::string> words;
  while (words.size() < kTerms) words.insert(invented_word(random));
  std::vector<TermCount> terms;
  for (const std::string& word : words) {
    terms.push_back({word, 1 + static_cast<std::uint32_t>(20000 / (1 + random() % 20000))});
  }
  return build_lexicon(terms, {"en"});
}

// Words of the lexicon, half of them with a letter changed.
std::vector<std::string> wanted_words(const Lexicon& lexicon) {
  std::mt19937 random(2);
  std::vector<std::string> words;
  while (words.size() < kLookups) {
    std::string word(lexicon.term(static_cast<std::uint32_t>(random() % lexicon.term_count())));
    if (word.size() < 5 || !has_forms(word)) continue;
    if (words.size() % 2 == 0) word[1 + random() % (word.size() - 1)] = static_cast<char>('a' + random() % 26);
    words.push_back(std::move(word));
  }
  return words;
}

// Of this thread's processor time: what else the machine does is not in it.
double now() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

double microseconds(const std::function<void()>& work) {
  const double begun = now();
  work();
  return now() - begun;
}

std::size_t sink = 0;

void report(const char* kind, const std::vector<std::string>& words, double pass,
            const std::function<std::size_t(const std::string&)>& look_up) {
  std::vector<double> times;
  std::size_t found = 0;
  for (const std::string& word : words) {
    times.push_back(microseconds([&] { found += look_up(word); }));
  }
  sink += found;
  std::ranges::sort(times);
  const double median = times[times.size() / 2];
  std::printf("%-28s %10.1f %10.1f %10.3f %12.1f\n", kind, median, times.back(), median / pass,
              static_cast<double>(found) / static_cast<double>(words.size()));
}

void run(const Lexicon& lexicon) {
  const std::vector<std::string> words = wanted_words(lexicon);
  std::vector<double> passes;
  for (int i = 0; i < 21; ++i) {
    passes.push_back(microseconds([&] {
      for (std::uint32_t number = 0; number < lexicon.term_count(); ++number)
        sink += lexicon.term(number).front() == 'q';
    }));
  }
  std::ranges::sort(passes);
  const double pass = passes[10];
  std::printf("%u terms; one pass over them %.0f us\n\n", lexicon.term_count(), pass);
  std::printf("%-28s %10s %10s %10s %12s\n", "lookup", "median us", "longest", "of a pass", "found each");
  report("a term", words, pass, [&](const std::string& word) { return lexicon.find(word) ? 1u : 0u; });
  report("wildcard abc*", words, pass,
         [&](const std::string& word) { return expand_wildcard(lexicon, word.substr(0, 3) + "*", 1000).terms.size(); });
  report("wildcard a?cde", words, pass, [&](const std::string& word) {
    return expand_wildcard(lexicon, word.substr(0, 1) + "?" + word.substr(2), 1000).terms.size();
  });
  report("wildcard a?c*e", words, pass, [&](const std::string& word) {
    return expand_wildcard(lexicon, word.substr(0, 1) + "?" + word.substr(2, 1) + "*" + word.back(), 1000).terms.size();
  });
  for (std::uint32_t edits : {1u, 2u}) {
    report(edits == 1 ? "fuzzy, 1 edit" : "fuzzy, 2 edits", words, pass,
           [&](const std::string& word) { return expand_fuzzy(lexicon, word, edits, 1000).terms.size(); });
  }
  report("spelling, words", words, pass,
         [&](const std::string& word) { return suggest_words(lexicon, word, 3).size(); });
  report("spelling, split", words, pass,
         [&](const std::string& word) { return suggest_split(lexicon, word) ? 1u : 0u; });
  report("spelling, joined", words, pass,
         [&](const std::string& word) { return suggest_joined(lexicon, word.substr(0, 3), word.substr(3)) ? 1u : 0u; });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 2) {
    std::fprintf(stderr, "usage: lexicon_bench [INDEX]\n");
    return 2;
  }
  if (argc == 2) {
    run(Generation::open_current(IndexFolder(argv[1]))->lexicon());
  } else {
    const TemporaryFolder folder;
    run(Lexicon(folder.write("lexicon", invented_lexicon())));
  }
  return sink == 0;
}
