// What the last run knew, handed over to this one file by file.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/ledger.h"

namespace backfile {

class LastRun {
 public:
  explicit LastRun(Ledger&& ledger);

  // Nothing where the file was not there, or is handed over already.
  const LedgerFile* find(const std::string& archive, const std::string& file) const;

  // Those not yet handed over, in their order.
  std::vector<const LedgerFile*> remaining() const;

  // The sites and segments of `ledger` begin with those of the last run, so that their numbers stay.
  // Puts a file of find() or remaining() with its articles behind those of `ledger`; `archive` and `file` stay, as does
  // all that is known of the articles. The reference is of the entry in `ledger`.
  LedgerFile& hand_over(const LedgerFile& file, Ledger& ledger);
  // Puts those articles of a file that the last file of `ledger` has not (by their own ids) behind that file's.
  void hand_over_missing(const LedgerFile& file, Ledger& ledger);

 private:
  Ledger ledger_;
  std::vector<std::size_t> first_article_;  // of each file; one more at the end
  std::vector<bool> handed_over_;
  std::unordered_map<std::string, std::size_t> by_name_;
};

}  // namespace backfile
