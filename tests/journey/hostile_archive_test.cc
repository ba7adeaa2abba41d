// An archive made to do harm, read by the real indexer on a small stack: each file costs only itself, with its reason,
// and memory stays bounded.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <set>

#include "tests/indexer/readers/reading.h"
#include "tests/journey/programs.h"

using namespace backfile;

namespace {

constexpr std::size_t kMillion = 1'000'000;
#if defined(__SANITIZE_ADDRESS__)
constexpr long kMostMemory = 900 * 1024;  // kilobytes; what is freed is kept in quarantine
#elif defined(__SANITIZE_THREAD__)
constexpr long kMostMemory = 2000 * 1024;  // every byte has its shadow
#else
constexpr long kMostMemory = 400 * 1024;
#endif

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

// A headline of its own and a sentence.
std::string article_text(const std::string& headline) {
  return headline + "\n\nMar 3, 2025\n\nThe harbour master of Selwyn closed the port on Monday, and the fog of " +
         headline + " had opinions.\n";
}

std::string page(const std::string& headline) {
  return "<html><body><h1>" + headline + "</h1><p>" + article_text(headline) + "</p></body></html>";
}

// Its chunk says a wrong length, or none.
std::string warc_record(const std::string& headline, const std::string& chunk) {
  const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk +
                            "\r\n" + page(headline) + "\r\n0\r\n\r\n";
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/" + headline +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string rss(const std::string& attribute, const std::string& headline) {
  return "<rss><channel><title>T</title><item><title>" + headline + "</title><enclosure url=\"" + attribute +
         "\"/><description>" + article_text(headline) + "</description></item></channel></rss>";
}

struct Hostile {
  std::string name;
  std::string content;
  std::string reasons;  // of its rejections, joined by ' '; empty: none
  int articles = 0;
};

std::vector<Hostile> too_long() {
  const std::string line(100 * kMillion, 'x');
  return {
      {"long/line.txt.gz", gzip(line), "too_large"},
      {"long/line.html.gz", gzip("<p>" + line), "too_large"},
      {"long/line.md.gz", gzip("# Fog\n\n" + line), "too_large"},
      {"long/line.jsonl.gz", gzip("{\"text\": \"" + line + "\"}\n{\"title\": \"Behind a long line\"}\n"), "too_large",
       1},
      {"long/line.json.gz", gzip("[{\"text\": \"" + line + "\"}, {\"title\": \"Behind a long value\"}]"), "too_large",
       1},
      {"long/attribute.rss.gz", gzip(rss(line, "A feed's long attribute")), "too_large"},
      {"long/attribute.rss", rss(std::string(8 * kMillion, 'x'), "A feed's longish attribute"), "", 1},
      {"long/attribute.html", "<p title=\"" + std::string(8 * kMillion, 'x') + "\">" + page("A page's attribute"), "",
       1},
  };
}

std::vector<Hostile> too_deep() {
  return {
      {"deep/page.html", page("Deep below") + repeated("<div>", kMillion), "", 1},
      {"deep/value.json", repeated("{\"a\":", kMillion), "not_json"},
      {"deep/line.jsonl", repeated("[", kMillion) + "\n{\"title\": \"Behind a deep line\"}\n", "not_json", 1},
      {"deep/feed.rss", "<rss><channel><item>" + repeated("<a>", kMillion), "not_xml"},
      {"deep/quotes.md", "# Deep quotations\n\n" + repeated(">", kMillion) + " Fog.\n", "", 1},
      {"deep/entities.rss",
       "<!DOCTYPE rss [<!ENTITY a \"" + std::string(1000, 'a') + "\"><!ENTITY b \"" + repeated("&a;", 1000) +
           "\"><!ENTITY c \"" + repeated("&b;", 1000) + "\">]>" + rss("x", "Entities &c;"),
       "", 1},
  };
}

std::vector<Hostile> compressed() {
  std::string nested = article_text("Ten times compressed");
  for (int i = 0; i < 10; ++i) nested = gzip(nested);
  const std::string cut = warc_record("Cut in the middle", "ffff");
  return {
      {"packed/bomb.txt.gz", gzip(std::string(600 * kMillion, ' ')), "too_large"},
      {"packed/bomb.warc.gz", gzip("WARC/1.0\r\n" + std::string(600 * kMillion, ' ')),
       "broken_record broken_compression"},
      {"packed/nested.gz", nested, "format_not_read"},
      {"packed/nested.txt.gz", nested, "format_not_read"},
      {"packed/chunks.warc",
       warc_record("A chunk too long", "ffffff") + warc_record("A chunk too short", "7") +
           warc_record("A chunk without a length", "no number"),
       "", 3},
      {"packed/cut.warc", warc_record("Not cut", "ffff") + cut.substr(0, cut.size() / 2), "broken_record", 1},
  };
}

std::vector<Hostile> odd_bytes() {
  return {
      {"bytes/nul.txt", article_text("Fog") + std::string(100, '\0'), "format_not_read"},
      {"bytes/broken.txt", article_text("Broken \xC3\x28 \xED\xA0\x80 \xF8\x88\x80\x80\x80 bytes \xE2\x82"), "", 1},
      {"bytes/turned.txt",
       article_text("Turned \xE2\x80\xAE"
                    "round\xE2\x80\xAC \xE2\x81\xA6letters\xE2\x81\xA9"),
       "", 1},
      {"names/two\nlines.txt", article_text("A name of two lines"), "", 1},
      {"names/\x1B[31mred\x1B[0m.txt", article_text("A name in red"), "", 1},
      {"names/no\xFFutf8.txt", article_text("A name that is no text"), "", 1},
      {"names/\xE2\x80\xAEtxt.exe", std::string("MZ\x90\0\3\0\0\0", 8), "format_not_read"},
      {"good.txt", article_text("Fog rules the port"), "", 1},
  };
}

// Files that are none, and folders that never end; each is one rejection.
std::set<std::string> make_no_files(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  fs::create_directories(folder / "none");
  REQUIRE(::mkfifo((folder / "none/pipe").c_str(), 0600) == 0);
  const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = (folder / "none/socket").string();
  REQUIRE(path.size() < sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  REQUIRE(::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  ::close(listener);
  fs::create_directory_symlink(folder, folder / "none/circle");
  fs::create_symlink("/etc/passwd", folder / "none/out");
  fs::create_symlink("loop", folder / "none/loop");
  fs::create_symlink("nowhere", folder / "none/nowhere");
  return {"none/pipe", "none/socket", "none/circle", "none/out", "none/loop", "none/nowhere"};
}

std::map<std::string, std::string> reasons_by_file(const std::filesystem::path& report) {
  std::map<std::string, std::string> reasons;
  const auto json = nlohmann::json::parse(read_file_text(report));
  for (const auto& rejection : json.at("rejections")) {
    std::string& told = reasons[rejection.at("file")];
    told += (told.empty() ? "" : " ") + rejection.at("reason").get<std::string>();
  }
  return reasons;
}

bool has_controls(const std::string& text) {
  for (const char c : text) {
    if (c != '\n' && static_cast<unsigned char>(c) < 0x20) return true;
  }
  return text.find("\xE2\x80\xAE") != std::string::npos;
}

}  // namespace

TEST_CASE("of an archive made to do harm each file costs only itself") {
  const TemporaryFolder folder;
  std::map<std::string, std::string> wanted;
  int articles = 0;
  for (auto make : {too_long, too_deep, compressed, odd_bytes}) {
    for (const Hostile& one : make()) {
      folder.write("news/" + one.name, one.content);
      articles += one.articles;
      // JSON cannot hold a name that is no text: the report has the replacement character in its place.
      if (!one.reasons.empty()) wanted[one.name] = one.reasons;
    }
  }
  for (const std::string& file : make_no_files(folder.path() / "news")) wanted[file] = "unreadable";

  const std::string report = (folder.path() / "report.json").string();
  const Outcome outcome =
      run({"/bin/sh", "-c", "ulimit -s 256; exec \"$@\"", "sh", kIndexer, "index", "--archive",
           (folder.path() / "news").string(), "--index", (folder.path() / "index").string(), "--report", report});
  CAPTURE(outcome.err);
  REQUIRE(outcome.exit == 3);
  const auto reasons = reasons_by_file(report);
  for (const auto& [file, reason] : wanted) {
    CAPTURE(file);
    CHECK((reasons.contains(file) ? reasons.at(file) : "none") == reason);
  }
  CHECK(reasons.size() == wanted.size());
  CHECK(summary(outcome)["articles"] == std::to_string(articles));
  CHECK_FALSE(has_controls(outcome.err));
  CHECK(outcome.err.find("passwd") == std::string::npos);
  rusage children{};
  getrusage(RUSAGE_CHILDREN, &children);
  MESSAGE("at most " << children.ru_maxrss / 1024 << " MB");
  CHECK(children.ru_maxrss < kMostMemory);

  const Server server(folder.path() / "index");
  CHECK(server.search("harbour master").at("total").get<int>() > 10);
  CHECK(server.hits("\"Turned round letters\"").size() == 1);
}
