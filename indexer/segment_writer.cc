#include "indexer/segment_writer.h"

#include <exception>
#include <future>
#include <stdexcept>

#include "index/index_error.h"
#include "indexer/document_builder.h"
#include "indexer/index_writer.h"
#include "indexer/stop_request.h"

namespace backfile {
namespace {

constexpr std::uint32_t kWorthTwoThreads = 1000;  // articles

// One thread's share: the articles [begin, end).
class Share {
 public:
  Share(std::filesystem::path folder, std::uint32_t begin, std::uint32_t end, const ArticleSource& article_of)
      : folder_(std::move(folder)), begin_(begin), end_(end), article_of_(article_of) {}

  void write() {
    while (!try_write()) {
    }
  }

  const std::filesystem::path& folder() const { return folder_; }
  const std::map<std::uint32_t, std::string>& refused() const { return refused_; }

 private:
  // False where an article was refused: it is found, and all begins anew without it.
  bool try_write() {
    IndexWriter writer(folder_);
    SurfaceCounter surfaces;
    std::vector<std::uint32_t> added;
    try {
      for (std::uint32_t i = begin_; i < end_; ++i) {
        throw_if_stopped();
        if (refused_.contains(i)) continue;
        added.push_back(i);
        writer.add(build_document(article_of_(i), surfaces));
      }
      writer.finish(surfaces);
      return true;
    } catch (const DocumentRefused& refusal) {
      find_refused({added.begin() + writer.flushed(), added.end()}, refusal.what());
      return false;
    }
  }

  // Halves a batch that is refused until one article is left. One that is not refused by itself is no reason: what
  // Xapian says of a failing disk can be the same.
  void find_refused(std::vector<std::uint32_t> batch, const std::string& why) {
    while (batch.size() > 1) {
      const auto middle = batch.begin() + static_cast<std::ptrdiff_t>(batch.size() / 2);
      std::vector<std::uint32_t> first(batch.begin(), middle);
      std::vector<std::uint32_t> second(middle, batch.end());
      batch = is_refused(first) ? std::move(first) : std::move(second);
    }
    if (!is_refused(batch)) throw WriteError(why);
    refused_.emplace(batch.at(0), why);
  }

  bool is_refused(const std::vector<std::uint32_t>& batch) const {
    std::filesystem::path probe = folder_;
    probe += ".probe";
    try {
      IndexWriter writer(probe);
      SurfaceCounter surfaces;
      for (std::uint32_t i : batch) writer.add(build_document(article_of_(i), surfaces));
      writer.finish(surfaces);
      return false;
    } catch (const DocumentRefused&) {
      return true;
    }
  }

  std::filesystem::path folder_;
  std::uint32_t begin_;
  std::uint32_t end_;
  const ArticleSource& article_of_;
  std::map<std::uint32_t, std::string> refused_;
};

}  // namespace

NewSegment write_segment(const std::filesystem::path& building, const std::filesystem::path& segment,
                         std::uint32_t count, const ArticleSource& article_of) {
  const std::uint32_t middle = count >= kWorthTwoThreads ? count / 2 : count;
  std::vector<Share> shares;
  shares.emplace_back(building / "first", 0, middle, article_of);
  if (middle < count) shares.emplace_back(building / "second", middle, count, article_of);
  std::future<void> other;
  if (shares.size() > 1) other = std::async(std::launch::async, [&] { shares[1].write(); });
  shares[0].write();
  if (other.valid()) other.get();

  NewSegment made;
  std::vector<std::filesystem::path> folders;
  for (const Share& share : shares) {
    folders.push_back(share.folder());
    made.refused.insert(share.refused().begin(), share.refused().end());
  }
  std::uint32_t docid = 0;
  for (std::uint32_t i = 0; i < count; ++i) made.docids.push_back(made.refused.contains(i) ? 0 : ++docid);
  if (docid == 0) throw std::runtime_error("the index refuses every article: " + made.refused.begin()->second);
  made.entry = make_segment(folders, segment);
  return made;
}

}  // namespace backfile
