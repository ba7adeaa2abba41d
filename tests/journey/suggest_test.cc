// Completions of what is being typed, over HTTP.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "tests/journey/sample.h"

using namespace backfile;

namespace {

using Suggestions = std::vector<std::string>;

// With time enough for every kind of suggestion, whatever this machine does meanwhile.
const std::vector<std::string> kWithTime{"/usr/bin/env", "BACKFILE_SERVER_SUGGEST_MILLISECONDS=20000"};

Suggestions suggest(const Server& server, const std::string& typed, const std::string& size = "8") {
  const HttpAnswer answer = server.get("/api/v1/suggest", {{"q", typed}, {"size", size}});
  REQUIRE(answer.status == 200);
  CHECK(answer.headers.at("Content-Type") == "application/x-suggestions+json");
  const auto json = nlohmann::json::parse(answer.body);
  REQUIRE(json.size() == 2);
  CHECK(json.at(0) == typed);
  return json.at(1).get<Suggestions>();
}

bool holds(const Suggestions& all, const std::string& one) { return std::ranges::find(all, one) != all.end(); }

// The sample archive, served with time for suggestions.
const Server& patient() {
  static const Server server((sample(), sample().folder.path() / "index"), true, kWithTime);
  return server;
}

// How many suggestions were searched.
int check_hits(const Server& server, const std::string& typed) {
  int searched = 0;
  for (const std::string& suggestion : suggest(server, typed, "20")) {
    CAPTURE(typed);
    CAPTURE(suggestion);
    CHECK(server.search(suggestion, {{"page_size", "1"}}).at("total").get<int>() > 0);
    ++searched;
  }
  return searched;
}

std::string line(int number, const std::string& headline, const std::string& body, const std::string& author = "") {
  nlohmann::json article{{"id", number}, {"headline", headline}, {"body", body}};
  if (!author.empty()) article["author"] = author;
  return article.dump() + "\n";
}

}  // namespace

TEST_CASE("words, phrases of headlines and names go on as what was typed") {
  const TemporaryFolder folder;
  folder.write("news/a.jsonl", line(1, "Rare earth exports fall", "Rare earths are metals.", "Lena Rarewood") +
                                   line(2, "Rare earth exports rise", "Rarely so fast.", "Ann Ragnarson") +
                                   line(3, "Rare earth mine opens", "It is rare.", "Ann Ragnarson") +
                                   line(4, "Café Müller closes", "The café on the quay.") +
                                   line(5, "Quota of tungsten", "A quota.") + line(6, "Rarity sold", "A rarity."));
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  const Server server(folder.path() / "index", true, kWithTime);
  const Suggestions all = suggest(server, "rar");
  REQUIRE(all.size() > 4);
  CHECK(all[0] == "rare");
  CHECK(holds(all, "rare earth"));
  CHECK(holds(all, "rare earth exports"));
  CHECK(holds(all, "rarity"));
  // The name stands in no text: as plain words it would find nothing.
  CHECK(holds(all, "byline:\"Lena Rarewood\""));
  CHECK(suggest(server, "rare ear")[0] == "rare earth");
  CHECK(suggest(server, "rare ear")[1] == "rare earth exports");
  CHECK(suggest(server, "rare earth exports ") == Suggestions{"rare earth exports fall", "rare earth exports rise"});
  CHECK(holds(suggest(server, "byline:rag"), "byline:\"Ann Ragnarson\""));
  CHECK(suggest(server, "byline:\"ann ra") == Suggestions{"byline:\"Ann Ragnarson\""});

  // Case and accents do not matter, and what is suggested has its own.
  CHECK(suggest(server, "CAF") == suggest(server, "caf"));
  CHECK(holds(suggest(server, "caf"), "café"));
  CHECK(holds(suggest(server, "cafe mu"), "café müller"));
  CHECK(holds(suggest(server, "cafe"), "café"));

  // One typing error.
  CHECK(holds(suggest(server, "tungtse"), "tungsten"));
  CHECK(holds(suggest(server, "tnugst"), "tungsten"));
  CHECK(holds(suggest(server, "quotta of tung"), "quota of tungsten"));

  CHECK(suggest(server, "rar", "1") == Suggestions{"rare"});
  CHECK(suggest(server, "zzzzz").empty());
  CHECK(suggest(server, "").empty());
}

TEST_CASE("every suggestion for every beginning of a headline of the sample archive has hits") {
  int searched = 0;
  for (const auto& hit : sample().server.hits("", {{"page_size", "24"}})) {
    if (hit.at("headline").is_null()) continue;
    const std::string headline = hit.at("headline");
    for (std::size_t end = 1; end <= std::min<std::size_t>(headline.size(), 14); end += 2) {
      if (end < headline.size() && (headline[end] & 0xC0) == 0x80) continue;
      searched += check_hits(patient(), headline.substr(0, end));
    }
  }
  MESSAGE(searched << " suggestions searched");
  CHECK(searched > 500);
}

TEST_CASE("Chinese goes on by characters, and what goes on is found") {
  CHECK(holds(suggest(patient(), "科技创"), "科技创新"));
  CHECK(holds(suggest(patient(), "科"), "科技"));
  CHECK(check_hits(patient(), "科技") > 0);
  CHECK(check_hits(patient(), "稀") > 0);
}

TEST_CASE("a run of Han goes on as the articles that have it do, to the end of a word") {
  const TemporaryFolder folder;
  std::string lines;
  const std::vector<std::string> texts{
      "港口用人工智能调度船舶。", "人工智能和渔业都在变化。", "专家说，人工智能可以预报潮汐。", "人工降雨缓解了旱情。",
      "镇上请人工降雨。",         "工人工作到深夜。",         "新的人工智能中心开放了。"};
  for (std::size_t i = 0; i < texts.size(); ++i) lines += line(static_cast<int>(i), "短讯", texts[i]);
  folder.write("news/a.jsonl", lines);
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  const Server server(folder.path() / "index", true, kWithTime);
  const Suggestions found = suggest(server, "人工");
  CAPTURE(found.size());
  CHECK(found.at(0) == "人工智能");
  CHECK(holds(found, "人工降雨"));
  CHECK_FALSE(holds(found, "人工智"));
  CHECK_FALSE(holds(found, "人工作"));
  CHECK(check_hits(server, "人工") > 1);
  CHECK(suggest(server, "工人工") == Suggestions{"工人工作"});
}

TEST_CASE("whatever is typed is answered") {
  std::string long_text;
  while (long_text.size() < 2000) long_text += "tug ";
  const Suggestions odd{"\"tug str",
                        "tug AND",
                        "tug AND str",
                        "(tug OR str",
                        "tug NEAR/5 str",
                        "-str",
                        "tug -str",
                        "headline:tu",
                        "headline:",
                        "date:2025",
                        "last:3",
                        "tug*",
                        "t?g",
                        "tug~1",
                        "\"",
                        "\"\"",
                        "((((",
                        ")))",
                        "^2",
                        "/tug/",
                        "::",
                        "*",
                        "tug\ttug",
                        "\xE2\x80\x9Ctug str",
                        "a",
                        "1",
                        "!!!",
                        "tug (",
                        "@#$%",
                        long_text,
                        std::string(2000, '"'),
                        std::string(2000, 'a'),
                        std::string(1999, '(') + "a"};
  for (const std::string& typed : odd) {
    CAPTURE(typed);
    check_hits(patient(), typed);
    CHECK(sample().server.get("/api/v1/suggest", {{"q", typed}}).status == 200);
  }
  CHECK(holds(suggest(patient(), "\"tug str"), "\"tug strike\""));
  CHECK(holds(suggest(patient(), "rotterdam AND tug"), "rotterdam AND tugs"));
  CHECK(holds(suggest(patient(), "headline:strik"), "headline:strike"));
}

TEST_CASE("what only withdrawn articles have is not suggested, and what a later segment has is") {
  const TemporaryFolder folder;
  std::string others;
  for (int i = 10; i < 60; ++i) others += line(i, "Ship " + std::to_string(i), "It sails on and on to port.");
  folder.write("news/others.jsonl", others);
  folder.write("news/one.jsonl", line(1, "Walnut harvest begins", "Walnuts ripen.", "Wally Walnutson"));
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  folder.write("news/one.jsonl", line(1, "Zebra crossing painted", "Zebras cross.", "Zeno Zebrason"));
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  const Server server(folder.path() / "index", true, kWithTime);
  CHECK(suggest(server, "waln").empty());
  CHECK(suggest(server, "walnut h").empty());
  CHECK(suggest(server, "byline:wal").empty());
  CHECK(holds(suggest(server, "zeb"), "zebra"));
  CHECK(holds(suggest(server, "zeb"), "zebra crossing"));
  CHECK(holds(suggest(server, "zeb"), "byline:\"Zeno Zebrason\""));
}

TEST_CASE("the sizes and parameters of suggestions are checked") {
  for (const Parameters& parameters :
       {Parameters{{"q", "a"}, {"size", "0"}}, Parameters{{"q", "a"}, {"size", "21"}}, Parameters{{"query", "a"}}}) {
    const HttpAnswer answer = sample().server.get("/api/v1/suggest", parameters);
    CHECK(answer.status == 400);
    CHECK(answer.headers.at("Content-Type") == "application/problem+json");
  }
}
