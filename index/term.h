// Terms: the strings under which Xapian files an article (index/schema.h draws them).
//
// A term is at most kMaxTermBytes long: what is longer keeps its first kKeptBytes (whole characters) and gets a 64-bit
// hash (XXH3) of the whole, so that long words and labels stay apart. Xapian itself refuses 246 bytes and more.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

inline constexpr std::size_t kMaxTermBytes = 200;
inline constexpr std::size_t kKeptBytes = 150;

// The term of a folded word.
std::string plain_term(std::string_view word);
// PREFIX ':' and the folded word or value.
std::string prefixed_term(std::string_view prefix, std::string_view folded);

// The unique term of an article.
std::string id_term(std::string_view article_id);

// Is this a plain term, as against one with a prefix?
inline bool is_plain_term(std::string_view term) { return !term.empty() && !(term[0] >= 'A' && term[0] <= 'Z'); }

}  // namespace backfile
