// The names among the pieces of a credit (byline_pieces.h), and what stands behind a name in its piece.
#pragma once

#include <string>
#include <vector>

#include "indexer/cleaning/byline_pieces.h"

namespace backfile {

// Behind a comma may stand initials or what else belongs to the name before it, a role, a degree, a paper, a place, or
// another name. Agencies that a writer has worked with are not named besides her. "Lee, Ann; Ek, Bo" are two names.
std::vector<std::string> names_of(const std::vector<BylinePiece>& pieces);

// Words before the first preposition; all of them where a piece begins with one, or is a title ("Girl on the Train").
Words before_preposition(const Words& words);

bool has_role_word(const Words& words);

bool has_digit(const Words& words);

std::string joined(const Words& words);

}  // namespace backfile
