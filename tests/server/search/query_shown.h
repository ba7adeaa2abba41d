// Query trees and warnings as one line of text, for tables of cases.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/search/query_parser.h"

namespace backfile {

// Words bare, =exact, run:稀土, wild:tarif*, fuzzy1:tarif, dates[first last]; the rest as name(children).
std::string shown(const QueryNode& node);

// Codes and places: "lone_minus@0 only_exclusions@3".
std::string shown_warnings(const QueryWarnings& warnings);

// parse_query on 2025-03-15.
ParsedQuery parsed_query(std::string_view text, bool any_word = false);

// A query, its tree as shown() writes it, its warnings.
struct QueryCase {
  std::string query;
  std::string tree;
  std::string warnings;
};

// Every row is read as it says, and what is printed of it is read the same.
void check_table(const std::vector<QueryCase>& table, bool any_word = false);

}  // namespace backfile
