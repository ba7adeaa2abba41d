#include "server/search/query_lexer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/search/query_capitals.h"
#include "server/search/query_chunk.h"
#include "server/search/query_keyword.h"

namespace backfile {
namespace {

constexpr const char* kUnclosedQuote = "The quote is not closed: it goes to the end of the query.";

// "[2025-01 TO *]": the end of what begins at `at`, or `at` where there is none.
std::size_t end_of_square_bracket(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != '[' && text[at] != '{')) return at;
  const std::size_t closing = text.find_first_of("]}", at);
  return closing == std::string_view::npos ? at : closing + 1;
}

class Lexer {
 public:
  Lexer(const QueryText& source, QueryWarnings& warnings)
      : source_(source), text_(source.text()), warnings_(warnings) {}

  std::vector<Lexeme> run() {
    while (at_ < text_.size()) read_next();
    close_brackets();
    return std::move(lexemes_);
  }

 private:
  void read_next();
  void read_quoted(const Character& opening);
  void read_open(std::size_t end);
  void read_close(std::size_t end);
  void close_brackets();
  void read_minus();
  void read_plus_or_exact(CodePoint sign, std::size_t end);
  bool read_regex();
  bool read_named();
  void read_setting(Setting setting, std::size_t colon_end);
  void read_chunk();
  void read_suffixes();

  Lexeme& add(LexemeKind kind, std::size_t end);
  void add_suffix(const ChunkSuffix& suffix, std::size_t end);
  void warn(WarningCode code, std::size_t at, std::string message) {
    warnings_.push_back({code, std::move(message), source_.position(at)});
  }
  bool behind(std::initializer_list<LexemeKind> kinds) const;
  bool may_begin_operand() const;
  bool something_stands_at(std::size_t at) const;

  const QueryText& source_;
  std::string_view text_;
  QueryWarnings& warnings_;
  std::vector<Lexeme> lexemes_;
  std::vector<std::size_t> open_;  // bytes of brackets not yet closed
  std::size_t at_ = 0;
  bool spaced_ = true;  // a space stands between the last lexeme and at_
};

Lexeme& Lexer::add(LexemeKind kind, std::size_t end) {
  lexemes_.push_back({.kind = kind, .begin = at_, .end = end, .inner_begin = at_, .inner_end = end, .glued = !spaced_});
  at_ = end;
  spaced_ = false;
  return lexemes_.back();
}

bool Lexer::behind(std::initializer_list<LexemeKind> kinds) const {
  if (spaced_ || lexemes_.empty()) return false;
  for (LexemeKind kind : kinds) {
    if (lexemes_.back().kind == kind) return true;
  }
  return false;
}

bool Lexer::may_begin_operand() const {
  const bool full_width = character_at(text_, at_).code >= 0xFF00;
  if (full_width && behind({LexemeKind::quoted, LexemeKind::close})) return true;
  return spaced_ || behind({LexemeKind::open, LexemeKind::minus, LexemeKind::plus, LexemeKind::exact, LexemeKind::field,
                            LexemeKind::near_of, LexemeKind::repeat_of});
}

bool Lexer::something_stands_at(std::size_t at) const {
  const Character c = character_at(text_, at);
  return at < text_.size() && !is_query_space(c.code) && !is_query_separator(c.code) && operator_of(c.code) != ')';
}

void Lexer::read_next() {
  const Character c = character_at(text_, at_);
  const CodePoint sign = operator_of(c.code);
  if (is_quote(c.code)) return read_quoted(c);
  if (sign == '(') return read_open(c.end);
  if (sign == ')') return read_close(c.end);
  if (sign == '-') return read_minus();
  if (sign == '+' || sign == '=') return read_plus_or_exact(sign, c.end);
  if (is_query_space(c.code) || is_query_separator(c.code)) {
    at_ = c.end;
    spaced_ = true;
    return;
  }
  if (sign == '/' && read_regex()) return;
  if (!read_named()) read_chunk();
}

void Lexer::read_quoted(const Character& opening) {
  const ClosingQuote closing = closing_quote(text_, opening.end, opening.code);
  if (closing.code < 0) warn(WarningCode::unclosed_quote, at_, kUnclosedQuote);
  Lexeme& lexeme = add(LexemeKind::quoted, closing.end);
  lexeme.inner_begin = opening.end;
  lexeme.inner_end = closing.begin;
  read_suffixes();
}

void Lexer::read_open(std::size_t end) {
  if (open_.size() == kMaxQueryLevels) {
    throw InvalidQuery("query_levels", kMaxQueryLevels, "Brackets in the query stand more than 16 deep.");
  }
  open_.push_back(at_);
  add(LexemeKind::open, end);
}

void Lexer::read_close(std::size_t end) {
  if (open_.empty()) {
    warn(WarningCode::unclosed_paren, at_, "The closing bracket has no opening one: it is left out.");
    at_ = end;
    spaced_ = true;
    return;
  }
  open_.pop_back();
  add(LexemeKind::close, end);
  read_suffixes();
}

void Lexer::close_brackets() {
  for (std::size_t begin : open_) {
    warn(WarningCode::unclosed_paren, begin, "The bracket is not closed: it goes to the end of the query.");
    add(LexemeKind::close, text_.size());
  }
}

void Lexer::read_minus() {
  const std::size_t first_end = character_at(text_, at_).end;
  std::size_t end = first_end;
  while (operator_of(character_at(text_, end).code) == '-') end = character_at(text_, end).end;
  if (end == first_end && may_begin_operand() && something_stands_at(end)) {
    add(LexemeKind::minus, end);
    return;
  }
  warn(WarningCode::lone_minus, at_,
       quoted_piece(text_.substr(at_, end - at_)) +
           " is read as a dash; to exclude a word, write -word behind a space.");
  at_ = end;
}

void Lexer::read_plus_or_exact(CodePoint sign, std::size_t end) {
  const bool doubled = operator_of(character_at(text_, end).code) == sign;
  if (may_begin_operand() && something_stands_at(end) && !doubled) {
    add(sign == '+' ? LexemeKind::plus : LexemeKind::exact, end);
  } else {
    at_ = end;
  }
}

bool Lexer::read_regex() {
  if (!may_begin_operand()) return false;
  for (std::size_t at = at_ + 1; at < text_.size() && !is_query_space(character_at(text_, at).code);
       at = character_at(text_, at).end) {
    if (text_[at] != '/' || at == at_ + 1 || something_stands_at(at + 1)) continue;
    Lexeme& lexeme = add(LexemeKind::regex, at + 1);
    ++lexeme.inner_begin;
    --lexeme.inner_end;
    return true;
  }
  return false;
}

// A name with its colon: a field, a setting, near5:, repeat3: or an unknown field.
bool Lexer::read_named() {
  const auto name = name_before_colon(text_, at_);
  if (!name || text_.substr(name->colon_end).starts_with("//")) return false;
  if (const auto known = keyword_from_name(text_.substr(at_, name->end - at_))) {
    if (known->kind == LexemeKind::setting) {
      read_setting(known->setting, name->colon_end);
    } else {
      Lexeme& lexeme = add(known->kind, name->colon_end);
      lexeme.field = known->field;
      lexeme.number = known->number;
    }
    return true;
  }
  const bool in_operand = behind({LexemeKind::field, LexemeKind::unknown_field, LexemeKind::exact});
  const std::string_view chunk = text_.substr(at_, chunk_end(text_, at_) - at_);
  if (in_operand || is_address(chunk) || !something_stands_at(name->colon_end)) return false;
  add(LexemeKind::unknown_field, name->colon_end).inner_end = name->end;
  return true;
}

// The value may stand behind spaces, in quotes or, for a date, in square brackets.
void Lexer::read_setting(Setting setting, std::size_t colon_end) {
  std::size_t begin = colon_end;
  while (begin < text_.size() && is_query_space(character_at(text_, begin).code)) {
    begin = character_at(text_, begin).end;
  }
  const Character first = character_at(text_, begin);
  std::size_t inner_end = setting == Setting::date ? end_of_square_bracket(text_, begin) : begin;
  std::size_t end = inner_end;
  if (is_quote(first.code)) {
    const ClosingQuote closing = closing_quote(text_, first.end, first.code);
    if (closing.code < 0) warn(WarningCode::unclosed_quote, begin, kUnclosedQuote);
    begin = first.end;
    inner_end = closing.begin;
    end = closing.end;
  } else if (end == begin) {
    end = chunk_end(text_, begin);
    while (end > begin && (text_[end - 1] == ',' || text_[end - 1] == ';')) --end;
    if (begin != colon_end && operator_word(text_.substr(begin, end - begin))) end = begin;
    inner_end = end;
  }
  Lexeme& lexeme = add(LexemeKind::setting, end == begin ? colon_end : end);
  lexeme.setting = setting;
  lexeme.inner_begin = begin;
  lexeme.inner_end = inner_end;
}

void Lexer::read_chunk() {
  const std::size_t end = std::max(chunk_end(text_, at_), character_at(text_, at_).end);
  std::string_view chunk = text_.substr(at_, end - at_);
  if (!has_text(chunk)) {
    at_ = end;
    return;
  }
  const bool is_operand = behind({LexemeKind::minus, LexemeKind::plus, LexemeKind::exact, LexemeKind::field,
                                  LexemeKind::unknown_field, LexemeKind::near_of, LexemeKind::repeat_of});
  if (const auto found = operator_word(chunk); found && !is_operand) {
    add(found->kind, end).number = found->number;
    return;
  }
  const auto last = is_address(chunk) ? std::nullopt : closing_suffix(chunk);
  if (last) chunk.remove_suffix(chunk.size() - last->begin);
  const auto before_last = last ? closing_suffix(chunk) : std::nullopt;
  if (before_last) chunk.remove_suffix(chunk.size() - before_last->begin);
  const std::size_t begin = at_;
  add(LexemeKind::chunk, begin + chunk.size());
  if (before_last) add_suffix(*before_last, begin + before_last->end);
  if (last) add_suffix(*last, begin + last->end);
}

void Lexer::add_suffix(const ChunkSuffix& suffix, std::size_t end) {
  add(suffix.sign == '~' ? LexemeKind::fuzzy : LexemeKind::boost, end).number = suffix.number;
}

void Lexer::read_suffixes() {
  while (const auto suffix = suffix_at(text_, at_)) add_suffix(*suffix, suffix->end);
}

}  // namespace

std::vector<Lexeme> read_lexemes(const QueryText& text, QueryWarnings& warnings) {
  std::vector<Lexeme> lexemes = Lexer(text, warnings).run();
  read_capitals(text, lexemes, warnings);
  return lexemes;
}

}  // namespace backfile
