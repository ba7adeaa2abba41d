#include "index/settings.h"

#include <doctest/doctest.h>

#include "tests/support/temporary_folder.h"

using namespace backfile;

TEST_CASE("without a file every key has its default") {
  const Settings settings;
  CHECK(settings.text("server.listen") == "127.0.0.1:8080");
  CHECK(settings.number("server.threads") == 0);
  CHECK(settings.flag("server.log_queries") == false);
  CHECK(settings.archives().empty());
  CHECK(settings.map("indexer.fields").empty());
}

TEST_CASE("flags win over the environment, the environment over the file") {
  const TemporaryFolder folder;
  const auto file =
      folder.write("c.json", R"({"server": {"listen": "127.0.0.1:1", "threads": 3, "log_queries": true}})");
  Settings settings;
  settings.read_file(file);
  CHECK(settings.text("server.listen") == "127.0.0.1:1");
  settings.read_environment(
      {{"BACKFILE_SERVER_LISTEN", "127.0.0.1:2"}, {"BACKFILE_SERVER_THREADS", "4"}, {"BACKFILE_BIN", "x"}});
  CHECK(settings.text("server.listen") == "127.0.0.1:2");
  settings.set("server.listen", "127.0.0.1:3");
  CHECK(settings.text("server.listen") == "127.0.0.1:3");
  CHECK(settings.number("server.threads") == 4);
  CHECK(settings.flag("server.log_queries"));
}

TEST_CASE("paths of a configuration are relative to its folder") {
  const TemporaryFolder folder;
  Settings settings;
  settings.read_file(
      folder.write("etc/c.json", R"({"index": "../index", "archives": ["news", {"name": "old", "dir": "/srv/old"}]})"));
  CHECK(settings.text("index") == (folder.path() / "index").string());
  const auto archives = settings.archives();
  REQUIRE(archives.size() == 2);
  CHECK(archives[0].name == "news");
  CHECK(archives[0].folder == folder.path() / "etc/news");
  CHECK(archives[1].name == "old");
}

TEST_CASE("a folder's name is its archive's, a slash behind it or not") {
  Settings settings;
  settings.set_archives({"/srv/news/"});
  CHECK(settings.archives()[0].name == "news");
  settings.set_archives({"/srv/news", "/mnt/news"});
  CHECK_THROWS_WITH_AS(settings.archives(), doctest::Contains("two archives are named 'news'"), SettingsError);
}

TEST_CASE("a wrong configuration is refused with the file and the key") {
  struct Case {
    const char* text;
    const char* says;
  };
  const std::vector<Case> table{
      {"{", "c.json is not JSON"},
      {"[]", "must hold one JSON object"},
      {R"({"idnex": "x"})", "unknown key 'idnex'"},
      {R"({"server": {"lissten": "x"}})", "unknown key 'server.lissten'"},
      {R"({"server": {"listen": 8080}})", "'server.listen' must be a text"},
      {R"({"server": {"threads": "4"}})", "'server.threads' must be a whole number"},
      {R"({"server": {"threads": -1}})", "'server.threads' must be a whole number"},
      {R"({"server": {"log_queries": 1}})", "'server.log_queries' must be true or false"},
      {R"({"server": []})", "'server' must be an object"},
      {R"({"archives": [1]})", "'archives' must list folders"},
      {R"({"archives": [{"dir": "x"}]})", "'archives' must list folders"},
  };
  const TemporaryFolder folder;
  for (const Case& row : table) {
    CAPTURE(row.text);
    Settings settings;
    const auto file = folder.write("c.json", row.text);
    CHECK_THROWS_WITH_AS(settings.read_file(file), doctest::Contains(row.says), SettingsError);
  }
  Settings settings;
  CHECK_THROWS_AS(settings.read_file(folder.path() / "none.json"), SettingsError);
  CHECK_THROWS_WITH_AS(settings.read_environment({{"BACKFILE_SERVER_THREADS", "many"}}),
                       doctest::Contains("'server.threads' must be a whole number"), SettingsError);
  Settings fields;
  fields.read_file(folder.write("f.json", R"({"indexer": {"fields": {"kopf": 1}}})"));
  CHECK_THROWS_WITH_AS(fields.map("indexer.fields"), doctest::Contains("'indexer.fields.kopf'"), SettingsError);
}
