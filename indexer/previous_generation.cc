#include "indexer/previous_generation.h"

#include "index/index_error.h"
#include "index/term.h"

namespace backfile {

PreviousGeneration::PreviousGeneration(const IndexFolder& index) {
  try {
    generation_ = Generation::open_current(index);
    database_ = generation_->open_database();
  } catch (const IndexError&) {
    generation_.reset();
  }
}

PreviousGeneration::Difference PreviousGeneration::compare(const std::string& article_id,
                                                           const std::string& stored) const {
  if (!generation_) return Difference::added;
  try {
    const std::string term = id_term(article_id);
    const auto posting = database_.postlist_begin(term);
    if (posting == database_.postlist_end(term)) return Difference::added;
    return database_.get_document(*posting).get_data() == stored ? Difference::none : Difference::changed;
  } catch (const Xapian::Error&) {
    return Difference::changed;  // damaged: the new generation takes its place
  }
}

}  // namespace backfile
