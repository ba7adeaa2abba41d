// Folding: the one form under which spellings of a word meet. Case, accents, full-width and other compatibility forms
// fold together: "CAFÉ", "café" and "ｃａｆｅ" are all "cafe".
//
// NFKC_Casefold (Unicode TR 31, through ICU), then marks are taken off letters of Latin and Greek, the stress mark and
// diaeresis off Cyrillic (ё = е, but й stays), vowel points off Arabic and Hebrew; letters that no decomposition
// reaches (ø ł đ ħ ŧ ı æ œ þ ð) become plain ones. Apostrophes of every shape become '.
// Marks of other scripts carry meaning and stay. Traditional Han characters become simplified ones, each by itself
// (index/simplified_han.h): 臺灣 and 台湾 are one, and so, rarely, are words that simplified writing has not joined
// (乾隆 becomes 干隆).
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Appends the folded form of `word` (valid UTF-8; what is not is dropped) to `out`. Folding twice changes nothing.
void fold_append(std::string_view word, std::string& out);
std::string fold(std::string_view word);

// For labels compared as a whole ("The  Harbour Gazette"): folded, white space trimmed and runs of it made one space.
std::string fold_label(std::string_view label);

}  // namespace backfile
