// Sentence bounds for fragments: near enough to how people read, quick, and never inside a character. Not for anything
// that must be right: "Mr. Smith" may end a fragment.
#pragma once

#include <cstddef>
#include <string_view>

namespace backfile {

// The beginning of the sentence that byte `at` stands in, and its end (behind the closing mark and quotes). Nothing is
// read before `least` or beyond `most`: where no bound stands between, it is that byte.
std::size_t sentence_begin(std::string_view text, std::size_t at, std::size_t least);
std::size_t sentence_end(std::string_view text, std::size_t at, std::size_t most);

// The nearest place at or before `at` (but not before `least`) where a word begins; where there is none within reach,
// behind a full-width comma, or where a character begins that is no mark of the one before.
std::size_t cut_before(std::string_view text, std::size_t at, std::size_t least);

// `at` moved past white space, and moved back before it.
std::size_t skip_space(std::string_view text, std::size_t at);
std::size_t trim_space(std::string_view text, std::size_t at);

}  // namespace backfile
