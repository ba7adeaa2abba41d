#include "indexer/cleaning/learned_lines.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/cleaning/page_text.h"
#include "indexer/cleaning/text_repair.h"

using namespace backfile;

namespace {

using Lines = std::vector<std::string>;

LineSet learned_of(const std::vector<Lines>& articles) {
  std::vector<std::vector<TextLine>> texts;
  for (const Lines& lines : articles) {
    auto& text = texts.emplace_back();
    for (const std::string& line : lines) text.push_back(make_text_line(line));
  }
  return learn_lines(std::vector<ArticleLines>(texts.begin(), texts.end()));
}

bool learns(const std::vector<Lines>& articles, const std::string& line) {
  return learned_of(articles).contains(make_text_line(line).hash);
}

std::string own_text(int article) {
  return "The tug " + std::string(1, static_cast<char>('A' + article % 26)) + std::string(article / 26 + 1, 'x') +
         " came into the harbour with a tale of its own.";
}

std::vector<Lines> articles_with(int count, int having, const Lines& furniture) {
  std::vector<Lines> articles;
  for (int i = 0; i < count; ++i) {
    Lines& lines = articles.emplace_back(Lines{own_text(i)});
    if (i < having) lines.insert(lines.end(), furniture.begin(), furniture.end());
  }
  return articles;
}

Article read(const Lines& lines, const Lines& learned) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n\n";
  LineSet set;
  for (const std::string& line : learned) set.insert(make_text_line(line).hash);
  static const BoilerplateList kNone;
  Article article;
  read_page_text(repair_text(text), {kNone, 0, true, &set, nullptr}, article);
  return article;
}

const std::string kFooter = "The Packet is printed on paper that was a sail.";

}  // namespace

TEST_CASE("how many articles must have a line grows with the site") {
  CHECK(least_articles(5) == 8);
  CHECK(least_articles(20) == 8);
  CHECK(least_articles(50) == 20);
  CHECK(least_articles(100) == 25);
  CHECK(least_articles(1000) == 70);
  std::size_t last = 0;
  for (std::size_t n = 0; n < 3000; ++n) {
    CHECK(least_articles(n) >= last);
    last = least_articles(n);
  }
}

TEST_CASE("a line that recurs across a site is learned, below the threshold it is not") {
  CHECK(learns(articles_with(20, 8, {kFooter}), kFooter));
  CHECK_FALSE(learns(articles_with(20, 7, {kFooter}), kFooter));
  CHECK_FALSE(learns(articles_with(7, 7, {kFooter}), kFooter));
  CHECK(learns(articles_with(1000, 70, {kFooter}), kFooter));
  CHECK_FALSE(learns(articles_with(1000, 69, {kFooter}), kFooter));
}

TEST_CASE("a sentence within the text of its articles is learned only where nearly all have it") {
  const std::string background = "The harbour master did not answer a letter about the fog, nor did he open it.";
  const auto told_by = [&](int having, std::size_t at, const std::string& line) {
    std::vector<Lines> articles;
    for (int i = 0; i < 60; ++i) {
      Lines& lines = articles.emplace_back(Lines{own_text(3 * i), own_text(3 * i + 1), own_text(3 * i + 2)});
      if (i < having) lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), line);
    }
    return learns(articles, line);
  };
  CHECK_FALSE(told_by(40, 1, background));
  CHECK_FALSE(told_by(47, 2, background));
  CHECK(told_by(48, 2, background));
  CHECK(told_by(40, 0, background));
  CHECK(told_by(40, 3, background));
  CHECK(told_by(40, 1, "Also of interest"));
  CHECK(told_by(40, 1, "Write to us."));
}

TEST_CASE("a line counts once an article, however often it stands there") {
  CHECK_FALSE(learns(articles_with(20, 4, {kFooter, kFooter, kFooter}), kFooter));
}

TEST_CASE("what is learned does not depend on the order of articles") {
  std::vector<Lines> articles = articles_with(30, 14, {kFooter, "Weather", "Tides"});
  const LineSet learned = learned_of(articles);
  CHECK(learned.size() == 3);
  std::ranges::reverse(articles);
  CHECK(learned_of(articles) == learned);
}

TEST_CASE("reports that differ by their numbers keep their text") {
  std::vector<Lines> articles;
  for (int day = 1; day <= 30; ++day) {
    articles.push_back({"Fish prices of the day", "Prices are in crowns a crate, as asked on the quay.",
                        "Cod " + std::to_string(100 + day) + ".50", "Herring " + std::to_string(40 + 3 * day),
                        "Source: the harbour master's slate"});
  }
  CHECK(learned_of(articles).empty());
}

TEST_CASE("furniture of a site is learned though it has reports too, and stands in them") {
  std::vector<Lines> articles = articles_with(30, 30, {kFooter});
  for (int day = 1; day <= 30; ++day) {
    articles.push_back({"Prices are in crowns a crate, as asked on the quay.",
                        "Cod, the best of the catch, sold for " + std::to_string(100 + day) + ".50", kFooter});
  }
  const LineSet learned = learned_of(articles);
  CHECK(learned == LineSet{make_text_line(kFooter).hash});
}

TEST_CASE("many copies of one article teach nothing") {
  std::vector<Lines> articles;
  for (int i = 0; i < 12; ++i) {
    articles.push_back({"A whale was seen in the harbour.", "It left again before it could be asked."});
  }
  for (int i = 0; i < 12; ++i) articles.push_back({own_text(i)});
  CHECK(learned_of(articles).empty());
}

TEST_CASE("a site is a publication whatever its letter case, else a folder") {
  CHECK(site_of("Port Packet", "a/b/") == site_of("PORT  packet", "elsewhere/"));
  CHECK(site_of("", "a/b/") != site_of("", "a/c/"));
  CHECK(site_of("a", "") != site_of("", "a"));
}

TEST_CASE("learned lines are set aside, before the headline too") {
  const Article article = read({"Port Packet", "Fog Closes Port", own_text(1), "Weather", own_text(2), kFooter},
                               {"Port Packet", "Weather", kFooter});
  CHECK(article.headline == "Fog Closes Port");
  CHECK(article.body == Lines{own_text(1), own_text(2)});
  CHECK(article.boilerplate == Lines{"Port Packet", "Weather", kFooter});
}

TEST_CASE("between learned lines behind the text, a list that changes is set aside with them") {
  const Lines learned{"Most read", kFooter};
  const Lines page{"Fog Closes Port", own_text(1), own_text(2), "Most read", "Whale seen", "Lamp lost", kFooter};
  CHECK(read(page, learned).body == Lines{own_text(1), own_text(2)});
  // What stands behind the last learned line is nobody's list.
  const Lines ends_with_heading{"Fog Closes Port", own_text(1), "Most read", own_text(2), "Weather report", kFooter};
  CHECK(read(ends_with_heading, learned).body == Lines{own_text(1), own_text(2), "Weather report"});
}

TEST_CASE("a sentence is long enough to be one, and ends like one") {
  const auto is_sentence = [](std::string_view line) { return make_text_line(line).sentence == 1; };
  CHECK(is_sentence("The fog came back at noon and stayed."));
  CHECK(is_sentence("\u201CThe fog came back at noon and stayed,\u201D he said."));
  CHECK(is_sentence("He said: \u201CThe fog came back at noon.\u201D"));
  CHECK(is_sentence("港口因大雾关闭，领航员们打牌到中午，船长们只好继续等待，直到天黑。"));
  CHECK_FALSE(is_sentence("The fog came back at noon and stayed"));
  CHECK_FALSE(is_sentence("The fog came back."));
  CHECK_FALSE(is_sentence("港口关闭。"));
  CHECK_FALSE(is_sentence(""));
}

TEST_CASE("the pattern of a line is the same for other numbers") {
  CHECK(make_text_line("Gold 1,934.20 down 3").pattern == make_text_line("Gold 2,101 down 17").pattern);
  CHECK(make_text_line("Gold 1,934.20").hash != make_text_line("Gold 2,101.05").hash);
  CHECK(make_text_line("Gold 12").pattern != make_text_line("Silver 12").pattern);
}
