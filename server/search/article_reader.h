// Reads the articles of a list of documents, one after another.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "index/article.h"
#include "server/search/database_pool.h"

namespace backfile {

// Belongs to one thread at a time.
class ArticleReader {
 public:
  // `docids` are of the leased handle's database, which is kept until the end: other handles may be of a generation
  // that came since.
  ArticleReader(DatabasePool::Lease lease, std::vector<Xapian::docid> docids);

  // Nothing after the last. Throws IndexError: it is of no more use then.
  std::optional<Article> next();

 private:
  DatabasePool::Lease lease_;
  std::vector<Xapian::docid> docids_;
  std::size_t at_ = 0;
};

}  // namespace backfile
