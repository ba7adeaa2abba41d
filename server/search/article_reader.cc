#include "server/search/article_reader.h"

#include <utility>

#include "index/index_error.h"
#include "index/stored_fields.h"

namespace backfile {

ArticleReader::ArticleReader(DatabasePool::Lease lease, std::vector<Xapian::docid> docids)
    : lease_(std::move(lease)), docids_(std::move(docids)) {}

std::optional<Article> ArticleReader::next() {
  if (at_ == docids_.size()) return std::nullopt;
  try {
    return decode_article(lease_->database.get_document(docids_[at_++]).get_data());
  } catch (const Xapian::Error& error) {
    at_ = docids_.size();
    lease_.discard();
    throw IndexError("reading an article failed: " + error.get_description());
  }
}

}  // namespace backfile
