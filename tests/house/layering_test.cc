// The lines of docs/architecture.md: which room may include which, and which library is named where.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = BACKFILE_SOURCE_DIR;

struct Include {
  std::string file;    // relative to the checkout
  std::string target;  // as written between quotes or angle brackets
  bool own = false;    // between quotes
};

std::vector<Include> includes_below(const char* room) {
  std::vector<Include> includes;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / room)) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cc") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("#include ") || line.size() < 12) continue;
      const std::size_t end = line.find_first_of("\">", 10);
      includes.push_back({entry.path().lexically_relative(kRoot).string(), line.substr(10, end - 10), line[9] == '"'});
    }
  }
  return includes;
}

bool begins_with_one_of(const std::string& text, const std::vector<std::string>& beginnings) {
  for (const std::string& beginning : beginnings) {
    if (text.starts_with(beginning)) return true;
  }
  return false;
}

struct Room {
  const char* folder;
  std::vector<std::string> may_include;
};

struct Library {
  std::string header;
  std::vector<std::string> may_stand_in;
};

}  // namespace

TEST_CASE("a room includes only what its arrows lead to") {
  const std::vector<Room> rooms{
      {"index", {"index/"}},
      {"indexer", {"index/", "indexer/"}},
      {"indexer/cleaning", {"index/", "indexer/cleaning/", "indexer/rejection.h"}},
      {"indexer/html", {"index/", "indexer/html/", "indexer/cleaning/", "indexer/rejection.h"}},
      {"indexer/readers", {"index/", "indexer/readers/", "indexer/html/", "indexer/cleaning/", "indexer/rejection.h"}},
      {"indexer/readers/warc", {"indexer/readers/warc/", "indexer/readers/byte_stream.h", "indexer/cleaning/"}},
      {"indexer/readers/xml",
       {"indexer/readers/xml/", "indexer/readers/byte_stream.h", "indexer/readers/reader.h", "indexer/cleaning/"}},
      {"server/search", {"index/", "server/search/"}},
      {"server/http", {"index/", "server/search/", "server/http/"}},
      {"server", {"index/", "server/"}},
  };
  std::size_t seen = 0;
  for (const Room& room : rooms) {
    for (const Include& include : includes_below(room.folder)) {
      if (!include.own) continue;
      ++seen;
      CAPTURE(include.file);
      CAPTURE(include.target);
      CHECK(begins_with_one_of(include.target, room.may_include));
    }
  }
  CHECK(seen > 100);
}

TEST_CASE("a library is named only where it belongs") {
  const std::vector<Library> libraries{
      {"httplib.h", {"server/http/"}},
      {"nlohmann/",
       {"server/http/", "index/settings.", "index/manifest.", "index/article_json.", "indexer/readers/",
        "indexer/report.", "indexer/index_status."}},
      {"xapian.h", {"index/", "indexer/", "server/search/"}},
      {"spdlog/", {"server/main.cc", "server/http/", "indexer/main.cc", "indexer/report."}},
      {"CLI/", {"server/main.cc", "indexer/main.cc"}},
      {"libxml/", {"indexer/html/", "indexer/readers/xml/", "indexer/readers/article_parts."}},
      {"cld2/", {"indexer/cleaning/"}},
      {"zlib.h", {"indexer/readers/gzip_source.", "indexer/readers/warc/", "server/http/"}},
      {"brotli/", {"indexer/readers/warc/", "server/http/"}},
      {"md4c", {"indexer/readers/markdown_reader."}},
      {"unicode/", {"index/", "indexer/"}},
      {"zstd.h", {"indexer/readers/"}},
      {"systemd/", {"server/service_manager."}},
      {"uchardet/", {"indexer/readers/"}},
  };
  for (const char* room : {"index", "indexer", "server"}) {
    for (const Include& include : includes_below(room)) {
      for (const Library& library : libraries) {
        if (include.own || !include.target.starts_with(library.header)) continue;
        CAPTURE(include.file);
        CAPTURE(include.target);
        CHECK(begins_with_one_of(include.file, library.may_stand_in));
      }
    }
  }
}

// One object for all threads, and its references are counted without a lock: where.h makes one for each query.
TEST_CASE("Xapian's own query for everything is not used") {
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "server")) {
    if (entry.path().extension() != ".cc") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      CAPTURE(entry.path().string());
      CHECK(line.find("Query::MatchAll") == std::string::npos);
    }
  }
}

TEST_CASE("no file of the programs is longer than 300 lines") {
  for (const char* room : {"index", "indexer", "server", "web"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / room)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path());
      std::size_t lines = 0;
      for (std::string line; std::getline(in, line);) ++lines;
      CAPTURE(entry.path().string());
      CHECK(lines <= 300);
    }
  }
}
