// What a run makes of the archive as a whole, and of what the last run left.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "index/article_id.h"
#include "indexer/scanner.h"
#include "tests/indexer/run.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;
namespace fs = std::filesystem;

namespace {

const std::string kFooter = "The Packet is printed on paper that was a sail.";

// Ten words that stand for a number: no two articles are reports of one kind, or copies.
std::string words_for(int number) {
  std::string words;
  for (int i = 0; i < 10; ++i) {
    std::string word = "Quay";
    for (int rest = number * 10 + i; rest > 0; rest /= 20) word += static_cast<char>('a' + rest % 20);
    words += " " + word;
  }
  return words;
}

std::string page(int number, bool with_footer) {
  const std::string text = "Tug" + words_for(number + 5000) +
                           " Comes Home\n\nThe tug came into harbour with a tale of" + words_for(number) + ".\n";
  return with_footer ? text + "\n" + kFooter + "\n" : text;
}

struct Place {
  TemporaryFolder folder;
  IndexerConfig config = config_of(folder.path() / "news", folder.path() / "index");

  void write(const std::string& name, const std::string& text) const { folder.write("news/" + name, text); }
  std::map<std::string, Article> articles() const { return articles_in(config.index); }
};

std::size_t with_footer_set_aside(const Place& place) {
  std::size_t count = 0;
  for (const auto& [id, article] : place.articles()) {
    if (article.boilerplate == std::vector<std::string>{kFooter}) ++count;
  }
  return count;
}

std::string record(const std::string& url, const std::string& text, const std::string& crawled) {
  return R"({"url": ")" + url + R"(", "title": "A Page", "text": ")" + text + R"(", "crawled": ")" + crawled + "\"}\n";
}

bool any_starts(const std::vector<std::string>& lines, const std::string& begin, const std::string& within) {
  return std::ranges::any_of(lines, [&](const std::string& line) {
    return line.starts_with(begin) && line.find(within) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("a line that crosses the threshold, in either direction, changes the articles that hold it in the same run") {
  const Place place;
  for (int i = 0; i < 20; ++i) place.write("a" + std::to_string(i) + ".txt", page(i, i < 7));
  run_quietly(place.config);
  CHECK(with_footer_set_aside(place) == 0);

  place.write("b.txt", page(90, true));  // the eighth of 21: not yet two fifths
  place.write("a19.txt", page(19, true));
  const RunCounts up = run_quietly(place.config);
  CHECK(with_footer_set_aside(place) == 9);
  CHECK(up.indexed == 1);
  CHECK(up.updated == 8);

  fs::remove(place.config.archives[0].folder / "b.txt");
  fs::remove(place.config.archives[0].folder / "a0.txt");
  const RunCounts down = run_quietly(place.config);
  CHECK(with_footer_set_aside(place) == 0);
  CHECK(down.deleted == 2);
  CHECK(down.updated == 7);
}

TEST_CASE("folders that are days are of one site, other folders are sites of their own") {
  const Place place;
  for (int i = 0; i < 20; ++i) {
    place.write("packet/2025/03/" + std::to_string(10 + i) + "/a.txt", page(i, i < 10));
    place.write("packet/2025-04-" + std::to_string(10 + i) + "/a.txt", page(100 + i, false));
    place.write("desk" + std::to_string(i) + "/a.txt", page(200 + i, i < 10));
  }
  run_quietly(place.config);
  CHECK(with_footer_set_aside(place) == 0);  // in ten of forty
  for (int i = 0; i < 20; ++i) place.write("packet/20250401/" + std::to_string(i) + ".txt", page(300 + i, true));
  run_quietly(place.config);
  CHECK(with_footer_set_aside(place) == 30);
}

TEST_CASE("a page fetched by another writing of its address is the same article") {
  const Place place;
  place.write("a.jsonl", record("http://example.org/a", "The tug is out.", "2024-06-01T00:00:00Z"));
  run_quietly(place.config);
  place.write("b.jsonl",
              record("https://www.example.org/a/?utm_source=x", "The tug came home.", "2025-06-01T00:00:00Z"));
  const RunCounts counts = run_quietly(place.config);
  CHECK(counts.updated == 1);
  REQUIRE(place.articles().size() == 1);
  CHECK(place.articles().begin()->second.url == "https://www.example.org/a/?utm_source=x");
}

TEST_CASE("pages that all name their home page as their address are articles by their places") {
  const Place place;
  for (int i = 0; i < 5; ++i) {
    place.write("a" + std::to_string(i) + ".jsonl", record("https://example.org/", "Tug" + words_for(i) + ".", ""));
  }
  CHECK(run_quietly(place.config).articles == 5);
}

TEST_CASE("of a page fetched twice the newer is the article, and the older where the newer is gone") {
  const Place place;
  place.write("2025.jsonl", record("https://example.org/a", "The tug came home at ten.", "2025-06-01T00:00:00Z"));
  place.write("2024.jsonl", record("https://example.org/a", "The tug is out.", "2024-06-01T00:00:00Z"));
  const std::vector<std::string> told = lines_told(place.config);
  CHECK(any_starts(told, "note 2024.jsonl:1", "older state"));
  CHECK(lines_told(place.config).empty());  // it is known
  REQUIRE(place.articles().size() == 1);
  CHECK(place.articles().begin()->second.body[0] == "The tug came home at ten.");
  fs::remove(place.config.archives[0].folder / "2025.jsonl");
  const RunCounts counts = run_quietly(place.config);
  CHECK(counts.updated == 1);
  CHECK(counts.deleted == 0);
  REQUIRE(place.articles().size() == 1);
  CHECK(place.articles().begin()->second.body[0] == "The tug is out.");
}

TEST_CASE("an article that is withdrawn is gone with the next run, and told") {
  Place place;
  place.write("a.jsonl", record("https://example.org/a", "By order of the court.", "") +
                             record("https://example.org/b", "The tug came home.", ""));
  run_quietly(place.config);
  CHECK(place.articles().size() == 2);
  place.config.withdrawn = "https://example.org/a\n";
  const std::vector<std::string> told = lines_told(place.config);
  CHECK(any_starts(told, "note a.jsonl:1", "withdrawn"));
  REQUIRE(place.articles().size() == 1);
  CHECK(place.articles().begin()->second.url == "https://example.org/b");
  place.config.withdrawn = "";
  run_quietly(place.config);
  CHECK(place.articles().size() == 2);
}

TEST_CASE(
    "where the last generation is damaged everything is read anew, told, and the guard still counts its articles") {
  const Place place;
  for (int i = 0; i < 60; ++i) place.write("a" + std::to_string(i) + ".txt", page(i, false));
  const RunCounts first = run_quietly(place.config);
  const fs::path segment = IndexFolder(place.config.index).segment(first.generation);
  {
    std::fstream damage(segment, std::ios::in | std::ios::out | std::ios::binary);
    damage.seekp(static_cast<std::streamoff>(fs::file_size(segment) / 2));
    damage << "damage";
  }
  CHECK(any_starts(lines_told(place.config), "note", "everything is read anew"));
  CHECK(place.articles().size() == 60);
  CHECK(IndexFolder(place.config.index)
            .segment(Generation::open_current(IndexFolder(place.config.index))->manifest().segments.at(0).name) !=
        segment);

  const RunCounts again = run_quietly(place.config);
  CHECK(again.unchanged == 60);
  {
    std::fstream damage(IndexFolder(place.config.index).segment(again.generation), std::ios::in | std::ios::out);
    damage << "damage";
  }
  for (int i = 0; i < 55; ++i) fs::remove(place.config.archives[0].folder / ("a" + std::to_string(i) + ".txt"));
  CHECK_THROWS_AS(run_quietly(place.config), ArchiveError);
}

TEST_CASE("what is written by a run that changes little is little") {
  const Place place;
  for (int i = 0; i < 200; ++i) place.write("a" + std::to_string(i) + ".txt", page(i, false));
  run_quietly(place.config);
  const auto before = Generation::open_current(IndexFolder(place.config.index))->manifest().segments;
  place.write("b.txt", page(900, false));
  const RunCounts counts = run_quietly(place.config);
  const auto after = Generation::open_current(IndexFolder(place.config.index))->manifest().segments;
  CHECK(counts.unchanged == 200);
  REQUIRE(after.size() == 2);
  CHECK(after[0] == before[0]);
  CHECK(after[1].articles == 1);
}

TEST_CASE("a dry run counts and writes nothing") {
  const Place place;
  place.write("a.txt", page(1, false));
  RunOptions dry;
  dry.dry_run = true;
  CHECK(run_quietly(place.config, dry).indexed == 1);
  CHECK_FALSE(fs::exists(place.config.index / "current"));
  run_quietly(place.config);
  place.write("b.txt", page(2, false));
  CHECK(run_quietly(place.config, dry).indexed == 1);
  CHECK(place.articles().size() == 1);
}

TEST_CASE("with --no-delete what is gone from the archive stays, and goes with the next run without it") {
  const Place place;
  place.write("a.txt", page(1, false));
  place.write("b.jsonl", record("https://example.org/a", "The tug came home.", "") +
                             record("https://example.org/b", "The crane is red.", ""));
  run_quietly(place.config);
  fs::remove(place.config.archives[0].folder / "a.txt");
  place.write("b.jsonl", record("https://example.org/a", "The tug came home again.", ""));
  RunOptions keep;
  keep.no_delete = true;
  const RunCounts kept = run_quietly(place.config, keep);
  CHECK(kept.deleted == 0);
  CHECK(kept.updated == 1);
  CHECK(place.articles().size() == 3);
  CHECK(run_quietly(place.config, keep).deleted == 0);
  CHECK(run_quietly(place.config).deleted == 2);
  CHECK(place.articles().size() == 1);
}
