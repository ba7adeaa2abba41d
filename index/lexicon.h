// The lexicon: every plain term of a generation with the number of articles that hold it, how it is commonly written,
// whether it is a stop word, and the families of terms that share a stem. One file of the generation, mapped and never
// changed; queries look words up here and never scan Xapian's term list.
//
// Layout, little-endian, every part on an 8-byte boundary:
//   8 bytes  "BFLEX\0\0" and the version
//   u64 ×    header (index/lexicon_layout.h): numbers of terms, families, surfaces and stop words, offset of each part
//            below, file size
//   u32[n+1] where each term's text begins in the texts      terms are in byte order
//   u32[n]   articles that hold the term
//   bytes    texts of the terms
//   u32[f+1] where each family's stem begins in the stems    stems are in byte order; the stem is "language:stem"
//   u32[f+1] where each family's members begin
//   bytes    stems
//   u32[]    members: numbers of terms, those in most articles first
//   u32[s]   terms whose surface is not the term itself, rising
//   u32[s+1] where each one's surface begins in the surfaces
//   bytes    surfaces
//   u32[w]   terms that are stop words, rising
// Stems are made of surfaces (inundación) and then folded. A family of one term that is its own stem is not written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/stems.h"

namespace backfile {

// At most so many forms of a word are searched, those in most articles first.
inline constexpr std::size_t kMaxForms = 32;

struct TermCount {
  std::string term;
  std::uint32_t articles = 0;
  std::string surface{};   // how it is commonly written (index/surface.h); empty: as the term
  bool stop_word = false;  // says little by itself: articles hold it as others, ranking may make less of it
};

// The bytes of a lexicon file (index/lexicon_builder.cc). `terms` in byte order, without repeats; families are made for
// each of `languages`, which Snowball has.
std::string build_lexicon(const std::vector<TermCount>& terms, const std::vector<std::string>& languages);

// The forms of a word that the archive has. Texts live as long as the lexicon.
struct Family {
  std::vector<std::string_view> forms;  // those in most articles first; empty where the archive has none
  bool capped = false;                  // there were more than kMaxForms
};

// Safe for any number of threads.
class Lexicon {
 public:
  // Throws IndexError where the file is missing or not whole.
  explicit Lexicon(const std::filesystem::path& file);
  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  std::uint32_t term_count() const { return term_count_; }
  std::string_view term(std::uint32_t number) const;
  std::uint32_t articles(std::uint32_t number) const { return counts_[number]; }
  std::optional<std::uint32_t> find(std::string_view term) const;
  // The first term that is not before `text`; and the first behind all that begin with it. term_count() where none is.
  std::uint32_t lower_bound(std::string_view text) const;
  std::uint32_t upper_bound_of_beginning(std::string_view beginning) const;

  // The term as it is commonly written, in small letters with its accents: café of cafe.
  std::string_view surface(std::uint32_t number) const;
  bool is_stop_word(std::uint32_t number) const;

  // The forms of a folded word in the stemmers' languages, the word itself among them where the archive has it. What it
  // has not is stemmed as it was typed: `surface_typed` as from surface_of() (index/surface.h).
  Family family(const std::string& word, std::string_view surface_typed, std::span<const Stemmer> stemmers) const;

 private:
  std::string_view stem(std::uint32_t number) const;
  std::optional<std::uint32_t> find_stem(std::string_view stem) const;

  std::string_view bytes_;
  std::uint32_t term_count_ = 0;
  std::uint32_t family_count_ = 0;
  std::span<const std::uint32_t> term_begins_;
  std::span<const std::uint32_t> counts_;
  std::span<const std::uint32_t> stem_begins_;
  std::span<const std::uint32_t> member_begins_;
  std::span<const std::uint32_t> members_;
  std::span<const std::uint32_t> surface_terms_;
  std::span<const std::uint32_t> surface_begins_;
  std::span<const std::uint32_t> stop_words_;
  const char* term_texts_ = nullptr;
  const char* stem_texts_ = nullptr;
  const char* surface_texts_ = nullptr;
};

}  // namespace backfile
