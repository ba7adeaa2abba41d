// Withdrawn articles: documents of a generation's segments that are no part of it any more, because their article
// changed, is gone, or moved to another segment. Segments do not change; a file of the generation names them.
//
//   for each segment, in the manifest's order: varint number of docids, then each as varint distance from the one
//   before
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// Of one segment: a flag a docid; docids beyond its end are not withdrawn.
using WithdrawnFlags = std::vector<bool>;

std::string write_withdrawn(const std::vector<WithdrawnFlags>& segments);

// Throws IndexError, naming `file`, where the bytes are not those of so many segments, or name a docid above `most`.
std::vector<WithdrawnFlags> read_withdrawn(std::string_view bytes, std::size_t segments, std::uint64_t most,
                                           const std::string& file);

inline bool is_set(const WithdrawnFlags& flags, Xapian::docid docid) { return docid < flags.size() && flags[docid]; }

}  // namespace backfile
