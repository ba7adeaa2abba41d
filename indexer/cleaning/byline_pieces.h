// The pieces of a credit: the runs of words between its commas and joining words ("and", "et", "&", "、").
//
// What stands in brackets at the end of a piece is a paper or a role and goes; inside of a name ("Bruno (Henrique)
// Alves") it is a part of it and stays. E-mail addresses and links go; nothing behind a bar or dash is read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

using Words = std::vector<std::string_view>;

struct BylinePiece {
  Words words;                // not empty
  bool behind_comma = false;  // or a semicolon
  bool behind_semicolon = false;
  bool behind_comma_and = false;  // ", and"
};

// The pieces refer to `credit`.
std::vector<BylinePiece> pieces_of(std::string_view credit);

// "Institute for Tides": an organisation, whose name may go on behind "and" ("… and Harbours").
bool is_house_of_something(const Words& words);

// Words apart at spaces; a comma or semicolon is a word of its own, and so is a slash that is in no address.
Words words_of_credit(std::string_view text);

// Begins with a letter that is not a small one.
bool is_capitalised(std::string_view word);

// The commas and semicolons of Chinese and Japanese, and bars without spaces around, as ", " and "; ".
std::string with_plain_commas(std::string_view credit);

}  // namespace backfile
