// Facets, timelines, samples and cursors over HTTP: every number is held against what a search counts by itself, on the
// sample archive and on an index of several segments with withdrawn documents and copies across them.
#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <set>
#include <thread>

#include "tests/journey/sample.h"

using namespace backfile;
using nlohmann::json;

namespace {

const std::vector<std::string> kFacets{"publication", "section", "topic", "language", "byline"};
const std::string kAllFacets = "publication,section,topic,language,byline,year,month";

int count(const Server& server, const std::string& query, Parameters parameters, const char* what) {
  parameters.emplace("page_size", "1");
  return server.search(query, std::move(parameters)).at(what).get<int>();
}

// Holds every value of every facet of a search against the search that is narrowed by it.
int check_facets(const Server& server, const std::string& query, const Parameters& narrowed = {}) {
  int checked = 0;
  Parameters parameters = narrowed;
  parameters.emplace("facets", kAllFacets);
  const json answer = server.search(query, parameters);
  CHECK(answer.at("facets").size() == 7);
  for (const auto& [facet, values] : answer.at("facets").items()) {
    CHECK(answer.at("facet_values").at(facet).get<std::size_t>() >= values.size());
    const bool is_period = facet == "year" || facet == "month";
    for (const json& value : values) {
      const std::string shown = value.at("value");
      CAPTURE(query);
      CAPTURE(facet);
      CAPTURE(shown);
      Parameters chosen = narrowed;
      if (is_period) {
        chosen.erase("from");
        chosen.erase("to");
        chosen.insert({{"from", shown}, {"to", shown}});
      } else {
        chosen.erase(facet);
        chosen.erase("-" + facet);
        chosen.emplace(facet, shown);
      }
      const json alone = server.search(query, chosen);
      // A language also finds what is a kind of it, which counts by itself.
      if (facet == "language") {
        CHECK(value.at("count") <= alone.at("total"));
      } else {
        CHECK(value.at("count") == alone.at("total"));
        CHECK(value.at("stories") == alone.at("stories"));
      }
      CHECK(value.at("count") > 0);
      ++checked;
    }
  }
  return checked;
}

std::string article(const std::string& id, const std::string& publication, const std::string& published,
                    const std::string& body) {
  const json line{{"id", id},
                  {"headline", "Item " + id},
                  {"publication", publication},
                  {"date", published},
                  {"body", body},
                  {"topics", {"trade", "Topic " + id.substr(0, 1)}}};
  return line.dump() + "\n";
}

// Words that no other article has: so that it is no copy of one.
std::string words_of_its_own(int number) {
  std::string words;
  for (char letter = 'a'; letter <= 'z'; ++letter) words += std::string(" ") + letter + "word" + std::to_string(number);
  return words + ".";
}

const std::string kWireStory =
    "The harbour commissioners of Vessmoor raised the kelp tariff by a fifth on Monday, ending a winter of talks that "
    "had left forty boats waiting outside the lock and the drying sheds half empty, said Maud Ferrier of the town "
    "hall.";

// An index of three segments: articles were added, changed and taken away, and a story has copies in two of them.
struct Segments {
  Segments() {
    std::string first;
    for (int i = 0; i < 40; ++i) {
      first += article("a" + std::to_string(i), i % 3 == 0 ? "The Post" : "the post",
                       "2024-0" + std::to_string(i % 9 + 1), "Harbour news:" + words_of_its_own(i));
    }
    write("1.jsonl", first + article("s1", "Gazette", "2024-05-02", kWireStory));
    index();
    write("2.jsonl", article("b1", "THE POST", "2025-01-31", "A harbour is dredged.") +
                         article("s2", "Courier", "2024-05-03", kWireStory) +
                         article("u1", "Courier", "", "Harbour undated."));
    index();
    write("3.jsonl", article("c1", "Gazette", "2023", "The harbour of a year."));
    write("2.jsonl", article("b1", "Morning Post", "2025-02-28", "A harbour is dredged again.") +
                         article("s2", "Courier", "2024-05-03", kWireStory) +
                         article("u1", "Courier", "", "Harbour undated."));
    index();
    server = std::make_unique<Server>(folder.path() / "index");
  }
  void write(const std::string& name, const std::string& text) { folder.write("news/" + name, text); }
  void index() { REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0); }

  TemporaryFolder folder;
  std::unique_ptr<Server> server;
};

std::vector<std::string> ids_of(const json& answer) {
  std::vector<std::string> ids;
  for (const json& hit : answer.at("hits")) ids.push_back(hit.at("id"));
  return ids;
}

}  // namespace

TEST_CASE("every value of a facet counts what choosing it finds, articles and stories") {
  int checked = check_facets(sample().server, "");
  checked += check_facets(sample().server, "strike");
  checked += check_facets(sample().server, "harbour OR tug", {{"collapse", "none"}});
  checked += check_facets(sample().server, "strike", {{"from", "2025"}, {"to", "2025"}});
  MESSAGE(checked << " values");
  CHECK(checked > 100);
}

TEST_CASE("facets count right over several segments with withdrawn documents and copies across them") {
  const Segments several;
  const Server& server = *several.server;
  CHECK(count(server, "", {}, "total") == 45);
  CHECK(check_facets(server, "") > 15);
  CHECK(check_facets(server, "harbour") > 15);
  CHECK(check_facets(server, "harbour", {{"publication", "the post"}, {"-topic", "Topic b"}}) > 5);
  const json facets = server.search("", {{"facets", "publication,year"}}).at("facets");
  CHECK(facets.at("publication").at(0) == json{{"value", "the post"}, {"count", 40}, {"stories", 40}});
  CHECK(facets.at("year").at(0) == json{{"value", "2025"}, {"count", 1}, {"stories", 1}});
  CHECK(facets.at("year").at(2) == json{{"value", "2023"}, {"count", 1}, {"stories", 1}});
  const json tally = server.search("kelp", {{"facets", "topic"}});
  CHECK(tally.at("total") == 2);
  CHECK(tally.at("stories") == 1);
  CHECK(tally.at("facets").at("topic").at(0) == json{{"value", "Topic s"}, {"count", 2}, {"stories", 1}});
}

TEST_CASE("a facet's own filter does not narrow it, and every other one does") {
  const Segments several;
  const Server& server = *several.server;
  const json all = server.search("harbour", {{"facets", "publication,topic"}});
  const json chosen = server.search("harbour", {{"facets", "publication,topic"}, {"publication", "Morning Post"}});
  CHECK(chosen.at("total") == 1);
  CHECK(chosen.at("facets").at("publication") == all.at("facets").at("publication"));
  CHECK(chosen.at("facets").at("topic").size() == 2);
  const json excluded = server.search("harbour", {{"facets", "publication"}, {"-publication", "the post"}});
  CHECK(excluded.at("facets").at("publication") == all.at("facets").at("publication"));
}

TEST_CASE("without facets an answer has none, and what is asked for twice is counted once") {
  const json plain = sample().server.search("strike");
  CHECK(plain.at("facets") == json::object());
  const json twice = sample().server.search("strike", {{"facets", "year,year"}});
  CHECK(twice.at("facets").size() == 1);
  CHECK(twice.at("total") == plain.at("total"));
  CHECK(twice.at("stories") == plain.at("stories"));
  CHECK(ids_of(twice) == ids_of(plain));
  const json nothing = sample().server.search("xqzzy", {{"facets", kAllFacets}});
  for (const auto& [facet, values] : nothing.at("facets").items()) CHECK(values.empty());
}

TEST_CASE("every bucket of a timeline counts what a search of its days finds") {
  const Segments several;
  for (const Server* server : {&sample().server, several.server.get()}) {
    for (const std::string interval : {"day", "week", "month", "year"}) {
      for (const std::string collapse : {"none", "story"}) {
        const json answer = server->json("/api/v1/timeline", {{"q", "harbour"},
                                                              {"q", ""},
                                                              {"from", "2024-01"},
                                                              {"to", "2025-06"},
                                                              {"interval", interval},
                                                              {"collapse", collapse}});
        CHECK(answer.at("interval") == interval);
        CHECK(answer.at("unit") == (collapse == "none" ? "articles" : "stories"));
        REQUIRE(answer.at("series").size() == 2);
        for (const json& series : answer.at("series")) {
          int counted = series.at("undated");
          for (const json& bucket : series.at("buckets")) counted += bucket.at("count").get<int>();
          CHECK(counted == series.at("total"));
        }
        if (collapse == "story") continue;
        const json& buckets = answer.at("series").at(0).at("buckets");
        for (std::size_t i = 0; i < buckets.size(); ++i) {
          if (interval == "day" && i % 29 != 0) continue;
          const json& bucket = buckets.at(i);
          const Parameters days{{"from", bucket.at("start")}, {"to", bucket.at("end")}};
          CAPTURE(bucket.dump());
          CHECK(bucket.at("all") == answer.at("series").at(1).at("buckets").at(i).at("count"));
          if (i == 0 || i + 1 == buckets.size()) continue;  // a week may reach beyond the range
          const int found = count(*server, "harbour", days, "total");
          // A search of a month's days also finds what is known to the month alone; so does its bucket.
          CHECK(bucket.at("count") == found);
        }
      }
    }
  }
}

TEST_CASE("a timeline has its empty buckets, counts what is undated, and a story once, when it first appeared") {
  const Segments several;
  const Server& server = *several.server;
  const json months = server.json("/api/v1/timeline", {{"q", "harbour"}, {"interval", "month"}}).at("series").at(0);
  CHECK(months.at("total") == 45);
  CHECK(months.at("undated") == 2);  // one without a date, one of which only the year is known
  CHECK(months.at("buckets").at(0).at("start") == "2023-01-01");
  CHECK(months.at("buckets").size() == 26);  // to February 2025
  CHECK(months.at("buckets").at(0).at("count") == 0);
  const json years = server.json("/api/v1/timeline", {{"q", "harbour"}, {"interval", "year"}}).at("series").at(0);
  CHECK(years.at("undated") == 1);
  CHECK(years.at("buckets").at(0) ==
        json{{"start", "2023-01-01"}, {"end", "2023-12-31"}, {"count", 1}, {"all", 1}, {"share", 1.0}});
  const json story =
      server.json("/api/v1/timeline", {{"q", "kelp"}, {"interval", "day"}, {"collapse", "story"}}).at("series").at(0);
  CHECK(story.at("total") == 1);
  CHECK(story.at("buckets").at(0).at("start") == "2024-05-02");
  CHECK(story.at("buckets").at(0).at("count") == 1);
  CHECK(server.json("/api/v1/timeline", {{"q", "xqzzy"}}).at("series").at(0).at("buckets").empty());
  CHECK(server.json("/api/v1/timeline").at("series").at(0).at("total") == 45);
  const auto refused = server.get("/api/v1/timeline", {{"interval", "day"}, {"from", "1000"}, {"to", "2025"}});
  CHECK(refused.status == 400);
  CHECK(json::parse(refused.body).at("param") == "interval");
}

TEST_CASE("a random order is the same for its seed, without a seed it is new each time and not kept") {
  const Server& server = sample().server;
  const Parameters all{{"sort", "random"}, {"page_size", "100"}};
  Parameters seeded = all;
  seeded.emplace("seed", "7");
  const json once = server.search("", seeded);
  CHECK(once.at("seed") == 7);
  CHECK(ids_of(once) == ids_of(server.search("", seeded)));
  CHECK(ids_of(once).size() == 54);
  const json unseeded = server.search("", all);
  CHECK(ids_of(unseeded) != ids_of(server.search("", all)));
  seeded.erase("seed");
  seeded.emplace("seed", std::to_string(unseeded.at("seed").get<unsigned>()));
  CHECK(ids_of(unseeded) == ids_of(server.search("", seeded)));
  CHECK(server.get("/api/v1/search", all).headers.at("Cache-Control") == "no-store");
  CHECK(server.search("").at("seed").is_null());
  std::set<std::string> whole;
  for (const std::string& id : ids_of(server.search("", {{"page_size", "100"}, {"collapse", "none"}})))
    whole.insert(id);
  for (const std::string& id : ids_of(once)) CHECK(whole.count(id) == 1);
}

TEST_CASE("a cursor walks through all hits, in every order, and ends") {
  for (const std::string sort : {"relevance", "newest", "oldest", "random"}) {
    for (const std::string collapse : {"story", "none"}) {
      Parameters parameters{{"q", "the"}, {"sort", sort}, {"collapse", collapse}, {"page_size", "7"}};
      if (sort == "random") parameters.emplace("seed", "3");
      Parameters whole = parameters;
      whole.erase("page_size");
      whole.emplace("page_size", "100");
      std::vector<std::string> walked;
      json answer = sample().server.json("/api/v1/search", parameters);
      for (int page = 1; page <= 20; ++page) {
        for (const std::string& id : ids_of(answer)) walked.push_back(id);
        CHECK(answer.at("page") == page);
        if (answer.at("cursor").is_null()) break;
        Parameters next = parameters;
        next.emplace("cursor", answer.at("cursor"));
        answer = sample().server.json("/api/v1/search", next);
      }
      CAPTURE(sort);
      CHECK(walked == ids_of(sample().server.json("/api/v1/search", whole)));
    }
  }
}

TEST_CASE("a cursor of another search, or of an index that has changed, is refused with a sentence") {
  Segments several;
  const json first = several.server->search("harbour");
  const std::string cursor = first.at("cursor");
  const auto refusal = [&](const Parameters& parameters) {
    const auto answer = several.server->get("/api/v1/search", parameters);
    CHECK(answer.status == 400);
    CHECK(json::parse(answer.body).at("param") == "cursor");
    return json::parse(answer.body).at("detail").get<std::string>();
  };
  CHECK(several.server->get("/api/v1/search", {{"q", "harbour"}, {"cursor", cursor}}).status == 200);
  CHECK(refusal({{"q", "kelp"}, {"cursor", cursor}}).find("another search") != std::string::npos);
  CHECK(refusal({{"q", "harbour"}, {"cursor", cursor}, {"sort", "newest"}}).find("another search") !=
        std::string::npos);
  several.write("4.jsonl", article("d1", "Gazette", "2025-03-01", "One more harbour."));
  several.index();
  for (int i = 0; i < 100 && count(*several.server, "", {}, "total") == 45; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  CHECK(refusal({{"q", "harbour"}, {"cursor", cursor}}).find("index has changed") != std::string::npos);
}

TEST_CASE("a long phrase of Han that is typical is told whole") {
  const std::string characters = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏";
  TemporaryFolder folder;
  std::string lines;
  for (std::size_t i = 0; i < 24; ++i) {
    const std::string before = characters.substr(3 * i, 3);
    const std::string behind = characters.substr(3 * (23 - i), 3);
    const std::string told = i < 12 ? "跨海大桥工程" : "渔港";
    lines += article("h" + std::to_string(i), "海报", "2025-03-01",
                     "海边" + before + "，" + before + told + behind + "，海边" + behind + "。");
  }
  folder.write("news/a.jsonl", lines);
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  const Server server(folder.path() / "index");
  const json terms = server.json("/api/v1/terms", {{"q", "大桥"}, {"size", "3"}}).at("terms");
  REQUIRE(!terms.empty());
  CAPTURE(terms.dump());
  CHECK(terms[0].at("term") == "跨海大桥工程");
  CHECK(terms[0].at("count") == 12);
  CHECK(server.search(terms[0].at("query"), {{"collapse", "none"}}).at("total") == 12);
}

TEST_CASE("what is typical of a bucket stands out against the rest, counted exactly, with its top stories") {
  TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 60; ++i) {
    const bool in_march = i < 12;
    lines +=
        article("m" + std::to_string(i), "Gazette", in_march ? "2025-03-1" + std::to_string(i % 9) : "2025-05-01",
                "Harbour report." + words_of_its_own(i) +
                    (in_march ? " The Vessmoor breakwater collapsed in a storm." : " Boats came and went quietly.") +
                    (i == 59 ? " The breakwater is old." : ""));
  }
  folder.write("news/a.jsonl", lines);
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  const Server server(folder.path() / "index");
  const json march =
      server.json("/api/v1/terms", {{"q", "harbour"}, {"from", "2025-03"}, {"to", "2025-03"}, {"against", "rest"}});
  CHECK(march.at("total") == 12);
  CHECK(march.at("sampled") == 12);
  CHECK(march.at("partial") == false);
  REQUIRE(!march.at("terms").empty());
  std::set<std::string> typical;
  for (const json& term : march.at("terms")) {
    typical.insert(term.at("term").get<std::string>());
    const json found = server.search(term.at("query"), {{"collapse", "none"}});
    CAPTURE(term.dump());
    CHECK(found.at("total") == term.at("all"));
    CHECK(server.search(term.at("query"), {{"from", "2025-03"}, {"to", "2025-03"}}).at("total") == term.at("count"));
  }
  CHECK(typical.count("Vessmoor breakwater") + typical.count("Vessmoor breakwater collapsed") > 0);
  CHECK(typical.count("harbour") + typical.count("Harbour") == 0);
  CHECK(typical.count("quietly") == 0);
  CHECK(march.at("hits").size() == 5);
  const auto refused = server.get("/api/v1/terms", {{"q", "harbour"}, {"against", "rest"}});
  CHECK(refused.status == 400);
  CHECK(json::parse(refused.body).at("param") == "against");
  CHECK(server.json("/api/v1/terms", {{"q", "xqzzy"}}).at("terms").empty());
}
