// What it takes to show a page of hits: highlight_bench INDEX
//
// Makes 200 queries of the index's own words (single words, several, phrases, NEAR), takes ten hits of each, and prints
// the processor time for decoding their stored fields and highlighting three fragments each, beside Xapian's own
// MSet::snippet() of the same texts in the same run; then the same for articles of 1 MB and for awkward texts.
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <map>
#include <random>

#include "index/stored_fields.h"
#include "index/tokenizer.h"
#include "server/search/database_pool.h"
#include "server/search/highlighter.h"
#include "server/search/query_builder.h"
#include "server/search/query_parser.h"

using namespace backfile;

namespace {

const Deadline kNoHurry{std::chrono::hours(1)};

constexpr int kQueries = 200;
constexpr std::uint32_t kHits = 10;
constexpr std::uint32_t kFragments = 3;
constexpr std::size_t kLongBytes = 1 << 20;

double now() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

// The least of three runs.
double microseconds(const std::function<void()>& work) {
  double least = 1e18;
  for (int run = 0; run < 3; ++run) {
    const double begun = now();
    work();
    least = std::min(least, now() - begun);
  }
  return least;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    if (token.kind == TokenKind::word) words.emplace_back(token.text);
  }
  return words;
}

struct BenchQuery {
  std::string kind;
  std::string text;
};

// Of words that many articles hold, but not most.
std::vector<BenchQuery> make_queries(const SearchHandle& handle) {
  std::mt19937 random(3);
  const Lexicon& lexicon = handle.generation->lexicon();
  const auto usable = [&](const std::string& word) {
    const auto number = lexicon.find(word);
    return word.size() > 2 && number && lexicon.articles(*number) >= 30 && lexicon.articles(*number) < 4000;
  };
  std::vector<BenchQuery> queries;
  while (queries.size() < kQueries) {
    const Xapian::docid docid = 1 + static_cast<Xapian::docid>(random() % handle.database.get_lastdocid());
    const Article article = decode_article(handle.database.get_document(docid).get_data());
    if (article.body.empty()) continue;
    const std::vector<std::string> words = words_of(article.body[random() % article.body.size()]);
    if (words.size() < 12) continue;
    const std::size_t at = random() % (words.size() - 6);
    const std::string& a = words[at];
    const std::string& b = words[at + 1];
    const std::string& c = words[at + 3];
    if (!usable(a) || !usable(b) || !usable(c)) continue;
    switch (queries.size() % 4) {
      case 0:
        queries.push_back({"word", a});
        break;
      case 1:
        queries.push_back({"words", a + " " + c});
        break;
      case 2:
        queries.push_back({"phrase", "\"" + a + " " + b + "\""});
        break;
      default:
        queries.push_back({"near", a + " NEAR/5 " + c});
    }
  }
  return queries;
}

struct Times {
  double decode = 0;
  double highlight = 0;
  double snippet = 0;
  double hits = 0;
  void add(const Times& other) {
    decode += other.decode;
    highlight += other.highlight;
    snippet += other.snippet;
    hits += other.hits;
  }
};

std::string joined_text(const Article& article) {
  std::string text;
  for (const std::string& paragraph : article.body) text += paragraph + "\n";
  return text;
}

Times time_page(const std::vector<std::string>& stored, const std::vector<HighlightClause>& clauses,
                const Xapian::MSet* matches) {
  Times times;
  times.hits = static_cast<double>(stored.size());
  std::vector<Hit> decoded(stored.size());
  times.decode = microseconds([&] {
    for (std::size_t i = 0; i < stored.size(); ++i) decoded[i].article = decode_article(stored[i]);
  });
  times.highlight = microseconds([&] {
    Highlighter highlighter(clauses, false);
    for (Hit& hit : decoded) highlighter.highlight(hit, kFragments);
  });
  if (!matches) return times;
  std::vector<std::string> texts;
  for (const Hit& hit : decoded) texts.push_back(joined_text(hit.article));
  times.snippet = microseconds([&] {
    for (const std::string& text : texts) matches->snippet(text, 300);
  });
  return times;
}

void print(const char* kind, const Times& times) {
  const double pages = times.hits / kHits;
  const double ours = (times.decode + times.highlight) / pages;
  std::printf("%-24s %8.0f %10.0f %8.0f", kind, times.decode / pages, times.highlight / pages, ours);
  if (times.snippet > 0) std::printf(" %12.0f %8.1f", times.snippet / pages, times.snippet / pages / ours);
  std::printf("\n");
}

// Ten articles of 1 MB, each the bodies of many.
std::vector<Article> long_articles(const SearchHandle& handle) {
  std::vector<Article> articles;
  Article whole;
  std::size_t bytes = 0;
  const Xapian::docid last = handle.database.get_lastdocid();
  for (Xapian::docid docid = 1; articles.size() < kHits; docid = docid % last + 1) {
    Article article = decode_article(handle.database.get_document(docid).get_data());
    for (std::string& paragraph : article.body) {
      bytes += paragraph.size();
      whole.body.push_back(std::move(paragraph));
    }
    if (bytes < kLongBytes) continue;
    articles.push_back(whole);
    whole.body.clear();
    bytes = 0;
  }
  return articles;
}

// The same with the body of a real hit somewhere in each.
std::vector<std::string> with_hits(const std::vector<Article>& articles, const std::vector<std::string>& stored_hits,
                                   std::mt19937& random) {
  std::vector<std::string> stored;
  for (std::size_t i = 0; i < stored_hits.size(); ++i) {
    Article whole = articles[i];
    const std::vector<std::string> body = decode_article(stored_hits[i]).body;
    const auto at = whole.body.begin() + static_cast<std::ptrdiff_t>(random() % whole.body.size());
    whole.body.insert(at, body.begin(), body.end());
    stored.push_back(encode_article(whole));
  }
  return stored;
}

std::string repeated(const std::string& piece) {
  std::string text;
  while (text.size() < kLongBytes) text += piece;
  return text;
}

void time_awkward(const SearchHandle& handle) {
  std::string many_words;
  for (int i = 0; i < 64; ++i) many_words += (i ? " OR w" : "w") + std::to_string(i);
  std::string nears = "mine";
  for (int i = 1; i < 20; ++i) nears += " NEAR/100 mine";
  struct Awkward {
    const char* name;
    std::string text;
    std::string query;
  };
  const std::vector<Awkward> table{{"no space", repeated("x"), "mine"},
                                   {"no sentence end", repeated("a mine "), "mine"},
                                   {"Han without a stop", repeated("稀土"), "稀土"},
                                   {"every word matches", repeated("mine "), "mine OR mine*"},
                                   {"64 clauses", repeated("w1 w2. w3 w63 "), many_words},
                                   {"phrase of equal words", repeated("mine "), "\"mine mine mine mine mine\""},
                                   {"NEAR/100 of 20 equal", repeated("mine "), nears}};
  std::printf("\n1 MB in one paragraph: as a hit, and marked throughout, us of one article\n");
  for (const Awkward& row : table) {
    const auto clauses = build_query(parse_query(row.query, {}).root, handle, kNoHurry, false).clauses;
    Hit hit;
    hit.article.body = {row.text};
    ArticleAnswer answer;
    answer.article = hit.article;
    const double as_hit = microseconds([&] { Highlighter(clauses, false).highlight(hit, kFragments); });
    const double whole = microseconds([&] {
      answer.body_runs.clear();
      Highlighter(clauses, false).highlight(answer);
    });
    std::printf("%-24s %10.0f %12.0f\n", row.name, as_hit, whole);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: highlight_bench INDEX\n");
    return 2;
  }
  DatabasePool pool;
  pool.take_up(Generation::open_current(IndexFolder(argv[1])));
  const DatabasePool::Lease handle = pool.lease();
  const std::vector<Article> articles = long_articles(*handle);
  std::mt19937 random(4);
  std::map<std::string, Times> by_kind;
  Times all;
  Times of_long;
  for (const BenchQuery& query : make_queries(*handle)) {
    const BuiltQuery built = build_query(parse_query(query.text, {}).root, *handle, kNoHurry, false);
    Xapian::Enquire enquire(handle->database);
    enquire.set_query(built.query);
    const Xapian::MSet matches = enquire.get_mset(0, kHits);
    std::vector<std::string> stored;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      stored.push_back(match.get_document().get_data());
    }
    const Times times = time_page(stored, built.clauses, &matches);
    by_kind[query.kind].add(times);
    all.add(times);
    of_long.add(time_page(with_hits(articles, stored, random), built.clauses, nullptr));
  }
  std::printf("us of processor time for ten hits of %d queries\n", kQueries);
  std::printf("%-24s %8s %10s %8s %12s %8s\n", "", "decode", "highlight", "both", "snippet()", "ratio");
  for (const auto& [kind, times] : by_kind) print(kind.c_str(), times);
  print("all", all);
  print("articles of 1 MB", of_long);
  time_awkward(*handle);
}
