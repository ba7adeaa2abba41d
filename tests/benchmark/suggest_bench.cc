// How long completions take: headlines of an index typed letter by letter, and words of its lexicon, each with a typing
// error in every tenth. Prints milliseconds of the clock and of the processor, and how many suggestions had no hits.
//
//   build/release/bin/suggest_bench INDEX [HEADLINES]

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "index/generation.h"
#include "index/stored_fields.h"
#include "server/search/database_pool.h"
#include "server/search/searcher.h"

using namespace backfile;

namespace {

constexpr std::size_t kSize = 8;
constexpr std::size_t kMostTyped = 40;     // letters of a headline
constexpr std::size_t kCheckedShare = 10;  // one in so many prefixes has its suggestions searched

std::vector<std::string> prefixes_of(const std::string& text) {
  std::vector<std::string> prefixes;
  for (std::size_t end = 1; end <= std::min(text.size(), kMostTyped); ++end) {
    if (end < text.size() && (text[end] & 0xC0) == 0x80) continue;
    prefixes.push_back(text.substr(0, end));
  }
  return prefixes;
}

std::vector<std::string> typed_texts(const Generation& generation, std::size_t headlines, std::mt19937& random) {
  std::vector<std::string> all;
  const auto add = [&](std::string text) {
    if (text.size() > 4 && random() % 10 == 0) std::swap(text[text.size() / 2], text[text.size() / 2 - 1]);
    for (std::string& prefix : prefixes_of(text)) all.push_back(std::move(prefix));
  };
  const Xapian::Database database = generation.open_database();
  for (std::size_t i = 0; i < headlines; ++i) {
    const auto docid = static_cast<Xapian::docid>(random() % database.get_lastdocid() + 1);
    add(decode_headline(database.get_document(docid).get_data()));
  }
  const Lexicon& lexicon = generation.lexicon();
  for (std::size_t i = 0; i < headlines; ++i)
    add(std::string(lexicon.term(static_cast<std::uint32_t>(random() % lexicon.term_count()))));
  return all;
}

double processor_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void print(const char* what, std::vector<double> times) {
  std::ranges::sort(times);
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  std::printf("%-10s median %.2f  p90 %.2f  p99 %.2f  p99.9 %.2f  max %.2f ms\n", what, at(0.5), at(0.9), at(0.99),
              at(0.999), times.back());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::size_t headlines = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 500;
  const auto generation = Generation::open_current(IndexFolder(argv[1]));
  DatabasePool pool;
  pool.take_up(generation);
  const Searcher searcher(pool, std::chrono::milliseconds(2000));
  std::mt19937 random(1);
  const std::vector<std::string> typed = typed_texts(*generation, headlines, random);

  std::vector<double> clock;
  std::vector<double> processor;
  std::size_t empty = 0;
  double most = 0;
  std::string slowest;
  for (const std::string& text : typed) {
    const double processor_began = processor_ms();
    const auto began = std::chrono::steady_clock::now();
    const SuggestAnswer answer = searcher.suggest(text, kSize);
    clock.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    processor.push_back(processor_ms() - processor_began);
    if (clock.back() > most) {
      most = clock.back();
      slowest = text;
    }
    empty += answer.suggestions.empty() ? 1 : 0;
  }
  std::printf("%zu prefixes, %zu without a suggestion, slowest \"%s\"\n", typed.size(), empty, slowest.c_str());
  print("clock", clock);
  print("processor", processor);

  std::size_t suggested = 0;
  std::size_t without_hits = 0;
  for (std::size_t i = 0; i < typed.size() / kCheckedShare; ++i) {
    for (const std::string& suggestion : searcher.suggest(typed[random() % typed.size()], kSize).suggestions) {
      SearchRequest request;
      request.query = suggestion;
      request.page_size = 1;
      request.fragments = 0;
      ++suggested;
      if (searcher.search(request).total == 0) ++without_hits;
    }
  }
  std::printf("%zu suggestions searched, %zu without hits\n", suggested, without_hits);
  return without_hits == 0 ? 0 : 1;
}
