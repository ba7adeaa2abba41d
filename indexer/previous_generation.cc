#include "indexer/previous_generation.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "index/index_error.h"
#include "index/stored_fields.h"
#include "index/verification.h"
#include "indexer/ledger_file.h"

namespace backfile {

PreviousGeneration::PreviousGeneration(const IndexFolder& index) {
  try {
    if (const auto name = current_generation(index)) open(index, *name);
  } catch (const IndexError& error) {
    fault_ = error.what();
  } catch (const Xapian::Error& error) {
    fault_ = error.get_description();
  }
  if (!fault_.empty()) generation_.reset();
}

void PreviousGeneration::open(const IndexFolder& index, const std::string& name) {
  SealMemory memory;
  const std::vector<Fault> faults = find_faults(index, name, Depth::whole, memory);
  read_its_ledger(index, name, faults);
  if (!faults.empty()) {
    fault_ = fault_text(faults[0]);
    return;
  }
  generation_ = Generation::open(index, name);
  for (const std::string& segment : ledger_.segments) segments_.emplace_back(index.segment(segment).string());
}

void PreviousGeneration::read_its_ledger(const IndexFolder& index, const std::string& name,
                                         const std::vector<Fault>& faults) {
  const std::filesystem::path file = index.ledger(name);
  if (std::ranges::find(faults, file, &Fault::file) != faults.end()) return;
  std::ifstream in(file, std::ios::binary);
  ledger_ = read_ledger(std::string(std::istreambuf_iterator<char>(in), {}), file.string());
  for (const LedgerArticle& article : ledger_.articles) {
    if (article.document.docid == 0) continue;
    articles_.emplace(article.id, Known{article.stored, article.story, article.copies, article.document});
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
