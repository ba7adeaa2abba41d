#include "server/http/static_files.h"

#include <doctest/doctest.h>

#include <ostream>

#include "index/settings.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;
namespace fs = std::filesystem;

TEST_CASE("the pages that come with the program are there, and everything they name is") {
  const StaticFiles files = compiled_in_files();
  REQUIRE(files.contains("index.html"));
  REQUIRE(files.contains("article.html"));
  for (const char* page : {"index.html", "article.html", "trends.html", "help.html", "status.html"}) {
    CAPTURE(page);
    const std::string& text = files.at(page).text;
    std::size_t named = 0;
    for (const std::string mark : {"src=\"/", "href=\"/"}) {
      for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
        const std::size_t begin = at + mark.size();
        const std::string name = text.substr(begin, text.find('"', begin) - begin);
        const bool is_made = name == "opensearch.xml" || name.starts_with("feed.");
        if (is_made || name.find('.') == std::string::npos) continue;  // or another page
        ++named;
        CAPTURE(name);
        CHECK(files.contains(name));
      }
    }
    CHECK(named > 0);
  }
}

TEST_CASE("a folder of pages is read whole, but nothing outside it and nothing hidden") {
  const TemporaryFolder folder;
  const fs::path web = folder.path() / "web";
  folder.write("web/index.html", "home");
  folder.write("web/js/deep/a.js", "1");
  folder.write("web/.htpasswd", "secret");
  folder.write("web/.git/config", "secret");
  folder.write("outside/secret.txt", "secret");
  fs::create_symlink(folder.path() / "outside" / "secret.txt", web / "link.txt");
  fs::create_directory_symlink(folder.path() / "outside", web / "linked");
  const StaticFiles files = files_of_folder(web);
  CHECK(files.size() == 2);
  CHECK(files.at("index.html").text == "home");
  CHECK(files.at("js/deep/a.js").text == "1");
  CHECK(files.at("index.html").etag != files.at("js/deep/a.js").etag);
}

TEST_CASE("a folder that cannot serve pages is named at once") {
  const TemporaryFolder folder;
  CHECK_THROWS_WITH_AS(files_of_folder(folder.path()), doctest::Contains(folder.path().c_str()), SettingsError);
  CHECK_THROWS_WITH_AS(files_of_folder(folder.path() / "none"), doctest::Contains("server.web"), SettingsError);
}

TEST_CASE("a file's type is told by its name") {
  struct Case {
    const char* name;
    const char* type;
  };
  const TemporaryFolder folder;
  const std::vector<Case> cases{{"index.html", "text/html; charset=utf-8"},
                                {"a.css", "text/css; charset=utf-8"},
                                {"a.js", "text/javascript; charset=utf-8"},
                                {"a.svg", "image/svg+xml"},
                                {"a.woff2", "font/woff2"},
                                {"a.json", "application/json"},
                                {"a.exe", "application/octet-stream"},
                                {"html", "application/octet-stream"}};
  for (const Case& c : cases) folder.write(c.name, "x");
  const StaticFiles files = files_of_folder(folder.path());
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(files.at(c.name).content_type == c.type);
  }
}
