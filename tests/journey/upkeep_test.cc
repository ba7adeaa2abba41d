// Verify, rollback, status: what an operator asks of an index between runs.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "index/generation.h"
#include "tests/journey/programs.h"

using namespace backfile;

namespace {

// An index of `generations` generations; the n-th has n articles.
struct Kept {
  explicit Kept(int generations) {
    for (int i = 0; i < generations; ++i) names.push_back(publish());
  }

  std::string publish() {
    ++articles;
    folder.write("news/" + std::to_string(articles) + ".json",
                 "{\"id\": " + std::to_string(articles) + ", \"headline\": \"Ship\", \"body\": \"It sails.\"}");
    const Outcome outcome = run({kIndexer, "index", "--full", "--archive", (folder.path() / "news").string(), "--index",
                                 index.root().string()});
    REQUIRE(outcome.exit == 0);
    return summary(outcome)["generation"];
  }

  void damage(const std::filesystem::path& file) const {
    std::string bytes = read_file_text(file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    std::ofstream(file, std::ios::binary) << bytes;
  }

  Outcome ask(std::vector<std::string> command) const {
    command.insert(command.begin(), kIndexer);
    command.insert(command.end(), {"--index", index.root().string()});
    return run(std::move(command));
  }

  TemporaryFolder folder;
  IndexFolder index{folder.path() / "index"};
  int articles = 0;
  std::vector<std::string> names;
};

}  // namespace

TEST_CASE("verify says of every kept generation that it is whole, and ends with 0") {
  const Kept kept(4);
  const Outcome outcome = kept.ask({"verify"});
  CHECK(outcome.exit == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out == kept.names[3] + ": whole, 4 articles, 6 files (current)\n" + kept.names[2] +
                           ": whole, 3 articles, 6 files\n" + kept.names[1] + ": whole, 2 articles, 6 files\n");
}

TEST_CASE("verify names each damaged file and what to run, and ends with 5") {
  const Kept kept(2);
  kept.damage(kept.index.lexicon(kept.names[1]));
  kept.damage(kept.index.segment(kept.names[1]));
  Outcome outcome = kept.ask({"verify"});
  CHECK(outcome.exit == 5);
  CHECK(outcome.out == kept.names[0] + ": whole, 1 articles, 6 files\n");
  CHECK(outcome.err.find(kept.index.lexicon(kept.names[1]).string() + " is damaged") != std::string::npos);
  CHECK(outcome.err.find(kept.index.segment(kept.names[1]).string() + " is damaged") != std::string::npos);
  CHECK(outcome.err.find("run backfile-indexer rollback --index ") != std::string::npos);

  kept.damage(kept.index.manifest(kept.names[0]));
  outcome = kept.ask({"verify"});
  CHECK(outcome.exit == 5);
  CHECK(outcome.err.find("run backfile-indexer index --full --index ") != std::string::npos);
  CHECK(outcome.err.find("run backfile-indexer rollback") == std::string::npos);
}

TEST_CASE("rollback goes back to the newest older generation that is whole, and the server serves it") {
  Kept kept(3);
  const Server server(kept.index.root());
  CHECK(server.search("ship").at("total") == 3);
  kept.damage(kept.index.lexicon(kept.names[1]));
  const Outcome outcome = kept.ask({"rollback"});
  CHECK(outcome.exit == 0);
  CHECK(outcome.out == kept.names[0] + " is the current generation now\n");
  CHECK(outcome.err.find(kept.index.lexicon(kept.names[1]).string()) != std::string::npos);
  CHECK(comes_true([&] { return server.search("ship").at("total") == 1; }));
  CHECK(kept.ask({"verify"}).exit == 0);

  // Serial numbers go on behind what was left, and nothing goes back to it.
  const std::string next = kept.publish();
  CHECK(next.starts_with("00000004-"));
  CHECK(comes_true([&] { return server.search("ship").at("total") == 4; }));
  CHECK(standing_generations(kept.index) == std::vector<std::string>{next, kept.names[0]});
  CHECK(!std::filesystem::exists(kept.index.segment(kept.names[2])));
  CHECK(kept.ask({"rollback"}).out == kept.names[0] + " is the current generation now\n");
}

TEST_CASE("rollback mends an index whose `current` is lost or garbage") {
  for (const bool lost : {true, false}) {
    const Kept kept(2);
    if (lost) {
      std::filesystem::remove(kept.index.current());
    } else {
      std::ofstream(kept.index.current()) << "garbage\n";
      CHECK(kept.ask({"verify"}).exit == 5);
      CHECK(kept.ask({"status"}).exit == 5);
    }
    CHECK(kept.ask({"rollback"}).out == kept.names[1] + " is the current generation now\n");
    CHECK(kept.ask({"verify"}).exit == 0);
  }
}

TEST_CASE("rollback changes nothing where no older generation is whole, or a run is at work") {
  const Kept kept(2);
  const int lock = ::open(kept.index.lock().c_str(), O_RDONLY);
  REQUIRE(::flock(lock, LOCK_EX | LOCK_NB) == 0);
  CHECK(kept.ask({"rollback"}).exit == 75);
  ::close(lock);
  kept.damage(kept.index.segment(kept.names[0]));
  const Outcome outcome = kept.ask({"rollback"});
  CHECK(outcome.exit == 5);
  CHECK(outcome.err.find("run backfile-indexer index --full") != std::string::npos);
  CHECK(current_generation(kept.index) == kept.names[1]);
}

TEST_CASE("status tells people and programs what stands, and ends with 5 where the current generation cannot be read") {
  const Kept kept(2);
  const Outcome text = kept.ask({"status"});
  CHECK(text.exit == 0);
  for (const char* part : {"articles:    2 in ", "segments:    1\n", "kept:        2 generations\n", "(current)"}) {
    CAPTURE(part);
    CHECK(text.out.find(part) != std::string::npos);
  }
  const Outcome outcome = kept.ask({"status", "--json"});
  CHECK(outcome.exit == 0);
  auto json = nlohmann::json::parse(outcome.out);
  CHECK(json.at("generation") == kept.names[1]);
  CHECK(json.at("articles") == 2);
  CHECK(json.at("built_at").get<std::string>().ends_with("Z"));
  CHECK(json.at("segments").size() == 1);
  CHECK(json.at("segments")[0].at("articles") == 2);
  CHECK(json.at("generations").size() == 2);
  CHECK(json.at("generations")[1].at("articles") == 1);
  CHECK(json.at("bytes") >= json.at("generations")[0].at("bytes"));
  CHECK(json.at("fault").is_null());

  std::filesystem::remove(kept.index.segment(kept.names[1]));
  const Outcome damaged = kept.ask({"status", "--json"});
  CHECK(damaged.exit == 5);
  json = nlohmann::json::parse(damaged.out);
  CHECK(json.at("fault").get<std::string>().ends_with("is missing"));
  CHECK(json.at("generations")[1].at("fault").is_null());
}

TEST_CASE("where nothing was published, verify, rollback and status say so and end with 5") {
  const TemporaryFolder folder;
  for (const char* command : {"verify", "rollback", "status"}) {
    CAPTURE(command);
    const Outcome outcome = run({kIndexer, command, "--index", (folder.path() / "index").string()});
    CHECK(outcome.exit == 5);
    CHECK(outcome.err.find("run backfile-indexer index") != std::string::npos);
    CHECK(run({kIndexer, command}).exit == 2);
  }
}
