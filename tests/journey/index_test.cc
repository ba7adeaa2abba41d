// The indexer as its user meets it: exit codes, the summary line, what stands after a run that fails.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "tests/journey/programs.h"

using namespace backfile;

namespace {

std::string article_text(int number) {
  return "Ship Number " + std::to_string(number) + " Sails\n\nMar 3, 2025\n\nThe ship left quay " +
         std::to_string(7 * number) + " at " + std::to_string(100 + number) + " in the morning, and " +
         std::to_string(31 * number + 2) + " saw it go.\n";
}

void write_articles(const TemporaryFolder& folder, int count) {
  for (int i = 0; i < count; ++i) folder.write("news/a" + std::to_string(i) + ".txt", article_text(i));
}

}  // namespace

TEST_CASE("of ten files one of which is broken nine are found, and the tenth is named") {
  const TemporaryFolder folder;
  write_articles(folder, 9);
  folder.write("news/broken.jsonl", "{\"headline\": \"Cut off");
  const Outcome outcome = index_archive(folder.path() / "news", folder.path() / "index");
  CHECK(outcome.exit == 3);
  auto counts = summary(outcome);
  CHECK(counts["indexed"] == "9");
  CHECK(counts["articles"] == "9");
  CHECK(counts["rejected"] == "1");
  CHECK(outcome.err.find("broken.jsonl:1") != std::string::npos);
  const Server server(folder.path() / "index");
  CHECK(server.search("ship").at("total") == 9);
  const auto run = server.json("/api/v1/status").at("last_run");
  CHECK(run.at("indexed") == 9);
  CHECK(run.at("rejected") == 1);
  CHECK(run.at("rejections").size() == 1);
  CHECK(run.at("rejections")[0].at("count") == 1);
  CHECK(outcome.err.find(std::string(run.at("rejections")[0].at("files")[0])) != std::string::npos);
}

TEST_CASE("a second run says what changed, and publishes nothing where nothing did") {
  const TemporaryFolder folder;
  write_articles(folder, 5);
  auto first = summary(index_archive(folder.path() / "news", folder.path() / "index"));
  const Outcome again = index_archive(folder.path() / "news", folder.path() / "index");
  CHECK(again.exit == 0);
  auto same = summary(again);
  CHECK(same["unchanged"] == "5");
  CHECK(same["generation"] == first["generation"]);

  folder.write("news/a0.txt", article_text(0) + "\nIt came back.\n");
  std::filesystem::remove(folder.path() / "news/a1.txt");
  folder.write("news/b.txt", article_text(77));
  auto changed = summary(index_archive(folder.path() / "news", folder.path() / "index"));
  CHECK(changed["indexed"] == "1");
  CHECK(changed["updated"] == "1");
  CHECK(changed["unchanged"] == "3");
  CHECK(changed["deleted"] == "1");
  CHECK(changed["articles"] == "5");
  CHECK(changed["generation"] != first["generation"]);
}

TEST_CASE("where the configuration says which number is the day, articles that stand are read by it") {
  const TemporaryFolder folder;
  folder.write("news/a.jsonl", R"({"headline": "Fog", "body": "It was foggy.", "date": "01/02/2025"})");
  const auto published = [&](const std::string& order) {
    folder.write("c.json", R"({"indexer": {"date_order": ")" + order + "\"}}");
    const Outcome outcome = run({kIndexer, "--config", folder.path() / "c.json", "--archive", folder.path() / "news",
                                 "--index", folder.path() / "index"});
    CHECK(outcome.exit == 0);
    return Server(folder.path() / "index").hits("fog")[0].at("published");
  };
  CHECK(published("") == nullptr);
  CHECK(published("day_first") == "2025-02-01");
  CHECK(published("month_first") == "2025-01-02");
  CHECK(published("") == nullptr);
}

TEST_CASE("an archive that is gone or empty deletes nothing and is refused") {
  const TemporaryFolder folder;
  write_articles(folder, 3);
  const auto index = folder.path() / "index";
  const std::string generation = summary(index_archive(folder.path() / "news", index))["generation"];
  std::filesystem::rename(folder.path() / "news", folder.path() / "elsewhere");
  CHECK(index_archive(folder.path() / "news", index).exit == 6);
  std::filesystem::create_directory(folder.path() / "news");
  const Outcome empty = index_archive(folder.path() / "news", index);
  CHECK(empty.exit == 6);
  CHECK(empty.err.find("nothing deleted") != std::string::npos);
  CHECK(read_file_text(index / "current") == generation + "\n");
}

TEST_CASE("wrong use is 2, and says what is wrong") {
  CHECK(run({kIndexer, "index"}).exit == 2);
  CHECK(run({kIndexer, "index", "--archive", "/tmp"}).err.find("no index") != std::string::npos);
  CHECK(run({kIndexer, "--nonsense"}).exit == 2);
  CHECK(run({kIndexer, "extract"}).exit == 2);
  CHECK(run({kIndexer, "--help"}).exit == 0);
  CHECK(run({kIndexer, "--version"}).exit == 0);
  CHECK(run({kIndexer, "--check-config"}).exit == 0);
  const TemporaryFolder folder;
  const auto config = folder.write("c.json", "{\"idnex\": \"x\"}");
  const Outcome outcome = run({kIndexer, "index", "--config", config.string()});
  CHECK(outcome.exit == 2);
  CHECK(outcome.err.find("'idnex'") != std::string::npos);
  const auto fields = folder.write("f.json", R"({"indexer": {"fields": {"kopf": "heading"}}})");
  CHECK(run({kIndexer, "--check-config", "--config", fields.string()}).err.find("'heading'") != std::string::npos);
  const auto order = folder.write("o.json", R"({"indexer": {"date_order": "american"}})");
  CHECK(run({kIndexer, "--check-config", "--config", order.string()}).err.find("'indexer.date_order'") !=
        std::string::npos);
}

TEST_CASE("a run that cannot write is 4, and one beside another 75") {
  const TemporaryFolder folder;
  write_articles(folder, 1);
  folder.write("index", "a file where the index should be");
  CHECK(index_archive(folder.path() / "news", folder.path() / "index").exit == 4);

  const auto lock = folder.write("other/lock", "4711");
  const int fd = ::open(lock.c_str(), O_RDWR);
  REQUIRE(::flock(fd, LOCK_EX) == 0);
  const Outcome outcome = index_archive(folder.path() / "news", folder.path() / "other");
  ::close(fd);
  CHECK(outcome.exit == 75);
  CHECK(outcome.err.find("4711") != std::string::npos);
}

TEST_CASE("extract prints what indexing uses") {
  const TemporaryFolder folder;
  write_articles(folder, 1);
  const auto article = folder.path() / "news/a0.txt";
  const Outcome outcome = run({kIndexer, "extract", article.string()});
  CHECK(outcome.exit == 0);
  auto extracted = nlohmann::json::parse(outcome.out);
  index_archive(folder.path() / "news", folder.path() / "index");
  const Server server(folder.path() / "index");
  const std::string id = server.search("ship").at("hits").at(0).at("id");
  auto served = server.json("/api/v1/articles/" + id);
  CHECK(served.at("index").at("articles") == 1);
  served.erase("index");
  for (const char* differs : {"id", "story", "file"}) {
    served.erase(differs);
    extracted.erase(differs);
  }
  CHECK(served == extracted);
  CHECK(run({kIndexer, "extract", (folder.path() / "none.txt").string()}).exit == 3);
}

TEST_CASE("the same identifier with other text is kept twice, the same article once") {
  const TemporaryFolder folder;
  folder.write("news/a.jsonl",
               "{\"id\": 7, \"headline\": \"One\", \"body\": \"First text.\"}\n"
               "{\"id\": 7, \"headline\": \"One\", \"body\": \"First text.\"}\n"
               "{\"id\": 7, \"headline\": \"One\", \"body\": \"Second text.\"}\n");
  const Outcome outcome = index_archive(folder.path() / "news", folder.path() / "index");
  CHECK(outcome.exit == 0);
  CHECK(summary(outcome)["articles"] == "2");
  CHECK(outcome.err.find("a.jsonl:2") != std::string::npos);
  CHECK(outcome.err.find("a.jsonl:3") != std::string::npos);
}
