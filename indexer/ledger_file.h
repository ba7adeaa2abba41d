// The ledger as bytes, as it lies in a generation's folder.
//
//   8 bytes   "BFLEDGR2"
//   then archives, sites, segments, learned lines, files, articles: each a number of entries and their members in the
//   order of ledger_file.cc
//
// Numbers are LEB128 (signed ones zigzag), strings a length and bytes, hashes 8, 4 or 2 bytes, little-endian.
#pragma once

#include <string>
#include <string_view>

#include "indexer/ledger.h"

namespace backfile {

std::string write_ledger(const Ledger& ledger);

// Throws IndexError, naming `file`, where the bytes are no ledger of this version.
Ledger read_ledger(std::string_view bytes, const std::string& file);

}  // namespace backfile
