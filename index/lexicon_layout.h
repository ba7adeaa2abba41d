// The header of a lexicon file, for index/lexicon_builder.cc, which writes it, and index/lexicon.cc, which reads it.
// index/lexicon.h draws the whole file.
#pragma once

#include <cstdint>
#include <string_view>

namespace backfile {

inline constexpr std::string_view kLexiconMagic{"BFLEX\0\0\2", 8};

// Numbers of things, and offsets of the parts in the file.
struct LexiconHeader {
  char magic[8];
  std::uint64_t terms;
  std::uint64_t families;
  std::uint64_t surfaces;
  std::uint64_t stop_words;
  std::uint64_t term_begins;
  std::uint64_t counts;
  std::uint64_t term_texts;
  std::uint64_t stem_begins;
  std::uint64_t member_begins;
  std::uint64_t stem_texts;
  std::uint64_t members;
  std::uint64_t surface_terms;
  std::uint64_t surface_begins;
  std::uint64_t surface_texts;
  std::uint64_t stop_word_terms;
  std::uint64_t size;
};

}  // namespace backfile
