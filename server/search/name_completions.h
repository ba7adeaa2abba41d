// Name completions: the names of the archive that begin as what is being typed, or have a word that does: whoever wrote
// its articles, the papers they appeared in, their sections and topics.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/schema.h"
#include "server/search/database_pool.h"
#include "server/search/deadline.h"

namespace backfile {

struct NameCompletion {
  FieldName field = FieldName::byline;
  std::string name;            // as an article that stands has it
  std::uint32_t articles = 0;  // that have it, of those looked at
};

// The fields that have names.
std::span<const FieldName> name_fields();

// In these fields, at most `most`: names that begin with `typed` come before those that have a word beginning so, each
// kind with those in most articles first. Nothing goes on from a single letter; of a beginning that very many names
// have not all are looked at. Nothing is found where the time is over.
std::vector<NameCompletion> complete_names(std::string_view typed, std::span<const FieldName> fields,
                                           const SearchHandle& handle, const Deadline& deadline, std::size_t most);

}  // namespace backfile
