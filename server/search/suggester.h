// The suggester: completions of what is being typed into a search box, every one of which has hits when it is searched
// as it stands.
//
//   words      of the lexicon that begin as the last one typed, by the number of articles
//   runs       of an unspaced script: how the articles go on that have it, by the number of articles
//   phrases    how headlines go on, by the number of headlines, read from some dozens of those that match
//   names      of writers, papers, sections and topics; as plain words where a text has them, else with their field
//
// Case and accents do not matter. Where hardly a word begins as the last one does, one typing error in it is forgiven;
// an earlier word that the archive does not have is mended. Behind an operator, a field or a quote only the last word
// is completed, what stands before it stays.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "server/search/database_pool.h"
#include "server/search/deadline.h"
#include "server/search/name_completions.h"
#include "server/search/typed_text.h"

namespace backfile {

// One for each request; `handle` and `deadline` outlive it. Words come first and take microseconds; what the deadline
// leaves no time for is not suggested.
class Suggester {
 public:
  Suggester(const SearchHandle& handle, const Deadline& deadline) : handle_(handle), deadline_(deadline) {}

  // At most `most`, small letters but for names, none of them `typed` itself.
  std::vector<std::string> suggest(std::string_view typed, std::size_t most) const;

 private:
  using Texts = std::vector<std::string>;

  Texts behind_language(const TypedText& typed, std::size_t most) const;
  Texts words(const TypedText& typed, const std::string& before, const std::vector<std::uint32_t>& last,
              std::size_t most) const;
  Texts runs(const TypedText& typed, std::size_t most) const;
  Texts phrases(const std::vector<TextUnit>& typed, const std::vector<std::uint32_t>& last, bool open,
                std::size_t most) const;
  Texts names(const TypedText& typed, std::size_t most) const;
  std::string with_field(const NameCompletion& name) const;

  std::vector<std::uint32_t> last_words(const TypedText& typed) const;
  void mend(std::vector<TextUnit>& units, std::string& before) const;
  bool is_live(std::uint32_t number) const;
  bool has_hits(const std::string& query) const;

  const SearchHandle& handle_;
  const Deadline& deadline_;
};

}  // namespace backfile
