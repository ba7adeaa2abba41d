// The words that mark a byline: "By", "Written by", "Von", "Texte :", "作者：", in the languages that the stemmers know
// and in Arabic, Chinese, Croatian, Hebrew, Hindi, Indonesian, Japanese, Korean, Persian, Serbian, Thai and Vietnamese.
//
// Labels ("Author", "Text") mark one only with a colon behind them. Marks that are a common word by themselves, or the
// first part of a surname ("Von", "Di"), do so only before an agency, or two words or more of which the first has a
// capital: "Von Eva Roth", but not "Von der Leyen". Two-letter Scandinavian, Italian and Dutch ones of them ("Av",
// "Di", "Door") begin headlines too: on any line they count only where nothing but whole names follows and the line
// tells its language ("di Anna Neri", "Door Jan de Boer"), not before "Maria Rossi Wins Again".
#pragma once

#include <optional>
#include <string_view>

namespace backfile {

enum class BylineText : unsigned char {
  line,              // any line of a page
  line_of_language,  // one whose first word is of the language that the page is in
  credit             // what is known to credit somebody
};

// The text behind the mark that `text` begins with, or before that which it ends with in Korean (east_asian_credit.h);
// nothing where there is none.
std::optional<std::string_view> behind_byline_mark(std::string_view text, BylineText kind);

// Is the text such a mark and nothing else ("By", "Written by:")?
bool is_byline_mark(std::string_view text);

}  // namespace backfile
