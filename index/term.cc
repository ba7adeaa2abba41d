#include "index/term.h"

#include <xxhash.h>

#include <cstdio>

#include "index/schema.h"

namespace backfile {
namespace {

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::string shortened(std::string term) {
  if (term.size() <= kMaxTermBytes) return term;
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(XXH3_64bits(term.data(), term.size())));
  std::size_t kept = kKeptBytes;
  while (kept > 0 && continues_character(term[kept])) --kept;
  term.resize(kept);
  return term + hash;
}

}  // namespace

std::string plain_term(std::string_view word) { return shortened(std::string(word)); }

std::string prefixed_term(std::string_view prefix, std::string_view folded) {
  std::string term;
  term.reserve(prefix.size() + 1 + folded.size());
  term.append(prefix).append(1, ':').append(folded);
  return shortened(std::move(term));
}

std::string id_term(std::string_view article_id) { return prefixed_term(kIdPrefix, article_id); }

}  // namespace backfile
