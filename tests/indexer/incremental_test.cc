// Incremental runs: whatever was done to an archive, the index says what a full run says.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "index/article_json.h"
#include "indexer/scanner.h"
#include "tests/indexer/run.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;
namespace fs = std::filesystem;

namespace {

// An archive that changes at random: pages of text, JSON Lines that grow, web archives with pages fetched again, copies
// of other articles, lines that recur.
class ChangingArchive {
 public:
  explicit ChangingArchive(unsigned seed) : random_(seed) { fs::create_directories(root()); }

  fs::path root() const { return folder_.path() / "archive"; }

  void change() {
    switch (random_() % 9) {
      case 0:
      case 1:
        return write_text(fresh_name("txt"));
      case 2:
        return append_lines(random_() % 2 ? "wire.jsonl" : "export/all.jsonl");
      case 3:
        return remove_one();
      case 4:
        return rename_one();
      case 5:
        return rewrite_lines("wire.jsonl");
      case 6:
        return append_page("crawl.warc");
      case 7:
        return touch_one();
      default:
        return write_text(fresh_name("txt"), true);
    }
  }

 private:
  std::string sentence() {
    static const char* const kWords[] = {"harbour", "pilot", "fog",   "whale", "lamp",  "tug",   "crown", "quay",
                                         "captain", "slate", "storm", "crane", "ferry", "cargo", "chart", "mast"};
    std::string text = "The";
    for (int i = 0; i < 14; ++i) text += std::string(" ") + kWords[random_() % std::size(kWords)];
    return text + " was seen " + std::to_string(random_() % 1000) + " times.";
  }

  std::string body() {
    std::string text = sentence() + "\n\n" + sentence() + "\n\n" + sentence();
    if (random_() % 2) text += "\n\nThe Packet is printed on paper that was a sail.";
    if (random_() % 3 == 0) text = "Port Packet online\n\n" + text;
    return text;
  }

  std::string fresh_name(const char* ending) {
    static const char* const kFolders[] = {"", "a/", "a/b/"};
    return kFolders[random_() % 3] + std::to_string(++serial_) + "." + ending;
  }

  std::vector<fs::path> files(const std::string& ending) const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(root())) {
      if (entry.is_regular_file() && entry.path().extension() == ending) found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
  }

  void write_text(const std::string& name, bool copy = false) {
    std::string text = "Headline Number " + std::to_string(serial_) + "\n\n" + body();
    const std::vector<fs::path> others = files(".txt");
    if (copy && !others.empty()) {
      std::ifstream in(others[random_() % others.size()]);
      text.assign(std::istreambuf_iterator<char>(in), {});
      text += "\n\n" + sentence();
    }
    folder_.write("archive/" + name, text);
  }

  std::string record() {
    const int number = static_cast<int>(random_() % 30);
    std::string text = body();
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\\n");
    std::string json = R"({"title": "Wire story )" + std::to_string(random_() % 100) + R"(", "text": ")" + text + '"';
    if (random_() % 2) json += R"(, "url": "https://example.org/)" + std::to_string(number) + '"';
    if (random_() % 2) json += R"(, "source": "Port Packet")";
    if (random_() % 2) json += R"(, "id": "n-)" + std::to_string(number) + '"';
    return json + "}\n";
  }

  void append_lines(const std::string& name) {
    const fs::path file = root() / name;
    fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::app);
    for (std::size_t n = 1 + random_() % 4; n > 0; --n) out << record();
    if (random_() % 8 == 0) out << "{broken\n";
    if (random_() % 8 == 0) out << R"({"title": "a line that is not finished)";
  }

  void rewrite_lines(const std::string& name) {
    std::string text;
    for (std::size_t n = 1 + random_() % 12; n > 0; --n) text += record();
    folder_.write("archive/" + name, text);
  }

  void append_page(const std::string& name) {
    const std::string html = "<html><head><title>Page</title></head><body><article><h1>Page of the Packet</h1><p>" +
                             sentence() + "</p><p>" + sentence() + "</p><p>" + sentence() +
                             "</p></article></body></html>";
    const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html;
    std::ofstream out(root() / name, std::ios::app | std::ios::binary);
    out << "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/page" << random_() % 4
        << "\r\nWARC-Date: 2026-01-" << 10 + random_() % 19
        << "T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " << http.size()
        << "\r\n\r\n"
        << http << "\r\n\r\n";
  }

  void remove_one() {
    const auto all = files(".txt");
    if (!all.empty()) fs::remove(all[random_() % all.size()]);
  }

  void rename_one() {
    const auto all = files(".txt");
    if (!all.empty())
      fs::rename(all[random_() % all.size()], root() / ("renamed-" + std::to_string(++serial_) + ".txt"));
  }

  void touch_one() {
    const auto all = files(".txt");
    if (!all.empty()) fs::last_write_time(all[random_() % all.size()], fs::file_time_type::clock::now());
  }

  TemporaryFolder folder_;
  std::mt19937 random_;
  int serial_ = 0;
};

void check_same(const std::map<std::string, Article>& found, const std::map<std::string, Article>& wanted) {
  CHECK(found.size() == wanted.size());
  for (const auto& [id, article] : wanted) {
    const auto other = found.find(id);
    REQUIRE_MESSAGE(other != found.end(), "missing: ", id, " of ", article.file);
    if (other->second != article) CHECK(article_to_json(other->second).dump(1) == article_to_json(article).dump(1));
  }
}

std::size_t rounds() {
  const char* wanted = std::getenv("BACKFILE_LONG");
  return wanted && *wanted ? 60 : 4;
}

}  // namespace

TEST_CASE("after any changes of the archive an incremental run gives what a full run gives") {
  std::size_t runs = 0;
  std::size_t set_aside = 0;
  std::size_t copies = 0;
  for (unsigned seed = 1; seed <= rounds(); ++seed) {
    CAPTURE(seed);
    ChangingArchive archive(seed);
    TemporaryFolder work;
    const IndexerConfig kept = config_of(archive.root(), work.path() / "kept");
    RunOptions meant;
    meant.allow_mass_delete = true;
    for (int i = 0; i < 40; ++i) archive.change();
    for (int night = 0; night < 8; ++night) {
      CAPTURE(night);
      for (int i = 0; i < 1 + night * 2; ++i) archive.change();
      const RunCounts counts = run_quietly(kept, meant);
      const IndexerConfig fresh = config_of(archive.root(), work.path() / ("fresh" + std::to_string(night)));
      const RunCounts full = run_quietly(fresh, meant);
      const auto wanted = articles_in(fresh.index);
      check_same(articles_in(kept.index), wanted);
      CHECK(counts.articles == full.articles);
      CHECK(counts.rejected == full.rejected);
      CHECK(counts.copies == full.copies);
      const Manifest manifest = Generation::open_current(IndexFolder(kept.index))->manifest();
      CHECK(manifest.articles == wanted.size());
      CHECK(manifest.stories == Generation::open_current(IndexFolder(fresh.index))->manifest().stories);
      ++runs;
      copies += full.copies;
      for (const auto& [id, article] : wanted) set_aside += article.boilerplate.size();
    }
  }
  MESSAGE("incremental runs that gave what a full run gives: " << runs);
  // The archives have what makes articles depend on each other.
  CHECK(copies > runs);
  CHECK(set_aside > runs);
}
