// Sentences, as far as cleaning needs them: does a line end like one, is it prose, and how does a text begin.
//
// Sentences end with . ! ? … or their Chinese and Japanese forms, behind which closing quotes and brackets may stand.
// A full stop after an initial (J.), letters with stops (U.S.) or a usual abbreviation (Mr., Inc., Jan.) ends nothing
// inside a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

// The longest derived headline, in characters.
inline constexpr std::size_t kLongestHeadline = 200;

// Does the line end with a full stop that ends a sentence ("… in Beijing.", "他说。")? Not with "?" or "!", as
// headlines may, and not with "U.S." or "Inc.".
bool ends_with_full_stop(std::string_view line);

// A paragraph of running text, as against a heading, caption or menu entry: four words or more that end like a
// sentence, or twenty words.
bool is_prose(std::string_view line);

// The same of a line that is known to have so many words.
bool is_prose(std::string_view line, std::uint32_t words);

// The first sentence of a paragraph, whole where it has at most kLongestHeadline characters, otherwise cut between two
// words with "…" behind.
std::string first_sentence(std::string_view paragraph);

}  // namespace backfile
