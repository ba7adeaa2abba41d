#include "indexer/previous_generation.h"

#include "index/index_error.h"
#include "index/stored_fields.h"
#include "indexer/ledger_file.h"

namespace backfile {

PreviousGeneration::PreviousGeneration(const IndexFolder& index) {
  try {
    generation_ = Generation::open_current(index);
    ledger_ = read_ledger(generation_->read_ledger(), index.ledger(generation_->manifest().generation).string());
    for (const std::string& segment : ledger_.segments) segments_.emplace_back(index.segment(segment).string());
  } catch (const NoIndex&) {
    return;
  } catch (const IndexError& error) {
    fault_ = error.what();
  } catch (const Xapian::Error& error) {
    fault_ = error.get_description();
  }
  if (!fault_.empty()) {
    generation_.reset();
    ledger_ = {};
  }
  for (const LedgerArticle& article : ledger_.articles) {
    if (article.document.docid != 0) articles_.emplace(article.id, Known{article.stored, article.document});
  }
}

Article PreviousGeneration::read(const DocumentPlace& document) const {
  try {
    const std::scoped_lock lock(mutex_);
    return decode_article(segments_.at(document.segment).get_document(document.docid).get_data());
  } catch (const Xapian::Error& error) {
    throw IndexError("the last generation cannot be read: " + error.get_description() +
                     ": run backfile-indexer index --full");
  }
}

}  // namespace backfile
