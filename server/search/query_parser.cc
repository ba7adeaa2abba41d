#include "server/search/query_parser.h"

#include <algorithm>
#include <utility>

#include "server/search/query_combine.h"
#include "server/search/query_grammar.h"
#include "server/search/query_lexer.h"
#include "server/search/query_runs.h"

namespace backfile {
namespace {

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = character_at(text, at).end) {
    if (!is_query_space(character_at(text, at).code)) return false;
  }
  return true;
}

// What was left out is searched after all, since nothing else was asked for.
void tell_of_words(QueryWarnings& warnings) {
  for (QueryWarning& warning : warnings) {
    if (warning.code != WarningCode::missing_operand && warning.code != WarningCode::empty_field) continue;
    warning.message += " As the query has nothing else, it is searched as words.";
  }
}

}  // namespace

bool ParsedQuery::fell_back() const { return std::ranges::any_of(warnings, strict_refuses, &QueryWarning::code); }

ParsedQuery parse_query(std::string_view raw, const ParseOptions& options) {
  ParsedQuery parsed;
  const QueryText text(raw);
  if (text.characters() > kMaxQueryCharacters) {
    throw InvalidQuery("query_characters", kMaxQueryCharacters, "The query is longer than 2,000 characters.");
  }
  const std::vector<Lexeme> lexemes = read_lexemes(text, parsed.warnings);
  Grammar grammar(text, lexemes, options, parsed);
  parsed.root = grammar.read_query();
  if (parsed.root.kind == QueryKind::everything) {
    parsed.root = grammar.read_literally();
    if (parsed.root.kind != QueryKind::everything) tell_of_words(parsed.warnings);
  }
  if (parsed.root.kind == QueryKind::everything && !is_blank(text.text())) {
    parsed.warnings.push_back({WarningCode::empty_query, "The query has no words: every article is found.", 0});
  }
  if (options.any_word) parsed.root = with_pairs_of_runs(std::move(parsed.root), text);
  complete_exclusions(parsed.root, parsed.warnings);
  std::ranges::stable_sort(parsed.warnings, {}, &QueryWarning::at);
  return parsed;
}

}  // namespace backfile
