// Pasted headlines in capitals: their AND, OR, NOT, NEAR and ADJ are words (the rule stands in query_lexer.h).
#pragma once

#include <vector>

#include "server/search/query_lexer.h"

namespace backfile {

// Makes the operators chunks where the query is a pasted headline, with one warning at the first of them.
void read_capitals(const QueryText& text, std::vector<Lexeme>& lexemes, QueryWarnings& warnings);

}  // namespace backfile
