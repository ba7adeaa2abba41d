// The grammar of the query language, one function a level (query_parser.h names the levels). Part of the parser.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "server/search/query_combine.h"
#include "server/search/query_lexer.h"
#include "server/search/query_parser.h"

namespace backfile {

class Grammar {
 public:
  // Reads `text` by its `lexemes`, whose brackets are balanced. All outlive the grammar; warnings go to `parsed`.
  Grammar(const QueryText& text, const std::vector<Lexeme>& lexemes, const ParseOptions& options, ParsedQuery& parsed)
      : text_(text), lexemes_(lexemes), options_(options), parsed_(parsed) {}

  // The whole query; `everything` where nothing of it could be used.
  QueryNode read_query();
  // The words of the whole text, whatever operators it has.
  QueryNode read_literally();

 private:
  static constexpr std::uint32_t kUsualDistance = 10;  // of NEAR alone
  static constexpr std::uint32_t kFarthest = 100;

  struct Chain {
    Operands operands;
    std::vector<const Lexeme*> joiners;  // one fewer than operands
  };
  // What is written before an operand.
  struct Prefixes {
    const Lexeme* first = nullptr;
    const Lexeme* last = nullptr;
    const Lexeme* minus = nullptr;
    const Lexeme* exact = nullptr;
    const Lexeme* field = nullptr;
    const Lexeme* near_of = nullptr;
    const Lexeme* repeat_of = nullptr;
    const Lexeme* unknown_field = nullptr;
    bool required = false;
  };

  // Levels (query_grammar.cc). Each reads as far as it can and gives nothing where what it read was left out.
  QueryNode read_level();
  std::optional<Operand> read_side_by_side();
  std::optional<Operand> read_and();
  std::optional<Operand> read_not();
  std::optional<Operand> read_near();
  Chain read_chain(std::initializer_list<LexemeKind> joiners, std::optional<Operand> (Grammar::*read)());
  QueryNode side_by_side(std::vector<QueryNode> nodes) const;
  QueryNode joined_near(std::vector<QueryNode> nodes, const Lexeme& joiner);
  QueryNode near_node(std::vector<QueryNode> nodes, std::uint32_t distance, bool ordered) const;

  // Operands with their prefixes and suffixes (query_operand.cc).
  std::optional<Operand> read_operand();
  Prefixes read_prefixes();
  bool prefix_goes_on(const Prefixes& prefixes) const;
  void take_prefix(Prefixes& prefixes);
  bool operand_follows(const Prefixes& prefixes) const;
  void warn_without_operand(const Prefixes& prefixes);
  const Lexeme* read_suffixes();  // the last ~ of them
  QueryNode with_prefixes(QueryNode node, const Prefixes& prefixes);
  QueryNode beside_name(QueryNode node, const Lexeme& unknown);
  QueryNode made_exact(QueryNode node, const Lexeme& sign);
  QueryNode made_near(QueryNode node, const Lexeme& prefix);
  QueryNode made_repeat(QueryNode node, const Lexeme& prefix);
  QueryNode made_field(QueryNode node, const Lexeme& prefix);

  // What an operand is made of (query_primary.cc).
  std::optional<QueryNode> read_primary();
  std::optional<QueryNode> read_chunk(const Lexeme& lexeme);
  std::optional<QueryNode> read_quoted(const Lexeme& lexeme);
  std::optional<QueryNode> read_bracket(const Lexeme& lexeme);
  std::optional<QueryNode> read_regex(const Lexeme& lexeme);
  std::optional<QueryNode> read_setting(const Lexeme& lexeme);
  std::optional<QueryNode> read_date(const Lexeme& lexeme);
  std::optional<QueryNode> read_in(const Lexeme& lexeme);
  std::optional<QueryNode> unknown_setting(const Lexeme& lexeme);
  QueryNode made_fuzzy(QueryNode node, const Lexeme& suffix);
  // The words of a piece that could not be read; nothing where it has none.
  std::optional<QueryNode> words_instead(std::size_t begin, std::size_t end);

  bool at(std::initializer_list<LexemeKind> kinds) const;
  const Lexeme& take() { return lexemes_[next_++]; }
  std::vector<QueryNode> counted(std::vector<QueryNode> words);
  std::uint32_t position(const Lexeme& lexeme) const { return text_.position(lexeme.begin); }
  std::string piece(const Lexeme& lexeme) const { return quoted_piece(text_.slice(lexeme.begin, lexeme.end)); }
  void warn(WarningCode code, std::uint32_t position, std::string message);
  void warn_out_of_place(const Lexeme& lexeme, std::string message);
  std::uint32_t number_of(const Lexeme& lexeme, std::uint32_t unwritten, std::uint32_t least, std::uint32_t most);

  const QueryText& text_;
  const std::vector<Lexeme>& lexemes_;
  const ParseOptions& options_;
  ParsedQuery& parsed_;
  std::size_t next_ = 0;
  std::size_t words_ = 0;             // counted so far
  std::optional<SearchScope> scope_;  // of the bracket being read
  bool in_field_ = false;
};

}  // namespace backfile
