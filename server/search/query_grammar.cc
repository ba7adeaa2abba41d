#include "server/search/query_grammar.h"

#include <algorithm>
#include <utility>

#include "server/search/query_words.h"

namespace backfile {
namespace {

std::vector<QueryNode> nodes_of(Operands operands) {
  std::vector<QueryNode> nodes;
  for (Operand& operand : operands) nodes.push_back(std::move(operand.node));
  return nodes;
}

bool any_required(const Operands& operands) { return std::ranges::any_of(operands, &Operand::required); }

}  // namespace

QueryNode Grammar::read_query() {
  QueryNode root = read_level();
  if (!scope_) return root;
  QueryNode scope = make_node(QueryKind::scope, root.at, root.end);
  scope.scope = *scope_;
  scope.children.push_back(std::move(root));
  return scope;
}

QueryNode Grammar::read_literally() { return side_by_side(counted(read_plain_words(text_, 0, text_.text().size()))); }

QueryNode Grammar::read_level() {
  Chain chain = read_chain({LexemeKind::op_or}, &Grammar::read_side_by_side);
  for (const Operand& operand : chain.operands) {
    if (!operand.required || chain.operands.size() == 1) continue;
    warn(WarningCode::nesting_unsupported, operand.node.at, "A '+' beside OR demands nothing: it is left out.");
  }
  return any_of(nodes_of(std::move(chain.operands)));
}

std::optional<Operand> Grammar::read_side_by_side() {
  Operands operands;
  while (next_ < lexemes_.size() && !at({LexemeKind::op_or, LexemeKind::close})) {
    if (auto operand = read_and()) operands.push_back(std::move(*operand));
  }
  if (operands.empty()) return std::nullopt;
  if (operands.size() == 1) return std::move(operands.front());
  if (options_.any_word) return Operand{any_of_side_by_side(std::move(operands))};
  return Operand{all_of(nodes_of(std::move(operands)))};
}

std::optional<Operand> Grammar::read_and() {
  Chain chain = read_chain({LexemeKind::op_and}, &Grammar::read_not);
  if (chain.operands.empty()) return std::nullopt;
  if (chain.operands.size() == 1) return std::move(chain.operands.front());
  return Operand{all_of(nodes_of(std::move(chain.operands)))};
}

std::optional<Operand> Grammar::read_not() {
  if (!at({LexemeKind::op_not})) return read_near();
  const Lexeme& first = take();
  bool doubled = false;
  for (; at({LexemeKind::op_not}); ++next_) doubled = true;
  auto operand = read_near();
  if (!operand) {
    warn(WarningCode::missing_operand, position(first), "“NOT” has nothing behind it: it is left out.");
    return std::nullopt;
  }
  if (operand->node.kind == QueryKind::everything) {
    warn_out_of_place(first, "“NOT” cannot stand before in: and is left out.");
    return operand;
  }
  if (doubled || operand->node.kind == QueryKind::exclude) {
    warn_out_of_place(first, "Exclusions of an exclusion are read as one.");
  }
  if (operand->node.kind == QueryKind::exclude) return operand;
  return Operand{excluded(std::move(operand->node), position(first))};
}

std::optional<Operand> Grammar::read_near() {
  Chain chain = read_chain({LexemeKind::op_near, LexemeKind::op_adj}, &Grammar::read_operand);
  if (chain.operands.empty()) return std::nullopt;
  if (chain.operands.size() == 1) return std::move(chain.operands.front());
  const bool required = any_required(chain.operands);
  std::vector<QueryNode> nodes = nodes_of(std::move(chain.operands));
  const Lexeme& first = *chain.joiners.front();
  const bool alike = std::ranges::all_of(chain.joiners, [&](const Lexeme* joiner) {
    return joiner->kind == first.kind && joiner->number == first.number;
  });
  if (alike) return Operand{joined_near(std::move(nodes), first), required};
  warn_out_of_place(first, "Different distances in one chain are read pairwise: each word is near the next one.");
  std::vector<QueryNode> pairs;
  for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
    pairs.push_back(joined_near({nodes[i], nodes[i + 1]}, *chain.joiners[i]));
  }
  return Operand{all_of(std::move(pairs)), required};
}

// Operands with a joiner between; a joiner that lacks one is named and left out.
Grammar::Chain Grammar::read_chain(std::initializer_list<LexemeKind> joiners,
                                   std::optional<Operand> (Grammar::*read)()) {
  Chain chain;
  const Lexeme* waiting = nullptr;  // for its second operand
  const auto leave_out = [this](const Lexeme& joiner) {
    warn(WarningCode::missing_operand, position(joiner), piece(joiner) + " joins nothing on one side: it is left out.");
  };
  while (true) {
    auto operand = (this->*read)();
    if (operand) {
      chain.operands.push_back(std::move(*operand));
      if (waiting) chain.joiners.push_back(waiting);
      waiting = nullptr;
    }
    if (!at(joiners)) break;
    const Lexeme& joiner = take();
    if (operand) {
      waiting = &joiner;
    } else {
      leave_out(joiner);
    }
  }
  if (waiting) leave_out(*waiting);
  return chain;
}

QueryNode Grammar::side_by_side(std::vector<QueryNode> nodes) const {
  return options_.any_word ? any_of(std::move(nodes)) : all_of(std::move(nodes));
}

QueryNode Grammar::joined_near(std::vector<QueryNode> nodes, const Lexeme& joiner) {
  if (std::ranges::all_of(nodes, may_stand_near)) {
    const std::uint32_t distance = number_of(joiner, kUsualDistance, 1, kFarthest);
    return near_node(std::move(nodes), distance, joiner.kind == LexemeKind::op_adj);
  }
  warn_out_of_place(joiner, piece(joiner) + " takes words, phrases and (word OR word): here it is read as AND.");
  return all_of(std::move(nodes));
}

QueryNode Grammar::near_node(std::vector<QueryNode> nodes, std::uint32_t distance, bool ordered) const {
  QueryNode near = make_node(QueryKind::near, nodes.front().at, nodes.back().end);
  near.surface = text_.piece(near.at, near.end);
  near.number = distance;
  near.ordered = ordered;
  near.children = std::move(nodes);
  return near;
}

bool Grammar::at(std::initializer_list<LexemeKind> kinds) const {
  return next_ < lexemes_.size() && std::ranges::find(kinds, lexemes_[next_].kind) != kinds.end();
}

std::vector<QueryNode> Grammar::counted(std::vector<QueryNode> words) {
  words_ += count_query_words(words);
  if (words_ > kMaxQueryWords) {
    throw InvalidQuery("query_words", kMaxQueryWords,
                       "The query has more than 64 words (two characters of Chinese, Japanese or Thai are one).");
  }
  return words;
}

void Grammar::warn(WarningCode code, std::uint32_t position, std::string message) {
  parsed_.warnings.push_back({code, std::move(message), position});
}

void Grammar::warn_out_of_place(const Lexeme& lexeme, std::string message) {
  warn(WarningCode::nesting_unsupported, position(lexeme), std::move(message));
}

std::uint32_t Grammar::number_of(const Lexeme& lexeme, std::uint32_t unwritten, std::uint32_t least,
                                 std::uint32_t most) {
  if (lexeme.number == kNoNumber) return unwritten;
  const std::uint32_t number = std::clamp(lexeme.number, least, most);
  if (number != lexeme.number) {
    warn_out_of_place(lexeme, piece(lexeme) + " is out of range: it is read as " + std::to_string(number) + ".");
  }
  return number;
}

}  // namespace backfile
