// The generation that stands while a run builds the next one: what it was made of, and the articles in it.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/article.h"
#include "index/generation.h"
#include "index/sealed_files.h"
#include "indexer/ledger.h"

namespace backfile {

class PreviousGeneration {
 public:
  // Reads every byte of it once and compares checksums: what is shared with the next generation must be sound. Nothing
  // published yet, damaged, or not readable by this program: then manifest() is null, the run builds everything anew,
  // and fault() says why; which articles were in it is still known where its ledger is sound.
  explicit PreviousGeneration(const IndexFolder& index);

  const Manifest* manifest() const { return generation_ ? &generation_->manifest() : nullptr; }
  // Empty where there was none.
  const std::string& fault() const { return fault_; }

  // Can be taken once.
  Ledger take_ledger() { return std::move(ledger_); }

  struct Known {
    std::uint64_t stored = 0;
    std::string story;
    std::uint32_t copies = 0;
    DocumentPlace document;
  };
  // The articles in it, by id.
  const std::unordered_map<std::string, Known>& articles() const { return articles_; }

  // The article of a document, by its place in the ledger that was taken. Any number of threads may ask. Throws
  // IndexError.
  Article read(const DocumentPlace& document) const;

 private:
  void open(const IndexFolder& index, const std::string& name);
  void read_its_ledger(const IndexFolder& index, const std::string& name, const std::vector<Fault>& faults);

  std::shared_ptr<const Generation> generation_;
  std::string fault_;
  Ledger ledger_;
  std::unordered_map<std::string, Known> articles_;
  mutable std::mutex mutex_;
  std::vector<Xapian::Database> segments_;  // as Ledger::segments
};

}  // namespace backfile
