#include "indexer/syndication/stories.h"

#include <doctest/doctest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

using namespace backfile;

namespace {

// Sentences of invented words, the same for the same seed.
std::string text_of(unsigned seed, std::size_t words) {
  static const char* const kSyllables[] = {"ba",  "lor", "mi", "ten", "sha", "ku",
                                           "pel", "dri", "on", "ga",  "ve",  "ros"};
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    std::string word;
    for (std::size_t n = 2 + random() % 2; n > 0; --n) word += kSyllables[random() % std::size(kSyllables)];
    if (random() % 6 == 0) word[0] = static_cast<char>(word[0] - 'a' + 'A');
    text += (i == 0 ? "" : " ") + word;
  }
  return text + ".";
}

std::string with_changed_words(const std::string& text, std::size_t changes, unsigned seed) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  std::mt19937 random(seed);
  for (std::size_t i = 0; i < changes; ++i) words[random() % words.size()] = "quondam";
  std::string changed;
  for (const std::string& word : words) changed += (changed.empty() ? "" : " ") + word;
  return changed;
}

StorySketch sketch_of(std::vector<std::string> body, std::string headline = "") {
  Article article;
  article.body = std::move(body);
  article.headline = std::move(headline);
  return make_story_sketch(article);
}

std::vector<std::uint32_t> stories_of(const std::vector<StorySketch>& sketches) {
  std::vector<const StorySketch*> pointers;
  for (const StorySketch& sketch : sketches) pointers.push_back(&sketch);
  return group_stories(pointers);
}

bool same_story(const StorySketch& a, const StorySketch& b) { return stories_of({a, b})[1] == 0; }

}  // namespace

TEST_CASE("copies with some words changed, paragraphs added or the end cut are one story") {
  const std::string text = text_of(1, 150);
  const StorySketch original = sketch_of({text});
  CHECK(same_story(original, original));
  CHECK(same_story(original, sketch_of({with_changed_words(text, 8, 2)})));
  CHECK(same_story(original, sketch_of({text, text_of(3, 60)})));
  CHECK(same_story(original, sketch_of({text.substr(0, text.size() * 2 / 3)})));
  CHECK_FALSE(same_story(original, sketch_of({text_of(4, 150)})));
}

TEST_CASE("copies of copies are one story, named by the first") {
  std::vector<StorySketch> sketches;
  std::string text = text_of(5, 120);
  for (unsigned step = 0; step < 4; ++step) {
    sketches.push_back(sketch_of({text}));
    text = with_changed_words(text, 10, step);
  }
  sketches.insert(sketches.begin(), sketch_of({text_of(6, 120)}));
  CHECK(stories_of(sketches) == std::vector<std::uint32_t>{0, 1, 1, 1, 1});
}

TEST_CASE("a chain of texts, each like the one before, is no story from end to end") {
  std::vector<StorySketch> days;
  for (unsigned day = 0; day < 12; ++day) {  // four of five paragraphs are those of the day before
    std::vector<std::string> body;
    for (unsigned paragraph = 0; paragraph < 5; ++paragraph) body.push_back(text_of(100 + day + paragraph, 30));
    days.push_back(sketch_of(body));
    if (day > 0) REQUIRE(same_story(days[day - 1], days[day]));
  }
  const std::vector<std::uint32_t> stories = stories_of(days);
  for (std::size_t day = 0; day < days.size(); ++day) {
    CAPTURE(day);
    CHECK(stories[day] + 5 >= day);
  }
}

TEST_CASE("an excerpt of a version is of the story whatever else the first has") {
  const std::string text = text_of(31, 60);
  const StorySketch excerpt = sketch_of({text});
  const std::string more = text_of(32, 100);
  const StorySketch version = sketch_of({text, more});
  const StorySketch whole = sketch_of({text, more, text_of(33, 300)});
  REQUIRE(resemblance(whole, excerpt) < kLeastWithFirst);
  CHECK(share_of_shorter(whole, excerpt) > kLeastShareOfShorter);
  CHECK(stories_of({whole, version, version, version, excerpt}) == std::vector<std::uint32_t>(5, 0));
}

TEST_CASE("reports in the same words about other names or other numbers are no copies") {
  const auto prices = [](int day) {
    return sketch_of(
        {"Prices at the quay of Selwyn on day " + std::to_string(day) + " were as follows, in crowns a crate.",
         "Cod " + std::to_string(70 + 3 * day) + ", herring " + std::to_string(20 + day) + ", crab " +
             std::to_string(200 + 7 * day) + ", with a brisk trade in all sorts until noon."});
  };
  CHECK_FALSE(same_story(prices(1), prices(2)));
  const auto bond = [](const std::string& name) {
    return sketch_of({name + " is issuing a bond in crowns that pays a coupon every year, lead manager " + name +
                      " Securities said, and will be listed in " + name +
                      " before the end of the month, it was said."});
  };
  CHECK_FALSE(same_story(bond("Quayside Harbour Timber"), bond("Northern Lamp Oil")));
  CHECK(same_story(bond("Northern Lamp Oil"), bond("Northern Lamp Oil")));
}

TEST_CASE("short bodies are told apart by their headlines, empty ones are nobody's copy") {
  CHECK_FALSE(same_story(sketch_of({"More to follow soon."}, "Harbour closed by fog as pilots play cards all day"),
                         sketch_of({"More to follow soon."}, "Whale leaves the bay before anybody has asked it in")));
  CHECK(sketch_of({}, "").empty);
  CHECK_FALSE(same_story(sketch_of({}, ""), sketch_of({}, "")));
}

TEST_CASE("Chinese texts are compared by their characters") {
  const std::string text = "港口因大雾关闭，领航员们打牌到中午。雾散之后，牌局却没有散，船长们只好继续等待。";
  const std::string other = "市政府宣布明年将修建一座新的图书馆，预计投资三亿元，可容纳两千名读者同时阅读。";
  CHECK(same_story(sketch_of({text}), sketch_of({text + "记者还在码头。"})));
  CHECK_FALSE(same_story(sketch_of({text}), sketch_of({other})));
}

TEST_CASE("resemblance estimates what two sets of words share") {
  const std::string a = text_of(7, 400);
  const std::string b = text_of(8, 400);
  const std::string c = text_of(9, 400);
  const double half = resemblance(sketch_of({a, b}), sketch_of({a, c}));  // a third of all shingles
  CHECK(half > 0.2);
  CHECK(half < 0.47);
  CHECK(resemblance(sketch_of({a}), sketch_of({a})) == 1);
  CHECK(resemblance(sketch_of({a}), sketch_of({c})) < 0.1);
}

TEST_CASE("hundreds of copies among hundreds of other articles are found in all of their bands") {
  std::vector<StorySketch> sketches;
  const std::string text = text_of(10, 100);
  for (unsigned i = 0; i < 300; ++i) {
    sketches.push_back(sketch_of({with_changed_words(text, 6, i)}));
    sketches.push_back(sketch_of({text_of(1000 + i, 100)}));
  }
  const std::vector<std::uint32_t> stories = stories_of(sketches);
  std::size_t copies = 0;
  std::size_t others = 0;
  for (std::uint32_t i = 0; i < stories.size(); ++i) {
    if (i % 2 == 0 && stories[i] == 0) ++copies;
    if (i % 2 == 1 && stories[i] == i) ++others;
  }
  CHECK(copies == 300);
  CHECK(others == 300);
}
